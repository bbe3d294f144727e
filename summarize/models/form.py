"""Which sentence-transformers models can be compiled, and what has to be known of them to do it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from summarize.models.pooling import POOLINGS

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

LARGEST = 2**31 - 2**26  # bytes of weights; a larger ONNX model would have to be several files


class NotCompilableError(Exception):
    """The model cannot be compiled; the message says why, and fits after "because".

    `lasting` is false when the reason lies outside the model, so that another time it may go well.
    """

    def __init__(self, message: str, *, lasting: bool = True) -> None:
        super().__init__(message)
        self.lasting = lasting


def check_form(model: SentenceTransformer) -> None:
    """Raises NotCompilableError unless the model is a text Transformer, a Pooling and at most Normalize after them."""
    kinds = _modules()
    layers: list[Any] = list(model)
    transformer, *rest = layers
    if type(transformer) is not kinds.Transformer or not rest or type(rest[0]) is not kinds.Pooling:
        raise NotCompilableError("it is not a Transformer with Pooling")
    if any(type(module) is not kinds.Normalize for module in rest[1:]):
        raise NotCompilableError("it has more layers than Transformer, Pooling and Normalize")
    unknown = set(pooling_modes(model)) - POOLINGS.keys()
    if unknown:
        raise NotCompilableError(f"its pooling is {', '.join(sorted(unknown))}")
    if not hasattr(model.tokenizer, "backend_tokenizer"):
        raise NotCompilableError("it has no fast tokenizer")
    if default_prompt(model) and not rest[0].include_prompt:
        raise NotCompilableError("its pooling leaves the prompt out")
    if sum(parameter.numel() for parameter in model.parameters()) * 4 > LARGEST:
        raise NotCompilableError("its weights are more than 2 GB")


def pooling_modes(model: SentenceTransformer) -> tuple[str, ...]:
    """The names of its poolings, in their order."""
    pooling: Any = model[1]
    modes: str | tuple[str, ...] = pooling.pooling_mode
    return (modes,) if isinstance(modes, str) else tuple(modes)


def max_tokens(model: SentenceTransformer) -> int | None:
    """The word pieces it reads of a text, None when it has no limit."""
    limit = model.max_seq_length
    return None if limit is None or limit > LARGEST else int(limit)  # tokenizers without a limit say 10**30


def default_prompt(model: SentenceTransformer) -> str:
    """What it puts before every text."""
    return (model.prompts or {}).get(model.default_prompt_name or "") or ""


def _modules() -> Any:
    return import_module("sentence_transformers.sentence_transformer.modules")
