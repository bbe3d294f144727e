"""The headline of each document: what its publisher calls it, or the line above its text that agrees with the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarize.languages import Language, get
from summarize.records.document import Document
from summarize.records.links import parts_of
from summarize.records.sentence import Sentence, SentenceRole
from summarize.segmentation.items import TICKER

MIN_SHARED, MIN_SHARE = 2, 0.4
"""Words, and share of the words, that a headline has in common with the text below it."""
LONG_TOKEN = 4
LEAST_WORDS = 2
"""What is left of a headline without its labels has as many, or it keeps them."""

_BAR = re.compile(r"\s+[|¦»·]\s+")
_DASH = re.compile(r"\s+[-–—]\s+(?=[^-–—]+$)")
_COUNTER = re.compile(r"(?:[A-Z]{3,}-)?[A-Z]{3,} ?\d{1,2}-(?=[^\W\d_])")
"""Agencies count the versions of a report: UPDATE 3-."""
_SLUG = re.compile(r"[\w.-]+[-_][\w.-]+")
"""A name for machines, without spaces."""
_WIRE_SLUG = re.compile(r".*(?:\b\d\d-\d\d\s+\d{3,4}|\w,\d{3,4})")
"""A name for the desks of an agency ends with its date or its count of words."""


def find_headlines(
    documents: Sequence[Document], languages: Sequence[str], sentences: Sequence[Sentence]
) -> dict[int, str]:
    """The headline of each document that has one: its title, or else a headline line above its text, the first that
    agrees with the text where one does. Labels before and the names of sites behind it are no part of it.
    """
    found = {index: document.title or "" for index, document in enumerate(documents)}
    found |= {index: _line_above(own) for index, own in _by_document(sentences).items() if not found[index].strip()}
    cleaned = {
        index: bare_headline(text, documents[index], get(languages[index])) for index, text in sorted(found.items())
    }
    return {index: text for index, text in cleaned.items() if text}


def bare_headline(text: str, document: Document, language: Language) -> str:
    """A headline on one line without what is not said of the event: counters of versions, labels, the site's name.

    Empty for a name that only machines read.
    """
    text = " ".join(text.split()).strip("^= ")
    if _SLUG.fullmatch(text) or _WIRE_SLUG.fullmatch(text):
        return ""
    parts = _BAR.split(text)
    text = max((part for part in parts if not _is_site(part, document)), key=_length, default=text)
    ends = _DASH.search(text)
    if ends and _is_site(text[ends.end() :], document):
        text = text[: ends.start()]
    for label in (TICKER, _COUNTER, language.heads.title_label):
        text = _if_long(label.sub("", text, count=1) if label.match(text) else text, text)
    return _if_long(language.heads.title_tail.sub("", text), text)


def _length(text: str) -> int:
    return len(text.split())


def _if_long(shorter: str, text: str) -> str:
    return shorter if _length(shorter) >= LEAST_WORDS else text


def _is_site(name: str, document: Document) -> bool:
    """Whether it names the publisher of the document, or its address does."""
    letters = _letters(name)
    publisher = _letters(document.publisher or "")
    host = _letters(parts_of(document.url).hostname or "")
    return bool(letters) and (letters == publisher or letters in host or (bool(publisher) and publisher in letters))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


def _by_document(sentences: Sequence[Sentence]) -> dict[int, list[Sentence]]:
    own: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        own.setdefault(sentence.document, []).append(sentence)
    return own


def _line_above(own: Sequence[Sentence]) -> str:
    """Of the lines at the head of a document the first that agrees with its text; else the very first, if it is one."""
    body = frozenset(token for s in own if s.role is SentenceRole.BODY for token in s.tokens)
    above: list[Sentence] = []
    for sentence in own:
        if sentence.role is SentenceRole.BODY:
            break
        if sentence.role is SentenceRole.HEADLINE and not _WIRE_SLUG.fullmatch(sentence.text):
            above.append(sentence)
    agreeing = (line for line in above if _agrees(line, body))
    first = above[0] if above and above[0].position == 0 else None
    line = next(agreeing, first)
    return line.text if line else ""


def _agrees(line: Sentence, body: frozenset[str]) -> bool:
    words = {token for token in line.tokens if len(token) >= LONG_TOKEN}
    shared = len(words & body)
    return shared >= MIN_SHARED and shared >= MIN_SHARE * len(words)
