"""What may never be quoted, as no whole statement: begun in the middle, cut off, a question alone, a row of figures, a
bare link, a line in brackets, damaged text.

Works on the sentences that are still BODY; what is marked stays evidence for claims. Halves of quotations and turns of
talk are whole sentences of the article: whether one may be quoted depends on what stands before it in the brief, and
the selection judges that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from summarize.languages import Language
from summarize.languages.general import ASKED
from summarize.languages.patterns import Rule
from summarize.records.document import BlockRole
from summarize.records.sentence import SentenceRole
from summarize.segmentation.damage import is_damaged
from summarize.segmentation.roles.boilerplate import ASIDE, is_aside
from summarize.segmentation.roles.candidate import Candidate, Paragraph
from summarize.segmentation.roles.headings import CODE, QUESTION

BEGUN_INSIDE, UNFINISHED = Rule("begins in the middle"), Rule("unfinished")
FIGURES, LINK = Rule("row of figures"), Rule("bare link")
FOOTNOTE, DAMAGED, SLUG = Rule("footnote"), Rule("damaged"), Rule("wire slug")

SMALL_STARTS = 0.5
"""Where more of the sentences begin with a small letter, the text writes none with a capital."""
ARTICLE_LETTERS = 2
"""Letters of a small word that a name may begin with: "al Quds", "de Gaulle"."""
ROW_FIGURES = 3
"""Fewer figures make no row of a table."""
PROGRAM_LINES, PROGRAM_SHARE = 2, 0.3
"""So many of the lines without a full stop that look like a program's make one of all of them."""
LINK_WORDS = 3
"""Beside a link, fewer words say nothing."""

_INSIDE = re.compile(r"[-–—―]+\s*(?P<after>[^\W\d_])|[,;:)\]}]|[»”]\s|\.{2,}|…")
"""Marks that stand inside a sentence; a dash before a capital opens a turn of talk or an item, which are whole."""
_CUT_NUMBER = re.compile(r"\d+(?:[.,]\d+)*\s*[,;)](?!\d)|000\b")
_THREE_FIGURES = re.compile(r"\d\D*\d\D*\d")
_SMALL = re.compile(r"(?P<word>[^\W\d_]+)(?P<joint>[-’'])?\s*(?P<second>[^\W\d_]*)")
_URL = re.compile(r"(?:https?://|www\.)\S+|\b[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/\S*")
_SLUG = re.compile(r"\^?[A-Z]{2,}(?:-[A-Z]\w*)+--\w")
_NOTE = re.compile(r"\[\^\w{1,16}\]:?\s|\[\d{1,3}\]:?\s|[¹²³⁰-⁹]")
_PROGRAM = re.compile(
    r"[=!<>+*/%-]=|=>|->|::|&&|\|\||\w\(.*\)\s*[:{]?$|[{};]$|[\w)\]] [=+<>] [\w(\[\"']|^(?:#!|#include|//|/\*|<[?/!])"
)
"""What lines of programs hold and lines of prose do not."""
_ENTRY = re.compile(r"[^\W\d_][\w'’ -]{0,30}:\s*\d[\d.,]*%?")
"""A label and its figure, of which two and more make a row: "For: 5, against: 2"."""
_FENCE = re.compile(r"(?:```|~~~)")


def mark_unwhole(candidates: Sequence[Candidate], language: Language) -> None:
    """What cannot be quoted as it stands, of the sentences of one document that are BODY, becomes FRAGMENT."""
    blocks = [list(group) for _, group in groupby(candidates, key=lambda candidate: candidate.block)]
    _mark_questions(blocks, language)
    _mark_code(blocks)
    begin_small = _begin_small(candidates)
    for candidate in candidates:
        if candidate.body and (rule := _fault(candidate, begin_small, language)) is not None:
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


def _fault(candidate: Candidate, begin_small: bool, language: Language) -> Rule | None:
    text = candidate.text
    if _begins_inside(text) or (text[0].islower() and not begin_small and _is_cut(text, language)):
        return BEGUN_INSIDE
    for is_so, rule in ((_SLUG.match, SLUG), (_NOTE.match, FOOTNOTE), (is_aside, ASIDE)):
        if is_so(text):
            return rule
    if is_damaged(text, language):
        return DAMAGED
    if ("/" in text or "www." in text) and _URL.search(text):
        return LINK if sum(map(str.isalpha, _URL.sub(" ", text).split())) < LINK_WORDS else None
    return FIGURES if _is_row(text) else None


def _begins_inside(text: str) -> bool:
    inside = _INSIDE.match(text)
    return bool(_CUT_NUMBER.match(text) or (inside and not (inside["after"] and inside["after"].isupper())))


def _begin_small(candidates: Sequence[Candidate]) -> bool:
    """Whether the text does without capitals."""
    starts = [candidate.text[0] for candidate in candidates if candidate.text[0].isalpha()]
    small = sum(map(str.islower, starts))
    return small > SMALL_STARTS * len(starts)


def _is_cut(text: str, language: Language) -> bool:
    """Whether a sentence with a small letter at its head is the rest of one, and no name: iPhone, al-Quds, van Loon."""
    match = _SMALL.match(text)
    if not match or not match["word"].islower():
        return False
    word, is_before_name = match["word"], match["second"][:1].isupper()
    may_open = match["joint"] or len(word) <= ARTICLE_LETTERS or word in language.names.particles
    return not (is_before_name and may_open)


def _is_row(text: str) -> bool:
    """Whether figures make up most of it, as in a table, a box score or a count of votes."""
    rest, entries = _ENTRY.subn(" ", text)
    if entries > 1 and sum(any(map(str.isalpha, word)) for word in rest.split()) <= entries:
        return True
    if not _THREE_FIGURES.search(text):
        return False
    tokens = [token.strip("()[],;:.|") for token in text.split()]
    with_figures = sum(any(map(str.isdigit, token)) for token in tokens)
    small = sum(token.islower() and len(token) > 1 and token.isalpha() for token in tokens)
    return with_figures >= ROW_FIGURES and (2 * with_figures > len(tokens) or not small)


def _mark_code(blocks: list[Paragraph]) -> None:
    """What stands between two fences of Markdown that was read as plain text, and lines of a program."""
    fences = [index for index, block in enumerate(blocks) if _FENCE.match(block[0].text)]
    for first, last in zip(fences[::2], fences[1::2], strict=False):
        for candidate in (candidate for block in blocks[first : last + 1] for candidate in block if candidate.body):
            candidate.mark(SentenceRole.FRAGMENT, CODE)
    lines = [candidate for block in blocks for candidate in block if not candidate.finished]
    program = [candidate for candidate in lines if _PROGRAM.search(candidate.text)]
    is_program = len(program) >= max(PROGRAM_LINES, PROGRAM_SHARE * len(lines))
    for candidate in lines if is_program else program:
        if candidate.body:
            candidate.mark(SentenceRole.FRAGMENT, CODE)


def _mark_questions(blocks: list[Paragraph], language: Language) -> None:
    """Paragraphs that only ask: an interviewer's questions, or heads of answers."""
    for block in blocks:
        asked = block[0]
        if len(block) > 1 or not asked.body or language.reported.search(asked.text):
            continue
        if ASKED.search(asked.text[-4:]):
            asked.mark(SentenceRole.FRAGMENT, QUESTION)
