"""The `summarize-api` command: its options, and what it says when it cannot serve."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from api.settings import SettingsError, load

ROOT = Path(__file__).parents[2]


def run(*arguments: str, code: str = "from api.main import main; main()") -> subprocess.CompletedProcess[str]:
    """The command with these arguments, in a process of its own."""
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, timeout=60)


def test_an_option_wins_over_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZE_API_PORT", "9000")
    monkeypatch.setenv("SUMMARIZE_API_WORKERS", "3")
    chosen = load(options={"port": 9001, "log_level": "warning"})
    assert (chosen.port, chosen.workers, chosen.log_level) == (9001, 3, "warning")


def test_an_option_at_fault_is_named_as_it_was_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZE_API_WORKERS", "-1")
    with pytest.raises(SettingsError, match="--log-level: .*'debug'") as refused:
        load(options={"log_level": "loud"})
    assert "SUMMARIZE_API_WORKERS: " in str(refused.value)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--port", "99999"], "--port: "),
        (["--port", "many"], "--port"),
        (["--workers", "-3"], "--workers: "),
        (["--log-level", "loud"], "--log-level: "),
        (["--host", "0.0.0.0"], "needs access keys"),
        (["--prot", "9000"], "--port"),
    ],
)
def test_options_that_cannot_be_are_refused_with_status_2(arguments: list[str], told: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_the_help_names_the_options_and_where_the_rest_is() -> None:
    said = run("--help").stdout
    for word in ("--host", "--port", "--workers", "--log-level", "SUMMARIZE_API_"):
        assert word in said


def test_a_port_that_is_taken_is_told_and_nothing_is_said_to_be_served() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = run("--port", str(taken.getsockname()[1]))
    assert done.returncode == 1
    assert "address already in use; stop what listens there, or choose another with --port" in done.stderr
    assert "serving on" not in done.stderr


@pytest.mark.parametrize(("host", "told"), [("203.0.113.9", "no such address"), ("nowhere.invalid", "not known")])
def test_an_address_that_is_not_this_machine_s_is_told(monkeypatch: pytest.MonkeyPatch, host: str, told: str) -> None:
    monkeypatch.setenv("SUMMARIZE_API_ALLOW_NO_KEYS", "true")
    done = run("--host", host)
    assert done.returncode == 1
    assert re.search(f"cannot listen on {host}:8000: .*{told}", done.stderr)
    assert "serving on" not in done.stderr


@pytest.mark.parametrize("package", ["uvicorn", "fastapi", "pydantic_settings", "prometheus_client"])
def test_without_its_packages_it_says_what_to_install(package: str) -> None:
    done = run("--help", code=f"import sys; sys.modules['{package}'] = None; from api.main import main; main()")
    assert done.returncode == 2
    assert package in done.stderr
    assert "pip install 'summarize[api]'" in done.stderr


@pytest.mark.parametrize("name", ["bad name:x", "", "-desk", "d\u00e9sk", "desk:night", "x" * 65])
def test_a_key_whose_line_would_be_refused_is_not_made(name: str) -> None:
    done = run("key", "--", name)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "letters, digits" in done.stderr
