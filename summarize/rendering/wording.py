"""What every format says in the same words: names, numbers, dates, counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from types import MappingProxyType

from summarize.languages.en.calendar import MONTH_NAMES
from summarize.records.brief import Brief, BriefSentence, CitationRole, ContextNote, Source
from summarize.records.views import SentenceStatus
from summarize.rendering.cleaning import clean


def heading(brief: Brief) -> str:
    return clean(brief.title or "") or "Brief"


def cited(sentence: BriefSentence) -> tuple[int, ...]:
    """Numbers of the sources cited for all of a sentence, each once, the quoted one first."""
    return _sources(sentence, partial=False)


def partly(sentence: BriefSentence) -> tuple[int, ...]:
    """Numbers of the sources cited for a part of a sentence."""
    return _sources(sentence, partial=True)


def _sources(sentence: BriefSentence, *, partial: bool) -> tuple[int, ...]:
    chosen = (c for c in sentence.citations if (c.role is CitationRole.PARTIAL) is partial)
    return tuple(dict.fromkeys(citation.source for citation in chosen))


def references(sentence: BriefSentence) -> str:
    """All citation numbers behind a sentence, with their pages, such as "[3, p. 12][1], in part [4]"."""
    in_part, on = partly(sentence), pages(sentence)
    return brackets(cited(sentence), on) + (f", in part {brackets(in_part, on)}" if in_part else "")


def brackets(numbers: Iterable[int], on: Mapping[int, int | None] = MappingProxyType({})) -> str:
    """Citation numbers as they stand behind a sentence, with the pages they are `on`: [3, p. 12][1]."""
    return "".join(mark(number, on.get(number)) for number in numbers)


def mark(number: int, page: int | None = None) -> str:
    """The number of a source as it is cited, such as "[2]" or, of a place on a page, "[2, p. 3]"."""
    return f"[{number}]" if page is None else f"[{number}, p. {page}]"


def pages(sentence: BriefSentence) -> dict[int, int | None]:
    """The page that is cited of each source of a sentence, None where it has none."""
    return {citation.source: citation.page for citation in reversed(sentence.citations)}


def voices(sentence: BriefSentence) -> str:
    """How many report it, such as "3 sources"; told apart from the citations where some of them are copies."""
    sources = len(cited(sentence))
    if sentence.voices == sources:
        return count(sources, "source")
    if sentence.voices == 1:
        return "copies of one report"
    return f"{sentence.voices} independent sources"


def voices_mark(sentence: BriefSentence) -> str:
    """`voices` in brackets with a space before, or nothing for a sentence that stands in one source only."""
    return "" if sentence.voices == len(cited(sentence)) == 1 else f" ({voices(sentence)})"


def notes(sentence: BriefSentence, escape: Callable[[str], str] = str) -> str:
    """What the sentence takes for known, such as "Rade: Ella Rade, 30, the suspect [2]"; empty where it is nothing."""
    explained: dict[str, list[str]] = {}
    for note in sentence.notes:
        explained.setdefault(gloss(note, escape), []).append(escape(clean(sentence.text[note.start : note.end])))
    return " · ".join(f"{', '.join(words)}: {told}" for told, words in explained.items())


def gloss(note: ContextNote, escape: Callable[[str], str] = str) -> str:
    """What a note says, with its source."""
    return f"{escape(clean(note.text))} [{note.source}]"


def noted(sentence: BriefSentence) -> list[tuple[str, ContextNote | None]]:
    """The sentence on one line, cut where a note begins or ends: its pieces in order, each with its note."""
    pieces: list[tuple[str, ContextNote | None]] = []
    text, at = sentence.text, 0
    for note in sentence.notes:
        pieces += [(_piece(text[at : note.start]), None), (_piece(text[note.start : note.end]), note)]
        at = note.end
    pieces.append((_piece(text[at:]), None))
    whole = clean(text)
    # What would be taken out across a cut is no name and no day: rather no note than other words.
    return pieces if "".join(piece for piece, _ in pieces).strip() == whole else [(whole, None)]


def _piece(text: str) -> str:
    """A piece of a longer text, cleaned, with a space where one stands at its edge."""
    return f"{' ' * text[:1].isspace()}{clean(text)}{' ' * (text[-1:].isspace() and bool(text.strip()))}"


def moment(published: datetime) -> str:
    """A date such as "13 November 2029, 10:42 UTC"; midnight means that only the day is known."""
    # Not strftime("%B"), which speaks the language of the machine.
    day = f"{published.day} {MONTH_NAMES[published.month - 1]} {published.year}"
    if published.hour == published.minute == 0:
        return day
    offset = published.strftime("%z")
    zone = f" UTC{offset[:3]}:{offset[3:5]}" if offset else ""
    return f"{day}, {published:%H:%M}{zone.removesuffix('+00:00')}"


def written(date: str) -> str:
    """A date in ISO 8601, of a day, a month or a year, as people write it."""
    year, *rest = date.split("-")
    month = [MONTH_NAMES[int(rest[0]) - 1]] if rest else []
    return " ".join([*(str(int(day)) for day in rest[1:]), *month, year])


def source_name(source: Source) -> str:
    """Title of the source, or its id where it has none."""
    return clean(source.title or "") or clean(source.id)


def source_short(source: Source) -> str:
    """Publisher of the source, or its title or id where it has none."""
    return clean(source.publisher or "") or source_name(source)


def source_details(source: Source) -> list[str]:
    """Title (or id), author, publisher and date of the source, as far as they are known."""
    details = [source_name(source), by(source), clean(source.publisher or "")]
    if source.published:
        details.append(moment(source.published))
    return [detail for detail in details if detail]


def by(source: Source) -> str:
    """Who wrote the source, if that is known: "by Ann Marsh"."""
    author = clean(source.author or "")
    return f"by {author}" if author else ""


def source_marks(source: Source) -> list[str]:
    """What the reader should know about the source, such as "copy of [2]"."""
    marks = [f"copy of [{source.copy_of}]"] if source.copy_of else []
    if source.off_topic:
        return [*marks, "off topic, left out"]
    return marks if source.cited else [*marks, "not cited"]


def marks_suffix(source: Source) -> str:
    """`source_marks` in brackets with a space before, or nothing."""
    marks = "; ".join(source_marks(source))
    return f" ({marks})" if marks else ""


STATUSES = {
    SentenceStatus.NEW: "New",
    SentenceStatus.CHANGED: "Changed",
    SentenceStatus.CONFIRMED: "Confirmed",
}


def status(sentence: BriefSentence) -> str:
    """What stands before a sentence of a brief that is made against an earlier one: "New" and the like, or nothing."""
    return STATUSES[sentence.status] if sentence.status else ""


def since(brief: Brief) -> str:
    """What is new against an earlier brief, in a line; empty for a brief that is made against none."""
    if brief.since is None:
        return ""
    earlier = f"“{title}”" if (title := clean(brief.since.title or "")) else "the earlier brief"
    as_new = {sentence.claim for sentence in brief.sentences if sentence.status is SentenceStatus.NEW}
    told = [
        *_counted(len(as_new.union(brief.since.new)), "new claim"),
        *_counted(len(brief.since.changed), "change"),
        *_counted(len(brief.since.disputed), "dispute"),
    ] or ["Nothing new"]
    if confirmed := len(brief.since.confirmed):
        told.append(f"{confirmed} confirmed")
    sources = [*_counted(len(brief.since.newer), "newer source"), *_counted(len(brief.since.revised), "revised source")]
    return f"{', '.join(told)} since {earlier}, from {' and '.join(sources) or 'no newer source'}."


def _counted(number: int, noun: str) -> list[str]:
    """The number with its noun, where there is any."""
    return [count(number, noun)] if number else []


def query(brief: Brief) -> str:
    """What was asked and whether the sources answer it, in a line; empty for a brief that answers no question."""
    if brief.query is None:
        return ""
    asked = f"“{clean(brief.query.text)}{'…' if brief.query.cut else ''}”"
    told = f"On the question {asked}." if brief.query.answered else f"The sources do not answer {asked}."
    cut = " Of the question only its beginning was read." if brief.query.cut else ""
    foreign = " It is in another language than the sources." if brief.query.foreign else ""
    return told + cut + foreign


_NAMED = 3
"""Sources that are named where several are missing."""


def since_notes(brief: Brief) -> list[str]:
    """What of the earlier brief was not found as it was; its name belongs before each."""
    if brief.since is None:
        return []
    told = []
    if missing := brief.since.missing:
        named = ", ".join(map(clean, missing[:_NAMED])) + (" and others" if len(missing) > _NAMED else "")
        told.append(f"{len(missing)} of its sources are not given now ({named}); what its claims say of them is known")
    if brief.since.revised:
        told.append(f"{len(brief.since.revised)} of its sources have another text now, and are compared by meaning")
    return told


def extent(brief: Brief) -> str:
    """How long the brief is and where its sentences come from."""
    if not brief.sentences:
        return f"No sentence, from {count(len(brief.sources), 'source')}."
    quoted = {c.source for sentence in brief.sentences for c in sentence.citations if c.role is CitationRole.QUOTED}
    given = count(len(brief.sources), "source")
    origin = given if len(quoted) == len(brief.sources) else f"{len(quoted)} of {given}"
    length = f"{count(brief.words, 'word')} in {count(len(brief.sentences), 'sentence')}"
    return f"{length}, taken word for word from {origin}."


def left_out(brief: Brief) -> str:
    """What is not in the brief, and why, in a sentence."""
    out = brief.left_out
    less = "known before or of less weight" if brief.since else "of less weight"
    less = "that answer nothing or weigh less" if brief.query else less
    reasons = [
        (out.redundant, "sentence that repeats one quoted here", "sentences that repeat one quoted here"),
        (out.budget, f"sentence {less}", f"sentences {less}"),
        (out.too_short, "headline or fragment", "headlines or fragments"),
        (out.boilerplate, "piece of page clutter", "pieces of page clutter"),
    ]
    parts = [count(number, one, many) for number, one, many in reasons if number]
    if sources := sum(source.off_topic for source in brief.sources):
        parts.append(f"{count(out.off_topic, 'sentence')} of {count(sources, 'source')} off topic")
    return f"Left out: {', '.join(parts)}." if parts else "Nothing was left out."


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun, such as "1 source" and "1,204 words"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
