"""What may never be quoted, as no whole statement of the article's own: begun in the middle, cut off, half a quotation,
a turn of an interview, a row of figures, a bare link.

Works on the sentences that are still BODY; what is marked stays evidence for claims.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from html.entities import html5
from itertools import groupby

from summarize.languages import Language
from summarize.languages.patterns import Rule
from summarize.records.document import BlockRole
from summarize.records.sentence import SentenceRole
from summarize.segmentation.quotations import read_marks
from summarize.segmentation.roles.candidate import Candidate, Paragraph

BEGUN_INSIDE, UNFINISHED = Rule("begins in the middle"), Rule("unfinished")
HALF_QUOTATION, FIGURES, LINK = Rule("half a quotation"), Rule("row of figures"), Rule("bare link")
FOOTNOTE, DAMAGED, CODE = Rule("footnote"), Rule("damaged"), Rule("code")
TRANSCRIPT, QUESTION, SLUG = Rule("turn of a talk"), Rule("question"), Rule("wire slug")

LEAST_TURNS, LEAST_SPEAKERS = 4, 2
"""So many turns of so many speakers, who all speak again, make a transcript."""
LEAST_DENSITY = 1 / 3
"""If they are this share of the paragraphs from the first to the last."""
SMALL_STARTS = 0.5
"""Where more of the sentences begin with a small letter, the text writes none with a capital."""
INTRODUCTION_WORDS = 2
"""Words before an opening mark that can name a speaker."""
ROW_FIGURES = 3
"""Fewer figures make no row of a table."""
SHORT_WORDS, LONG_WORDS = 3.5, 9
"""Characters a word, its space included, below and above which a text is looked at for words taken apart or glued."""
LONE_LETTERS, LEAST_LETTERS = 0.5, 4
"""More than this share of the words, and so many, make a text whose letters were set apart."""
LINK_WORDS = 3
"""Beside a link, fewer words say nothing."""

_DASH = re.compile(r"[-–—―]+\s*(?!\d)|[,;:)\]}]|[»”]\s|\.{2,}|…")
_CUT_NUMBER = re.compile(r"\d+(?:[.,]\d+)*\s*[,;)](?!\d)|000\b")
_THREE_FIGURES = re.compile(r"\d\D*\d\D*\d")
_SMALL = re.compile(r"(?P<word>[^\W\d_]+)(?P<joint>[-’'])?\s*(?P<second>[^\W\d_]*)")
_URL = re.compile(r"(?:https?://|www\.)\S+|\b[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/\S*")
_TURN = re.compile(r"(?P<speaker>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,2}):\s+\S|(?P<letter>[QA])[.:]\s+\S")
_SLUG = re.compile(r"\^?[A-Z]{2,}(?:-[A-Z]\w*)+--\w")
_NOTE = re.compile(r"\[\^\w{1,16}\]:?\s|\[\d{1,3}\]:?\s|[¹²³⁰-⁹]")
_MOJIBAKE = re.compile(
    "[ÃÂ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â[\x80-\x9f€‚ƒ„…†‡ˆ‰‹‘’“”•–—˜™›œžŸ]|[ÐÑ][\x80-\xbf].?[ÐÑ]"
)
_ENTITY = re.compile(r"&([A-Za-z]{2,8};|#\w{2,6};)")
_ESCAPED = re.compile(r"\\(?:u[0-9a-fA-F]{4}|[nrt\"])|\]\((?:https?:|/|#|\w+\.\w)|\*\*\w|\w\*\*")
"""Escapes of programs, and links and stress of Markdown."""
_GLUED = re.compile("[a-z]{36}")
_LONE_LETTER = re.compile(r"(?<![^\s])[^\W\d_](?![^\s])")
_FENCE = re.compile(r"(?:```|~~~)")
_QUESTION = re.compile(r"[?？؟][\"'”’»)\]]*$")


def mark_unwhole(candidates: Sequence[Candidate], language: Language) -> None:
    """What cannot be quoted as it stands, of the sentences of one document that are BODY, becomes FRAGMENT."""
    blocks = [list(group) for _, group in groupby(candidates, key=lambda candidate: candidate.block)]
    _mark_talk(blocks)
    _mark_questions(blocks, language)
    for index, block in enumerate(blocks):
        _mark_half_quotations(block, blocks[index + 1] if index + 1 < len(blocks) else [], language)
    _mark_code(blocks)
    begin_small = _begin_small(candidates)
    for candidate in candidates:
        if candidate.body and (rule := _fault(candidate, begin_small)) is not None:
            candidate.mark(SentenceRole.FRAGMENT, rule)
    if any(candidate.finished for candidate in candidates):
        for block in blocks:
            if block[-1].body and not block[-1].finished and _is_broken_off(block, language):
                block[-1].mark(SentenceRole.FRAGMENT, UNFINISHED)


def _is_broken_off(block: Paragraph, language: Language) -> bool:
    """Whether a paragraph whose last sentence has no full stop was cut there.

    Where others end with one, the last of several was cut, or something else ran into it. A paragraph of one sentence
    may go without, as those at the head of an article do, unless its last word needs another.
    """
    if block[-1].block_role is BlockRole.LIST_ITEM:
        return False
    return len(block) > 1 or block[-1].text.rsplit(None, 1)[-1] in language.boundaries.never_last


def _fault(candidate: Candidate, begin_small: bool) -> Rule | None:
    text = candidate.text
    if _DASH.match(text) or _CUT_NUMBER.match(text) or (text[0].islower() and not begin_small and _is_cut(text)):
        return BEGUN_INSIDE
    if _SLUG.match(text):
        return SLUG
    if _NOTE.match(text):
        return FOOTNOTE
    if _is_damaged(text):
        return DAMAGED
    if ("/" in text or "www." in text) and _URL.search(text):
        return LINK if sum(map(str.isalpha, _URL.sub(" ", text).split())) < LINK_WORDS else None
    return FIGURES if _is_row(text) else None


def _is_damaged(text: str) -> bool:
    """Whether it shows what encodings, escapes and extraction make of text, or is marked up."""
    if not text.isascii() and _MOJIBAKE.search(text):
        return True
    if "&" in text and any(name in html5 or name[0] == "#" for name in _ENTITY.findall(text)):
        return True
    if ("\\" in text or "](" in text or "**" in text) and _ESCAPED.search(text):
        return True
    spaces = text.count(" ")
    if len(text) > LONG_WORDS * spaces and _GLUED.search(text):
        return True
    if len(text) > SHORT_WORDS * spaces:
        return False
    return len(_LONE_LETTER.findall(text)) > LONE_LETTERS * spaces > LEAST_LETTERS


def _begin_small(candidates: Sequence[Candidate]) -> bool:
    """Whether the text does without capitals."""
    starts = [candidate.text[0] for candidate in candidates if candidate.text[0].isalpha()]
    small = sum(map(str.islower, starts))
    return small > SMALL_STARTS * len(starts)


def _is_cut(text: str) -> bool:
    """Whether a sentence with a small letter at its head is the rest of one, and no name such as iPhone or al-Quds."""
    match = _SMALL.match(text)
    if not match or not match["word"].islower():
        return False
    return not (match["second"][:1].isupper() and (match["joint"] or len(match["word"]) <= INTRODUCTION_WORDS))


def _is_row(text: str) -> bool:
    """Whether figures make up most of it, as in a table or a box score."""
    if not _THREE_FIGURES.search(text):
        return False
    tokens = [token.strip("()[],;:.|") for token in text.split()]
    with_figures = sum(any(map(str.isdigit, token)) for token in tokens)
    small = sum(token.islower() and len(token) > 1 and token.isalpha() for token in tokens)
    return with_figures >= ROW_FIGURES and (2 * with_figures > len(tokens) or not small)


def _mark_half_quotations(block: Paragraph, following: Paragraph, language: Language) -> None:
    """Sentences that begin inside a quotation, or open one and leave its end, and perhaps its speaker, to others."""
    text = " ".join(candidate.text for candidate in block)
    spans = list(_quotations(text, following))
    position, number = 0, 0
    for candidate in block:
        end = position + len(candidate.text)
        while number < len(spans) and spans[number][1] < position:
            number += 1
        index = number
        while index < len(spans) and spans[index][0] <= end and candidate.body:
            start, stop = spans[index]
            begins_inside = start < position <= stop
            leaves_open = position <= start < end <= stop and not _is_introduced(text[position:start], language)
            if begins_inside or leaves_open:
                candidate.mark(SentenceRole.FRAGMENT, HALF_QUOTATION)
            index += 1
        position = end + 1


def _quotations(text: str, following: Paragraph) -> Iterator[tuple[int, int]]:
    """The quotations of a paragraph, in order; one that goes on in the next paragraph ends behind the last character.

    A mark that closes nowhere was forgotten, unless the next paragraph opens with such a mark again, as it does where
    one quotation fills several.
    """
    if not any(map(text.__contains__, '“"«„‘「『')):
        return
    closed, last = read_marks(text)
    found = [(q.start, q.end) for q in closed if text[q.start] not in "([（《"]
    if last is not None and following and following[0].text[:1] == text[last]:
        found = [(start, end) for start, end in found if start < last]
        found.append((last, len(text)))
    yield from found


def _is_introduced(before: str, language: Language) -> bool:
    """Whether the words before an opening mark name who speaks."""
    return len(before.split()) >= INTRODUCTION_WORDS and (
        before.rstrip().endswith((":", ",")) or bool(language.reported.search(before))
    )


def _mark_talk(blocks: list[Paragraph]) -> None:
    """The paragraphs of a transcript, from the first turn to the last."""
    turns = {
        index: match
        for index, block in enumerate(blocks)
        if not block[0].boilerplate and (match := _TURN.match(block[0].text))
    }
    speakers = Counter(match["speaker"] or match["letter"] for match in turns.values())
    again = {speaker for speaker, count in speakers.items() if count > 1}
    turns = {index: match for index, match in turns.items() if (match["speaker"] or match["letter"]) in again}
    if len(again) < LEAST_SPEAKERS or len(turns) < LEAST_TURNS:
        return
    first, last = min(turns), max(turns)
    if len(turns) < LEAST_DENSITY * (last - first + 1):
        return
    for candidate in (candidate for block in blocks[first : last + 1] for candidate in block if candidate.body):
        candidate.mark(SentenceRole.FRAGMENT, TRANSCRIPT)


def _mark_code(blocks: list[Paragraph]) -> None:
    """What stands between two fences of Markdown that was read as plain text."""
    fences = [index for index, block in enumerate(blocks) if _FENCE.match(block[0].text)]
    for first, last in zip(fences[::2], fences[1::2], strict=False):
        for candidate in (candidate for block in blocks[first : last + 1] for candidate in block if candidate.body):
            candidate.mark(SentenceRole.FRAGMENT, CODE)


def _mark_questions(blocks: list[Paragraph], language: Language) -> None:
    """Paragraphs that only ask: an interviewer's questions, or heads of answers."""
    for block in blocks:
        asked = block[0]
        if len(block) > 1 or not asked.body or language.reported.search(asked.text):
            continue
        if _QUESTION.search(asked.text[-4:]):
            asked.mark(SentenceRole.FRAGMENT, QUESTION)
