"""Train the relation model: how two sentences relate, read together.

    python -m benchmarks.train_relations [--texts FOLDER] [--steps N] [--minutes M] [--to FILE] [--checkpoint FILE]

All weights of the default model's blocks are trained, in bf16 with fp32 copies; what was added is then brought to a
low rank. Every source has a share of each batch: public and mechanical pairs have most of the early ones, written and
real pairs most of the late ones. With --minutes the rate of learning reaches zero by then at the latest.

Hu et al. (2022). LoRA: low-rank adaptation of large language models.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
import torch
from safetensors.numpy import save
from safetensors.torch import load_file
from torch.nn.functional import cross_entropy

from benchmarks.labels import json_rows, text_hash
from benchmarks.relation_data import (
    LABELS,
    Pair,
    corrupted,
    load_events_and_sets,
    load_families,
    load_public,
    load_real,
    load_written,
    varied,
)
from benchmarks.relation_model import Pieces, difference, probabilities
from summarize.models import default_model
from summarize.models.cross_network import CrossNetwork, restored
from summarize.relations import loading

RANK = 128
BATCH = 32
WINDOW = 16
"""Batches drawn at once and sorted by length: little padding."""
LEARNING_RATE, HEAD_RATE = 1.5e-4, 4
"""Of the blocks, and how much faster the head learns."""
WARM_UP = 0.06
SMOOTHING = 0.04
SHARES: dict[str, tuple[float, float]] = {
    "families": (0.28, 0.36),
    "late families": (0.28, 0.36),
    "later families": (0.28, 0.36),
    "last families": (0.28, 0.36),
    "written": (0.08, 0.12),
    "real": (0.20, 0.30),
    "events": (0.08, 0.06),
    "labelled sets": (0.08, 0.06),
    "corrupted": (0.06, 0.02),
    "corrupted paraphrase": (0.05, 0.03),
    "near copy": (0.05, 0.04),
    "joined": (0.02, 0.01),
    "wikifactcheck": (0.08, 0.02),
    "snli": (0.04, 0.0),
    "becel-snli": (0.01, 0.0),
    "breaking-nli": (0.02, 0.0),
    "rare": (0.02, 0.02),
    "sts": (0.02, 0.02),
    "ecb": (0.01, 0.0),
    "taught": (0.48, 0.42),
}
"""The share of each source at the start and at the end of the training, where it is there."""
REPEATS = {
    "families": (3, 2, 1, 1),
    "late families": (3, 2, 1, 1),
    "later families": (3, 2, 1, 1),
    "last families": (3, 2, 1, 1),
    "real": (3, 1, 8, 1),
    "events": (1, 1, 4, 1),
}
"""How often a pair of each label is there in one pass over a source: its labels are brought nearer to each other."""


def load_sources(texts: Path | None, seed: int) -> dict[str, list[Pair]]:
    """Pairs to learn from, by source."""
    rng = Random(seed)
    sources = load_events_and_sets(texts, rng)
    written = load_written(held_back=False)
    for pair in corrupted(written, {}, rng):
        sources[pair.source].append(pair)
    for pair in load_families(held_back=False):
        sources.setdefault(pair.source, []).append(pair)
    sources["written"] = written * 2 + varied(written, rng)
    if texts is not None:
        held_back = {t for pair in load_real(texts, held_back=True) for t in (pair.a, pair.b)}
        sources["real"] = load_real(texts, held_back=False)
        for pair in load_public(texts, rng):
            sources.setdefault(pair.source, []).append(pair)
        for name, pairs in sources.items():
            sources[name] = [p for p in pairs if p.a not in held_back and p.b not in held_back]
    return sources


def drawn(sources: dict[str, list[Pair]], rng: Random) -> dict[str, Iterator[Pair]]:
    """The pairs of every source in random order, without end."""

    def endless(pairs: Sequence[Pair], repeats: Sequence[int]) -> Iterator[Pair]:
        repeated = [p for p in pairs for _ in range(repeats[max(range(4), key=p.target.__getitem__)])]
        while True:
            yield from rng.sample(repeated, len(repeated))

    return {name: endless(pairs, REPEATS.get(name, (1, 1, 1, 1))) for name, pairs in sources.items() if pairs}


@dataclass(frozen=True, slots=True)
class Training:
    """How a model is trained: `base` is another encoder's folder, `start` weights of an earlier training."""

    steps: int
    minutes: float = float("inf")
    seed: int = 0
    rate: float = LEARNING_RATE
    base: Path | None = None
    start: Path | None = None
    checkpoint: Path | None = None


def train(sources: dict[str, list[Pair]], how: Training) -> CrossNetwork:
    """The trained model, the embeddings of its words and positions left as they were."""
    steps, minutes, seed, checkpoint = how.steps, how.minutes, how.seed, how.checkpoint
    torch.manual_seed(seed)
    torch.set_flush_denormal(True)
    rng = Random(seed)
    supply, pieces = drawn(sources, rng), Pieces(how.base)
    model = CrossNetwork(len(LABELS), torch.bfloat16, how.base)
    model.head.float()
    for name, weight in model.named_parameters():
        weight.requires_grad_(changed(name))
    working = {name: p for name, p in model.named_parameters() if p.requires_grad}
    exact = {name: p.detach().float().clone().requires_grad_() for name, p in working.items()}
    # not from what is left of them in bf16
    published = load_weights(CrossNetwork(len(LABELS), folder=how.base), how.start)
    with torch.no_grad():
        for name, p in exact.items():
            p.copy_(published[name])
            working[name].copy_(p)
    groups = [
        {"params": [p for n, p in exact.items() if not n.startswith("head.")], "lr": how.rate},
        {"params": [p for n, p in exact.items() if n.startswith("head.")], "lr": how.rate * HEAD_RATE},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    rates = [group["lr"] for group in optimizer.param_groups]
    start, step, losses = time.monotonic(), 0, []
    while (progress := max(step / steps, (time.monotonic() - start) / (60 * minutes))) < 1:
        model.train()
        names = list(supply)
        weights = [SHARES[n][0] * (1 - progress) + SHARES[n][1] * progress for n in names]
        window = [next(supply[name]) for name in rng.choices(names, weights, k=BATCH * WINDOW)]
        window.sort(key=lambda p: len(pieces.of(p.a)) + len(pieces.of(p.b)))
        batches = [window[k : k + BATCH] for k in range(0, len(window), BATCH)]
        rng.shuffle(batches)
        for batch in batches:
            progress = min(1.0, max(step / steps, (time.monotonic() - start) / (60 * minutes)))
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * min(1.0, progress / WARM_UP + 0.02) * (1 - progress)
            turned = [(p.a, p.b) if rng.random() < 0.5 else (p.b, p.a) for p in batch]
            target = torch.tensor([p.target for p in batch])
            loss = cross_entropy(model(*pieces.batch(turned)), target, label_smoothing=SMOOTHING)
            loss.backward()  # type: ignore[no-untyped-call]
            for name, p in working.items():
                exact[name].grad = None if p.grad is None else p.grad.float()
                p.grad = None
            torch.nn.utils.clip_grad_norm_(exact.values(), 1.0)
            optimizer.step()
            with torch.no_grad():
                for name, p in working.items():
                    p.copy_(exact[name])
            losses.append(loss.item())
            step += 1
            if step % 25 == 0:
                elapsed = (time.monotonic() - start) / 60
                print(f"step {step}, {elapsed:.1f} min: loss {np.mean(losses[-25:]):.4f}", flush=True)
            if checkpoint and step % 200 == 0:
                checkpoint.write_bytes(save({n: p.detach().numpy() for n, p in exact.items()}))
    trained = CrossNetwork(len(LABELS), folder=how.base)
    with torch.no_grad():
        for name, p in trained.named_parameters():
            if name in exact:
                p.copy_(exact[name])
    return trained


def changed(name: str) -> bool:
    """Whether a weight is trained: all but the embeddings of words and positions."""
    return not name.endswith(("word_embeddings.weight", "position_embeddings.weight"))


def load_weights(model: CrossNetwork, file: Path | None) -> dict[str, torch.Tensor]:
    """The weights of the model by their names, those that a file holds from there."""
    return {name: p.detach() for name, p in model.named_parameters()} | (load_file(file) if file else {})


def measured(model: CrossNetwork, pairs: Sequence[Pair]) -> dict[str, float]:
    """Accuracy and per label precision, recall and F1; and how contradictions fare. Per cent, in bf16."""
    with torch.autocast("cpu", torch.bfloat16):
        told = probabilities(model, Pieces(model.folder), [(p.a, p.b) for p in pairs])
    chosen, true = told.argmax(axis=1), np.array([p.target for p in pairs]).argmax(axis=1)
    figures = {"pairs": float(len(pairs)), "accuracy": 100 * float((chosen == true).mean())}
    for k, label in enumerate(LABELS):
        right = int(((chosen == k) & (true == k)).sum())
        precision, recall = right / max(1, int((chosen == k).sum())), right / max(1, int((true == k).sum()))
        figures |= {f"{label} precision": 100 * precision, f"{label} recall": 100 * recall}
        figures[f"{label} F1"] = 200 * precision * recall / max(1e-9, precision + recall)
    for k, label in ((2, "contradicts"), (3, "different")):
        figures[f"{label} called same or part"] = 100 * float((chosen[true == k] < 2).mean())
    for threshold in (0.6, 0.7, 0.8, 0.9):
        over = told[:, 2] >= threshold
        figures[f"contradicts at {threshold}: precision"] = 100 * float((true[over] == 2).mean()) if over.any() else 0.0
        figures[f"contradicts at {threshold}: recall"] = 100 * float(over[true == 2].mean())
    return {name: round(value, 1) for name, value in figures.items()}


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--texts", type=Path, metavar="FOLDER", help="the texts that are not in the repository")
    parser.add_argument("--steps", type=int, default=900)
    parser.add_argument("--minutes", type=float, default=float("inf"))
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--rate", type=float, default=LEARNING_RATE)
    parser.add_argument("--base", type=Path, metavar="FOLDER", help="another encoder: a teacher, which does not ship")
    parser.add_argument("--start", type=Path, metavar="FILE", help="go on from these weights, a checkpoint")
    parser.add_argument("--taught", type=Path, metavar="FILE", help="pairs labelled by a teacher")
    parser.add_argument("--checkpoint", type=Path, metavar="FILE", help="all trained weights, written every 200 steps")
    parser.add_argument("--to", type=Path, default=Path(loading.__file__).with_name(loading.FILE), metavar="FILE")
    options = parser.parse_args(arguments)
    sources = load_sources(options.texts, options.seed)
    if options.taught:
        sources["taught"] = [
            Pair(row["a"], row["b"], tuple(row["target"]), "taught") for row in json_rows(options.taught)
        ]
    for name, pairs in sorted(sources.items()):
        labels = Counter(LABELS[max(range(4), key=p.target.__getitem__)] for p in pairs)
        print(f"{name}: {len(pairs)} pairs, {dict(labels)}", flush=True)
    how = Training(
        options.steps, options.minutes, options.seed, options.rate, options.base, options.start, options.checkpoint
    )
    model = train(sources, how)
    trained = {name: p.detach().numpy() for name, p in model.named_parameters() if changed(name)}
    if options.checkpoint:
        options.checkpoint.write_bytes(save(trained))
    if options.base is None:
        tensors = difference(trained, RANK)
        model = restored(tensors)
    figures = {
        "written": measured(model, load_written(held_back=True)),
        "families": measured(model, load_families(held_back=True)),
    }
    if options.texts:
        figures["real"] = measured(model, load_real(options.texts, held_back=True))
    print(json.dumps(figures, indent=1))
    if options.base is not None:
        return 0
    everything = "".join(f"{p.a}\t{p.b}\t{p.target}\n" for name in sorted(sources) for p in sources[name])
    header = {
        "command": "python -m benchmarks.train_relations"
        + "".join(
            f" --{name} {value}" for name, value in (("steps", how.steps), ("rate", how.rate), ("seed", how.seed))
        ),
        "taught": options.taught.name if options.taught else "",
        "model": default_model.NAME,
        "model_sha256": default_model.SHA256["model.safetensors"],
        "labels": " ".join(LABELS),
        "pairs": json.dumps({name: len(pairs) for name, pairs in sorted(sources.items())}),
        "pairs_sha256": hashlib.sha256(everything.encode()).hexdigest(),
        "seed": str(options.seed),
        "rank": str(RANK),
        "held_back": json.dumps(figures),
    }
    print(f"{options.to}: {options.to.write_bytes(save(tensors, metadata=header))} bytes, {text_hash(everything)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
