"""The service refuses to start with settings that are unknown, out of range or unsafe."""

from __future__ import annotations

from pathlib import Path

import pytest

from api.security import digest, new_key
from api.settings import Settings, SettingsError, load

KEY = new_key()


@pytest.fixture(autouse=True)
def _clean(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(f"SUMMARIZE_API_{name.upper()}", raising=False)


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("WORKER", "3", "there is no setting SUMMARIZE_API_WORKER"),
        ("PORT", "99999", "SUMMARIZE_API_PORT: "),
        ("REQUEST_TIMEOUT", "nan", "SUMMARIZE_API_REQUEST_TIMEOUT: "),
        ("MAX_BODY_BYTES", "-1", "SUMMARIZE_API_MAX_BODY_BYTES: "),
        ("HOST", "0.0.0.0", "needs access keys"),
        ("HOST", "::", "needs access keys"),
        ("HOST", "desk.example", "needs access keys"),
        ("CORS_ORIGINS", "*", "SUMMARIZE_API_CORS_ORIGINS: "),
        ("CORS_ORIGINS", "https://desk.example/", "without a path"),
        ("TRUSTED_PROXIES", "everyone", "SUMMARIZE_API_TRUSTED_PROXIES: "),
        ("KEYS", KEY, "not the key itself"),
        ("KEYS", f"a:{digest(KEY)},a:{digest(KEY)}", "two keys of the name a"),
        ("KEYS_FILE", "/nowhere/keys", "cannot be read"),
        ("LOG_LEVEL", "loud", "SUMMARIZE_API_LOG_LEVEL: "),
    ],
)
def test_it_says_which_setting_is_wrong(monkeypatch: pytest.MonkeyPatch, name: str, value: str, told: str) -> None:
    monkeypatch.setenv(f"SUMMARIZE_API_{name}", value)
    with pytest.raises(SettingsError, match=told) as refused:
        load()
    assert KEY not in str(refused.value)


def test_with_keys_it_may_listen_anywhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SUMMARIZE_API_HOST", "0.0.0.0")
    keys = tmp_path / "keys"
    keys.write_text(f"# the desk\ndesk:{digest(KEY)}  # until June\n\n", encoding="utf-8")
    monkeypatch.setenv("SUMMARIZE_API_KEYS_FILE", str(keys))
    assert load().digests == {"desk": digest(KEY)}


def test_without_keys_only_when_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZE_API_HOST", "0.0.0.0")
    monkeypatch.setenv("SUMMARIZE_API_ALLOW_NO_KEYS", "true")
    assert not load().digests


def test_by_default_only_this_machine_reaches_it() -> None:
    assert load().is_loopback


def test_every_setting_is_documented() -> None:
    documented = (Path(__file__).parents[2] / "docs" / "service.md").read_text(encoding="utf-8")
    for name, setting in Settings.model_fields.items():
        assert f"`{name.upper()}`" in documented, name
        assert setting.description
