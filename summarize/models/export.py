"""From a sentence-transformers model in torch to a compiled model: export, quantise, compare with the original.

This runs once a model. It is the only place that needs torch and onnx to be fast later without them.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from summarize.models.cache import CompiledModel, Manifest, working_folder
from summarize.models.compiled import CompiledEncoder, open_session
from summarize.models.form import NotCompilableError, check_form, default_prompt, max_tokens, pooling_modes
from summarize.models.machine import int8_kind
from summarize.models.probe import MIN_AGREEMENT, SENTENCES, TOKENIZED, agreement
from summarize.models.runtime import import_onnxruntime
from summarize.models.subwords import find_table
from summarize.models.transformer import first_line, quiet

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

CLEARLY_FASTER = 1.25  # not nearer to 1, so that two runs on one machine choose alike
OPSET = 17  # the first with LayerNormalization as one operator


def compile_model(model: SentenceTransformer, *, name: str, key: str, say: Callable[[str], None]) -> CompiledModel:
    """The model compiled in int8, or in fp32 where int8 is not close enough to the original or not faster.

    Raises NotCompilableError when the model is of another form, or neither agrees with the original.
    """
    check_form(model)
    weights = sum(parameter.numel() * parameter.element_size() for parameter in model.parameters())
    try:
        with silenced(), working_folder(weights) as folder:
            return _compile(model, folder, name, key, say)
    except NotCompilableError:
        raise
    except (OSError, MemoryError) as error:
        raise NotCompilableError(f"exporting it failed ({first_line(error)})", lasting=False) from error
    except Exception as error:  # torch, onnx and onnxruntime each raise kinds of their own
        raise NotCompilableError(f"exporting it failed ({first_line(error)})") from error


def _compile(
    model: SentenceTransformer, folder: Path, name: str, key: str, say: Callable[[str], None]
) -> CompiledModel:
    reference = np.asarray(
        model.encode(list(SENTENCES), show_progress_bar=False, normalize_embeddings=True), dtype=np.float32
    )
    exported, quantized = str(folder / "fp32.onnx"), str(folder / "int8.onnx")
    _export(model, exported)
    quantize(exported, quantized)

    worst: dict[str, float] = {}
    rates: dict[str, float] = {}
    passed: dict[str, CompiledModel] = {}
    embeddings = _input_embeddings(model)
    for precision, path in (("int8", quantized), ("fp32", exported)):
        onnx = _optimized(path, folder / f"{precision}.optimized.onnx")
        candidate = CompiledModel(
            Manifest(
                key=key,
                model=name,
                precision=precision,
                pooling=pooling_modes(model),
                max_tokens=max_tokens(model),
                prompt=default_prompt(model),
                cpu=int8_kind(),
                agreement=0.0,
                rates={},
                pieces=find_table(onnx, embeddings) if embeddings else None,
            ),
            tokenizer=model.tokenizer.backend_tokenizer.to_str(),
            onnx=onnx,
            probe=reference.astype("<f4").tobytes(),
        )
        encoder = CompiledEncoder(candidate, name=name, threads=1)
        _check_tokens(model, encoder)
        vectors, rates[precision] = _timed(encoder)
        worst[precision] = agreement(vectors, reference)
        if worst[precision] >= MIN_AGREEMENT[precision]:
            passed[precision] = candidate

    if not passed:
        cosines = f"cosine {worst['fp32']:.4f} in fp32, {worst['int8']:.4f} in int8"
        raise NotCompilableError(f"compiled, it departs from the original ({cosines})")
    if "int8" not in passed:
        say(f"the model {name} is compiled in fp32, because int8 departs from it (cosine {worst['int8']:.3f})")
    best = _preferred(passed.keys(), rates)
    chosen = passed[best]
    manifest = replace(chosen.manifest, agreement=round(worst[best], 4), rates=rates)
    return replace(chosen, manifest=manifest)


def _preferred(passed: Collection[str], rates: Mapping[str, float]) -> str:
    """int8, unless it does not agree or fp32 is clearly faster here: the last happens without instructions for int8."""
    if "fp32" not in passed:
        return "int8"
    return "int8" if "int8" in passed and rates["fp32"] < CLEARLY_FASTER * rates["int8"] else "fp32"


def _export(model: SentenceTransformer, path: str) -> None:
    """Writes the transformer as ONNX: word pieces of one sentence in, the vectors of its tokens out."""
    import torch

    class TokenVectors(torch.nn.Module):
        def __init__(self, transformer: Any) -> None:
            super().__init__()
            self.transformer = transformer

        def forward(self, input_ids: torch.Tensor) -> torch.Tensor:
            vectors: torch.Tensor = self.transformer(input_ids=input_ids, return_dict=True).last_hidden_state
            return vectors

    transformer: Any = model[0].auto_model
    ids = model.tokenizer(SENTENCES[2], return_tensors="pt")["input_ids"]
    with torch.inference_mode(False), torch.no_grad():
        # The tracing exporter: the newer one needs onnxscript and several times as long for the same graph.
        torch.onnx.export(
            TokenVectors(transformer.float().eval()),
            (ids,),
            path,
            input_names=["input_ids"],
            output_names=["token_vectors"],
            dynamic_axes={"input_ids": {1: "tokens"}, "token_vectors": {1: "tokens"}},
            opset_version=OPSET,
            dynamo=False,
        )


def _input_embeddings(model: SentenceTransformer) -> str | None:
    """The name that the exported graph has for the matrix of what the model knows of each word piece."""
    transformer: Any = model[0].auto_model
    matrix = transformer.get_input_embeddings().weight
    return next((f"transformer.{name}" for name, each in transformer.named_parameters() if each is matrix), None)


def quantize(exported: str, quantized: str) -> None:
    import_onnxruntime()
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(exported, quantized, per_channel=True, weight_type=QuantType.QInt8)


def _optimized(path: str, optimized: Path) -> bytes:
    open_session(path, optimized_path=str(optimized))
    return optimized.read_bytes()


def _check_tokens(model: SentenceTransformer, encoder: CompiledEncoder) -> None:
    for text in TOKENIZED:
        expected = model.preprocess([default_prompt(model) + text])["input_ids"][0].tolist()
        if encoder.subwords_of(text) != expected:
            raise NotCompilableError("its fast tokenizer gives other word pieces than the original")


def _timed(encoder: CompiledEncoder) -> tuple[NDArray[np.float32], float]:
    """The vectors of the probe sentences, and sentences a second of processor time: others' work does not count."""
    best = float("inf")
    for _ in range(3):
        start = time.thread_time()
        vectors = encoder.encode(SENTENCES)
        best = min(best, time.thread_time() - start)
    return vectors, round(len(SENTENCES) / max(best, 1e-9), 1)


@contextmanager
def silenced() -> Iterator[None]:
    """Keeps what the exporting libraries say from the user, and undoes what that would leave on the root logger."""
    root = logging.getLogger()
    handlers, level, disabled = list(root.handlers), root.level, root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        with quiet():
            yield
    finally:
        logging.disable(disabled)
        root.handlers[:] = handlers
        root.setLevel(level)
