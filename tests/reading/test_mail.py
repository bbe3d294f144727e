"""A mail is what its sender wrote in it, and a web archive the page it holds."""

from __future__ import annotations

import pytest

from summarize.reading import read_contents
from tests.reading.conftest import ReadBytes, only, problem
from tests.reading.files import docx, mbox, message, mhtml
from tests.reading.web_pages import FERRY, TITLE, page, paragraphs

NEWS = "\n\n".join(FERRY)


def text_of(read_bytes: ReadBytes, text: str, **headers: str) -> str:
    return only(read_bytes(message(text, **headers).as_bytes(), "a.eml")).text


def test_a_message_says_who_wrote_what_and_when(read_bytes: ReadBytes) -> None:
    document = only(read_bytes(message(NEWS).as_bytes(), "a.eml"))
    assert (document.title, document.publisher, document.text) == (TITLE, "The Ennick Mercury", NEWS)
    assert document.published is not None
    assert document.published.isoformat() == "2029-11-13T10:42:00+01:00"
    assert document.media_type == "message/rfc822"


def test_without_a_name_the_sender_is_a_domain_and_without_a_date_there_is_none(read_bytes: ReadBytes) -> None:
    document = only(read_bytes(b"From: desk@mercury.example\nDate: some day\n\nFog.", "a.eml"))
    assert (document.publisher, document.published, document.title) == ("mercury.example", None, None)


def test_words_in_odd_encodings_are_read(read_bytes: ReadBytes) -> None:
    head = b"Subject: =?iso-8859-1?Q?Caf=E9_hit?=\nContent-Type: text/plain; charset=windows-1252\n\n"
    made = head + b"The caf\xe9 \x93fog\x94."
    document = only(read_bytes(made, "a.eml"))
    assert (document.title, document.text) == ("Café hit", "The café “fog”.")
    unknown = b"Subject: a\nContent-Type: text/plain; charset=none-such\n\nThe caf\xc3\xa9."
    assert only(read_bytes(unknown, "a.eml")).text == "The café."


def test_a_page_is_taken_before_the_text_beside_it_and_gives_blocks(read_bytes: ReadBytes) -> None:
    cells = "".join(f"<table><tr><td><p>{text}</p></td></tr></table>" for text in FERRY)
    made = message("The text is at mercury.example", page=f"<html><body><h1>{TITLE}</h1>{cells}</body></html>")
    document = only(read_bytes(made.as_bytes(), "a.eml"))
    assert [block.role for block in document.blocks] == ["heading", *["paragraph"] * len(FERRY)]
    assert document.text == "\n\n".join((TITLE, *FERRY))


@pytest.mark.parametrize(
    ("text", "own"),
    [
        (f"{NEWS}\n-- \nUna Kelland\nEditor", NEWS),
        (f"{NEWS}\n\nOn Tuesday Una Kelland wrote:\n> Was it fog?\n> It was.", NEWS),
        (f"{NEWS}\n\nAm Dienstag schrieb\nUna Kelland <u@mercury.example>:\n> War es Nebel?", NEWS),
        (f"> Was it fog?\n\n{NEWS}", NEWS),
        (f"{NEWS}\n\nVon: U <u@mercury.example>\nGesendet: Dienstag\nAn: Sie\n\nWar es Nebel?", NEWS),
        (
            f"For you\n\nFrom: U <u@m.example>\nDate: Tuesday\nTo: you\n\n{NEWS}",
            f"From: U <u@m.example>\nDate: Tuesday\nTo: you\n\n{NEWS}",
        ),
        (f"> {FERRY[0]}\n> {FERRY[1]}", f"{FERRY[0]}\n{FERRY[1]}"),
    ],
)
def test_quoted_mail_and_signatures_are_left_out_unless_they_are_all_there_is(
    read_bytes: ReadBytes, text: str, own: str
) -> None:
    found = text_of(read_bytes, text)
    assert found.endswith(own)
    assert "fog?" not in found
    assert "Nebel" not in found
    assert "Editor" not in found


def test_quotations_in_a_page_are_left_out_and_those_of_an_article_are_not(read_bytes: ReadBytes) -> None:
    quoted = f"{paragraphs(FERRY)}<blockquote>She said so.</blockquote>"
    reply = '<div class="gmail_quote"><p>On Tuesday:</p><blockquote>Was it fog?</blockquote></div>'
    signature = '<div class="gmail_signature">Una Kelland, editor</div>'
    text = only(read_bytes(message(page=quoted + signature + reply).as_bytes(), "a.eml")).text
    assert text.endswith("She said so.")
    assert FERRY[0] in text
    passed_on = f'<p>For you</p><div class="gmail_quote">{paragraphs(FERRY)}</div>'
    assert FERRY[4] in only(read_bytes(message(page=passed_on).as_bytes(), "a.eml")).text


def test_lines_that_flow_are_joined(read_bytes: ReadBytes) -> None:
    made = (
        b"Subject: a\nContent-Type: text/plain; format=flowed\n\nThe ferry struck \nthe mole.\nIt was \nfog.\n-- \nUna"
    )
    assert only(read_bytes(made, "a.eml")).text == "The ferry struck the mole.\nIt was fog."


def test_articles_attached_are_read_and_pictures_are_not(read_bytes: ReadBytes) -> None:
    made = message("See the report attached to this message, which went out today.")
    made.add_attachment(docx(), "application", "octet-stream", filename="../../report.docx")
    made.add_attachment(b"\x89PNG", "image", "png", filename="a.png")
    made.add_attachment(message(NEWS, subject="Forwarded"))
    reading = read_bytes(made.as_bytes(), "a.eml")
    assert reading.problems == ()
    assert [document.id.rpartition("a.eml")[2] for document in reading.documents] == [
        "",
        "/report.docx",
        "/message.eml",
    ]
    assert [document.title for document in reading.documents] == [TITLE, TITLE, "Forwarded"]


def test_a_folder_of_mail_is_its_messages(read_bytes: ReadBytes) -> None:
    own = message("The ferry struck the mole in fog.\n\nFrom the harbour came no word of it.", subject="One")
    reading = read_bytes(mbox(own, message(NEWS, subject="Two")), "mails.mbox")
    assert [document.title for document in reading.documents] == ["One", "Two"]
    assert [document.id.rpartition("mails.mbox")[2] for document in reading.documents] == [":1", ":2"]
    assert reading.documents[0].text.endswith("From the harbour came no word of it.")
    assert len(read_bytes(mbox(own, own), "mails").documents) == 2


def test_what_is_no_mail_or_encrypted_is_named(read_bytes: ReadBytes) -> None:
    assert "is empty" in problem(read_bytes(b"", "a.eml"))
    assert "is no mail" in problem(read_bytes(b"\n\nFog on Tuesday.", "a.eml"))
    assert "holds no text" in problem(read_bytes(b"Subject: a\n\n", "a.eml"))
    sealed = b"Subject: a\nContent-Type: application/pkcs7-mime; name=smime.p7m\n\nMIAG"
    assert "is encrypted" in problem(read_bytes(sealed, "a.eml"))
    assert "is no mbox" in problem(read_bytes(b"Fog on Tuesday.\n", "a.mbox"))


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "data",
    [
        b"Subject: " + b"=?utf-8?q?=" * 200_000 + b"\n\nFog.",
        b"From: " + b'"(<,;' * 200_000 + b"\n\nFog.",
        b"Content-Type: text/plain;" + b" a*0*=x;" * 100_000 + b"\n\nFog.",
        b"".join(b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (n, n) for n in range(3_000)) + b"\nFog.",
        b"Subject: a\nContent-Type: message/rfc822\n\n" * 3_000 + b"Fog.",
    ],
    ids=["subject", "from", "type", "parts", "messages"],
)
def test_hostile_heads_take_no_time(read_bytes: ReadBytes, data: bytes) -> None:
    reading = read_bytes(data, "a.eml")
    assert reading.documents or reading.problems


def test_a_saved_web_archive_is_the_article_of_its_page(read_bytes: ReadBytes) -> None:
    document = only(read_bytes(mhtml(), "page.mhtml"))
    assert document.text == "\n\n".join((TITLE, *FERRY))
    assert (document.title, document.url, document.publisher) == (
        TITLE,
        "https://mercury.example/ferry",
        "The Ennick Mercury",
    )
    assert only(read_bytes(mhtml(), "download")).text == document.text
    assert only(read_contents([("page", mhtml(), "multipart/related; boundary=x")])).text == document.text
    linked = page(paragraphs(FERRY), head='<link rel="canonical" href="https://mercury.example/own">')
    assert only(read_bytes(mhtml(linked), "page.mht")).url == "https://mercury.example/own"


def test_a_web_archive_without_a_page_or_without_an_article_is_named(read_bytes: ReadBytes) -> None:
    assert "web archive without a page" in problem(read_bytes(b"From: <Saved by Blink>\n\nFog.", "a.mhtml"))
    assert "a.mhtml: is a log-in page" in problem(read_bytes(mhtml("<html><p>Log in</p></html>"), "a.mhtml"))
    assert problem(read_bytes(mhtml()[:250], "a.mhtml"))
