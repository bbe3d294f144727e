"""Whether a sentence shows what encodings, escapes, printing and extraction make of text, or is marked up.

Words are what tells: letters that became question marks or fell out, and hyphens of lines that are gone, leave pieces
that are no words, and that are words once they are put together. Where a language has no vocabulary only marks tell.
"""

from __future__ import annotations

import re
from html.entities import html5
from itertools import pairwise

from summarize.languages import Language

SHORT_WORDS, LONG_WORDS = 3.5, 9
"""Characters a word, its space included, below and above which a text is looked at for words taken apart or glued."""
LONE_LETTERS, LEAST_LETTERS = 0.5, 4
"""More than this share of the words, and so many, make a text whose letters were set apart."""
LIGATURES = ("fi", "fl", "ff", "ffi", "ffl")
"""Letters that are one sign in print, and fall out together."""
JOINING = frozenset("'’-–")
"""What joins a piece to the letters behind it: it is no word of its own."""

_READ_AS_CP1251 = "Ђ-ЏђЁ-џёѓќўґєіїјѕљњћ№«»„“”‘’‚‹›…†‡‰€•–—™\xa0-\xbf"
_MOJIBAKE = re.compile(
    rf"(?:[РС][{_READ_AS_CP1251}]\s?){{3}}|"
    "[ÃÂ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â[\x80-\x9f€‚ƒ„…†‡ˆ‰‹‘’“”•–—˜™›œžŸ]|[ÐÑ][\x80-\xbf].?[ÐÑ]|‚Ä|√[^\\w\\s().,]"
)
_ENTITY = re.compile(r"&([A-Za-z]{2,8};|#\w{2,6};)")
_ESCAPED = re.compile(r"\\(?:u[0-9a-fA-F]{4}|[nrt\"])|\]\((?:https?:|/|#|\w+\.\w)|\*\*\w|\w\*\*")
"""Escapes of programs, and links and stress of Markdown."""
_OF_MAIL = re.compile("(?:=[0-9A-F]{2}){2}|=2C|=3D")
"""Letters as mail carries them: quoted-printable (RFC 2045)."""
_OF_FORUMS = re.compile(
    r"\[/?(?:url|img|color|size|font|quote|code|list|center|spoiler)(?:=[^\]]*)?\]|\[/[bisu]\]", re.IGNORECASE
)
_PROGRAM = re.compile(
    r"[\w-]\s*\{\s*[\w-]+\s*:[^{}]*\}|\bfunction\s*\w*\s*\([\w, ]*\)\s*\{|\w\.\w+\([^)\s]*\);|\w=\"[^\"]*\"\s*/?>"
)
"""A rule of a style sheet, a line of a script, an attribute of a tag."""
_UNFILLED = re.compile(r"\[object \w+\]|\{\{[^{}]*\}\}|\$\{\w+\}|\{\d?\}|%[sd]\b|\bNaN\b")
_NOTHING = re.compile(r"(?<=[$€£¥ ])(?:undefined|null)(?: (?P<scale>\w+)|(?=\s?%))")
"""What programs write where a figure or a name was to stand."""
_TURNED_QUOTES = re.compile(r"(?<!\S)\?[^\W\d_]")
"""A quotation mark that became a question mark."""
_LOST_LETTER = re.compile(r"(?<![\w/=.&-])[^\W\d_]*\?(?=[a-z])[^\W\d_?]+(?![\w/=-])")
_BROKEN = re.compile(r"(?<![\w-])([^\W\d_]{2,})- ([^\W\d_]{2,})(?![\w-])")
_WORD = re.compile(r"[^\W\d_]+")
_GLUED = re.compile("[a-z]{36}")
_LONE_LETTER = re.compile(r"(?<![^\s])[^\W\d_](?![^\s])")


def is_damaged(text: str, language: Language) -> bool:
    """Whether the sentence shows any of it."""
    if not text.isascii() and _MOJIBAKE.search(text):
        return True
    if "&" in text and any(name in html5 or name[0] == "#" for name in _ENTITY.findall(text)):
        return True
    if ("\\" in text or "](" in text or "**" in text) and _ESCAPED.search(text):
        return True
    if _is_code(text) or _is_unfilled(text, language):
        return True
    return (
        ("?" in text and (_LOST_LETTER.search(text) or _TURNED_QUOTES.search(text)) is not None)
        or ("- " in text and _is_broken(text, language))
        or _lost_ligatures(text, language)
        or _is_set_apart_or_glued(text)
    )


def _is_code(text: str) -> bool:
    """Whether it holds what mail, forums, style sheets or scripts are written in."""
    if "=" in text and _OF_MAIL.search(text):
        return True
    if "[" in text and _OF_FORUMS.search(text):
        return True
    return ("{" in text or "(" in text or "=" in text) and _PROGRAM.search(text) is not None


def _is_unfilled(text: str, language: Language) -> bool:
    """Whether a field of it was left as the program had it: "a profit of undefined million"."""
    if _UNFILLED.search(text):
        return True
    return any(not found["scale"] or found["scale"] in language.numbers.scales for found in _NOTHING.finditer(text))


def _is_broken(text: str, language: Language) -> bool:
    """Whether a word stands in two parts, as at the end of a printed line; "two- and three-year" does not."""
    known = language.boundaries.vocabulary
    return any(
        (first + second).lower() in known if known else second not in language.small_words
        for first, second in _BROKEN.findall(text)
        if second.islower()
    )


def _lost_ligatures(text: str, language: Language) -> bool:
    """Whether a piece that is no word is one with the letters that printers join and the piece before it, as in "of
    cials" and "con rmed", or behind a gap: "stay for  ve hours".
    """
    known = language.boundaries.vocabulary
    if not known:
        return False
    for before, here in pairwise(_WORD.finditer(text)):
        piece, gap = here[0], text[before.end() : here.start()]
        if not gap.isspace() or not piece.islower() or piece in known or text[here.end() : here.end() + 1] in JOINING:
            continue
        fallen = [before[0].lower() + lost for lost in LIGATURES] + [lost for lost in LIGATURES if len(gap) > 1]
        if any(head + piece in known for head in fallen):
            return True
    return False


def _is_set_apart_or_glued(text: str) -> bool:
    spaces = text.count(" ")
    if len(text) > LONG_WORDS * spaces and _GLUED.search(text):
        return True
    if len(text) > SHORT_WORDS * spaces:
        return False
    return len(_LONE_LETTER.findall(text)) > LONE_LETTERS * spaces > LEAST_LETTERS
