"""Captions tell what a picture shows; without the picture they mislead, so none is ever quoted."""

from __future__ import annotations

import re

from summarize.languages import Language
from summarize.languages.patterns import MAX_MATCHED_CHARACTERS, Rule
from summarize.records.sentence import SentenceRole
from summarize.segmentation.roles.candidate import CAPTION, Candidate, Paragraph

CAPTION_WORDS = 60
"""Longest caption; agencies pack the background of the story into theirs."""

REPEATED = Rule("repeated")

# A photographer's name alone behind a caption.
_NAME_ALONE = re.compile(r"(?:[A-Z][a-z'’-]+ ){1,2}[A-Z][a-z'’-]+$")


def is_caption(text: str, language: Language) -> bool:
    """Whether a sentence is a caption wherever it stands."""
    if len(text) > MAX_MATCHED_CHARACTERS:
        return False
    captions = language.captions
    if captions.head.match(text) or captions.somebody.match(text):
        return True
    dated = captions.dated_needs in text and captions.dated.search(text) and captions.present.search(text)
    return bool((dated or captions.placed.search(text)) and not language.reported.search(text))


def ends_with_credit(text: str, language: Language) -> bool:
    """Whether a photographer or agency closes the text."""
    return bool(language.captions.credit_tail.search(text[-140:]) or language.captions.agency_tail.search(text[-60:]))


def mark_captions(blocks: list[Paragraph], language: Language) -> None:
    """Sentences that the credit in or behind their paragraph shows to be captions become FRAGMENT."""
    for index, block in enumerate(blocks):
        following = blocks[index + 1][0] if index + 1 < len(blocks) else None
        for candidate in _captions(block, index, following, language):
            if candidate.body:
                candidate.mark(SentenceRole.FRAGMENT, CAPTION)


def _captions(block: Paragraph, index: int, following: Candidate | None, language: Language) -> Paragraph:
    last = block[-1]
    reported = any(language.reported.search(candidate.text) for candidate in block)
    if len(block) > 1 and _is_credit(last):
        # A longer paragraph that a credit ends is article text, run together with the caption before the credit.
        return (
            block if len(block) <= 3 and (index <= 2 or _describes(block[0], language) or not reported) else block[-2:]
        )
    words = sum(candidate.words for candidate in block)
    if len(block) <= 3 and words <= CAPTION_WORDS and not reported and _is_signed(block, language):
        return block
    if words > CAPTION_WORDS:
        return block[-1:] if ends_with_credit(last.text, language) and last.words <= CAPTION_WORDS else []
    if _opens_caption(block[0]) or ends_with_credit(last.text, language):
        return block
    if following and _is_credit(following) and len(block) <= 2:
        return block if _describes(block[0], language) and not language.reported.search(block[0].text) else []
    return []


def _is_credit(candidate: Candidate) -> bool:
    return candidate.rule is not None and candidate.rule.credit


def _opens_caption(candidate: Candidate) -> bool:
    return candidate.rule is not None and candidate.rule.opens_caption


def _describes(candidate: Candidate, language: Language) -> bool:
    return bool(language.captions.present.search(candidate.text[:MAX_MATCHED_CHARACTERS]))


def _is_signed(block: Paragraph, language: Language) -> bool:
    """Whether a photographer's name stands alone behind the block, or an agency's behind what describes a picture."""
    signature = block[-1].text
    if len(block) > 1 and _NAME_ALONE.match(signature):
        return True
    return bool(language.captions.agency_alone.search(signature[-30:])) and any(
        _pictures(candidate, language) for candidate in block
    )


def _pictures(candidate: Candidate, language: Language) -> bool:
    return _describes(candidate, language) or bool(
        language.captions.dated.search(candidate.text[:MAX_MATCHED_CHARACTERS])
    )


def mark_repeated(blocks: list[Paragraph]) -> None:
    """Of a sentence that stands twice, as captions and pulled quotations do, the finished one stays BODY.

    A line right before a caption that repeats it is the same caption.
    """
    seen: dict[str, Candidate] = {}
    for candidate in (candidate for block in blocks for candidate in block):
        if candidate.words < 4 or candidate.boilerplate:
            continue
        key = " ".join(candidate.text.lower().split()).rstrip(".")
        earlier = seen.setdefault(key, candidate)
        if earlier is candidate or not earlier.body:
            continue
        if candidate.rule is CAPTION:
            if candidate.block == earlier.block + 1:
                earlier.mark(SentenceRole.FRAGMENT, CAPTION)
        elif candidate.body:
            copy = earlier if candidate.finished and not earlier.finished else candidate
            copy.mark(SentenceRole.FRAGMENT, REPEATED)
            seen[key] = candidate if copy is earlier else earlier
