"""The brief as Markdown (CommonMark): a bullet a sentence, numbered citations, a numbered list of sources."""

from __future__ import annotations

import re

from summarize.records.brief import Brief, Conflict, Source
from summarize.rendering import conflicts, wording
from summarize.rendering.cleaning import clean, web_address
from summarize.rendering.sections import Cell, Section, sections

# Underscores inside a word and ampersands that begin no entity are plain text already, and stay readable.
_MARKUP = re.compile(r"[\\`*\[\]<~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
_BLOCK_START = re.compile(r"^(\d{1,9}(?=[.)](?:\s|$))|(?=[#+-](?:[\s#+-]|$)|[>=]))")
_PARENTHESES = str.maketrans({"(": "%28", ")": "%29"})


def render(brief: Brief) -> str:
    beside, elsewhere = conflicts.placed(brief)
    bullets = []
    for sentence, disputed in zip(brief.sentences, beside, strict=True):
        numbers = wording.references(sentence)
        status = f"**{told}:** " if (told := wording.status(sentence)) else ""
        bullets.append(f"- {status}{escape(sentence.text)} {numbers}{wording.voices_mark(sentence)}")
        bullets += [f"  - {wording.notes(sentence, escape)}"] * bool(sentence.notes)
        bullets += [f"  - **{conflicts.label(conflict)}:** {_line(conflict, brief)}" for conflict in disputed]
    blocks = [
        f"# {escape(wording.heading(brief))}",
        escape(wording.query(brief)),
        escape(wording.since(brief)),
        "\n".join(bullets),
    ]
    if elsewhere:
        listed, more = conflicts.shown(elsewhere)
        blocks += [f"## {conflicts.ELSEWHERE}", "\n".join(_elsewhere(conflict, brief) for conflict in listed), more]
    blocks += [_section(section) for section in sections(brief)]
    blocks += ["## Sources", "\n".join(source_line(source) for source in brief.sources)]
    blocks.append(f"{wording.extent(brief)} {wording.left_out(brief)}")
    return "\n\n".join(block for block in blocks if block) + "\n"


def escape(text: str) -> str:
    """The text on one line, so written that Markdown shows it and nothing of it is read as markup."""
    return _BLOCK_START.sub(r"\1\\", _MARKUP.sub(r"\\\g<0>", clean(text)))


def link(title: str, address: str) -> str:
    """A link; the title is already escaped."""
    return f"[{title}]({_destination(address)})"


def _line(conflict: Conflict, brief: Brief) -> str:
    return conflicts.line(conflict, escape)


def _elsewhere(conflict: Conflict, brief: Brief) -> str:
    """A conflict with the words it was found in: no sentence of the brief tells what it is about."""
    quotes = (
        f"  - {wording.mark(value.source, value.page)} {escape(value.quote)}" for value in conflicts.words(conflict)
    )
    return "\n".join([f"- {_line(conflict, brief)}", *quotes])


def _section(section: Section) -> str:
    rows = [[_cell(cell) for cell in row] for row in section.rows]
    if section.columns and rows:
        head = [[*section.columns], ["---"] * len(section.columns)]
        listed = "\n".join(f"| {' | '.join(cells)} |" for cells in (*head, *rows))
    else:
        listed = "\n".join(f"- {' '.join(filter(None, cells))}" for cells in rows)
    return "\n\n".join(filter(None, [f"## {section.title}", escape(section.note), listed]))


def _cell(cell: Cell) -> str:
    told = (escape(cell.words).replace("|", "\\|"), escape(cell.said), wording.brackets(cell.sources))
    return " ".join(filter(None, told))


def source_line(source: Source) -> str:
    """A source as an item of the numbered list."""
    title, *details = (escape(detail) for detail in wording.source_details(source))
    address, given = web_address(source.url), clean(source.url or "")
    if address:
        title = link(title, address)
    elif given:
        details.append(escape(given))
    return f"{source.number}. {' · '.join([title, *details])}{wording.marks_suffix(source)}"


def _destination(address: str) -> str:
    return re.sub(r"&(?=#?\w+;)", r"\\&", address.translate(_PARENTHESES))
