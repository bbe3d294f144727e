"""The vectors of a corpus, behind one function, and the encoders that make them."""

from summarize.embedding.embed import background, embed, embed_exactly, encode_sentences
from summarize.embedding.memory import Memory, open_memory
from summarize.models import Encoder, load_encoder

__all__ = [
    "Encoder",
    "Memory",
    "background",
    "embed",
    "embed_exactly",
    "encode_sentences",
    "load_encoder",
    "open_memory",
]
