"""The check as one HTML page that needs nothing else: no script, no font, no image, no request."""

from __future__ import annotations

from html import escape
from importlib.resources import files

from summarize.records.brief import Source
from summarize.records.check import Check, CheckedSentence, Evidence, EvidenceRole, Verdict
from summarize.rendering.checks import wording
from summarize.rendering.cleaning import clean
from summarize.rendering.html import page
from summarize.rendering.htmlparts import date, foreign, quotation, title
from summarize.rendering.wording import by, source_marks

_OPEN = (Verdict.CONTRADICTED, Verdict.PARTLY)
"""Verdicts of which the words of the sources are shown at once."""


def render(check: Check) -> str:
    css = files("summarize.rendering.checks").joinpath("check.css").read_text(encoding="utf-8").strip()
    return page(f"Check of {clean(check.draft)}", article(check), css)


def article(check: Check) -> str:
    """The check as an `article` element, for a page that brings its own style."""
    parts = ["<article>", "<header>", foreign(f"Check of {check.draft}", "h1")]
    parts += [f'<p class="extent">{escape(wording.summary(check))}</p>']
    parts += [f'<p class="extent">{wording.UNREAD}</p>'] * (not check.is_read)
    parts += ["</header>", '<ol class="brief">']
    parts += [_sentence(number, sentence, check) for number, sentence in enumerate(check.sentences, start=1)]
    parts += ["</ol>", '<section class="sources" aria-labelledby="sources">', '<h2 id="sources">Sources</h2>', "<ol>"]
    parts += [*(_source(source) for source in check.sources), "</ol>", "</section>", "</article>"]
    return "\n".join(parts)


def _sentence(number: int, sentence: CheckedSentence, check: Check) -> str:
    words = foreign(sentence.text)
    verdict = f'<strong class="verdict">{wording.NAMES[sentence.verdict]}</strong>'
    parts = [
        f'<li id="sentence-{number}" class="{sentence.verdict}">',
        f'<p class="sentence" dir="auto">{verdict} {words}</p>',
        f'<p class="found">{escape(wording.message(sentence))}</p>',
    ]
    if sentence.citations:
        is_open = " open" if sentence.verdict in _OPEN else ""
        parts += [f"<details{is_open}>", "<summary>The words of the sources</summary>", '<ul class="quotations">']
        parts += [f"<li>\n{_cited(citation, sentence, check)}\n</li>" for citation in sentence.citations]
        parts += ["</ul>", "</details>"]
    return "\n".join([*parts, "</li>"])


def _cited(citation: Evidence, sentence: CheckedSentence, check: Check) -> str:
    """A span with what differs in it marked."""
    here = (d.source_text for d in sentence.differs if d.source == citation.source and d.source_start >= citation.start)
    marked = next(here, "") if citation.role is EvidenceRole.CONTRADICTS else ""
    source, note = check.sources[citation.source - 1], wording.ROLES[citation.role]
    return quotation(citation.quote, source, note, marked, citation.page)


def _source(source: Source) -> str:
    named = [foreign(name) for name in (by(source), source.publisher) if name]
    details = [*named, date(source), *map(escape, source_marks(source))]
    about = " · ".join(detail for detail in details if detail)
    shown = f'<p class="title" dir="auto">{title(source)}</p>\n<p class="about">{about}</p>'
    return f'<li id="source-{source.number}">\n{shown}\n</li>'
