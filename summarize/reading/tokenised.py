"""Text that a tokeniser took apart ("The ferry , he said , did n't sink ."), put together as its writer had it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarize.languages import Language, get
from summarize.languages.detect import detect

_LEAST = 3
_MOST_ATTACHED = 0.1
"""So many marks stand apart in a text that was taken apart, and no larger share of all stands where writers put it."""
_BEHIND = r"(?=[\s\"'”’)\]}]|\Z)"
_STOP = rf"\.{_BEHIND}(?! ?\.)"
"""None of those of an ellipsis."""
_APART = re.compile(rf"(?<=[^\s.]) (?:,{_BEHIND}|{_STOP})|(?<!\S)(?:``|'')(?!\S)")
"""What no language sets apart, nor writes at all but in the form of the Penn Treebank."""
_ATTACHED = re.compile(r"(?<=\w),(?=\s)|(?<=[^\W\d_]{4})\.(?=\s+[^\Wa-z\d_]|\s*\Z)")
"""Other full stops may be those of abbreviations, which tokenisers leave where they are."""

_GAPS = (
    (re.compile(r"(?<!\S)(?:-LRB- ?|\( )", re.IGNORECASE), "("),
    (re.compile(r"(?<!\S)(?:-LSB- ?|\[ )", re.IGNORECASE), "["),
    (re.compile(r" (?:-RRB-|\))(?!\w)", re.IGNORECASE), ")"),
    (re.compile(r" (?:-RSB-|\])(?!\w)", re.IGNORECASE), "]"),
    (re.compile(r" @-@ "), "-"),
    (re.compile(r"(?<!\S)`` "), '"'),
    (re.compile(r" ''(?!\S)"), '"'),
    (re.compile(rf"(?<=[^\s.\d]) (?={_STOP}|:{_BEHIND})|(?<=\d) (?=(?:{_STOP}|:{_BEHIND})(?! \d))"), ""),
    (re.compile(rf"(?<=\S) (?=[;?!]{_BEHIND})|(?<=\S)(?<!\d) (?=,{_BEHIND})|(?<=\d) (?=,{_BEHIND}(?! \d{{3}}\b))"), ""),
)
"""What is written for what stands there. A mark between two figures may belong to either, and stays."""
_SINGLE = ((re.compile(r"(?<!\S)` "), "'"), (re.compile(r" '(?!\S)"), "'"))
"""Where the opening mark is another sign, one alone closes, or belongs to the word before it."""
_CURLY = ((re.compile(r"(?<!\S)“ "), "“"), (re.compile(r" ”(?!\S)"), "”"))
_QUOTE = re.compile(r'(?<!\S)"(?!\S)')
_LINE = re.compile(r".*\n?")


def put_together(text: str) -> tuple[str, int]:
    """The text as it was before a tokeniser set its marks and parts of words apart, and how many places that were.

    One whose marks mostly stand where writers put them stays as it is, and one in a language that sets some apart.
    """
    apart = len(_APART.findall(text))
    if apart < _LEAST or len(_ATTACHED.findall(text)) > _MOST_ATTACHED * apart:
        return text, 0
    language = get(detect(text))
    if language.tokens.sets_marks_apart:
        return text, 0
    places = 0
    for gap, written in _gaps_of(text, language):
        text, found = gap.subn(written, text)
        places += found
    lines = [_quoted(line) for line in _LINE.findall(text)]
    return "".join(line for line, _ in lines), places + sum(found for _, found in lines)


def _gaps_of(text: str, language: Language) -> Iterator[tuple[re.Pattern[str], str]]:
    yield language.tokens.gap, ""
    if "`" in text:
        yield from _SINGLE
    if "“" in text and "”" in text and "„" not in text:
        yield from _CURLY
    yield from _GAPS


def _quoted(line: str) -> tuple[str, int]:
    """A line with its straight quotation marks, which open and close in turn, at what they enclose."""
    parts = _QUOTE.split(line)
    if len(parts) % 2 == 0:
        return line, 0
    closed = (f'"{part.strip()}"' if number % 2 else part for number, part in enumerate(parts))
    return "".join(closed), len(parts) - 1
