"""What an assistant gives to a tool."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from api.schemas import ArticlesIn, BriefRequest, DocumentIn
from api.stories import StoriesRequest

FilePath = Annotated[str, Field(min_length=1, max_length=4_000)]


class Call(ArticlesIn):
    """Articles: their texts, or files below the folders that the user named when the server was started."""

    documents: list[DocumentIn] = Field(default_factory=list, description="Articles, each with its text.")
    files: list[FilePath] = Field(
        default_factory=list,
        max_length=1_000,
        description="Paths of files, or of folders of articles, below the folders that the server may read.",
    )

    @model_validator(mode="after")
    def _with_articles(self) -> Call:
        if not (self.documents or self.files):
            raise PydanticCustomError("missing", "Articles are needed: documents, or files")
        return self


def _check_one(one: object, other: object, names: str) -> None:
    if (one is None) == (other is None):
        raise PydanticCustomError("missing", "{names}: one of the two is needed", {"names": names})


class BriefCall(Call, BriefRequest):
    """Articles on one event, and an earlier brief where it is to be told what is new since."""

    since_file: FilePath | None = Field(default=None, description="The earlier brief as a file, in place of since.")

    @model_validator(mode="after")
    def _with_one_earlier(self) -> BriefCall:
        if self.since is not None and self.since_file is not None:
            raise PydanticCustomError("invalid", "since or since_file, not both")
        return self


class StoriesCall(Call, StoriesRequest):
    """Articles on any events."""


class CheckCall(Call):
    """A draft, and the articles it is held against."""

    draft: Annotated[str, Field(min_length=1)] | None = Field(default=None, description="The text to check.")
    draft_file: FilePath | None = Field(default=None, description="The draft as a file, in place of draft.")

    @model_validator(mode="after")
    def _with_one_draft(self) -> CheckCall:
        _check_one(self.draft, self.draft_file, "draft, draft_file")
        return self


class VerifyCall(Call):
    """A brief, and the articles it was made from."""

    brief: dict[str, Any] | None = Field(default=None, description="A brief as the tool brief answers it.")
    brief_file: FilePath | None = Field(default=None, description="The brief as a JSON file, in place of brief.")

    @model_validator(mode="after")
    def _with_one_brief(self) -> VerifyCall:
        _check_one(self.brief, self.brief_file, "brief, brief_file")
        return self
