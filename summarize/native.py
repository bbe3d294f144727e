"""Calls into native code, whose faults need not be exceptions to Python's mind.

A panic in Rust is a BaseException, and ends a worker that catches every Exception.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


class NativeFaultError(RuntimeError):
    """Native code failed in a way of its own; the message says where."""


@contextmanager
def guarded(what: str) -> Iterator[None]:
    """Turns whatever is neither an Exception nor a wish to end the program into a NativeFaultError."""
    try:
        yield
    except (Exception, KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as error:
        raise NativeFaultError(f"{what} failed ({type(error).__name__}: {str(error)[:200]})") from error
