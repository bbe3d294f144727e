"""A file is read as what its first bytes prove it to be, whatever it is called."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from summarize.reading import read_sources
from tests.reading.conftest import ReadBytes, only, problem
from tests.reading.files import docx, epub, odt, rtf, zipped
from tests.reading.pdfs import column, pdf
from tests.reading.web_pages import FERRY, page, paragraphs

PAGE = page(paragraphs(FERRY)).encode()


@pytest.mark.skipif(find_spec("pypdfium2") is None, reason="needs pypdfium2")
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.docx", "a.zip"])
def test_a_pdf_is_read_under_any_name_of_a_text(read_bytes: ReadBytes, name: str) -> None:
    document = only(read_bytes(pdf(column("Nobody was killed.")), name))
    assert (document.text, document.media_type) == ("Nobody was killed.", "application/pdf")


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.epub", "a.rtf"])
def test_a_web_page_is_read_though_it_is_called_another_kind_of_document(read_bytes: ReadBytes, name: str) -> None:
    document = only(read_bytes(PAGE, name))
    assert document.media_type == "text/html"
    assert FERRY[0] in document.text


@pytest.mark.parametrize("data", [docx(), odt(), epub(), rtf(), zipped({"a.docx": docx()})])
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.pdf"])
def test_documents_are_read_though_they_are_called_text_or_pdf(read_bytes: ReadBytes, data: bytes, name: str) -> None:
    assert FERRY[0] in only(read_bytes(data, name)).text


@pytest.mark.parametrize("suffix", [".pdf", ".zip", ".docx", ".tar", ".gz", ".html", ".rtf", ".parquet", ".txt", ""])
def test_an_empty_file_is_empty_and_not_damaged(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(b"")
    assert problem(read_sources([path])) == f"{path}: is empty"


def test_a_text_on_formats_stays_a_text(read_bytes: ReadBytes) -> None:
    said = "A PDF begins with %PDF-1.7, an archive with PK. From: nobody."
    assert only(read_bytes(said.encode(), "a.txt")).text == said
