"""A cross-encoder in torch: the default model over two texts at once, and a head of some labels.

The head is fed the first token, and the difference and the product of the mean vectors of the two texts: it is
symmetric but for the order in which the model reads them. Needed to train it and to compile it.

Reimers and Gurevych (2019). Sentence-BERT: sentence embeddings using Siamese BERT-networks. (The head's features.)
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from summarize.models import default_model
from summarize.models.adapter import DOWN, UP

HIDDEN = 256
"""Width of the head."""
ADDED = ".add"
"""What follows the name of a bias, a norm or an embedding in the name of what is added to it."""
HEAD = "head."
LAST_BIAS = "head.3.bias"
"""Its length is the number of labels."""


class CrossNetwork(nn.Module):
    """Subword tokens of two texts in, k logits out. `folder` holds the encoder, else it is the default model."""

    def __init__(self, outputs: int, dtype: torch.dtype = torch.float32, folder: Path | None = None) -> None:
        from transformers import AutoModel

        super().__init__()
        self.folder = folder or default_model.verified_folder()
        # No dropout inside: drawing it takes a tenth of the time of training on a processor.
        self.transformer: Any = AutoModel.from_pretrained(
            str(self.folder),
            hidden_dropout_prob=0.0,
            attention_probs_dropout_prob=0.0,
            dtype=dtype,
            add_pooling_layer=False,
        )
        self._typed = getattr(self.transformer.config, "type_vocab_size", 1) > 1
        size = self.transformer.config.hidden_size
        self.head = nn.Sequential(nn.Dropout(0.1), nn.Linear(3 * size, HIDDEN), nn.GELU(), nn.Linear(HIDDEN, outputs))

    def forward(self, tokens: Tensor, types: Tensor, mask: Tensor) -> Tensor:
        """Logits of the labels. *Shape:* tokens, types, mask (n, tokens); logits (n, k)"""
        kind = {"token_type_ids": types} if self._typed else {}
        states = self.transformer(input_ids=tokens, attention_mask=mask, **kind).last_hidden_state.float()
        first = _mean(states, (mask * (1 - types)).float())
        second = _mean(states, (mask * types).float())
        features = torch.cat([states[:, 0], (first - second).abs(), first * second], dim=1)
        logits: Tensor = self.head(features)
        return logits


def _mean(states: Tensor, chosen: Tensor) -> Tensor:
    """Means over the tokens chosen. *Shape:* states (n, tokens, d), chosen (n, tokens), means (n, d)"""
    return torch.einsum("ntd,nt->nd", states, chosen) / chosen.sum(dim=1, keepdim=True).clamp(min=1)


def restored(tensors: Mapping[str, NDArray[np.float16]]) -> CrossNetwork:
    """The network out of the default model and what training added to it. Raises KeyError, RuntimeError or ValueError
    for tensors that do not fit.
    """
    network = CrossNetwork(len(tensors[LAST_BIAS]))
    weights = dict(network.transformer.named_parameters())
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
    network.head.load_state_dict(head)
    return network.eval()
