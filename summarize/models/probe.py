"""The sentences on which a compiled model has to agree with its original.

Their mean vector also stands for what sentences on any matter have in common (background.py): the limits by which
documents are found off topic were set with it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from summarize.models.cache import CompiledModel
from summarize.models.encoder import Encoder
from summarize.models.machine import int8_kind

MIN_AGREEMENT = {"int8": 0.98, "fp32": 0.9999}  # the cosine of the worst probe sentence with the original

SENTENCES = (
    "Fog.",
    "Nobody was killed.",
    "The ferry struck the north mole at 7:42 a.m., 11 minutes after leaving the harbour.",
    "Twenty-seven people were hurt, four of them seriously, the coastguard said on Tuesday.",
    '"We heard a bang, and then everybody was on the floor," said Marit Solvang, 34, a nurse on her way to work.',
    "The company's shares fell 3.4% to $18.20 in early trading, wiping out about $1.2 billion in market value.",
    "However, the minister did not say when the inquiry would report, or whether its findings would be published.",
    "The council voted 14-9 against the plan.",
    "The council voted 14-9 in favour of the plan.",
    "Police arrested two men, aged 19 and 23, after a chase through the old town; both deny the charges.",
    "Dr. A. R. Okonkwo-Lindqvist, who led the U.N. team, called the result 'a warning, not a verdict'.",
    "Rain is expected to reach the coast by Friday evening, with gusts of up to 110 km/h on the northern islands.",
    "Researchers followed 4,812 patients for nine years and found no difference between the two groups.",
    "The striker scored twice in the last five minutes as the home side came from behind to win 3-2.",
    "A magnitude 6.1 earthquake shook the valley shortly before midnight, cutting power to some 60,000 homes.",
    "The bridge, which was opened in 1931 and last inspected in March, carries more than 20,000 vehicles a day.",
    "El gobierno anunció el lunes que reabrirá el puerto antes de fin de mes.",
    "Die Feuerwehr brachte 31 Menschen in Sicherheit, darunter sechs Kinder.",
    "Le tribunal a rejeté la demande de l'entreprise, qui fera appel.",
    "Under the agreement, which still has to be approved by both parliaments, the two countries will share the water "
    "of the river, build a common gauge at the border, publish its readings every hour, and settle disputes before a "
    "panel of three engineers, one named by each side and the third by the other two.",
)

# Where tokenizers go wrong: the word pieces of these have to be the same, one by one.
TOKENIZED = (
    *SENTENCES,
    "",
    "   two  spaces\tand\na new line  ",
    "ALL CAPITALS, Ünïcödé, e\u0301 and \u00e9, ﬁ, №, ½, 10⁻³ …",
    "港の北で火災が発生した。 Пожар потушен. حريق في الميناء",
    "👩‍🚒 crews — “on site” – all night ‘long’ [MASK] <s> </s> [SEP] \u200b\ufeff",
    "on and on " * 700,
)


def agreement(vectors: NDArray[np.float32], reference: NDArray[np.float32]) -> float:
    """The smallest cosine between rows of two arrays of normalised vectors; -1 when they cannot be compared."""
    if vectors.shape != reference.shape or not np.isfinite(vectors).all():
        return -1.0
    return float((vectors * reference).sum(axis=1).min())


def agrees_here(encoder: Encoder, compiled: CompiledModel) -> bool:
    """Whether a model that was compiled on another kind of processor keeps its word on this one.

    Without VNNI, products of int8 saturate where with VNNI they do not. On the same kind there is nothing to check.
    """
    manifest = compiled.manifest
    if manifest.cpu == int8_kind():
        return True
    reference = np.frombuffer(compiled.probe, dtype="<f4").reshape(len(SENTENCES), -1)
    return agreement(encoder.encode(SENTENCES), reference) >= MIN_AGREEMENT[manifest.precision]
