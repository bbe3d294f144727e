"""Arabic: where sentences end, and what holds in any language."""

from __future__ import annotations

from summarize.languages.ar.boundaries import BOUNDARIES
from summarize.languages.base import Language

LANGUAGE = Language(
    code="ar",
    name="Arabic",
    splitter="ar",
    boundaries=BOUNDARIES,
)
