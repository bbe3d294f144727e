"""Spanish: where sentences end, and what holds in any language."""

from __future__ import annotations

from summarize.languages.base import Language
from summarize.languages.es.boundaries import BOUNDARIES
from summarize.languages.prose import Boilerplate
from summarize.languages.text import listed, read_page_words

LANGUAGE = Language(
    code="es",
    name="Spanish",
    splitter="es",
    small_words=frozenset(
        listed(
            "de la que el en y los se del las un por con no una su para es al lo como más pero sus le ha me "
            "si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta "
            "desde está"
        )
    ),
    boundaries=BOUNDARIES,
    boilerplate=Boilerplate(page_words=read_page_words(__package__)),
)
