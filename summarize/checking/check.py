"""The way of a draft: taken apart, read against its sources, judged sentence by sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from summarize.checking.attribution import Sources
from summarize.checking.classifier import Classifier, default_classifier
from summarize.checking.details import Opposed
from summarize.checking.draft import Draft, DraftSentence, take_apart
from summarize.checking.features import Finder
from summarize.checking.findings import Findings
from summarize.checking.reading import read_draft
from summarize.checking.verdict import CitedVerdict, judge
from summarize.embedding import Memory
from summarize.errors import DocumentError
from summarize.models import Encoder
from summarize.models.loading import encoder_of
from summarize.provenance import Copies, find_copies, list_sources
from summarize.records.check import (
    Check,
    CheckedSentence,
    Detail,
    Difference,
    Evidence,
    EvidenceRole,
    OwnCitation,
    Verdict,
)
from summarize.records.corpus import Corpus, collect
from summarize.records.document import Document
from summarize.records.sentence import Sentence
from summarize.relations import RelationModel, relations_for
from summarize.segmentation import segment

MAX_SENTENCES = 250_000
"""Sentences of all sources."""
_SUPPORTING = (EvidenceRole.QUOTED, EvidenceRole.CORROBORATES, EvidenceRole.PARTIAL)
_ROLES = tuple(EvidenceRole)


def check(
    draft: Document,
    sources: Iterable[Document],
    encoder: Encoder | Callable[[], Encoder] | None = None,
    on_stage: Callable[[str], None] = lambda stage: None,
    *,
    memory: Memory | None = None,
    max_sentences: int = MAX_SENTENCES,
    relations: Callable[[Encoder], RelationModel | None] = relations_for,
    classifier: Classifier | None = None,
) -> Check:
    """What the sources say of every sentence of a draft.

    Encoder, memory, stages and relations are those of `summarize.summarize`. Without a relation model only words and
    figures tell: then a sentence is supported where a source has all its words.

    Raises DocumentError for a draft that is empty or too long, or for a source that cannot be used, NothingToSummarize
    when there is no source, ModelError when the model cannot be loaded.
    """
    if not isinstance(draft, Document):
        raise DocumentError(f"a draft must be a summarize.Document, not {type(draft).__name__}")
    on_stage("sentences")
    parts = take_apart(draft)
    corpus = _with_quoted(segment(collect(sources), max_sentences), parts.sentences)
    on_stage("model")
    encoder = encoder_of(encoder)
    model = relations(encoder)
    on_stage("reading")
    known = Sources(corpus.given, parts.references)
    checkable = [_without_attributions(part, known) for part in parts.sentences if not part.reason]
    reading = read_draft(corpus, draft, checkable, encoder, model, memory)
    copies = find_copies(replace(reading.corpus, documents=corpus.documents, sentences=corpus.sentences))
    on_stage("verdicts")
    judge_all = _Judge(
        parts, known, corpus, reading.corpus, copies, Finder(reading), classifier or default_classifier()
    )
    place = iter(range(len(checkable)))
    sentences = tuple(
        judge_all.unchecked(part) if part.reason else judge_all.checked(part, next(place)) for part in parts.sentences
    )
    cited = Counter(source for sentence in sentences for source in {c.source for c in sentence.citations})
    return Check(
        sentences=sentences,
        sources=tuple(list_sources(corpus, copies, corpus.sentences, cited)),
        draft=draft.id,
        sha256=draft.sha256,
        model=encoder.name,
        is_read=model is not None,
    )


def _with_quoted(corpus: Corpus, draft: Iterable[DraftSentence]) -> Corpus:
    """The corpus with what of its boilerplate has the words of a sentence of the draft in a row: it states them too."""
    begins: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for part in draft:
        if not part.reason:
            begins.setdefault(part.sentence.tokens[:2], []).append(part.sentence.tokens)
    quoted = [
        sentence
        for sentence in corpus.boilerplate
        if any(
            sentence.tokens[place : place + len(words)] == words
            for place in range(len(sentence.tokens))
            for words in begins.get(sentence.tokens[place : place + 2], ())
        )
    ]
    sentences = sorted((*corpus.sentences, *quoted), key=lambda sentence: (sentence.document, sentence.start))
    return replace(corpus, sentences=tuple(sentences))


def _without_attributions(part: DraftSentence, known: Sources) -> Sentence:
    """The sentence with "according to the Post" turned into spaces, where the Post is one of the sources."""
    sentence = part.sentence
    text = sentence.text
    for mention in part.mentions:
        start, end = (place - sentence.start for place in mention.adjunct)
        if mention.name and 0 <= start < end and known.meant(mention):
            text = text[:start] + " " * (end - start) + text[end:]
    return replace(sentence, text=text)


@dataclass(frozen=True, slots=True)
class _Judge:
    """Judges the sentences of one draft."""

    draft: Draft
    known: Sources
    sources: Corpus
    corpus: Corpus
    """With the draft's sentences behind those of the sources."""
    copies: Copies
    finder: Finder
    classifier: Classifier

    def unchecked(self, part: DraftSentence) -> CheckedSentence:
        start, end = part.sentence.start, part.sentence.end
        text = self.draft.document.text[start:end]
        return CheckedSentence(text, start, end, *self._place(start), Verdict.NOT_CHECKABLE, reason=part.reason)

    def _place(self, start: int) -> tuple[int, int]:
        """Line and column, counted from 1."""
        text = self.draft.document.text
        return text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)

    def checked(self, part: DraftSentence, number: int) -> CheckedSentence:
        findings = self.finder.find(number)
        judged = judge(self.corpus, findings, self.classifier)
        own = tuple(self._own_citations(part, number))
        verdict, reason = judged.verdict, self._reason(part)
        named = [citation for citation in own if citation.sources]
        if named and not any(citation.holds for citation in named):
            told = self._by_sources(number, {source for citation in named for source in citation.sources})
            if told.verdict is Verdict.CONTRADICTED:
                judged, verdict, reason = told, Verdict.CONTRADICTED, "own citation"
            elif verdict is Verdict.SUPPORTED:
                verdict, reason = Verdict.PARTLY, "own citation"
        supporting = [self.corpus.sentences[i] for i, role in judged.cited if role in _SUPPORTING]
        start, end = part.sentence.start, part.sentence.end
        line, column = self._place(start)
        return CheckedSentence(
            text=self.draft.document.text[start:end],
            start=start,
            end=end,
            line=line,
            column=column,
            verdict=verdict,
            citations=tuple(self._citations(judged)),
            voices=self.copies.count_independent(supporting),
            reason=reason,
            differs=tuple(self._differences(part.sentence, findings, judged)),
            missing=tuple(self._missing(part.sentence, findings)) if verdict is not Verdict.SUPPORTED else (),
            own_citations=own,
        )

    def _reason(self, part: DraftSentence) -> str:
        languages = {self.sources.language(k) for k in range(len(self.sources.documents))}
        return "" if part.sentence.language in languages else "language"

    def _own_citations(self, part: DraftSentence, number: int) -> Iterator[OwnCitation]:
        held: dict[tuple[int, ...], bool] = {(): False}
        for mention in part.mentions:
            meant = self.known.meant(mention)
            if mention.name and not meant:
                continue  # somebody who speaks, and no publisher of these sources
            if meant not in held:
                held[meant] = self._by_sources(number, set(meant)).verdict is Verdict.SUPPORTED
            text = self.draft.document.text[mention.start : mention.end]
            yield OwnCitation(mention.start, mention.end, text, meant, held[meant])

    def _by_sources(self, number: int, sources: set[int]) -> CitedVerdict:
        """What these sources alone make of a sentence, whatever is likeliest: that others doubt it is told besides."""
        documents = [k for k, numbers in enumerate(self.corpus.numbers) if sources & {*numbers}]
        likeliest = replace(self.classifier, max_contradicted=1.0)
        return judge(self.corpus, self.finder.find(number, documents), likeliest)

    def _citations(self, judged: CitedVerdict) -> list[Evidence]:
        found = []
        for i, role in judged.cited:
            sentence = self.corpus.sentences[i]
            for source in self.corpus.numbers[sentence.document]:
                page = self.corpus.page(source, sentence.start)
                found.append(Evidence(source, sentence.start, sentence.end, sentence.text, role, page))
        return sorted(found, key=lambda cited: (_ROLES.index(cited.role), cited.source, cited.start))

    def _differences(self, sentence: Sentence, findings: Findings, judged: CitedVerdict) -> Iterator[Difference]:
        denying = {i for i, role in judged.cited if role is EvidenceRole.CONTRADICTS}
        found: dict[tuple[int, int], Opposed] = {}
        for clash in findings.differences():
            if clash.other in denying and not self._are_alike(sentence, clash):
                found.setdefault((clash.other, clash.mine[0]), clash)
        for (other, _), clash in sorted(found.items()):
            source = self.corpus.sentences[other]
            (start, end), (first, last) = clash.mine, clash.yours
            yield Difference(
                clash.kind,
                sentence.start + start,
                sentence.start + end,
                self.draft.document.text[sentence.start + start : sentence.start + end],
                self.corpus.numbers[source.document][0],
                source.start + first,
                source.start + last,
                source.text[first:last],
            )

    def _are_alike(self, sentence: Sentence, clash: Opposed) -> bool:
        """Whether what differs are the same words, so that others beside them tell: 7 per cent up, 7 per cent down."""
        yours = self.corpus.sentences[clash.other].text[slice(*clash.yours)]
        return sentence.text[slice(*clash.mine)].casefold() == yours.casefold()

    def _missing(self, sentence: Sentence, findings: Findings) -> Iterator[Detail]:
        for fact in findings.missing:
            start, end = sentence.start + fact.start, sentence.start + fact.end
            yield Detail(fact.kind, start, end, self.draft.document.text[start:end])
