"""The folders that whoever starts the server names, and nothing beside them."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from summarize.reading import articles_in

_OPENING = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""Follows no link and waits for no pipe, where the system can be told so."""


class RootError(ValueError):
    """A path cannot be read from; the message names it and says why."""


@dataclass(frozen=True, slots=True)
class Root:
    """A folder below which files may be read."""

    named: Path
    """As it was named, from the top."""
    real: Path
    """As it really lies: without links."""

    @classmethod
    def of(cls, path: Path) -> Root:
        """Raises RootError for what is no folder."""
        try:
            real = path.resolve(strict=True)
        except (OSError, ValueError, RuntimeError):
            raise RootError(f"--root {path}: no such folder") from None
        if not real.is_dir():
            raise RootError(f"--root {path}: is no folder")
        return cls(Path(os.path.abspath(path)), real)  # noqa: PTH100 Path.absolute() keeps ".."

    def inside(self, given: Path) -> Path | None:
        """Where a path would lie below this folder; None for one that lies elsewhere."""
        if not given.is_absolute():
            return self.real / given
        for top in (self.named, self.real):
            if given.is_relative_to(top):
                return self.real / given.relative_to(top)
        return None


@dataclass(frozen=True, slots=True)
class Roots:
    """All such folders. A path is taken from the top or from the first of them that has it; RootError for others."""

    folders: tuple[Root, ...] = ()

    @classmethod
    def of(cls, named: Iterable[Path]) -> Roots:
        """Raises RootError for what is no folder."""
        return cls(tuple(map(Root.of, named)))

    def files(self, given: str) -> list[str]:
        """The files that a path stands for, as `read` takes them: itself, or the true files in a folder."""
        path = self._find(given)
        try:
            if not path.is_dir():
                return [given]
            articles = [article for article in articles_in(path) if stat.S_ISREG(article.lstat().st_mode)]
        except OSError as error:
            raise RootError(f"{printable(given)}: cannot be read ({error.strerror})") from None
        if not articles:
            raise RootError(f"{printable(given)}: a folder without articles; folders inside it are not looked into")
        return [str(Path(given) / article.name) for article in articles]

    def read(self, given: str, most: int) -> bytes:
        """What a file holds, which may be `most` bytes."""
        path = self._find(given)
        try:
            with open(os.open(path, _OPENING), "rb") as file:  # noqa: PTH123 a Path cannot be told what not to follow
                if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                    raise RootError(f"{printable(given)}: is no file")
                content = file.read(most + 1)
        except OSError as error:
            raise RootError(f"{printable(given)}: cannot be read ({error.strerror})") from None
        if len(content) > most:
            raise RootError(f"{printable(given)}: more than the {most:,} bytes allowed")
        return content

    def _find(self, given: str) -> Path:
        """Where a path really lies, below one of the folders and reached without a link."""
        if not self.folders:
            raise RootError("this server reads no files, as it was started without --root; give the texts instead")
        path, name = Path(given), printable(given)
        places = [place for root in self.folders if (place := root.inside(path)) is not None]
        if not places or ".." in path.parts or "\0" in given:
            raise RootError(f"{name}: leads out of the folders that may be read")
        place = next(filter(os.path.lexists, places), None)
        if place is None:
            raise RootError(f"{name}: no such file or folder below those that may be read")
        if _resolved(place) != place:
            raise RootError(f"{name}: is a link or leads through one, which is not followed")
        return place


def printable(name: str) -> str:
    """A name that any answer can hold."""
    return "".join(c if c.isprintable() else "\ufffd" for c in name)[-500:]


def _resolved(path: Path) -> Path | None:
    try:
        return path.resolve(strict=True)
    except (OSError, RuntimeError):  # a link to nothing, or in a ring
        return None
