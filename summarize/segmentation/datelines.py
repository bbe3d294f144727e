"""What stands before the first word of a paragraph without being part of it: bylines, datelines and page machinery."""

from __future__ import annotations

from summarize.languages import Language

OPENING_PARAGRAPHS = 3
"""Paragraphs at the top of a text among which its byline stands."""

HEAD_CHARACTERS = 160
"""A dateline and the first words behind it are shorter."""


def head_length(paragraph: str, language: Language, number: int = OPENING_PARAGRAPHS) -> int:
    """How many characters before its first sentence a paragraph spends on a dateline, a button's label or, among the
    first of a text, a byline. `number` counts the paragraphs from 0.
    """
    length = 0
    if number < OPENING_PARAGRAPHS and (byline := language.heads.byline.match(paragraph)):
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
