"""Which encoder serves a model's name."""

from __future__ import annotations

from pathlib import Path

from summarize.embedding import default_model
from summarize.embedding.encoder import Encoder

DEFAULT_MODEL = default_model.NAME


def load_encoder(model: str | None = None) -> Encoder:
    """The encoder of a sentence-transformers model: a name or a folder; None is the default model.

    Raises ModelError when the model is not on this machine or cannot be used. Nothing is ever downloaded.
    """
    from summarize.embedding.transformer import SentenceTransformerEncoder

    if model is None or model in (DEFAULT_MODEL, DEFAULT_MODEL.partition("/")[2]):
        return SentenceTransformerEncoder(str(default_model.verified_folder()), DEFAULT_MODEL)
    path = Path(model).expanduser()
    return SentenceTransformerEncoder(str(path) if path.is_dir() else model, model)
