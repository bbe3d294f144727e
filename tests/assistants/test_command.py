"""The `summarize-mcp` command: its options, and what it says when it cannot serve."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.assistants.asking import ROOT


def run(
    *arguments: str, code: str = "from api.assistants.main import main; main()"
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, timeout=60, input="")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--root", "no-such-folder"], "--root no-such-folder: no such folder"),
        (["--root", "README.md"], "--root README.md: is no folder"),
        (["--rot", "."], "--rot"),
        (["articles"], "articles"),
    ],
)
def test_options_that_cannot_be_are_refused_with_status_2(arguments: list[str], told: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert told in done.stderr
    assert not done.stdout
    assert "Traceback" not in done.stderr


def test_it_ends_well_when_nobody_is_there(tmp_path: Path) -> None:
    done = run("--root", str(tmp_path))
    assert (done.returncode, done.stdout) == (0, "")


def test_the_help_names_the_options() -> None:
    said = run("--help").stdout
    assert all(option in said for option in ("--root", "--allow-links", "--model", "docs/mcp.md"))


def test_a_missing_extra_is_one_line_that_names_what_installs_it() -> None:
    code = (
        "import importlib.util as u, sys; find = u.find_spec\n"
        "u.find_spec = lambda name, *a: None if name == 'mcp' else find(name, *a)\n"
        "from api.assistants.main import main; main()"
    )
    done = run(code=code)
    assert done.returncode == 2
    assert done.stderr == "summarize-mcp: not installed: mcp; it needs: pip install 'summarize[mcp]'\n"
