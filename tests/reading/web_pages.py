"""Invented saved pages: articles with what news sites put around them."""

from __future__ import annotations

import html
from collections.abc import Sequence

from summarize.reading import read_contents
from summarize.records.document import Document
from tests.reading.conftest import only, problem

TITLE = "Ferry strikes pier in dense fog"
FERRY = (
    "A passenger ferry struck the head of the North Mole at Port Ennick in dense fog on Tuesday, coastguards said.",
    "At least 27 people were hurt, four of them seriously, and were flown to Dunmarrick General Hospital.",
    "The Maid of Skarra had left the island at seven in the morning with 212 passengers and nine crew on board.",
    "Sundvik Lines, which operates the route, said its radar had been serviced in September and passed inspection.",
    "All sailings between Skarra and the mainland are cancelled until Thursday, the company added.",
)
BUDGET = (
    "The council of Port Ennick adopted its budget for next year on Wednesday evening after a debate of six hours.",
    "Spending on roads rises by four million, while the two libraries in the suburbs lose a third of their staff.",
    "Mayor Una Kelland called the decision painful, and said that nobody in the chamber had wished for it.",
)


def paragraphs(texts: Sequence[str], attributes: str = "") -> str:
    return "".join(f"<p{attributes}>{html.escape(text, quote=False)}</p>\n" for text in texts)


def page(article: str, *, title: str = TITLE, head: str = "", lang: str = "en", after: str = "") -> str:
    """A page with a menu, a sidebar and a foot around an article."""
    return f"""<!DOCTYPE html>
<html lang="{lang}"><head><meta charset="utf-8"><title>{title} | The Ennick Mercury</title>
<meta property="og:site_name" content="The Ennick Mercury">{head}
<script>var tracking = "<p>A script that nobody reads aloud.</p>";</script><style>p {{ color: red }}</style></head>
<body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li>
</ul></nav></header>
<main><article><h1>{title}</h1>
{article}
</article></main>
<aside class="sidebar"><h3>Most read</h3><ul><li><a href="/1">Parking fees to double from January</a></li>
<li><a href="/2">Bakery on Quay Street closes after ninety years</a></li></ul></aside>
{after}
<footer><p>Copyright The Ennick Mercury. <a href="/terms">Terms</a> <a href="/privacy">Privacy</a></p></footer>
</body></html>"""


LINKED = """<link rel="canonical" href="https://mercury.example/ferry"><script type="application/ld+json">
{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"}, {"@type": ["NewsArticle"],
"headline": "Ferry strikes pier in dense fog", "datePublished": "2029-11-13T10:42:00+01:00", "dateModified":
"2029-11-14T08:00:00+01:00", "publisher": {"@type": "Organization", "name": "Mercury Media"}}]}</script>"""


def read(markup: str | bytes, name: str = "page.html") -> Document:
    return only(read_contents([(name, markup.encode() if isinstance(markup, str) else markup)]))


def refusal(markup: str | bytes) -> str:
    return problem(read_contents([("page.html", markup.encode() if isinstance(markup, str) else markup)]))
