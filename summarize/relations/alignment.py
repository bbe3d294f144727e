"""What a look at the words that differ tells for certain: near copies in which contradictions hide.

Two sentences are aligned word by word. Where all they differ in is a negation, a word and its opposite, or the places
of two names around one verb, they cannot both be true, however alike they are to a model of meaning.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarize.languages import Language
from summarize.lexical.tokens import Tokenizer

MIN_WORDS = 4
"""Words of the shortest sentence that is looked at."""
_WORD = re.compile(r"\w+(?:['’]\w+)*")


def contradicts(one: str, other: str, language: Language, tokenizer: Tokenizer) -> bool:
    """Whether two sentences say opposite things in the same words."""
    left, right = (_WORD.findall(text) for text in (one, other))
    if min(len(left), len(right)) < MIN_WORDS or abs(len(left) - len(right)) > 2:
        return False
    if _is_denied(left, right, language, tokenizer):
        return True
    if len(left) != len(right):
        return False
    return _is_opposite(left, right, language) or _is_exchanged(left, right, language)


def _is_denied(left: Sequence[str], right: Sequence[str], language: Language, tokenizer: Tokenizer) -> bool:
    """Whether one is the other with a negation."""
    (plain, no), (other, other_no) = (_without_negation(words, language, tokenizer) for words in (left, right))
    return plain == other and abs(no - other_no) == 1


def _without_negation(words: Sequence[str], language: Language, tokenizer: Tokenizer) -> tuple[list[str], int]:
    kept, count = [], 0
    for place, word in enumerate(words):
        low = word.lower().replace("’", "'")
        following = words[place + 1].lower() if place + 1 < len(words) else ""
        if low in language.negation.negations and following not in language.negation.undone:
            count += 1
        elif low.endswith(language.negation.contraction):
            count += 1
            kept.append(low.removesuffix(language.negation.contraction))
        else:
            kept.append(low)
    helpers = language.negation.helpers
    return [token for word in kept if word not in helpers for token in tokenizer(word)], count


def _is_opposite(left: Sequence[str], right: Sequence[str], language: Language) -> bool:
    """Whether one word stands in the place of its opposite, and nothing else differs."""
    changed = [(a.lower(), b.lower()) for a, b in zip(left, right, strict=True) if a.lower() != b.lower()]
    if len(changed) != 1:
        return False
    (mine, yours), tables = changed[0], (language.negation.verbs, language.negation.sides)
    rows = [(table.get(mine, {}), table.get(yours, {})) for table in tables]
    return any(row in others and others[row] != side for own, others in rows for row, side in own.items())


def _is_exchanged(left: Sequence[str], right: Sequence[str], language: Language) -> bool:
    """Whether two names have changed places around what is said of them, in the same words."""
    if left == right or language.negation.joining.intersection(map(str.lower, left)):
        return False  # "A and B" are "B and A", and what is said of them may be said in any order
    (said, names), (also_said, other_names) = _names_apart(left), _names_apart(right)
    return said == also_said and names != other_names and sorted(names) == sorted(other_names)


def _names_apart(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """The sentence with a gap for every name, and the names in order."""
    said: list[str] = []
    names: list[str] = []
    for word in words:
        if not word[0].isupper():
            said.append(word)
        elif said and not said[-1]:
            names[-1] += f" {word}"
        else:
            said.append("")
            names.append(word)
    return said, names
