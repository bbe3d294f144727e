"""The way of the data, from documents to the brief."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from summarize.assembly import assemble
from summarize.claims import find_claims
from summarize.conflicts import contradicting_documents, find_conflicts
from summarize.conflicts.parsing import ParsedSentences
from summarize.embedding import Memory, embed
from summarize.errors import NothingToSummarize, OptionsError
from summarize.models import Encoder
from summarize.models.loading import encoder_of
from summarize.options import Options
from summarize.provenance import find_copies, find_earlier, without_outliers
from summarize.quotability import Judged, QuotabilityModel, quotability_for
from summarize.records.brief import Brief
from summarize.records.corpus import collect
from summarize.records.document import Document
from summarize.records.views import View
from summarize.relations import Reader, RelationModel, relations_for
from summarize.segmentation import segment
from summarize.selection import Novelty, Relevance, read_question, select
from summarize.views import with_views

MAX_SENTENCES = 250_000
"""Sentences of the largest collection. 100,000 take up to 2 GB (docs/performance.md), and memory grows in step."""


def summarize(
    documents: Iterable[Document],
    options: Options | None = None,
    encoder: Encoder | Callable[[], Encoder] | None = None,
    on_stage: Callable[[str], None] = lambda stage: None,
    *,
    since: Brief | None = None,
    query: str | None = None,
    views: Collection[View] = (),
    memory: Memory | None = None,
    max_sentences: int = MAX_SENTENCES,
    relations: Callable[[Encoder], RelationModel | None] = relations_for,
    quotability: Callable[[Encoder], QuotabilityModel | None] = quotability_for,
) -> Brief:
    """One brief of several documents: what they report, each fact once, cited word for word.

    The encoder is the default model unless given; load one with `summarize.embedding.load_encoder` and pass it again
    to summarize many collections. A function in its place is called for one as soon as there is something to encode.
    `relations` gives the model that reads what is cited against what is quoted, `quotability` the one that reads in its
    place what may be quoted: unless given, the packaged ones with an encoder that this package loaded, and none with an
    encoder of the caller's own. A `memory` keeps vectors from call to call. `on_stage` is called with the name of each
    stage as it begins.

    With an earlier brief as `since` the brief tells what is new, changed and confirmed against that one, of documents
    that as a rule hold those of that one; it may have no sentence. With a `query` it tells what answers that question;
    where nothing does, it has no sentence either, and says so. `views` are told beside the sentences.

    Raises NothingToSummarize when no sentence can go into a brief of this length, DocumentError for a document that
    cannot be used, OptionsError for a query without a word, BriefError for an earlier brief that was edited or is of
    other documents, TooManySentences for more than `max_sentences`, ModelError when the model cannot be loaded.
    """
    options = Options() if options is None else options
    if not isinstance(options, Options):
        raise OptionsError(f"options must be a summarize.Options, not {type(options).__name__}")
    question = None if query is None else read_question(query)
    on_stage("sentences")
    corpus = segment(collect(documents), max_sentences)
    if not corpus.quotable:
        raise NothingToSummarize(
            "no document holds a sentence that could be quoted: they are empty, or hold only headlines and boilerplate"
        )
    on_stage("model")
    encoder = encoder_of(encoder)
    relation_model, quotability_model = relations(encoder), quotability(encoder)
    on_stage("embedding")
    corpus = embed(corpus, encoder, memory)
    on_stage("claims")
    corpus = without_outliers(corpus, encoder, memory)
    copies = find_copies(corpus)
    claims = find_claims(corpus)
    reader = None if relation_model is None else Reader(relation_model, corpus)
    on_stage("conflicts")
    judged = None if quotability_model is None else Judged(quotability_model, corpus)
    parsed = ParsedSentences(corpus)
    conflicts = find_conflicts(corpus, claims, copies, reader, judged, parsed=parsed)
    novelty = None
    if since is not None:
        earlier = find_earlier(since, corpus, encoder, memory)
        novelty = Novelty(corpus, claims, copies, earlier, conflicts, reader, parsed)
        conflicts = (*conflicts, *novelty.contradictions)
    relevance = None if question is None else Relevance(question, corpus, claims, encoder, relation_model, memory)
    on_stage("selection")
    selection = select(corpus, claims, copies, conflicts, options, reader, novelty, relevance, judged, parsed)
    conflicts = (*conflicts, *selection.contradictions)
    copies = copies.without(contradicting_documents(corpus, conflicts))
    if relevance is not None:
        conflicts = relevance.concerning(conflicts)
    brief = assemble(
        corpus,
        claims,
        copies,
        conflicts,
        selection,
        model=encoder.name,
        options=options,
        novelty=novelty,
        relevance=relevance,
    )
    return with_views(brief, views, corpus, copies, conflicts, parsed)
