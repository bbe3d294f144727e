"""Mail: a message as an article, such as a newsletter or a press release, without what it quotes and its signature."""

from __future__ import annotations

import io
import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, BinaryIO

from summarize.errors import SourceError
from summarize.reading.formats.base import Contents, Context, Format, Member, joined, refuse_brief
from summarize.reading.mending import Mending
from summarize.reading.metadata import read_moment
from summarize.reading.unpacking import read_whole
from summarize.records.document import Block, BlockRole, Document

if TYPE_CHECKING:
    from email.message import EmailMessage

    from lxml.html import HtmlElement

_ENCRYPTED = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")
_SIGNATURE = re.compile(r"^-- ?\r?$", re.MULTILINE)
"""RFC 3676, 4.3; the space is often lost."""
_QUOTED = re.compile(r"(?:[ \t]?>)+ ?")
_FIELD = re.compile(r"\*?[^\W\d_][\w ./-]{1,30}\*?:[ \t*]+\S")
"""A line of the head of a message that is quoted below another, whatever language it is in."""
_LEAST_FIELDS = 3
_LEAST_OWN_WORDS = 12
"""With fewer before what is quoted a message passes that on, and is no answer to it."""
_QUOTATIONS = (
    '//blockquote[@type="cite"] | //*[contains(concat(" ", @class, " "), " gmail_quote ")]'
    ' | //*[contains(@class, "yahoo_quoted")] | //*[contains(@class, "moz-cite-prefix")]'
    ' | //*[@id="divRplyFwdMsg" or @id="x_divRplyFwdMsg"] | //*[@id="divRplyFwdMsg"]/following-sibling::*'
    ' | //*[@id="appendonsend"]/following-sibling::*'
)
_SIGNATURES = (
    '//*[contains(concat(" ", @class, " "), " gmail_signature ")] | //*[contains(@class, "moz-signature")]'
    ' | //*[@id="Signature" or @id="x_Signature"]'
)


def read(stream: BinaryIO, name: str, context: Context) -> Contents:
    """The message, and the files attached to it. Raises SourceError for one without text of its own or attached."""
    yield from read_message(read_whole(stream, name), name, context)


def read_message(data: bytes, name: str, context: Context) -> Contents:
    """As `read`, of the bytes of one message."""
    from summarize.reading.formats import mime

    message = mime.parse(data, name)
    attached = [(path, file) for path, file in mime.attached(message) if context.is_readable(PurePosixPath(path))]
    try:
        yield _document(message, name)
    except SourceError:
        if not attached:
            raise
    for path, file in attached:
        yield Member(f"{name}/{path}", io.BytesIO(file), PurePosixPath(path).suffix)


def _document(message: EmailMessage, name: str) -> Document:
    from summarize.reading.formats import mime

    if message.get_content_type() in _ENCRYPTED:
        raise SourceError(f"{name}: is encrypted; save the message as it is shown")
    part = mime.body(message)
    if part is None:
        raise SourceError(f"{name}: holds no text")
    text = mime.content(part, name).replace("\r\n", "\n")
    refuse_brief(text, name)
    mending = Mending()
    blocks: tuple[Block, ...] = ()
    if part.get_content_type() == "text/html" and text.strip():
        text, blocks = _of_page(text, name)
    else:
        text = mending.mend(_own(_reflowed(text) if mime.is_flowed(part) else text))
    if not text.strip():
        raise SourceError(f"{name}: holds no text")
    return Document(
        id=name,
        text=text,
        title=mime.header(message, "subject") or None,
        publisher=_sender(mime.header(message, "from")),
        published=read_moment(mime.header(message, "date")),
        blocks=blocks,
        mends=mending.mends,
    )


def _sender(given: str) -> str | None:
    """Who a message is from by name, else the domain of the address."""
    from email.utils import parseaddr

    name, address = parseaddr(given)
    return name.strip() or address.rpartition("@")[2] or None


def _reflowed(text: str) -> str:
    """Lines that were broken for their width alone whole again (RFC 3676)."""
    lines: list[list[str]] = []
    flows = False
    for line in text.split("\n"):
        own = line.removeprefix(" ")
        if flows and not _QUOTED.match(line):
            lines[-1].append(own)
        else:
            lines.append([own])
        flows = line.endswith(" ") and line != "-- " and not _QUOTED.match(line)
    return "\n".join(map("".join, lines))


def _own(text: str) -> str:
    """A message without its signature and what it quotes, unless that is all it holds."""
    body = _SIGNATURE.split(text, maxsplit=1)[0]
    lines = body.split("\n")
    end = next((at for at in range(len(lines)) if _begins_message(lines, at)), len(lines))
    if len(" ".join(lines[:end]).split()) >= _LEAST_OWN_WORDS:
        lines = lines[:end]
    kept: list[str] = []
    in_quotation = False
    for line in lines:
        quoted = _QUOTED.match(line) is not None
        if not quoted:
            kept.append(line)
        elif not in_quotation:
            _drop_attribution(kept)
        in_quotation = quoted
    own = "\n".join(kept).strip()
    return own if own else "\n".join(_QUOTED.sub("", line) for line in lines).strip()


def _drop_attribution(lines: list[str]) -> None:
    """Takes "On Tuesday Una Kelland wrote:" off the end of lines before a quotation; it may be folded."""
    while lines and not lines[-1].strip():
        lines.pop()
    if lines and lines[-1].rstrip().endswith(":"):
        before = lines[-3:-1]
        if not before or not before[-1].strip():
            lines.pop()
        elif len(before) == 1 or not before[0].strip():
            del lines[-2:]
    lines.append("")


def _begins_message(lines: list[str], at: int) -> bool:
    """Whether the head of another message stands from a line on: fields, one of them with an address."""
    fields = lines[at : at + _LEAST_FIELDS]
    return (
        len(fields) == _LEAST_FIELDS
        and all(_FIELD.match(line) for line in fields)
        and any("@" in line for line in lines[at : at + 2 * _LEAST_FIELDS])
    )


def _of_page(markup: str, name: str) -> tuple[str, tuple[Block, ...]]:
    from summarize.reading.pages.markup import read_markup

    tree = read_markup(markup.encode("utf-8-sig", "replace"), name)
    for element in tree.xpath(_SIGNATURES):
        _drop(element)
    quoted = tree.xpath(_QUOTATIONS)
    if quoted:
        whole = _pieces(tree)
        for element in quoted:
            _drop(element)
        own = _pieces(tree)
        return joined(own if sum(len(text.split()) for text, _, _ in own) >= _LEAST_OWN_WORDS else whole)
    return joined(_pieces(tree))


def _pieces(tree: HtmlElement) -> list[tuple[str, BlockRole, object]]:
    """What stands on a page. Tables are the layout of mail, so that their cells are paragraphs."""
    from summarize.reading.pages.walk import pieces_of

    layout = (BlockRole.TABLE, BlockRole.PARAGRAPH)
    return [(piece.text, layout[1] if piece.role is layout[0] else piece.role, None) for piece in pieces_of(tree)]


def _drop(element: HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()


FORMAT = Format(
    suffixes=(".eml",),
    media_types=("message/rfc822",),
    read=read,
    asks=True,
    beginning=re.compile(
        rb"(?:Received|Return-Path|Delivered-To|MIME-Version|Message-ID|DKIM-Signature): ", re.IGNORECASE
    ),
)
