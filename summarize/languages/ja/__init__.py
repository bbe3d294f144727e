"""Japanese: where sentences end, and what holds in any language."""

from __future__ import annotations

from summarize.languages.base import Language
from summarize.languages.ja.boundaries import BOUNDARIES

LANGUAGE = Language(
    code="ja",
    name="Japanese",
    splitter="ja",
    boundaries=BOUNDARIES,
)
