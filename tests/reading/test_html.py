"""Of a saved web page the article is read, and a page without one is named with the reason."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize import Options, explain, summarize
from summarize.reading import read_contents
from summarize.records.document import Document
from tests.reading.conftest import ReadBytes, only
from tests.reading.web_pages import BUDGET, FERRY, LINKED, TITLE, page, paragraphs, read


@pytest.mark.parametrize("name", ["page.html", "page.htm", "page.xhtml", "PAGE.HTML", "page", "page.aspx"])
def test_the_article_is_read_without_what_the_page_puts_around_it(read_bytes: ReadBytes, name: str) -> None:
    assert only(read_bytes(page(paragraphs(FERRY)), name)).text == "\n\n".join([TITLE, *FERRY])


def test_every_block_has_its_role_and_its_place_in_the_text() -> None:
    body = (
        paragraphs(FERRY[:2])
        + "<h2>What is known</h2>"
        + f"<blockquote><p>{FERRY[2]}</p></blockquote><ul><li>{BUDGET[1]}</li><li>{BUDGET[2]}</li></ul>"
        + "<table><tr><th>Hour</th><th>Hurt</th></tr><tr><td>Eight</td><td>Nineteen</td></tr></table>"
        + paragraphs(FERRY[3:])
    )
    document = read(page(body))
    blocks = [(document.text[block.start : block.end], block.role.value) for block in document.blocks]
    assert blocks[0] == (TITLE, "heading")
    assert ("What is known", "heading") in blocks
    assert (FERRY[2], "quotation") in blocks
    assert (BUDGET[1], "list item") in blocks
    assert (FERRY[4], "paragraph") in blocks
    assert "Most read" not in document.text


def test_headings_and_cells_are_never_quoted() -> None:
    body = paragraphs(FERRY) + "<h2>Nobody was killed in the collision.</h2>" + paragraphs(BUDGET)
    document = read(page(body))
    roles = {sentence.text: sentence.role.value for sentence in explain([document])["page.html"]}
    assert roles["Nobody was killed in the collision."] == "headline"
    assert roles[FERRY[2]] == "body"


def test_nothing_that_a_browser_hides_or_runs_is_text() -> None:
    hidden = '<p style="display:none">The ferry sank with all hands, it was falsely said in the first hour.</p>'
    scripted = (
        '<script>document.write("<p>The ferry sank with all hands, a script said in the first hour.</p>")</script>'
    )
    document = read(page(paragraphs(FERRY[:3]) + hidden + scripted + paragraphs(FERRY[3:])))
    assert "all hands" not in document.text
    assert FERRY[4] in document.text


def test_an_article_laid_out_as_a_table_is_no_table() -> None:
    columns = f'<table><tr><td><a href="/">Home</a></td><td>{paragraphs(FERRY)}</td><td>Weather</td></tr></table>'
    document = read(f"<html><head><title>{TITLE}</title></head><body>{columns}</body></html>")
    assert {block.role.value for block in document.blocks[1:]} == {"paragraph"}
    assert FERRY[4] in document.text


# What extraction gets wrong.


def test_a_body_that_stands_twice_on_the_page_is_read_once() -> None:
    twice = f'<div class="mobile">{paragraphs(FERRY)}</div><div class="desktop">{paragraphs(FERRY)}</div>'
    text = read(page(twice)).text
    assert [text.count(sentence) for sentence in FERRY] == [1] * len(FERRY)


def test_of_a_second_copy_nothing_stays() -> None:
    body = (
        paragraphs(FERRY[:2])
        + "<h2>What comes next</h2>"
        + paragraphs(FERRY[2:4])
        + "<ul><li>Buses run hourly.</li><li>Flights do not.</li></ul>"
        + f"<blockquote>{BUDGET[2]}</blockquote>"
        + "<table><tr><td>Hurt</td><td>27</td></tr></table>"
    )
    once = read(page(f"<div>{body}</div>")).text
    assert "What comes next" in once
    assert "Buses run hourly." in once
    for copies in (2, 3):
        assert read(page(f'<div class="screen">{body}</div>' * copies)).text == once


def test_what_a_paper_says_again_in_an_article_is_no_second_copy() -> None:
    days = "".join(
        f"<h2>{day}</h2><p>{text}</p><h3>Sailings</h3><p>Ask at the quay.</p><p>{FERRY[4]}</p>"
        for day, text in zip(("Tuesday", "Wednesday", "Thursday", "Friday"), FERRY, strict=False)
    )
    text = read(page(days)).text
    assert text.count("Ask at the quay.") == 4
    assert text.count(FERRY[4]) == 1


def test_an_article_cut_up_by_advertisements_keeps_all_its_parts() -> None:
    part = '<div class="grid"><div class="article-chunk">{}</div><div class="ad"><span>Advertisement</span></div></div>'
    text = read(page("".join(part.format(paragraphs([each])) for each in (*FERRY, *BUDGET)))).text
    assert all(sentence in text for sentence in (*FERRY, *BUDGET))
    assert "Advertisement" not in text


def test_read_more_is_not_glued_to_the_sentence_before_it() -> None:
    glued = f'<p>{FERRY[1]}<a href="/more">Read more</a></p>'
    text = read(page(paragraphs(FERRY[:1]) + glued + paragraphs(FERRY[2:]))).text
    assert FERRY[1] in text
    assert "Read more" not in text


def test_a_link_inside_a_sentence_stays_in_it() -> None:
    linked = (
        FERRY[3]
        .replace("Sundvik Lines", '<a href="/lines">Sundvik Lines</a>')
        .replace("passed inspection.", 'passed <a href="/inspection">inspection</a>.')
    )
    assert FERRY[3] in read(page(paragraphs(FERRY[:3]) + f"<p>{linked}</p>" + paragraphs(FERRY[4:]))).text


def test_sentences_in_elements_of_their_own_do_not_run_together() -> None:
    spans = f"<p><span>{FERRY[0]}</span><span>{FERRY[1]}</span></p>"
    text = read(page(spans + paragraphs(FERRY[2:]))).text
    assert f"{FERRY[0]} {FERRY[1]}" in text


@pytest.mark.parametrize("breaks", ["<br>", "<br><br>", "<br/>\n<br/>"])
def test_paragraphs_divided_by_line_breaks_are_blocks(breaks: str) -> None:
    document = read(page(f"<div>{breaks.join(FERRY)}</div>"))
    assert set(FERRY) <= {document.text[block.start : block.end] for block in document.blocks}


def test_of_two_whole_articles_the_one_in_the_page_title_is_read() -> None:
    second = f"<article><h1>Council adopts budget after long debate</h1>{paragraphs(BUDGET)}</article>"
    text = read(page(paragraphs(FERRY), after=second)).text
    assert FERRY[4] in text
    assert BUDGET[0] not in text


def test_a_label_before_the_headline_does_not_hide_whose_article_it_is() -> None:
    second = f"<article><h1>Council adopts budget after long debate</h1>{paragraphs(BUDGET)}</article>"
    text = read(
        page(paragraphs(FERRY), after=second).replace("<main><article>", "<main><article><h6>Harbour</h6>")
    ).text
    assert FERRY[4] in text
    assert BUDGET[0] not in text


def test_title_publisher_date_link_and_language_are_the_page_s_own() -> None:
    document = read(page(paragraphs(FERRY), head=LINKED))
    assert (document.title, document.publisher, document.language) == (TITLE, "The Ennick Mercury", "en")
    assert document.url == "https://mercury.example/ferry"
    assert document.published == datetime(2029, 11, 13, 10, 42, tzinfo=timezone(timedelta(hours=1)))


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (
            '<meta property="article:published_time" content="2029-11-13T10:42:00Z">',
            datetime(2029, 11, 13, 10, 42, tzinfo=UTC),
        ),
        ('<meta name="pubdate" content="2029-11-13">', datetime(2029, 11, 13)),
        (
            '<meta name="pubdate" content="2029-11-13"><meta name="datePublished" content="2029-11-13T10:42">',
            datetime(2029, 11, 13, 10, 42),
        ),
        ('<meta property="article:published_time" content="next week">', None),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": 7, broken</script>', None),
        ("", None),
    ],
)
def test_a_date_counts_where_it_is_one(head: str, published: datetime | None) -> None:
    assert read(page(paragraphs(FERRY), head=head)).published == published


def test_the_name_of_the_site_is_no_part_of_the_title() -> None:
    markup = page(paragraphs(FERRY)).replace(f"<h1>{TITLE}</h1>", "")
    assert read(markup).title == TITLE


@pytest.mark.parametrize(
    ("lang", "text", "language"),
    [("en", FERRY, "en"), ("de", FERRY, None), ("id-ID", ("Kapal feri menabrak dermaga pelabuhan.",) * 1, "id")],
)
def test_a_declared_language_counts_unless_the_text_speaks_against_it(
    lang: str, text: tuple[str, ...], language: str | None
) -> None:
    indonesian = (
        "Kapal feri penumpang menabrak dermaga utara pelabuhan dalam kabut tebal pada hari Selasa pagi, kata petugas.",
        "Sedikitnya dua puluh tujuh orang terluka dan empat di antaranya dibawa ke rumah sakit umum kota itu.",
    )
    assert read(page(paragraphs(text if language != "id" else indonesian), lang=lang)).language == language


# Encodings.


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", "iso-8859-1"),
        ("cp1252", "windows-1252"),
        ("cp1252", "iso-8859-1"),
        ("cp1252", "utf-8"),
        ("utf-16", "utf-8"),
        ("cp1250", "windows-1250"),
    ],
)
def test_the_encoding_is_what_the_bytes_are_and_else_what_the_page_declares(encoding: str, declared: str) -> None:
    said = (
        "“Łódź was foggy,” the captain’s brother said"
        if encoding in ("utf-8", "utf-16", "cp1250")
        else "“Fog,” said José"
    )
    markup = page(paragraphs([f"{said} of the ferry on Tuesday.", *FERRY])).replace("utf-8", declared, 1)
    assert said in read(markup.encode(encoding)).text


# Bad input.


def test_pictures_saved_inside_a_page_do_not_count_as_its_text() -> None:
    picture = f'<img src="data:image/png;base64,{"A" * 3_000_000}" alt="fog">'
    assert FERRY[4] in read(page(picture + paragraphs(FERRY))).text


words = st.text("abcdefghijklmnopqrstuvwxyz<>&/\"'= ", max_size=80)


@given(st.lists(words, max_size=12))
def test_any_markup_is_read_or_refused_and_blocks_lie_in_the_text(parts: list[str]) -> None:
    reading = read_contents([("page.html", page(paragraphs(FERRY[:2]) + "".join(parts)).encode())])
    assert len(reading.documents) + len(reading.problems) == 1
    for document in reading.documents:
        assert all(document.text[block.start : block.end].strip() for block in document.blocks)


# A brief.


def test_a_brief_of_saved_pages_says_the_same_as_one_of_their_clean_texts() -> None:
    sources = [
        ("Ferry strikes pier in dense fog", FERRY),
        (
            "Dozens hurt as Skarra ferry hits mole",
            (FERRY[1], "Police said that the captain, 52, had been at sea for thirty years.", FERRY[4]),
        ),
        (
            "Fog over Port Ennick: ferry hits the mole",
            (
                "The ferry Maid of Skarra hit the North Mole at Port Ennick in thick fog on Tuesday morning.",
                "Twenty-seven passengers were injured, the coastguard reported.",
                "No sailings are planned before Thursday, the operator Sundvik Lines said.",
            ),
        ),
        (
            "Radar of ferry was serviced in September",
            (FERRY[3], "Inspectors of the transport ministry arrived in Port Ennick on Tuesday afternoon."),
        ),
        ("Council adopts its budget for the coming year", BUDGET),
    ]
    pages = [(f"{i}.html", page(paragraphs(texts), title=title).encode()) for i, (title, texts) in enumerate(sources)]
    from_pages = read_contents(pages).documents
    clean = [
        Document(id=f"{i}.html", text="\n\n".join([title, *texts]), title=title)
        for i, (title, texts) in enumerate(sources)
    ]
    told = [
        [(sentence.text, [citation.source for citation in sentence.citations]) for sentence in brief.sentences]
        for brief in (
            summarize(from_pages, options=Options(max_words=80)),
            summarize(clean, options=Options(max_words=80)),
        )
    ]
    assert told[0] == told[1]
    assert told[0]
