"""The encoder that runs a compiled model: onnxruntime and tokenizers alone, without torch.

Each sentence runs by itself on one thread, and as many sentences at once as there are processors. Batches would have to
be padded to their longest sentence, and the dynamic int8 scale of a batch would let each of its sentences change the
vectors of the others. One by one, a vector depends on its text and on nothing else, so neither the order of the
sources, nor what else is encoded, nor the number of threads can change it. It costs nothing: without padding, without
attention masks, and with activations that stay in the processor's cache, it is as fast as the best batches.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from summarize.models.cache import CompiledModel
from summarize.models.machine import int8_kind, usable_cpus
from summarize.models.pooling import pool
from summarize.models.probe import SENTENCES
from summarize.models.runtime import import_onnxruntime
from summarize.native import guarded

if TYPE_CHECKING:
    from tokenizers import Encoding

LARGEST_SLICE = 32  # texts a thread takes at once: enough to make handing over cheap, few enough to share evenly
TOKENIZED_AT_ONCE = 1024  # texts; what the tokenizer says of each is large
UNKNOWN = ("[UNK]", "<unk>")
"""What tokenizers put in the place of a word they do not know."""
FATAL_ONLY = 4  # onnxruntime's log level; its errors are raised as exceptions anyway


class CompiledEncoder:
    """A compiled sentence-transformers model."""

    with_readers = True
    """The packaged models that read sentences in pairs and in their places go with it, unless others are given."""

    def __init__(self, compiled: CompiledModel, *, name: str, threads: int | None = None) -> None:
        """Readies the model; `threads` is every processor the process may use unless given.

        Raises whatever onnxruntime or tokenizers raise when they cannot use the model.
        """
        # The threads below are the parallelism; tokenizers' own would warn when the process forks.
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        from tokenizers import Tokenizer

        self.name = name
        self.manifest = compiled.manifest
        self._threads = threads or usable_cpus()
        self._tokenizer = Tokenizer.from_str(compiled.tokenizer)
        self._tokenizer.no_padding()
        if compiled.manifest.max_tokens is None:
            self._tokenizer.no_truncation()
        else:
            self._tokenizer.enable_truncation(compiled.manifest.max_tokens)
        self._session = open_session(compiled.onnx)
        self._probe = compiled.probe
        self._table = compiled.manifest.pieces.read(compiled.onnx) if compiled.manifest.pieces else None

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The vectors of `texts`, L2-normalised. *Shape:* (len(texts), d)."""
        size = min(LARGEST_SLICE, max(1, len(texts) // (self._threads * 16)))
        slices = [texts[start : start + size] for start in range(0, len(texts), size)]
        if self._threads == 1 or len(slices) < 2:
            rows = [row for part in slices for row in self._encode_slice(part)]
        else:
            from concurrent.futures import ThreadPoolExecutor

            with ThreadPoolExecutor(self._threads) as pool_of_threads:
                rows = [row for part in pool_of_threads.map(self._encode_slice, slices) for row in part]
        return np.stack(rows) if rows else np.zeros((0, self.dimension), dtype=np.float32)

    def background(self) -> NDArray[np.float32]:
        """The mean of the original's vectors of the probe sentences. *Shape:* (d,)"""
        mean: NDArray[np.float32] = np.frombuffer(self._probe, dtype="<f4").reshape(len(SENTENCES), -1).mean(axis=0)
        return mean

    @property
    def identity(self) -> str:
        """What its vectors depend on besides the text: the weights, the precision, and how the processor does int8."""
        return f"{self.manifest.key} {self.manifest.precision} {int8_kind()}"

    def subwords_of(self, text: str) -> list[int]:
        """The numbers of the word pieces that the model sees of `text`."""
        return [int(piece) for piece in self._tokenizer.encode(self.manifest.prompt + text).ids]

    @property
    def unknown_piece(self) -> int | None:
        """The number of the mark that stands for a word it does not know."""
        return next((n for mark in UNKNOWN if (n := self._tokenizer.token_to_id(mark)) is not None), None)

    def subword_embeddings(self) -> NDArray[np.generic] | None:
        """What the model knows of word pieces by themselves, its input embeddings. *Shape:* (pieces, width)"""
        return self._table

    def pieces(self, texts: Sequence[str]) -> list[NDArray[np.int64]]:
        """The numbers of the word pieces that the model sees of each text."""
        prompt = self.manifest.prompt
        found: list[NDArray[np.int64]] = []
        for start in range(0, len(texts), TOKENIZED_AT_ONCE):
            part = [prompt + text for text in texts[start : start + TOKENIZED_AT_ONCE]]
            with guarded("cutting sentences into subword tokens"):
                found += (np.array(each.ids, dtype=np.int64) for each in self._tokenizer.encode_batch_fast(part))
        return found

    def _encode_slice(self, texts: Sequence[str]) -> list[NDArray[np.float32]]:
        modes = self.manifest.pooling
        return [
            pool(tokens, modes) if len(tokens) else np.zeros(self.dimension, dtype=np.float32)
            for _, tokens in self._token_vectors(texts)
        ]

    def _token_vectors(
        self, texts: Sequence[str], *, offsets: bool = False
    ) -> Iterator[tuple[Encoding, NDArray[np.float32]]]:
        """Each text's word pieces and their vectors, of shape (tokens, d). Offsets into the text take a little time."""
        prompted = [self.manifest.prompt + text for text in texts] if self.manifest.prompt else list(texts)
        encode = self._tokenizer.encode_batch if offsets else self._tokenizer.encode_batch_fast
        with guarded("cutting sentences into subword tokens"):
            encodings = encode(prompted)
        for encoding in encodings:
            ids = np.array([encoding.ids], dtype=np.int64)
            if ids.size:
                yield encoding, self._session.run(None, {"input_ids": ids})[0][0]
            else:  # an empty text, and a tokenizer that adds no marks of its own
                yield encoding, np.zeros((0, self._width()), dtype=np.float32)

    def _width(self) -> int:
        return int(self._session.get_outputs()[0].shape[-1])

    @property
    def dimension(self) -> int:
        """Numbers of a vector."""
        return self._width() * len(self.manifest.pooling)


def open_session(onnx: bytes | str, *, optimized_path: str | None = None) -> Any:
    """An onnxruntime session on one thread, of a model in memory or in a file.

    With `optimized_path` the graph is optimised first and written there; without it the model runs as it stands.
    """
    onnxruntime = import_onnxruntime()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = FATAL_ONLY
    levels = onnxruntime.GraphOptimizationLevel
    if optimized_path is None:
        options.graph_optimization_level = levels.ORT_DISABLE_ALL
    else:
        # Extended, not all: what comes after it is fitted to one kind of processor.
        options.graph_optimization_level = levels.ORT_ENABLE_EXTENDED
        options.optimized_model_filepath = optimized_path
    return onnxruntime.InferenceSession(onnx, options, providers=["CPUExecutionProvider"])
