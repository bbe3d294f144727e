"""Italian: where sentences end, and what holds in any language."""

from __future__ import annotations

from summarize.languages.base import Language
from summarize.languages.it.boundaries import BOUNDARIES
from summarize.languages.prose import Boilerplate
from summarize.languages.text import listed, read_page_words

LANGUAGE = Language(
    code="it",
    name="Italian",
    splitter="it",
    small_words=frozenset(
        listed(
            "di e il la che in un per è del le della non una dei con si da al sono i più come ha gli anche "
            "nel alla dal ma lo delle nella se o su questo tra ai suo dalla degli essere stato due hanno era "
            "anni dopo"
        )
    ),
    boundaries=BOUNDARIES,
    boilerplate=Boilerplate(page_words=read_page_words(__package__)),
)
