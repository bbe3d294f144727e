"""Where results go, and what must not be written over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import typer

from summarize.cli import USAGE
from summarize.cli.console import fail, write_file, write_stdout
from summarize.reading import articles_in, read_sources
from summarize.reading.evidence import MANIFEST, RAW, TEXTS, is_evidence
from summarize.reading.links import is_link


def check_output(output: Path, sources: Sequence[str], kept: Iterable[Path] = ()) -> None:
    """Ends the command before any work where the result could not be written, or would take the place of what it is
    made from: a source, or one of the files that are `kept` beside them.
    """
    try:
        if not output.name or output.is_dir():
            fail(f"cannot write {output}: it is a folder, not a file", USAGE)
        if not output.parent.is_dir():
            fail(f"cannot write {output}: there is no folder {output.parent}", USAGE)
        named = (Path(source) for source in sources if source != "-" and not is_link(source))
        if any(output.resolve() == path.resolve() or _same_file(output, path) for path in kept) or any(
            _is_source(output, path) for path in named
        ):
            fail(f"cannot write {output}: it is one of the files the result is made from", USAGE)
    except typer.Exit:  # which is a RuntimeError
        raise
    except (OSError, ValueError, RuntimeError) as error:
        fail(f"cannot write {output}: {getattr(error, 'strerror', None) or error}", USAGE)


def write(text: str, output: Path | None) -> None:
    """Puts a result into a file, or on standard output where none is named."""
    if output is None:
        write_stdout(text)
    else:
        write_file(output, text)


def _is_source(output: Path, source: Path) -> bool:
    """Whether the source is this file, or a folder with this file among its articles; a brief in it is no article."""
    if not source.is_dir():
        return _same_file(output, source)
    if is_evidence(source):
        kept = output.resolve().parent == (source / RAW).resolve()
        return kept or any(_same_file(output, source / name) for name in (MANIFEST, TEXTS))
    try:
        files = articles_in(source)
    except OSError:  # reading it says why
        return False
    return any(_same_file(output, file) and read_sources([file]).documents for file in files)


def _same_file(one: Path, other: Path) -> bool:
    return one.is_file() and other.is_file() and one.samefile(other)
