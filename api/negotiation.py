"""Which form of the brief the client wants, by its Accept header (RFC 9110)."""

from __future__ import annotations

from api.problems import Problem
from summarize.rendering import Format

MEDIA_TYPES = {
    Format.JSON: "application/json",
    Format.MARKDOWN: "text/markdown",
    Format.HTML: "text/html",
}
"""In the order in which they are preferred where the client has no preference."""
_MOST_RANGES = 50
"""Of Accept that are looked at. Browsers send eight; sixteen kilobytes of them would hold everybody up."""


def wanted(accept: str | None) -> Format:
    """The form the client likes best; JSON when it does not say. Raises Problem 406 when it takes none of them."""
    ranges = [_range(part) for part in (accept or "*/*").split(",", _MOST_RANGES)[:_MOST_RANGES] if part.strip()]
    best = max(MEDIA_TYPES, key=lambda format: _quality(MEDIA_TYPES[format], ranges))  # the first of equals
    if _quality(MEDIA_TYPES[best], ranges) <= 0:
        raise Problem(406, "not-acceptable", f"There is {', '.join(MEDIA_TYPES.values())}, and nothing else.")
    return best


def _range(part: str) -> tuple[str, float]:
    name, *parameters = (piece.strip().lower() for piece in part.split(";"))
    quality = 1.0
    for parameter in parameters:
        if parameter.startswith("q="):
            try:
                quality = min(1.0, max(0.0, float(parameter[2:])))
            except ValueError:
                quality = 0.0
    return name, quality


def _quality(media_type: str, ranges: list[tuple[str, float]]) -> float:
    """Of the ranges that match, the most specific decides."""
    specific = {media_type: 3, f"{media_type.partition('/')[0]}/*": 2, "*/*": 1}
    return max(((specific[name], quality) for name, quality in ranges if name in specific), default=(0, 0.0))[1]
