"""Train the quotability model: what a sentence is, whether it stands alone, and how it tells what it tells.

    python -m benchmarks.train_quotability --texts FOLDER --pages PAGES.jsonl HTML_FOLDER --real EVENTS
        [--steps N] [--rate R] [--start FILE [--rehearse]] [--to FILE] [--checkpoint FILE]

With --rehearse it learns the paragraphs of benchmarks/data/quotability/doubles.jsonl alone, and beside them what the
weights it starts from say of everything else: so it is told one thing more and forgets nothing. The texts are those
that benchmarks/data/README.md names, the pages those of `benchmarks.fit_roles`. All weights of the default model's
blocks are trained; what was added is then brought to a low rank.

Hu et al. (2022). LoRA: low-rank adaptation of large language models.
Li and Hoiem (2018). Learning without forgetting. (What --rehearse does.)
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.numpy import load_file, save
from sklearn.metrics import roc_auc_score
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from benchmarks import fit_roles
from benchmarks.labels import texts_in
from benchmarks.quotability_data import (
    UNKNOWN,
    Example,
    around,
    load_doubles,
    load_labelled,
    load_lines,
    load_marked,
    load_rows,
    load_written,
    of_doubles,
)
from benchmarks.relation_model import Pieces, difference
from benchmarks.roles_measured import measuring_set
from benchmarks.train_relations import changed
from summarize.models import default_model
from summarize.models.cross_network import HEAD, CrossNetwork, restored
from summarize.quotability import loading
from summarize.quotability.compiled import told
from summarize.quotability.labels import ARTICLE, LABELS, LEANS, MANNER, OPINION, PAGE, REPORT

RANK = 64
BATCH, WINDOW = 32, 16
"""Examples of a batch, and batches drawn at once and sorted by length: little padding."""
REHEARSED = 24_000
"""Sentences of which the weights that a training starts from are asked."""
LABELLED = 0.4
"""Share of a batch that annotators labelled; the rest are lines of pages and articles."""
MARKED = 2
"""How often the articles that were written with marks are there."""
LEARNING_RATE, HEAD_RATE = 1e-4, 4
WARM_UP, SMOOTHING = 0.06, 0.04


def loss_of(logits: Tensor, examples: Sequence[Example]) -> Tensor:
    """The sum of what each of the three questions costs, over the examples of which its answer is known or was told."""
    page, leans, manner = (torch.tensor([getattr(e, name) for e in examples]) for name in ("page", "leans", "manner"))
    was_told = torch.tensor([bool(e.told) for e in examples])
    told = torch.tensor([e.told or (0.0,) * len(LABELS) for e in examples])
    parts = []
    if (asked := was_told & (page == UNKNOWN)).any():
        parts.append(cross_entropy(logits[asked, : len(PAGE)], told[asked, : len(PAGE)]))
    if (asked := was_told & (leans == UNKNOWN)).any():
        parts.append(binary_cross_entropy_with_logits(logits[asked, LEANS], told[asked, LEANS]))
    if (asked := was_told & (manner == UNKNOWN)).any():
        parts.append(cross_entropy(logits[asked, -len(MANNER) :], told[asked, -len(MANNER) :]))
    if (known := page != UNKNOWN).any():
        parts.append(cross_entropy(logits[known, : len(PAGE)], page[known], label_smoothing=SMOOTHING))
    if (known := leans != UNKNOWN).any():
        wanted = leans[known] * (1 - SMOOTHING) + SMOOTHING / 2
        parts.append(binary_cross_entropy_with_logits(logits[known, LEANS], wanted))
    if (known := manner != UNKNOWN).any():
        parts.append(cross_entropy(logits[known, -len(MANNER) :], manner[known] - REPORT, label_smoothing=SMOOTHING))
    return torch.stack(parts).sum()


def train(
    model: CrossNetwork, lines: list[Example], labelled: list[Example], steps: int, rate: float, checkpoint: Path | None
) -> CrossNetwork:
    """The trained model, the embeddings of its words and positions left as they were."""
    torch.manual_seed(0)
    torch.set_flush_denormal(True)
    rng, pieces = Random(0), Pieces()
    for name, weight in model.named_parameters():
        weight.requires_grad_(changed(name))
    named = [(name, p) for name, p in model.named_parameters() if p.requires_grad]
    groups = [
        {"params": [p for n, p in named if not n.startswith(HEAD)], "lr": rate},
        {"params": [p for n, p in named if n.startswith(HEAD)], "lr": rate * HEAD_RATE},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    rates = [group["lr"] for group in optimizer.param_groups]
    begun = time.monotonic()
    losses: list[float] = []
    model.train()
    while len(losses) < steps:
        for batch in _window(lines, labelled, rng):
            progress = len(losses) / steps
            for group, own in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = own * min(1.0, progress / WARM_UP + 0.02) * max(0.0, 1 - progress)
            with torch.autocast("cpu", torch.bfloat16):
                logits = model(*pieces.batch([(e.text, e.around) for e in batch]))
            loss = loss_of(logits.float(), batch)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_((p for _, p in named), 1.0)
            optimizer.step()
            losses.append(loss.item())
            if len(losses) % 100 == 0:
                spent = (time.monotonic() - begun) / 60
                print(f"step {len(losses)}, {spent:.1f} min: loss {np.mean(losses[-100:]):.3f}", flush=True)
            if checkpoint and len(losses) % 400 == 0:
                checkpoint.write_bytes(save(weights_of(model)))
    return model


def _window(lines: list[Example], labelled: list[Example], rng: Random) -> list[list[Example]]:
    drawn = [rng.choice(labelled if rng.random() < LABELLED else lines) for _ in range(BATCH * WINDOW)]
    drawn.sort(key=lambda e: len(e.text) + len(e.around))
    batches = [drawn[k : k + BATCH] for k in range(0, len(drawn), BATCH)]
    rng.shuffle(batches)
    return batches


def rehearsed(model: CrossNetwork, examples: Sequence[Example]) -> list[Example]:
    """Examples with what the model says of all that is not known of them."""
    told = probabilities(model, examples).tolist()
    return [replace(example, told=tuple(answers)) for example, answers in zip(examples, told, strict=True)]


def weights_of(model: CrossNetwork) -> dict[str, NDArray[np.float32]]:
    """The weights that were trained."""
    return {name: p.detach().numpy() for name, p in model.named_parameters() if changed(name)}


def probabilities(model: CrossNetwork, examples: Sequence[Example]) -> NDArray[np.float32]:
    """The probability of each of LABELS. *Shape:* (len(examples), 8)"""
    model.eval()
    pieces = Pieces(model.folder)
    logits = np.zeros((len(examples), len(LABELS)), dtype=np.float32)
    order = sorted(range(len(examples)), key=lambda i: len(examples[i].text) + len(examples[i].around))
    with torch.inference_mode():
        for start in range(0, len(order), BATCH):
            rows = order[start : start + BATCH]
            pairs = [(examples[i].text, examples[i].around) for i in rows]
            logits[rows] = model(*pieces.batch(pairs)).numpy()
    return told(logits)


def measured(
    model: CrossNetwork, held_back: Sequence[Example], put_lines: Sequence[tuple[str, Example]]
) -> dict[str, float]:
    """Areas under the curve: of lines of pages against sentences of news, by kind; of leaning and of opinion, on
    labelled documents held back, with the precision and recall at one half. Per cent.
    """
    said = 1 - probabilities(model, [e for _, e in put_lines])[:, ARTICLE]
    kinds = np.array([kind for kind, _ in put_lines])
    news = said[kinds == "sentence"]
    figures: dict[str, float] = {}
    for name, chosen in (("furniture", ~np.isin(kinds, ("sentence", "caption"))), ("caption", kinds == "caption")):
        lines = said[chosen]
        figures[f"{name} AUC"] = _auc(lines, news)
        for kept in (0.95, 0.98):
            figures[f"{name} left where {kept} of news are kept"] = float((lines <= np.quantile(news, kept)).mean())
    found = probabilities(model, held_back)
    for name, column, true in (
        ("leaning", LEANS, np.array([e.leans for e in held_back])),
        ("opinion", OPINION, np.array([UNKNOWN if e.manner == UNKNOWN else e.manner == OPINION for e in held_back])),
    ):
        yes, no = found[true == 1, column], found[true == 0, column]
        right = int((yes >= 0.5).sum())
        figures |= {
            f"{name} AUC": _auc(yes, no),
            f"{name} precision": right / max(1, right + int((no >= 0.5).sum())),
            f"{name} recall": right / max(1, len(yes)),
        }
    return {name: round(100 * value, 1) for name, value in figures.items()}


def _auc(yes: NDArray[np.float32], no: NDArray[np.float32]) -> float:
    return float(roc_auc_score(np.r_[np.ones(len(yes)), np.zeros(len(no))], np.r_[yes, no]))


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--texts", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--pages", nargs=2, type=Path, required=True, metavar=("PAGES.jsonl", "HTML_FOLDER"))
    parser.add_argument("--real", type=Path, required=True, metavar="EVENTS")
    parser.add_argument("--steps", type=int, default=2400)
    parser.add_argument("--rate", type=float, default=LEARNING_RATE)
    parser.add_argument(
        "--start",
        type=Path,
        metavar="FILE",
        help="go on from what an earlier training wrote --to, not from a checkpoint",
    )
    parser.add_argument("--rehearse", action="store_true", help="learn the doubles, and what --start says of the rest")
    parser.add_argument("--checkpoint", type=Path, metavar="FILE", help="all trained weights, written every 400 steps")
    parser.add_argument("--to", type=Path, default=Path(loading.__file__).with_name(loading.FILE), metavar="FILE")
    options = parser.parse_args(arguments)
    options.languages = None
    lines = load_lines([*fit_roles.load(options), *load_written()], seed=1)
    texts = texts_in((options.texts, options.real))
    labelled, held_back = (
        load_labelled(texts, held) + load_rows(texts, held) + load_marked(held) for held in (False, True)
    )
    labelled += (MARKED - 1) * load_marked(held_back=False)
    print(f"{len(lines)} lines {Counter(PAGE[e.page] for e in lines)}, {len(labelled)} labelled, {len(held_back)} held")
    start = restored(load_file(options.start)) if options.start else CrossNetwork(len(LABELS))
    if options.rehearse:
        known = Random(2).sample([*lines, *labelled], REHEARSED)
        lines = rehearsed(start, [replace(e, page=UNKNOWN, leans=UNKNOWN, manner=UNKNOWN) for e in known])
        labelled = rehearsed(start, of_doubles(load_doubles(held_back=False)))
    model = train(start, lines, labelled, options.steps, options.rate, options.checkpoint)
    tensors = difference(weights_of(model), RANK)
    model = restored(tensors)
    figures = measured(model, held_back, list(put_lines()))
    print(json.dumps(figures, indent=1))
    header = {
        "command": f"python -m benchmarks.train_quotability --steps {options.steps} --rate {options.rate}"
        + " --rehearse" * options.rehearse,
        "start": hashlib.sha256(options.start.read_bytes()).hexdigest() if options.start else "",
        "model": default_model.NAME,
        "model_sha256": default_model.SHA256["model.safetensors"],
        "labels": " ".join(LABELS),
        "learnt_from": f"{len(lines)} lines, {len(labelled)} labelled sentences",
        "rank": str(RANK),
        "held_back": json.dumps(figures),
    }
    print(f"{options.to}: {options.to.write_bytes(save(tensors, metadata=header))} bytes")
    return 0


def put_lines() -> list[tuple[str, Example]]:
    """Lines of the measuring set of the roles in their articles, with their kinds."""
    return [
        (each.place, Example(each.row.candidates[at].text, around(each.row, at), UNKNOWN))
        for each in measuring_set()
        if each.row.code == "en"
        for at in np.flatnonzero(each.of_line).tolist()
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
