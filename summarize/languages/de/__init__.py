"""German: where sentences end, and what holds in any language."""

from __future__ import annotations

from summarize.languages.base import Language
from summarize.languages.de.boundaries import BOUNDARIES
from summarize.languages.prose import Boilerplate
from summarize.languages.text import listed, read_page_words

LANGUAGE = Language(
    code="de",
    name="German",
    splitter="de",
    small_words=frozenset(
        listed(
            "der die und das ist nicht von mit sich des auf für im dem den ein eine hat zu als auch es an "
            "werden aus er dass sie nach bei um einen wie über wird am sind noch einer war wurde zum oder "
            "nur sein vor zur bis mehr durch ihre haben einem"
        )
    ),
    boundaries=BOUNDARIES,
    boilerplate=Boilerplate(page_words=read_page_words(__package__)),
)
