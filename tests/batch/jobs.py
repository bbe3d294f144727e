"""Jobs in place of the real one, which workers import by this module's name."""

from __future__ import annotations

import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarize.batch import BriefJob, CheckJob
from summarize.batch.collection import Material
from summarize.batch.job import Loaded, OnStage
from summarize.batch.runtime import Runtime
from summarize.errors import ModelError


@dataclass(frozen=True, slots=True)
class EchoJob:
    """Gives the texts back, or does what its first text says in capitals."""

    suffix: str = ""
    seconds: float = 0.0
    """What each collection takes."""
    pids: str = ""
    """A folder in which each worker leaves its number."""
    name = "echo"

    def settings(self) -> dict[str, Any]:
        return {"suffix": self.suffix}

    def runtime(self) -> Runtime:
        return {}

    def load(self) -> Loaded:
        if self.pids:
            (Path(self.pids) / str(os.getpid())).touch()
        return Loaded(self._make)

    def _make(self, material: Material, on_stage: OnStage) -> dict[str, Any]:
        documents = material.documents
        on_stage("echo")
        time.sleep(self.seconds)
        match documents[0].text.split():
            case ["HANG"]:
                time.sleep(600)
            case ["DIE"]:
                os.kill(os.getpid(), signal.SIGKILL)
            case ["DIE", "ONCE", marker] if not Path(marker).exists():
                Path(marker).touch()
                os.kill(os.getpid(), signal.SIGKILL)
            case ["ALLOCATE"]:
                bytearray(2**40)
            case ["FAULT"]:
                raise RuntimeError("a fault of the program")
        return {"schema": "test/1", "texts": [document.text + self.suffix for document in documents]}


@dataclass(frozen=True, slots=True)
class WordJob(BriefJob):
    """Briefs with the small encoder of the tests."""

    def settings(self) -> dict[str, Any]:
        return {"words": self.options.max_words}

    def runtime(self) -> Runtime:
        return {}

    def load(self) -> Loaded:
        from tests.conftest import WordEncoder

        return Loaded(lambda material, on_stage: self.make(material, WordEncoder(), on_stage))


@dataclass(frozen=True, slots=True)
class WordCheckJob(CheckJob):
    """Checks with the small encoder of the tests."""

    def settings(self) -> dict[str, Any]:
        return {}

    def runtime(self) -> Runtime:
        return {}

    def load(self) -> Loaded:
        from tests.conftest import WordEncoder

        return Loaded(lambda material, on_stage: self.make(material, WordEncoder(), on_stage))


@dataclass(frozen=True, slots=True)
class NoModelJob(EchoJob):
    def load(self) -> Loaded:
        raise ModelError("the model is not on this machine")


@dataclass(frozen=True, slots=True)
class DyingJob(EchoJob):
    """Ends its worker before it is ready."""

    def load(self) -> Loaded:
        os._exit(7)
