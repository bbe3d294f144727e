"""What every form of a check says in the same words."""

from __future__ import annotations

from collections.abc import Callable

from summarize.records.check import Check, CheckedSentence, EvidenceRole, Verdict
from summarize.rendering.cleaning import clean
from summarize.rendering.wording import brackets, count

NAMES = {
    Verdict.SUPPORTED: "supported",
    Verdict.PARTLY: "partly supported",
    Verdict.CONTRADICTED: "contradicted",
    Verdict.UNSUPPORTED: "not in the sources",
    Verdict.NOT_CHECKABLE: "not checkable",
}
ROLES = {
    EvidenceRole.QUOTED: "word for word",
    EvidenceRole.CORROBORATES: "states it",
    EvidenceRole.PARTIAL: "states a part of it",
    EvidenceRole.CONTRADICTS: "contradicts it",
}
UNREAD = (
    "Sentences could not be read against each other, so that little more than their words and figures was compared."
)
_WHOLE = (EvidenceRole.QUOTED, EvidenceRole.CORROBORATES)
_REASONS = {
    "heading": "a heading",
    "question": "a question",
    "opinion": "an opinion",
    "about the text": "about the text itself",
    "no verb": "it states nothing",
    "no statement": "it states nothing",
    "reference": "an entry of the list of sources",
}
_SHOWN = 5
"""Details named in one message."""

Escape = Callable[[str], str]


def summary(check: Check) -> str:
    """How many sentences have which verdict."""
    counts = check.counts()
    told = [f"{counts[verdict]:,} {NAMES[verdict]}" for verdict in Verdict if counts[verdict]]
    return f"{count(len(check.sentences), 'sentence')}: {', '.join(told)}."


def message(sentence: CheckedSentence, escape: Escape = clean) -> str:
    """What was found on a sentence, on one line."""
    match sentence.verdict:
        case Verdict.SUPPORTED:
            told = _supported(sentence)
        case Verdict.CONTRADICTED:
            told = _contradicted(sentence, escape)
        case Verdict.PARTLY:
            told = _partly(sentence, escape)
        case Verdict.UNSUPPORTED:
            other = "; it is in another language than the sources" if sentence.reason == "language" else ""
            told = f"nothing in the sources states it{other}"
        case Verdict.NOT_CHECKABLE:
            return _REASONS.get(sentence.reason, sentence.reason)
    return "; ".join([told, *_own(sentence, escape)])


def _supported(sentence: CheckedSentence) -> str:
    whole = sentence.cited(*_WHOLE)
    in_part = tuple(n for n in sentence.cited(EvidenceRole.PARTIAL) if n not in whole)
    told = brackets(whole) + (f"{', ' if whole else ''}in part {brackets(in_part)}" if in_part else "")
    voices = f" ({count(sentence.voices, 'independent source')})" if sentence.voices > 1 else ""
    against = sentence.cited(EvidenceRole.CONTRADICTS)
    return f"{told}{voices}" + (f", but {brackets(against)} contradicts it" if against else "")


def _contradicted(sentence: CheckedSentence, escape: Escape) -> str:
    by = brackets(sentence.cited(EvidenceRole.CONTRADICTS))
    told: list[str] = []
    for difference in sentence.differs:
        words = f"“{escape(difference.source_text)}”, not “{escape(difference.text)}”"
        if not any(words in known for known in told):
            told.append(f"[{difference.source}] has {words}")
    if told:
        return "; ".join(told[:_SHOWN])
    quote = next((c.quote for c in sentence.citations if c.role is EvidenceRole.CONTRADICTS), "")
    return f"{by} says otherwise: “{escape(quote)}”"


def _partly(sentence: CheckedSentence, escape: Escape) -> str:
    cited = brackets(sentence.cited(*_WHOLE, EvidenceRole.PARTIAL))
    parts = [f"a part of it is in {cited}" if cited else "not all of it is in the sources"]
    if sentence.reason == "own citation":
        parts = [f"it is in {cited}" if cited else "a part of it is in the sources"]
    if sentence.missing:
        words = ", ".join(f"“{escape(detail.text)}”" for detail in sentence.missing[:_SHOWN])
        parts.append(f"not in the nearest sentences: {words}")
    if against := sentence.cited(EvidenceRole.CONTRADICTS):
        parts.append(f"{brackets(against)} may contradict it")
    return "; ".join(parts)


def _own(sentence: CheckedSentence, escape: Escape) -> list[str]:
    """On the sources that the draft names itself: those that do not support it, and those nobody gave."""
    told = []
    for own in sentence.own_citations:
        words = escape(own.text)
        if not own.sources:
            told.append(f"“{words}” is none of the sources given")
        elif not own.holds:
            stated = {*own.sources} & {*sentence.cited(*_WHOLE, EvidenceRole.PARTIAL)}
            says = "states at most a part of it" if stated else "does not support it"
            told.append(f"{brackets(own.sources)}, which the draft cites as “{words}”, {says}")
    return told
