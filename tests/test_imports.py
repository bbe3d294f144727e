"""What one brief by the compiled model imports: start-up is most of what a one-shot costs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import summarize
from summarize.models.cache import FOLDER_VARIABLE

HEAVY = {
    "torch",
    "transformers",
    "sentence_transformers",
    "sklearn",
    "pandas",
    "faiss",
    "onnx",
    "sympy",
    "rich",
    "fastapi",
}
HEAVY |= {
    "huggingface_hub",
    "requests",
    "httpx",
    "matplotlib",
    "markdown_it",
    "sqlite3",
    "trafilatura",
    "htmldate",
    "lxml",
    "httpcore",
    "protego",
    "feedparser",
}
MOST = 900
"""Modules; 780 when this was written. What adds a hundred wants a reason."""


@pytest.mark.model
def test_one_brief_imports_only_what_it_needs(default_cache: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A ferry struck the pier on Tuesday. Nobody was hurt, the coastguard said.")
    program = (
        "import json, sys\nfrom summarize.cli import run\nassert run(sys.argv[1:]) == 0\n"
        "print(json.dumps(sorted(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "a.txt")],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, FOLDER_VARIABLE: str(default_cache)},
    )
    modules = json.loads(done.stderr)
    assert not HEAVY & {name.partition(".")[0] for name in modules}
    assert "scipy.sparse.csgraph" not in modules
    assert len(modules) < MOST


def test_importing_the_library_loads_nothing_heavy() -> None:
    program = "import sys; from summarize import *; print(' '.join({name.partition('.')[0] for name in sys.modules}))"
    printed = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout
    assert not (HEAVY | {"scipy", "onnxruntime", "tokenizers", "typer"}) & set(printed.split())


def test_a_public_name_is_loaded_when_it_is_asked_for() -> None:
    program = "import summarize, sys; print(*(name for name in sys.modules if name.startswith('summarize.')))"
    printed = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout
    assert printed.split() == []
    assert all(callable(getattr(summarize, name)) for name in summarize.__all__)
    assert set(summarize.__all__) <= set(dir(summarize))
    with pytest.raises(AttributeError, match="no attribute 'summarise'"):
        getattr(summarize, "summarise")  # noqa: B009 - mypy would say so before
