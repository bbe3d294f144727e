"""Train the adapter of the default model on annotated events.

    python -m benchmarks.train_adapter EVENTS [MORE_EVENTS ...] [--texts FOLDER] [--test FOLDER] [--to FILE]

Every folder holds annotated events (tests/data/README.md describes their format). With --texts the labelled sentences
of other publishers are learnt from too, whose texts are in that folder (benchmarks/data/README.md). A batch is one
event or some smaller sets, with all pairs of sentences of one event: nearly all are on one topic and state different
facts, and these are what the model has to learn to hold apart.

The model is trained on everything and on the events alone, each from several seeds. The changes of each are averaged
and brought to a low rank, then the two means likewise. On events not learnt from, their mean is better than either.

Hu et al. (2022). LoRA: low-rank adaptation of large language models.
Wortsman et al. (2022). Model soups: averaging weights of multiple fine-tuned models improves accuracy.
"""

from __future__ import annotations

import argparse
import hashlib
import math
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.numpy import save
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits, normalize

from benchmarks.adapter_data import Batch, average_precision, batch_of, batches_of
from benchmarks.annotated import corpus_digest, load_events, told
from benchmarks.labels import load_labels
from summarize.models import adapter, default_model
from summarize.models.transformer import SentenceTransformerEncoder

LABELS = Path(__file__).with_name("data") / "labels.jsonl"
SEEDS = (0, 1, 2)
RANK = 8
EPOCHS = 3
LEARNING_RATE = 1e-3
SCALE_LEARNING_RATE = 0.02
WARM_UP = 10
SAME_WEIGHT = 4.0
"""Of a pair that states the same fact; there are some forty times as many that do not."""
MAX_PIECES = 96
SLICE = 24
"""Sentences of about one length encoded at once: little padding."""


Change = dict[str, NDArray[np.float32]]
"""What is added to every weight matrix, by its name."""


class LowRank(nn.Module):
    """A linear layer and its change: up @ down, zero at the start."""

    def __init__(self, linear: nn.Linear) -> None:
        super().__init__()
        self.linear = linear
        self.down = nn.Parameter(torch.randn(RANK, linear.in_features) / math.sqrt(linear.in_features))
        self.up = nn.Parameter(torch.zeros(linear.out_features, RANK))

    def forward(self, x: Tensor) -> Tensor:
        changed: Tensor = self.linear(x) + (x @ self.down.T) @ self.up.T
        return changed


@contextmanager
def low_rank(model: nn.Module) -> Iterator[dict[str, LowRank]]:
    """Gives every linear layer of a transformer's blocks a change of its own; they are named by their weights."""
    found = [
        (parent, child, name)
        for name, layer in model.named_modules()
        if isinstance(layer, nn.Linear) and name.startswith("encoder.layer.")
        for parent, child in [(model.get_submodule(name.rpartition(".")[0]), name.rpartition(".")[2])]
    ]
    model.requires_grad_(False)
    layers = {}
    for parent, child, name in found:
        layer = getattr(parent, child)
        layers[f"{name}.weight"] = LowRank(layer)
        setattr(parent, child, layers[f"{name}.weight"])
    try:
        yield layers
    finally:
        for parent, child, name in found:
            setattr(parent, child, layers[f"{name}.weight"].linear)


def encode(model: Any, texts: Sequence[str]) -> Tensor:
    """L2-normalised vectors that can be learned from. *Shape:* (len(texts), d)"""
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    parts = []
    for start in range(0, len(order), SLICE):
        pieces = model.preprocess([texts[i] for i in order[start : start + SLICE]])
        parts.append(model({k: v for k, v in pieces.items() if isinstance(v, Tensor)})["sentence_embedding"])
    return normalize(torch.cat(parts)[torch.from_numpy(np.argsort(order))], dim=1)


def published() -> Any:
    """The default model without an adapter, for sentences of at most MAX_PIECES word pieces."""
    model: Any = SentenceTransformerEncoder(str(default_model.verified_folder()), default_model.NAME).model
    model.max_seq_length = MAX_PIECES
    return model


def train(batches: Sequence[Batch], seed: int) -> Change:
    """The change of every weight matrix, by its name, learned from one seed."""
    torch.set_num_threads(1)  # sums in one order, whatever the machine
    torch.manual_seed(seed)
    model = published()
    order = np.random.RandomState(seed)
    with low_rank(model[0].auto_model) as layers:
        scale, offset = torch.tensor(12.0, requires_grad=True), torch.tensor(-7.0, requires_grad=True)
        factors = [p for layer in layers.values() for p in (layer.down, layer.up)]
        groups: list[dict[str, Any]] = [
            {"params": factors, "lr": LEARNING_RATE},
            {"params": [scale, offset], "lr": SCALE_LEARNING_RATE},
        ]
        optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
        steps = EPOCHS * len(batches)
        schedule = torch.optim.lr_scheduler.LambdaLR(
            optimizer, lambda step: min(1, (step + 1) / WARM_UP) * (1 - step / steps)
        )
        model.train()
        for epoch in range(EPOCHS):
            losses = []
            for batch in (batches[k] for k in order.permutation(len(batches))):
                vectors = encode(model, batch.texts)
                logits = scale * (vectors[batch.left] * vectors[batch.right]).sum(dim=1) + offset
                loss = binary_cross_entropy_with_logits(logits, batch.same, pos_weight=torch.tensor(SAME_WEIGHT))
                optimizer.zero_grad()
                loss.backward()  # type: ignore[no-untyped-call]
                optimizer.step()
                schedule.step()
                losses.append(loss.item())
            print(f"seed {seed}, epoch {epoch + 1}: loss {np.mean(losses):.4f}", flush=True)
        return {name: (layer.up @ layer.down).detach().numpy() for name, layer in layers.items()}


def factorized(change: NDArray[np.float32]) -> tuple[NDArray[np.float16], NDArray[np.float16]]:
    """The two factors, down and up, of the nearest matrix of rank RANK."""
    up, strength, down = np.linalg.svd(change.astype(np.float64), full_matrices=False)
    root = np.sqrt(strength[:RANK])
    return (root[:, None] * down[:RANK]).astype(np.float16), (up[:, :RANK] * root).astype(np.float16)


def mean_of(changes: Sequence[Change]) -> adapter.Factors:
    """The mean of several changes, in factors of rank RANK."""
    tensors = {}
    for name in changes[0]:
        mean = np.mean([change[name] for change in changes], axis=0)
        tensors[name + adapter.DOWN], tensors[name + adapter.UP] = factorized(mean)
    return tensors


def change_of(factors: adapter.Factors) -> Change:
    """What the factors add to every weight matrix."""
    names = [name.removesuffix(adapter.DOWN) for name in factors if name.endswith(adapter.DOWN)]
    return {
        name: factors[name + adapter.UP].astype(np.float32) @ factors[name + adapter.DOWN].astype(np.float32)
        for name in names
    }


def measured(model: Any, batches: Sequence[Batch]) -> str:
    """Mean over events of the average precision of the cosine, per cent."""
    model.eval()
    values = []
    with torch.no_grad():
        for batch in batches:
            vectors = encode(model, batch.texts)
            scores = (vectors[batch.left] * vectors[batch.right]).sum(dim=1)
            values.append(average_precision(scores.numpy(), batch.same.numpy()))
    return f"{100 * np.mean(values):.1f}"


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--texts", type=Path, metavar="FOLDER", help="the texts of the labelled sentences")
    parser.add_argument("--test", type=Path, metavar="FOLDER", help="events to measure on, not trained on")
    parser.add_argument("--to", type=Path, default=Path(adapter.__file__).with_name(adapter.FILE), metavar="FILE")
    options = parser.parse_args(arguments)
    events = [event for folder in options.folders for event in load_events(folder)]
    tested = load_events(options.test) if options.test else []
    if both := {event.id for event in events} & {event.id for event in tested}:
        parser.error(f"{', '.join(sorted(both))} cannot be trained on and measured on")
    sets = load_labels(LABELS, options.texts) if options.texts else []
    batches, test = [*map(batch_of, events), *batches_of(sets)], [batch_of(event) for event in tested]
    model = published()
    before = measured(model, test) if test else ""
    runs = [batches, batches[: len(events)]] if sets else [batches]
    with ProcessPoolExecutor(len(SEEDS), mp_context=get_context("spawn")) as pool:
        tensors = mean_of([change_of(mean_of(list(pool.map(partial(train, run), SEEDS)))) for run in runs])
    adapter.merge(model[0].auto_model, tensors)
    told_options = "".join(
        f" --{name} {told(folder)}" for name in ("texts", "test") if (folder := getattr(options, name)) is not None
    )
    header = {
        "command": f"python -m benchmarks.train_adapter {' '.join(map(told, options.folders))}{told_options}",
        "model": default_model.NAME,
        "model_sha256": default_model.SHA256["model.safetensors"],
        "data_sha256": hashlib.sha256("".join(corpus_digest(f) for f in options.folders).encode()).hexdigest(),
        "events": " ".join(event.id for event in events),
        "labelled_sets": str(len(sets)),
        "labels_sha256": hashlib.sha256(LABELS.read_bytes()).hexdigest() if sets else "",
        "seeds": " ".join(map(str, SEEDS)),
        "rank": str(RANK),
        "average_precision_left_out": f"{before} before, {measured(model, test)} after" if test else "not measured",
    }
    print(header["average_precision_left_out"])
    print(f"{options.to}: {options.to.write_bytes(save(dict(tensors), metadata=header))} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
