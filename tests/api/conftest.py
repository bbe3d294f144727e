"""One server for the tests that need no settings of their own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from summarize import Document
from tests.api.serving import serving


@pytest.fixture(scope="session")
def client() -> Iterator[httpx.Client]:
    with serving() as client:
        yield client


@pytest.fixture
def request_body(articles: list[Document]) -> dict[str, Any]:
    """The three reports of the ferry accident, as a request."""
    fields = ("id", "text", "title", "url")
    documents = [{name: getattr(a, name) for name in fields if getattr(a, name) is not None} for a in articles]
    return {"documents": documents, "options": {"max_words": 60}}
