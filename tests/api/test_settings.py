"""The service refuses to start with settings that are unknown, out of range or unsafe."""

from __future__ import annotations

import subprocess
import sys
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
        pytest.param("KEYS", KEY, "not the key itself", id="KEYS-a key"),
        pytest.param("KEYS", f"a:{digest(KEY)},a:{digest(KEY)}", "two keys of the name a", id="KEYS-twice"),
        ("KEYS", "", "there is no key in SUMMARIZE_API_KEYS"),
        ("KEYS", " , ", "there is no key in SUMMARIZE_API_KEYS"),
        ("METRICS_KEYS", "", "there is no key in SUMMARIZE_API_METRICS_KEYS"),
        pytest.param("METRICS_KEYS", KEY, "not the key itself", id="METRICS_KEYS-a key"),
        ("KEYS_FILE", "/nowhere/keys", "cannot be read"),
        ("KEYS_FILE", "", "cannot be read"),
        ("MAX_BODIES_BYTES", "5000", "at least SUMMARIZE_API_MAX_BODY_BYTES"),
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


@pytest.mark.parametrize("content", ["", "\n\n", "# desk:nobody any more\n"])
@pytest.mark.parametrize("open_to_all", ["false", "true"])
def test_a_file_without_a_key_lets_nobody_in_by_starting_open(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: str, open_to_all: str
) -> None:
    keys = tmp_path / "keys"
    keys.write_text(content, encoding="utf-8")
    monkeypatch.setenv("SUMMARIZE_API_KEYS_FILE", str(keys))
    monkeypatch.setenv("SUMMARIZE_API_ALLOW_NO_KEYS", open_to_all)
    done = subprocess.run([sys.executable, "-m", "api"], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 2
    assert "there is no key in SUMMARIZE_API_KEYS_FILE" in done.stderr


def test_keys_of_the_metrics_are_no_keys_of_the_service(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZE_API_HOST", "0.0.0.0")
    monkeypatch.setenv("SUMMARIZE_API_METRICS_KEYS", f"prometheus:{digest(KEY)}")
    with pytest.raises(SettingsError, match="needs access keys"):
        load()


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


@pytest.mark.parametrize(
    ("settings", "one"),
    [
        ({}, True),
        ({"KEYS": f"a:{digest(KEY)}"}, True),
        ({"KEYS": f"a:{digest(KEY)},b:{digest('0' * 64)}"}, False),
        ({"HOST": "0.0.0.0", "ALLOW_NO_KEYS": "true"}, False),
        ({"ALLOW_NO_KEYS": "true"}, False),
        ({"TRUSTED_PROXIES": "127.0.0.1"}, False),
    ],
    ids=["this machine", "one key", "two keys", "anybody", "no keys", "a proxy"],
)
def test_nothing_is_remembered_from_one_holder_to_the_next(
    settings: dict[str, str], one: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the time an answer takes, one could tell what stood in the articles of another."""
    for name, value in settings.items():
        monkeypatch.setenv(f"SUMMARIZE_API_{name}", value)
    assert load().has_one_holder is one


def test_a_key_that_reads_the_metrics_opens_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZE_API_KEYS", f"desk:{digest(KEY)}")
    monkeypatch.setenv("SUMMARIZE_API_METRICS_KEYS", f"graphs:{digest(KEY)}")
    with pytest.raises(SettingsError, match="graphs is a key of the service too"):
        load()


def test_a_file_of_keys_may_be_saved_by_any_editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "keys"
    file.write_text(f"\ufeff# the desk\u2028of Brell\r\ndesk:{digest(KEY)}\r\n", encoding="utf-8", newline="")
    monkeypatch.setenv("SUMMARIZE_API_KEYS_FILE", str(file))
    assert list(load().digests) == ["desk"]
