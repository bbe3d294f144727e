"""A cross-encoder on onnxruntime: int8, a pair of texts at a time, on as many threads as there are processors."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray

from summarize.models.cache import CompiledModel
from summarize.models.compiled import open_session
from summarize.models.machine import usable_cpus
from summarize.native import guarded

MAX_TOKENS = 128
"""Of both texts with the three marks between them; what is longer is cut from the longer text."""
TOKENS, TYPES, LOGITS = "input_ids", "token_type_ids", "logits"


class CompiledCrossEncoder:
    """A compiled cross-encoder. Threads may share one."""

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

    def subword_tokens(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[list[int], list[int]]]:
        """The numbers of the subword tokens of both texts of every pair, a text that stands in several cut once."""
        texts = list(dict.fromkeys(text for pair in pairs for text in pair))
        with guarded("cutting sentences into subword tokens"):
            encoded = self._tokenizer.encode_batch_fast(texts, add_special_tokens=False)
        tokens = {text: encoding.ids for text, encoding in zip(texts, encoded, strict=True)}
        return [(tokens[left], tokens[right]) for left, right in pairs]

    def logits(self, pairs: Sequence[tuple[list[int], list[int]]]) -> NDArray[np.float32]:
        """The logits of every pair of texts, given by their tokens. *Shape:* (len(pairs), labels); of none (0, 0)"""
        if not pairs:
            return np.zeros((0, 0), dtype=np.float32)
        if self._threads == 1 or len(pairs) < 2:
            return np.stack([self._logits(*pair) for pair in pairs])
        with ThreadPoolExecutor(self._threads) as pool:
            return np.stack(list(pool.map(lambda pair: self._logits(*pair), pairs)))

    def _logits(self, left: list[int], right: list[int]) -> NDArray[np.float32]:
        left, right = cut(left, right, MAX_TOKENS - 3)
        ids = [self._start, *left, self._end, *right, self._end]
        types = [0] * (len(left) + 2) + [1] * (len(right) + 1)
        fed = {TOKENS: np.array([ids], dtype=np.int64), TYPES: np.array([types], dtype=np.int64)}
        found: NDArray[np.float32] = self._session.run([LOGITS], fed)[0][0]
        return found


def softmax(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    """*Shape:* (n, labels), of both"""
    powers = np.exp(logits - logits.max(axis=1, keepdims=True, initial=-np.inf))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True), dtype=np.float32)


def cut(left: list[int], right: list[int], most: int) -> tuple[list[int], list[int]]:
    """Both cut to `most` tokens in all, the longer one first."""
    short = min(len(left), len(right), most // 2)
    return left[: max(short, most - len(right))], right[: max(short, most - len(left))]
