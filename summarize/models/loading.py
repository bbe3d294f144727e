"""Which encoder serves a model's name: the compiled model, compiled now if need be, or else torch."""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, cast

from summarize.errors import ModelError
from summarize.models import default_model
from summarize.models.adapter import merge_adapter
from summarize.models.cache import (
    FOLDER_VARIABLE,
    CompiledModel,
    DamagedError,
    cache_folder,
    check_room,
    compiled_path,
    is_regular,
    read_compiled,
    write_compiled,
    write_text,
)
from summarize.models.encoder import Encoder
from summarize.models.source import Source, find_source

if TYPE_CHECKING:
    from summarize.models.compiled import CompiledEncoder
    from summarize.models.transformer import SentenceTransformerEncoder

DEFAULT_MODEL = default_model.NAME

FAILURE_KEPT = 24 * 3600
"""Seconds after which a model that could not be compiled is tried again: what failed may have been the machine."""

COMPILED = "compiled"

Say = Callable[[str], None]


class Engine(StrEnum):
    """What runs a model: its compiled form where there can be one, or torch."""

    AUTO = "auto"
    TORCH = "torch"


def warn(message: str) -> None:
    """Says it as a RuntimeWarning: what a library does that has no other way to speak to people."""
    warnings.warn(message, RuntimeWarning, stacklevel=2)


def load_encoder(model: str | None = None, engine: Engine | str = Engine.AUTO, say: Say = warn) -> Encoder:
    """The encoder of a sentence-transformers model: a name or a folder; None is the default model.

    "auto" runs the compiled model from the cache folder, and compiles it first when it is not there; a model that
    cannot be compiled or kept runs on torch, and `say` is called with one line that tells why. "torch" always runs it
    on torch. Raises ModelError when the model is not on this machine or cannot be used. Nothing is ever downloaded.
    """
    if engine not in set(Engine):
        raise ModelError(f"there is no engine {engine!r}; the engines are {' and '.join(Engine)}")
    return _load(find_source(model), engine, say)


def _load(source: Source, engine: Engine | str, say: Say) -> Encoder:
    key = source.key() if engine == Engine.AUTO else None
    if key is None:
        return _on_torch(source)
    ready = _open_compiled(source, key, say)
    if ready is not None:
        return ready
    failed = _known_failure(key)
    if failed is not None:
        say(_not_compiled(source, failed))
        return _on_torch(source)
    return _compile(source, key, say)


def engine_ahead(model: str | None = None, engine: Engine | str = Engine.AUTO) -> str:
    """What will run an encoder that `load_encoder` is asked for, as far as is known before: "compiled" or "torch"."""
    key = find_source(model).key() if engine == Engine.AUTO else None
    if key is None or (_known_failure(key) is not None and not compiled_path(key).exists()):
        return Engine.TORCH.value
    return COMPILED


def engine_of(encoder: Encoder) -> str:
    """What runs an encoder that `load_encoder` gave: "compiled" or "torch"."""
    from summarize.models.compiled import CompiledEncoder

    return COMPILED if isinstance(encoder, CompiledEncoder) else Engine.TORCH.value


def compile_model(model: str | None = None, say: Say = warn) -> Path:
    """Compiles a model ahead of its first use, unless it is there already, and gives the file it lies in.

    Raises ModelError when it cannot be compiled or kept.
    """
    from summarize.models.transformer import SentenceTransformerEncoder

    source = find_source(model)
    key = source.key()
    if key is None:
        _on_torch(source)  # says what to do when there is no such model at all
        raise ModelError(f"the model {source.name} is not on this machine as files that could be compiled")
    path = compiled_path(key)
    if _open_compiled(source, key, say) is None:
        reasons: list[str] = []
        if isinstance(_compile(source, key, reasons.append), SentenceTransformerEncoder):
            raise ModelError(reasons[-1])
        with suppress(OSError):
            _failure_path(key).unlink()  # of an earlier try
        for reason in reasons:
            say(reason)
    return path


def _compile(source: Source, key: str, say: Say) -> Encoder:
    """The model compiled and kept; on torch when it cannot be."""
    from summarize.models.compiled import CompiledEncoder
    from summarize.models.export import compile_model
    from summarize.models.form import NotCompilableError

    original = _on_torch(source)
    try:
        check_room(sum(parameter.numel() for parameter in original.model.parameters()))  # a byte a weight in int8
    except OSError as error:
        say(_not_kept(source, error))
        return original
    try:
        compiled: CompiledModel = compile_model(original.model, name=source.name, key=key, say=say)
    except NotCompilableError as error:
        if error.lasting:
            with suppress(OSError):  # so that the next start does not try again
                write_text(_failure_path(key), str(error))
        say(_not_compiled(source, str(error)))
        return original
    try:
        write_compiled(compiled_path(key), compiled)
    except OSError as error:
        say(_not_kept(source, error))
        return original
    return CompiledEncoder(compiled, name=source.name)


def _open_compiled(source: Source, key: str, say: Say) -> CompiledEncoder | None:
    """The compiled model from the cache folder; None when it is not there or of no use, and then `say` tells why."""
    from summarize.models.compiled import CompiledEncoder
    from summarize.models.probe import agrees_here
    from summarize.models.transformer import first_line

    path = compiled_path(key)
    try:
        compiled = read_compiled(path, key)
        encoder = CompiledEncoder(compiled, name=source.name)
        if not agrees_here(encoder, compiled):
            raise DamagedError("on this kind of processor it departs from the original")
    except FileNotFoundError:
        return None
    except Exception as error:  # what onnxruntime and tokenizers raise for a file of another making
        reason = str(error) if isinstance(error, DamagedError) else first_line(error)
        say(f"{path} is not usable and will be made again ({reason})")
        return None
    return encoder


def _on_torch(source: Source) -> SentenceTransformerEncoder:
    from summarize.models.transformer import SentenceTransformerEncoder

    encoder = SentenceTransformerEncoder(source.open(), source.name, source.key)
    if source.adapted:
        merge_adapter(encoder.model)
    return encoder


def _failure_path(key: str) -> Path:
    return cache_folder() / f"{key}.failed.txt"


def _known_failure(key: str) -> str | None:
    path = _failure_path(key)
    try:
        if not is_regular(path) or not 0 <= time.time() - path.stat().st_mtime < FAILURE_KEPT:
            return None
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None


def _not_compiled(source: Source, reason: str) -> str:
    return f"the model {source.name} runs on torch, which is slower, because {reason}"


def _not_kept(source: Source, error: OSError) -> str:
    return (
        f"the model {source.name} runs on torch, which is slower, because its compiled form cannot be kept in "
        f"{cache_folder()} ({error.strerror or error}); {FOLDER_VARIABLE} names another folder"
    )


def encoder_of(encoder: Encoder | Callable[[], Encoder] | None) -> Encoder:
    """What a caller gives as encoder: one, what makes one when it is called, or nothing for the default model.

    Raises ModelError for the name of one, and when the model cannot be loaded.
    """
    if encoder is None:
        return load_encoder()
    if isinstance(encoder, str):
        raise ModelError(f"an encoder is an object, not a name; load it with load_encoder({encoder!r})")
    if hasattr(encoder, "encode"):  # asked first: an encoder may well be callable too
        return cast(Encoder, encoder)
    return encoder()
