"""The quotability model that ships with the package: compiled at first use and kept beside the encoder."""

from __future__ import annotations

from summarize.models.encoder import Encoder
from summarize.models.loading import warn
from summarize.models.probe import SENTENCES
from summarize.models.taught import Say, load_or_tell, load_taught, once_for
from summarize.quotability.compiled import CompiledQuotability
from summarize.quotability.labels import QuotabilityModel
from summarize.quotability.place import place

FILE = "quotability.safetensors"
SHA256 = "5f78e6e0d2cef1acfa0888744f2c0ef9db428643bd92f78f9dbb304901198bbf"
PROBES = [
    (text, place(before, after, begins=number % 2 == 0, ends=number % 3 == 0))
    for number, (before, text, after) in enumerate(zip(SENTENCES, SENTENCES[1:], SENTENCES[2:], strict=False))
]
"""The probe sentences, as if each stood between its neighbours."""
MISSED = "sentences are not read in their places, so more of what is quoted may dangle"


def load_quotability(say: Say = lambda message: None) -> QuotabilityModel | None:
    """The quotability model, compiled first where it is not; None where it cannot be had, and `say` is told why."""
    return load_or_tell(
        lambda: load_taught("summarize.quotability", FILE, SHA256, CompiledQuotability, PROBES), MISSED, say
    )


def quotability_for(encoder: Encoder, say: Say = warn) -> QuotabilityModel | None:
    """The packaged model, loaded once a process, for an encoder that this package loaded; None for any other."""
    return once_for(encoder, _loaded, lambda: load_quotability(say))


_loaded: list[QuotabilityModel | None] = []
"""The packaged model, or None where it could not be had, once that was tried."""
