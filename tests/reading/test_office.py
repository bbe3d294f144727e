"""Documents of word processors and e-books are read as their paragraphs, and what cannot be read is named."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from summarize.reading.formats import office
from summarize.records.document import BlockRole, Document
from tests.reading.conftest import ReadBytes, only, problem
from tests.reading.files import docx, epub, odt, rtf, word, zipped
from tests.reading.web_pages import FERRY, TITLE

WHOLE = {"a.docx": docx(), "a.odt": odt(), "a.epub": epub(), "a.rtf": rtf()}


def told(document: Document) -> list[tuple[str, str]]:
    """The blocks of a document, each with its role."""
    return [(block.role.value, document.text[block.start : block.end]) for block in document.blocks]


@pytest.mark.parametrize("name", WHOLE)
def test_a_document_is_its_headline_and_its_paragraphs(read_bytes: ReadBytes, name: str) -> None:
    document = only(read_bytes(WHOLE[name], name))
    assert told(document) == [("heading", TITLE), *(("paragraph", text) for text in FERRY)]
    assert document.title == (TITLE if name != "a.epub" else "The Mercury, week 46")


@pytest.mark.parametrize("name", WHOLE)
def test_a_document_is_known_without_its_suffix(read_bytes: ReadBytes, name: str) -> None:
    assert only(read_bytes(WHOLE[name], "download")).text == "\n\n".join((TITLE, *FERRY))


@pytest.mark.parametrize("name", WHOLE)
def test_a_document_cut_short_empty_or_of_another_kind_is_named_in_one_line(read_bytes: ReadBytes, name: str) -> None:
    for data in (
        b"",
        WHOLE[name][:40],
        b"Fog.",
        b"\x89PNG\r\n\x1a\n",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    ):
        reading = read_bytes(data, name)
        if not (name == "a.rtf" and data == WHOLE[name][:40]):
            said = problem(reading)
            assert name in said
            assert "\n" not in said


def test_an_encrypted_document_says_so(read_bytes: ReadBytes) -> None:
    assert "is encrypted" in problem(read_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.docx"))
    assert "is encrypted" in problem(read_bytes(odt(encrypted=True), "a.odt"))
    assert "protected against copying" in problem(read_bytes(epub(protected="one.xhtml"), "a.epub"))
    assert only(read_bytes(epub(protected="font.otf"), "a.epub"))


def test_a_title_is_what_is_set_as_one(read_bytes: ReadBytes) -> None:
    body = word("PRESS RELEASE") + word("The ferry and the mole", "Titel") + word(FERRY[0])
    assert only(read_bytes(docx(body, title="Template"), "a.docx")).title == "The ferry and the mole"
    assert only(read_bytes(docx(word(FERRY[0]), title="The ferry"), "a.docx")).title == "The ferry"
    assert only(read_bytes(docx(word(FERRY[0])), "a.docx")).title is None
    styled = f'<text:p text:style-name="P1">The ferry and the mole</text:p><text:p>{FERRY[0]}</text:p>'
    assert only(read_bytes(odt(styled, title="Template"), "a.odt")).title == "The ferry and the mole"
    assert only(read_bytes(odt(f"<text:p>{FERRY[0]}</text:p>", title="The ferry"), "a.odt")).title == "The ferry"


def test_a_style_made_from_that_of_headings_is_one(read_bytes: ReadBytes) -> None:
    assert told(only(read_bytes(docx(word("The mole", "Haus") + word("Fog."), title="x"), "a.docx")))[0][0] == "heading"


def test_changes_of_a_text_are_accepted_and_what_is_hidden_is_left_out(read_bytes: ReadBytes) -> None:
    body = (
        '<w:p><w:r><w:t xml:space="preserve">At least </w:t></w:r>'
        "<w:del><w:r><w:delText>26</w:delText><w:t>26</w:t></w:r>"
        "</w:del><w:ins><w:r><w:t>27</w:t></w:r></w:ins><w:hyperlink><w:r><w:t xml:space='preserve"
        "'> people</w:t></w:r></w:hyperlink><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
        "<w:r><w:t>,</w:t><w:br/><w:t>four seriously</w:t><w:noBreakHyphen/><w:t>ish.</w:t></w:r></w:p>"
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>Fog.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    assert only(read_bytes(docx(body), "a.docx")).text == "At least 27 people,\nfour seriously-ish.\n\nFog."
    deleted = "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
    note = "<text:note><text:p>1</text:p></text:note>"
    text = f'<text:p>At least<text:s text:c="2"/>27<text:line-break/>people{note}.</text:p>'
    assert only(read_bytes(odt(deleted + text), "a.odt")).text == "At least 27\npeople."


def test_lists_quotations_and_cells_keep_their_role_and_a_layout_in_a_table_does_not(read_bytes: ReadBytes) -> None:
    item = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Roads</w:t></w:r></w:p>'
    quote = '<w:style w:styleId="Zitat"><w:name w:val="Quote"/></w:style>'
    rows = [f"<w:tbl><w:tr><w:tc>{word(a)}</w:tc><w:tc>{word(b)}</w:tc></w:tr></w:tbl>" for a, b in (("Hurt", "27"),)]
    column = f"<w:tbl><w:tr><w:tc>{''.join(map(word, FERRY))}</w:tc></w:tr></w:tbl>"
    document = only(read_bytes(docx(item + word("So it was.", "Zitat") + rows[0] + column, styles=quote), "a.docx"))
    assert told(document)[:5] == [
        ("list item", "Roads"),
        ("quotation", "So it was."),
        ("table", "Hurt"),
        ("table", "27"),
        ("paragraph", FERRY[0]),
    ]
    body = (
        "<text:list><text:list-item><text:p>Roads</text:p></text:list-item></text:list>"
        '<text:p text:style-name="Quotations">So it was.</text:p><table:table><table:table-row><table:table-cell>'
        "<text:p>Hurt</text:p></table:table-cell></table:table-row></table:table>"
    )
    roles = [role for role, _ in told(only(read_bytes(odt(body), "a.odt")))]
    assert roles == ["list item", "quotation", "table"]


@pytest.mark.timeout(20)
def test_tables_in_tables_and_elements_without_end_take_no_time(read_bytes: ReadBytes) -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 75 + word("Fog.") + "</w:tc></w:tr></w:tbl>" * 75
    assert only(read_bytes(docx(deep), "a.docx")).text == "Fog."
    assert "is damaged" in problem(read_bytes(docx("<w:ins>" * 5_000 + "</w:ins>" * 5_000), "a.docx"))


@pytest.mark.timeout(20)
def test_entities_are_neither_followed_nor_multiplied(
    read_bytes: ReadBytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(*arguments: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", forbidden)
    secret = tmp_path / "secret"
    secret.write_text("a secret word", encoding="utf-8")
    laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10 if i else "ha"}">' for i in range(12))

    def document(entity: str) -> bytes:
        doctype = f'<!DOCTYPE d SYSTEM "http://mercury.example/d" [<!ENTITY x SYSTEM "{secret.as_uri()}">{laughs}]>'
        text = f'{doctype}<d xmlns:w="w"><w:p><w:r><w:t>Fog {entity} on Tuesday.</w:t></w:r></w:p></d>'
        return zipped({"word/document.xml": text})

    assert "secret" not in only(read_bytes(document("&x;"), "a.docx")).text
    assert "is damaged" in problem(read_bytes(document("&l11;"), "a.docx"))


@pytest.mark.timeout(30)
def test_a_bomb_in_a_document_is_refused(read_bytes: ReadBytes, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "unpacks to more than" in problem(read_bytes(zipped({"word/document.xml": b" " * 50_000_000}), "a.docx"))
    monkeypatch.setattr(office, "_MAX_XML_BYTES", 2**20)
    assert "more than 1 MiB" in problem(read_bytes(zipped({"content.xml": b" " * 2_000_000}), "a.odt"))


def test_chapters_of_a_book_follow_its_spine_and_one_that_cannot_be_read_is_named(read_bytes: ReadBytes) -> None:
    chapters = {
        "b.xhtml": "<h2>Fog</h2><p>It was fog.</p>",
        "deep.xhtml": "<div>" * 3_000,
        "a.xhtml": "<p>It rained.</p>",
    }
    reading = read_bytes(epub(chapters), "a.epub")
    (document,) = reading.documents
    assert told(document) == [("heading", "Fog"), ("paragraph", "It was fog."), ("paragraph", "It rained.")]
    assert (document.publisher, document.language) == ("The Ennick Mercury", "en")
    assert document.published is not None
    assert document.published.isoformat() == "2029-11-16T00:00:00"
    (error,) = reading.problems
    assert "a.epub, deep.xhtml: " in str(error)


def test_a_chapter_path_that_leads_out_of_the_book_leads_nowhere(read_bytes: ReadBytes) -> None:
    assert "an e-book without text" in problem(read_bytes(epub({"../../../../etc/passwd": ""}), "a.epub"))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"Caf\'e9 owners \ldblquote saw\rdblquote  it.", "Café owners “saw” it."),
        (r"\u8220?Fog,\u8221? she said \u-10180?\u-8419?.", "“Fog,” she said 🌝."),
        (r"\uc2\u228 aehnlich\uc1\u228 a.", "ähnlichä."),
        (r"{\f1\'cf\'ee\'f0\'f2} Ennick", "Порт Ennick"),
        (r"{\b A} ferry{\v  hidden} struck{\deleted  not} the mole.", "A ferry struck the mole."),
        (r'See {\field{\*\fldinst HYPERLINK "x"}{\fldrslt the log}}.', "See the log."),
        (r"{\header The Mercury}{\footnote A note.}{\pict\wmetafile8 0102}Fog.", "Fog."),
        (r"{\pict\bin9 }}}}{{{{ }Fog.", "Fog."),
        (r"One\line two\par\par Three", "One\ntwo\n\nThree"),
        (r"C:\\fog \{2029\}\~a", "C:\\fog {2029} a"),
    ],
)
def test_signs_of_rtf_become_characters(read_bytes: ReadBytes, source: str, text: str) -> None:
    assert only(read_bytes(rtf(source), "a.rtf")).text == text


def test_cells_and_items_of_rtf_keep_their_role(read_bytes: ReadBytes) -> None:
    body = r"\intbl Hurt\cell 27\cell\row\pard{\listtext 1.}\ls1 Roads\par\pard Fog.\par"
    assert told(only(read_bytes(rtf(body), "a.rtf"))) == [
        (BlockRole.TABLE, "Hurt"),
        (BlockRole.TABLE, "27"),
        (BlockRole.LIST_ITEM, "Roads"),
        (BlockRole.PARAGRAPH, "Fog."),
    ]


@pytest.mark.timeout(30)
def test_rtf_of_nothing_but_markup_is_given_up(read_bytes: ReadBytes) -> None:
    assert "more markup" in problem(read_bytes(rtf("{" * 50_000), "a.rtf"))
    assert "more markup" in problem(read_bytes(rtf("{}" * 5_000_000), "a.rtf"))
