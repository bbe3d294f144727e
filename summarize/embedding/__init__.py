"""From sentences to vectors."""

from summarize.embedding.encoder import Encoder
from summarize.embedding.loading import DEFAULT_MODEL, Engine, compile_model, load_encoder
from summarize.embedding.remembering import RememberingEncoder

__all__ = ["DEFAULT_MODEL", "Encoder", "Engine", "RememberingEncoder", "compile_model", "load_encoder"]
