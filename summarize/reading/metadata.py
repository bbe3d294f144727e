"""What a source says about an article besides its text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from urllib.parse import urlsplit

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
    "title": ("title", "headline"),
    "published": ("date", "published"),
    "url": ("url", "link"),
    "publisher": ("publisher", "source"),
    "author": ("author", "authors", "byline", "by"),
}
_FIELDS = (
    "title|headline|subtitle|date|published|updated|author|authors|byline|by|url|link|source|publisher|category|"
    "categories|tags|keywords|section|status|slug|lang|language|layout|draft|description|summary|image|id"
)
_TOML = re.compile(r"\+\+\+\s(?P<lines>[^+]{1,8000})\s\+\+\+[ \t]*(?:\r?\n|\Z)")
_TOML_FIELD = re.compile(r"""(?:^|\s)([A-Za-z_][\w-]*)\s*=\s*("[^"\n]*"|'[^'\n]*'|\[[^\]]*\]|\S+)""")
_ONE_LINE = re.compile(r"---[ \t](?P<lines>[^\n]{1,4000}?)[ \t]---[ \t]*(?:\r?\n|\Z)")
_PLAIN = re.compile(rf"(?i)(?P<lines>(?:(?:{_FIELDS})[ \t]*:[^\n]*\n){{2,20}})[ \t]*(?:\r?\n|\Z)")
_RUN_ON = re.compile(
    r"(?i)(?P<lines>(?:title|headline)[ \t]*:[^\n]{1,500}?)(?:[ \t]+(?:---|\+\+\+)(?=\s)[ \t]*\n?|\r?\n|\Z)"
)
_RUN_ON_FIELD = re.compile(rf"(?i)(?:^|(?<=\s))({_FIELDS})[ \t]*:[ \t]")
_SENTENCE_END = re.compile(r"[^\W\d_]{2}[.!?](?:\s|\Z)")
_SECONDS = (100_000_000, 4_102_444_800)
"""Of dates from 1973 to 2100; other numbers are no seconds since 1970."""
_MILLISECONDS_FROM = 100_000_000_000
LEAST_FIELDS = 2
"""A head without marks around it names so many fields; one may be a sentence."""
_SPACED_ZONE = re.compile(r"\s+(?=[+-]\d\d:?\d\d$)")


MAX_DATE_CHARACTERS = 64
"""No way of writing a moment is longer."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the head of a file says."""

    title: str | None = None
    published: str | None = None
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    """As it stands there."""


def split_front_matter(text: str) -> tuple[FrontMatter, str]:
    """The head of a text that says what it is, and the text after it.

    A head is YAML between two `---`, TOML between two `+++`, or lines such as `Title: ...` and `Date: ...` before the
    first blank line, each perhaps run together on one line. Only plain values are understood: title, date or published,
    url or link, publisher or source (a source that is a web address counts as the url), author or byline. The rest is
    passed over.
    """
    end, fields = _find_head(text)
    if not end:
        return FrontMatter(), text
    given = {key.lower(): _unquoted(value.strip()) for key, value in fields}
    found = {name: next((given[key] for key in keys if given.get(key)), None) for name, keys in _KEYS.items()}
    source = given.get("source", "")
    if source.startswith(("http://", "https://")):
        found |= {"url": found["url"] or source, "publisher": given.get("publisher") or None}
    return FrontMatter(**found), text[end:]


def _find_head(text: str) -> tuple[int, list[tuple[str, str]]]:
    """How many characters the head of a text takes, and its fields; 0 where there is none."""
    if block := _FRONT_MATTER.match(text):
        return block.end(), _FIELD.findall(block["lines"])
    if (block := _TOML.match(text)) and (fields := _TOML_FIELD.findall(block["lines"])):
        return block.end(), fields
    for shape in (_ONE_LINE, _PLAIN, _RUN_ON):
        if block := shape.match(text):
            fields = _run_on(block["lines"])
            if fields and shape is _RUN_ON and _SENTENCE_END.search(fields[-1][1]):
                continue  # the article itself has run into it
            if len({key.lower() for key, _ in fields}) >= LEAST_FIELDS:
                return block.end(), fields
    return 0, []


def _run_on(lines: str) -> list[tuple[str, str]]:
    """The fields of `Title: A bridge falls Date: 2031-05-04`."""
    keys = list(_RUN_ON_FIELD.finditer(lines))
    stops = [*(key.start() for key in keys[1:]), len(lines)]
    return [(key[1], lines[key.end() : stop].strip()) for key, stop in zip(keys, stops, strict=False)]


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


def read_moment(value: object) -> datetime | None:
    """A date in any of the forms of feeds, mail and databases: ISO 8601, RFC 5322, 20291113104200, seconds since 1970,
    or a date already; None for anything else.
    """
    if isinstance(value, datetime):
        return value
    if isinstance(value, date):
        return datetime.combine(value, time.min)
    if isinstance(value, str):
        return parse_published(value) or _mail_date(value) or _digits(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        seconds = value / 1000 if value > _MILLISECONDS_FROM else value
        return datetime.fromtimestamp(seconds, UTC) if _SECONDS[0] < seconds < _SECONDS[1] else None
    return None


def _mail_date(value: str) -> datetime | None:
    if len(value) > MAX_DATE_CHARACTERS:
        return None
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _digits(value: str) -> datetime | None:
    try:
        return datetime.strptime(value.strip(), "%Y%m%d%H%M%S")
    except ValueError:
        return None


def bad_date(where: str, key: str, value: str) -> SourceError:
    """The note on a date that was given and cannot be used."""
    return SourceError(
        f'{where}: "{key}" is no ISO 8601 date such as 2029-11-13T10:42:00 ({value[:40]!r}); kept without it'
    )


def host_of(link: str) -> str | None:
    """The host of a link as readers know it, without "www."."""
    try:
        return (urlsplit(link).hostname or "").removeprefix("www.") or None
    except ValueError:
        return None
