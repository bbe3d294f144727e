"""Mail: a message as an article, such as a newsletter or a press release, without what it quotes and its signature."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage, MIMEPart
from email.policy import EmailPolicy
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, BinaryIO

from summarize.errors import SourceError
from summarize.reading.decoding import decode_text
from summarize.reading.formats.base import Contents, Context, Format, Member, joined, refuse_brief
from summarize.reading.mending import mended
from summarize.reading.unpacking import read_whole
from summarize.records.document import Block, BlockRole, Document

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MAX_HEADER = 2_000
"""Characters of a header that are looked at: its grammar takes time with the square of its length."""
_ENCRYPTED = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")
_MAX_ATTACHED = 50
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


class _Bounded(EmailPolicy):
    """The policy for mail as it is written today, for messages of strangers: of long headers only the beginning."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        return super().header_fetch_parse(name, value[:_MAX_HEADER])


_POLICY = _Bounded()


def read(stream: BinaryIO, name: str, context: Context) -> Contents:
    """The message, and the files attached to it. Raises SourceError for one without text of its own or attached."""
    yield from read_message(read_whole(stream, name), name, context)


def read_message(data: bytes, name: str, context: Context) -> Contents:
    """As `read`, of the bytes of one message."""
    message = parse(data, name)
    attached = list(_attached(message, name, context))
    try:
        yield _document(message, name)
    except SourceError:
        if not attached:
            raise
    yield from attached


def parse(data: bytes, name: str) -> EmailMessage:
    """A message out of bytes. Raises SourceError for what has no head of a message."""
    try:
        message = message_from_bytes(data, policy=_POLICY)
    except Exception:  # the parsers of the standard library raise much that they do not say
        raise SourceError(f"{name}: is damaged; it cannot be read as mail") from None
    if not isinstance(message, EmailMessage) or len(message) == 0:
        raise SourceError(f"{name}: is no mail; it does not begin with the head of a message")
    return message


def header(message: MIMEPart, name: str) -> str:
    """A header as a text on one line, "" where it is missing or cannot be read."""
    try:
        value = str(message.get(name, ""))
    except Exception:  # as above: whoever wrote the header did not read the grammar
        return ""
    return " ".join(value.encode("utf-8", "replace").decode().split())


def content(part: MIMEPart, name: str) -> str:
    """The text of a part, whatever its encodings. Raises SourceError."""
    try:
        data, charset = part.get_payload(decode=True), part.get_content_charset()
    except Exception:  # as above
        raise SourceError(f"{name}: is damaged; the text of the message cannot be read") from None
    return decode_text(data, name, charset) if isinstance(data, bytes) and data else ""


def _document(message: EmailMessage, name: str) -> Document:
    if message.get_content_type() in _ENCRYPTED:
        raise SourceError(f"{name}: is encrypted; save the message as it is shown")
    part = _body(message)
    if part is None:
        raise SourceError(f"{name}: holds no text")
    text = content(part, name).replace("\r\n", "\n")
    refuse_brief(text, name)
    blocks: tuple[Block, ...] = ()
    if part.get_content_type() == "text/html" and text.strip():
        text, blocks = _of_page(text, name)
    else:
        text = mended(_own(_reflowed(text) if _is_flowed(part) else text))
    if not text.strip():
        raise SourceError(f"{name}: holds no text")
    return Document(
        id=name,
        text=text,
        title=header(message, "subject") or None,
        publisher=_sender(message),
        published=_sent(message),
        blocks=blocks,
    )


def _body(message: EmailMessage) -> MIMEPart | None:
    try:
        return message.get_body(("html", "plain"))
    except Exception:  # as above
        return None


def _attached(message: EmailMessage, name: str, context: Context) -> Iterator[Member]:
    """The files of known formats that are attached, a message among them."""
    try:
        parts = list(message.iter_attachments())[:_MAX_ATTACHED]
        for part in parts:
            file_name = " ".join((part.get_filename() or "").replace("\\", "/").rpartition("/")[2].split())
            if part.get_content_type() == "message/rfc822":
                inner: Any = part.get_payload(0)
                yield Member(f"{name}/{file_name or 'message.eml'}", io.BytesIO(inner.as_bytes()), ".eml")
            elif part.is_attachment() and context.is_readable(PurePosixPath(file_name)):
                data = part.get_payload(decode=True)
                if isinstance(data, bytes):
                    label = file_name.encode("utf-8", "replace").decode()
                    yield Member(f"{name}/{label}", io.BytesIO(data), PurePosixPath(file_name).suffix)
    except Exception:  # as above; a message whose attachments are damaged is still a message
        return


def _sender(message: EmailMessage) -> str | None:
    """Who a message is from by name, else the domain of the address."""
    from email.utils import parseaddr

    try:
        name, address = parseaddr(header(message, "from"))
    except Exception:  # as above
        return None
    return name.strip() or address.rpartition("@")[2] or None


def _sent(message: EmailMessage) -> datetime | None:
    from summarize.reading.metadata import read_moment

    return read_moment(header(message, "date"))


def _is_flowed(part: MIMEPart) -> bool:
    try:
        return str(part.get_param("format", "")).lower() == "flowed"
    except Exception:  # as above
        return False


def _reflowed(text: str) -> str:
    """Lines that were broken for their width alone whole again (RFC 3676)."""
    lines: list[str] = []
    flows = False
    for line in text.split("\n"):
        own = line.removeprefix(" ")
        if flows and not _QUOTED.match(line):
            lines[-1] += own
        else:
            lines.append(own)
        flows = line.endswith(" ") and line != "-- " and not _QUOTED.match(line)
    return "\n".join(lines)


def _own(text: str) -> str:
    """A message without its signature and what it quotes, unless that is all it holds."""
    body = _SIGNATURE.split(text, maxsplit=1)[0]
    lines = body.split("\n")
    end = next((at for at in range(len(lines)) if _begins_message(lines, at)), len(lines))
    if len(" ".join(lines[:end]).split()) >= _LEAST_OWN_WORDS:
        lines = lines[:end]
    kept: list[str] = []
    for line in lines:
        if not _QUOTED.match(line):
            kept.append(line)
        elif kept:
            _drop_attribution(kept)
    own = "\n".join(kept).strip()
    return own if own else "\n".join(_QUOTED.sub("", line) for line in lines).strip()


def _drop_attribution(lines: list[str]) -> None:
    """Takes "On Tuesday Una Kelland wrote:" off the end of lines before a quotation; it may be folded."""
    at = len(lines)
    while at and not lines[at - 1].strip():
        at -= 1
    if at and lines[at - 1].rstrip().endswith(":"):
        start = at - 1
        while start and lines[start - 1].strip():
            start -= 1
        if at - start <= 2:
            del lines[start:]


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
