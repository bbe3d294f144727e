"""What a source says about an article besides its text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from summarize.errors import SourceError

_FRONT_MATTER = re.compile(
    r"""---[ \t]*\r?\n
        (?=\#|[A-Za-z_][\w-]*[ \t]*:)   # a key follows at once; otherwise the line is a thematic break
        (?P<lines>(?:.*\n)*?)
        (?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)""",
    re.VERBOSE,
)
_FIELD = re.compile(r"(?m)^([A-Za-z_][\w-]*)[ \t]*:(.*)$")
_KEYS = {
    "title": ("title",),
    "published": ("date", "published"),
    "url": ("url", "link"),
    "publisher": ("publisher", "source"),
}
_SPACED_ZONE = re.compile(r"\s+(?=[+-]\d\d:?\d\d$)")


MAX_DATE_CHARACTERS = 64
"""No way of writing a moment is longer."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The lines between two `---` at the head of a Markdown file."""

    title: str | None = None
    published: str | None = None
    url: str | None = None
    publisher: str | None = None


def split_front_matter(text: str) -> tuple[FrontMatter, str]:
    """The front matter of a Markdown text and the text after it.

    Only plain `key: value` lines are understood: title, date or published, url or link, publisher or source (a source
    that is a web address counts as the url). Everything else in the block is passed over.
    """
    block = _FRONT_MATTER.match(text)
    if not block:
        return FrontMatter(), text
    given = {key.lower(): _unquoted(value.strip()) for key, value in _FIELD.findall(block["lines"])}
    found = {name: next((given[key] for key in keys if given.get(key)), None) for name, keys in _KEYS.items()}
    source = given.get("source", "")
    if source.startswith(("http://", "https://")):
        found |= {"url": found["url"] or source, "publisher": given.get("publisher") or None}
    return FrontMatter(**found), text[block.end() :]


def _unquoted(value: str) -> str:
    if len(value) >= 2 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].replace("''", "'") if value[0] == "'" else value[1:-1].replace('\\"', '"')
    return value


def parse_published(value: str) -> datetime | None:
    """A date, or a date and time, in ISO 8601; None when it is neither."""
    if len(value) > MAX_DATE_CHARACTERS:
        return None
    try:
        return datetime.fromisoformat(_SPACED_ZONE.sub("", value.strip()))
    except ValueError:
        return None


def bad_date(where: str, key: str, value: str) -> SourceError:
    """The note on a date that was given and cannot be used."""
    return SourceError(
        f'{where}: "{key}" is no ISO 8601 date such as 2029-11-13T10:42:00 ({value[:40]!r}); kept without it'
    )
