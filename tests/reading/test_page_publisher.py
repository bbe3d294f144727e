"""Who published a page is told by its own words where its host speaks for them."""

from __future__ import annotations

import pytest

from tests.reading.web_pages import FERRY, page, paragraphs, read


@pytest.mark.parametrize(
    ("stated", "link", "closing", "publisher"),
    [
        ("World", "https://www.ennickmercury.example/f", " - The Ennick Mercury", "The Ennick Mercury"),
        ("", "https://www.ennickmercury.example/f", " – The Ennick Mercury", "The Ennick Mercury"),
        ("", "https://www.ennickmercury.co.uk/f", " | Ennick Mercury", "Ennick Mercury"),
        ("Wire", "https://wire.mercury.example/f", "", "wire.mercury.example"),
        ("WireTalk", "https://wiretalk.mercury.example/f", "", "WireTalk"),
        ("Harbour News", "https://hn.example/f", " - Harbour News", "Harbour News"),
        ("The Harbour", "https://www.harbour.example/f", " - Harbour and sea", "The Harbour"),
        ("", "https://www.mercury.example/f", " - mercury.example", "mercury.example"),
        ("Port Ennick Today", "https://www.mercury.example/f", " - Weather", "Port Ennick Today"),
    ],
)
def test_the_publisher_is_the_site_and_no_section_or_machine_of_it(
    stated: str, link: str, closing: str, publisher: str
) -> None:
    head = f'<link rel="canonical" href="{link}"><meta property="og:site_name" content="{stated}">'
    markup = page(paragraphs(FERRY)).replace(" | The Ennick Mercury", closing)
    markup = markup.replace('<meta property="og:site_name" content="The Ennick Mercury">', head)
    assert read(markup).publisher == publisher


@pytest.mark.parametrize(
    ("stated", "other", "closing", "publisher"),
    [
        ("ennickmercury", "The Ennick Mercury", "", "The Ennick Mercury"),
        ("@ennickmercury", "", " | Ennick Mercury", "Ennick Mercury"),
        ("ennickmercury.example", "ENNICK MERCURY", " | Weather", "ENNICK MERCURY"),
        ("ennickmercury", "", " - ennickmercury.net", "ennickmercury.net"),
        ("ennickmercury", "Sundvik Media Group", "", "ennickmercury"),
        ("Ennickmercury", "The Ennick Mercury", "", "Ennickmercury"),
    ],
)
def test_of_two_names_of_one_site_the_written_one_counts(stated: str, other: str, closing: str, publisher: str) -> None:
    head = (
        '<link rel="canonical" href="https://www.ennickmercury.example/f">'
        f'<meta property="og:site_name" content="{stated}">'
        f'<meta name="application-name" content="{other}">'
    )
    markup = page(paragraphs(FERRY)).replace(" | The Ennick Mercury", closing)
    assert (
        read(markup.replace('<meta property="og:site_name" content="The Ennick Mercury">', head)).publisher == publisher
    )


def test_what_the_headline_itself_ends_with_is_no_publisher() -> None:
    title = "A day on the quay - mercury fell to ten below"
    head = f'<link rel="canonical" href="https://mercury.example/f"><meta property="og:title" content="{title}">'
    markup = page(paragraphs(FERRY), title=title, head=head).replace(" | The Ennick Mercury", "")
    assert read(markup.replace('<meta property="og:site_name" content="The Ennick Mercury">', "")).publisher == (
        "mercury.example"
    )
