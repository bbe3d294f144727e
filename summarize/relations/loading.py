"""The relation model that ships with the package: compiled at first use and kept beside the encoder."""

from __future__ import annotations

from summarize.models.encoder import Encoder
from summarize.models.loading import warn
from summarize.models.probe import SENTENCES
from summarize.models.taught import Say, load_or_tell, load_taught, once_for
from summarize.relations.compiled import CompiledRelations
from summarize.relations.labels import RelationModel

FILE = "relation.safetensors"
SHA256 = "9abcae05e2cb18455b816d8bab42812db0fb30984e2b673b57a500a91ffa304e"
PROBES = list(zip(SENTENCES, (*SENTENCES[1:], SENTENCES[0]), strict=True))
"""Neighbours among the probe sentences."""
MISSED = "sentences are not read against each other, so a source may be cited for what it denies"


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
