"""The relation model that ships with the package: compiled at first use and kept beside the encoder."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import suppress
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from summarize.errors import ModelError
from summarize.models import default_model
from summarize.models.cache import (
    CompiledModel,
    DamagedError,
    Manifest,
    compiled_path,
    read_compiled,
    working_folder,
    write_compiled,
)
from summarize.models.encoder import Encoder
from summarize.models.loading import warn
from summarize.models.machine import int8_kind
from summarize.models.probe import SENTENCES
from summarize.models.source import key_of
from summarize.relations.compiled import LOGITS, TOKENS, TYPES, CompiledRelations, probe_pairs
from summarize.relations.labels import RelationModel

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from summarize.relations.network import RelationNetwork

FILE = "relation.safetensors"
SHA256 = "f2ca8ac5923f1d9775c0700d1c5fd4a7463b4214e458ea1e07b8f20d0295bf67"
"""Of the file, so that a damaged or exchanged one is never run."""
MAX_DEPARTURE = 0.2
"""Largest difference of a probability of the compiled model from the original's, over the probe pairs."""
OPSET = 17

Say = Callable[[str], None]


def load_relations(say: Say = lambda message: None) -> RelationModel | None:
    """The relation model, compiled first where it is not; None where it cannot be had, and `say` is told why."""
    try:
        data = files("summarize.relations").joinpath(FILE).read_bytes()
        if hashlib.sha256(data).hexdigest() != SHA256:
            raise ModelError("its weights are not those this version was made with; reinstall summarize")
        return _load(data)
    except Exception as error:  # torch, onnx and onnxruntime each raise kinds of their own where a disk is full
        from summarize.models.transformer import first_line

        reason = str(error) if isinstance(error, ModelError) else first_line(error)
        say(f"sentences are not read against each other, so less is cited: {reason}")
        return None


def relations_for(encoder: Encoder, say: Say = warn) -> RelationModel | None:
    """The packaged model, loaded once a process, for an encoder that this package loaded; None for any other."""
    if not getattr(encoder, "with_relations", False):
        return None
    if not _loaded:
        _loaded.append(load_relations(say))
    return _loaded[0]


_loaded: list[RelationModel | None] = []
"""The packaged model, or None where it could not be had, once that was tried."""


def _load(data: bytes) -> RelationModel:
    key = key_of({**default_model.SHA256, FILE: SHA256})
    path = compiled_path(key)
    try:
        compiled = read_compiled(path, key)
        model = CompiledRelations(compiled)
        if compiled.manifest.cpu != int8_kind() and _departure(model, compiled) > MAX_DEPARTURE:
            raise DamagedError("on this kind of processor it departs from the original")
    except Exception:  # not there, or what onnxruntime and tokenizers raise for a file of another making
        pass  # it is made again, and then takes the place of what is there, if that can be replaced
    else:
        return model
    compiled = _compile(data, key)
    with suppress(OSError):  # made again next time; the encoder, which lies in the same folder, says why
        write_compiled(path, compiled)
    return CompiledRelations(compiled)


def _compile(data: bytes, key: str) -> CompiledModel:
    """Raises ModelError when the compiled model departs from its original."""
    from safetensors.numpy import load

    from summarize.models.compiled import open_session
    from summarize.models.export import quantize, silenced
    from summarize.relations.network import restored

    with silenced():
        network = restored(load(data))
        weights = sum(parameter.numel() * parameter.element_size() for parameter in network.parameters())
    with silenced(), working_folder(weights) as folder:
        exported, small, optimized = (str(folder / f"{name}.onnx") for name in ("fp32", "int8", "optimized"))
        _export(network, exported)
        tokenizer = (default_model.verified_folder() / "tokenizer.json").read_text(encoding="utf-8")
        plain = CompiledRelations(_packed(key, tokenizer, Path(exported).read_bytes(), b""))
        reference = plain.probabilities(list(probe_pairs(SENTENCES)))
        quantize(exported, small)
        open_session(small, optimized_path=optimized)
        compiled = _packed(key, tokenizer, Path(optimized).read_bytes(), reference.astype("<f4").tobytes())
    if (departure := _departure(CompiledRelations(compiled), compiled)) > MAX_DEPARTURE:
        raise ModelError(f"compiled, it departs from its original by {departure:.2f}")
    return compiled


def _packed(key: str, tokenizer: str, onnx: bytes, probe: bytes) -> CompiledModel:
    manifest = Manifest(
        key=key,
        model=FILE,
        precision="int8",
        pooling=(),
        max_tokens=None,
        prompt="",
        cpu=int8_kind(),
        agreement=0.0,
        rates={},
    )
    return CompiledModel(manifest, tokenizer, onnx, probe)


def _departure(model: CompiledRelations, compiled: CompiledModel) -> float:
    reference: NDArray[np.float32] = np.frombuffer(compiled.probe, dtype="<f4").reshape(len(SENTENCES), -1)
    return float(np.abs(model.probabilities(list(probe_pairs(SENTENCES))) - reference).max())


def _export(network: RelationNetwork, path: str) -> None:
    import torch

    class Logits(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.network = network

        def forward(self, tokens: torch.Tensor, types: torch.Tensor) -> torch.Tensor:
            logits: torch.Tensor = self.network(tokens, types, torch.ones_like(tokens))
            return logits

    tokens = torch.tensor([[101, 7592, 2088, 102, 7592, 102]])
    types = torch.tensor([[0, 0, 0, 0, 1, 1]])
    with torch.inference_mode(False), torch.no_grad():
        torch.onnx.export(
            Logits().eval(),
            (tokens, types),
            path,
            input_names=[TOKENS, TYPES],
            output_names=[LOGITS],
            dynamic_axes={TOKENS: {1: "tokens"}, TYPES: {1: "tokens"}},
            opset_version=OPSET,
            dynamo=False,
        )
