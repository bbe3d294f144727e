"""The cross-encoder on onnxruntime: int8, a pair at a time, on as many threads as there are processors."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray

from summarize.models.cache import CompiledModel
from summarize.models.compiled import open_session
from summarize.models.machine import usable_cpus
from summarize.native import guarded
from summarize.relations.labels import LABELS

MAX_TOKENS = 128
"""Of both sentences with the three marks between them; what is longer is cut from the longer sentence."""
TOKENS, TYPES, LOGITS = "input_ids", "token_type_ids", "logits"


class CompiledRelations:
    """A compiled relation model. Threads may share one."""

    def __init__(self, compiled: CompiledModel, threads: int | None = None) -> None:
        """Raises whatever onnxruntime or tokenizers raise when they cannot use the model."""
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        from tokenizers import Tokenizer

        self.manifest = compiled.manifest
        self._threads = threads or usable_cpus()
        self._tokenizer = Tokenizer.from_str(compiled.tokenizer)
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._start, self._end = (self._mark(mark) for mark in ("[CLS]", "[SEP]"))
        self._session = open_session(compiled.onnx)

    def _mark(self, mark: str) -> int:
        number = self._tokenizer.token_to_id(mark)
        if number is None:
            raise ValueError(f"its tokenizer has no {mark}")
        return int(number)

    def probabilities(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """The probability of each of LABELS, the same whichever sentence comes first. *Shape:* (len(pairs), 4)"""
        texts = list(dict.fromkeys(text for pair in pairs for text in pair))
        with guarded("cutting sentences into subword tokens"):
            encoded = self._tokenizer.encode_batch_fast(texts, add_special_tokens=False)
        tokens = {text: encoding.ids for text, encoding in zip(texts, encoded, strict=True)}

        def logits(pair: tuple[str, str]) -> NDArray[np.float32]:
            # In one order, always the same: half the time of both, and as symmetric.
            left, right = (tokens[text] for text in sorted(pair))
            return self._logits(left, right)

        if self._threads == 1 or len(pairs) < 2:
            rows = [logits(pair) for pair in pairs]
        else:
            with ThreadPoolExecutor(self._threads) as pool:
                rows = list(pool.map(logits, pairs))
        if not rows:
            return np.zeros((0, len(LABELS)), dtype=np.float32)
        found = np.stack(rows)
        powers = np.exp(found - found.max(axis=1, keepdims=True))
        return np.asarray(powers / powers.sum(axis=1, keepdims=True), dtype=np.float32)

    def _logits(self, left: list[int], right: list[int]) -> NDArray[np.float32]:
        left, right = cut(left, right, MAX_TOKENS - 3)
        ids = [self._start, *left, self._end, *right, self._end]
        types = [0] * (len(left) + 2) + [1] * (len(right) + 1)
        fed = {TOKENS: np.array([ids], dtype=np.int64), TYPES: np.array([types], dtype=np.int64)}
        found: NDArray[np.float32] = self._session.run([LOGITS], fed)[0][0]
        return found


def cut(left: list[int], right: list[int], most: int) -> tuple[list[int], list[int]]:
    """Both cut to `most` tokens in all, the longer one first."""
    short = min(len(left), len(right), most // 2)
    return left[: max(short, most - len(right))], right[: max(short, most - len(left))]


def probe_pairs(sentences: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs on which a compiled model has to agree with its original: neighbours among the probe sentences."""
    yield from zip(sentences, (*sentences[1:], sentences[0]), strict=True)
