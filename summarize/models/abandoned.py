"""What a process makes for a while and is killed before it removes: the next one does.

Each is locked for as long as it is being made. The system lets go of a lock however a process ends, so what is there
and not locked is abandoned, whatever the number of its process now belongs to, also in another container.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows, where nothing can be told of them
    fcntl = None  # type: ignore[assignment]


@contextmanager
def held(make: Callable[[], Path]) -> Iterator[Path]:
    """The file or folder that `make` makes, locked until the end. Raises OSError."""
    while True:
        path = make()
        try:
            handle = _lock(path)
        except (BlockingIOError, FileNotFoundError):  # taken for abandoned before it was locked
            continue
        except OSError:  # there are no locks here, so that nobody can remove it either
            handle = None
        break
    try:
        yield path
    finally:
        if handle is not None:
            os.close(handle)


def remove_abandoned(paths: Iterable[Path]) -> None:
    """Removes those of our own files and folders that no process holds."""
    for path in paths if fcntl else ():
        with suppress(OSError):
            if path.is_symlink() or path.stat().st_uid != os.geteuid():
                continue
            handle = _lock(path)
            try:
                shutil.rmtree(path) if path.is_dir() else path.unlink()
            finally:
                os.close(handle)


def _lock(path: Path) -> int:
    """Raises BlockingIOError where another process holds it, FileNotFoundError where it is gone, or OSError."""
    if fcntl is None:
        raise OSError("there are no locks")
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if not os.path.samestat(os.fstat(handle), path.stat()):
            raise FileNotFoundError
    except BaseException:
        os.close(handle)
        raise
    return handle
