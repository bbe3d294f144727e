"""Let the larger model label pairs of real news for the smaller one to learn from.

    python -m benchmarks.teach --texts FOLDER --base FOLDER --weights FILE --to FILE [--most N] [--beside FILE]

The pairs are of sentences of different articles on one event, nearest first, of such sentences with something changed
in one of them, and of sentences of one family; none is of an event that is measured on. TEXTS is the folder of
`benchmarks.train_relations`, WEIGHTS what that made of BASE. With --beside, a packaged
relation.safetensors, the mean of both models' answers is written. What FILE holds already is kept, and not labelled
again.

Thakur et al. (2021). Augmented SBERT: data augmentation method for improving bi-encoders for pairwise sentence scoring.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from random import Random

import numpy as np
import torch
from safetensors.numpy import load_file as load_arrays
from safetensors.torch import load_file

from benchmarks.corruptions import CONTRADICTING, KEEPING
from benchmarks.labels import json_rows
from benchmarks.relation_data import DATA, HELD_BACK_FAMILIES, HELD_BACK_FAMILY_WRITERS, LABELS, is_held_back
from benchmarks.relation_model import Pieces, probabilities
from summarize import Document
from summarize.embedding import load_encoder
from summarize.embedding.embed import encode_sentences
from summarize.models import Encoder
from summarize.models.cross_network import CrossNetwork, restored
from summarize.records.corpus import collect
from summarize.records.sentence import SentenceRole
from summarize.segmentation import segment

NEAREST = 16
"""Sentences of other articles that each sentence of an event is paired with."""
MIN_COSINE, MAX_COSINE = 0.3, 0.985
MIN_CHANGED = 0.5
"""Nearness from which a pair is also read with one of its sentences changed."""
FAMILY_PAIRS = 30
"""Pairs of one family, of those that its lists say nothing about."""

Pair = tuple[str, str]


def pairs_of_events(texts: Path, encoder: Encoder) -> Iterator[tuple[float, Pair]]:
    """Pairs of sentences of different articles of one event, with their cosine."""
    annotated = {file.name.split(".")[0] for file in (DATA / "clusters").glob("*.json")}
    for file in ("clusters.jsonl", "neus_dev.jsonl"):
        for row in json_rows(texts / file):
            name = row["id"] if file.startswith("neus") else f"cluster-{row['id']}"
            if row["id"] in annotated or is_held_back(name):
                continue
            articles = [d if isinstance(d, str) else d["text"] for d in row["documents"]]
            corpus = segment(collect(Document(str(n), text) for n, text in enumerate(articles)), 100_000)
            yield from _nearest(
                [(s.document, " ".join(s.text.split())) for s in corpus.sentences if s.role is SentenceRole.BODY],
                encoder,
            )


def _nearest(sentences: Sequence[tuple[int, str]], encoder: Encoder) -> Iterator[tuple[float, Pair]]:
    if not sentences:
        return
    documents = np.array([document for document, _ in sentences])
    vectors = encode_sentences(encoder, [text for _, text in sentences])
    cosines = vectors @ vectors.T
    cosines[documents[:, None] == documents[None]] = -1
    chosen = {
        (min(i, int(j)), max(i, int(j)))
        for i in range(len(sentences))
        for j in np.argsort(-cosines[i], kind="stable")[:NEAREST]
    }
    for i, j in sorted(chosen):
        if MIN_COSINE < cosines[i, j] < MAX_COSINE:
            yield float(cosines[i, j]), (sentences[i][1], sentences[j][1])


def pairs_of_families(rng: Random) -> Iterator[Pair]:
    """Pairs within a family that its lists do not label: of what contradicts the fact, of parts, of other facts."""
    for number, row in enumerate(json_rows(DATA / "relations" / "families.jsonl")):
        if number % HELD_BACK_FAMILIES and row["writer"] not in HELD_BACK_FAMILY_WRITERS:
            related = [*row["part"], *(each["text"] for each in (*row["contradicts"], *row["different"]))]
            every = list(combinations(related, 2))
            yield from rng.sample(every, min(FAMILY_PAIRS, len(every)))


def changed_pairs(pairs: Sequence[Pair], rng: Random) -> Iterator[Pair]:
    """A sentence with something changed beside the one that it was paired with, and beside itself."""
    changes = [*KEEPING.values(), *CONTRADICTING.values()]
    for a, b in pairs:
        done = [each[0] for change in changes if (each := change(a, b, rng)) and each[0] not in {a, b}]
        for changed in rng.sample(done, min(2, len(done))):
            yield changed, b
        if done:
            yield rng.choice(done), a


def public_pairs(texts: Path) -> Iterator[Pair]:
    for file in ("stsb_train_news.jsonl", "ecbplus_sentence_pairs.jsonl", "superpal_sentence_pairs.jsonl"):
        if (texts / file).is_file():
            yield from ((row["a"], row["b"]) for row in json_rows(texts / file))


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    for name in ("texts", "base", "weights", "to"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--most", type=int, default=60_000)
    parser.add_argument("--beside", type=Path, metavar="FILE")
    options = parser.parse_args(arguments)
    rng = Random(0)
    events = sorted(pairs_of_events(options.texts, load_encoder()), reverse=True)
    pairs = [*public_pairs(options.texts), *pairs_of_families(rng), *(pair for _, pair in events)]
    near = [*(pair for cosine, pair in events if cosine > MIN_CHANGED), *public_pairs(options.texts)]
    pairs += changed_pairs(near, rng)
    known = {(row["a"], row["b"]) for row in json_rows(options.to)} if options.to.is_file() else set()
    pairs = [pair for pair in dict.fromkeys(pairs) if pair not in known]
    print(f"{len(pairs)} pairs, {len(events)} of them of events", flush=True)
    chosen = rng.sample(pairs, min(len(pairs), options.most - len(known)))
    model = CrossNetwork(len(LABELS), torch.bfloat16, options.base)
    model.head.float()
    model.load_state_dict(load_file(options.weights), strict=False)
    models = [(model, Pieces(options.base))]
    if options.beside:
        models.append((restored(load_arrays(options.beside)), Pieces()))
    with options.to.open("a", encoding="utf-8") as file:
        for start in range(0, len(chosen), 2048):
            part = chosen[start : start + 2048]
            with torch.autocast("cpu", torch.bfloat16):
                answers = np.mean([probabilities(*each, part, one_order=True) for each in models], axis=0)
            for (a, b), target in zip(part, answers.tolist(), strict=True):
                told = [round(p, 4) for p in target]
                file.write(json.dumps({"a": a, "b": b, "target": told}, ensure_ascii=False) + "\n")
            file.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
