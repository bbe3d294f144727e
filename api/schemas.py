"""What comes in and goes out over HTTP. The brief itself is what `summarize.Brief.to_dict` gives."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, Strict, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from summarize import Brief, Document, Options
from summarize.records.brief import BriefSentence, Claim, Conflict, LeftOut, Source
from summarize.records.document import Block, BlockRole, are_pages
from summarize.records.views import Coverage, Figure, Query, Since, TimelineEntry, View
from summarize.selection import read_question
from summarize.verification import brief_of

MAX_LENGTH = 100_000
"""Longest brief that can be asked for, in words or sentences."""

MAX_QUERY = 20_000
"""Characters of the longest question, of which only the first words are read."""

_IN = ConfigDict(extra="forbid", strict=True, frozen=True, hide_input_in_errors=True)

EXAMPLE: dict[str, Any] = {
    "documents": [
        {
            "id": "wire",
            "text": "A passenger ferry struck the North Mole at Port Ennick in dense fog on Tuesday, injuring 27 "
            "people, the coastguard said. Nobody was killed. All sailings are cancelled until Thursday.",
            "published": "2029-11-13T10:42:00Z",
        },
        {
            "id": "courier",
            "title": "Fog ferry hits mole",
            "url": "https://courier.example/ferry",
            "publisher": "Ennick Courier",
            "published": "2029-11-14",
            "text": "The number of people injured when a passenger ferry struck the North Mole at Port Ennick rose "
            "to 31 on Wednesday. Captain Joren Haldane told officers that his radar screen had gone dark.",
        },
    ],
    "options": {"max_words": 60},
}


def _date(value: str) -> str:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        raise ValueError("must be a date, or a date and time, in ISO 8601, such as 2029-11-13T10:42:00Z") from None
    return value


class BlockIn(BaseModel):
    """A stretch of a document's text, `text[start:end]`, and what it is."""

    model_config = _IN

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    role: BlockRole = Field(strict=False)


class DocumentIn(BaseModel):
    """One article. Only the text is required, or, where the service reads links, the url."""

    model_config = _IN

    id: str | None = Field(
        default=None, min_length=1, max_length=500, description="Unique; document-1, document-2 ... if none."
    )
    url: str | None = Field(default=None, max_length=4_000, description="Where it stands; read if there is no text.")
    text: Annotated[str, Field(min_length=1)] | None = Field(
        default=None,
        validate_default=True,
        description="The article as plain text; offsets in the brief count its characters.",
    )
    title: str | None = Field(default=None, max_length=2_000)
    publisher: str | None = Field(default=None, max_length=500)
    author: str | None = Field(
        default=None, max_length=1_000, description="Names of people, as /v1/documents gives them."
    )
    published: Annotated[str, AfterValidator(_date)] | None = Field(
        default=None, max_length=64, description="A date, or a date and time, in ISO 8601."
    )
    language: str | None = Field(default=None, max_length=35, description="ISO 639; told from the text if none.")
    blocks: list[BlockIn] = Field(
        default_factory=list,  # a default would be copied deeply for each document
        description="Paragraphs, headings and the like in order, as /v1/documents gives; guessed if none.",
    )
    media_type: str | None = Field(
        default=None, max_length=200, description="Of the file the text was read from, as /v1/documents gives it."
    )
    pages: list[Annotated[int, Field(ge=0)]] = Field(
        default_factory=list,
        description="Where in the text each page begins, as /v1/documents gives; none if it has none.",
    )

    @field_validator("pages")
    @classmethod
    def _inside(cls, pages: list[int], given: ValidationInfo) -> list[int]:
        text = given.data.get("text")
        if text is not None and not are_pages(pages, len(text)):
            raise PydanticCustomError("invalid", "Must be offsets inside the text that rise from 0")
        return pages

    @field_validator("text")
    @classmethod
    def _text_or_url(cls, text: str | None, given: ValidationInfo) -> str | None:
        if text is None and not given.data.get("url"):
            raise PydanticCustomError("missing", "Field required")
        return text

    @property
    def link(self) -> str | None:
        """The link to read in place of a text."""
        return self.url if self.text is None else None

    def document(self, number: int, taken: Collection[str] = (), read: Document | None = None) -> Document:
        """As the document of this number. One that brings no id is given one that is not `taken`.

        What its link was `read` as is completed by what is given beside it, which counts more.
        """
        name, copy = f"document-{number}", 1
        while not self.id and name in taken:
            copy += 1
            name = f"document-{number} ({copy})"
        if read is not None:
            return replace(
                read,
                id=self.id or name,
                title=self.title or read.title,
                publisher=self.publisher or read.publisher,
                author=self.author or read.author,
                published=datetime.fromisoformat(self.published) if self.published else read.published,
                language=self.language or read.language,
            )
        return Document(
            id=self.id or name,
            text=self.text or "",
            title=self.title,
            url=self.url,
            publisher=self.publisher,
            author=self.author,
            published=datetime.fromisoformat(self.published) if self.published else None,
            language=self.language,
            blocks=tuple(Block(block.start, block.end, block.role) for block in self.blocks),
            media_type=self.media_type,
            pages=tuple(self.pages),
        )


def _asked(value: str) -> str:
    read_question(value)  # raises a ValueError that says what is wrong
    return value


Asked = Annotated[str, Field(max_length=MAX_QUERY), AfterValidator(_asked)]


class OptionsIn(BaseModel):
    """How long the brief may be: 200 words unless either is given; when both are given both hold."""

    model_config = _IN

    max_words: int | None = Field(default=None, ge=1, le=MAX_LENGTH)
    max_sentences: int | None = Field(default=None, ge=1, le=MAX_LENGTH)

    def options(self) -> Options:
        return Options(self.max_words, self.max_sentences)


class FieldsIn(OptionsIn):
    """The fields of a form beside its files."""

    query: Asked | None = None


class ArticlesIn(BaseModel):
    """What every request for articles holds."""

    model_config = _IN

    documents: list[DocumentIn] = Field(min_length=1)

    @property
    def links(self) -> dict[int, str]:
        """The links to read, by the number of their document."""
        return {number: article.link for number, article in enumerate(self.documents, start=1) if article.link}


class BriefRequest(ArticlesIn):
    """Several articles on one event."""

    model_config = ConfigDict(**_IN, json_schema_extra={"examples": [EXAMPLE]})

    options: OptionsIn = OptionsIn()
    views: list[Annotated[View, Strict(False)]] = Field(
        default_factory=list, max_length=20, description="What the brief is to tell beside its sentences."
    )
    since: dict[str, Any] | None = Field(
        default=None, description="An earlier brief, as it was answered in JSON: the new one tells what is new since."
    )

    query: Asked | None = Field(
        default=None, description="A question: the brief holds what answers it, and no sentence where nothing does."
    )

    def earlier(self) -> Brief | None:
        """The earlier brief. Raises BriefError for what is none."""
        return None if self.since is None else brief_of(self.since)


class BriefOut(BaseModel):
    """The brief, as `summarize --format json` prints it."""

    schema_: Literal["summarize.brief/1"] = Field(alias="schema")
    title: str | None
    sentences: list[BriefSentence]
    sources: list[Source]
    claims: list[Claim]
    conflicts: list[Conflict]
    left_out: LeftOut
    model: str
    options: Options
    since: Since | None = Field(default=None, description="Only where the request names an earlier brief.")
    query: Query | None = Field(default=None, description="Only where the request asks a question.")
    coverage: Coverage | None = None
    timeline: list[TimelineEntry] | None = None
    figures: list[Figure] | None = None
    wording: dict[str, Any] | None = Field(
        default=None,
        description="What every other form says of the brief, sentence by sentence; not of one of a story.",
    )


class DocumentOut(BaseModel):
    """A file as it was read: what DocumentIn takes."""

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    language: str | None = None
    blocks: list[Block] = []
    media_type: str | None = None
    pages: list[int] = Field(default_factory=list, description="Only of a file that has pages.")


class Documents(BaseModel):
    """What could be read of some files, and what could not be."""

    documents: list[DocumentOut]
    problems: list[str]


class VersionOut(BaseModel):
    """Which program answers, and with which model."""

    version: str
    schema_: str = Field(serialization_alias="schema")
    reads_links: bool = Field(description="Whether documents may be given as links.")
    model: str | None = Field(description="Null until the model is loaded.")
