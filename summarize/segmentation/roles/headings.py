"""Headlines, subheadings, and sentences that cannot stand alone."""

from __future__ import annotations

import re

from summarize.languages import Language
from summarize.languages.patterns import Rule
from summarize.records.document import BlockRole
from summarize.records.sentence import SentenceRole
from summarize.segmentation.roles.candidate import CAPTION, CONTROL_CHARACTER, TITLE, Candidate, Paragraph, is_line
from summarize.segmentation.roles.captions import ends_with_credit

HEADLINE_WORDS = 18
"""A longer line without a full stop is a caption or a summary cut short."""

TITLE_BLOCKS = 6
"""Among so many first paragraphs a document repeats its own title."""

MIN_WORDS, MAX_WORDS = 3, 300
"""A sentence of fewer words, or more, does not stand alone in a brief."""
MAX_CHARACTERS = 4_000
"""Nor does one of so many characters, however few its words."""

HEADLINE, SUBHEADING = Rule("headline"), Rule("subheading")
QUESTION, QUESTION_WORDS = Rule("question"), 8
"""A paragraph that is one question of so many words heads what answers it."""
LINE, LIST_ITEM, LABEL = Rule("line"), Rule("list item"), Rule("label")
LENGTH, BROKEN, CUT_OFF, CODE = Rule("length"), Rule("broken"), Rule("cut off"), Rule("code")

_KNOWN = {
    BlockRole.HEADING: (SentenceRole.HEADLINE, Rule("heading")),
    BlockRole.CAPTION: (SentenceRole.FRAGMENT, CAPTION),
    BlockRole.TABLE: (SentenceRole.FRAGMENT, Rule("table cell")),
    BlockRole.CODE: (SentenceRole.FRAGMENT, CODE),
}
"""What the sentences of a block are whose format says what it is."""

KNOWN_RULES = frozenset(rule for role, rule in _KNOWN.values() if rule is not CAPTION)

_CUT = re.compile(r"(?:[:,;]|…|\.\.\.)[\"'”’»)\]]*$")
_DATELINE_ALONE = re.compile(r"[A-Z][A-Z .,’'-]{1,60}(?:\||\([^)]*\))$")
_QUESTION = re.compile(r"^[^\W_].*[?？؟]$", re.DOTALL)
_ITEM = re.compile(r"\W*(?:\d{1,3}|[A-Za-z])[.)]")
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
LABEL_WORDS = 12
"""A longer sentence is one, whatever its capitals."""
# What a wrong decoding leaves behind: C1 controls from Windows-1252 bytes, and the replacement character.
_DAMAGED = re.compile("[\x80-\x84\x86-\x9f\ufffd]")


def mark_headlines(blocks: list[Paragraph], title: str | None, language: Language) -> None:
    """Lines without a full stop become HEADLINE, also where they repeat the title; broken ones FRAGMENT."""
    known = _letters(title) if title else ""
    # Where nothing ends with a full stop, the lack of one says nothing.
    punctuated = any(candidate.finished for block in blocks for candidate in block)
    top = True
    for index, block in enumerate(blocks):
        if known and index < TITLE_BLOCKS and _letters(" ".join(c.text for c in block[:4])) == known:
            for candidate in block:
                if candidate.rule is not CONTROL_CHARACTER:
                    candidate.mark(SentenceRole.HEADLINE, TITLE)
        elif block[0].body:
            if (known_role := _KNOWN.get(block[0].block_role)) is not None:
                for candidate in block:
                    candidate.mark(*known_role)
            elif len(block) == 1 and block[0].words <= QUESTION_WORDS and _QUESTION.search(block[0].text):
                block[0].mark(SentenceRole.HEADLINE, QUESTION)
            elif punctuated and is_line(block):
                _mark_line(block[0], top, language)
            elif punctuated and len(block) == 2 and _ITEM.fullmatch(block[0].text) and not block[1].finished:
                block[1].mark(SentenceRole.FRAGMENT, LIST_ITEM)
            else:
                top = False


def _mark_line(line: Candidate, top: bool, language: Language) -> None:
    begins = line.text[0].isalnum() or line.text[0] in "“‘\"'¿¡«"
    cut = line.text.endswith((":", ",", ";", "…", "...")) or _DATELINE_ALONE.match(line.text)
    if begins and not cut and 2 <= line.words <= HEADLINE_WORDS and not ends_with_credit(line.text, language):
        line.mark(SentenceRole.HEADLINE, HEADLINE if top else SUBHEADING)
    else:
        line.mark(SentenceRole.FRAGMENT, LINE)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


def mark_fragments(blocks: list[Paragraph], language: Language) -> None:
    """What is still BODY but too short, too long, cut off, damaged or a mere name becomes FRAGMENT."""
    for candidate in (candidate for block in blocks for candidate in block if candidate.body):
        # Scripts without spaces have few "words"; their characters pair up to many tokens.
        words = (
            max(candidate.words, round(0.6 * len(candidate.tokens)))
            if not candidate.text.isascii()
            else candidate.words
        )
        if not MIN_WORDS <= words <= MAX_WORDS or len(candidate.text) > MAX_CHARACTERS:
            candidate.mark(SentenceRole.FRAGMENT, LENGTH)
        elif not _LETTER.search(candidate.text) or _DAMAGED.search(candidate.text):
            candidate.mark(SentenceRole.FRAGMENT, BROKEN)
        elif _CUT.search(candidate.text[-8:]):
            candidate.mark(SentenceRole.FRAGMENT, CUT_OFF)
        elif _is_label(candidate.text, language):
            candidate.mark(SentenceRole.FRAGMENT, LABEL)


def _is_label(text: str, language: Language) -> bool:
    """Whether all words but the smallest begin with a capital, as in the name of a person or a film, a credit or a
    headline: "Harbour Trust Chairman Ilo Marsh." Text all in capitals is no such label.
    """
    words = _WORD.findall(text)
    return (
        2 <= len(words) <= LABEL_WORDS
        and all(word[0].isupper() or word in language.boilerplate.label_words for word in words)
        and any(word[1:].islower() for word in words)
    )
