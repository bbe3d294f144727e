"""Whatever is cited of a source with pages tells the page, from the file to the check of the brief a year later."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from summarize import Brief, Document, check, summarize, verify
from summarize.batch.collection import of_records
from summarize.cli import run
from summarize.errors import BriefError
from summarize.reading import read_contents
from summarize.verification import Fault, load_brief
from tests.conftest import WordEncoder
from tests.reading.pdfs import Line, column, needs_pdfium, pdf

pytestmark = needs_pdfium

STRUCK = "A passenger ferry struck the North Mole at Port Ennick on Tuesday, injuring 27 people."
CAPTAIN = "Captain Joren Haldane told officers that his radar screen had gone dark."
INSPECTORS = "The Marine Accident Board is sending four inspectors to the island."
LATER = "A passenger ferry struck the North Mole at Port Ennick on Tuesday, injuring 31 people."
FILES = {
    "report.pdf": pdf(
        [Line(72, 790, "Ferry strikes the North Mole", 20), *column(STRUCK)], column(CAPTAIN), column(INSPECTORS)
    ),
    "later.pdf": pdf([], column(f"{LATER}\n\nSundvik Lines has cancelled all sailings until Thursday.")),
    "wire.txt": f"{CAPTAIN}\n\nMasons will look at the stones of the pier before it is opened again.".encode(),
}


@pytest.fixture
def documents() -> list[Document]:
    return [*read_contents(list(FILES.items())).documents]


@pytest.fixture
def brief(documents: list[Document], encoder: WordEncoder) -> Brief:
    return summarize(documents, encoder=encoder)


def test_every_citation_of_a_source_with_pages_tells_its_page(brief: Brief, documents: list[Document]) -> None:
    expected = {STRUCK: 1, CAPTAIN: 2, INSPECTORS: 3, LATER: 2}
    cited = [(c.source, c.quote, c.page) for sentence in brief.sentences for c in sentence.citations]
    cited += [(v.source, v.quote, v.page) for conflict in brief.conflicts for v in conflict.values]
    assert {number for number, _, _ in cited} == {1, 2, 3}
    assert any(conflict.values[0].page for conflict in brief.conflicts)
    for number, quote, page in cited:
        assert page == (None if number == 3 else expected.get(quote, 2))


def test_the_same_text_is_cited_with_the_pages_of_each_source(encoder: WordEncoder) -> None:
    text = f"{STRUCK}\n\n{CAPTAIN}"
    sources = [Document("a", text, pages=(0, 20)), Document("b", text), Document("c", text, pages=(0, 0, 5, 5))]
    (first, _) = summarize(sources, encoder=encoder).sentences
    assert {citation.source: citation.page for citation in first.citations} == {1: 1, 2: None, 3: 2}


def test_only_what_has_a_page_has_the_field_and_the_json_is_read_as_it_was_written(brief: Brief) -> None:
    data = json.loads(json.dumps(brief.to_dict()))
    assert load_brief(json.dumps(data)) == brief
    spans = [cited for sentence in data["sentences"] for cited in sentence["citations"]]
    spans += [value for conflict in data["conflicts"] for value in conflict["values"]]
    for span in spans:
        assert ("page" in span) == (span["source"] != 3)


def on_page(brief: Brief, page: Any) -> str:
    data = brief.to_dict()
    data["sentences"][0]["citations"][0]["page"] = page
    return json.dumps(data)


def test_a_brief_with_pages_holds_and_a_wrong_page_is_named(brief: Brief, documents: list[Document]) -> None:
    assert verify(brief, documents).holds
    cited = brief.sentences[0].citations[0]
    (failure,) = verify(load_brief(on_page(brief, 9)), documents).failures
    assert (failure.fault, failure.place) == (Fault.PAGE, "sentence 1, citation 1")
    assert (failure.expected, failure.found) == ("9", str(cited.page))


def test_a_page_of_a_file_that_has_none_is_named(documents: list[Document], encoder: WordEncoder) -> None:
    brief = summarize(documents[2:], encoder=encoder)
    (failure,) = verify(load_brief(on_page(brief, 1)), documents).failures
    assert (failure.fault, failure.expected, failure.found) == (Fault.PAGE, "1", None)


def test_a_brief_holds_against_the_bare_texts_of_its_sources(brief: Brief, documents: list[Document]) -> None:
    """Nobody tells where their pages begin."""
    assert verify(brief, [Document(document.id, document.text) for document in documents]).holds


@pytest.mark.parametrize("page", ["1", 1.5, True, [1]])
def test_a_page_that_is_no_number_is_damage(brief: Brief, page: object) -> None:
    with pytest.raises(BriefError, match="damaged"):
        load_brief(on_page(brief, page))


def test_a_source_whose_text_stands_on_other_pages_now_is_not_new(
    brief: Brief, documents: list[Document], encoder: WordEncoder
) -> None:
    moved = [replace(d, pages=(0, *d.pages)) if d.pages else d for d in documents]
    since = summarize(moved, encoder=encoder, since=brief).since
    assert since is not None
    assert (since.newer, since.revised, since.missing) == ((), (), ())


def test_the_evidence_of_a_check_tells_its_page(documents: list[Document], encoder: WordEncoder) -> None:
    made = check(Document("draft", f"{CAPTAIN} {INSPECTORS}"), documents, encoder)
    found = {(cited.source, cited.quote): cited.page for s in made.sentences for cited in s.citations}
    assert (found[1, CAPTAIN], found[1, INSPECTORS], found[3, CAPTAIN]) == (2, 3, None)
    written = [cited for sentence in made.to_dict()["sentences"] for cited in sentence["citations"]]
    assert {cited["source"]: "page" in cited for cited in written} == {1: True, 3: False}


def test_a_record_of_a_batch_brings_its_pages(documents: list[Document]) -> None:
    paged = documents[0]
    record = {"id": paged.id, "text": paged.text, "sha256": paged.sha256, "pages": list(paged.pages)}
    assert of_records("a", "line 1", [record]).read().documents[0].pages == paged.pages


def test_verify_says_on_which_page_it_stands(
    tmp_path: Path, documents: list[Document], encoder: WordEncoder, capfd: pytest.CaptureFixture[str]
) -> None:
    for name, content in FILES.items():
        (tmp_path / name).write_bytes(content)
    read = [replace(document, id=str(tmp_path / document.id)) for document in documents]
    made = summarize(read, encoder=encoder)
    path = tmp_path.parent / f"{tmp_path.name}.json"
    path.write_text(on_page(made, 9), encoding="utf-8")
    assert run(["verify", str(path), str(tmp_path)]) == 1
    assert f"it stands on page {made.sentences[0].citations[0].page}, not on page 9" in capfd.readouterr().out
