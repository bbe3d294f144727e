"""Words of a sentence as the comparing stages want them: lower-cased, stemmed, numbers in one spelling."""

from __future__ import annotations

import re
import unicodedata

import Stemmer

from summarize.native import NativeFaultError, guarded

_MARKS = "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963\u0970-\u0dff"
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
)
_LETTER = rf"(?:[^\W\d_{_UNSPACED}][{_MARKS}]*|[{_MARKS}])"

_TOKEN = re.compile(
    rf"(?:\d+(?:[.,]\d+)*)"
    rf"|(?:(?:[A-Za-z]\.){{2,}})"
    rf"|(?:{_LETTER}+(?:['\u2019\u02bc\uff07]{_LETTER}+)*)"
    rf"|(?:[{_UNSPACED}]+)"
)
_RUN = re.compile(f"[{_UNSPACED}]")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?")
_LATIN_ACCENT = re.compile("([A-Za-z])[\u0300-\u036f]+")
_APOSTROPHES = str.maketrans({"\u2019": "'", "\u02bc": "'", "\uff07": "'"})
_POSSESSIVE = re.compile(r"'s?$")
_ELISION = re.compile(r"^(?:[dljmnstc]|qu)'(?=\w{2})")

_STEMMERS = (("\u0370", "\u03ff", "greek"), ("\u0400", "\u052f", "russian"), ("\u0600", "\u06ff", "arabic"))


LONGEST_WORD = 500
"""Characters of a word that count. Unicode's normal forms take time with the square of a run of combining marks."""


class Tokenizer:
    """Tokens of many sentences, each distinct word stemmed once. Use one in one thread at a time."""

    def __init__(self, stemmer: str) -> None:
        """`stemmer` is Snowball's name of that for Latin letters."""
        self._tokens = _Tokens(stemmer)

    def __call__(self, text: str) -> tuple[str, ...]:
        """Tokens in order: Snowball stems of words, numbers without grouping ("1,200" is "1200"), dotted
        abbreviations without dots, and pairs of neighbouring characters where a script has no spaces between words.
        """
        if text.isascii():
            return tuple(map(self._tokens.__getitem__, _TOKEN.findall(text)))
        tokens: list[str] = []
        for word in _TOKEN.findall(text):
            if word.isascii() or not _RUN.match(word):
                tokens.append(self._tokens[word])
            else:
                tokens.extend(word[i : i + 2] for i in range(max(1, len(word) - 1)))
        return tuple(tokens)


class _Tokens(dict[str, str]):
    """What each word becomes, worked out when it is first asked for."""

    def __init__(self, stemmer: str) -> None:
        super().__init__()
        self._stemmer = Stemmer.Stemmer(stemmer)
        self._stemmers = [(first, last, Stemmer.Stemmer(name)) for first, last, name in _STEMMERS]

    def __missing__(self, word: str) -> str:
        token = self[word] = self._token(word)
        return token

    def _token(self, word: str) -> str:
        word = word[:LONGEST_WORD]
        if not word.isascii():
            word = _plain(word)
        if word[0].isdecimal():
            return _number(word)
        if word.endswith("."):
            return word.replace(".", "").lower()
        word = word.lower()
        word = _ELISION.sub("", _POSSESSIVE.sub("", word)) or word
        stemmer = self._stemmer
        if not word.isascii():
            for first, last, other in self._stemmers:
                if first <= word[0] <= last:
                    stemmer = other
        try:
            with guarded("stemming"):
                return str(stemmer.stemWord(word)) or word
        except NativeFaultError:
            return word


def _plain(text: str) -> str:
    """One spelling for what means the same: full-width forms, typographic apostrophes, accents on Latin letters."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES))
    return unicodedata.normalize("NFC", _LATIN_ACCENT.sub(r"\1", decomposed))


def _number(text: str) -> str:
    if not text.isascii():
        text = "".join(str(unicodedata.decimal(c, c)) for c in text)
    if _GROUPED.fullmatch(text):
        comma_groups = "," in text and text.find(",") < (text.find(".") % (len(text) + 1))
        return text.replace(",", "") if comma_groups else text.replace(".", "").replace(",", ".")
    return text
