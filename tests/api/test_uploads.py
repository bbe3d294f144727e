"""The service reads the formats that the command reads, within its own limits."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from tests.api.serving import serving
from tests.api.test_problems import assert_problem
from tests.reading.files import docx, epub, gzipped, mbox, message, mhtml, odt, rtf, tarred, warc, zipped
from tests.reading.web_pages import FERRY

TEXT = "A ferry struck the North Mole at Port Ennick in fog. "


def upload(client: httpx.Client, name: str, content: bytes) -> httpx.Response:
    return client.post("/v1/documents", files=[("files", (name, content))])


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", docx()),
        ("a.odt", odt()),
        ("a.epub", epub()),
        ("a.rtf", rtf()),
        ("a.eml", message().as_bytes()),
        ("a.mbox", mbox(message())),
        ("a.mhtml", mhtml()),
        ("a.warc.gz", gzipped(warc())),
        ("a.csv", f'text\n"{FERRY[4]}"\n'.encode()),
        ("a.json", f'{{"articles": [{{"content": "{FERRY[4]}"}}]}}'.encode()),
        ("a.zip", zipped({"in/a.txt": FERRY[4]})),
        ("a.tgz", gzipped(tarred({"in/a.txt": FERRY[4]}))),
    ],
)
def test_a_file_of_any_format_may_be_uploaded(client: httpx.Client, name: str, content: bytes) -> None:
    read = upload(client, name, content).json()
    assert read["problems"] == []
    assert FERRY[4] in read["documents"][0]["text"]


@pytest.fixture(scope="module")
def narrow() -> Iterator[httpx.Client]:
    """A server with narrow limits."""
    with serving(max_body_bytes=16_384, max_documents=3, max_characters=1000) as client:
        yield client


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.zip", zipped({f"{n}.txt": TEXT for n in range(4)})),
        ("a.tgz", gzipped(tarred({f"{n}.txt": TEXT for n in range(4)}))),
        ("a.csv", b"text\n" + TEXT.encode() * 4 + b"\n" + (TEXT + "\n").encode() * 3),
        ("a.json", b"[" + b",".join([b'{"text": "Fog."}'] * 4) + b"]"),
        ("a.mbox", mbox(*[message(TEXT)] * 4)),
    ],
)
def test_a_file_of_too_many_articles_is_refused(narrow: httpx.Client, name: str, content: bytes) -> None:
    answer = upload(narrow, name, content)
    if name in ("a.zip", "a.tgz"):  # its files are counted before they are read
        assert "at most 3 files are" in answer.json()["problems"][0]
    else:
        assert_problem(answer, 413, "too-many-documents")


def test_what_is_packed_counts_unpacked(narrow: httpx.Client) -> None:
    long = zipped({"a.txt": TEXT * 10, "b.txt": TEXT * 10})
    assert_problem(upload(narrow, "a.zip", long), 413, "too-many-characters")
    for name, content in (("a.txt.gz", gzipped(b" " * 4_000_000)), ("a.zip", zipped({"a.txt": b" " * 4_000_000}))):
        assert "unpacks to more than" in upload(narrow, name, content).json()["problems"][0]
    values = b'{"text": "Fog.", "x": [' + b"[]," * 2_000 + b"0]}"
    assert_problem(upload(narrow, "a.json", values), 413, "too-many-values")
