"""A question as it is compared with sentences: its words, what it asks for, whom it names."""

from __future__ import annotations

from dataclasses import dataclass

from summarize.errors import OptionsError
from summarize.languages import get
from summarize.languages.detect import detect
from summarize.lexical.tokens import Tokenizer
from summarize.lexical.words import plain_words, stem
from summarize.selection.names import names_in

MAX_WORDS = 60
"""Words of a question that are read: the models see little more of it beside a sentence."""
MAX_CHARACTERS = 1_000
MIN_HITS = 1
"""Small words of a language that tell it: a question has few."""
SHORT = 3
"""Words up to which it may name a matter and ask nothing."""
_CHARACTERS_READ = 100_000
"""Beyond which even the words are not counted."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the sources, by its rules of language."""

    text: str
    """On one line, as far as it is read."""
    cut: bool
    """Whether it was longer than that."""
    language: str
    """ISO 639 code of the language it is taken to be in."""
    is_told: bool
    """Whether that is told by words of it, and not just assumed."""
    words: frozenset[str]
    """Stems of its words that say something of what it is about."""
    names: frozenset[str]
    """Of these the words of the names in it."""
    families: tuple[tuple[str, str], ...]
    """The same words, each by its Snowball stem, which brings more of its forms together, and its stem here."""
    kind: str | None
    """What it asks for, by the language's table; None for anything else."""
    is_plain: bool
    """Whether it asks no more than who somebody is, how old, or how large a thing is: "Who is the captain?"."""
    is_topic: bool
    """Whether it names a matter and asks nothing: "injuries"."""


def read_question(text: str) -> Question:
    """The question in a text. Raises OptionsError for one without a letter or digit."""
    if not isinstance(text, str):
        raise OptionsError(f"the query must be a str, not {type(text).__name__}")
    words = text[:_CHARACTERS_READ].split()
    kept = " ".join(words[:MAX_WORDS])[:MAX_CHARACTERS].rstrip()
    if not any(map(str.isalnum, kept)):
        raise OptionsError("the query is empty: it has to say what the brief is to be about")
    code = detect(kept, MIN_HITS)
    language = get(code)
    empty = language.questions.empty | language.words.stop
    low = [word.lower() for word in plain_words(kept, language)]
    names = [word for name in names_in(kept, language.names) for word in name.words if word.start]
    tokenize = Tokenizer(language.stemmer)
    kind = next((kind for kind, regex in language.questions.kinds.items() if regex.search(kept)), None)
    return Question(
        text=kept,
        cut=len(kept) < len(" ".join(words)) or len(text) > _CHARACTERS_READ,
        language=code,
        is_told=not language.small_words.isdisjoint(low),
        words=frozenset(stem(word, language) for word in low if word not in empty),
        names=frozenset(stem(word.key, language) for word in names if word.key not in empty),
        families=tuple(sorted({("".join(tokenize(word)), stem(word, language)) for word in low if word not in empty})),
        kind=kind,
        is_plain=bool(language.questions.plain.match(kept)),
        is_topic=kind is None and len(low) <= SHORT and not kept.endswith("?"),
    )
