"""Articles in archives are read as if they lay beside each other, and no archive does harm."""

from __future__ import annotations

import bz2
import io
import lzma
import struct
import tarfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from summarize.reading import Limits, Settings, read_contents, read_sources
from tests.reading.conftest import ReadBytes, only, problem
from tests.reading.files import answer, docx, gzipped, message, record, tarred, warc, zipped
from tests.reading.web_pages import FERRY, TITLE, page, paragraphs

PARTS: dict[str, bytes | str] = {
    "story/b.txt": "Fire in the harbour.",
    "story/a.html": page(paragraphs(FERRY)),
    "story/photo.jpg": b"\xff\xd8\xff",
    "__MACOSX/story/._b.txt": b"\x00\x05",
    ".hidden.txt": "Hidden.",
}


def ids(data: bytes, name: str, settings: Settings | None = None) -> list[str]:
    """What the documents of a file are called; there must be no problem."""
    reading = read_contents([(name, data)], settings or Settings())
    assert reading.problems == ()
    return [document.id for document in reading.documents]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.zip", zipped(PARTS)),
        ("a.tar", tarred(dict(sorted(PARTS.items())))),
        ("a.tar.gz", gzipped(tarred(dict(sorted(PARTS.items()))))),
        ("a.tgz", gzipped(tarred(dict(sorted(PARTS.items()))))),
        ("a.tar.bz2", bz2.compress(tarred(dict(sorted(PARTS.items()))))),
        ("a.tar.xz", lzma.compress(tarred(dict(sorted(PARTS.items()))))),
        ("a.txz", lzma.compress(tarred(dict(sorted(PARTS.items()))))),
    ],
)
def test_an_archive_stands_for_the_articles_in_it(name: str, data: bytes) -> None:
    assert ids(data, name) == [f"{name}/story/a.html", f"{name}/story/b.txt"]
    assert len(ids(data, "download")) == 2
    document = read_contents([(name, data)]).documents[0]
    assert (document.title, document.media_type) == (TITLE, "text/html")


@pytest.mark.parametrize(("suffix", "pack"), [(".gz", gzipped), (".bz2", bz2.compress), (".xz", lzma.compress)])
def test_every_packing_may_come_in_parts_and_under_any_name(suffix: str, pack: Callable[[bytes], bytes]) -> None:
    data = pack(b"Fog on the ") + pack(b"harbour.")
    for name in (f"a.txt{suffix}", "download"):
        (document,) = read_contents([(name, data)]).documents
        assert document.text == "Fog on the harbour."
    assert ids(pack(docx()), f"a.docx{suffix}") == [f"a.docx{suffix}"]
    assert "looks like a compressed file" in problem(read_contents([(f"a{suffix}{suffix}", pack(pack(b"Fog.")))]))


def test_what_is_packed_alone_is_read_by_the_name_inside(read_bytes: ReadBytes, tmp_path: Path) -> None:
    assert ids(gzipped("Fog."), "a.txt.gz") == ["a.txt.gz"]
    assert ids(gzipped('{"text": "Fog."}\n{"text": "Fire."}'), "a.jsonl.gz") == ["a.jsonl.gz:1", "a.jsonl.gz:2"]
    assert ids(gzipped("Fog."), "a.gz") == ["a.gz"]
    assert ids(gzipped(docx()), "a.docx.gz") == ["a.docx.gz"]
    (tmp_path / "a.txt.gz").write_bytes(gzipped("Fog."))
    (tmp_path / "b.sql.gz").write_bytes(gzipped("Fire."))
    assert len(read_sources([tmp_path]).documents) == 1


def test_one_file_in_an_archive_that_cannot_be_read_is_named_and_the_others_are_read() -> None:
    reading = read_contents([("a.zip", zipped({"a.txt": "Fog.", "b.txt": "", "c.pdf": b"%PDF-", "d.txt": "Fire."}))])
    assert [document.id for document in reading.documents] == ["a.zip/a.txt", "a.zip/d.txt"]
    assert [str(error).split(": ")[0] for error in reading.problems] == ["a.zip/b.txt", "a.zip/c.pdf"]


def test_archives_in_archives_are_read_to_a_depth() -> None:
    inner = zipped({"a.txt": "Fog."})
    assert ids(zipped({"b.zip": inner}), "c.zip") == ["c.zip/b.zip/a.txt"]
    deep = problem(read_contents([("d.zip", zipped({"c.zip": zipped({"b.zip": inner})}))]))
    assert "d.zip/c.zip/b.zip/a.txt: is packed more than 2 times" in deep
    assert "looks like a compressed file" in problem(read_contents([("a.gz.gz", gzipped(gzipped("Fog.")))]))


def test_no_path_in_an_archive_leads_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names = ("../../up.txt", "/etc/absolute.txt", "..\\..\\windows.txt", "C:\\drive.txt")
    for name, data in (
        ("a.zip", zipped(dict.fromkeys(names, "Fog."))),
        ("a.tar", tarred(dict.fromkeys(names, "Fog."))),
    ):
        found = ids(data, name)
        assert len(found) == len(names)
        assert all(".." not in each and "//" not in each and "\\" not in each for each in found)
    assert list(tmp_path.iterdir()) == []


def test_links_and_devices_in_an_archive_are_passed_over(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("A secret.", encoding="utf-8")
    written = io.BytesIO()
    with tarfile.open(fileobj=written, mode="w") as file:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE):
            info = tarfile.TarInfo("a.txt")
            info.type, info.linkname = kind, str(secret)
            file.addfile(info)
    assert "an archive without articles" in problem(read_contents([("a.tar", written.getvalue())]))


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.zip", b"", "is empty"),
        ("a.zip", zipped(PARTS)[:-30], "damaged or cut short"),
        ("a.zip", b"PK\x05\x06" + bytes(18), "an archive without articles"),
        ("a.zip", zipped({"a.jpg": b"\xff\xd8\xff"}), "an archive without articles"),
        ("a.zip", zipped({"xl/workbook.xml": "<x/>"}), "a spreadsheet"),
        ("a.zip", zipped({"a.txt": "Fog."}).replace(b"\x14\x00\x00\x00\x08", b"\x14\x00\x01\x00\x08"), "is encrypted"),
        ("a.zip", zipped({"a.txt": "Fog."}).replace(b"\x14\x00\x00\x00\x08", b"\x14\x00\x00\x00\x0e"), "in a rare way"),
        ("a.tar", b"", "is empty"),
        ("a.tar", b"Fog. " * 200, "damaged or cut short"),
        ("a.tar", tarred({"a.txt": "Fog. " * 500})[:800], "damaged or cut short"),
        ("a.gz", b"Fog.", "damaged or cut short"),
        ("a.txt.gz", gzipped("Fog. " * 500)[:20], "damaged or cut short"),
        ("a.tar.gz", gzipped(tarred(PARTS))[:300], "damaged or cut short"),
        ("a.bz2", b"Fog.", "damaged or cut short"),
        ("a.txt.bz2", bz2.compress(b"Fog. " * 500)[:20], "damaged or cut short"),
        ("a.xz", b"Fog.", "damaged or cut short"),
        ("a.txt.xz", lzma.compress(b"Fog. " * 500)[:-20], "damaged or cut short"),
        ("a.txt.xz", lzma.compress(b"Fog. ", filters=[{"id": lzma.FILTER_LZMA2, "dict_size": 2**30}]), "damaged"),
        ("a.txt.xz", b"", "is empty"),
    ],
)
def test_an_archive_that_cannot_be_read_is_named_in_one_line(name: str, data: bytes, said: str) -> None:
    reading = read_contents([(name, data)])
    assert reading.documents == ()
    assert said in str(reading.problems[0])
    assert all(str(error).startswith(name) and "\n" not in str(error) for error in reading.problems)


@pytest.mark.timeout(30)
@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt.gz", gzipped(b" " * 60_000_000)),
        ("a.jsonl.gz", gzipped(b"\n" * 60_000_000)),
        ("a.txt.bz2", bz2.compress(b" " * 60_000_000)),
        ("a.txt.xz", lzma.compress(b" " * 60_000_000)),
        ("a.tar.xz", lzma.compress(tarred({"a.html": b" " * 60_000_000}))),
        ("a.zip", zipped({"a.txt": b" " * 60_000_000})),
        ("a.zip", zipped({"b.zip": zipped({"a.csv": b" " * 60_000_000})})),
        ("a.tar.gz", gzipped(tarred({"a.html": b" " * 60_000_000}))),
        ("a.warc.gz", gzipped(record(answer(b" " * 60_000_000)))),
        ("a.warc", record(answer(zlib.compress(b" " * 60_000_000), "Content-Encoding: deflate"))),
    ],
    ids=["gz", "lines", "bz2", "xz", "tar.xz", "zip", "zip in zip", "tar.gz", "warc.gz", "warc"],
)
def test_a_bomb_is_given_up_before_it_goes_off(name: str, data: bytes) -> None:
    message = problem(read_contents([(name, data)]))
    assert any(said in message for said in ("unpacks to more than 200 times", "2,000,000 characters", "200,000 lines"))


def test_all_that_is_unpacked_of_a_source_is_counted_together() -> None:
    tight = Settings(limits=Limits(max_bytes=1_500, max_members=3))
    noise = "".join(map(str, range(250)))
    reading = read_contents([("a.zip", zipped({f"{n}.txt": noise for n in range(5)}))], tight)
    assert len(reading.documents) == 2
    assert "unpacks to more than" in str(reading.problems[-1])
    reading = read_contents([("a.zip", zipped({f"{n}.txt": "Fog." for n in range(5)}))], tight)
    assert len(reading.documents) == 3
    assert "at most 3 files are" in str(reading.problems[-1])
    two = read_contents([(name, zipped({"a.txt": noise})) for name in ("a.zip", "b.zip", "c.zip")], tight)
    assert len(two.documents) == 3


def _end(listed: int, start: int) -> bytes:
    return b"PK\x05\x06" + struct.pack("<4H2IH", 0, 0, 1, 1, listed, start, 0)


def _end_of_large_files(listed: int, start: int) -> bytes:
    """ZIP64: a second end before the first one, which says nothing and is not asked."""
    large = b"PK\x06\x06" + struct.pack("<Q2H2I4Q", 44, 45, 45, 0, 0, 1, 1, listed, start)
    return large + b"PK\x06\x07" + struct.pack("<IQI", 0, start + listed, 1) + _end(0, 0)


@pytest.mark.parametrize("end", [_end, _end_of_large_files])
def test_a_zip_that_lists_files_without_end_is_refused_unread(end: Callable[[int, int], bytes]) -> None:
    listed = 17 * 2**20
    made = b"PK\x03\x04" + bytes(listed) + end(listed, 4)
    assert "lists too many files" in problem(read_contents([("a.zip", made)]))
    made = b"PK\x03\x04" + bytes(2**20) + end(2**20, 4)
    assert "is damaged" in problem(read_contents([("a.zip", made)]))


# Web archives.


def test_a_web_archive_is_its_pages_with_their_links() -> None:
    for name, data in (("a.warc", warc()), ("a.warc.gz", gzipped(warc())), ("download", warc())):
        document = only(read_contents([(name, data)]))
        assert document.text == "\n\n".join((TITLE, *FERRY))
        assert (document.id, document.url) == (f"{name}:3", "https://mercury.example/ferry")


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        (gzipped(page(paragraphs(FERRY))), ("Content-Encoding: gzip",)),
        (zlib.compress(page(paragraphs(FERRY)).encode()), ("Content-Encoding: deflate",)),
        (page(paragraphs(FERRY)).encode(), ("Content-Encoding: gzip",)),
        (b"5\r\n<html\r\n%x;x\r\n" % 4 + b"><p>\r\n0\r\n\r\n", ("Transfer-Encoding: chunked",)),
        (page(paragraphs(FERRY)).encode(), ("Transfer-Encoding: chunked",)),
    ],
    ids=["gzip", "deflate", "said to be gzip", "chunks", "said to be chunks"],
)
def test_a_page_is_unpacked_as_its_answer_says(body: bytes, fields: tuple[str, ...]) -> None:
    reading = read_contents([("a.warc", record(answer(body, *fields)))])
    if "chunked" in fields[0] and body.startswith(b"5"):
        assert "is a page without an article" in problem(reading)
    else:
        assert FERRY[4] in only(reading).text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b"Fog.", "is no web archive"),
        (record(b"", "warcinfo"), "a web archive without pages"),
        (b"WARC/1.0\r\nContent-Length: many\r\n\r\n", "does not tell its length"),
        (record(answer(b"<p>Fog.", "Content-Encoding: br")), "packed in a way that is not read (br)"),
        (b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999\r\n\r\nFog.", "is cut short"),
        (b"WARC/1.0\r\n" + b"X: y\r\n" * 100_000, "does not tell its length"),
    ],
)
def test_a_web_archive_that_cannot_be_read_is_named(data: bytes, said: str) -> None:
    assert said in problem(read_contents([("a.warc", data)]))


def test_mail_with_a_report_in_a_packed_folder_is_read_to_the_report() -> None:
    made = message("See the report that is attached to this message.")
    made.add_attachment(docx(), "application", "octet-stream", filename="report.docx")
    assert ids(gzipped(tarred({"in/a.eml": made.as_bytes()})), "a.tgz") == [
        "a.tgz/in/a.eml",
        "a.tgz/in/a.eml/report.docx",
    ]
