"""summarize check DRAFT SOURCE...: what is printed, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summarize.cli import DONE, NOTHING_SUMMARIZED, USAGE, run

pytestmark = pytest.mark.model
SOURCE = (
    "A passenger ferry struck the North Mole at Port Ennick in dense fog on Tuesday, injuring 27 people, the "
    "coastguard said. Nobody was killed. Sundvik Lines cancelled all sailings until Thursday."
)


@pytest.fixture(autouse=True)
def _no_model() -> None:
    """Drafts are checked by the models that ship, not by the words that stand for them elsewhere."""


@pytest.fixture
def folder(tmp_path: Path, default_cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "wire.txt").write_text(SOURCE)
    (tmp_path / "good.md").write_text(
        "# Ferry\n\nNobody was killed.\n\nSundvik Lines cancelled all sailings until Thursday.\n"
    )
    (tmp_path / "bad.md").write_text("# Ferry\n\nNobody was **killed**.\nThe ferry accident injured 72 people.\n")
    return tmp_path


def test_a_draft_that_holds_prints_no_line_and_ends_well(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "good.md", "wire.txt", "-f", "lines"]) == DONE
    assert capfd.readouterr().out == ""


def test_what_is_wrong_is_a_line_with_its_place(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "bad.md", "wire.txt", "-f", "lines"]) == NOTHING_SUMMARIZED
    (line,) = capfd.readouterr().out.splitlines()
    assert line.startswith("bad.md:4:1: contradicted: ")
    assert "27" in line
    assert "72" in line


def test_json_has_the_fields_that_programs_rely_on(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "bad.md", "wire.txt", "-f", "json"]) == NOTHING_SUMMARIZED
    made = json.loads(capfd.readouterr().out)
    assert made["schema"] == "summarize.check/1"
    text = (folder / "bad.md").read_text()
    for sentence in made["sentences"]:
        assert text[sentence["start"] : sentence["end"]] == sentence["text"]
        assert sentence["verdict"] in {"supported", "partly", "contradicted", "unsupported", "not_checkable"}
        for citation in sentence["citations"]:
            assert set(citation) == {"source", "start", "end", "quote", "role"}
            assert SOURCE[citation["start"] : citation["end"]] == citation["quote"]
    assert [source["number"] for source in made["sources"]] == [1]


@pytest.mark.parametrize("format", ["markdown", "html"])
def test_people_read_the_verdict_and_the_words_of_the_source(
    folder: Path, capfd: pytest.CaptureFixture[str], format: str
) -> None:
    run(["check", "bad.md", "wire.txt", "-f", format])
    written = capfd.readouterr().out
    assert "contradicted" in written
    assert "injuring 27 people" in written.replace("<mark>", "").replace("</mark>", "")


@pytest.mark.parametrize("content", ["", "  \n", "***\n"])
def test_an_empty_draft_is_refused(folder: Path, content: str, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "empty.md").write_text(content)
    assert run(["check", "empty.md", "wire.txt"]) in (USAGE, NOTHING_SUMMARIZED)
    assert "empty" in capfd.readouterr().err


def test_a_draft_that_is_too_long_is_refused_before_a_source_is_looked_at(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / "long.md").write_text("Nobody was killed, the police said. " * 12_000)
    assert run(["check", "long.md", "none.txt"]) == NOTHING_SUMMARIZED
    told = capfd.readouterr().err
    assert "432,000 characters; at most 400,000 are checked" in told
    assert "none.txt" not in told


def test_a_draft_that_is_not_there_is_wrong_usage(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "none.md", "wire.txt"]) == USAGE
    assert "none.md: no such file" in capfd.readouterr().err


def test_sources_that_are_not_there_are_named(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "good.md", "none.txt"]) == NOTHING_SUMMARIZED
    assert "none.txt" in capfd.readouterr().err


@pytest.mark.parametrize("output", ["good.md", "wire.txt", "./good.md"])
def test_neither_the_draft_nor_a_source_is_written_over(
    folder: Path, output: str, capfd: pytest.CaptureFixture[str]
) -> None:
    before = (folder / output).read_bytes()
    assert run(["check", "good.md", "wire.txt", "-o", output]) == USAGE
    assert f"cannot write {Path(output)}: it is one of the files the result is made from" in capfd.readouterr().err
    assert (folder / output).read_bytes() == before


def test_sources_are_named_as_for_a_brief(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "names").write_text("wire.txt\n")
    (folder / "table.csv").write_text(f'wording\n"{SOURCE}"\n')
    for arguments in (["@names"], ["wire.txt", "-i", "names"], ["table.csv", "--text-column", "wording"]):
        assert run(["check", "good.md", *arguments, "-f", "lines"]) == DONE, capfd.readouterr().err


def test_a_draft_of_which_nothing_can_be_checked_is_not_said_to_hold(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / "question.md").write_text("What now?\n")
    assert run(["check", "question.md", "wire.txt", "-f", "lines"]) == NOTHING_SUMMARIZED
    printed = capfd.readouterr()
    assert printed.out == ""
    assert "nothing in the draft can be checked" in printed.err
