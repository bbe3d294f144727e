"""The brief as plain text: a paragraph a sentence, no line folded."""

from __future__ import annotations

from summarize.records.brief import Brief, Conflict, Source
from summarize.rendering import conflicts, wording
from summarize.rendering.cleaning import clean
from summarize.rendering.sections import Section, named_cells, sections


def render(brief: Brief) -> str:
    beside, elsewhere = conflicts.placed(brief)
    blocks = [wording.heading(brief), *filter(None, [wording.query(brief), wording.since(brief)])]
    for sentence, disputed in zip(brief.sentences, beside, strict=True):
        numbers = wording.references(sentence)
        status = f"{told}: " if (told := wording.status(sentence)) else ""
        lines = [f"{status}{clean(sentence.text)} {numbers}{wording.voices_mark(sentence)}"]
        lines += [f"    {wording.notes(sentence)}"] * bool(sentence.notes)
        lines += [f"    {conflicts.label(conflict)}: {conflicts.line(conflict)}" for conflict in disputed]
        blocks.append("\n".join(lines))
    if elsewhere:
        listed, more = conflicts.shown(elsewhere)
        blocks.append(conflicts.ELSEWHERE)
        blocks += [*(_elsewhere(conflict, brief) for conflict in listed), *filter(None, [more])]
    blocks += [_section(section) for section in sections(brief)]
    blocks.append("\n".join(["Sources", *(_source(source) for source in brief.sources)]))
    blocks.append(f"{wording.extent(brief)} {wording.left_out(brief)}")
    return "\n\n".join(blocks) + "\n"


def _elsewhere(conflict: Conflict, brief: Brief) -> str:
    """A conflict with the words it was found in: no sentence of the brief tells what it is about."""
    quotes = (
        f"    {wording.mark(value.source, value.page)} {clean(value.quote)}" for value in conflicts.words(conflict)
    )
    return "\n".join([conflicts.line(conflict), *quotes])


def _section(section: Section) -> str:
    lines = [section.title, *([section.note] if section.note else [])]
    for row in section.rows:
        lines.append(" · ".join(f"{name}{told}" for name, told in named_cells(section, row)))
    return "\n".join(lines)


def _source(source: Source) -> str:
    line = f"[{source.number}] {' · '.join(wording.source_details(source))}{wording.marks_suffix(source)}"
    address = clean(source.url or "")
    return f"{line}\n    {address}" if address else line
