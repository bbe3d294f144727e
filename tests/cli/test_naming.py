"""How sources are named: lists, patterns, columns; and what lies in a folder beside articles."""

from __future__ import annotations

import io
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from summarize.cli import run
from summarize.reading import listing
from tests.conftest import LATER, WIRE
from tests.reading.files import docx, epub, gzipped, mbox, message, odt, rtf, tarred, zipped


@pytest.mark.parametrize("suffix", [".md", ".txt", ".json", ".html", ".jsonl", ".csv", ".eml", ""])
@pytest.mark.parametrize("format", ["markdown", "text", "json", "html"])
def test_a_brief_in_a_folder_is_no_source_of_the_next_one_in_whatever_form_and_under_whatever_name(
    folder: Path, format: str, suffix: str, capfd: pytest.CaptureFixture[str]
) -> None:
    output = folder / f"brief{suffix}"
    arguments = [str(folder), "--strict", "-f", format, "-o", str(output)]
    assert run(arguments) == 0
    first = output.read_bytes()
    assert run(arguments) == 0
    assert output.read_bytes() == first
    if suffix:
        assert "is a brief that summarize made" in capfd.readouterr().err


def test_a_brief_that_is_named_itself_is_a_mistake_that_strict_tells(folder: Path) -> None:
    assert run([str(folder), "-o", str(folder / "brief.md")]) == 0
    assert run([str(folder / "wire.txt"), str(folder / "brief.md"), "--strict"]) == 1
    assert run([str(folder / "wire.txt"), str(folder / "brief.md")]) == 0


def test_many_briefs_in_a_folder_are_one_line(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for suffix in ("md", "json", "html"):
        assert run([str(folder / "wire.txt"), "-o", str(folder / f"brief.{suffix}")]) == 0
    assert run([str(folder), "--strict"]) == 0
    assert capfd.readouterr().err.splitlines() == [
        f"summarize: {folder}: 3 of its files are what summarize made, not articles; left out"
    ]


def test_a_list_names_sources_one_a_line(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    names = folder / "names"
    names.write_text(f"# today\n{folder / 'wire.txt'}\n\n  {folder / 'later.txt'}  \r\n", encoding="utf-8-sig")
    made = {}
    for arguments in ([f"@{names}"], ["-i", str(names)], [str(folder / "wire.txt"), str(folder / "later.txt")]):
        assert run([*arguments, "-w", "60"]) == 0
        made[arguments[0]] = capfd.readouterr().out
    assert len(set(made.values())) == 1


def test_a_list_may_come_from_standard_input(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f"{folder / 'wire.txt'}\n".encode())))
    assert run(["-i", "-"]) == 0
    assert "[1]" in capfd.readouterr().out


def test_every_command_takes_its_sources_from_a_list_alone(folder: Path, tmp_path: Path) -> None:
    names, draft, brief = tmp_path / "names", tmp_path / "draft.md", tmp_path / "brief.json"
    names.write_text(str(folder / "wire.txt"), encoding="utf-8")
    draft.write_text(WIRE.splitlines()[0], encoding="utf-8")
    assert run(["-i", str(names), "-f", "json", "-o", str(brief)]) == 0
    assert run(["check", str(draft), "-i", str(names)]) in (0, 1)
    assert run(["verify", str(brief), "-i", str(names)]) == 0
    assert run(["stories", "-i", str(names)]) == 0


@pytest.mark.parametrize("command", [[], ["check", "draft.md"], ["verify", "brief.json"], ["stories"]])
def test_a_command_without_sources_says_where_they_are_explained(
    command: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    assert run([*command, "-q"]) == 2
    name = " ".join(["summarize", *command[:1]])
    assert capfd.readouterr().err == f"summarize: no SOURCE was given; {name} --help lists what it may be\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "-", "-"], "the DRAFT or a SOURCE, not both"),
        (["check", "-", "-i", "-"], "the DRAFT or a LIST, not both"),
        (["check", "-", "@-"], "the DRAFT or a LIST, not both"),
        (["check", "-", "-i", "NAMES"], "the DRAFT or a SOURCE, not both"),
        (["verify", "-", "-i", "-"], "the BRIEF or a LIST, not both"),
        (["verify", "-", "a.txt", "-"], "the BRIEF or a SOURCE, not both"),
        (["a.txt", "--since", "-", "-i", "-"], "the earlier brief or a LIST, not both"),
        (["-", "-i", "-"], "a LIST or a SOURCE, not both"),
        (["stories", "-", "@-"], "a LIST or a SOURCE, not both"),
        (["-i", "-", "-i", "-"], "one LIST, not 2"),
    ],
)
def test_standard_input_is_read_for_one_thing_only(
    arguments: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    names = tmp_path / "names"
    names.write_text("-\n", encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"-\n")))
    assert run([str(names) if each == "NAMES" else each for each in arguments]) == 2
    assert capfd.readouterr().err == f"summarize: standard input can be {said}\n"


def test_a_file_whose_name_begins_as_a_list_is_named_by_its_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    (folder / "@x.txt").write_text(WIRE, encoding="utf-8")
    assert run(["./@x.txt", "-f", "json"]) == 0
    assert '"id": "./@x.txt"' in capfd.readouterr().out


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "the list cannot be read (No such file"),
        (b"# none\n\n", "a list without sources"),
        (b"", "without sources"),
    ],
)
def test_a_list_that_names_nothing_is_wrong_usage(
    tmp_path: Path, content: bytes | None, said: str, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "names"
    if content is not None:
        path.write_bytes(content)
    assert run([f"@{path}"]) == 2
    assert said in capfd.readouterr().err


def test_patterns_stand_for_files_where_the_shell_leaves_them(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert listing.expand([str(folder / "*.txt")]) == [str(folder / "*.txt")]
    monkeypatch.setattr(listing.sys, "platform", "win32")
    assert listing.expand([str(folder / "*.txt"), "-"]) == [
        *(str(folder / f"{name}.txt") for name in ("courier", "later", "wire")),
        "-",
    ]
    (folder / "a[1].txt").write_text("Fog.", encoding="utf-8")
    assert listing.expand([str(folder / "a[1].txt")]) == [str(folder / "a[1].txt")]
    assert listing.expand([str(folder / "none*.txt")]) == [str(folder / "none*.txt")]


def test_the_column_of_a_table_can_be_named(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    rows = "".join('"{}"\n'.format(text.replace('"', '""')) for text in (WIRE, LATER))
    (tmp_path / "a.csv").write_text(f"wording\n{rows}", encoding="utf-8")
    assert run([str(tmp_path / "a.csv")]) == 1
    assert "name one with --text-column (there are: wording)" in capfd.readouterr().err
    assert run([str(tmp_path / "a.csv"), "--text-column", "wording", "-f", "json"]) == 0
    brief = tmp_path / "brief.json"
    brief.write_text(capfd.readouterr().out, encoding="utf-8")
    assert run(["verify", str(brief), str(tmp_path / "a.csv"), "--text-column", "wording"]) == 0
    names = tmp_path / "names"
    names.write_text(str(tmp_path / "a.csv"), encoding="utf-8")
    assert run(["verify", str(brief), f"@{names}", "--text-column", "wording"]) == 0


def test_explain_tells_what_was_made_of_each_line_in_every_format(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    made = {
        **{"a.docx": docx(), "b.odt": odt(), "c.epub": epub(), "d.rtf": rtf(), "e.eml": message().as_bytes()},
        **{"f.mbox": mbox(message()), "g.zip": zipped({"g.docx": docx()}), "h.tgz": gzipped(tarred({"h.odt": odt()}))},
    }
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
    assert run([str(tmp_path), "--explain"]) == 0
    blocks = capfd.readouterr().out.strip().split("\n\n")
    assert len(blocks) == len(made)
    for block in blocks:
        name, *lines = block.split("\n")
        assert name.startswith(str(tmp_path))
        assert sum(line.startswith("body ") for line in lines) == 5, name


def test_explain_tells_what_was_mended_and_a_brief_does_not(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{WIRE}\n\nIt &amp; others, the cafÃ© &ndash; were closed.\n", encoding="utf-8")
    assert run([str(path), "--explain"]) == 0
    name, *lines = capfd.readouterr().out.splitlines()
    assert name == str(path)
    assert [line.split() for line in lines if line.startswith("mended ")] == [
        ["mended", "encoding", "1", "place"],
        ["mended", "character", "entity", "2", "places"],
    ]
    assert run([str(path), "-f", "json"]) == 0
    assert "mended" not in capfd.readouterr().out


@pytest.mark.parametrize("arguments", [["-f", "json"], ["-o", "x.txt"]])
def test_explain_refuses_what_is_for_a_brief(
    folder: Path, arguments: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    assert run([str(folder), "--explain", *arguments]) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert f" {arguments[0]}" in err


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal")
def test_on_a_terminal_a_folder_of_many_files_shows_how_far_it_is(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"{number:02}.txt").write_text(WIRE, encoding="utf-8")
    main, terminal = pty.openpty()
    try:
        program = (
            "import time; from summarize.cli.console import Stages; from summarize.cli.naming import counting;"
            "from summarize.reading import read_sources; stages = Stages(show_progress=True, timed=False);"
            f"stages.__enter__(); stages.begin('reading'); tell = counting([{str(tmp_path)!r}], stages);"
            f"read_sources([{str(tmp_path)!r}], progress=lambda name: (tell(name), time.sleep(0.02)));"
            "stages.__exit__()"
        )
        environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
        subprocess.run([sys.executable, "-c", program], stderr=terminal, stdout=terminal, env=environment, check=True)
        shown = os.read(main, 65_536).decode()
    finally:
        os.close(main)
        os.close(terminal)
    assert " of 40: " in shown


def test_an_output_that_is_a_source_is_refused_in_one_line(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run([str(folder), "-o", str(folder / "wire.txt")]) == 2
    said = capfd.readouterr().err
    assert said.endswith("it is one of the files the result is made from\n")
    assert said.count("\n") == 1
