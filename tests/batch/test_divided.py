"""A stream that is divided into stories first: the output of one command is the input of the other."""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summarize import Document
from summarize.cli import run
from summarize.reading import read_records
from summarize.records.document import Block, BlockRole
from tests.batch.conftest import InlineEngine, results
from tests.batch.jobs import WordJob
from tests.conftest import WordEncoder
from tests.stories.streams import FERRY, stream

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "scale.md").read_text(encoding="utf-8")

Pipe = Callable[..., list[dict[str, Any]]]


@pytest.fixture(autouse=True)
def _small_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarize.models.load_encoder", lambda *how: WordEncoder())
    monkeypatch.setattr("summarize.cli.batch.BriefJob", lambda *how: WordJob())
    monkeypatch.setattr("summarize.batch.local.LocalEngine", lambda job, memory: InlineEngine(job))


@pytest.fixture
def pipe(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Pipe:
    """Runs one command with the output of the other as its input, and gives the collections between them."""

    def pipe(first: list[str], second: list[str]) -> list[dict[str, Any]]:
        capfd.readouterr()
        assert run(first) == 0
        lines = capfd.readouterr().out
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))
        assert run(second) == 0
        return [json.loads(line) for line in lines.splitlines()]

    return pipe


def written(path: Path, *documents: Document) -> str:
    path.write_text("".join(json.dumps(document.to_dict()) + "\n" for document in documents), encoding="utf-8")
    return str(path)


def test_the_example_of_the_page_makes_a_brief_of_each_event(
    pipe: Pipe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = re.search(r"<!-- divided -->\n```sh\n(.*?)\n```\n<!-- end of divided -->", PAGE, re.DOTALL)
    assert shown is not None
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    first, second = (command.split()[1:] for command in shown[1].split(" | "))
    stories = pipe(first, second)
    assert len([story for story in stories if len(story["documents"]) > 1]) == 3
    assert sorted(results(tmp_path / "briefs")) == sorted(story["id"] for story in stories)


def test_a_brief_is_the_one_that_stories_makes_also_of_pages_and_markdown(pipe: Pipe, tmp_path: Path) -> None:
    articles = written(tmp_path / "stream.jsonl", *stream())
    (tmp_path / "ferry.md").write_text(
        f"# Ferry hits mole\n\n{FERRY[0]}\n\n- More at nine\n\n> A quotation.\n", "utf-8"
    )
    (tmp_path / "ferry.html").write_text(
        f"<article><h1>Fog ferry</h1><p>{FERRY[1]}</p><p>{FERRY[2]}</p></article>", "utf-8"
    )
    sources = [articles, str(tmp_path / "ferry.md"), str(tmp_path / "ferry.html")]
    pipe(["stories", *sources, "-f", "collections"], ["batch", "-", "-o", str(tmp_path / "briefs")])
    assert run(["stories", *sources, "-o", str(tmp_path / "stories")]) == 0
    made = {path.stem: json.loads(path.read_bytes()) for path in (tmp_path / "stories").glob("story-*.json")}
    assert len(made) == 3
    for name, result in results(tmp_path / "briefs").items():
        brief = json.loads(result)
        assert brief.pop("batch")["problems"] == []
        assert brief == made[name]


def test_with_a_state_only_the_stories_that_changed_are_made_again(pipe: Pipe, tmp_path: Path) -> None:
    first = written(tmp_path / "first.jsonl", *stream())
    later = written(tmp_path / "later.jsonl", Document("ferry-3", FERRY[2].replace("31", "32")))
    counts = []
    for source in (first, later):
        stories = ["stories", source, "--state", str(tmp_path / "state"), "-f", "collections"]
        pipe(stories, ["batch", "-", "-o", str(tmp_path / "briefs")])
        counts.append(json.loads((tmp_path / "briefs" / "manifest.json").read_text())["collections"])
    assert [(count["made"], count["kept"]) for count in counts] == [(3, 0), (1, 2)]


def test_the_order_of_the_stream_changes_no_line(pipe: Pipe, tmp_path: Path) -> None:
    ways = []
    for number, documents in enumerate((stream(), stream()[::-1])):
        articles = written(tmp_path / f"{number}.jsonl", *documents)
        ways.append(pipe(["stories", articles, "-f", "collections"], ["batch", "-", "-o", str(tmp_path / "out")]))
    assert ways[0] == ways[1]


def test_an_article_is_read_again_as_it_is() -> None:
    text = "Ferry hits mole\n\nIt&amp;s foggy , he said .\n\nPage two."
    blocks = (Block(0, 15, BlockRole.HEADING), Block(17, 40), Block(42, 51, BlockRole.LIST_ITEM))
    document = Document("a", text, title="Fog", media_type="text/markdown", blocks=blocks, pages=(0, 42))
    assert read_records([json.loads(json.dumps(document.to_dict()))], "x").documents == (document,)


@pytest.mark.parametrize(
    "blocks", [[[0, 99, "paragraph"]], [[5, 2, "paragraph"]], [[0, 4, "banner"]], [[0, 4]], "all", {"a": 1}, 3, [None]]
)
def test_blocks_that_do_not_fit_the_text_are_passed_over(blocks: Any) -> None:
    told = Document("a", "Fog lay on the sea.").to_dict() | {"blocks": blocks}
    assert read_records([told], "x").documents == (Document("a", "Fog lay on the sea."),)


def test_blocks_of_another_text_are_passed_over() -> None:
    told = Document("a", "Fog lay on the sea.").to_dict() | {"text": "Fog left.", "blocks": [[0, 3, "heading"]]}
    assert read_records([told], "x").documents[0].blocks == ()


def test_briefs_in_collections_are_refused(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    articles = written(tmp_path / "stream.jsonl", *stream())
    assert run(["stories", articles, "-f", "collections", "--briefs"]) == 2
    assert "summarize batch makes them" in capfd.readouterr().err
