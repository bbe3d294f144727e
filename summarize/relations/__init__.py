"""How two sentences relate, read together: a cross-encoder of four labels."""

from summarize.relations.alignment import names_in, says_in_words, told_by_words
from summarize.relations.labels import CONTRADICTS, DIFFERENT, LABELS, PART, SAME, RelationModel
from summarize.relations.loading import load_relations, relations_for
from summarize.relations.reader import Reader, budget
from summarize.relations.roles import are_converse

__all__ = [
    "CONTRADICTS",
    "DIFFERENT",
    "LABELS",
    "PART",
    "SAME",
    "Reader",
    "RelationModel",
    "are_converse",
    "budget",
    "load_relations",
    "names_in",
    "relations_for",
    "says_in_words",
    "told_by_words",
]
