"""A draft as sentences: what of it can be checked, and where it names its sources."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from summarize.errors import DocumentError
from summarize.languages import Language, get
from summarize.languages.detect import detect
from summarize.records.corpus import collect
from summarize.records.document import BlockRole, Document
from summarize.records.length import count_words
from summarize.records.sentence import Sentence, SentenceRole
from summarize.segmentation import segment
from summarize.segmentation.segment import FILE_HEAD

MAX_SENTENCES = 2_000
"""Of the longest draft: each is read against fourteen sentences of the sources and more."""
MAX_CHARACTERS = 200 * MAX_SENTENCES
"""Of the longest draft: no news has sentences of 200 characters on average, and to count sentences takes seconds."""
MIN_WORDS = 2
"""A piece of fewer words states nothing."""
_LINK = r"(?:https?://|www\.)[^\s<>()\[\]\"]+[^\s<>()\[\]\".,;:!?'”’»]"
_MARKED_LINK = re.compile(
    r"(?P<open>!?\[)(?P<text>[^\[\]\n]{1,300})(?P<close>\]\(\s*<?(?P<url>[^()\s<>]+)>?(?:\s+\"[^\"\n]*\")?\s*\))"
)
_BARE_LINK = re.compile(_LINK)
_NUMBERS = re.compile(
    r"\[\^?(?P<numbers>\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*)"
    r"(?:,\s?[^\W\d_]{1,2}\.\s?\d{1,4}(?:\s?[,–-]\s?\d{1,4})*)?"  # a page: p. 3
    r"\](?![(:])"
)
_EMPHASIS = re.compile(
    r"\*{1,3}|(?<!\w)_{1,3}(?=\w)|(?<=[\w.!?])_{1,3}(?!\w)|`+|^[ \t]*(?:#{1,6}|>|[-*+•–]|\d{1,3}[.)])[ \t]+",
    re.MULTILINE,
)
_HEADING = re.compile(r"^[ \t]*#{1,6}[ \t]", re.MULTILINE)
_REFERENCE = re.compile(
    r"^[ \t]*(?:\[\^?(?P<mark>\d{1,3})\]:?[ \t]+(?P<entry>.*)"
    rf"|(?P<item>\d{{1,3}})[.)][ \t]+(?P<linked>.*{_LINK}.*))$",
    re.MULTILINE,
)
_MARKS = frozenset("*_`")
_END = re.compile(r"[.!?。！？؟।…][\"'”’»)\]*_\s]*$")
_QUESTION = re.compile(r"[?？؟][\"'”’»)\]*_\s]*$")
_WORD = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where the draft names a source itself: `text[start:end]` of the draft."""

    start: int
    end: int
    numbers: tuple[int, ...] = ()
    url: str = ""
    name: str = ""
    adjunct: tuple[int, int] = (0, 0)
    """Of a name the words that only say from whom it is: "according to the Post", which no source says of itself."""


class _Spans:
    """Spans in order, none of which overlap."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._starts, self._ends = [start for start, _ in spans], [end for _, end in spans]

    def __contains__(self, place: int) -> bool:
        found = bisect_right(self._starts, place) - 1
        return found >= 0 and place < self._ends[found]


@dataclass(frozen=True, slots=True)
class DraftSentence:
    """A sentence of a draft."""

    sentence: Sentence
    """`text` is that of the draft with its markup blanked; start and end are those in the draft."""
    reason: str
    """Why it cannot be checked; empty for what can."""
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft taken apart."""

    document: Document
    language: str
    sentences: tuple[DraftSentence, ...]
    references: tuple[tuple[int, str], ...]
    """Its own list of sources: their numbers in it, and what it says of each."""


def refuse_long(document: Document) -> None:
    """Raises DocumentError for a draft with more characters than are checked at once, before anything is made of it."""
    if len(document.text) > MAX_CHARACTERS:
        raise DocumentError(
            f"the draft {document.id!r} has {len(document.text):,} characters; at most {MAX_CHARACTERS:,} are checked"
        )


def take_apart(document: Document) -> Draft:
    """The sentences of a draft, each with what it names as its source.

    Raises DocumentError for a draft without words, or with more sentences or characters than are checked at once.
    """
    refuse_long(document)
    if not _WORD.search(document.text):
        raise DocumentError(f"the draft {document.id!r} is empty: it holds no words")
    references = tuple(
        (int(found["mark"] or found["item"]), (found["entry"] or found["linked"]).strip())
        for found in _REFERENCE.finditer(document.text)
    )
    listed = _Spans([match.span() for match in _REFERENCE.finditer(document.text)])
    text, mentions = _blanked(document.text, listed)
    language = document.language or detect(text)
    corpus = segment(collect([replace(document, text=text, language=language)]))
    found = sorted((*corpus.sentences, *corpus.boilerplate), key=lambda sentence: sentence.start)
    if len(found) > MAX_SENTENCES:
        raise DocumentError(
            f"the draft {document.id!r} has {len(found):,} sentences; at most {MAX_SENTENCES:,} are checked"
        )
    headings = {match.start() for match in _HEADING.finditer(document.text)}
    blocks = _Spans([(block.start, block.end) for block in document.blocks if block.role is BlockRole.HEADING])
    pack = get(language)
    named = (*mentions, *_attributions(found, pack))
    starts = [sentence.start for sentence in found]
    belongs: dict[int, list[Mention]] = {}
    for mention in sorted(named, key=lambda mention: mention.start):
        belongs.setdefault(bisect_right(starts, mention.start) - 1, []).append(mention)
    sentences = []
    edges = [0, *(sentence.start for sentence in found[1:]), len(document.text)]
    last = 0
    for place, unmarked in enumerate(found):
        sentence = _with_marks(document.text, unmarked, last, edges[place + 1])
        last = sentence.end
        line = document.text.rfind("\n", 0, sentence.start) + 1
        is_heading = line in headings or sentence.start in blocks
        is_listed = sentence.start in listed
        reason = "reference" if is_listed else _reason(sentence, pack, is_heading=is_heading, first=place == 0)
        end = _paragraph_end(document.text, sentence.end)
        own = () if is_listed else tuple(mention for mention in belongs.get(place, ()) if mention.start <= end)
        sentences.append(DraftSentence(sentence, reason, own))
    return Draft(document, language, tuple(sentences), references)


def _with_marks(text: str, sentence: Sentence, first: int, last: int) -> Sentence:
    """The sentence with the marks of emphasis that stand right before and behind it, as spaces; of marks between two
    sentences, `first` and `last` being where the others end and begin, those behind the one are its own.
    """
    start, end = sentence.start, sentence.end
    while start > first and text[start - 1] in _MARKS:
        start -= 1
    while end < last and text[end] in _MARKS:
        end += 1
    blanks = " " * (sentence.start - start), " " * (end - sentence.end)
    return replace(sentence, start=start, end=end, text=f"{blanks[0]}{sentence.text}{blanks[1]}")


def _paragraph_end(text: str, place: int) -> int:
    found = text.find("\n\n", place)
    return found if found >= 0 else len(text)


def _reason(  # noqa: PLR0911 each kind is one line
    sentence: Sentence, language: Language, *, is_heading: bool, first: bool
) -> str:
    text, checks = sentence.text, language.checks
    ended = bool(_END.search(text))
    if not _WORD.search(text) or count_words(text) < MIN_WORDS:
        return "no statement"
    if (
        sentence.reason == FILE_HEAD.name
        or is_heading
        or (first and not ended and sentence.role is SentenceRole.HEADLINE)
    ):
        return "heading"
    if _QUESTION.search(text):
        return "question"
    if checks.about_text.search(text):
        return "about the text"
    if checks.opinion.search(text):
        return "opinion"
    if text.rstrip().endswith(":"):
        return "heading"
    return "" if ended or checks.verb.search(text) else "no verb"


def _blanked(text: str, listed: _Spans) -> tuple[str, tuple[Mention, ...]]:
    """The text with its own citations and its markup turned into spaces, so that offsets stay, and what it cites."""
    chars = list(text)
    mentions = []

    def blank(start: int, end: int) -> None:
        for place in range(start, end):
            if chars[place] != "\n":
                chars[place] = " "

    marked = list(_MARKED_LINK.finditer(text))
    in_marked = _Spans([match.span() for match in marked])
    for match in marked:
        mentions.append(Mention(*match.span(), url=match["url"]))
        blank(match.start("open"), match.end("open"))
        blank(match.start("close"), match.end("close"))
    for match in _BARE_LINK.finditer(text):
        if match.start() not in in_marked:
            mentions.append(Mention(*match.span(), url=match[0]))
            if match.start() not in listed:
                blank(*match.span())
    for match in _NUMBERS.finditer(text):
        mentions.append(Mention(*match.span(), numbers=tuple(_counted(match["numbers"]))))
        blank(*match.span())
    for match in _EMPHASIS.finditer(text):
        blank(*match.span())
    return "".join(chars), tuple(mentions)


def _counted(numbers: str) -> Iterator[int]:
    for part in re.split(r"[,;]", numbers):
        first, *rest = (int(number) for number in re.split(r"[–-]", part))
        yield from range(first, min(rest[-1], first + 99) + 1) if rest else (first,)


def _attributions(sentences: Sequence[Sentence], language: Language) -> Iterator[Mention]:
    for sentence in sentences:
        for match in language.checks.attributed.finditer(sentence.text):
            group = "after" if match["after"] else "before"
            start, end = match.span(group)
            first, last = match.span() if match["after"] else (0, 0)
            adjunct = (sentence.start + first, sentence.start + last) if last else (0, 0)
            yield Mention(sentence.start + start, sentence.start + end, name=match[group], adjunct=adjunct)
