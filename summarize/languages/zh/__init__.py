"""Chinese: where sentences end, and what holds in any language."""

from __future__ import annotations

from summarize.languages.base import Language
from summarize.languages.zh.boundaries import BOUNDARIES

LANGUAGE = Language(
    code="zh",
    name="Chinese",
    splitter="zh",
    boundaries=BOUNDARIES,
)
