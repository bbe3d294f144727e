"""Hindi: where sentences end, and what holds in any language."""

from __future__ import annotations

from summarize.languages.base import Language
from summarize.languages.hi.boundaries import BOUNDARIES

LANGUAGE = Language(
    code="hi",
    name="Hindi",
    splitter="hi",
    boundaries=BOUNDARIES,
)
