"""What the caller may choose about a brief."""

from __future__ import annotations

from dataclasses import dataclass
from operator import index

from summarize.errors import OptionsError

DEFAULT_MAX_WORDS = 200


@dataclass(frozen=True, slots=True)
class Options:
    """How long the brief may be.

    Words are pieces between white space; in scripts that put none between words, two characters are one. `max_words` is
    200 unless it or `max_sentences` is given; when both are given both hold. Raises OptionsError for a value below 1 or
    that is no whole number.
    """

    max_words: int | None = None
    max_sentences: int | None = None

    def __post_init__(self) -> None:
        for name in ("max_words", "max_sentences"):
            value = getattr(self, name)
            if value is None:
                continue
            if isinstance(value, bool) or not hasattr(value, "__index__"):
                raise OptionsError(f"{name} must be a whole number, not {value!r}")
            value = index(value)
            object.__setattr__(self, name, value)
            if value < 1:
                raise OptionsError(f"{name} must be at least 1, not {value}")
        if self.max_words is None and self.max_sentences is None:
            object.__setattr__(self, "max_words", DEFAULT_MAX_WORDS)
