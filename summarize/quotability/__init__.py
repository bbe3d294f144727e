"""Whether a sentence may be quoted by itself, read in its place: a cross-encoder of a sentence and its neighbours."""

from summarize.quotability.judged import Judged
from summarize.quotability.labels import LABELS, QuotabilityModel
from summarize.quotability.loading import load_quotability, quotability_for

__all__ = ["LABELS", "Judged", "QuotabilityModel", "load_quotability", "quotability_for"]
