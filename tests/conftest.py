"""What all tests share: a small encoder that needs no model, and a few invented articles."""

from __future__ import annotations

import re
import signal
import zlib
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import settings
from numpy.typing import NDArray

from summarize import Document

pytest_plugins = ["tests.built_models"]
settings.register_profile("patient", deadline=None)  # another test may have the processor
settings.load_profile("patient")


class WordEncoder:
    """Twenty lines in place of a model: a sentence is the hashed bag of its words.

    Sentences that share words are near each other, which is all the tests of the pipeline need. The real model has
    tests of its own.
    """

    name = "test/words"

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        vectors = np.full((len(texts), 128), 1e-3, dtype=np.float32)
        for row, text in zip(vectors, texts, strict=True):
            for word in re.findall(r"\w+", text.lower()):
                row[zlib.crc32(word.encode()) % 128] += 1
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


@pytest.fixture(scope="session")
def encoder() -> WordEncoder:
    return WordEncoder()


WIRE = """Ferry strikes pier in fog, 27 hurt

PORT ENNICK (NPA) - A passenger ferry struck the North Mole at Port Ennick in dense fog on Tuesday, injuring 27 \
people, the coastguard said. The Maid of Skarra was carrying 142 passengers and six \
crew on the first sailing of the day.

Nobody was killed, a coastguard spokesman said. Sundvik Lines cancelled all sailings until Thursday.
"""

COURIER = """Fog ferry hits mole

By Ilse Marrow

In thick fog a passenger ferry struck the North Mole at Port Ennick on Tuesday, injuring 27 people. \
Captain Joren Haldane told officers that his radar screen had gone dark less than a minute earlier.

Read more: Ten walks on the coast

Four anglers on the mole ran for their lives when they saw the bow come out of the mist. The Marine Accident Board is \
sending four inspectors, who will take the voyage recorder with them. Anglers are asked to keep off the stones until \
masons have looked at the damage.
"""

LATER = """A day later, 31 need treatment

The number of people injured when the Maid of Skarra struck the North Mole rose to 31 on Wednesday. \
Sundvik Lines said all sailings are now cancelled until Saturday. However, the company expects a quick repair.
"""


@pytest.fixture
def articles() -> list[Document]:
    """Three reports of one invented ferry accident."""
    return [
        Document(id="wire", text=WIRE),
        Document(id="courier", text=COURIER, title="Fog ferry hits mole", url="https://courier.example/ferry"),
        Document(id="later", text=LATER),
    ]


def heeding(number: int) -> dict[str, Any]:
    """How to start a process that heeds a signal, though whoever runs the tests may ignore it, as under nohup."""
    return {"preexec_fn": lambda: signal.signal(number, signal.SIG_DFL)}
