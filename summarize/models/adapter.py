"""The adapter that ships with the package: a small change of the default model, fitted to tell one fact from another.

The default model was trained to put sentences on one topic together; in a collection about one event all of them are.
benchmarks/train_adapter.py makes the file, and its header says of what.
Hu et al. (2022). LoRA: low-rank adaptation of large language models.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer
    from torch import nn

FILE = "adapter.safetensors"
DOWN, UP = ".down", ".up"
"""What follows a weight's name in the names of its two factors. *Shape:* down (rank, inputs), up (outputs, rank)"""

Factors = Mapping[str, NDArray[np.float16]]


def read() -> bytes:
    """The file as it lies in the package."""
    return files("summarize.models").joinpath(FILE).read_bytes()


def sha256() -> str:
    """The file's SHA-256 in hexadecimal; the file is small enough to be hashed at every start."""
    return hashlib.sha256(read()).hexdigest()


def events() -> frozenset[str]:
    """The ids of the annotated events it was trained on."""
    data = read()
    header = json.loads(data[8 : 8 + int.from_bytes(data[:8], "little")])
    return frozenset(header["__metadata__"]["events"].split())


def merge_adapter(model: SentenceTransformer) -> None:
    """Adds the packaged adapter to the weights of the default model, in place."""
    from safetensors.numpy import load

    transformer: Any = model[0]
    merge(transformer.auto_model, load(read()))


def merge(model: nn.Module, factors: Factors) -> None:
    """Adds up @ down to every weight matrix that `factors` name, in place. Raises KeyError for one not in the model."""
    import torch

    weights = dict(model.named_parameters())
    with torch.no_grad():
        for name in (name.removesuffix(DOWN) for name in factors if name.endswith(DOWN)):
            change = factors[name + UP].astype(np.float32) @ factors[name + DOWN].astype(np.float32)
            weights[name].add_(torch.from_numpy(change))
