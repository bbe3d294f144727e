"""From sentences to vectors."""

from summarize.embedding.memory import RememberingEncoder
from summarize.models.encoder import Encoder
from summarize.models.loading import DEFAULT_MODEL, Engine, compile_model, load_encoder

__all__ = ["DEFAULT_MODEL", "Encoder", "Engine", "RememberingEncoder", "compile_model", "load_encoder"]
