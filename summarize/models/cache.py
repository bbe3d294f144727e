"""The folder that keeps compiled models, one file a model.

A file is a zip archive, uncompressed, so that any tool can look into it and each part carries its checksum: the
manifest, the tokenizer, the ONNX model, and the original's vectors of the probe sentences. Nothing in it is pickled.
The checksums are CRC-32: they find what disks and interrupted copies do to a file. They are no defence against somebody
who may write to the folder, and no checksum kept beside the file could be.
"""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import stat
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO

from summarize.models.abandoned import held, remove_abandoned
from summarize.models.subwords import SubwordTable

FOLDER_VARIABLE = "SUMMARIZE_CACHE_DIR"
FORMAT = "summarize.encoder/1"
_COPIES = 2
"""Of the weights, that are on the disk at once beside the exported model while it is made smaller."""
_WORKING = "summarize-compiling-"
_PART = re.compile(r"\.\d+-[0-9a-f]{8}\.part$")


class DamagedError(ValueError):
    """The file in the cache is not the compiled model that its name promises."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a compiled model is, and how it did when it was made.

    `agreement` is the smallest cosine between its vectors and the original's over the probe sentences; `rates` are
    sentences a second on one thread by precision; `cpu` is the kind of processor that was measured on; `pieces` says
    where the model's input embeddings lie, if they were found.
    """

    key: str
    model: str
    precision: str
    pooling: tuple[str, ...]
    max_tokens: int | None
    prompt: str
    cpu: str
    agreement: float
    rates: dict[str, float]
    pieces: SubwordTable | None = None
    format: str = FORMAT


@dataclass(frozen=True, slots=True, repr=False)
class CompiledModel:
    """A compiled model in memory. `probe` holds the original's vectors of the probe sentences, float32, row by row."""

    manifest: Manifest
    tokenizer: str
    onnx: bytes
    probe: bytes


def cache_folder() -> Path:
    """Where compiled models lie: SUMMARIZE_CACHE_DIR, or else the user's own cache folder for this program."""
    named = os.environ.get(FOLDER_VARIABLE)
    if not named:
        from platformdirs import user_cache_dir

        named = user_cache_dir("summarize", appauthor=False)
    folder = in_home(named)
    # Of a user without a home, as in a container, the "~" stays, and would become a folder wherever the command runs.
    return Path(os.devnull, "no-home") if str(folder).startswith("~") else folder


def in_home(path: str | Path) -> Path:
    """The path with its "~" as a home folder; as it is where there is none."""
    try:
        return Path(path).expanduser()
    except RuntimeError:
        return Path(path)


def compiled_path(key: str) -> Path:
    """The file of the compiled model with this key, there or not."""
    return cache_folder() / f"{key}.zip"


def read_compiled(path: Path, key: str) -> CompiledModel:
    """The compiled model in `path`. Raises FileNotFoundError, or DamagedError when it is not the model `key`."""
    try:
        if not is_regular(path):
            raise DamagedError("it is no regular file")
        with zipfile.ZipFile(path) as archive:  # reading a part to its end checks its CRC-32
            fields = json.loads(archive.read("manifest.json"))
            pieces = SubwordTable(**fields["pieces"]) if fields["pieces"] else None
            manifest = Manifest(**{**fields, "pooling": tuple(fields["pooling"]), "pieces": pieces})
            if (manifest.format, manifest.key) != (FORMAT, key):
                raise DamagedError("it belongs to another model or version")
            return CompiledModel(
                manifest,
                tokenizer=archive.read("tokenizer.json").decode(),
                onnx=archive.read("model.onnx"),
                probe=archive.read("probe.f32"),
            )
    except NotADirectoryError as error:
        raise FileNotFoundError(str(error)) from error
    except (FileNotFoundError, DamagedError):
        raise
    except (OSError, ValueError, LookupError, TypeError, EOFError, RuntimeError) as error:
        raise DamagedError(f"{type(error).__name__}: {error}") from error
    except (zipfile.BadZipFile, struct.error, zlib.error) as error:
        raise DamagedError(str(error)) from error


def is_regular(path: Path) -> bool:
    """Whether reading it ends: a pipe would never, nor a link to a device. Raises OSError."""
    return stat.S_ISREG(path.stat().st_mode)


def write_compiled(path: Path, compiled: CompiledModel) -> None:
    """Puts the compiled model in place in one step: a reader sees the old file or the new one, never a part.

    Two processes that compile the same model at once write equal models, and the one that ends last wins. A lock
    would save the second its work, but could be left behind by a process that was killed. Raises OSError.
    """
    parts = {
        "manifest.json": json.dumps(asdict(compiled.manifest), indent=1).encode(),
        "tokenizer.json": compiled.tokenizer.encode(),
        "model.onnx": compiled.onnx,
        "probe.f32": compiled.probe,
    }
    with _replacing(path) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)  # ZipInfo's fixed date: equal models, equal files


def write_text(path: Path, text: str) -> None:
    """Puts a small text file in place in one step. Raises OSError."""
    with _replacing(path) as file:
        file.write(text.encode())


def check_room(size: int) -> None:
    """Raises OSError when the cache folder cannot be written, or its disk cannot take `size` bytes more.

    Asked before the work of compiling, not after it.
    """
    folder = cache_folder()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=folder):
        pass
    if shutil.disk_usage(folder).free < size:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(folder))


@contextmanager
def working_folder(weights: int) -> Iterator[Path]:
    """A folder for what compiling a model of so many bytes makes on its way, removed afterwards.

    Raises OSError, also in place of whatever a library raised where its disk is full.
    """
    place = tempfile.gettempdir()
    remove_abandoned(Path(place).glob(f"{_WORKING}*"))
    with held(lambda: Path(tempfile.mkdtemp(prefix=_WORKING))) as folder:
        try:
            yield folder
        except Exception as error:
            if isinstance(error, OSError) or _takes(folder, _COPIES * weights):
                raise
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), place) from error
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _takes(folder: Path, size: int) -> bool:
    """Whether so many bytes more can be written there: found out by trying, as quotas and limits tell nothing."""
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            for start in range(0, size, 2**20):
                file.write(bytes(min(2**20, size - start)))
    except OSError:
        return False
    return True


@contextmanager
def _replacing(path: Path) -> Iterator[BinaryIO]:
    """A new file that takes the place of `path` once it is whole; nothing is left of it when writing fails."""
    path.parent.mkdir(parents=True, exist_ok=True)
    remove_abandoned(part for part in path.parent.glob("*.part") if _PART.search(part.name))

    def begin() -> Path:
        # Not tempfile.mkstemp: its files are the owner's alone, and an image's files are often written by root and read
        # by another user.
        part = path.with_name(f"{path.name}.{os.getpid()}-{os.urandom(4).hex()}.part")
        part.touch(exist_ok=False)
        return part

    with held(begin) as temporary:
        try:
            with temporary.open("wb") as file:
                yield file
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
