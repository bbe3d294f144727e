"""Text that was damaged on its way here, made readable again before anything counts its characters."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable

from summarize.records.document import Damage, Mend

_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,6}|#x[0-9A-Fa-f]{2,5});")
_SUSPECT = re.compile("[\x80-\x84\x86-\x9f]|[ÃÂâÐÑÎÏåæçèéïð][\x80-\uffff]|‚Ä|√[^\\w\\s().,]")
"""Stands in nearly every text that was read in a wrong encoding, and in few others."""
_SOFT_HYPHEN = re.compile("\xad\\s*")
_BROKEN_WORD = re.compile(r"(?<![\w-])([^\W\d_]{2,})-[ \t]*\r?\n[ \t]*([^\W\d_]{2,})(?![\w-])")
_WORD = re.compile(r"[^\W\d_]+")
_MARKUP = re.compile(r"<(?:p|a|div|span|br|html|body)\b[^<>]{0,1000}>", re.IGNORECASE)


class Mending:
    """Mends the texts of one document, and counts what it mends."""

    def __init__(self) -> None:
        self._places = Counter[Damage]()

    @property
    def mends(self) -> tuple[Mend, ...]:
        """What was mended so far, in the order of `Damage`."""
        return tuple(Mend(damage, self._places[damage]) for damage in Damage if self._places[damage])

    def mend(self, text: str, *, entities: bool = True) -> str:
        """The text with what encodings, HTML, tokenisers and the ends of lines did to it undone.

        Mojibake ("itâ€™s") is told and undone by ftfy, character entities are replaced, soft hyphens go, what a
        tokeniser took apart is put together, and a word that was broken at the end of a line becomes one where the
        text has it whole elsewhere, or the language knows it and not its second part. A sound text stays as it is.
        Without `entities` they are left to a parser of the markup they belong to.
        """
        if not text.isascii() and _SUSPECT.search(text):
            text = self._recoded(text)
        if entities and "&" in text and _ENTITY.search(text) and not _MARKUP.search(text):
            text = self._replaced(Damage.ENTITY, _ENTITY, _character, text)
        if "\xad" in text:
            text = self._replaced(Damage.SOFT_HYPHEN, _SOFT_HYPHEN, _joint, text)
        if " ," in text or " ." in text:
            from summarize.reading.tokenised import put_together

            text, places = put_together(text)
            self._places[Damage.TOKENS] += places
        if "-\n" in text or "-\r\n" in text:
            text = self._replaced(Damage.LINE_END, _BROKEN_WORD, _Words(text).whole, text)
        return text

    def _recoded(self, text: str) -> str:
        from ftfy import fix_encoding

        lines = text.splitlines(keepends=True)
        sound = [fix_encoding(line) for line in lines]
        self._places[Damage.ENCODING] += sum(
            max(1, (Counter(filter(_is_special, now)) - Counter(line)).total())
            for line, now in zip(lines, sound, strict=True)
            if now != line
        )
        return "".join(sound)

    def _replaced(self, damage: Damage, found: re.Pattern[str], by: Callable[[re.Match[str]], str], text: str) -> str:
        def counted(match: re.Match[str]) -> str:
            written = by(match)
            self._places[damage] += written != match[0]
            return written

        return found.sub(counted, text)


def _is_special(character: str) -> bool:
    return not character.isascii()


class _Words:
    """The words that a text with broken ones shows and its language knows."""

    def __init__(self, text: str) -> None:
        from summarize.languages import get
        from summarize.languages.detect import detect

        self._shown = set(_WORD.findall(text.lower()))
        self._known = get(detect(text)).boundaries.vocabulary

    def whole(self, broken: re.Match[str]) -> str:
        """A word without the hyphen at which a line ended, unless that may be its own."""
        word, rest = (broken[1] + broken[2]).lower(), broken[2].lower()
        mends = word in self._shown or (word in self._known and rest not in self._known)
        return broken[1] + broken[2] if mends else broken[0]


def _character(match: re.Match[str]) -> str:
    """What an entity stands for; one that stands for nothing, or for a control character, stays."""
    found = html.unescape(match[0])
    return found if found.isprintable() or found.isspace() else match[0]


def _joint(match: re.Match[str]) -> str:
    """A soft hyphen goes with the line end behind it; a space behind it belongs to the text."""
    return "" if "\n" in match[0] or len(match[0]) == 1 else match[0][1:]
