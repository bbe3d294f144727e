"""From sentences to vectors."""

from summarize.embedding.encoder import Encoder
from summarize.embedding.loading import DEFAULT_MODEL, Engine, compile_model, load_encoder

__all__ = ["DEFAULT_MODEL", "Encoder", "Engine", "compile_model", "load_encoder"]
