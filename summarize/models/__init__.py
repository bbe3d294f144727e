"""Embedding models: where they lie on this machine, how they are compiled and kept, and what runs them."""

from summarize.models.encoder import Encoder
from summarize.models.loading import DEFAULT_MODEL, Engine, compile_model, load_encoder

__all__ = ["DEFAULT_MODEL", "Encoder", "Engine", "compile_model", "load_encoder"]
