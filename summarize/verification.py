"""Whether a brief still holds: each of its spans looked up again in the documents it was made from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from summarize.errors import BriefError
from summarize.records.brief import SCHEMA, Brief, CitationRole, Source
from summarize.records.document import SURROGATE, Document


class Fault(StrEnum):
    """Why something in a brief does not hold."""

    MISSING = "missing"
    """No document has the id or the text of the source."""
    CHANGED = "changed"
    """The text of the source is not the one whose SHA-256 the brief has."""
    OUTSIDE = "outside"
    """The source has no such place, or the brief no such source."""
    DIFFERENT = "different"
    """Other words stand there."""
    PAGE = "page"
    """It stands on another page."""
    UNQUOTED = "unquoted"
    """The sentence of the brief is not what its quoted citation says."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Something in a brief that does not hold."""

    fault: Fault
    place: str
    """Where in the brief, such as "sentence 1, citation 2"; counted from 1."""
    source: int | None = None
    """Number of the source."""
    start: int | None = None
    end: int | None = None
    """Where in the source."""
    expected: str | None = None
    """What the brief says stands there; of a page its number."""
    found: str | None = None
    """What stands there; of a page its number, None where the source has none."""


@dataclass(frozen=True, slots=True)
class Verification:
    """What became of the evidence of a brief."""

    failures: tuple[Failure, ...]
    """In the order of the brief: sources, sentences, claims, conflicts. Of a missing source only that it is missing."""
    spans: int
    """Citations, notes that quote, members of claims and values of conflicts there are."""

    @property
    def holds(self) -> bool:
        """Whether all of it does."""
        return not self.failures


@dataclass(frozen=True, slots=True)
class _Span:
    place: str
    source: int
    start: int
    end: int
    quote: str | None
    page: int | None = None


def verify(brief: Brief, documents: Iterable[Document]) -> Verification:
    """Whether every span of a brief stands in these documents, word for word.

    A source is the document that has its id and its text (by SHA-256); where there is none, one that has its text; and
    else the one that has its id. For each citation, note that quotes and value of a conflict
    `document.text[start:end] == quote` must hold, each member of a claim must lie inside its document, each sentence
    must be the words it quotes, and the text of each source must have the SHA-256 in the brief, where the brief has
    one. A page that is cited must be that of the document, unless the document is a text given as such without pages.
    Nothing else of the brief is looked at.
    """
    found = _match(brief.sources, tuple(documents))
    spans = tuple(_spans(brief))
    failures = [*_source_failures(brief.sources, found), *_sentence_failures(brief)]
    missing = {source.number for source in brief.sources} - found.keys()
    for span in spans:
        if span.source not in missing and (failure := _check(span, found.get(span.source))):
            failures.append(failure)
    return Verification(tuple(failures), len(spans))


def load_brief(written: str | bytes) -> Brief:
    """The brief in a JSON text, as `summarize -f json` writes it.

    Raises BriefError for what is no JSON, of another schema, damaged, or without a sentence.
    """
    try:
        data = json.loads(written)
    except (ValueError, RecursionError) as error:
        raise BriefError(f"not JSON ({getattr(error, 'msg', None) or 'damaged'})") from None
    return brief_of(data)


def brief_of(data: Any) -> Brief:
    """The same of what JSON holds. Raises BriefError for what is of another schema, damaged, or without a sentence."""
    schema = data.get("schema") if isinstance(data, dict) else None
    if schema != SCHEMA:
        told = f"is of schema {schema[:80]!r}" if isinstance(schema, str) else "has no schema"
        raise BriefError(f"{told}, not {SCHEMA!r}; write a brief with summarize -f json")
    try:
        brief = Brief.from_dict(data)
        # JSON may hold half a surrogate pair, which no text does, and which nothing can be written with.
        sound = _sound(brief) and not SURROGATE.search(json.dumps(data, ensure_ascii=False))
    except (LookupError, TypeError, ValueError, AttributeError, RecursionError):
        sound = False
    if not sound:
        raise BriefError(f"a damaged brief: fields of {SCHEMA!r} are missing or hold something else")
    if not brief.sentences and brief.since is None:
        raise BriefError("a brief without a sentence")
    return brief


def _sound(brief: Brief) -> bool:
    """Whether what `verify` looks at is of the types it should be: JSON may hold anything."""
    spans = tuple(_spans(brief))
    whole = [number for span in spans for number in (span.source, span.start, span.end)]
    whole += [claim.id for claim in brief.claims]
    whole += [span.page for span in spans if span.page is not None]
    words = [source.id for source in brief.sources] + [sentence.text for sentence in brief.sentences]
    optional = [source.sha256 for source in brief.sources] + [span.quote for span in spans]
    return (
        [source.number for source in brief.sources] == list(range(1, len(brief.sources) + 1))
        and all(type(number) is int for number in whole)
        and all(isinstance(text, str) for text in words)
        and all(text is None or isinstance(text, str) for text in optional)
    )


def _match(sources: Iterable[Source], documents: tuple[Document, ...]) -> dict[int, Document]:
    """The document of each source that has one, by the number of the source."""
    by_id = {document.id: document for document in reversed(documents)}
    by_text = {document.sha256: document for document in reversed(documents)}
    own = {
        source.number: by_id[source.id]
        for source in sources
        if source.id in by_id and source.sha256 in (None, by_id[source.id].sha256)
    }
    # A document that is a source under its own id does not stand for another of the same text, which may have changed.
    taken = {document.id for document in own.values()}
    free = {document.sha256: document for document in reversed(documents) if document.id not in taken}
    found = {}
    for source in sources:
        text = source.sha256 or ""
        document = own.get(source.number) or free.get(text) or by_id.get(source.id) or by_text.get(text)
        if document is not None:
            found[source.number] = document
    return found


def _spans(brief: Brief) -> Iterator[_Span]:
    for number, sentence in enumerate(brief.sentences, start=1):
        for count, cited in enumerate(sentence.citations, start=1):
            place = f"sentence {number}, citation {count}"
            yield _Span(place, cited.source, cited.start, cited.end, cited.quote, cited.page)
        for count, note in enumerate(sentence.notes, start=1):
            if note.source_start is not None and note.source_end is not None:
                place = f"sentence {number}, note {count}"
                yield _Span(place, note.source, note.source_start, note.source_end, note.quote)
    for claim in brief.claims:
        for count, member in enumerate(claim.members, start=1):
            words = claim.text or None if count == 1 else None
            yield _Span(f"claim {claim.id}, member {count}", member.source, member.start, member.end, words)
    for number, conflict in enumerate(brief.conflicts, start=1):
        for count, value in enumerate(conflict.values, start=1):
            place = f"conflict {number}, value {count}"
            yield _Span(place, value.source, value.start, value.end, value.quote, value.page)
    yield from _view_spans(brief)


def _view_spans(brief: Brief) -> Iterator[_Span]:
    """Those of what was asked for beside the sentences."""
    for number, change in enumerate(brief.since.changed if brief.since else (), start=1):
        for name, told in (("earlier", change.earlier), ("newer", change.newer)):
            yield _Span(f"change {number}, {name}", told.source, told.start, told.end, told.quote)
    for number, row in enumerate(brief.coverage.rows if brief.coverage else (), start=1):
        for cell in row.cells:
            if cell.start is not None and cell.end is not None:
                yield _Span(f"coverage {number}, source {cell.source}", cell.source, cell.start, cell.end, None)
    quoted = [(f"timeline {number}", entry.said) for number, entry in enumerate(brief.timeline or (), start=1)]
    for number, figure in enumerate(brief.figures or (), start=1):
        quoted += [(f"figure {number}, value {count}", v.said) for count, v in enumerate(figure.values, start=1)]
    for place, said in quoted:
        for count, quotation in enumerate(said, start=1):
            words = quotation.source, quotation.start, quotation.end, quotation.quote
            yield _Span(f"{place}, quotation {count}", *words)


def _source_failures(sources: Iterable[Source], found: Mapping[int, Document]) -> Iterator[Failure]:
    for source in sources:
        place = f"source {source.number}"
        document = found.get(source.number)
        if document is None:
            yield Failure(Fault.MISSING, place, source.number)
        elif source.sha256 is not None and document.sha256 != source.sha256:
            yield Failure(Fault.CHANGED, place, source.number, expected=source.sha256, found=document.sha256)


def _sentence_failures(brief: Brief) -> Iterator[Failure]:
    for number, sentence in enumerate(brief.sentences, start=1):
        quoted = next((cited for cited in sentence.citations if cited.role is CitationRole.QUOTED), None)
        if quoted is None or quoted.quote != sentence.text:
            yield Failure(
                Fault.UNQUOTED,
                f"sentence {number}",
                quoted.source if quoted else None,
                expected=sentence.text,
                found=quoted.quote if quoted else None,
            )


def _check(span: _Span, document: Document | None) -> Failure | None:
    if document is None or not 0 <= span.start < span.end <= len(document.text):
        return Failure(Fault.OUTSIDE, span.place, span.source, span.start, span.end, span.quote)
    words = document.text[span.start : span.end]
    where = span.place, span.source, span.start, span.end
    if span.quote is not None and words != span.quote:
        return Failure(Fault.DIFFERENT, *where, span.quote, words)
    page = document.page_of(span.start)
    has_told = bool(document.pages or document.media_type)
    if span.page is None or span.page == page or not has_told:
        return None
    return Failure(Fault.PAGE, *where, str(span.page), None if page is None else str(page))
