"""Files of every format, damaged at random: each is read or refused, in a line, soon, and in little memory.

SUMMARIZE_FUZZ=20000 damages so many files; SUMMARIZE_FUZZ_FROM begins with another one, as each has its own number.
"""

from __future__ import annotations

import importlib.util
import os
import random
import sys
import time
import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest

from summarize.reading import read_contents
from summarize.reading.registry import FORMATS
from tests.reading.files import (
    SRT,
    docx,
    epub,
    gzipped,
    mbox,
    message,
    mhtml,
    odt,
    rtf,
    tarred,
    warc,
    zipped,
)
from tests.reading.pdfs import column, pdf
from tests.reading.test_fields import NEWS_API, parquet
from tests.reading.test_subtitles import VTT
from tests.reading.web_pages import FERRY, LINKED, page, paragraphs

pytestmark = pytest.mark.timed

ROUNDS = int(os.environ.get("SUMMARIZE_FUZZ", "300"))
FIRST = int(os.environ.get("SUMMARIZE_FUZZ_FROM", "0"))
_SECONDS = 5.0
_MEMORY = 700 * 2**20

PAGE = page(paragraphs(FERRY), head=LINKED)
TEXT = "\n\n".join(FERRY)
_JSON = str(NEWS_API).replace("'", '"')
SEEDS: dict[str, bytes] = {
    "a.txt": f"Title: Ferry\nDate: 2029-11-13\n\n{TEXT}".encode(),
    "a.md": f"---\ntitle: Ferry\n---\n# Ferry\n\n- {FERRY[0]}\n\n> {FERRY[1]}\n\n| a | b |\n|---|---|\n| 1 |".encode(),
    "a.html": PAGE.encode(),
    "a.jsonl": f'{_JSON}\n{{"text": "Fog.", "published": "2029-11-13"}}\n'.encode(),
    "a.json": f'{{"articles": [{_JSON}, {_JSON}]}}'.encode(),
    "a.rss": f"<rss><channel><item><title>Fog</title><description>{TEXT * 9}</description></item></channel>".encode(),
    "a.pdf": pdf(column(TEXT)),
    "a.docx": docx(),
    "a.odt": odt(),
    "a.epub": epub(),
    "a.rtf": rtf(),
    "a.mhtml": mhtml(),
    "a.eml": message(TEXT, page=PAGE).as_bytes(),
    "a.mbox": mbox(message(TEXT), message(page=PAGE)),
    "a.csv": f'id,title,text,date\n1,Ferry,"{FERRY[0]}",2029-11-13\n2,Fire,"{FERRY[1]}",\n'.encode(),
    "a.tsv": f"title\tbody\nFerry\t{FERRY[0]}\n".encode(),
    "a.srt": SRT.encode(),
    "a.vtt": VTT.encode(),
    "a.warc": warc(),
    "a.zip": zipped({"a.txt": TEXT, "b.html": PAGE, "c.eml": message(TEXT).as_bytes()}),
    "a.tar": tarred({"a.txt": TEXT, "b.rtf": rtf()}),
    "a.tar.gz": gzipped(tarred({"a.txt": TEXT, "b.csv": f"text\n{FERRY[0]}\n"})),
    "a.txt.gz": gzipped(TEXT),
}
if importlib.util.find_spec("pyarrow") is not None:
    SEEDS["a.parquet"] = parquet([{"text": FERRY[0], "title": "Ferry"}, {"text": FERRY[1], "title": "Fire"}])
if importlib.util.find_spec("pypdfium2") is None:
    del SEEDS["a.pdf"]
_EDGES = (
    b"\x00",
    b"\xff",
    b"\xff\xfe",
    b"<",
    b"&x;",
    b"{",
    b"}",
    b"[",
    b'"',
    b"\\",
    b"\r\n",
    b"\n\n",
    b"-1",
    b"9" * 30,
    b"--",
    b"=",
)

Damage = Callable[[bytearray, random.Random], None]


def flip(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 1, 4, 30))):
        data[chance.randrange(len(data))] = chance.randrange(256)


def cut(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data)) :]


def take_out(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data))
    del data[at : at + chance.choice((1, 10, 100, 1000))]


def repeat(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data))
    piece = data[at : at + chance.choice((1, 10, 100))]
    data[at:at] = piece * chance.choice((1, 10, 500))


def put_in(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data) + 1)
    data[at:at] = chance.choice(_EDGES) * chance.choice((1, 1, 1, 2_000))


def mix(data: bytearray, chance: random.Random) -> None:
    other = SEEDS[chance.choice(sorted(SEEDS))]
    at, piece = chance.randrange(len(data) + 1), chance.randrange(len(other))
    data[at:at] = other[piece : piece + chance.choice((20, 400, 5_000))]


_DAMAGES: tuple[Damage, ...] = (flip, cut, take_out, repeat, put_in, mix)


def damaged(data: bytes, chance: random.Random) -> bytes:
    """A file with some damage done; in a ZIP often inside, where its checksums do not see it."""
    if data.startswith(b"PK") and chance.random() < 0.7:
        with zipfile.ZipFile(BytesIO(data)) as file:
            parts = {name: file.read(name) for name in file.namelist()}
        name = chance.choice(sorted(parts))
        return zipped(
            {**parts, name: damaged(parts[name], chance) if not parts[name].startswith(b"PK") else parts[name]}
        )
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5))):
        if made:
            chance.choice(_DAMAGES)(made, chance)
    return bytes(made)


def test_every_format_has_a_seed() -> None:
    known = {f".{name.split('.', 1)[1]}" for name in SEEDS}
    missing = [format.suffixes for format in FORMATS if not known & set(format.suffixes)]
    assert [suffixes for suffixes in missing if suffixes not in ((".pdf",), (".parquet",))] == []
    for name, data in SEEDS.items():
        reading = read_contents([(name, data)])
        assert reading.documents, name
        assert reading.problems == (), name


@pytest.mark.timeout(0)
def test_a_damaged_file_is_read_or_refused_soon_and_in_little_memory() -> None:
    names = sorted(SEEDS)
    before = peak_memory()
    for number in range(FIRST, FIRST + ROUNDS):
        chance = random.Random(number)
        name = names[number % len(names)]
        data = damaged(SEEDS[name], chance)
        given = name if chance.random() < 0.9 else chance.choice((*names, "download"))
        begun = time.process_time()
        reading = read_contents([(given, data)])
        assert time.process_time() - begun < _SECONDS, number
        assert reading.documents or reading.problems, number
        assert all(document.text.strip() for document in reading.documents), number
        assert all(given in str(error) and "\n" not in str(error) for error in reading.problems), number
    assert peak_memory() - before < _MEMORY


def peak_memory() -> int:
    """Bytes this process has held at most; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else 1024 * peak
