"""Files of many formats by hand, each with what an article needs and nothing else."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage
from xml.sax.saxutils import escape

from tests.reading.web_pages import FERRY, TITLE, page, paragraphs

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_O = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table", "style")
)


def zipped(parts: Mapping[str, bytes | str]) -> bytes:
    """A ZIP of these files."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return written.getvalue()


def tarred(parts: Mapping[str, bytes | str]) -> bytes:
    """A TAR of these files."""
    written = io.BytesIO()
    with tarfile.open(fileobj=written, mode="w") as file:
        for name, content in parts.items():
            data = content.encode() if isinstance(content, str) else content
            info = tarfile.TarInfo(name)
            info.size = len(data)
            file.addfile(info, io.BytesIO(data))
    return written.getvalue()


def gzipped(data: bytes | str) -> bytes:
    return gzip.compress(data.encode() if isinstance(data, str) else data, mtime=0)


def docx(body: str | None = None, *, styles: str = "", title: str = "") -> bytes:
    """A Word document. `body` is its WordprocessingML, or else the article on the ferry."""
    if body is None:
        body = word(TITLE, "Heading1") + "".join(map(word, FERRY))
    about = f'<c xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(title)}</dc:title></c>'
    named = (
        '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Haus"><w:name w:val="house"/><w:basedOn w:val="Heading1"/></w:style>'
    )
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
            "word/styles.xml": f"<w:styles {_W}>{named}{styles}</w:styles>",
            "docProps/core.xml": about,
        }
    )


def word(text: str, style: str = "") -> str:
    """A paragraph of WordprocessingML."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def odt(body: str | None = None, *, encrypted: bool = False, title: str = "") -> bytes:
    """An OpenDocument text. `body` is its XML, or else the article on the ferry."""
    if body is None:
        body = f"<text:h>{TITLE}</text:h>" + "".join(f"<text:p>{escape(text)}</text:p>" for text in FERRY)
    styles = '<style:style style:name="P1" style:parent-style-name="Title"/>'
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {_O}><office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
            "meta.xml": f"<m><title>{escape(title)}</title></m>",
            "META-INF/manifest.xml": "<manifest><encryption-data/></manifest>" if encrypted else "<manifest/>",
        }
    )


def epub(chapters: Mapping[str, str] | None = None, *, protected: str = "") -> bytes:
    """An e-book of chapters in XHTML, by their names; `protected` is the name of one that is encrypted."""
    chapters = chapters or {"one.xhtml": f"<h1>{TITLE}</h1>{paragraphs(FERRY)}"}
    items = "".join(
        f'<item id="i{n}" href="{name}" media-type="application/xhtml+xml"/>' for n, name in enumerate(chapters)
    )
    spine = "".join(f'<itemref idref="i{n}"/>' for n in range(len(chapters)))
    keys = f'<encryption><CipherReference URI="OEBPS/{protected}"/></encryption>'
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container><rootfile full-path="OEBPS/book.opf"/></container>',
            "OEBPS/book.opf": '<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
            "<dc:title>The Mercury, week 46</dc:title><dc:publisher>The Ennick Mercury</dc:publisher>"
            "<dc:date>2029-11-16</dc:date><dc:language>en-GB</dc:language></metadata>"
            f"<manifest>{items}</manifest><spine>{spine}</spine></package>",
            **{
                f"OEBPS/{name}": f"<html><head><title>x</title></head><body>{text}</body></html>"
                for name, text in chapters.items()
            },
            **({"META-INF/encryption.xml": keys} if protected else {}),
        }
    )


def rtf(body: str | None = None) -> bytes:
    """An RTF document. `body` is its source behind the tables, or else the article on the ferry."""
    if body is None:
        body = rf"\outlinelevel0 {TITLE}\par\pard " + r"\par ".join(FERRY) + r"\par"
    fonts = r"{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fcharset204 Arial Cyr;}}"
    return rf"{{\rtf1\ansi\ansicpg1252\deff0{fonts}{{\colortbl;\red0;}}{{\*\generator Msftedit;}}{body}}}".encode()


def message(text: str = "", page: str = "", **headers: str) -> EmailMessage:
    """A mail with a text, a page, or both."""
    made = EmailMessage()
    given = {"subject": TITLE, "from": "The Ennick Mercury <desk@mercury.example>", "to": "you@desk.example"}
    given |= {"date": "Tue, 13 Nov 2029 10:42:00 +0100"} | headers
    for name, value in given.items():
        made[name] = value
    if text or not page:
        made.set_content(text or "\n\n".join(FERRY))
    if page and text:
        made.add_alternative(page, subtype="html")
    elif page:
        made.set_content(page, subtype="html")
    return made


def mbox(*messages: EmailMessage) -> bytes:
    """A folder of mail as Unix keeps it."""
    return b"".join(
        b"From desk@mercury.example Tue Nov 13 10:42:00 2029\n"
        + made.as_bytes().replace(b"\nFrom ", b"\n>From ").rstrip(b"\n")
        + b"\n\n"
        for made in messages
    )


def mhtml(markup: str | None = None, link: str = "https://mercury.example/ferry") -> bytes:
    """A page as Chrome saves it in one file."""
    made = EmailMessage()
    made["From"] = "<Saved by Blink>"
    made["Snapshot-Content-Location"] = link
    made["Subject"] = TITLE
    made.set_content(markup or page(paragraphs(FERRY)), subtype="html", cte="quoted-printable")
    made["Content-Location"] = link
    made.make_related()
    made.add_related(b"\x89PNG", "image", "png", cid="<a@b>")
    return made.as_bytes()


def record(content: bytes, kind: str = "response", link: str = "https://mercury.example/ferry") -> bytes:
    """A record of a web archive."""
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {link}\r\nContent-Length: {len(content)}\r\n\r\n"
    return head.encode() + content + b"\r\n\r\n"


def answer(body: bytes, *fields: str, status: str = "200 OK", kind: str = "text/html; charset=utf-8") -> bytes:
    """What a server answers."""
    head = "\r\n".join((f"HTTP/1.1 {status}", f"Content-Type: {kind}", *fields))
    return head.encode() + b"\r\n\r\n" + body


def warc() -> bytes:
    """A web archive with a page, its picture, and what a crawler notes beside them."""
    return (
        record(b"software: crawler\r\n", "warcinfo")
        + record(b"GET /ferry HTTP/1.1\r\n\r\n", "request")
        + record(answer(page(paragraphs(FERRY)).encode()))
        + record(answer(b"\x89PNG", kind="image/png"))
        + record(answer(b"<html>Not Found</html>", status="404 Not Found"))
    )


SRT = """1
00:00:01,000 --> 00:00:04,000
A passenger ferry struck
the head of the North Mole

2
00:00:04,100 --> 00:00:07,000
<i>in dense fog</i> on Tuesday.

3
00:00:07,100 --> 00:00:08,000
[sirens]

4
00:00:15,000 --> 00:00:18,500
- How many were hurt?
- At least 27 people.
"""
