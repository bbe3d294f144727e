"""The `summarize-mcp` command."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Annotated

import typer

from api.assistants.roots import RootError, Roots
from api.settings import SettingsError, load

app = typer.Typer(
    add_completion=False, pretty_exceptions_enable=False, context_settings={"help_option_names": ["-h", "--help"]}
)


@app.command()
def serve(
    root: Annotated[
        list[Path] | None,
        typer.Option(metavar="FOLDER", help="Let files below FOLDER be read; may be given again. None: no file is."),
    ] = None,
    allow_links: Annotated[
        bool, typer.Option("--allow-links", help="Let documents be public links. Without, no connection is opened.")
    ] = False,
    model: Annotated[
        str | None,
        typer.Option(metavar="NAME_OR_PATH", help="Another sentence-transformers model: its name or folder."),
    ] = None,
) -> None:
    """Serve the tools brief, check, stories and verify to an assistant, by the Model Context Protocol over stdin and
    stdout. An assistant starts it; docs/mcp.md says how it is registered.

    Limits are those of summarize-api, and set by the same variables, such as SUMMARIZE_API_MAX_DOCUMENTS.
    """
    options: dict[str, object] = {"fetch": allow_links, **({"model": model} if model else {})}
    try:
        settings = load(options=options)
        roots = Roots.of(root or ())
    except (SettingsError, RootError) as error:
        typer.echo(f"summarize-mcp: {error}", err=True)
        raise typer.Exit(2) from None
    if sys.stdin is not None and sys.stdin.isatty():
        typer.echo("summarize-mcp: waiting for an assistant on standard input (Ctrl-C stops it)", err=True)
    from api.assistants.server import serve as serve_tools
    from api.offline import forbid_all_but_links

    forbid_all_but_links(settings.fetch)
    try:
        asyncio.run(serve_tools(settings, roots))
    except KeyboardInterrupt:
        raise typer.Exit(130) from None  # what a shell reports for a command ended by Ctrl-C
