"""The relation model in torch: the default model over two sentences at once, and a head of four labels.

The head is fed the first token, and the difference and the product of the mean vectors of the two sentences: it is
symmetric but for the order in which the model reads them, and logits are averaged over both orders.

Reimers and Gurevych (2019). Sentence-BERT: sentence embeddings using Siamese BERT-networks. (The head's features.)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from benchmarks.relation_data import LABELS
from summarize.models import default_model
from summarize.models.adapter import DOWN, UP

MAX_PIECES = 128
"""Of both sentences with the three marks between them; what is longer is cut from the longer sentence."""
HIDDEN = 256
ADDED = ".add"
"""What follows the name of a bias, a norm or an embedding in the name of what is added to it."""
HEAD = "head."


class RelationModel(nn.Module):
    """Word pieces of two sentences in, four logits out."""

    def __init__(self, dtype: torch.dtype = torch.float32) -> None:
        from transformers import AutoModel

        super().__init__()
        folder = str(default_model.verified_folder())
        # no dropout inside: drawing it takes a tenth of the time on a processor
        self.transformer: Any = AutoModel.from_pretrained(
            folder, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0, dtype=dtype, add_pooling_layer=False
        )
        size = self.transformer.config.hidden_size
        self.head = nn.Sequential(
            nn.Dropout(0.1), nn.Linear(3 * size, HIDDEN), nn.GELU(), nn.Linear(HIDDEN, len(LABELS))
        )

    def forward(self, pieces: Tensor, types: Tensor, mask: Tensor) -> Tensor:
        """Logits in the order of LABELS. *Shape:* pieces, types, mask (n, tokens); logits (n, 4)"""
        states = self.transformer(input_ids=pieces, token_type_ids=types, attention_mask=mask).last_hidden_state.float()
        first = _mean(states, (mask * (1 - types)).float())
        second = _mean(states, (mask * types).float())
        features = torch.cat([states[:, 0], (first - second).abs(), first * second], dim=1)
        logits: Tensor = self.head(features)
        return logits


def _mean(states: Tensor, chosen: Tensor) -> Tensor:
    """Means over the tokens chosen. *Shape:* states (n, tokens, d), chosen (n, tokens), means (n, d)"""
    return torch.einsum("ntd,nt->nd", states, chosen) / chosen.sum(dim=1, keepdim=True).clamp(min=1)


class Pieces:
    """Word pieces of sentences, each distinct one cut once."""

    def __init__(self) -> None:
        from tokenizers import Tokenizer

        self._tokenizer = Tokenizer.from_file(str(default_model.verified_folder() / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._known: dict[str, list[int]] = {}
        self._start, self._end = (self._tokenizer.token_to_id(mark) for mark in ("[CLS]", "[SEP]"))

    def of(self, text: str) -> list[int]:
        if text not in self._known:
            self._known[text] = self._tokenizer.encode(text, add_special_tokens=False).ids
        return self._known[text]

    def batch(self, pairs: Sequence[tuple[str, str]]) -> tuple[Tensor, Tensor, Tensor]:
        """Pieces, types (0 first sentence, 1 second) and mask of pairs. *Shape:* (len(pairs), tokens) each"""
        rows = []
        for left, right in pairs:
            a, b = _cut(self.of(left), self.of(right), MAX_PIECES - 3)
            rows.append(([self._start, *a, self._end, *b, self._end], len(a) + 2))
        shape = (len(rows), max(len(ids) for ids, _ in rows))
        pieces, types, mask = (torch.zeros(shape, dtype=torch.int64) for _ in range(3))
        for n, (ids, split) in enumerate(rows):
            pieces[n, : len(ids)] = torch.tensor(ids)
            types[n, split : len(ids)] = 1
            mask[n, : len(ids)] = 1
        return pieces, types, mask


def _cut(a: list[int], b: list[int], most: int) -> tuple[list[int], list[int]]:
    """Both cut to `most` pieces in all, the longer one first."""
    short = min(len(a), len(b), most // 2)
    return a[: max(short, most - len(b))], b[: max(short, most - len(a))]


def probabilities(model: RelationModel, pieces: Pieces, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
    """The probability of each label, from the mean of the logits of both orders. *Shape:* (len(pairs), 4)"""
    model.eval()
    order = sorted(range(len(pairs)), key=lambda i: len(pairs[i][0]) + len(pairs[i][1]))
    logits = torch.zeros(len(pairs), len(LABELS))
    with torch.inference_mode():
        for start in range(0, len(order), 32):
            rows = order[start : start + 32]
            for turned in (0, 1):
                logits[rows] += model(*pieces.batch([(pairs[i][turned], pairs[i][1 - turned]) for i in rows])) / 2
    result: NDArray[np.float32] = logits.softmax(dim=1).numpy()
    return result


def difference(trained: Mapping[str, NDArray[np.float32]], rank: int) -> dict[str, NDArray[np.float16]]:
    """What training added to the default model, matrices of the blocks as factors of a rank, and the head whole."""
    before = {name: p.detach().numpy() for name, p in RelationModel().transformer.named_parameters()}
    tensors: dict[str, NDArray[np.float16]] = {}
    for name, after in trained.items():
        if name.startswith(HEAD):
            tensors[name] = after.astype(np.float16)
            continue
        weight = name.removeprefix("transformer.")
        change = after - before[weight]
        if weight.startswith("encoder.layer.") and change.ndim == 2:
            up, strength, down = np.linalg.svd(change, full_matrices=False)
            root = np.sqrt(strength[:rank])
            tensors[weight + DOWN] = (root[:, None] * down[:rank]).astype(np.float16)
            tensors[weight + UP] = (up[:, :rank] * root).astype(np.float16)
        elif np.any(change):
            tensors[weight + ADDED] = change.astype(np.float16)
    return tensors


def restored(tensors: Mapping[str, NDArray[np.float16]]) -> RelationModel:
    """The model out of the default model and a difference."""
    model = RelationModel()
    weights = dict(model.transformer.named_parameters())
    with torch.no_grad():
        for name, value in tensors.items():
            if name.endswith(DOWN):
                weight = name.removesuffix(DOWN)
                up = tensors[weight + UP].astype(np.float32)
                weights[weight].add_(torch.from_numpy(up @ value.astype(np.float32)))
            elif name.endswith(ADDED):
                weights[name.removesuffix(ADDED)].add_(torch.from_numpy(value.astype(np.float32)))
    head = {
        n.removeprefix(HEAD): torch.from_numpy(v.astype(np.float32)) for n, v in tensors.items() if n.startswith(HEAD)
    }
    model.head.load_state_dict(head)
    return model
