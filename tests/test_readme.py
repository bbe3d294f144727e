"""The README does what it says."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from summarize.cli import run

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BRIEF = re.compile(r"<!-- brief: \S*summarize (?P<arguments>.*?) -->\n(?P<brief>.*?)<!-- end -->", re.DOTALL)


def brief_block(brief: str) -> str:
    """A brief as the README shows it: quoted, so that its headings are not the README's."""
    return "".join(f"> {line}".rstrip() + "\n" for line in brief.splitlines())


@pytest.mark.model
def test_the_brief_shown_is_the_brief_made(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    shown = BRIEF.search(README)
    assert shown is not None
    assert run(shown["arguments"].split()) == 0
    assert brief_block(capfdbinary.readouterr().out.decode()) == shown["brief"]


@pytest.mark.model
@pytest.mark.parametrize("event", ["ferry", "breach", "antitrust"])
def test_the_briefs_of_the_examples_are_the_briefs_made(
    event: str, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert run([f"examples/{event}"]) == 0
    shown = (ROOT / "examples" / "briefs" / f"{event}.md").read_bytes()
    assert capfdbinary.readouterr().out == shown


@pytest.mark.model
def test_the_python_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    example = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert example is not None
    exec(example[1], {})
    assert "obody was killed" in capsys.readouterr().out


def test_every_link_leads_somewhere() -> None:
    for target in re.findall(r"\]\((?!http)([^)#]+)", README):
        assert (ROOT / target).exists(), target


def test_the_targets_named_are_in_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^make (\S+)", README, re.MULTILINE):
        assert f"\n{target}:" in makefile


if __name__ == "__main__":  # rewrites the brief in the README: python -m tests.test_readme
    import subprocess

    def fresh(match: re.Match[str]) -> str:
        command = [sys.executable, "-m", "summarize", *match["arguments"].split()]
        made = subprocess.run(command, capture_output=True, check=True, cwd=ROOT, encoding="utf-8").stdout
        return (
            match[0].replace(match["brief"], brief_block(made))
            if match["brief"]
            else match[0].replace("<!-- end -->", brief_block(made) + "<!-- end -->")
        )

    (ROOT / "README.md").write_text(BRIEF.sub(fresh, README), encoding="utf-8")
