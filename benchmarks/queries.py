"""How well briefs answer questions, beside shared words alone and nearness of meaning alone.

    python -m benchmarks.queries benchmarks/data/queries/measured.jsonl EVENTS [EVENTS ...] [--words N] [--list]

EVENTS are folders of annotated events in the format of tests/data/README.md; questions on others are not asked, and
counted in the last line. A sentence told is right where it is one of those that a reader marked as an answer.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.annotated import Event, load_events
from benchmarks.questions import Asked, answering, load_questions
from summarize import Options
from summarize.claims import find_claims
from summarize.conflicts import find_conflicts
from summarize.embedding import embed, load_encoder
from summarize.embedding.embed import encode_sentences
from summarize.models import Encoder
from summarize.provenance import find_copies, without_outliers
from summarize.quotability import Judged, QuotabilityModel, load_quotability
from summarize.records.corpus import Corpus, collect
from summarize.relations import Reader, RelationModel, load_relations
from summarize.segmentation import segment
from summarize.selection import Relevance, read_question, select
from summarize.selection.relevance.evidence import gather

BASELINES = {"cosine": 0.54, "shared_words": 0.63}
"""Feature alone, and the value from which a sentence is told: that at which nine in ten of the questions without an
answer of benchmarks/data/queries/questions.jsonl get none, as benchmarks/fit_queries.py prints it."""
METHODS = ("brief", *BASELINES)


def told(
    event: Event,
    questions: Sequence[Asked],
    encoder: Encoder,
    model: RelationModel | None,
    manner: QuotabilityModel | None,
    options: Options,
) -> Iterator[tuple[Asked, str, NDArray[np.bool_]]]:
    """For every question and method whether each sentence that it tells answers: the stages of a brief once an event,
    the choice once a question.
    """
    corpus = without_outliers(embed(segment(collect(event.documents)), encoder), encoder)
    copies, claims = find_copies(corpus), find_claims(corpus)
    reader = None if model is None else Reader(model, corpus)
    judged = None if manner is None else Judged(manner, corpus)
    conflicts = find_conflicts(corpus, claims, copies, reader, judged)
    for asked in questions:
        question = read_question(asked.question)
        relevance = Relevance(question, corpus, claims, encoder, model)
        chosen = select(corpus, claims, copies, conflicts, options, reader, None, relevance, judged).choices
        yield asked, "brief", answering(asked, corpus, [choice.sentence for choice in chosen])
        found, features = gather(question, corpus, claims, encode_sentences(encoder, [question.text])[0], None)
        for name, least in BASELINES.items():
            taken = found[(features[name] >= least) & _quotable(corpus, found)]
            yield asked, name, answering(asked, corpus, _without_repeats(corpus, taken))


def _quotable(corpus: Corpus, found: NDArray[np.int64]) -> NDArray[np.bool_]:
    return np.array([corpus.sentences[index].role == "body" for index in found.tolist()], dtype=bool)


def _without_repeats(corpus: Corpus, taken: NDArray[np.int64]) -> list[int]:
    return [*{corpus.sentences[index].text: index for index in taken.tolist()}.values()]


def counted(asked: Asked, right: NDArray[np.bool_]) -> Counter[str]:
    """What became of a question."""
    counts = Counter(told=len(right), right=int(right.sum()))
    if not asked.answers:
        return counts + Counter(unanswerable=1, abstained=int(not len(right)))
    outcome = "answered" if right.any() else "wrongly answered" if len(right) else "missed"
    return counts + Counter({"answerable": 1, outcome: 1})


def line(name: str, counts: Counter[str]) -> str:
    def share(part: str, whole: str) -> str:
        return f"{counts[part]} of {counts[whole]} ({100 * counts[part] / max(1, counts[whole]):.1f} %)"

    return (
        f"{name}: sentences told that answer {share('right', 'told')}; questions with an answer that get one: "
        f"{share('answered', 'answerable')}, a wrong one {counts['wrongly answered']}, none {counts['missed']}; "
        f"questions without that get none: {share('abstained', 'unanswerable')}"
    )


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("questions", type=Path)
    parser.add_argument("events", type=Path, nargs="+", metavar="EVENTS")
    parser.add_argument("--words", type=int, default=200, metavar="N")
    parser.add_argument("--list", action="store_true", help="name what became of every question")
    options = parser.parse_args(arguments)
    encoder, model, manner = load_encoder(), load_relations(print), load_quotability(print)
    events = {event.id: event for folder in options.events for event in load_events(folder)}
    questions = load_questions(options.questions, events.values())
    counts = {name: Counter[str]() for name in METHODS}
    for event in events.values():
        if mine := [asked for asked in questions if asked.event == event.id]:
            for asked, name, right in told(event, mine, encoder, model, manner, Options(max_words=options.words)):
                counts[name] += counted(asked, right)
                if options.list and name == "brief":
                    print(f"{event.id}: {asked.question} {'(no answer) ' * (not asked.answers)}{right.tolist()}")
    for name in METHODS:
        print(line(name, counts[name]))
    given = len(options.questions.read_text(encoding="utf-8").splitlines())
    if left := given - len(questions):
        print(f"not asked, as their events are not given: {left} of {given} questions")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
