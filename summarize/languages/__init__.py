"""Languages: what each is, in a folder of its own, and how a text's language is told.

A document is in one language; every rule is handed that language's record and holds no word of any itself.
"""

from __future__ import annotations

import pkgutil
from functools import cache, lru_cache
from importlib import import_module
from pathlib import Path

from summarize.languages.base import Language
from summarize.languages.text import SMALL_WORDS, listed

_WITHIN = {"nb": "no", "nn": "no"}
"""Codes of what a pack of another code holds: both written forms of Norwegian."""
KEPT = 256
"""Languages kept at a time: anybody may name any number of them."""


def packs() -> tuple[str, ...]:
    """Codes of the languages that have a folder here."""
    return _packs_in(tuple(__path__))


@cache
def _packs_in(path: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(module.name for module in pkgutil.iter_modules(path) if module.ispkg))


@lru_cache(maxsize=KEPT)
def get(code: str) -> Language:
    """The language with this code: its pack, or else the general rules under its name."""
    code = _WITHIN.get(code, code)
    if code in packs():
        language: Language = import_module(f"{__name__}.{code}").LANGUAGE
        return language
    return Language(code=code, name=code, splitter=code)


def small_words(code: str) -> frozenset[str]:
    """The commonest words of a language with a pack. The pack itself, which has patterns to compile, stays unread
    where it keeps them in a file: to tell a text's language takes the words of all.
    """
    for folder in __path__:
        file = Path(folder) / code / SMALL_WORDS
        if file.is_file():
            return frozenset(listed(file.read_text(encoding="utf-8")))
    return get(code).small_words


__all__ = ["Language", "get", "packs", "small_words"]
