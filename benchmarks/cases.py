"""Small collections with a known right answer, and pairs of sentences with a known relation, each made into a brief.

A file of cases holds one or a list of {"kind", "documents", "options", "expect"}; `expect` names pieces of the sources
that are to be told or not, sources that are to be cited for one or not, spans, conflicts, a title, a length or an
error. A line of a file of pairs holds {"label", "a", "b", "context_a", "context_b", "other"}: the first two articles
are a sentence and its context, the third is another one on the event.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from benchmarks.labels import json_rows
from summarize import Brief, Document, Options, summarize
from summarize.errors import SummarizeError
from summarize.models import Encoder
from summarize.records.brief import BriefSentence, CitationRole

CASE_WORDS, PAIR_WORDS = 120, 80
_START = 40
"""Characters by which a sentence is recognised in an article."""
_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class CaseResults:
    """By kind, the cases of which all is as expected, and all cases."""

    whole: Mapping[str, int]
    cases: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class PairResults:
    """By label, how many pairs there are, and of how many the one article is cited in support of the other's sentence,
    cited for a part of it, or both stand in a conflict.
    """

    pairs: Mapping[str, int]
    found: Mapping[str, Mapping[str, int]]

    def rate(self, label: str, what: str) -> float:
        """Per cent."""
        return 100 * self.found[label][what] / self.pairs[label]


def measure_cases(folder: Path, encoder: Encoder) -> CaseResults:
    """All cases of the files of a folder."""
    whole: Counter[str] = Counter()
    cases: Counter[str] = Counter()
    for file in sorted(folder.rglob("*.json")):
        data = json.loads(file.read_text(encoding="utf-8"))
        for case in data if isinstance(data, list) else [data]:
            cases[case["kind"]] += 1
            whole[case["kind"]] += all(_expectations(case, encoder))
    return CaseResults(whole, cases)


def measure_pairs(file: Path, encoder: Encoder) -> PairResults:
    """All pairs of a file."""
    pairs: Counter[str] = Counter()
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for row in json_rows(file):
        texts = (f"{row['a']}\n\n{row['context_a']}", f"{row['b']}\n\n{row['context_b']}", row["other"])
        documents = [Document(id=name, text=text) for name, text in zip("abc", texts, strict=True)]
        brief = summarize(documents, Options(max_words=PAIR_WORDS), encoder)
        pairs[row["label"]] += 1
        roles = {role for sentence in brief.sentences for role in _roles_of_other(sentence, row)}
        found[row["label"]]["cited"] += CitationRole.CORROBORATES in roles
        found[row["label"]]["partial"] += roles == {CitationRole.PARTIAL}
        found[row["label"]]["conflict"] += any(
            {_side(value.source, value.quote, row) for value in conflict.values} >= {"a", "b"}
            for conflict in brief.conflicts
        )
    return PairResults(pairs, found)


def _side(source: int, quote: str, row: Mapping[str, str]) -> str | None:
    """Which sentence of a pair this is, if either."""
    return next((side for n, side in ((1, "a"), (2, "b")) if source == n and quote[:_START] in row[side]), None)


def _roles_of_other(sentence: BriefSentence, row: Mapping[str, str]) -> Iterator[CitationRole]:
    home, *others = sentence.citations
    side = _side(home.source, sentence.text, row)
    for citation in others:
        if side and _side(citation.source, citation.quote, row) not in (None, side):
            yield citation.role


def _expectations(case: Mapping[str, Any], encoder: Encoder) -> Iterator[bool]:
    expect = case["expect"]
    documents = [
        Document(
            id=d["id"],
            text=d["text"],
            title=d.get("title") or None,
            url=d.get("url") or None,
            publisher=d.get("publisher") or None,
            published=datetime.fromisoformat(d["published"]) if d.get("published") else None,
        )
        for d in case["documents"]
    ]
    try:
        brief = summarize(documents, Options(**(case.get("options") or {"max_words": CASE_WORDS})), encoder)
    except SummarizeError as error:
        yield bool(expect.get("error")) and expect["error"] in str(error)
        return
    texts = {number: document.text for number, document in enumerate(documents, start=1)}
    members = [
        (claim.id, brief.source(m.source).id, texts[m.source][m.start : m.end])
        for claim in brief.claims
        for m in claim.members
    ]
    for name, value in expect.items():
        if name == "spans":
            yield from (any(text == wanted for *_, text in members) for wanted in value)
        elif name == "cited":
            yield from (_is_cited(brief, item["sentence"], item["source"], members) for item in value)
        else:
            yield from _CHECKS[name](brief, value)


def _holding(brief: Brief, piece: str) -> list[BriefSentence]:
    return [sentence for sentence in brief.sentences if piece in sentence.text]


def _is_cited(brief: Brief, piece: str, source: str, members: list[tuple[int, str, str]]) -> bool:
    """By a sentence that holds the piece; where none does, the piece and the source share a claim."""
    if sentences := _holding(brief, piece):
        return _cites(brief, sentences, source, support_only=False)
    claims = {claim for claim, _, text in members if piece in text}
    return any(claim in claims and given == source for claim, given, _ in members)


def _reports(brief: Brief, one: str, other: str) -> bool:
    return any(
        any(one in v.quote for v in conflict.values)
        and any(other in v.quote and one not in v.quote for v in conflict.values)
        for conflict in brief.conflicts
    )


def _cites(brief: Brief, sentences: list[BriefSentence], source: str, support_only: bool) -> bool:
    return any(
        brief.source(c.source).id == source and not (support_only and c.role is CitationRole.QUOTED)
        for sentence in sentences
        for c in sentence.citations
    )


def _length(text: str) -> float:
    """Words; two characters a word in scripts without spaces."""
    return len(_UNSPACED.sub(" ", text).split()) + len(_UNSPACED.findall(text)) / 2


def _each(check: Callable[[Brief, Any], bool]) -> Callable[[Brief, Any], Iterator[bool]]:
    return lambda brief, values: (check(brief, value) for value in values)


_CHECKS: dict[str, Callable[[Brief, Any], Iterator[bool]]] = {
    "told": _each(lambda brief, piece: bool(_holding(brief, piece))),
    "not_told": _each(lambda brief, piece: not _holding(brief, piece)),
    "not_cited": _each(
        lambda brief, item: not _cites(brief, _holding(brief, item["sentence"]), item["source"], support_only=True)
    ),
    "conflict": _each(lambda brief, pair: _reports(brief, *pair)),
    "no_conflict": _each(lambda brief, pair: not _reports(brief, *pair)),
    "title_not": _each(lambda brief, piece: piece not in (brief.title or "")),
    "title": lambda brief, piece: iter([piece in (brief.title or "")]),
    "most_words": lambda brief, most: iter([sum(_length(s.text) for s in brief.sentences) <= most]),
    "error": lambda brief, piece: iter([False]),
}
