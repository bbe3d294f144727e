"""Polish: where sentences end, and what holds in any language."""

from __future__ import annotations

from summarize.languages.base import Language
from summarize.languages.pl.boundaries import BOUNDARIES
from summarize.languages.prose import Boilerplate
from summarize.languages.text import listed, read_page_words

LANGUAGE = Language(
    code="pl",
    name="Polish",
    splitter="pl",
    small_words=frozenset(
        listed(
            "w i na z nie się do że jest to od przez o po jak za dla a oraz tym był ze co przy tylko lub "
            "może jego który która które są było ale czy być już także roku ich ma jako we pod przed tego"
        )
    ),
    boundaries=BOUNDARIES,
    boilerplate=Boilerplate(page_words=read_page_words(__package__)),
)
