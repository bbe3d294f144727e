"""An article out of named fields, as in JSON and tables, whatever their makers call them.

The names are those of this project and of news-please, newspaper4k, NewsAPI, GDELT, Common Crawl's news, schema.org and
content management systems.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from summarize.errors import DocumentError, SourceError
from summarize.reading.authors import read_authors
from summarize.reading.formats.base import Items, joined
from summarize.reading.mending import Mending
from summarize.reading.metadata import bad_date, read_moment
from summarize.records.document import Block, BlockRole, Document, are_pages

OWN = "text"
"""What this project calls the text."""
_TEXT = (
    *(OWN, "maintext", "articletext", "articlebody", "fulltext", "content", "contenttext", "body", "bodytext"),
    *("article", "story", "plaintext", "cleanedtext", "rawtext", "contenthtml", "bodyhtml"),
)
_OTHERS = {
    "title": ("title", "headline", "articletitle"),
    "url": (
        *("url", "link", "articleurl", "canonicalurl", "canonicallink", "weburl", "permalink", "sourceurl"),
        *("documentidentifier", "uri", "href"),
    ),
    "publisher": (
        *("publisher", "sourcename", "sitename", "source", "publication", "newspaper", "outlet", "mediaoutlet"),
        *("sourcedomain", "sourcecommonname", "domain", "site"),
    ),
    "author": ("author", "authors", "byline", "creator", "dccreator", "authorname"),
    "published": (
        *(
            "published",
            "publishedat",
            "datepublished",
            "datepublish",
            "publishdate",
            "publisheddate",
            "publicationdate",
        ),
        *("pubdate", "date", "datetime", "seendate", "webpublicationdate", "timestamp", "createdat"),
    ),
    "language": ("language", "lang", "metalang"),
    "media_type": ("mediatype",),
}
_INSIDE = ("article", "document", "doc", "source", "fields", "data", "item", "attributes")
"""Under which the article itself stands, in a field with fields of its own."""
KNOWN = frozenset((*_TEXT, *(name for names in _OTHERS.values() for name in names), "id", "sha256", "pages", "blocks"))
"""All names that are understood, as `normalized` gives them."""
MAX_ROWS = 200_000
"""Of one file: many more articles than one brief is made of."""
_NAME = ("name", "title", "id")
_TAG = re.compile(r"</?(?:p|br|div|h[1-6]|ul|li|blockquote)\b[^<>]{0,500}>", re.IGNORECASE)
_LINK = re.compile(r"https?://\S+$")
JSON_NAMES = {
    str: "a string",
    int: "a number",
    float: "a number",
    bool: "true or false",
    list: "a list",
    dict: "an object",
    type(None): "null",
}


def read_fields(data: Mapping[str, Any], where: str, default_id: str, text_column: str | None = None) -> Items:
    """The article in named values, and a note on each that cannot be used; the document is kept without it.

    Raises SourceError, with `where` in its message, where there is no text.
    """
    data, keys = _opened(data, text_column)
    key = find_text(keys, data, text_column)
    text = data.get(key) if key is not None else None
    if text is None:
        raise SourceError(f'{where}: no "{text_column or OWN}"; every article needs one')
    if not isinstance(text, str):
        raise SourceError(f'{where}: "{key}" is {_kind(text)}, not a string')
    if not text.strip():
        raise SourceError(f'{where}: "{key}" is empty')
    fields: dict[str, Any] = {}
    notes: list[SourceError] = []
    for field, names in _OTHERS.items():
        for given in (keys[name] for name in names if name in keys and keys[name] != key):
            value = _named(data[given])
            if value is None or value == "":
                continue
            if field == "author":  # what names nobody is no mistake
                fields[field] = fields.get(field) or read_authors(data[given], fields.get("publisher"))
                continue
            used = read_moment(value) if field == "published" else value if isinstance(value, str) else None
            if used is not None:
                fields[field] = used
                break
            notes.append(_unusable(where, given, value, field))
    identity = data.get("id")
    if isinstance(identity, bool) or not isinstance(identity, str | int | float | None):
        notes.append(SourceError(f'{where}: "id" is {_kind(identity)}, not a string; kept without it'))
        identity = None
    if _LINK.match(fields.get("publisher") or ""):
        fields.setdefault("url", fields["publisher"])
        del fields["publisher"]
    document = Document(id=default_id if identity in (None, "") else str(identity), text=text, **fields)
    yield _as_kept(document, data) if data.get("sha256") == document.sha256 else _as_read(document, key == OWN)
    yield from notes


def read_rows(
    rows: Iterable[Any], name: str, unit: str, text_column: str | None, *, first: int = 1, sole: bool = False
) -> Items:
    """The article of each row of a table, or each object of a list, and what is wrong with those that have none.

    Rows are counted from `first`; without an id of its own a document is called NAME:NUMBER, and NAME where it is the
    `sole` one.
    """
    found = False
    for number, row in enumerate(rows, start=first):
        where = f"{name}, {unit} {number:,}"
        if number >= first + MAX_ROWS:
            yield SourceError(f"{where}: the rest was not read; one brief is made of at most {MAX_ROWS:,}")
            return
        if row is None:
            continue
        found = True
        try:
            if not isinstance(row, Mapping):
                raise SourceError(f'{where}: {_kind(row)}, not an object with a "text"')
            yield from read_fields(row, where, name if sole else f"{name}:{number}", text_column)
        except SourceError as error:
            yield error
        except DocumentError as error:
            yield SourceError(f"{where}: {error}")
    if not found:
        yield SourceError(f"{name}: holds no articles, as it has no {unit}")


def has_text(data: Mapping[str, Any], text_column: str | None = None) -> bool:
    """Whether named values hold the text of an article."""
    opened, keys = _opened(data, text_column)
    return find_text(keys, opened, text_column) is not None


def normalized(names: Mapping[str, Any]) -> dict[str, str]:
    """Names as they are compared (datePublished, date_published, "Date published"), and as they stand."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault("".join(filter(str.isalnum, name.lower())), name)
    return found


def find_text(keys: Mapping[str, str], data: Mapping[str, Any], text_column: str | None) -> str | None:
    """The name of what holds the text: as it was said, else the first known name with a text in it."""
    if text_column is not None:
        return text_column if text_column in data else keys.get("".join(filter(str.isalnum, text_column.lower())))
    known = [keys[name] for name in _TEXT if name in keys]
    if OWN in data:
        return OWN
    return next((name for name in known if isinstance(data[name], str) and data[name].strip()), None)


def _opened(data: Mapping[str, Any], text_column: str | None) -> tuple[Mapping[str, Any], dict[str, str]]:
    """The values, with those of a field that holds the article itself before them."""
    keys = normalized(data)
    if find_text(keys, data, text_column) is None:
        for name in _INSIDE:
            inner = data.get(keys.get(name, ""))
            if isinstance(inner, Mapping):
                both = {**{key: value for key, value in data.items() if value is not inner}, **inner}
                names = normalized(both)
                if find_text(names, both, text_column) is not None:
                    return both, names
    return data, keys


def _named(value: Any) -> Any:
    """A value, or what an object such as {"id": "npa", "name": "Northern Press Agency"} is called."""
    if isinstance(value, Mapping):
        return next((value[name] for name in _NAME if isinstance(value.get(name), str)), dict(value))
    return value


def _unusable(where: str, name: str, value: Any, field: str) -> SourceError:
    if field == "published" and isinstance(value, str | date):
        return bad_date(where, name, str(value))
    return SourceError(f'{where}: "{name}" is {_kind(value)}, not a string; kept without it')


def _kind(value: Any) -> str:
    return JSON_NAMES.get(type(value), "of another kind")


def _as_kept(document: Document, data: Mapping[str, Any]) -> Document:
    """With its pages, blocks and author as they are told of this very text; what others call pages counts them, or
    names them.
    """
    if isinstance(data.get("author"), str):
        document = replace(document, author=data["author"])
    pages = data.get("pages")
    if isinstance(pages, list) and are_pages(pages, len(document.text)):
        document = replace(document, pages=tuple(pages))
    try:
        return replace(
            document, blocks=tuple(Block(start, end, BlockRole(role)) for start, end, role in data["blocks"])
        )
    except (KeyError, TypeError, ValueError, DocumentError):
        return document


def _as_read(document: Document, own: bool) -> Document:
    """With its text mended, and without markup where others than this project's tools left it."""
    text = document.text
    if own or not _TAG.search(text):
        mending = Mending()
        return replace(document, text=mending.mend(text), mends=mending.mends)
    from summarize.reading.pages.markup import read_markup
    from summarize.reading.pages.walk import pieces_of

    pieces = pieces_of(read_markup(text.encode("utf-8-sig"), document.id))
    text, blocks = joined((piece.text, piece.role, piece.table) for piece in pieces)
    if not text:
        raise SourceError(f"{document.id}: holds no text besides its markup")
    return replace(document, text=text, blocks=blocks)
