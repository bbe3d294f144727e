"""The check as Markdown (CommonMark): a bullet a sentence, and under it what was found."""

from __future__ import annotations

from summarize.records.check import Check, CheckedSentence, Evidence, Verdict
from summarize.rendering.checks import wording
from summarize.rendering.markdown import escape, source_line
from summarize.rendering.wording import mark


def render(check: Check) -> str:
    blocks = [f"# Check of {escape(check.draft)}", wording.summary(check)]
    if not check.is_read:
        blocks.append(wording.UNREAD)
    blocks += ["\n".join(line for sentence in check.sentences for line in _sentence(sentence))]
    blocks += ["## Sources", "\n".join(source_line(source) for source in check.sources)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _sentence(sentence: CheckedSentence) -> list[str]:
    told = f"- **{wording.NAMES[sentence.verdict]}:** {escape(sentence.text)}"
    lines = [told, f"  - {wording.message(sentence, escape)}"]
    if sentence.verdict is not Verdict.NOT_CHECKABLE:
        lines += [f"  - {_cited(citation)}" for citation in sentence.citations]
    return lines


def _cited(citation: Evidence) -> str:
    return f"{mark(citation.source, citation.page)} {wording.ROLES[citation.role]}: {escape(citation.quote)}"
