"""What speaks for a sentence answering a question: features of the sentences nearest to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set

import numpy as np
from numpy.typing import NDArray

from summarize.claims import Claims
from summarize.conflicts.parsing import read
from summarize.languages import get
from summarize.lexical.words import stem
from summarize.quantities.ages import AGE
from summarize.quantities.values import Value
from summarize.records.corpus import Corpus
from summarize.records.sentence import Sentence
from summarize.relations import DIFFERENT, SAME, RelationModel
from summarize.relations.reader import TAUGHT
from summarize.selection.names import names_in
from summarize.selection.relevance.matches import Matches
from summarize.selection.relevance.question import Question

NEAREST = 48
"""Sentences that are looked at: those nearest to the question by meaning and words together."""
WORDS_SHARE = 0.3
"""Weight of shared words beside the cosine in who is nearest."""
_FLOOR = 1e-4
HALF_WEIGHT = 5.0
"""Words between a word of the question and what may answer it, at which it counts half."""
AMOUNTS = frozenset({"money", "number", "duration"})
"""Kinds of a question that may ask how large a thing is."""

Features = dict[str, NDArray[np.float64]]


def gather(
    question: Question, corpus: Corpus, claims: Claims, vector: NDArray[np.float32], model: RelationModel | None
) -> tuple[NDArray[np.int64], Features]:
    """The sentences nearest to a question, and the features of each. `vector` is the question's. *Shapes:* (k,), each
    feature (k,)

    Those that read both texts together are there only with a `model`, and 0 in a language that it was not taught.
    """
    cosine = (corpus.vectors @ vector).astype(np.float64)
    matches = Matches(question)
    held = [matches.within(sentence.text, sentence.language) for sentence in corpus.sentences]
    weight = _weights(question, held)
    shared = _shared_words(weight, held)
    before, after = _neighbours(corpus)
    rank = np.round(cosine + WORDS_SHARE * shared, 6)
    found = np.sort(np.argsort(-rank, kind="stable")[:NEAREST])
    claim = np.empty(len(cosine))
    for members in claims.groups:
        claim[list(members)] = cosine[list(members)].mean()
    answers = [_answers_in(question, corpus.sentences[index]) for index in found.tolist()]
    spread = max(float(cosine.std()), 1e-6)
    features = {
        "cosine": cosine[found],
        "above_mean": (cosine[found] - cosine.mean()) / spread,
        "claim": claim[found],
        "shared_words": np.maximum.reduce([shared, _at(shared, before), _at(shared, after)])[found],
        "missing_names": _missing_names(question, held, before, found),
        "topic": np.full(len(found), float(question.is_topic)),
        "lacks_answer": np.array([question.kind is not None and not each for each in answers], dtype=np.float64),
        "near": np.array(
            [
                _near(question, corpus.sentences[index], each, matches, weight)
                for index, each in zip(found.tolist(), answers, strict=True)
            ]
        ),
    }
    if model is not None:
        features |= _read_together(question, corpus, found, model)
    return found, features


def _weights(question: Question, held: Sequence[Set[str]]) -> dict[str, float]:
    """How much each word of the question tells: rare ones most."""
    counts = Counter(word for words in held for word in words)
    return {word: float(np.log((len(held) + 1) / (counts[word] + 0.5))) for word in sorted(question.words)}


def _shared_words(weight: Mapping[str, float], held: Sequence[Set[str]]) -> NDArray[np.float64]:
    """Which share of the question's words each sentence holds, by weight. *Shape:* (n,)"""
    total = sum(weight.values()) or 1.0
    return np.array([sum(weight[word] for word in sorted(words & weight.keys())) / total for words in held])


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


def _near(
    question: Question,
    sentence: Sentence,
    answers: Sequence[tuple[int, int]],
    matches: Matches,
    weight: Mapping[str, float],
) -> float:
    """How much of the question stands close to what may be its answer, 0 to 1; anywhere, if it asks for no kind."""
    words = list(get(sentence.language).words.word.finditer(sentence.text))
    places = [
        place
        for place, word in enumerate(words)
        if question.kind is None or any(start < word.end() and word.start() < end for start, end in answers)
    ]
    best: dict[str, float] = {}
    for place, word in enumerate(words):
        found = matches.of(word[0], sentence.language) if places else None
        if found is not None and found in weight:
            distance = min(abs(place - other) for other in places)
            best[found] = max(best.get(found, 0.0), 1 / (1 + distance / HALF_WEIGHT))
    return sum(weight[found] * best[found] for found in sorted(best)) / (sum(weight.values()) or 1.0)


def _answers_in(question: Question, sentence: Sentence) -> list[tuple[int, int]]:
    """Where a sentence holds something of the kind that is asked for."""
    language = get(sentence.language)
    match question.kind:
        case None:
            return []
        case "speech":
            return [match.span() for match in language.questions.speech.finditer(sentence.text)]
        case "reason":
            return [match.span() for match in language.questions.reason.finditer(sentence.text)]
        case "person":
            names = names_in(sentence.text, language.names)
            return [(name.start, name.end) for name in names if _is_fresh(name.surname, question)]
        case kind:
            values = read(sentence.text, language).values
            return [(value.start, value.end) for value in values if is_of_kind(kind, value)]


def _is_fresh(name: str, question: Question) -> bool:
    """Whether the question does not name it itself."""
    return stem(name, get(question.language)) not in question.words


def is_of_kind(kind: str, value: Value) -> bool:
    """Whether a figure or a time is of the kind that is asked for."""
    is_figure = value.kind == "number"
    if kind == "time":
        return not is_figure or value.dimension.startswith("duration")
    if kind == "duration":
        return not is_figure or value.dimension.startswith(("duration", "length"))
    if kind == "money":
        return is_figure and (value.is_money or value.scaled or value.dimension == "percent")
    if kind == "age":
        return value.dimension == AGE
    return is_figure


def _read_together(question: Question, corpus: Corpus, found: NDArray[np.int64], model: RelationModel) -> Features:
    """What the relation model makes of the question beside each sentence, as logarithms of odds."""
    taught = [question.language in TAUGHT and corpus.sentences[index].language in TAUGHT for index in found.tolist()]
    pairs = [(question.text, corpus.sentences[index].text) for index in found[taught].tolist()]
    relations = np.full((len(found), 2), 0.5)
    if pairs:
        relations[taught] = model.probabilities(pairs)[:, [SAME, DIFFERENT]]
    odds = np.log((relations + _FLOOR) / (1 - relations + _FLOOR))
    return {"read_same": odds[:, 0], "read_different": odds[:, 1]}
