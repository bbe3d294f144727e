"""What speaks for a sentence answering a question: features of the sentences nearest to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set

import numpy as np
from numpy.typing import NDArray

from summarize.claims import Claims
from summarize.conflicts.parsing import ParsedSentence, read
from summarize.languages import get
from summarize.lexical.words import plain_words, stem
from summarize.records.corpus import Corpus
from summarize.records.sentence import Sentence
from summarize.relations import DIFFERENT, SAME, RelationModel
from summarize.relations.reader import TAUGHT
from summarize.selection.names import names_in
from summarize.selection.relevance.question import Question

NEAREST = 48
"""Sentences that are looked at: those nearest to the question by meaning and words together."""
WORDS_SHARE = 0.3
"""Weight of shared words beside the cosine in who is nearest."""
_FLOOR = 1e-4

Features = dict[str, NDArray[np.float64]]


def gather(
    question: Question, corpus: Corpus, claims: Claims, vector: NDArray[np.float32], model: RelationModel | None
) -> tuple[NDArray[np.int64], Features]:
    """The sentences nearest to a question, and the features of each. `vector` is the question's. *Shapes:* (k,), each
    feature (k,)

    Those that read both texts together are there only with a `model`, and 0 in a language that it was not taught.
    """
    cosine = (corpus.vectors @ vector).astype(np.float64)
    held = [_stems(sentence) & (question.words | question.names) for sentence in corpus.sentences]
    shared = _shared_words(question, held)
    before, after = _neighbours(corpus)
    rank = np.round(cosine + WORDS_SHARE * shared, 6)
    found = np.sort(np.argsort(-rank, kind="stable")[:NEAREST])
    claim = np.empty(len(cosine))
    for members in claims.groups:
        claim[list(members)] = cosine[list(members)].mean()
    spread = max(float(cosine.std()), 1e-6)
    features = {
        "cosine": cosine[found],
        "above_mean": (cosine[found] - cosine.mean()) / spread,
        "claim": claim[found],
        "shared_words": np.maximum.reduce([shared, _at(shared, before), _at(shared, after)])[found],
        "missing_names": _missing_names(question, held, before, found),
        "topic": np.full(len(found), float(question.is_topic)),
        "lacks_answer": np.array(
            [_lacks_answer(question, corpus, index) for index in found.tolist()], dtype=np.float64
        ),
    }
    if model is not None:
        features |= _read_together(question, corpus, found, model)
    return found, features


def _stems(sentence: Sentence) -> set[str]:
    language = get(sentence.language)
    return {stem(word, language) for word in plain_words(sentence.text, language)}


def _shared_words(question: Question, held: Sequence[Set[str]]) -> NDArray[np.float64]:
    """Which share of the question's words each sentence holds, rare ones counting most. *Shape:* (n,)"""
    counts = Counter(word for words in held for word in words)
    weight = {word: float(np.log((len(held) + 1) / (counts[word] + 0.5))) for word in sorted(question.words)}
    total = sum(weight.values()) or 1.0
    return np.array([sum(weight[word] for word in sorted(words & question.words)) / total for words in held])


def _neighbours(corpus: Corpus) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The sentences before and after each in its document, -1 where there is none. *Shapes:* (n,)"""
    of = corpus.document_of
    places = np.arange(len(of))
    same = np.append(of[1:] == of[:-1], False)
    after = np.where(same, places + 1, -1)
    before = np.where(np.roll(same, 1), places - 1, -1)
    return before, after


def _at(values: NDArray[np.float64], places: NDArray[np.int64]) -> NDArray[np.float64]:
    """The values at some places, 0 where there is none."""
    return np.where(places >= 0, values[places], 0.0)


def _missing_names(
    question: Question, held: Sequence[Set[str]], before: NDArray[np.int64], found: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Which share of the names asked about stands neither in a sentence nor in the one before it. *Shape:* (k,)"""
    if not question.names:
        return np.zeros(len(found))
    missing = []
    for index in found.tolist():
        near = held[index] | (held[before[index]] if before[index] >= 0 else set())
        missing.append(len(question.names - near) / len(question.names))
    return np.array(missing)


def _lacks_answer(question: Question, corpus: Corpus, index: int) -> bool:
    """Whether a sentence holds nothing of the kind that is asked for."""
    sentence = corpus.sentences[index]
    language = get(sentence.language)
    match question.kind:
        case None:
            return False
        case "speech":
            return not language.questions.speech.search(sentence.text)
        case "reason":
            return not language.questions.reason.search(sentence.text)
        case "person":
            return not any(_is_fresh(name.surname, question) for name in names_in(sentence.text, language.names))
        case kind:
            return not _holds_value(kind, read(sentence.text, language))


def _is_fresh(name: str, question: Question) -> bool:
    """Whether the question does not name it itself."""
    return stem(name, get(question.language)) not in question.words


def _holds_value(kind: str, sentence: ParsedSentence) -> bool:
    """Whether a sentence gives a figure or a time of the kind that is asked for."""
    figures = [value for value in sentence.values if value.kind == "number"]
    if kind in ("time", "duration"):
        return len(figures) < len(sentence.values) or any(v.dimension.startswith("duration") for v in figures)
    if kind == "money":
        return any(value.is_money or value.scaled or value.dimension == "percent" for value in figures)
    return bool(figures)


def _read_together(question: Question, corpus: Corpus, found: NDArray[np.int64], model: RelationModel) -> Features:
    """What the relation model makes of the question beside each sentence, as logarithms of odds."""
    taught = [question.language in TAUGHT and corpus.sentences[index].language in TAUGHT for index in found.tolist()]
    pairs = [(question.text, corpus.sentences[index].text) for index in found[taught].tolist()]
    relations = np.full((len(found), 2), 0.5)
    if pairs:
        relations[taught] = model.probabilities(pairs)[:, [SAME, DIFFERENT]]
    odds = np.log((relations + _FLOOR) / (1 - relations + _FLOOR))
    return {"read_same": odds[:, 0], "read_different": odds[:, 1]}
