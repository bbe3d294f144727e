"""What stands before the first word of a paragraph without being part of it: bylines, datelines, page machinery, times
of a live blog's entries.
"""

from __future__ import annotations

from collections.abc import Iterable

from summarize.languages import Language

OPENING_PARAGRAPHS = 3
"""Paragraphs at the top of a text among which its byline stands."""

HEAD_CHARACTERS = 160
"""A dateline and the first words behind it are shorter."""


MIN_ENTRIES = 2
"""Paragraphs that begin with a time from which a text is a live blog: one alone may be of the 10:30 train."""


def entry_lengths(paragraphs: Iterable[str], language: Language) -> list[int]:
    """How many characters of each paragraph are the time of an entry of a live blog; all 0 where the text is none."""
    matches = [language.heads.entry.match(paragraph[:HEAD_CHARACTERS]) for paragraph in paragraphs]
    lengths = [match.end() if match and not match["first"].islower() else 0 for match in matches]
    return lengths if sum(length > 0 for length in lengths) >= MIN_ENTRIES else [0] * len(lengths)


def head_length(paragraph: str, language: Language, number: int = OPENING_PARAGRAPHS, length: int = 0) -> int:
    """How many characters before its first sentence a paragraph spends on a dateline, a button's label or, among the
    first of a text, a byline, `length` more before that. `number` counts the paragraphs from 0.
    """
    if number < OPENING_PARAGRAPHS and (byline := language.heads.byline.match(paragraph, length)):
        length = byline.end()
    if machinery := language.heads.machinery.match(paragraph, length):
        length = machinery.end()
    for dateline in language.heads.datelines:
        match = dateline.regex.match(paragraph, length)
        if match:
            # A name in capitals between dashes may be the sentence's subject: "NASA – America's space agency – said".
            alone = dateline.may_be_subject and " " not in match[0].strip(" -–—―")
            if alone and language.heads.apposition.search(paragraph[match.end() :][:80]):
                continue
            return match.end()
    return length
