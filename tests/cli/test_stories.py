"""summarize stories, as a user meets it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import summarize.models
from summarize.cli import run
from tests.conftest import WordEncoder
from tests.fetching.web import Page, serving
from tests.stories.streams import BANK, FERRY, stream


@pytest.fixture(autouse=True)
def _no_model_for_stories(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(summarize.models, "load_encoder", lambda *how: WordEncoder())


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    path = tmp_path / "stream.jsonl"
    rows = ({"id": d.id, "text": d.text, "published": d.published and d.published.isoformat()} for d in stream())
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def _line(path: Path, name: str, text: str) -> Path:
    path.write_text(json.dumps({"id": name, "text": text}) + "\n", encoding="utf-8")
    return path


def test_the_index_is_printed_and_nothing_else(lines: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["stories", str(lines)]) == 0
    out, err = capfd.readouterr()
    assert out.startswith("# Stories\n\n7 articles: 3 stories of several articles, 0 reported once.\n")
    assert err == ""


def test_sources_are_named_as_for_a_brief(lines: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    names = tmp_path / "names"
    with serving(
        {"/ferry.txt": Page(FERRY[0] + " More is known tomorrow.", headers={"Content-Type": "text/plain"})}
    ) as site:
        names.write_text(f"{lines}\nhttp://127.0.0.1:{site.port}/ferry.txt\n", encoding="utf-8")
        assert run(["stories", f"@{names}", "--allow-host", "127.0.0.1"]) == 0
        assert capfd.readouterr().out.startswith("# Stories\n\n8 articles: ")
        assert run(["stories", "-i", str(names), "--strict"]) == 1
    assert "--allow-host HOST allows it" in capfd.readouterr().err


def test_json_holds_briefs_where_they_are_asked_for(lines: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["stories", str(lines), "-f", "json", "--briefs", "-w", "40"]) == 0
    with_briefs = json.loads(capfd.readouterr().out)
    assert [story["brief"]["schema"] for story in with_briefs["stories"]] == 3 * ["summarize.brief/1"]
    assert run(["stories", str(lines), "-f", "json"]) == 0
    assert not any("brief" in story for story in json.loads(capfd.readouterr().out)["stories"])


def test_a_folder_gets_an_index_in_every_form_and_a_brief_for_each_story(
    lines: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "out"
    assert run(["stories", str(lines), "-o", str(folder)]) == 0
    data = json.loads((folder / "stories.json").read_text(encoding="utf-8"))
    names = {f"{story['id']}{suffix}" for story in data["stories"] for suffix in (".md", ".html", ".json")}
    assert {path.name for path in folder.iterdir()} == {"index.md", "index.html", "stories.json"} | names
    assert f"]({data['stories'][0]['id']}.md)" in (folder / "index.md").read_text(encoding="utf-8")
    assert run(["verify", str(folder / f"{data['stories'][0]['id']}.json"), str(lines)]) == 0
    assert capfd.readouterr().out.endswith("all hold\n")


def test_a_second_run_writes_the_same_bytes(lines: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    contents = []
    for _ in range(2):
        assert run(["stories", str(lines), "-o", str(folder)]) == 0
        contents.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert contents[0] == contents[1]


@pytest.mark.parametrize("name", ["index.md", "index.html", "stories.json"])
def test_a_file_of_the_users_is_never_overwritten(
    lines: Path, tmp_path: Path, name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / name).write_text("mine", encoding="utf-8")
    assert run(["stories", str(lines), "-o", str(folder)]) == 2
    assert "was not written by summarize stories" in capfd.readouterr().err
    assert [(path.name, path.read_text(encoding="utf-8")) for path in folder.iterdir()] == [(name, "mine")]


def test_with_a_state_a_later_call_adds_and_makes_only_the_briefs_of_what_changed(lines: Path, tmp_path: Path) -> None:
    folder, state = tmp_path / "out", tmp_path / "state"
    assert run(["stories", str(lines), "--state", str(state), "-o", str(folder)]) == 0
    first = json.loads((folder / "stories.json").read_text(encoding="utf-8"))["stories"]
    old = {path.name: path.stat().st_mtime_ns for path in folder.glob("story-*")}
    more = _line(tmp_path / "more.jsonl", "ferry-3", FERRY[2].replace("31", "32"))
    assert run(["stories", str(more), "--state", str(state), "-o", str(folder)]) == 0
    later = json.loads((folder / "stories.json").read_text(encoding="utf-8"))["stories"]
    assert {story["id"] for story in later} == {story["id"] for story in first}
    assert {story["id"]: story["status"] for story in later}[first[0]["id"]] == "grown"
    written = {path.name for path in folder.glob("story-*") if path.stat().st_mtime_ns != old[path.name]}
    assert written == {f"{first[0]['id']}{suffix}" for suffix in (".md", ".html", ".json")}


def test_a_state_alone_prints_what_it_holds(lines: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["stories", str(lines), "--state", str(tmp_path / "state"), "-q"]) == 0
    capfd.readouterr()
    assert run(["stories", "--state", str(tmp_path / "state")]) == 0
    assert "3 stories of several articles" in capfd.readouterr().out


def test_a_source_that_cannot_be_read_is_named_and_the_rest_goes_on(
    lines: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["stories", str(lines), str(tmp_path / "none.txt")]) == 0
    out, err = capfd.readouterr()
    assert "none.txt: no such file" in err
    assert "7 articles" in out
    assert run(["stories", str(lines), str(tmp_path / "none.txt"), "--strict"]) == 1


def test_nothing_to_divide_and_a_state_that_cannot_be_used_end_with_1(
    lines: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(["stories", str(tmp_path / "none.txt")]) == 1
    assert run(["stories", "--state", str(tmp_path / "new")]) == 1
    (tmp_path / "bad").write_text(BANK[0], encoding="utf-8")
    capfd.readouterr()
    assert run(["stories", str(lines), "--state", str(tmp_path / "bad")]) == 1
    assert capfd.readouterr().err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments", [[], ["x", "-o", "no/such/folder"], ["x", "-o", "y", "-f", "json"], ["x", "-f", "text"]]
)
def test_wrong_usage_ends_with_2(arguments: list[str]) -> None:
    assert run(["stories", *arguments, *([] if arguments else ["-q"])]) == 2


@pytest.mark.parametrize("name", ["index.md", "stories.json", "{}.md", "{}.json"])
def test_a_link_in_the_folder_is_not_written_through(
    lines: Path, tmp_path: Path, name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    folder, outside = tmp_path / "out", tmp_path / "outside"
    assert run(["stories", str(lines), "-f", "json"]) == 0
    story = json.loads(capfd.readouterr().out)["stories"][0]["id"]
    folder.mkdir()
    (folder / name.format(story)).symlink_to(outside)
    assert run(["stories", str(lines), "-o", str(folder)]) == 2
    assert "was not written by summarize stories" in capfd.readouterr().err
    assert not outside.exists()
