"""Which sentences are an article's own, and which the page put around it."""

from __future__ import annotations

import re
from itertools import pairwise

from summarize.languages import Language
from summarize.languages.patterns import Rule
from summarize.records.sentence import SentenceRole
from summarize.segmentation.roles.candidate import (
    CAPTION,
    CONTROL_CHARACTER,
    NO_WORDS,
    Paragraph,
    is_line,
    tail,
)
from summarize.segmentation.roles.captions import is_caption

MENU_WORDS = 20
"""Longest row of buttons; longer ones are broken into lines."""

MENU, ASIDE, TEASER = Rule("menu"), Rule("aside"), Rule("teaser")
_MENU_WORD = re.compile(r"[\w&|·•/>»+×-]+")
NOTE, NOTE_SENTENCES = Rule("editors' note"), 8
"""And of how many sentences a paragraph is at most that stands below the label of one."""
ASKED, ASKED_WORDS = Rule("question before boilerplate"), 10
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f\u202d\u202e]")
_ASIDE = re.compile(r"[(\[][^()\[\]]*[)\]][.!?]?$")


def mark_boilerplate(blocks: list[Paragraph], language: Language) -> None:
    """What a line looks like is tried first, then what stands around it."""
    for index, block in enumerate(blocks):
        _mark_block(block, language, first=index == 0)
    for block in tail(blocks):
        for candidate in block:
            if not candidate.body:
                continue
            if rule := language.boilerplate.tail.match(candidate.text, candidate.words, language.reported):
                candidate.mark(SentenceRole.BOILERPLATE, rule)
    _mark_notes(blocks, language)
    _mark_teased(blocks, language)
    _mark_asked(blocks)


def _mark_block(block: Paragraph, language: Language, first: bool) -> None:
    tables, joint = language.boilerplate, None
    # A first line is the title, and titles may begin as pointers do.
    if not first and len(block) <= 8:
        joint = tables.paragraphs.match(" ".join(c.text for c in block), sum(c.words for c in block), language.reported)
    for candidate in block:
        text = candidate.text
        if not text.isprintable() and _CONTROL.search(text):
            candidate.mark(SentenceRole.BOILERPLATE, CONTROL_CHARACTER)
        elif not any(map(str.isalnum, text)):
            candidate.mark(SentenceRole.BOILERPLATE, NO_WORDS)
        elif joint:
            candidate.mark(SentenceRole.BOILERPLATE, joint)
        elif not candidate.finished and _is_menu(text, candidate.words, tables.menu_words):
            candidate.mark(SentenceRole.BOILERPLATE, MENU)
        elif is_caption(text, language):
            candidate.mark(SentenceRole.FRAGMENT, CAPTION)
        elif found := tables.sentences.match(text, candidate.words, language.reported):
            candidate.mark(SentenceRole.BOILERPLATE, found)
        elif candidate.finished and is_aside(text):
            candidate.mark(SentenceRole.FRAGMENT, ASIDE)


def is_aside(text: str) -> bool:
    """Whether all of a sentence stands in brackets."""
    return _ASIDE.match(text) is not None


def _is_menu(text: str, words: int, menu_words: frozenset[str]) -> bool:
    """Whether a line of so many words holds nothing but words of menus and buttons."""
    return words <= MENU_WORDS and all(word in menu_words for word in _MENU_WORD.findall(text.lower()))


def _mark_notes(blocks: list[Paragraph], language: Language) -> None:
    """The notes of editors: what stands behind their label in its paragraph, or in the next where it stands alone. The
    first sentence of all is none, as it may be a headline.
    """
    below = False
    for number, block in enumerate(blocks):
        noted, below = below and len(block) <= NOTE_SENTENCES, False
        for candidate in block[number == 0 :]:
            if head := language.boilerplate.note_head.match(candidate.text):
                noted = True
                below = candidate is block[-1] and head.end() == len(candidate.text)
            if noted:
                candidate.mark(SentenceRole.BOILERPLATE, NOTE)


def _mark_teased(blocks: list[Paragraph], language: Language) -> None:
    """The headlines of other articles listed after "Read more" and the like."""
    listing = False
    for block in blocks:
        if len(block) == 1 and block[0].words <= 8 and language.boilerplate.teaser_head.match(block[0].text):
            listing = True
        else:
            listing = listing and is_line(block) and block[0].words > 2
        if listing:
            block[0].mark(SentenceRole.BOILERPLATE, TEASER)


def _mark_asked(blocks: list[Paragraph]) -> None:
    """Short questions right before boilerplate of their paragraph, which says what to do about them."""
    for question, answer in (pair for block in blocks for pair in pairwise(block)):
        asks = question.body and question.words <= ASKED_WORDS and question.text.endswith("?")
        if asks and answer.boilerplate:
            question.mark(SentenceRole.BOILERPLATE, ASKED)
