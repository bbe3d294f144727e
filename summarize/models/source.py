"""Where a model lies on this machine, and the key that names exactly what it computes."""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from summarize.errors import ModelError
from summarize.models import adapter, default_model
from summarize.models.cache import cache_folder, in_home, is_regular, write_text
from summarize.models.runtime import import_onnxruntime

EXPORTER = 2  # raise it when what the exporter makes of a model changes, so that nothing older is used
DECIDING = frozenset({".safetensors", ".json", ".txt", ".model", ".vocab", ".merges"})
PICKLED = frozenset({".pt", ".pth", ".pkl", ".pickle", ".ckpt"})
RACY_SECONDS = 2.0
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Source:
    """A model to load.

    `key` names what its files compute, None when they are not where they could be hashed. `open` gives what
    sentence-transformers loads, a folder or a name, and raises ModelError when the model must not be used. Both are
    asked only when needed: the one may read every weight, the other checks them. `adapted` tells that the packaged
    adapter belongs on top of what `open` gives.
    """

    name: str
    key: Callable[[], str | None]
    open: Callable[[], str]
    adapted: bool = False


def find_source(model: str | None) -> Source:
    """The source of a model's name or folder; None is the default model."""
    if model is None or model in (default_model.NAME, default_model.NAME.partition("/")[2]):
        # The key follows from the hashes it was published with. A compiled file under that key was made of files
        # that had them, so the 90 MB need not be hashed again to use it.
        return Source(
            default_model.NAME,
            key=lambda: key_of({**default_model.SHA256, adapter.FILE: adapter.sha256()}),
            open=lambda: str(default_model.verified_folder()),
            adapted=True,
        )
    path = in_home(model)
    loadable = str(path) if path.is_dir() else model
    folder = path if path.is_dir() else _hugging_face_snapshot(model)
    if folder is not None:
        refuse_code(folder)
    return Source(model, key=lambda: _key_of_folder(folder) if folder else None, open=lambda: loadable)


def refuse_code(folder: Path) -> None:
    """Raises ModelError for a model folder that names Python of its own or has its weights pickled: loading it would
    run what stands there, whatever the version of sentence-transformers.
    """
    why = None
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".py":
            why = f"it holds Python code ({path.relative_to(folder)})"
        elif path.name == "modules.json":
            foreign = [kind for kind in _kinds(path) if not kind.startswith("sentence_transformers.")]
            why = f"its modules.json names code of its own ({foreign[0]})" if foreign else why
        elif path.name.endswith("config.json") and "auto_map" in _json(path, dict):
            why = f"its {path.name} names code of its own (auto_map)"
        elif _is_pickled(path) and not any(path.parent.glob("*.safetensors")):
            why = f"its weights are pickled ({path.relative_to(folder)}); save them as safetensors"
        if why:
            raise ModelError(f"the model in {folder} is not used: {why}")


def _is_pickled(path: Path) -> bool:
    return path.suffix in PICKLED or (path.suffix == ".bin" and path.name.startswith("pytorch_model"))


def _kinds(path: Path) -> list[str]:
    return [str(module.get("type", "")) for module in _json(path, list) if isinstance(module, dict)]


def _json(path: Path, kind: type[_T]) -> _T:
    """What a JSON file holds if it is of this kind, else an empty one: whoever loads the model says what is wrong."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return kind()
    return found if isinstance(found, kind) else kind()


def key_of(hashes: dict[str, str]) -> str:
    version = import_onnxruntime().__version__  # because the stored graph holds its own operators
    told = json.dumps([EXPORTER, version, sorted(hashes.items())])
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def _key_of_folder(folder: Path) -> str | None:
    """The key of the files in `folder`, hashed only when size, times or inode tell that one of them changed."""
    try:
        files = {
            path.relative_to(folder).as_posix(): path
            for path in sorted(folder.rglob("*"))
            if path.suffix in DECIDING and path.is_file()
        }
        stamps = {name: _stamp(path) for name, path in files.items()}
        name = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:32]
        memory = cache_folder() / f"{name}.hashes.json"
        hashes = _remembered(memory, stamps)
        if hashes is None:
            hashes = {name: default_model.sha256_of(path) or "" for name, path in files.items()}
            # A file written within the last tick of the clock may change again without its stamp changing.
            if time.time_ns() - max((max(stamp[1:3]) for stamp in stamps.values()), default=0) > RACY_SECONDS * 1e9:
                with suppress(OSError):
                    write_text(memory, json.dumps({"stamps": stamps, "hashes": hashes}))
    except OSError:
        return None
    return key_of(hashes) if hashes and all(hashes.values()) else None


def _stamp(path: Path) -> list[int]:
    stat = path.stat()
    return [stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino]


def _remembered(memory: Path, stamps: dict[str, list[int]]) -> dict[str, str] | None:
    try:
        known = json.loads(memory.read_text(encoding="utf-8")) if is_regular(memory) else {}
        if known["stamps"] == stamps and known["hashes"].keys() == stamps.keys():
            return {str(name): str(value) for name, value in known["hashes"].items()}
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        pass  # absent or damaged: hash again
    return None


def _hugging_face_snapshot(name: str) -> Path | None:
    """The folder of a model in the local Hugging Face cache, found without importing its library (0.3 s)."""
    variables = os.environ
    home = Path(variables.get("HF_HOME") or Path(variables.get("XDG_CACHE_HOME") or "~/.cache") / "huggingface")
    hub = variables.get("SENTENCE_TRANSFORMERS_HOME") or variables.get("HF_HUB_CACHE") or home / "hub"
    # sentence-transformers looks for a name without an organisation under its own
    full_name = name if "/" in name else f"sentence-transformers/{name}"
    repository = in_home(hub) / f"models--{full_name.replace('/', '--')}"
    try:
        folder = repository / "snapshots" / (repository / "refs" / "main").read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return folder if folder.is_dir() else None
