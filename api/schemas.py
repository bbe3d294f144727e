"""What comes in and goes out over HTTP. The brief itself is what `summarize.Brief.to_dict` gives."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from summarize import Document, Options
from summarize.records.brief import BriefSentence, Claim, Conflict, LeftOut, Source
from summarize.records.document import Block, BlockRole
from summarize.records.stories import Change, Joining, StoryStatus

MAX_LENGTH = 100_000
"""Longest brief that can be asked for, in words or sentences."""

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
    """One article. Only the text is required."""

    model_config = _IN

    id: str | None = Field(
        default=None, min_length=1, max_length=500, description="Unique; document-1, document-2 ... if none."
    )
    text: str = Field(min_length=1, description="The article as plain text; offsets in the brief count its characters.")
    title: str | None = Field(default=None, max_length=2_000)
    url: str | None = Field(default=None, max_length=4_000)
    publisher: str | None = Field(default=None, max_length=500)
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

    def document(self, number: int, taken: Collection[str] = ()) -> Document:
        """As the document of this number. One that brings no id is given one that is not `taken`."""
        name, copy = f"document-{number}", 1
        while not self.id and name in taken:
            copy += 1
            name = f"document-{number} ({copy})"
        return Document(
            id=self.id or name,
            text=self.text,
            title=self.title,
            url=self.url,
            publisher=self.publisher,
            published=datetime.fromisoformat(self.published) if self.published else None,
            language=self.language,
            blocks=tuple(Block(block.start, block.end, block.role) for block in self.blocks),
            media_type=self.media_type,
        )


class OptionsIn(BaseModel):
    """How long the brief may be: 200 words unless either is given; when both are given both hold."""

    model_config = _IN

    max_words: int | None = Field(default=None, ge=1, le=MAX_LENGTH)
    max_sentences: int | None = Field(default=None, ge=1, le=MAX_LENGTH)

    def options(self) -> Options:
        return Options(self.max_words, self.max_sentences)


class BriefRequest(BaseModel):
    """Several articles on one event."""

    model_config = ConfigDict(**_IN, json_schema_extra={"examples": [EXAMPLE]})

    documents: list[DocumentIn] = Field(min_length=1)
    options: OptionsIn = OptionsIn()


class StoriesRequest(BriefRequest):
    """Articles on any events."""

    briefs: bool = Field(default=True, description="Whether each story of several articles gets a brief.")


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


class StoryOut(BaseModel):
    """Articles on one event, and why each is among them."""

    id: str
    title: str | None
    documents: list[str]
    first: str | None
    last: str | None
    status: StoryStatus
    joinings: list[Joining]
    brief: BriefOut | None = None
    no_brief: str | None = None


class StoryDocument(BaseModel):
    """An article of a story, without its text."""

    id: str
    title: str | None
    url: str | None
    publisher: str | None
    published: str | None
    sha256: str


class StoriesOut(BaseModel):
    """A stream divided into events, as `summarize stories --format json` prints it."""

    schema_: Literal["summarize.stories/1"] = Field(alias="schema")
    stories: list[StoryOut]
    changes: list[Change]
    documents: list[StoryDocument]


class DocumentOut(BaseModel):
    """A file as it was read: what DocumentIn takes."""

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    blocks: list[Block] = []
    media_type: str | None = None


class Documents(BaseModel):
    """What could be read of some files, and what could not be."""

    documents: list[DocumentOut]
    problems: list[str]


class VersionOut(BaseModel):
    """Which program answers, and with which model."""

    version: str
    schema_: str = Field(serialization_alias="schema")
    model: str | None = Field(description="Null until the model is loaded.")
