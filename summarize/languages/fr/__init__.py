"""French: where sentences end, and what holds in any language."""

from __future__ import annotations

from summarize.languages.base import Language
from summarize.languages.fr.boundaries import BOUNDARIES
from summarize.languages.prose import Boilerplate
from summarize.languages.text import listed, read_page_words

LANGUAGE = Language(
    code="fr",
    name="French",
    splitter="en",  # whose titles ("M. Dupont") fit French better than its own list
    small_words=frozenset(
        listed(
            "de la le et les des en un du une que est pour qui dans par au sur pas plus ce il ne se sont "
            "avec son aux elle ou mais ont été cette ses être comme nous leur fait on deux même ces après "
            "sans sa était"
        )
    ),
    boundaries=BOUNDARIES,
    boilerplate=Boilerplate(page_words=read_page_words(__package__)),
)
