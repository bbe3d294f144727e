"""Cross-encoders that ship as what training added to the default model: checked, compiled at first use, and kept."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib.resources import files
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

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
from summarize.models.cross_encoder import LOGITS, TOKENS, TYPES
from summarize.models.encoder import Encoder
from summarize.models.machine import int8_kind
from summarize.models.source import key_of

if TYPE_CHECKING:
    from summarize.models.cross_network import CrossNetwork

MAX_DEPARTURE = 0.1
"""Mean over the probe pairs of the largest difference of a probability of the compiled model from the original's. Of
single pairs that the original is unsure of it may be more."""
OPSET = 17


class ReadsPairs(Protocol):
    """A compiled model as a package uses it."""

    def probabilities(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """*Shape:* (len(pairs), labels)"""
        ...


Made = TypeVar("Made", bound=ReadsPairs)
Say = Callable[[str], None]


def load_taught(
    package: str, file: str, sha256: str, make: Callable[[CompiledModel], Made], probes: Sequence[tuple[str, str]]
) -> Made:
    """The model whose added weights are a file of a package, compiled first where it is not.

    `sha256` is that of the file, so that a damaged or exchanged one is never run; on the `probes` a compiled model has
    to agree with its original. Raises ModelError where it is another or none, and whatever torch, onnx, onnxruntime
    and tokenizers raise, kinds of their own where a disk is full.
    """
    try:
        data = files(package).joinpath(file).read_bytes()
    except OSError as error:
        raise ModelError(f"its weights cannot be read ({error}); reinstall summarize") from error
    if hashlib.sha256(data).hexdigest() != sha256:
        raise ModelError("its weights are not those this version was made with; reinstall summarize")
    key = key_of({**default_model.SHA256, file: sha256})
    path = compiled_path(key)
    try:
        compiled = read_compiled(path, key)
        model = make(compiled)
        if compiled.manifest.cpu != int8_kind() and _departure(model, compiled, probes) > MAX_DEPARTURE:
            raise DamagedError("on this kind of processor it departs from the original")
    except Exception:  # not there, or what onnxruntime and tokenizers raise for a file of another making
        pass  # it is made again, and then takes the place of what is there, if that can be replaced
    else:
        return model
    compiled = _compile(data, key, file, make, probes)
    with suppress(OSError):  # made again next time; the encoder, which lies in the same folder, says why
        write_compiled(path, compiled)
    return make(compiled)


def load_or_tell(load: Callable[[], Made], missed: str, say: Say) -> Made | None:
    """What `load` gives; None where that cannot be had, and `say` is told what is `missed`, and why."""
    try:
        return load()
    except Exception as error:  # torch, onnx and onnxruntime each raise kinds of their own where a disk is full
        from summarize.models.transformer import first_line

        say(f"{missed}: {error if isinstance(error, ModelError) else first_line(error)}")
        return None


def once_for(encoder: Encoder, loaded: list[Made | None], load: Callable[[], Made | None]) -> Made | None:
    """What `load` gives, kept in `loaded` from the first time on, for an encoder that this package loaded; None for any
    other.
    """
    if not getattr(encoder, "with_readers", False):
        return None
    with _LOADING:
        if not loaded:
            loaded.append(load())
        return loaded[0]


_LOADING = Lock()
"""Held while a model is loaded: the command does so in a thread, ahead of the one that asks for it."""


def _compile(
    data: bytes,
    key: str,
    name: str,
    make: Callable[[CompiledModel], ReadsPairs],
    probes: Sequence[tuple[str, str]],
) -> CompiledModel:
    """Raises ModelError when the compiled model departs from its original."""
    from safetensors.numpy import load

    from summarize.models.compiled import open_session
    from summarize.models.cross_network import restored
    from summarize.models.export import quantize, silenced

    with silenced():
        network = restored(load(data))
        weights = sum(parameter.numel() * parameter.element_size() for parameter in network.parameters())
    with silenced(), working_folder(weights) as folder:
        exported, small, optimized = (str(folder / f"{name}.onnx") for name in ("fp32", "int8", "optimized"))
        _export(network, exported)
        tokenizer = (default_model.verified_folder() / "tokenizer.json").read_text(encoding="utf-8")
        plain = make(_packed(key, name, tokenizer, Path(exported).read_bytes(), b""))
        reference = plain.probabilities(probes)
        quantize(exported, small)
        open_session(small, optimized_path=optimized)
        compiled = _packed(key, name, tokenizer, Path(optimized).read_bytes(), reference.astype("<f4").tobytes())
    if (departure := _departure(make(compiled), compiled, probes)) > MAX_DEPARTURE:
        raise ModelError(f"compiled, it departs from its original by {departure:.2f}")
    return compiled


def _packed(key: str, name: str, tokenizer: str, onnx: bytes, probe: bytes) -> CompiledModel:
    manifest = Manifest(
        key=key,
        model=name,
        precision="int8",
        pooling=(),
        max_tokens=None,
        prompt="",
        cpu=int8_kind(),
        agreement=0.0,
        rates={},
    )
    return CompiledModel(manifest, tokenizer, onnx, probe)


def _departure(model: ReadsPairs, compiled: CompiledModel, probes: Sequence[tuple[str, str]]) -> float:
    reference: NDArray[np.float32] = np.frombuffer(compiled.probe, dtype="<f4").reshape(len(probes), -1)
    return float(np.abs(model.probabilities(probes) - reference).max(axis=1).mean())


def _export(network: CrossNetwork, path: str) -> None:
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
