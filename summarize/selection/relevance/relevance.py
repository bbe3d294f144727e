"""How likely every sentence of a corpus answers a question: a logistic model over what speaks for it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from summarize.claims import Claims
from summarize.claims.classifier import Logistic
from summarize.conflicts import FoundConflict
from summarize.embedding import Memory
from summarize.embedding.embed import encode_sentences
from summarize.models import Encoder
from summarize.records.corpus import Corpus
from summarize.records.sentence import Sentence, SentenceRole
from summarize.relations import RelationModel
from summarize.selection.relevance.evidence import gather
from summarize.selection.relevance.matches import Matches
from summarize.selection.relevance.question import Question
from summarize.selection.relevance.stated import stated

WEIGHTS = "relevance.json"
READ, UNREAD = "read", "unread"
"""Names of the two models: with what the relation model makes of question and sentence, and without."""
MIN_PROBABILITY = 0.5
"""From which a sentence is taken to answer; figures for others are printed by benchmarks/fit_queries.py."""

STATED = 0.95
"""Of a sentence that states what a plain question asks."""


class Relevance:
    """What the sentences of a corpus are to a question."""

    def __init__(
        self,
        question: Question,
        corpus: Corpus,
        claims: Claims,
        encoder: Encoder,
        model: RelationModel | None = None,
        memory: Memory | None = None,
    ) -> None:
        self.question = question
        languages = {sentence.language for sentence in corpus.sentences}
        self.is_foreign = question.is_told and question.language not in languages
        """Whether no source is in the language of the question."""
        vector = encode_sentences(encoder, [question.text], memory=memory)[0]
        found, features = gather(question, corpus, claims, vector, model)
        self.probability = np.zeros(len(corpus.sentences))
        """*Shape:* (n,); that each sentence answers the question, 0 for those that are far from it."""
        self.probability[found] = default_models()[UNREAD if model is None else READ].probabilities(features)
        self.probability[_stated(question, corpus, self.probability)] = STATED
        self.answers = self.probability >= MIN_PROBABILITY
        """*Shape:* (n,); whether it is taken to."""

    def concerning(self, conflicts: Iterable[FoundConflict]) -> tuple[FoundConflict, ...]:
        """The conflicts about what answers."""
        return tuple(each for each in conflicts if any(self.answers[side.sentence] for side in each.sides))


def _stated(question: Question, corpus: Corpus, probability: NDArray[np.float64]) -> list[int]:
    """The sentences that state what a plain question asks: of those that state the same the most probable one."""
    if not question.is_plain:
        return []
    matches, best = Matches(question), dict[str, int]()
    before: Sentence | None = None
    for index, sentence in enumerate(corpus.sentences):
        in_document = before if before and before.document == sentence.document else None
        if sentence.role is SentenceRole.BODY and (told := stated(question, sentence, in_document, matches)):
            best[told] = max(best.get(told, index), index, key=lambda i: (round(float(probability[i]), 6), -i))
        before = sentence
    return sorted(best.values())


@cache
def default_models() -> Mapping[str, Logistic]:
    """The models that ship with the package; their file says what they were fitted on and how well they do."""
    data = json.loads(files("summarize.selection.relevance").joinpath(WEIGHTS).read_text(encoding="utf-8"))
    return {name: Logistic(told["intercept"], told["weights"]) for name, told in data["models"].items()}
