"""summarize verify, as a user meets it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from summarize.cli import run
from tests.conftest import LATER

EVENTS = sorted((Path(__file__).parents[1] / "data" / "events").glob("*.json"))


@pytest.fixture
def brief(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The brief of the folder, in a file elsewhere."""
    path = tmp_path_factory.mktemp("briefs") / "brief.json"
    assert run([str(folder), "-f", "json", "-o", str(path)]) == 0
    return path


@pytest.mark.parametrize("event", EVENTS, ids=lambda path: path.stem)
def test_the_brief_of_every_event_holds_against_its_files(
    event: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """As text files, and as lines of JSON in a file of another folder."""
    (tmp_path / "texts").mkdir()
    articles = json.loads(event.read_text(encoding="utf-8"))["documents"]
    for article in articles:
        (tmp_path / "texts" / f"{article['id']}.txt").write_text(article["text"], encoding="utf-8", newline="")
    lines = tmp_path / "articles.jsonl"
    lines.write_text("".join(json.dumps({"text": a["text"]}) + "\n" for a in articles), encoding="utf-8")
    brief = tmp_path / "brief.json"
    assert run([str(tmp_path / "texts"), "-f", "json", "-o", str(brief)]) == 0
    for source in (tmp_path / "texts", lines):
        assert run(["verify", str(brief), str(source)]) == 0
        out, err = capfd.readouterr()
        assert out.endswith(f"spans in {len(articles)} sources: all hold\n")
        assert err == ""


def test_a_brief_holds_when_its_folder_has_moved(
    folder: Path, brief: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    moved = folder.rename(tmp_path_factory.mktemp("archive") / "2029")
    assert run(["verify", str(brief), str(moved)]) == 0
    (moved / "later.txt").rename(moved.parent / "other name.txt")
    assert run(["verify", str(brief), str(moved.parent / "other name.txt"), str(moved)]) == 0


def test_ids_of_json_lines_find_their_articles_in_another_layout_also_without_hashes(
    folder: Path, tmp_path: Path
) -> None:
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))}
    one = tmp_path / "one.jsonl"
    one.write_text("".join(json.dumps({"id": name, "text": text}) + "\n" for name, text in texts.items()))
    made = tmp_path / "brief.json"
    assert run([str(one), "-f", "json", "-o", str(made)]) == 0
    data = json.loads(made.read_text())
    for source in data["sources"]:
        del source["sha256"]
    made.write_text(json.dumps(data))
    many = tmp_path / "many"
    many.mkdir()
    for name, text in texts.items():
        (many / f"a-{name}.jsonl").write_text(json.dumps({"id": name, "text": text}))
    assert run(["verify", str(made), str(many)]) == 0


def test_one_changed_character_fails_and_is_shown(folder: Path, brief: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "later.txt").write_text(LATER.replace("rose to 31", "rose to 37"), encoding="utf-8")
    assert run(["verify", str(brief), str(folder)]) == 1
    out, _ = capfd.readouterr()
    lines = out.splitlines()
    assert lines[0] == f"[2] {folder / 'later.txt'}: its text is not the one the brief was made from"
    assert any("rose to 37" in line and "rose to 31" in line and "later.txt" in line for line in lines)
    assert lines[-1].endswith(f" sources: {len(lines) - 1} failures")
    assert not any("wire.txt" in line for line in lines)


def test_a_missing_source_is_named_and_why_it_could_not_be_read(
    folder: Path, brief: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / "wire.txt").write_bytes(b"")
    assert run(["verify", str(brief), str(folder)]) == 1
    out, err = capfd.readouterr()
    assert out.startswith(f"[3] {folder / 'wire.txt'}: missing")
    assert "wire.txt: is empty" in err


def test_quiet_says_it_by_the_exit_status_alone(folder: Path, brief: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["verify", "-q", str(brief), str(folder)]) == 0
    (folder / "wire.txt").unlink()
    assert run(["verify", str(brief), str(folder), "--quiet"]) == 1
    assert capfd.readouterr() == ("", "")


def test_a_brief_may_come_through_standard_input(folder: Path, brief: Path) -> None:
    command = [sys.executable, "-m", "summarize", "verify", "-", str(folder)]
    done = subprocess.run(command, input=brief.read_bytes(), capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('{"schema": "summarize.brief/1", "sources": [', "not JSON"),
        ('{"schema": "summarize.brief/1"}', "damaged"),
        ('{"schema": "summarize.brief/2"}', "summarize.brief/2"),
        ("# A brief\n", "not JSON"),
    ],
)
def test_what_is_no_brief_is_wrong_usage(
    folder: Path, content: str, said: str, capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / "brief.json").write_text(content)
    assert run(["verify", str(folder / "brief.json"), str(folder)]) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert said in err
    assert "brief.json" in err


@pytest.mark.parametrize(
    "arguments", [["verify"], ["verify", "brief.json"], ["verify", "-", "-"], ["verify", ".", "."]]
)
def test_a_call_that_cannot_be_meant_is_wrong_usage(arguments: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    out, err = capfd.readouterr()
    assert "Traceback" not in out + err


def test_both_helps_name_the_command(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    assert "verify BRIEF SOURCE..." in capfd.readouterr().out
    assert run(["verify", "--help"]) == 0
    assert "Exit status: 0 all of it holds" in capfd.readouterr().out


def test_a_source_named_verify_is_read_where_it_is_no_command(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / "later.txt").rename(folder / "verify")
    monkeypatch.chdir(folder)
    for sources in (["./verify", "wire.txt"], ["wire.txt", "verify"]):
        assert run([*sources, "-f", "json"]) == 0
        assert len(json.loads(capfd.readouterr().out)["sources"]) == 2


def test_the_verifier_of_the_docs_agrees(folder: Path, brief: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """docs/evidence.md prints one of twenty lines, and the lines that write texts for it."""
    page = (Path(__file__).parents[2] / "docs" / "evidence.md").read_text(encoding="utf-8")
    (reader,) = re.findall(r"python -c '\n(.*?)' folder/", page, re.DOTALL)
    (verifier,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    texts = tmp_path_factory.mktemp("texts") / "texts.jsonl"

    def verified() -> bool:
        read = subprocess.run([sys.executable, "-c", reader, str(folder)], capture_output=True, check=True)
        texts.write_bytes(read.stdout)
        done = subprocess.run(
            [sys.executable, "-c", verifier, str(brief), str(texts)], capture_output=True, check=False
        )
        return done.returncode == 0

    assert verified()
    assert run(["verify", str(brief), str(texts)]) == 0
    (folder / "later.txt").write_text(LATER.replace("rose to 31", "rose to 37"), encoding="utf-8")
    assert not verified()
