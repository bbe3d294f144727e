"""Of a saved web page the article is read, and a page without one is named with the reason."""

from __future__ import annotations

import socket
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize import Options, explain, summarize
from summarize.reading import read_contents, read_sources
from summarize.records.document import Document
from summarize.rendering import Format, render
from tests.reading.conftest import ReadBytes, only, problem
from tests.reading.web_pages import BUDGET, FERRY, page, paragraphs

TITLE = "Ferry strikes pier in dense fog"


def read(markup: str | bytes, name: str = "page.html") -> Document:
    return only(read_contents([(name, markup.encode() if isinstance(markup, str) else markup)]))


def refusal(markup: str | bytes) -> str:
    return problem(read_contents([("page.html", markup.encode() if isinstance(markup, str) else markup)]))


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


def test_a_page_of_several_articles_with_none_in_its_title_is_left_out() -> None:
    articles = "".join(
        f"<article><h2>{head}</h2>{paragraphs(texts)}</article>"
        for head, texts in (("Ferry strikes pier", FERRY), ("Council adopts its budget", BUDGET))
    )
    whole = f"<html><head><title>Mercury: yesterday evening</title></head><body><main>{articles}</main></body></html>"
    assert "page.html: holds 2 articles" in refusal(whole)


# Pages without an article.


def bare(title: str, body: str) -> str:
    return f"<!DOCTYPE html><html><head><title>{title}</title></head><body>{body}</body></html>"


CONSENT = (
    "We value your privacy. We and our partners store and access information on a device, such as cookies.",
    "With your consent, we and our partners may use precise data on where you are and what you read on this site.",
    "You can change your choices at any time by a click on the cookie settings at the foot of every page.",
)


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        (
            bare("404 Not Found", "<h1>Not Found</h1><p>The requested URL was not found on this server.</p>"),
            "an error page",
        ),
        (bare("Access denied | Mercury", f"<h1>Access denied</h1>{paragraphs(BUDGET[:2])}"), "an error page"),
        (
            bare("Page not found - Mercury", f"<h1>Page not found</h1><p>Try one of these.</p>{paragraphs(BUDGET)}"),
            "an error page",
        ),
        (
            bare(
                "Just a moment...",
                "<h1>mercury.example</h1><p>Verify you are human by completing the action below.</p>",
            ),
            "a check whether you are human",
        ),
        (
            bare("The Ennick Mercury", '<div id="root"></div><p>You need to enable JavaScript to run this app.</p>'),
            "a page that needs JavaScript",
        ),
        (
            bare(
                "Log in", "<h1>Log in to your account</h1><p>Enter your email and password.</p><p>Forgot password?</p>"
            ),
            "a log-in page",
        ),
        (
            bare("The Ennick Mercury", f"<h1>We value your privacy</h1>{paragraphs(CONSENT)}"),
            "a page that asks for consent",
        ),
        (bare("Ferry", "<p>Nothing to see.</p>"), "a page without an article"),
        (
            bare(
                "The Ennick Mercury",
                "".join(
                    f'<div><h3><a href="/{i}">{text.split(",")[0]} {i}</a></h3><p>{text[:50]} and more.</p></div>'
                    for i, text in enumerate((*FERRY, *BUDGET))
                ),
            ),
            "a list of articles",
        ),
    ],
)
def test_a_page_without_an_article_is_left_out_with_the_reason(markup: str, reason: str) -> None:
    assert f"page.html: is {reason}" in refusal(markup)


@pytest.mark.parametrize(
    "title",
    [
        "Access denied: how a ferry port shut out its pilots",
        "Thousands log in to see the ferry's last trip",
        "Page not found: the logbook that went missing",
        "404 passengers were on the ferry",
        "Regulator fines three sites for cookies without consent",
    ],
)
def test_an_article_on_such_pages_is_an_article(title: str) -> None:
    assert read(page(paragraphs(FERRY), title=title)).title == title


def test_a_question_for_consent_over_an_article_is_never_quoted() -> None:
    dialog = f'<div class="consent"><h2>We value your privacy</h2>{paragraphs(CONSENT)}</div>'
    text = read(page(paragraphs(FERRY) + dialog)).text
    assert FERRY[4] in text
    assert "partners" not in text


def test_a_page_left_out_does_not_keep_the_others_from_their_brief(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page(paragraphs(FERRY)), encoding="utf-8")
    (tmp_path / "b.html").write_text(bare("404", "<h1>404</h1>"), encoding="utf-8")
    reading = read_sources([tmp_path])
    assert [len(reading.documents), len(reading.problems)] == [1, 1]


def test_a_brief_saved_as_a_page_is_no_source() -> None:
    brief = summarize([Document(id="a", text="\n\n".join(FERRY))], options=Options(max_words=60))
    assert "is a brief that summarize made" in refusal(render(brief, Format.HTML))


# What the page says about its article.

LINKED = """<link rel="canonical" href="https://mercury.example/ferry"><script type="application/ld+json">
{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"}, {"@type": ["NewsArticle"],
"headline": "Ferry strikes pier in dense fog", "datePublished": "2029-11-13T10:42:00+01:00", "dateModified":
"2029-11-14T08:00:00+01:00", "publisher": {"@type": "Organization", "name": "Mercury Media"}}]}</script>"""


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


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b" \n", "holds only white space"),
        (b"%PDF-1.7\n", "a PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "an image"),
        (bytes(range(256)) * 40, "binary data"),
        (b"<html><body>" + b"<div>" * 10_000 + b"<p>Fog.</p>", "nested more than 250 deep"),
        (b"<html><body>" + b"<p>The ferry struck the pier.</p>" * 20_000, "more than 15,000 elements"),
        (b"<html><body>" + b"<p>The ferry struck the pier again.</p>" * 600_000, "characters of markup"),
        (b"<html><body><div " + b"".join(b"a%d=1 " % i for i in range(50_000)) + b">", "attributes"),
        (b"<!DOCTYPE html><html><head><title>Fer", "is a page without an article"),
    ],
    ids=["empty", "blank", "pdf", "image", "binary", "deep", "many", "20 MB", "attributes", "cut short"],
)
@pytest.mark.timeout(20)
def test_a_bad_page_is_named_in_one_line(data: bytes, message: str) -> None:
    said = refusal(data)
    assert message in said
    assert said.startswith("page.html: ")
    assert "\n" not in said


def test_a_page_cut_off_in_its_middle_is_read_as_far_as_it_goes() -> None:
    markup = page(paragraphs((*FERRY, *BUDGET)))
    assert FERRY[2] in read(markup[: markup.index(BUDGET[2])]).text


@pytest.mark.timeout(20)
def test_entities_of_a_page_are_neither_followed_nor_multiplied(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("a secret word", encoding="utf-8")
    laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10 if i else "ha"}">' for i in range(12))
    doctype = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">{laughs}]>'
    text = read(page(paragraphs(FERRY) + "<p>&x; &l11;</p>").replace("<!DOCTYPE html>", doctype)).text
    assert FERRY[4] in text
    assert "secret word" not in text
    assert "haha" not in text


def test_no_connection_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*arguments: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", forbidden)
    monkeypatch.setattr(socket, "getaddrinfo", forbidden)
    frame = '<iframe src="http://mercury.example/"></iframe><img src="http://mercury.example/a.png">'
    assert FERRY[4] in read(page(paragraphs(FERRY) + frame, head=LINKED)).text


def test_markup_in_titles_and_null_bytes_leave_no_trace() -> None:
    markup = page(paragraphs(FERRY), title="Ferry strikes <script>alert(1)</script>pier in\x00 dense fog")
    document = read(markup)
    assert document.title == TITLE
    assert "\x00" not in document.text


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
