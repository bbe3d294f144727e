"""Briefs of invented events to render, put together by hand so that they show everything a format has to show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from summarize.options import Options
from summarize.records.brief import (
    Brief,
    BriefSentence,
    Citation,
    CitationRole,
    Claim,
    Conflict,
    ConflictStatus,
    ConflictValue,
    ContextNote,
    LeftOut,
    Member,
    Source,
)
from summarize.records.document import Document

Said = tuple[int, str]
"""Number of a source and words that stand in it."""


@dataclass(frozen=True)
class Fact:
    """What a sentence of the sample brief says: the quoted words first, then those that corroborate it."""

    said: list[Said]
    voices: int
    notes: tuple[tuple[str, str | Said], ...] = ()
    """Words of the sentence that are explained, each with a date or with the words of a source."""


def build(
    documents: list[Document],
    facts: list[Fact],
    conflicts: list[tuple[str, list[int], list[tuple[str, int, str]]]],
    *,
    title: str | None,
    left_out: LeftOut,
    copies: dict[int, int] | None = None,
    off_topic: tuple[int, ...] = (),
    newest: int | None = None,
) -> Brief:
    """A brief whose spans are looked up in the documents, so that every offset is true."""

    def span(number: int, words: str) -> tuple[int, int]:
        start = documents[number - 1].text.index(words)
        return start, start + len(words)

    def note(said: Said, words: str, told: str | Said) -> ContextNote:
        start = said[1].index(words)
        if isinstance(told, str):
            return ContextNote(start, start + len(words), told, said[0])
        return ContextNote(start, start + len(words), " ".join(told[1].split()), told[0], *span(*told), told[1])

    sentences = tuple(
        BriefSentence(
            fact.said[0][1],
            claim,
            fact.voices,
            tuple(
                Citation(number, *span(number, words), words, CitationRole.CORROBORATES if i else CitationRole.QUOTED)
                for i, (number, words) in enumerate(fact.said)
            ),
            tuple(note(fact.said[0], words, told) for words, told in fact.notes),
        )
        for claim, fact in enumerate(facts, start=1)
    )
    return Brief(
        title=title,
        sentences=sentences,
        sources=tuple(
            Source(
                number,
                document.id,
                document.title,
                document.url,
                document.publisher,
                document.published,
                sentences=document.text.count(".") + 1,
                cited=sum(number in {c.source for c in sentence.citations} for sentence in sentences),
                copy_of=(copies or {}).get(number),
                off_topic=number in off_topic,
                language="en",
                sha256=document.sha256,
                media_type="text/plain" if document.id.endswith(".txt") else None,
                author=document.author,
            )
            for number, document in enumerate(documents, start=1)
        ),
        claims=tuple(
            Claim(claim, True, fact.voices / claim, fact.voices, tuple(Member(n, *span(n, w)) for n, w in fact.said))
            for claim, fact in enumerate(facts, start=1)
        ),
        conflicts=tuple(
            Conflict(
                kind,
                tuple(claims),
                tuple(ConflictValue(v, n, *span(n, words), words) for v, n, words in values),
                newest,
                ConflictStatus.UPDATE if newest and kind == "number" else ConflictStatus.DISPUTE,
            )
            for kind, claims, values in conflicts
        ),
        left_out=left_out,
        model="sample",
        options=Options(),
    )


WIRE, RADIO, BLAZON, MERCURY, REVIEW, TIMETABLE = range(1, 7)

_WIRE_INJURED = (
    "A passenger ferry inbound from the island of Skarra struck the head of the North Mole at Port Ennick in dense fog "
    "early on Tuesday, injuring at least 27 people, the coastguard said."
)
_WIRE_TIME = (
    "The collision happened at about 7:40 a.m., when visibility in the harbour approach was below 50 metres, "
    "according to the port's log."
)
_WIRE_RADAR = (
    "Captain Joren Haldane, 52, told officers that his radar screen went dark less than a minute before the impact, "
    "a police source said."
)
_WIRE_SERVICED = (
    "Sundvik Lines, which operates the route, said the set had been serviced in September and had passed its "
    "inspection."
)
_WIRE_CANCELLED = "It cancelled all sailings between Skarra and the mainland until Thursday at the earliest."
_RADIO_INJURED = (
    "A passenger ferry sailing in from Skarra has struck the end of the North Mole at Port Ennick in dense fog, "
    "the coastguard says."
)
_RADIO_RADAR = (
    "Captain Joren Haldane, 52, has told officers his radar screen went dark less than a minute beforehand, "
    "according to a police source."
)
_RADIO_SERVICED = (
    "Sundvik Lines, the route's operator, says the set was serviced in September and passed its inspection."
)
_RADIO_27 = "At least 27 people are injured."
_BLAZON_31 = "By last night the injured numbered 31 people."
_BLAZON_RADAR = "Skipper Joren Haldane swears his radar 'just died on him' with the mole dead ahead."
_BLAZON_SERVICED = "But bosses at Sundvik hit back, insisting the kit got a clean bill of health\nonly two months ago."
_BLAZON_DECKHAND = "One deckhand claimed late boats cost crews their bonus, 'so you don't slow down for a bit of mist'."
_MERCURY_31 = (
    "Thirty-one people needed treatment after the island's ferry ran into the mole on Tuesday; four were still in "
    "hospital in Dunmarrick as we went to press."
)
_MERCURY_TIME = (
    "According to the harbour log the blow came at 7.55am, in murk so thick that the man in the signal hut could not "
    "make out the end of his own jetty."
)
_MERCURY_CANCELLED = (
    "All sailings between Skarra and the mainland are now cancelled until Saturday at the earliest, two days longer "
    "than first promised, Sundvik Lines confirmed last night."
)
_MERCURY_UNION = (
    "In April this newspaper reported that the seafarers' union had written to Sundvik complaining that masters were "
    "expected to keep to time whatever the weather."
)
_REVIEW_RADAR = "Her master says he was suddenly looking at a black screen."
_REVIEW_SERVICED = (
    "Sundvik Lines says that the set had been serviced as recently as September and had passed its inspection."
)


def ferry() -> Brief:
    """Six articles: a wire story, its copy, three of their own, and one that is about something else."""
    documents = [
        Document(
            "wire.txt",
            f"PORT ENNICK, Nov 13 (NPA) - {_WIRE_INJURED}\n\n{_WIRE_TIME}\n\n{_WIRE_RADAR}\n\n"
            f"{_WIRE_SERVICED} {_WIRE_CANCELLED}\n",
            "Ferry strikes pier in dense fog, at least 27 hurt",
            "https://npa.example/2029/11/13/skarra-ferry",
            "Northern Press Agency",
            datetime(2029, 11, 13, 10, 42, tzinfo=UTC),
        ),
        Document(
            "radio.html",
            f"{_RADIO_INJURED} {_RADIO_27}\n\n{_RADIO_RADAR} {_RADIO_SERVICED}",
            "Dozens hurt as Skarra ferry strikes North Mole in fog",
            "https://ennickcoast.example/news/4711?from=home&page=2",
            "Ennick Coast Radio",
            datetime(2029, 11, 13, 11, 5, tzinfo=UTC),
            author="Ann Marsh, Joe <Roe>",
        ),
        Document(
            "blazon.txt",
            f"{_BLAZON_31}\n\n{_BLAZON_RADAR} {_BLAZON_SERVICED}\n\n{_BLAZON_DECKHAND}",
            "'LIKE HITTING A BRICK WALL': Terror as fog-blind ferry smashes into harbour",
            "https://blazon.example/ferry_(skarra)",
            "Daily Blazon",
            datetime(2029, 11, 14),
        ),
        Document(
            "mercury.txt",
            f"{_MERCURY_CANCELLED} {_MERCURY_31}\n\n{_MERCURY_TIME}\n\n{_MERCURY_UNION}",
            "No boat before Saturday as inspectors go over the Maid",
            None,
            "Ennick Mercury",
            datetime(2029, 11, 15, 8, 30),
        ),
        Document(
            "review.txt",
            f"{_REVIEW_RADAR} {_REVIEW_SERVICED}",
            "Ten years after the Orlay, still one radar",
            None,
            "Tidewater Review",
            None,
        ),
        Document("timetable.txt", "Winter sailings begin on the first Sunday of December.", "Winter timetable"),
    ]
    return build(
        documents,
        [
            Fact([(WIRE, _WIRE_INJURED), (RADIO, _RADIO_INJURED)], voices=1, notes=(("Tuesday", "13 November 2029"),)),
            Fact([(WIRE, _WIRE_TIME), (MERCURY, _MERCURY_TIME)], voices=2),
            Fact(
                [(REVIEW, _REVIEW_RADAR), (WIRE, _WIRE_RADAR), (RADIO, _RADIO_RADAR), (BLAZON, _BLAZON_RADAR)], voices=3
            ),
            Fact(
                [
                    (BLAZON, _BLAZON_SERVICED),
                    (WIRE, _WIRE_SERVICED),
                    (RADIO, _RADIO_SERVICED),
                    (REVIEW, _REVIEW_SERVICED),
                ],
                voices=3,
                notes=(("Sundvik", (WIRE, "Sundvik Lines, which operates the route")),),
            ),
            Fact([(BLAZON, _BLAZON_DECKHAND)], voices=1),
        ],
        [
            (
                "number",
                [1],
                [
                    ("27", WIRE, _WIRE_INJURED),
                    ("27", RADIO, _RADIO_27),
                    ("31", BLAZON, _BLAZON_31),
                    ("31", MERCURY, _MERCURY_31),
                ],
            ),
            ("time", [2], [("7:40 a.m.", WIRE, _WIRE_TIME), ("7.55am", MERCURY, _MERCURY_TIME)]),
            ("date", [6, 7], [("Thursday", WIRE, _WIRE_CANCELLED), ("Saturday", MERCURY, _MERCURY_CANCELLED)]),
        ],
        newest=MERCURY,
        title="Ferry strikes pier in dense fog, at least 27 hurt",
        left_out=LeftOut(boilerplate=9, redundant=12, too_short=1, budget=1204, off_topic=8),
        copies={RADIO: WIRE},
        off_topic=(TIMETABLE,),
    )


def hostile() -> Brief:
    """Sources that hold markup of every kind, terminal escape sequences and addresses that are no links."""
    script = "<script>alert('x')</script> & <b>bold</b> &copy; \"quoted\""
    markup = "1. Not a list, *not* _emphasis_, `not code`, snake_case, [not](a-link) and ![no](image)."
    rich = "[bold red]Not bold[/bold red] :smile: [/] and [link=https://evil.example]no link[/link]."
    steered = "Red \x1b[31malert\x1b[0m,\x1b]0;owned\x07 bell\x07, \x9b2Jcleared and \u202eturned round."
    wrapped = "A quotation that was\nhard-wrapped   in its source,\r\n\tas mail often is."
    arabic = "أعلنت السلطات إغلاق الميناء حتى يوم الخميس."
    documents = [
        Document(
            "one", f"{script}\n\n{markup}", "# [Title](x) with `ticks` <script>", "javascript:alert(1)", "<i>Paper</i>"
        ),
        Document(
            "two", f"{rich}\n\n{steered}", "1. A [bold]title[/bold]", " JaVa\nScript:alert(1)", "\x1b[2JPublisher"
        ),
        Document("three.txt", f"{wrapped}\n\n{arabic}", None, 'https://example.org/a b"><script>(1)&copy;'),
    ]
    return build(
        documents,
        [
            Fact([(1, script)], voices=1),
            Fact([(1, markup)], voices=1),
            Fact([(2, rich), (3, wrapped)], voices=2),
            Fact([(2, steered)], voices=1, notes=(("Red", (1, script)), ("round", "\x1b[2J<b>*_[2]_*</b>"))),
            Fact([(3, wrapped)], voices=1),
            Fact([(3, arabic)], voices=1),
        ],
        [("number", [3], [("[bold]", 2, rich), ("*27*", 3, wrapped)])],
        title="# <script>alert(1)</script> [bold]*News*[/bold]\x1b[31m",
        left_out=LeftOut(),
    )


SAMPLES = {"ferry": ferry, "hostile": hostile}
