"""Which words of a question the words of a text stand for."""

from __future__ import annotations

from summarize.languages import get
from summarize.lexical.tokens import Tokenizer
from summarize.lexical.words import plain_words, stem
from summarize.selection.relevance.question import Question

MIN_FAMILY = 5
"""Letters of the shortest stem that can be the beginning of another of its family."""
MAX_ENDING = 2
"""Letters by which that may be longer."""


class Matches:
    """The words of a question, looked up in texts; each word of theirs is read once."""

    def __init__(self, question: Question) -> None:
        self._language = get(question.language)
        self._wanted = question.words | question.names
        self._families = question.families
        self._tokenize = Tokenizer(self._language.stemmer)
        self._known: dict[tuple[str, str], str | None] = {}

    def within(self, text: str, code: str) -> set[str]:
        """The words of the question that a text in a language holds."""
        return {found for word in plain_words(text, get(code)) if (found := self.of(word, code))}

    def of(self, word: str, code: str) -> str | None:
        """The word of the question that a word in a language stands for."""
        if (word, code) not in self._known:
            self._known[word, code] = self._find(word, code)
        return self._known[word, code]

    def _find(self, word: str, code: str) -> str | None:
        found = stem(word, get(code))
        if found in self._wanted:
            return found
        if code != self._language.code:
            return None
        token = "".join(self._tokenize(word))
        return next((asked for family, asked in self._families if is_family(token, family)), None)


def is_family(one: str, other: str) -> bool:
    """Whether two stems belong to one family of words: "complain", "complaint"."""
    short, long = sorted((one, other), key=len)
    return short == long or (
        len(short) >= MIN_FAMILY and len(long) - len(short) <= MAX_ENDING and long.startswith(short)
    )
