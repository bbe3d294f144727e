"""The brief as one HTML page that needs nothing else: no script, no font, no image, no request."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from importlib.resources import files

from summarize.records.brief import Brief, BriefSentence, Citation, CitationRole, Conflict, Source
from summarize.rendering import conflicts, wording
from summarize.rendering.cleaning import clean, web_address
from summarize.rendering.htmlparts import citations, date, foreign, quotation, shown, term, title
from summarize.rendering.sections import sections

# Were anything in a source's text ever to get through as markup, the browser would still load and run nothing.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

MAX_DOTS = 12
"""With more voices than this, dots tell nothing at a glance and only the number is shown."""


NOTES = {CitationRole.QUOTED: "quoted above", CitationRole.PARTIAL: "reports a part of it"}


def render(brief: Brief) -> str:
    return page(wording.heading(brief), article(brief))


def page(heading: str, body: str, further_css: str = "") -> str:
    """A whole page of an article in the style of a brief, and in a further one."""
    css = files("summarize.rendering").joinpath("brief.css").read_text(encoding="utf-8").strip()
    css += f"\n{further_css}" if further_css else ""
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="summarize">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>{escape(heading)}</title>
<style>
{css}
</style>
</head>
<body>
<main>
{body}
</main>
</body>
</html>
"""


def article(brief: Brief) -> str:
    """The brief as an `article` element, for a page that brings its own style."""
    beside, elsewhere = conflicts.placed(brief)
    sentences = enumerate(zip(brief.sentences, beside, strict=True), start=1)
    parts = [
        "<article>",
        "<header>",
        foreign(wording.heading(brief), "h1"),
        *([f'<p class="since query" dir="auto">{escape(told)}</p>'] if (told := wording.query(brief)) else []),
        *([f'<p class="since" dir="auto">{escape(told)}</p>'] if (told := wording.since(brief)) else []),
        f'<p class="extent">{wording.extent(brief)}</p>',
        "</header>",
        '<ol class="brief">',
        *(_sentence(number, sentence, disputed, brief) for number, (sentence, disputed) in sentences),
        "</ol>",
    ]
    if elsewhere:
        parts += ['<section class="elsewhere" aria-labelledby="elsewhere">']
        parts += [f'<h2 id="elsewhere">{conflicts.ELSEWHERE}</h2>']
        listed, more = conflicts.shown(elsewhere)
        parts += [_conflict(conflict, brief) for conflict in listed]
        parts += [*([f'<p class="about">{more}</p>'] if more else []), "</section>"]
    parts += [shown(section, brief) for section in sections(brief)]
    parts += ['<section class="sources" aria-labelledby="sources">', '<h2 id="sources">Sources</h2>', "<ol>"]
    parts += [*(_source(source, brief) for source in brief.sources), "</ol>", "</section>"]
    parts += [f'<footer><p class="left-out">{wording.left_out(brief)}</p></footer>', "</article>"]
    return "\n".join(parts)


def _sentence(number: int, sentence: BriefSentence, disputed: Sequence[Conflict], brief: Brief) -> str:
    on = wording.pages(sentence)
    numbers = citations(wording.cited(sentence), brief, on)
    if in_part := wording.partly(sentence):
        numbers += f' <span class="partly">in part {citations(in_part, brief, on)}</span>'
    status = f'<strong class="status">{told}</strong> ' if (told := wording.status(sentence)) else ""
    parts = [
        f'<li id="sentence-{number}">',
        f'<p class="sentence" dir="auto">{status}<span lang="">{_words_noted(number, sentence)}</span> {numbers}</p>',
        "<details>",
        f'<summary>{_dots(sentence, brief)}{wording.voices(sentence)}<span class="hidden">: the words</span></summary>',
        '<ul class="quotations">',
        *(f"<li>\n{_cited(citation, brief)}\n</li>" for citation in sentence.citations),
        "</ul>",
        "</details>",
        *(_disagreement(conflict, brief) for conflict in disputed),
        "</li>",
    ]
    return "\n".join(parts)


def _words_noted(number: int, sentence: BriefSentence) -> str:
    """The words of a sentence; those with a note show it when pointed at, tapped or reached by keyboard."""
    shown = []
    for place, (piece, note) in enumerate(wording.noted(sentence)):
        name = f"note-{number}-{place}"
        shown.append(term(piece, wording.gloss(note), name) if note else escape(piece))
    return "".join(shown)


def _cited(citation: Citation, brief: Brief) -> str:
    note = NOTES.get(citation.role, "")
    return quotation(citation.quote, brief.source(citation.source), note, page=citation.page)


def _dots(sentence: BriefSentence, brief: Brief) -> str:
    """A filled dot for each voice that reports it, a hollow one for each that does not."""
    heard = sum(1 for source in brief.sources if not source.copy_of and not source.off_topic)
    if heard < sentence.voices or not 1 < heard <= MAX_DOTS:
        return ""
    silent = heard - sentence.voices
    return f'<span class="dots" aria-hidden="true">{"●" * sentence.voices}<span>{"●" * silent}</span></span> '


def _disagreement(conflict: Conflict, brief: Brief) -> str:
    """A conflict beside its sentence, its quotations folded away."""
    label = f'<p class="label">{conflicts.label(conflict)}</p>'
    words = f"<details>\n<summary>Their words</summary>\n{_words(conflict, brief)}\n</details>"
    return f'<div class="conflict" role="note">\n{label}\n{_sides(conflict, brief)}\n{words}\n</div>'


def _conflict(conflict: Conflict, brief: Brief) -> str:
    """A conflict under a heading, its quotations shown: no sentence of the brief tells what it is about."""
    return f'<div class="conflict">\n{_sides(conflict, brief)}\n{_words(conflict, brief)}\n</div>'


def _sides(conflict: Conflict, brief: Brief) -> str:
    last, word = conflict.newest, conflicts.newest_word(conflict)
    parts = ['<ul class="sides">']
    for side in conflicts.sides(conflict):
        told = [foreign(side.value, "strong"), citations(side.sources[: conflicts.MAX_SOURCES], brief)]
        told += [side.more] if side.more else []
        if last in side.sources:
            told.append(f'<span class="newest">{word}: [{last}]</span>')
        parts.append(f"<li>{' '.join(told)}</li>")
    parts += [f"<li>{more}</li>"] if (more := conflicts.more_sides(conflict)) else []
    return "\n".join([*parts, "</ul>"])


def _words(conflict: Conflict, brief: Brief) -> str:
    listed = conflicts.all_words(conflict)
    said = (quotation(v.quote, brief.source(v.source), marked=v.value, page=v.page) for v in listed)
    return "\n".join(['<ul class="quotations">', *(f"<li>\n{words}\n</li>" for words in said), "</ul>"])


def _source(source: Source, brief: Brief) -> str:
    publisher = clean(source.publisher or "")
    author = wording.by(source)
    details = [*(foreign(name) for name in (author, publisher) if name), date(source)]
    if source.url and not web_address(source.url):
        details.append(foreign(source.url))
    marks = [re.sub(r"\[(\d+)\]", r'<a href="#source-\1">[\1]</a>', mark) for mark in wording.source_marks(source)]
    told = " · ".join(detail for detail in [*details, *marks, _backlinks(source, brief)] if detail)
    shown = f'<p class="title" dir="auto">{title(source)}</p>\n<p class="about">{told}</p>'
    return f'<li id="source-{source.number}">\n{shown}\n</li>'


def _backlinks(source: Source, brief: Brief) -> str:
    """Links to the sentences that cite the source."""
    numbers = [
        i
        for i, sentence in enumerate(brief.sentences, start=1)
        if source.number in (*wording.cited(sentence), *wording.partly(sentence))
    ]
    links = ", ".join(f'<a href="#sentence-{number}">{number}</a>' for number in numbers)
    return f"cited in {'sentence' if len(numbers) == 1 else 'sentences'} {links}" if links else ""
