"""A page without an article is named with the reason and left out, and no page does harm."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from summarize import Options, summarize
from summarize.reading import read_sources
from summarize.records.document import Document
from summarize.rendering import Format, render
from tests.reading.web_pages import BUDGET, FERRY, LINKED, TITLE, page, paragraphs, read, refusal


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
            bare("Hafenbote", '<noscript>Bitte schalten Sie <b>JavaScript</b> ein.</noscript><div id="root"></div>'),
            "a page that needs JavaScript",
        ),
        (
            bare("Ferry", '<noscript><img src="/javascript.gif" alt=""></noscript><p>Nothing to see.</p>'),
            "a page without an article",
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


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b" \n", "holds only white space"),
        (b"%PDF-1.7\n", "looks like a damaged PDF"),
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
