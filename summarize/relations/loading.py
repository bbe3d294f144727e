"""The relation model that ships with the package: compiled at first use and kept beside the encoder."""

from __future__ import annotations

from collections.abc import Callable

from summarize.errors import ModelError
from summarize.models.encoder import Encoder
from summarize.models.loading import warn
from summarize.models.taught import load_taught
from summarize.relations.compiled import CompiledRelations
from summarize.relations.labels import RelationModel

FILE = "relation.safetensors"
SHA256 = "f2ca8ac5923f1d9775c0700d1c5fd4a7463b4214e458ea1e07b8f20d0295bf67"

Say = Callable[[str], None]


def load_relations(say: Say = lambda message: None) -> RelationModel | None:
    """The relation model, compiled first where it is not; None where it cannot be had, and `say` is told why."""
    try:
        return load_taught("summarize.relations", FILE, SHA256, CompiledRelations)
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
