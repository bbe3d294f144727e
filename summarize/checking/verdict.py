"""The verdict on a sentence of a draft, and what is cited for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from summarize.checking.classifier import CLASSES, Classifier
from summarize.checking.findings import Findings, near_of, nearness
from summarize.checking.reading import Read
from summarize.languages import get
from summarize.lexical.tokens import Tokenizer
from summarize.records.check import EvidenceRole, Verdict
from summarize.records.corpus import Corpus
from summarize.relations import CONTRADICTS, PART, SAME
from summarize.relations.alignment import adds_only, told_by_words

MIN_SHARED_WORDS = 0.5
"""Share of its words by which a sentence that cannot be read is held to be stated in part ..."""
MIN_SHARED_MEANING = 0.6
"""... or the cosine."""
MIN_SURE = 0.5
"""Certainty of a clash of figures from which it contradicts what cannot be read."""
MIN_AGAINST = 0.3
"""Weighted probability of contradicting from which a sentence of a source is cited against one of the draft, ..."""
MIN_DOUBT = 0.1
"""... and that which one of them must have at least, where a sentence is called contradicted."""
MIN_BESIDE = 0.6
"""Share of the surest one's probability that others must have to be cited beside it, where no words tell."""
MIN_DISPUTED = 0.6
"""The same for a sentence that another source supports: then sources disagree."""
MIN_NEAR = 0.9
"""How near a source must be that certainly says otherwise."""
MIN_SHOWN, MIN_READ = 0.25, 0.6
"""Probability from which a sentence is called contradicted where words show what differs, and where none do."""
MIN_SHARES = 0.5
"""Probability of saying the same, or a part of it, of what may say all of a sentence and more."""
MIN_TOLD = 3
"""Words that carry meaning in a sentence that another may say all of."""
MAX_CITED = 2
"""Sentences of one source that are cited for one of the draft: it may join two facts."""
MIN_SUPPORTS = 0.4
"""Weighted probability of sharing a fact from which a sentence is cited."""
MIN_MORE = 2
"""Words that a second sentence of a source must add to what the first holds of the draft's."""


@dataclass(frozen=True, slots=True)
class CitedVerdict:
    """A verdict, and the sentences that are cited with their roles, as indices of the corpus."""

    verdict: Verdict
    cited: tuple[tuple[int, EvidenceRole], ...]


def judge(corpus: Corpus, findings: Findings, classifier: Classifier) -> CitedVerdict:
    """What the findings make of a sentence."""
    read = findings.read
    verbatim = _verbatim(corpus, read)
    told_whole = _telling_whole(corpus, read)
    if verbatim or (told_whole and Verdict.SUPPORTED not in ruled_out(findings)):
        verdict = Verdict.SUPPORTED
    elif read.relations.any():
        verdict = classifier.verdict(findings.features, tuple(ruled_out(findings)), least_contradicted(findings))
    else:
        verdict = _by_words(corpus, findings)
    if verdict is Verdict.UNSUPPORTED:
        return CitedVerdict(verdict, ())
    if verdict is Verdict.CONTRADICTED:
        sure = _against(findings, MIN_AGAINST)
        denying = sure or _against(findings, MIN_DOUBT)[:1] or read.found[:1].tolist()
        return CitedVerdict(verdict, tuple((i, EvidenceRole.CONTRADICTS) for i in _one_each(corpus, denying)))
    denying = _one_each(corpus, _disputing(findings))
    return CitedVerdict(verdict, _supporting(corpus, findings, verbatim, told_whole, frozenset(denying)))


def ruled_out(findings: Findings) -> Iterator[Verdict]:
    """What has a detail that no source knows is not supported, and what no sentence contradicts is not contradicted;
    where a source is certain to say otherwise it can be nothing else.
    """
    near = near_of(findings.read)
    if any(exchange.certain and near[i] >= MIN_NEAR for i, exchange in findings.exchanged):
        yield from (verdict for verdict in CLASSES if verdict is not Verdict.CONTRADICTED)
        return
    if findings.is_unsupported:
        yield Verdict.SUPPORTED
    if not _against(findings, MIN_DOUBT):
        yield Verdict.CONTRADICTED


def least_contradicted(findings: Findings) -> float:
    """How likely it must be contradicted to be called so: where no words show what differs, readings alone tell."""
    return MIN_SHOWN if findings.telling else MIN_READ


def _verbatim(corpus: Corpus, read: Read) -> list[int]:
    """The sentences of the sources of the very words of the draft's."""
    own = corpus.sentences[read.index].tokens
    return [i for i in read.found.tolist() if own and corpus.sentences[i].tokens == own]


def _telling_whole(corpus: Corpus, read: Read) -> list[int]:
    """The sentences of the sources that, as they are read, share its fact, and only add to its words: what is called a
    part of the other may be all that the draft says.
    """
    own = corpus.sentences[read.index]
    language = get(own.language)
    tokenizer = Tokenizer(language.stemmer)
    return [
        i
        for i, relation in zip(read.found.tolist(), read.relations.tolist(), strict=True)
        if relation[SAME] + relation[PART] >= MIN_SHARES
        and relation[CONTRADICTS] <= MIN_DOUBT
        and len(corpus.sentences[i].text) > len(own.text)
        and adds_only(own.text, corpus.sentences[i].text, language, tokenizer, MIN_TOLD)
    ]


def _by_words(corpus: Corpus, findings: Findings) -> Verdict:
    """What words and figures alone prove. That something is supported they prove only where all words are the same."""
    sentence = corpus.sentences[findings.read.index]
    language = get(sentence.language)
    tokenizer = Tokenizer(language.stemmer)
    near = [corpus.sentences[i] for i in findings.read.found.tolist()]
    if any(told_by_words(sentence.text, other.text, language, tokenizer) == CONTRADICTS for other in near):
        return Verdict.CONTRADICTED
    shared = findings.features["words_nearest"]
    if shared >= MIN_SHARED_WORDS and findings.features["clash"] >= MIN_SURE:
        return Verdict.CONTRADICTED
    stated = shared >= MIN_SHARED_WORDS or findings.features["close"] >= MIN_SHARED_MEANING
    return Verdict.PARTLY if stated else Verdict.UNSUPPORTED


def _against(findings: Findings, least: float) -> list[int]:
    """The sentences that contradict, the surest first: those whose words show what differs, where one does at all
    likely, else those that do as likely as `least`.
    """
    read, telling = findings.read, findings.telling
    near = near_of(read)
    against = zip(read.found.tolist(), read.relations[:, CONTRADICTS].tolist(), strict=True)
    sure = {other: near[other] * max(certainty, telling.get(other, 0.0)) for other, certainty in against}
    shown = [i for i in telling if sure[i] >= MIN_DOUBT]
    most = max(sure.values(), default=0.0)
    kept = shown or [i for i, value in sure.items() if value >= max(least, MIN_BESIDE * most)]
    return sorted(kept, key=lambda i: (-round(sure[i], 6), i))


def _disputing(findings: Findings) -> list[int]:
    """The sentences that speak against one that others support: as they are read, and in words that differ."""
    near, readings = near_of(findings.read), findings.read.relations[:, CONTRADICTS].tolist()
    shown = {*findings.telling, *findings.rivals}
    return [
        i
        for i, certainty in zip(findings.read.found.tolist(), readings, strict=True)
        if i in shown and near[i] * certainty >= MIN_DISPUTED
    ]


def _one_each(corpus: Corpus, indices: Iterable[int]) -> list[int]:
    """The first of every document."""
    found: dict[int, int] = {}
    for i in indices:
        found.setdefault(corpus.sentences[i].document, i)
    return sorted(found.values())


def _supporting(
    corpus: Corpus,
    findings: Findings,
    verbatim: Sequence[int],
    told_whole: Sequence[int],
    denying: frozenset[int],
) -> tuple[tuple[int, EvidenceRole], ...]:
    """For every document the sentences that state the draft's, or parts of it: the likeliest, and one that adds."""
    shares: dict[int, float] = {}
    whole = set(told_whole)
    for read in (findings.read, *findings.clauses):
        near = nearness(read.closeness)
        for i, weight, relation in zip(read.found.tolist(), near.tolist(), read.relations.tolist(), strict=True):
            shares[i] = max(shares.get(i, 0.0), weight * (relation[SAME] + relation[PART]))
            if read is findings.read and relation[SAME] >= relation[PART]:
                whole.add(i)
    if not findings.read.relations.any():
        shares = dict(zip(findings.read.found.tolist(), findings.read.closeness.tolist(), strict=True))
        whole.clear()
    own = set(corpus.sentences[findings.read.index].tokens)
    chosen: dict[int, list[int]] = {}
    likest = sorted(shares, key=lambda i: (i not in verbatim, -round(shares[i], 6), i))
    for i in likest:
        if i in denying or (shares[i] < MIN_SUPPORTS and i not in verbatim and i != likest[0]):
            continue
        cited = chosen.setdefault(corpus.sentences[i].document, [])
        told = {token for k in cited for token in corpus.sentences[k].tokens}
        adds = len(own & set(corpus.sentences[i].tokens) - told) >= MIN_MORE
        if not cited or (len(cited) < MAX_CITED and adds and not whole.intersection(cited)):
            cited.append(i)
    roles = {
        i: EvidenceRole.QUOTED if i in verbatim else EvidenceRole.CORROBORATES if i in whole else EvidenceRole.PARTIAL
        for cited in chosen.values()
        for i in cited
    }
    return (*sorted(roles.items()), *((i, EvidenceRole.CONTRADICTS) for i in sorted(denying)))
