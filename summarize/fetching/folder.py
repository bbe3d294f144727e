"""Keeps what was read in a folder: the bytes as they came, the texts as they were read, and what is known of both."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from mimetypes import MimeTypes
from pathlib import Path

from summarize.errors import SourceError
from summarize.files import in_place_of
from summarize.reading.evidence import MANIFEST, RAW, TEXTS, Kept, KeptAnswers, Manifest, is_evidence, read_manifest
from summarize.reading.links import Answer, address, once
from summarize.reading.metadata import host_of
from summarize.reading.sources import Reading, read_sources
from summarize.records.document import Document

try:
    import fcntl
except ImportError:  # Windows, where nothing can be told of other calls
    fcntl = None  # type: ignore[assignment]

_UNSAFE = re.compile(r"[^a-z0-9.-]+")
_MAX_HOST = 60
_ANSWER = re.compile(r"[a-z0-9.-]{1,60}-([0-9a-f]{16})(?:\.\w{1,12})?")
_PART = re.compile(r"\.summarize-[0-9a-f]{16}\.part")
"""How the files are called that are written here, and what `in_place_of` leaves of one when it is killed."""
_TYPES = MimeTypes()
"""The same on every machine, unlike what the functions of the module know."""


class Folder:
    """A folder of evidence, new or of an earlier time. Raises SourceError for one with other things in it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._before = Manifest()
        if is_evidence(path):
            self._before = read_manifest(path, str(path))
        elif path.exists() and not (path.is_dir() and _is_unfinished(path)):
            raise SourceError(f"{path}: holds other things than evidence; name a new folder, or one that fetch made")
        if (path / RAW).is_symlink():
            raise SourceError(f"{path}: its {RAW} is a link that leads elsewhere; name another folder")
        self._answers = KeptAnswers(path, self._before)

    def kept(self, link: str) -> Answer | None:
        """What the link answered when it was read before, unless that was damaged since."""
        try:
            return self._answers.get(link)
        except SourceError:
            return None

    def named(self, links: Iterable[str]) -> list[str]:
        """Links as they were named when the folder was made, those that lead to one address once."""
        before = {address(link): link for link in once(self._before.sources)}
        return [before.get(address(link), link) for link in once(links)]

    def keep(self, sources: Mapping[str, int], answers: Iterable[Answer], failed: Mapping[str, str]) -> Reading:
        """Adds what was read now; returns what the folder reads as from now on. Raises OSError, SourceError.

        What was kept before stays, also where a link answers anew: the newer answer counts, the older one is still
        there. A link that fails now and was read before reads as it was.
        """
        (self.path / RAW).mkdir(parents=True, exist_ok=True)
        with _held(self.path):
            for part in (*self.path.glob(".*.part"), *(self.path / RAW).glob(".*.part")):
                if _is_part(part):  # of a call that was killed
                    part.unlink(missing_ok=True)
            if is_evidence(self.path):  # another call may have kept something in the meantime
                self._before = read_manifest(self.path, str(self.path))
            return self._kept_too(sources, answers, failed)

    def _kept_too(self, sources: Mapping[str, int], answers: Iterable[Answer], failed: Mapping[str, str]) -> Reading:
        kept = {(entry.origin.link, entry.sha256): entry for entry in self._before.answers}
        for answer in answers:
            entry = self._written(answer)
            kept.pop((entry.origin.link, entry.sha256), None)
            kept[entry.origin.link, entry.sha256] = entry  # at the end, as the last of a link counts
        read = {link for link, _ in kept}
        manifest = Manifest(
            {**self._before.sources, **sources},
            tuple(kept.values()),
            {link: why for link, why in {**self._before.failed, **failed}.items() if link not in read},
        )
        _replace(self.path / MANIFEST, manifest.to_json().encode())  # after what it names
        reading = read_sources([self.path])
        _replace(self.path / TEXTS, "".join(map(_line, reading.documents)).encode())
        return reading

    def _written(self, answer: Answer) -> Kept:
        digest = hashlib.sha256(answer.content).hexdigest()
        media_type = (answer.origin.content_type or "").partition(";")[0].strip().lower()
        host = _UNSAFE.sub("-", (host_of(answer.origin.final_link) or "").lower()).strip(".-")[:_MAX_HOST]
        file = f"{host or 'link'}-{digest[:16]}{_suffix(media_type)}"
        path = self.path / RAW / file
        if not path.is_file() or path.read_bytes() != answer.content:
            _replace(path, answer.content)
        return Kept(answer.origin, file, digest, len(answer.content))


def _is_unfinished(folder: Path) -> bool:
    """Whether a folder holds nothing, or nothing but what `keep` writes before the manifest: it was ended there."""
    raw = folder / RAW
    beside = [path for path in folder.iterdir() if path != raw]
    if raw.is_symlink() or (raw.exists() and not raw.is_dir()):
        return False
    inside = list(raw.iterdir()) if raw.exists() else []
    return all(map(_is_part, beside)) and all(_is_part(path) or _is_answer(path) for path in inside)


def _is_part(path: Path) -> bool:
    return _is_plain(path) and _PART.fullmatch(path.name) is not None


def _is_answer(path: Path) -> bool:
    """Whether a file is called after what it holds, as `_written` calls it."""
    named = _ANSWER.fullmatch(path.name)
    return named is not None and _is_plain(path) and hashlib.sha256(path.read_bytes()).hexdigest()[:16] == named[1]


def _is_plain(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _suffix(media_type: str) -> str:
    if media_type.endswith("xml") and media_type != "application/xhtml+xml":
        return ".xml"
    return _TYPES.guess_extension(media_type) or ""


def _line(document: Document) -> str:
    told = document.to_dict()
    if document.mends:
        told["mended"] = {mend.damage: mend.places for mend in document.mends}
    return json.dumps(told | {"text": told.pop("text")}, ensure_ascii=False) + "\n"  # which is long, and stands last


def _replace(path: Path, content: bytes) -> None:
    with in_place_of(path) as part:
        part.write_bytes(content)


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Has another call that writes to the folder wait, where the system can tell of it."""
    if fcntl is None:
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # a file system without locks
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
