"""The options that several commands share, each worded once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from summarize.models import Engine

MaxWords = Annotated[
    int | None,
    typer.Option("-w", "--max-words", metavar="N", min=1, help="Longest brief in words (200, or no limit with -s)."),
]
MaxSentences = Annotated[
    int | None, typer.Option("-s", "--max-sentences", metavar="N", min=1, help="Longest brief in sentences.")
]
Model = Annotated[
    str | None,
    typer.Option("--model", metavar="NAME_OR_PATH", help="Another sentence-transformers model: its name or folder."),
]
EncoderEngine = Annotated[
    Engine,
    typer.Option("--encoder", help="What runs the model: its compiled form where there can be one, or torch."),
]
Vectors = Annotated[
    Path | None,
    typer.Option(
        "--vectors", metavar="FILE", help="Keep the vectors of sentences in FILE (SQLite), and look them up there."
    ),
]
Strict = Annotated[bool, typer.Option("--strict", help="Fail when any source cannot be read.")]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing on stderr but errors.")]
Verbose = Annotated[bool, typer.Option("--verbose", help="Print how long each stage took, on stderr.")]
