"""Portuguese: where sentences end, and what holds in any language."""

from __future__ import annotations

from summarize.languages.base import Language
from summarize.languages.prose import Boilerplate
from summarize.languages.pt.boundaries import BOUNDARIES
from summarize.languages.text import listed, read_page_words

LANGUAGE = Language(
    code="pt",
    name="Portuguese",
    splitter="pt",
    small_words=frozenset(
        listed(
            "de a o que e do da em um para com não uma os no se na por mais as dos como mas foi ao ele das "
            "tem à seu sua ou ser quando muito há nos já está também só pelo pela até isso ela entre era "
            "depois são"
        )
    ),
    boundaries=BOUNDARIES,
    boilerplate=Boilerplate(page_words=read_page_words(__package__)),
)
