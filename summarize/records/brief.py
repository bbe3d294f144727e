"""The records that go out: the brief and everything it is made of.

`Brief.to_dict` is the JSON form, schema "summarize.brief/1". Other programs read it: a field may be added, none may
change its meaning.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from summarize.options import Options
from summarize.records.length import count_words
from summarize.records.views import Coverage, Figure, Query, SentenceStatus, Since, TimelineEntry, View, rebuilt

SCHEMA = "summarize.brief/1"


class CitationRole(StrEnum):
    """Why a span is cited."""

    QUOTED = "quoted"
    """The sentence of the brief was taken here, word for word."""
    CORROBORATES = "corroborates"
    """This other source states the same claim."""
    PARTIAL = "partial"
    """This other source states a part of it."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A span of a source: `document.text[start:end] == quote`, always."""

    source: int
    """Number of the source, as in `Source.number`."""
    start: int
    end: int
    quote: str
    role: CitationRole
    page: int | None = None
    """On which it begins, counted from 1 whatever is printed on it; None where the source has no pages."""


@dataclass(frozen=True, slots=True)
class ContextNote:
    """What a sentence takes for known and the brief has not told before: who a surname is, which day "Friday" is.

    No part of what is quoted, and not counted as words of the brief.
    """

    start: int
    end: int
    """What is explained: `text[start:end]` of the sentence of the brief, not of a source."""
    text: str
    """What is shown: the words of the quote on one line, or a date."""
    source: int
    """Number of the source that says so, or from whose date of publication a day is counted."""
    source_start: int | None = None
    source_end: int | None = None
    """Where it says so, or gives the date from which a day is counted: `document.text[source_start:source_end] ==
    quote`. None for a day that is counted from `Source.published`."""
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class BriefSentence:
    """A sentence of the brief with everything that backs it; the first citation is the quoted one."""

    text: str
    claim: int
    voices: int
    """How many independent sources it cites."""
    citations: tuple[Citation, ...] = field(repr=False)
    notes: tuple[ContextNote, ...] = ()
    """In the order of what they explain."""
    status: SentenceStatus | None = None
    """What it is against an earlier brief, where the brief is made against one; none for a known sentence that is told
    as a new one depends on it."""


@dataclass(frozen=True, slots=True)
class Member:
    """A sentence of a source that states a claim."""

    source: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Claim:
    """Sentences, from any sources, whose main content is the same fact."""

    id: int
    chosen: bool
    score: float
    """What the claim was worth to the selection, 0 or more; comparable within one brief only."""
    voices: int
    """How many independent sources state it; copies of one article count once."""
    members: tuple[Member, ...]
    text: str = ""
    """The words of its first member; empty in a brief of an earlier version."""


@dataclass(frozen=True, slots=True)
class ConflictValue:
    """One side of a conflict and where it stands."""

    value: str
    source: int
    start: int
    end: int
    quote: str
    page: int | None = None
    """As of a citation."""


class ConflictStatus(StrEnum):
    """What the newest source does to the others."""

    UPDATE = "update"
    """It replaces what they said: the toll has risen, the plan was dropped."""
    DISPUTE = "dispute"
    """It says otherwise."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Members of claims, from different sources, that cannot both be true as stated."""

    kind: str
    claims: tuple[int, ...]
    values: tuple[ConflictValue, ...]
    newest: int | None = None
    """Number of the source published last, if every side is dated and no other side is as new."""
    status: ConflictStatus = ConflictStatus.DISPUTE


@dataclass(frozen=True, slots=True)
class Source:
    """A document as the brief refers to it."""

    number: int
    """Counted from 1 in the order the documents were given."""
    id: str
    title: str | None
    """As given, or else the headline found at the head of the text."""
    url: str | None
    publisher: str | None
    published: datetime | None
    sentences: int
    """How many sentences of content it has."""
    cited: int
    """How many sentences of the brief cite it."""
    copy_of: int | None = None
    """Number of the source it repeats nearly word for word."""
    off_topic: bool = False
    """It does not belong with the others and was left out."""
    language: str | None = None
    """ISO 639 code of the language it was read as: given, or told from the text, or else the default."""
    sha256: str | None = None
    """SHA-256 of the text that offsets count in, in UTF-8: `Document.sha256`."""
    media_type: str | None = None
    """Of the file that was the article, such as "text/markdown"; None where its text was given as such."""
    author: str | None = None
    """Who wrote it, as far as the source says: names of people, separated by commas."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many sentences are not in the brief, and why."""

    boilerplate: int = 0
    """Page boilerplate, bylines, credits: no content."""
    redundant: int = 0
    """Say what another sentence of the same claim says that stands in the brief."""
    too_short: int = 0
    """Headlines and fragments that cannot stand alone."""
    budget: int = 0
    """Their claim was worth less than those chosen."""
    off_topic: int = 0
    """Stand in sources that do not belong with the others."""


@dataclass(frozen=True, slots=True)
class Brief:
    """The cited sentences in reading order, what they were chosen from, and what was left out."""

    title: str | None
    sentences: tuple[BriefSentence, ...]
    sources: tuple[Source, ...]
    claims: tuple[Claim, ...] = field(repr=False)
    conflicts: tuple[Conflict, ...]
    left_out: LeftOut
    model: str
    options: Options
    since: Since | None = None
    """What has become of an earlier brief, where the brief is made against one."""
    query: Query | None = None
    """What was asked, where the brief answers a question."""
    coverage: Coverage | None = None
    timeline: tuple[TimelineEntry, ...] | None = None
    """By date, what is known to the month or year alone before what happened in it."""
    figures: tuple[Figure, ...] | None = None
    """Those of the claims that are worth most first."""

    @property
    def words(self) -> int:
        return sum(count_words(sentence.text) for sentence in self.sentences)

    def source(self, number: int) -> Source:
        """The source with this number."""
        return self.sources[number - 1]

    def to_dict(self) -> dict[str, Any]:
        """The brief as plain data for JSON; `Brief.from_dict` takes it back. What was not asked for is no field,
        and no page that a source does not have.
        """
        data: dict[str, Any] = {"schema": SCHEMA, **asdict(self)}
        unasked = [(data, name) for name in ("since", "query", *View)] + [
            (sentence, "status") for sentence in data["sentences"]
        ]
        unasked += [(cited, "page") for sentence in data["sentences"] for cited in sentence["citations"]]
        unasked += [(value, "page") for conflict in data["conflicts"] for value in conflict["values"]]
        for part, name in unasked:
            if part[name] is None:
                del part[name]
        for source in data["sources"]:
            if source["published"] is not None:
                source["published"] = source["published"].isoformat()
        return data

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Brief:
        """The brief that `to_dict` gave, also after a way through JSON, in this or another version of the schema."""
        views, data = data, _known_fields(data)
        return cls(
            title=data["title"],
            sentences=tuple(
                BriefSentence(
                    s["text"],
                    s["claim"],
                    s["voices"],
                    tuple(Citation(**{**c, "role": CitationRole(c["role"])}) for c in s["citations"]),
                    tuple(ContextNote(**note) for note in s.get("notes", ())),
                    SentenceStatus(s["status"]) if s.get("status") else None,
                )
                for s in data["sentences"]
            ),
            sources=tuple(
                Source(**{**s, "published": datetime.fromisoformat(s["published"]) if s["published"] else None})
                for s in data["sources"]
            ),
            claims=tuple(Claim(**{**c, "members": tuple(Member(**m) for m in c["members"])}) for c in data["claims"]),
            conflicts=tuple(
                Conflict(
                    c["kind"],
                    tuple(c["claims"]),
                    tuple(ConflictValue(**v) for v in c["values"]),
                    c.get("newest"),
                    ConflictStatus(c.get("status", ConflictStatus.DISPUTE)),
                )
                for c in data["conflicts"]
            ),
            left_out=LeftOut(**data["left_out"]),
            model=data["model"],
            options=Options(**data["options"]),
            since=rebuilt(Since | None, views.get("since")),
            query=rebuilt(Query | None, views.get("query")),
            coverage=rebuilt(Coverage | None, views.get("coverage")),
            figures=rebuilt(tuple[Figure, ...] | None, views.get("figures")),
            timeline=rebuilt(tuple[TimelineEntry, ...] | None, views.get("timeline")),
        )


_RECORDS: dict[str, Any] = {
    "sources": Source,
    "citations": Citation,
    "notes": ContextNote,
    "claims": Claim,
    "members": Member,
    "values": ConflictValue,
    "left_out": LeftOut,
    "options": Options,
}
"""What the parts of the JSON become, by the name they stand under."""


def _known_fields(data: Any, name: str = "") -> Any:
    """The data without the fields that a later version has added."""
    if isinstance(data, list | tuple):
        return tuple(_known_fields(item, name) for item in data)
    if not isinstance(data, dict):
        return data
    known = _RECORDS[name].__dataclass_fields__ if name in _RECORDS else data
    return {key: _known_fields(value, key) for key, value in data.items() if key in known}
