"""Plain text: one article, whose paragraphs are guessed later."""

from __future__ import annotations

from typing import BinaryIO

from summarize.errors import SourceError
from summarize.reading.authors import read_authors
from summarize.reading.formats.base import Format, Items, read_text
from summarize.reading.mending import Mending
from summarize.reading.metadata import bad_date, parse_published, split_front_matter
from summarize.records.document import Document


def read(stream: BinaryIO, name: str) -> Items:
    """The article in a text file, and a note on a date that cannot be used."""
    mending = Mending()
    matter, text = split_front_matter(read_text(stream, name, mending))
    if not text.strip():
        raise SourceError(f"{name}: holds no text behind its head")
    published = parse_published(matter.published) if matter.published else None
    yield Document(
        id=name,
        text=text,
        title=matter.title,
        url=matter.url,
        publisher=matter.publisher,
        author=read_authors(matter.author, matter.publisher),
        published=published,
        mends=mending.mends,
    )
    if matter.published and published is None:
        yield bad_date(name, "date", matter.published)


FORMAT = Format(suffixes=(".txt",), media_types=("text/plain",), read=read)
