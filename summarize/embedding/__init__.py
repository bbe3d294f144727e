"""From sentences to vectors."""

from summarize.embedding.encoder import Encoder
from summarize.embedding.loading import DEFAULT_MODEL, load_encoder

__all__ = ["DEFAULT_MODEL", "Encoder", "load_encoder"]
