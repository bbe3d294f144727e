"""Models are loaded while sources are read, and nobody waits for one that is not needed."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from summarize.cli import ahead as models
from summarize.cli.ahead import Relay, ahead

SLOW = (
    "import summarize.models, summarize.cli, time;"
    "summarize.models.load_encoder = lambda *wanted: time.sleep(600); summarize.cli.main()"
)


def test_work_begins_before_anybody_asks_for_it() -> None:
    begun = threading.Event()
    made = ahead(lambda: begun.set() or 7)
    assert begun.wait(10)
    assert made() == 7 == made()


def test_what_goes_wrong_is_told_to_who_asks() -> None:
    def fail() -> int:
        raise ValueError("no such model")

    made = ahead(fail)
    for _ in range(2):
        with pytest.raises(ValueError, match="no such model"):
            made()


def test_a_command_without_a_source_it_can_read_does_not_wait_for_the_model(tmp_path: Path) -> None:
    wanted = [sys.executable, "-c", SLOW, str(tmp_path / "missing.txt")]
    done = subprocess.run(wanted, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert "missing.txt" in done.stderr


def test_a_command_that_ends_while_models_are_being_loaded_ends_with_its_own_status(tmp_path: Path) -> None:
    wanted = [sys.executable, "-m", "summarize", str(tmp_path / "missing.txt")]
    ends = [subprocess.run(wanted, capture_output=True, timeout=60, check=False).returncode for _ in range(5)]
    assert ends == [1] * 5


@pytest.mark.parametrize(
    ("argv", "begun"),
    [
        (["a.txt", "b.txt"], True),
        (["-f", "json", "a.txt"], True),
        (["check", "draft.md", "a.txt"], True),
        ([], False),
        (["--help"], False),
        (["a.txt", "--explain"], False),
        (["--model=other", "a.txt"], False),
        (["check", "-h"], False),
        (["verify", "brief.json", "a.txt"], False),
    ],
)
def test_models_are_begun_before_the_code_is_read_only_where_they_are_likely_to_be_wanted(
    argv: list[str], begun: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    loads: list[str | None] = []
    monkeypatch.setattr(models, "_begun", [])
    monkeypatch.setattr(models, "_load", lambda model, engine, say: loads.append(model))
    models.begin_for(argv)
    assert bool(loads) is begun


def test_what_is_said_before_it_is_known_to_whom_is_said_then_and_once() -> None:
    heard: list[str] = []
    relay = Relay()
    relay("the cache is damaged")
    relay.to(heard.append)
    relay("it is made again")
    assert heard == ["the cache is damaged", "it is made again"]
