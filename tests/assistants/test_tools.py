"""The tools give an assistant what the library gives, by their schemas, and a short text beside it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from summarize import Document, Options, check, summarize
from summarize.cli import run
from summarize.models import Encoder
from summarize.models.cache import FOLDER_VARIABLE
from summarize.rendering import Format, render
from summarize.rendering.checks import CheckFormat, render_check
from tests.assistants.asking import ROOT, Assistant, asking
from tests.stories.streams import stream

DRAFT = "Nobody was killed, a coastguard spokesman said. Sundvik Lines cancelled all sailings until Monday. Why?"


@pytest.fixture
def given(articles: list[Document]) -> list[dict[str, Any]]:
    fields = ("id", "text", "title", "url")
    return [{name: getattr(a, name) for name in fields if getattr(a, name) is not None} for a in articles]


def test_there_are_four_tools_that_change_nothing(assistant: Assistant) -> None:
    tools = assistant.tools()
    assert sorted(tools) == ["brief", "check", "stories", "verify"]
    for tool in tools.values():
        assert tool.annotations is not None
        assert tool.annotations.read_only_hint
        assert not tool.annotations.open_world_hint


def test_a_brief_is_the_library_s(
    assistant: Assistant, given: list[dict[str, Any]], articles: list[Document], encoder: Encoder
) -> None:
    data, text = assistant.told("brief", documents=given, options={"max_words": 60})
    made = summarize(articles, Options(max_words=60), encoder)
    assert data == json.loads(render(made, Format.JSON))
    assert made.sentences[0].text in text


def test_every_citation_stands_in_the_text_that_was_given(assistant: Assistant, given: list[dict[str, Any]]) -> None:
    data, _ = assistant.told("brief", documents=given)
    texts = {document["id"]: document["text"] for document in given}
    names = {source["number"]: source["id"] for source in data["sources"]}
    cited = [citation for sentence in data["sentences"] for citation in sentence["citations"]]
    assert cited
    for citation in cited:
        assert texts[names[citation["source"]]][citation["start"] : citation["end"]] == citation["quote"]


def test_a_brief_tells_the_views_and_what_is_new(assistant: Assistant, given: list[dict[str, Any]]) -> None:
    earlier, _ = assistant.told("brief", documents=given[:2])
    assert "coverage" not in earlier
    data, _ = assistant.told("brief", documents=given, views=["coverage"], since=earlier)
    assert data["coverage"]
    assert data["since"]


def test_a_brief_on_a_question_is_the_library_s(
    assistant: Assistant, given: list[dict[str, Any]], articles: list[Document], encoder: Encoder
) -> None:
    asked = "What did Captain Joren Haldane tell officers about his radar screen?"
    data, text = assistant.told("brief", documents=given, query=asked)
    assert data == json.loads(render(summarize(articles, None, encoder, query=asked), Format.JSON))
    assert f"On the question “{asked}”." in text
    unanswered, text = assistant.told("brief", documents=given, query="Which ministers praised the vote on the budget?")
    assert unanswered["sentences"] == []
    assert "The sources do not answer" in text


def test_a_check_is_the_library_s_and_its_text_names_what_does_not_hold(
    assistant: Assistant, given: list[dict[str, Any]], articles: list[Document], encoder: Encoder
) -> None:
    data, text = assistant.told("check", draft=DRAFT, documents=given)
    expected = render_check(check(Document(id="draft", text=DRAFT), articles, encoder), CheckFormat.JSON)
    assert data == json.loads(expected)
    assert "Sundvik Lines cancelled all sailings until Monday." in text
    assert "Nobody was killed" not in text


def test_stories_are_told_with_their_briefs(assistant: Assistant) -> None:
    documents = [{"id": document.id, "text": document.text} for document in stream()]
    data, text = assistant.told("stories", documents=documents)
    assert data["schema"] == "summarize.stories/1"
    assert all(story["id"] in text for story in data["stories"])
    briefs = [story["brief"] for story in data["stories"] if "brief" in story]
    assert briefs
    assert all(brief["sentences"][0]["text"] in text for brief in briefs)
    without, _ = assistant.told("stories", documents=documents, briefs=False)
    assert not any("brief" in story for story in without["stories"])


def test_a_brief_that_holds_is_told_from_one_that_was_edited(assistant: Assistant, given: list[dict[str, Any]]) -> None:
    made, _ = assistant.told("brief", documents=given)
    data, text = assistant.told("verify", brief=made, documents=given)
    assert data["holds"]
    assert data["spans"]
    assert "all hold" in text
    made["sentences"][0]["citations"][0]["quote"] = "Something that nobody wrote."
    data, text = assistant.told("verify", brief=made, documents=given)
    assert not data["holds"]
    assert data["failures"][0]["place"].startswith("sentence 1")
    assert "Something that nobody wrote." in text


def test_files_and_folders_are_read_below_the_root(assistant: Assistant, folder: Path) -> None:
    by_name, _ = assistant.told("brief", files=["wire.txt", "courier.txt", "later.txt"])
    assert {source["id"] for source in by_name["sources"]} == {"wire.txt", "courier.txt", "later.txt"}
    from_the_top, _ = assistant.told("brief", files=[str(folder / "wire.txt")])
    assert from_the_top["sources"][0]["id"] == str(folder / "wire.txt")


def test_texts_and_files_go_together_under_names_of_their_own(assistant: Assistant) -> None:
    text = "A dive team began its search of the harbour at dawn on Thursday, officials said."
    data, _ = assistant.told("brief", documents=[{"id": "wire.txt", "text": text}], files=["wire.txt"])
    assert {source["id"] for source in data["sources"]} == {"wire.txt", "wire.txt (file)"}


def test_draft_and_brief_may_be_files_too(assistant: Assistant, folder: Path) -> None:
    data, _ = assistant.told("check", draft_file="inner/draft.md", files=["wire.txt"])
    assert [sentence["verdict"] for sentence in data["sentences"]] == ["not_checkable", "supported"]
    made, _ = assistant.told("brief", files=["wire.txt"])
    (folder / "inner" / "brief.json").write_text(json.dumps(made))
    assert assistant.told("verify", brief_file="inner/brief.json", files=["wire.txt"])[0]["holds"]
    again, _ = assistant.told("brief", since_file="inner/brief.json", files=["wire.txt"])
    assert not any(sentence["status"] == "new" for sentence in again["sentences"])


@pytest.mark.model
def test_with_the_real_model_the_text_is_what_the_command_prints(
    default_cache: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv(FOLDER_VARIABLE, str(default_cache))
    assert run(["examples/ferry"]) == 0
    printed = capfd.readouterr().out
    cache = {FOLDER_VARIABLE: str(default_cache)}
    with asking("--root", str(ROOT), environment=cache, module="api.assistants") as assistant:
        _, text = assistant.told("brief", files=["examples/ferry"])
    assert f"{text}\n" == printed
