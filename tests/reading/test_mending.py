"""Damaged text is mended where it is read, so that every offset counts what a reader sees."""

from __future__ import annotations

import json

import pytest

from summarize.reading.mending import Mending
from summarize.records.document import Damage, Mend
from tests.reading.conftest import ReadBytes, only
from tests.reading.files import docx, word
from tests.reading.web_pages import FERRY, page, paragraphs


@pytest.mark.parametrize(
    ("damaged", "sound"),
    [
        ("Itâ€™s the cafÃ© â€“ â‚¬18", "It’s the café – €18"),
        ("ÐŸÑ€Ð¸Ð²ÐµÑ‚ Ð¼Ð¸Ñ€", "Привет мир"),
        ("Rolls &amp; buns &#8217;s, 5&nbsp;km &ndash; &euro;2", "Rolls & buns ’s, 5\xa0km – €2"),
        ("the govern\xadment of Tol\xad\nland", "the government of Tolland"),
        ("The govern-\nment said the government fell.", "The government said the government fell."),
        ("He was treat-\ned in the muse-\r\n um, they said.", "He was treated in the museum, they said."),
        ("The Skar-\nra pier and the Skarra ferry.", "The Skarra pier and the Skarra ferry."),
    ],
)
def test_what_was_damaged_on_its_way_is_mended(damaged: str, sound: str) -> None:
    assert Mending().mend(damaged) == sound


@pytest.mark.parametrize(
    "text",
    [
        "Le château de Morvaux & son parc, 5 € l’entrée, le câble volé, SÃO, «CAFÉ».",
        "AT&T; R&D; &foo; x<y",
        "The rule &lt;p&gt; stands in <p>a page</p>.",
        "A well-\nknown man left.",
        "He will re-\nsign for the club, an every-\nday matter, and re-\nform it.",
        "Der Mann war be-\nreit, sagte er, und die Frau ist nicht be-\nhandelt worden.",
        "渡轮在雾中撞上了码头。 Паром. العبارة. फेरी।",
        "",
    ],
)
def test_a_sound_text_stays_as_it_is(text: str) -> None:
    assert Mending().mend(text) == text


def test_a_file_is_mended_and_its_offsets_count_the_mended_text(read_bytes: ReadBytes) -> None:
    document = only(read_bytes("The cafÃ© â€œZur” reopened. It&#8217;s full.", "a.txt"))
    assert document.text == "The café “Zur” reopened. It’s full."


def test_the_head_of_a_text_file_is_its_metadata(read_bytes: ReadBytes) -> None:
    source = b"Title: No way over the ice\nDate: 2033-02-12\nStatus: published\n\nThe road is closed."
    document = only(read_bytes(source, "a.txt"))
    assert (document.title, document.text) == ("No way over the ice", "The road is closed.")
    assert document.published is not None
    assert document.published.date().isoformat() == "2033-02-12"


def test_toml_and_yaml_are_heads_of_text_files_and_prose_is_not(read_bytes: ReadBytes) -> None:
    toml = only(read_bytes('+++\ntitle = "A year late"\ndate = 2031-05-05\n+++\n\nLine 9 opened.', "a.txt"))
    yaml = only(read_bytes("---\ntitle: A year late\n---\n\nLine 9 opened.", "a.txt"))
    assert toml.title == yaml.title == "A year late"
    assert toml.text.strip() == yaml.text.strip() == "Line 9 opened."
    prose = b"Title: it had none when it was found.\n\nHe sold it."
    assert only(read_bytes(prose, "a.txt")).text.encode() == prose


def test_a_head_may_call_the_title_a_headline(read_bytes: ReadBytes) -> None:
    document = only(read_bytes(b"Headline: No way over the ice\nDate: 2033-02-12\n\nThe road is closed.", "a.txt"))
    assert (document.title, document.text) == ("No way over the ice", "The road is closed.")


def test_what_a_markdown_file_writes_as_a_character_stays_one(read_bytes: ReadBytes) -> None:
    document = only(read_bytes(b"Put &lt;br&gt; and &#42;stars&#42; there &amp; here.", "a.md"))
    assert document.text == "Put <br> and *stars* there & here."


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_a_text_kept_as_a_line_with_its_hash_is_read_as_it_was(read_bytes: ReadBytes, name: str) -> None:
    """However damaged it still is: a brief made of it verifies against the line."""
    said = "The sign said &amp;lt;closed&amp;gt; when the ferry came in on Monday. Itâ€™s full, its captain wrote."
    markup = page(paragraphs([said, *FERRY])) if name == "a.html" else said
    document = only(read_bytes(markup.encode(), name))
    line = {"id": document.id, "text": document.text, "sha256": document.sha256}
    assert only(read_bytes(json.dumps(line).encode(), "kept.jsonl")).text == document.text
    del line["sha256"]
    assert only(read_bytes(json.dumps(line).encode(), "given.jsonl")).text == Mending().mend(document.text)


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.eml", "a.docx", "a.rtf", "a.jsonl", "a.srt"])
def test_what_was_mended_is_counted_by_kind(read_bytes: ReadBytes, name: str) -> None:
    said = "The cafÃ© â€œZurâ€\x9d of Tol\xadland is full, its captain wrote. " * 2
    contents: dict[str, bytes] = {
        "a.eml": f"MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{said}".encode(),
        "a.docx": docx(word(said)),
        "a.rtf": b"{\\rtf1 " + "".join(f"\\u{ord(c)}?" for c in said).encode() + b"\\par}",
        "a.jsonl": json.dumps({"text": said}).encode(),
        "a.srt": f"1\n00:00:01,000 --> 00:00:02,000\n{said}".encode(),
    }
    document = only(read_bytes(contents.get(name, said.encode()), name))
    assert "The café “Zur” of Tolland" in document.text
    assert document.mends == (Mend(Damage.ENCODING, 6), Mend(Damage.SOFT_HYPHEN, 2))


def test_a_sound_file_tells_of_nothing_mended(read_bytes: ReadBytes) -> None:
    assert only(read_bytes("The café is full.", "a.txt")).mends == ()
