"""Models are loaded while sources are read, and nobody waits for one that is not needed."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from summarize.cli.ahead import ahead

SLOW = (
    "import summarize.cli.ahead, summarize.cli, time;"
    "summarize.cli.ahead.load_encoder = lambda *wanted: time.sleep(600); summarize.cli.main()"
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
