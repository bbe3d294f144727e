"""The learned part of a sentence's role: two passes of boosted trees over the lines of a document.

The first pass looks at each sentence and what stands right around it, and says whether it belongs to the article,
interrupts it, or stands before or behind it. From that follows where the article begins and ends, and with it the
second pass gives each sentence its role.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from summarize.languages import Language
from summarize.records.document import DEFAULT_LANGUAGE
from summarize.segmentation.roles.candidate import Candidate
from summarize.segmentation.roles.chain import context
from summarize.segmentation.roles.evidence import Weights, evidence
from summarize.segmentation.roles.features import shape_and_place
from summarize.segmentation.roles.forest import Forest
from summarize.segmentation.roles.series import Floats, renumbered

ENGLISH, OTHER_LANGUAGES = "roles", "roles_of_other_languages"
"""Names of the two models. In English there is far more to learn from, and one model for all was worse in English."""

BODY, HEADING, CAPTION, BOILERPLATE = range(4)
"""Columns of what the second pass says."""


@dataclass(frozen=True, slots=True, eq=False)
class RoleModel:
    """Both passes."""

    first: Forest
    second: Forest

    def shares(
        self, candidates: Sequence[Candidate], language: Language
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """How likely each of n sentences is what. *Shapes:* (n, 4) of the chain's stretches, (n, 4) of the roles."""
        base, block_of = features(candidates, language.boilerplate.page_words)
        stretches = self.first.probabilities(base)
        return stretches, self.second.probabilities(with_context(base, candidates, block_of, stretches))


def features(candidates: Sequence[Candidate], weights: Weights) -> tuple[Floats, NDArray[np.int64]]:
    """What the first pass is given, a row a sentence, and the number of each sentence's paragraph."""
    block_of = renumbered(np.array([c.block for c in candidates], dtype=np.int64))
    base = np.concatenate([shape_and_place(candidates, block_of), evidence(candidates, block_of, weights)], axis=1)
    return base, block_of


def with_context(
    base: Floats, candidates: Sequence[Candidate], block_of: NDArray[np.int64], stretches: NDArray[np.float64]
) -> Floats:
    """What the second pass is given, a row a sentence."""
    words = np.array([c.words for c in candidates], dtype=float)
    return np.concatenate([base, context(stretches, words, block_of)], axis=1)


def name_of(language: Language) -> str:
    """Which model reads the documents of a language."""
    return ENGLISH if language.code == DEFAULT_LANGUAGE else OTHER_LANGUAGES


@cache
def load_roles(name: str) -> RoleModel:
    """The model of this name that comes with the package; the .json beside it tells about its fit."""
    from safetensors.numpy import load

    arrays = load(files(__package__).joinpath(f"{name}.safetensors").read_bytes())
    return RoleModel(Forest.read(arrays, "first"), Forest.read(arrays, "second"))
