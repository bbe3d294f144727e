"""The relation model that ships with the package: compiled at first use and kept beside the encoder."""

from __future__ import annotations

from summarize.models.encoder import Encoder
from summarize.models.loading import warn
from summarize.models.probe import SENTENCES
from summarize.models.taught import Say, load_or_tell, load_taught, once_for
from summarize.relations.compiled import CompiledRelations
from summarize.relations.labels import RelationModel

FILE = "relation.safetensors"
SHA256 = "f2ca8ac5923f1d9775c0700d1c5fd4a7463b4214e458ea1e07b8f20d0295bf67"
PROBES = list(zip(SENTENCES, (*SENTENCES[1:], SENTENCES[0]), strict=True))
"""Neighbours among the probe sentences."""
MISSED = "sentences are not read against each other, so less is cited"


def load_relations(say: Say = lambda message: None) -> RelationModel | None:
    """The relation model, compiled first where it is not; None where it cannot be had, and `say` is told why."""
    return load_or_tell(
        lambda: load_taught("summarize.relations", FILE, SHA256, CompiledRelations, PROBES), MISSED, say
    )


def relations_for(encoder: Encoder, say: Say = warn) -> RelationModel | None:
    """The packaged model, loaded once a process, for an encoder that this package loaded; None for any other."""
    return once_for(encoder, _loaded, lambda: load_relations(say))


_loaded: list[RelationModel | None] = []
"""The packaged model, or None where it could not be had, once that was tried."""
