"""The systems that are compared: ours, and what people use instead.

Each takes a pool of sentences and a budget in words and gives an outcome.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.outcome import Outcome, outcome_of
from benchmarks.pool import Pool
from summarize import Options, summarize

System = Callable[[Pool, int], Outcome]

COMMUNITY_COSINE = 0.75
SEMHASH_COSINE = 0.8
TFIDF_COSINE = 0.3
"""Where each peer's claims reach their highest F1 on the real events, of values .05 apart. For community_detection it
is also the default; semhash's default, .9, is meant for copies and finds fewer claims."""

LEXRANK_COSINE, LEXRANK_DAMPING = 0.1, 0.85
"""Of the paper: Erkan and Radev (2004). LexRank: Graph-based Lexical Centrality as Salience in Text Summarization."""


def ours(pool: Pool, max_words: int) -> Outcome:
    return outcome_of(summarize(pool.documents, Options(max_words=max_words), pool.encoder, memory=pool.memory))


def lead(pool: Pool, max_words: int) -> Outcome:
    """The first sentence of every article, then every second one, and so on."""
    order = sorted(pool.quotable, key=lambda i: (pool.content[i].position, pool.content[i].document))
    return pool.brief(pool.fill(order, max_words))


def lexrank(pool: Pool, max_words: int) -> Outcome:
    """LexRank over TF-IDF, passing over a sentence nearer than cosine .5 to one already taken."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    cosine = _cosines(TfidfVectorizer(stop_words="english", sublinear_tf=True), [s.text for s in pool.content])
    quotable = np.array(pool.quotable)
    links = (cosine[np.ix_(quotable, quotable)] > LEXRANK_COSINE).astype(float)
    links /= np.maximum(1, links.sum(axis=1, keepdims=True))
    rank = np.full(len(quotable), 1 / len(quotable))
    for _ in range(50):
        rank = (1 - LEXRANK_DAMPING) / len(quotable) + LEXRANK_DAMPING * links.T @ rank
    return pool.brief(pool.fill(quotable[np.argsort(-rank, kind="stable")].tolist(), max_words, cosine))


def sumy_lexrank(pool: Pool, max_words: int) -> Outcome:
    from sumy.summarizers.lex_rank import LexRankSummarizer

    return _sumy(LexRankSummarizer, pool, max_words)


def sumy_lsa(pool: Pool, max_words: int) -> Outcome:
    from sumy.summarizers.lsa import LsaSummarizer

    class Repeatable(LsaSummarizer):  # type: ignore[misc,unused-ignore]  # sumy ships no type information
        """Rows in the order of the words: in that of a set, near ties fall differently from run to run."""

        def _create_dictionary(self, document: Any) -> dict[str, int]:
            return {word: row for row, word in enumerate(sorted(super()._create_dictionary(document)))}

    return _sumy(Repeatable, pool, max_words)


def communities(pool: Pool, max_words: int) -> Outcome:
    """sentence-transformers' community_detection; a community's first member is its centre."""
    from sentence_transformers.util import community_detection

    found = community_detection(pool.vectors, threshold=COMMUNITY_COSINE, min_community_size=1)
    return pool.brief_of_claims(found, max_words)


def semhash(pool: Pool, max_words: int) -> Outcome:
    """semhash: what it keeps, each with the duplicates it removed."""
    from semhash import SemHash

    records = [{"text": sentence.text, "index": str(index)} for index, sentence in enumerate(pool.content)]
    encoder: Any = pool.encoder  # never asked: every vector is given
    index = SemHash.from_embeddings(pool.vectors, records, model=encoder, columns=["text"], ann_backend="basic")
    result = index.self_deduplicate(threshold=SEMHASH_COSINE)
    claims = {record["index"]: [int(record["index"])] for record in result.selected}
    for duplicate in result.filtered:
        claims[duplicate.duplicate_of["index"]].append(int(duplicate.record["index"]))
    return pool.brief_of_claims(list(claims.values()), max_words)


def tfidf_linkage(pool: Pool, max_words: int) -> Outcome:
    """Average linkage of TF-IDF vectors over stems: the strongest grouping that needs no model."""
    from scipy.cluster.hierarchy import fcluster, linkage
    from sklearn.feature_extraction.text import TfidfVectorizer

    if len(pool.content) < 2:
        return pool.brief_of_claims([[index] for index in range(len(pool.content))], max_words)
    cosine = _cosines(TfidfVectorizer(analyzer=list), [s.tokens for s in pool.content])
    distance = np.maximum(0, 1 - cosine[np.triu_indices(len(cosine), 1)])
    labels = fcluster(linkage(distance, "average"), 1 - TFIDF_COSINE, "distance")
    claims: dict[int, list[int]] = {}
    for index, label in enumerate(labels.tolist()):
        claims.setdefault(label, []).append(index)
    return pool.brief_of_claims(list(claims.values()), max_words)


OURS = "summarize"
SYSTEMS: dict[str, System] = {
    OURS: ours,
    "lead": lead,
    "LexRank": lexrank,
    "sumy LexRank": sumy_lexrank,
    "sumy LSA": sumy_lsa,
    "community_detection": communities,
    "semhash": semhash,
    "TF-IDF linkage": tfidf_linkage,
}


def _cosines(vectorizer: Any, texts: Iterable[Any]) -> NDArray[np.float64]:
    """Cosines of all pairs of texts. *Shape:* (n, n)."""
    weights = vectorizer.fit_transform(texts)
    return np.asarray((weights @ weights.T).toarray())


def _sumy(method: Any, pool: Pool, max_words: int) -> Outcome:
    """A summarizer of sumy with its stemmer and stop words, as its own documentation uses it.

    Its tokenizer would download data, so its document is built from our sentences.
    """
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.nlp.stemmers import Stemmer
    from sumy.utils import get_stop_words

    sentences = [Sentence(pool.content[index].text, _Words()) for index in pool.quotable]
    index_of = {id(sentence): index for sentence, index in zip(sentences, pool.quotable, strict=True)}
    summarizer = method(Stemmer("english"))
    summarizer.stop_words = get_stop_words("english")

    def within_budget(ranked: Sequence[Any]) -> list[Any]:
        """Where sumy asks how many: the best-ranked sentences that fit."""
        info_of = {index_of[id(info.sentence)]: info for info in ranked}
        return [info_of[index] for index in pool.fill(info_of, max_words)]

    chosen = summarizer(ObjectDocumentModel([Paragraph(sentences)]), within_budget)
    return pool.brief([index_of[id(sentence)] for sentence in chosen])


class _Words:
    def to_words(self, text: str) -> tuple[str, ...]:
        return tuple(re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text))
