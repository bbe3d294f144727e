"""The encoder that runs any sentence-transformers model with torch."""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from summarize.errors import ModelError
from summarize.models.form import default_prompt, max_tokens
from summarize.models.machine import usable_cpus

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

BATCH_SIZE = 32
_TEXTS = 1024
"""Texts cut into word pieces at once: what the tokenizer says of each is large."""


class SentenceTransformerEncoder:
    """A sentence-transformers model on the CPU. `model` is that model."""

    with_readers = True
    """The packaged models that read sentences in pairs and in their places go with it, unless others are given."""

    def __init__(self, name_or_folder: str, name: str, key: Callable[[], str | None] = lambda: None) -> None:
        """Loads the model; `key` names what its files compute. Raises ModelError when the model is not on this machine
        or cannot be used.
        """
        self.name = name
        self._key = key
        self.model = _load(name_or_folder)

    @property
    def weights(self) -> str | None:
        """What names its weights, None when its files cannot be read. Not an identity: what shares a batch with a text
        changes its vector in the last digits.
        """
        return self._key()

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The vectors of `texts`, L2-normalised. *Shape:* (len(texts), d)."""
        if not texts:
            return np.zeros((0, self.model.get_embedding_dimension() or 0), dtype=np.float32)
        with quiet(), _within_usable_cpus():
            vectors = self.model.encode(
                list(texts), batch_size=BATCH_SIZE, show_progress_bar=False, normalize_embeddings=True
            )
        return np.asarray(vectors, dtype=np.float32)

    @property
    def unknown_piece(self) -> int | None:
        """The number of the mark that stands for a word it does not know; None when it has none."""
        number: int | None = getattr(self.model.tokenizer, "unk_token_id", None)
        return number

    def subword_embeddings(self) -> NDArray[np.generic] | None:
        """What the model knows of word pieces by themselves. *Shape:* (pieces, width); None when it is not a text model
        of the usual form.
        """
        transformer: Any = getattr(self.model[0], "auto_model", None)
        if not hasattr(transformer, "get_input_embeddings") or not hasattr(self.model.tokenizer, "backend_tokenizer"):
            return None
        table: NDArray[np.float32] = transformer.get_input_embeddings().weight.detach().float().cpu().numpy()
        return table

    def pieces(self, texts: Sequence[str]) -> list[NDArray[np.int64]]:
        """The numbers of the word pieces of each text, its prompt included."""
        limit, prompt = max_tokens(self.model), default_prompt(self.model)
        found: list[NDArray[np.int64]] = []
        for start in range(0, len(texts), _TEXTS):
            part = [prompt + text for text in texts[start : start + _TEXTS]]
            with quiet():
                ids = self.model.tokenizer(part, truncation=limit is not None, max_length=limit)["input_ids"]
            found += [np.array(row, dtype=np.int64) for row in ids]
        return found


@contextmanager
def _within_usable_cpus() -> Iterator[None]:
    """Torch follows the affinity mask but not a container's quota, and too many threads wait for each other."""
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(min(before, usable_cpus()))
    try:
        yield
    finally:
        torch.set_num_threads(before)


def _load(name_or_folder: str) -> SentenceTransformer:
    with quiet():
        from sentence_transformers import SentenceTransformer

        try:
            return SentenceTransformer(
                name_or_folder,
                device="cpu",
                local_files_only=True,  # never a download that nobody asked for
                model_kwargs={"use_safetensors": True},  # weights in pickle can run code
            )
        except Exception as error:  # the libraries raise OSError, ValueError, KeyError and their own kinds
            raise ModelError(
                f"the model {name_or_folder!r} cannot be loaded. It has to be a folder of a sentence-transformers "
                "model with safetensors weights, or the name of one in the local Hugging Face cache; fetch it once "
                f"with: hf download {name_or_folder}. The reason given was: {first_line(error)}"
            ) from error


def first_line(error: Exception) -> str:
    """The kind of an error and the first line of its message: libraries' messages run over many."""
    lines = str(error).strip().splitlines()
    return f"{type(error).__name__}: {lines[0]}" if lines else type(error).__name__


@contextmanager
def quiet() -> Iterator[None]:
    """Keeps the progress bars and warnings of the model libraries from the user."""
    names = ("sentence_transformers", "transformers", "huggingface_hub", "torch")
    levels = {name: logging.getLogger(name).level for name in names}
    for name in names:
        logging.getLogger(name).setLevel(logging.ERROR)
    # Read when the libraries are imported; the bar shown while weights load has no other switch.
    os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
    os.environ.setdefault("TQDM_DISABLE", "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)
