"""One server for the tests that need no options of their own: it may read the three reports, and no other file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.assistants.asking import Assistant, asking
from tests.conftest import COURIER, LATER, WIRE


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the three reports, beside one file that nobody may read."""
    top = tmp_path_factory.mktemp("desk")
    folder = top / "articles"
    (folder / "inner").mkdir(parents=True)
    for name, text in (("wire", WIRE), ("courier", COURIER), ("later", LATER)):
        (folder / f"{name}.txt").write_text(text)
    (folder / "inner" / "draft.md").write_text("# A draft\n\nNobody was killed, a coastguard spokesman said.\n")
    (top / "secret.txt").write_text("Nobody may read this sentence, which lies outside.")
    os.mkfifo(folder / "pipe.txt")
    (folder / "way-out.txt").symlink_to(top / "secret.txt")
    (folder / "inner" / "up").symlink_to(top)
    return folder


@pytest.fixture(scope="session")
def assistant(folder: Path) -> Iterator[Assistant]:
    with asking("--root", str(folder)) as assistant:
        yield assistant
