"""Small models of random weights, the default model compiled once for all tests that need it, and where it is kept."""

from __future__ import annotations

import os
import string
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from summarize.models import compile_model
from summarize.models.cache import FOLDER_VARIABLE
from summarize.quotability import load_quotability
from summarize.relations import load_relations

TEXTS = [
    "A ferry struck the pier.",
    "Nobody was hurt, the coastguard said.",
    "fog",
    "The ferry company cancelled all sailings until thursday while divers look at the hull of the ship.",
]

BuildModel = Callable[..., Path]


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own, not made yet."""
    folder = tmp_path / "cache"
    monkeypatch.setenv(FOLDER_VARIABLE, str(folder))
    return folder


def shared_by_workers(factory: pytest.TempPathFactory, name: str) -> Path:
    """A folder of this run of the tests, one for all processes that share the work."""
    own = factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / name
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session", autouse=True)
def _cache_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests neither read nor write the cache folder of whoever runs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(FOLDER_VARIABLE, str(shared_by_workers(tmp_path_factory, "cache")))
        yield


@pytest.fixture(scope="session")
def default_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder that holds the compiled default model and the compiled models that read sentences."""
    folder = shared_by_workers(tmp_path_factory, "default-cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(FOLDER_VARIABLE, str(folder))
        compile_model()
        assert load_relations(print) is not None
        assert load_quotability(print) is not None
    return folder


@pytest.fixture(scope="session")
def build_model() -> BuildModel:
    """Saves a sentence-transformers model with a tiny BERT of random weights into a folder."""
    return _build_model


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a tiny model with mean pooling."""
    return _build_model(tmp_path_factory.mktemp("models") / "tiny")


def _build_model(
    folder: Path, *, pooling: Any = "mean", seed: int = 0, extra: tuple[Any, ...] = (), change: Any = None
) -> Path:
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, Pooling, Transformer
    from tokenizers import Tokenizer, normalizers, pre_tokenizers, processors
    from tokenizers.models import WordPiece
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    pieces += [mark + letter for letter in string.ascii_lowercase + string.digits for mark in ("", "##")]
    pieces += [*string.punctuation, "the", "ferry", "##ing", "said"]
    tokenizer = Tokenizer(WordPiece({piece: number for number, piece in enumerate(pieces)}, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = processors.TemplateProcessing("[CLS] $A [SEP]", None, [("[CLS]", 2), ("[SEP]", 3)])
    marks = {"unk_token": "[UNK]", "pad_token": "[PAD]", "cls_token": "[CLS]", "sep_token": "[SEP]"}

    torch.manual_seed(seed)
    size = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 64}
    bert = BertModel(BertConfig(vocab_size=len(pieces), max_position_embeddings=64, initializer_range=0.2, **size))
    if change is not None:
        change(bert)
    bert.save_pretrained(folder / "bert")
    PreTrainedTokenizerFast(tokenizer_object=tokenizer, mask_token="[MASK]", **marks).save_pretrained(folder / "bert")
    transformer = Transformer(str(folder / "bert"), max_seq_length=64)
    model = SentenceTransformer(modules=[transformer, Pooling(32, pooling), *extra, Normalize()], device="cpu")
    model.save(str(folder / "model"))
    return folder / "model"
