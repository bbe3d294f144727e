"""Whether a sentence ends at a mark: a logistic model over what stands left and right of it.

After Kiss and Strunk, "Unsupervised Multilingual Sentence Boundary Detection" (2006): whether a full stop belongs to an
abbreviation and whether a new sentence follows are told by how the words beside it are written elsewhere. An article is
short, so what it shows itself stands beside a vocabulary and the tables of its language. Weights: ends.json.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Set
from functools import cache
from pathlib import Path

from summarize.languages import Language

WEIGHTS = Path(__file__).with_name("ends.json")
"""Fitted by `python -m benchmarks.fit_boundaries`, which also says how good it is on what it has not seen."""

OPENING = "“\"‘'«„‚([{¿¡「『（《〈【"
CLOSING = "\"'”’»)]}」』）》〉】"
_SHOUTS = ("!", "?")
WEAK, STRONG = ".．｡", "。！？।॥۔؟"

MARK = re.compile(
    rf"(?P<mark>[{WEAK}!?…{STRONG}](?:[{WEAK}!?…{STRONG}]| \.(?=\s|$))*)"
    rf"(?P<close>(?:[{re.escape(CLOSING)}]|“(?=[\s,.;:]|$)|\s[»\"](?=\s|$))*)"
    r"(?P<note>(?:\s?\[(?:\^[\w-]{1,16}|\d{1,3})\]|\[[a-z]\]|[¹²³⁰-⁹])*)(?P<gap>\s*)"
)
"""What may end a sentence: full stops and the like, closing quotation marks and brackets, marks of notes, a gap."""

_RIGHT = re.compile(
    rf"(?P<dash>[-–—―]+\s*)?(?P<open>[{re.escape(OPENING)}$£€¥₹№#§]*\s?)"
    r"(?P<word>[^\W_]+(?:['’.-][^\W_]+)*)?(?P<behind>[.:)])?(?:\s*(?P<second>[^\W_]+))?"
)
_VOWEL = re.compile("[aeiouyàâáãäåæèéêëìíîïòóôõöøœùúûüýąęóěőűůăāēīūıыаеёиоуэюяіїє]", re.IGNORECASE)
_LATIN_OR_CYRILLIC = re.compile(r"[a-zà-žа-яёіїє]+", re.IGNORECASE)
_ROMAN = re.compile(r"[IVXLC]{2,}")
_APOSTROPHE = re.compile("['’]")
_LINK = re.compile(r"https?:|www\.|pic\.|#\w")
_ELIDED = re.compile(r"[^\W\d_]{1,2}['’](?=[^\W\d_]{2})")
_ELIDED_HEAD = re.compile(r"['’‘`](?P<rest>[^\W\d_]{1,2})\s+(?P<capital>[^\W\d_])")
_PLACES = ("first", "second")
_LEADING = "leading"
_UNITS = frozenset({"closing", "nations"})
_LEFT_CHARACTERS, _RIGHT_CHARACTERS = 60, 48
"""How far the words beside a mark are looked for; no word that matters is longer."""
_LONGEST_ORDINAL, _YEAR_DIGITS, _SHORT, _MARKER = 3, 4, 4, 2


def small_words(text: str) -> frozenset[str]:
    """The words of a text as they stand between white space: whoever looks one up there in small letters finds it only
    where the text writes it so and without a full stop, and then it is no name and no abbreviation.
    """
    return frozenset(text.split())


@cache
def _weights() -> dict[str, float]:
    weights: dict[str, float] = json.loads(WEIGHTS.read_text(encoding="utf-8"))["weights"]
    return weights


def is_end(evidence: Iterable[str]) -> bool:
    """Whether the evidence at a mark makes an end of a sentence likelier than none."""
    weights = _weights()
    return sum(weights.get(name, 0.0) for name in evidence) > 0


class Evidence:
    """What speaks for and against an end at the marks of one paragraph."""

    def __init__(self, text: str, language: Language, small: Set[str] = frozenset()) -> None:
        """`small` are the words that its document writes in small letters (see `small_words`)."""
        self._text = text
        self._table = language.boundaries
        self._openers = self._table.openers or language.small_words
        self._function_words = language.small_words
        self._small = small
        self._classes = tuple((name, getattr(self._table, name)) for name in ("clock", "nations", "closing", "inside"))
        self._has_danda = "।" in text
        self._particles = language.names.particles

    def at(self, start: int, mark: re.Match[str], splitter: bool) -> Iterator[str]:
        """Names of what is to be seen at a mark, for a sentence that began at `start`.

        `splitter` says whether sentencex ends a sentence there. Looks at a bounded stretch of text on either side.
        """
        left, place = self._left(start, mark)
        if left == _LEADING:
            left, splitter = "title", False  # which of all abbreviations sentencex knows too few
        right = self._right(mark.end())
        yield "always"
        yield f"{left} |"
        yield f"| {right}"
        yield f"{left} | {right}"
        if splitter:
            yield "splitter"
        if mark["close"]:
            yield "closed"
            yield f"closed {left}"
        if place:
            yield place
            yield f"{place} {left}"

    def ends_name(self, mark: re.Match[str]) -> bool:
        """Whether the mark is of a name that goes on behind it in what only ends one: "Yahoo! Inc."."""
        found = _RIGHT.match(self._text, mark.end(), mark.end() + _RIGHT_CHARACTERS)
        if not found or not found["word"] or mark["mark"] not in _SHOUTS or mark["close"]:
            return False
        return found["behind"] == "." and found["word"].replace(".", "") in self._table.closing

    def _left(self, start: int, mark: re.Match[str]) -> tuple[str, str]:
        """The kind of mark or of the word before it, and what is odd about its place."""
        sign, position = mark["mark"], mark.start()
        if any(map(sign.__contains__, STRONG)):
            return "strong", ""
        if "!" in sign or "?" in sign:
            return "!", ""
        if "…" in sign or len(sign) > 1:
            return "…", ""
        begin = max(start, position - _LEFT_CHARACTERS)
        pieces = self._text[begin:position].rsplit(None, 3)
        words = pieces[-3:]
        if not words or self._text[position - 1].isspace():
            return "nothing", ""
        word, before = words[-1].lstrip(OPENING), words[-2] if len(words) > 1 else ""
        place = ""
        listed = self._listed(word, before)
        if self._has_danda:
            place = "beside a danda"
        elif begin == start and len(words) <= len(_PLACES):
            place = _PLACES[len(words) - 1]
        elif begin == start and len(pieces) == 3 and before[0].isdigit() and listed in _UNITS:
            place = _PLACES[-1]  # a figure and its unit are one word: "In 1999 AD"
        elif before.endswith((",", ";")) or words[-1][0] in "([":
            place = "behind a comma"
        return listed or self._shape(_ELIDED.sub("", word), before), place

    def _listed(self, word: str, before: str) -> str:
        """What a word is by the tables of its language; empty if it is in none."""
        key = _ELIDED.sub("", word).replace(".", "")
        if before.endswith(".") and len(before) <= _SHORT and len(key) <= _SHORT:
            joint = before.replace(".", "").lstrip(OPENING) + key
            if found := self._class(joint, word, before):
                return found
        last = key.rpartition("-")[2]
        found = self._class(key, word, before) or (self._class(last, word, before) if 1 < len(last) < len(key) else "")
        if not found and self._table.compounds and key.endswith(self._table.compounds):
            return "before figures"
        return found

    def _class(self, key: str, word: str, before: str) -> str:
        """The table that holds an abbreviation, written without its full stops."""
        table = self._table
        keys = [key, key[:1].lower() + key[1:]] if len(key) > 1 else [key]
        if not table.leading.isdisjoint(keys):
            return _LEADING
        for name, known in self._classes:
            if not known.isdisjoint(keys) and not (
                name == "closing" and key in table.titles and not before[-1:].isdigit()
            ):
                return name
        if key in table.titles:
            return "title"
        if table.before_figures.isdisjoint(keys):
            return ""
        return "before figures, known" if self._is_known(word) else "before figures"

    def _shape(self, word: str, before: str) -> str:
        """What a word is by its letters."""
        kind = "sign"
        if word[-1:].isdigit():
            kind = self._figure(word, before)
        elif len(word) == 1 and word.isalpha():
            kind = self._letter(word, before)
        elif "." in word:
            kind = "dotted"
        elif word[-1:].isalpha():
            kind = self._word(word, before)
        return kind

    def _word(self, word: str, before: str) -> str:
        if not word.islower() and not word[0].isupper():
            return "caseless"
        if word.isupper() and _ROMAN.fullmatch(word):
            # Behind a name it counts kings, as in "Ludwig II."; elsewhere it stands before what it counts.
            return "ordinal" if self._table.ordinals and not self._is_name(before) else "roman"
        if word.isupper():
            return "capitals"
        known = self._is_known(word)
        vowels = known or not _LATIN_OR_CYRILLIC.fullmatch(word) or _VOWEL.search(word)
        length = min(len(word), 5)
        kind = "known" if known else f"of {length} letters" if vowels else "no vowel"
        return kind if word.islower() else f"capital, {kind}"

    def _is_name(self, word: str) -> bool:
        return word[:1].isupper() and len(word) > 2 and word.lower() not in self._table.before_ordinals

    def _is_known(self, word: str) -> bool:
        small = word.lower()
        return small in self._small or small in self._table.vocabulary

    def _figure(self, word: str, before: str) -> str:
        if not word.isdigit() or len(word) > _YEAR_DIGITS:
            return "figure"
        if len(word) > _LONGEST_ORDINAL:
            return "year"
        if self._table.ordinals:
            return "ordinal" if before.lower() in self._table.before_ordinals else "maybe ordinal"
        return "number"

    @staticmethod
    def _letter(word: str, before: str) -> str:
        if not word.isupper():
            return "small letter" if word.islower() else "caseless letter"
        if not before or before.endswith((",", ";", ":")):
            return "letter"
        if before.endswith(".") and len(before) < _SHORT:
            return "letter behind an initial"
        if before[0].isdigit():
            return "letter behind a figure"
        return "letter behind a name" if before[0].isupper() else "letter behind a word"

    def _right(self, position: int) -> str:
        """The kind of what stands behind a mark and its gap."""
        elided = _ELIDED_HEAD.match(self._text, position) if self._table.elided else None
        if elided and elided["rest"] in self._table.elided and elided["capital"].isupper():
            return "opener"
        found = _RIGHT.match(self._text, position, position + _RIGHT_CHARACTERS)
        assert found is not None  # every part of it may be empty
        word = found["word"]
        dash = "dash " if found["dash"] else ""
        if not word:
            kind = "end" if position >= len(self._text) else f"{dash}sign"
        elif _LINK.match(self._text, position):
            kind = "link"
        elif found["behind"] == ")" and len(word) <= _MARKER:
            kind = "marker"
        elif self._table.clock_goes_on.match(self._text, position):
            kind = "clock"
        elif word[0].isdigit():
            kind = f"{dash}figure"
        elif word[0].islower():
            is_name = not word.islower() or (word in self._particles and (found["second"] or "")[:1].isupper())
            kind = "month" if word in self._table.behind_ordinals else "name" if is_name else f"{dash}small"
        elif not word[0].isupper():
            kind = f"{dash}caseless"
        else:
            kind = "dash capital" if dash else self._capital(word, found["behind"], found["second"] or "")
        return kind

    def _capital(self, word: str, behind: str | None, second: str) -> str:
        """The kind of a word with a capital behind a mark."""
        small = word.lower()
        kind = "full name" if second[:1].isupper() else "name"
        if small in self._table.behind_ordinals:
            kind = "month"
        elif behind == ":":
            kind = "label"
        elif behind and word in self._table.titles:
            kind = "title"
        elif behind and word.isupper() and len(word) < _SHORT:
            kind = "initial"
        elif self._opens(word):
            kind = "opener"
        elif word.isupper() and len(word) > 1:
            kind = "capitals"
        elif self._is_known(word):
            kind = self._common(small, second)
        return kind

    def _opens(self, word: str) -> bool:
        """Whether a word with a capital mostly has it as the first of a sentence; "He" in "He's" too."""
        stem = _APOSTROPHE.split(word)[0]
        known = self._table.vocabulary
        return word in known or stem in known or word.lower() in self._openers or stem.lower() in self._openers

    def _common(self, word: str, second: str) -> str:
        """The kind of a common noun with a capital, by whether it looks like the subject of a sentence."""
        if self._table.finite_verb.match(second):
            return "clause"
        if second[:1].isupper():
            return "common, capital behind"
        if second.islower() and word.endswith("s"):
            return "plural"
        return "small behind" if second.islower() and second not in self._function_words else "common"
