"""Hindi: where sentences end, and what holds in any language."""

from __future__ import annotations

from summarize.languages.base import Language
from summarize.languages.hi.boundaries import BOUNDARIES
from summarize.languages.patterns import note_head
from summarize.languages.prose import Boilerplate, Negation
from summarize.languages.text import listed, read_page_words

LANGUAGE = Language(
    code="hi",
    name="Hindi",
    splitter="hi",
    boundaries=BOUNDARIES,
    boilerplate=Boilerplate(
        note_head=note_head("भूल सुधार | सुधार | स्पष्टीकरण | संपादक की टिप्पणी | संपादकीय टिप्पणी"),
        page_words=read_page_words(__package__),
    ),
    negation=Negation(
        negations=frozenset(listed("नहीं न मत बिना")),
        undone=frozenset(listed("केवल सिर्फ")),
    ),
)
