"""The `summarize-api` command."""

from __future__ import annotations

import http.client
import signal
import sys
from typing import Annotated, NoReturn

import typer

from api.settings import PREFIX, Settings, SettingsError, load

app = typer.Typer(
    add_completion=False, pretty_exceptions_enable=False, context_settings={"help_option_names": ["-h", "--help"]}
)


def main() -> None:
    """The entry point of the installed command."""
    app(prog_name="summarize-api")


@app.callback(invoke_without_command=True)
def serve(context: typer.Context) -> None:
    """Serve the API and its web page, by default on http://127.0.0.1:8000.

    It is set up through environment variables SUMMARIZE_API_*; `summarize-api settings` lists them.
    """
    if context.invoked_subcommand is None:
        run(_settings())


@app.command()
def key(name: Annotated[str, typer.Argument(help="Whose key it is: letters, digits, dots, dashes.")]) -> None:
    """Make an access key: prints it, once, and the line that lets it in, which does not give it away."""
    from api.security import digest, new_key

    made = new_key()
    typer.echo(f"key, for its holder: {made}", err=True)
    typer.echo(f"line, for {PREFIX}KEYS or the keys file:", err=True)
    typer.echo(f"{name}:{digest(made)}")


@app.command()
def settings() -> None:
    """List every setting, with its default."""
    for name, setting in Settings.model_fields.items():
        default = " ".join(setting.default) if isinstance(setting.default, tuple) else setting.default
        shown = "" if default in (None, "") else f" [{default}]"
        typer.echo(f"{PREFIX}{name.upper()}\n    {setting.description}{shown}")


@app.command()
def health() -> None:
    """Ask the server with these settings whether it is ready: exit status 0 if so, 1 if not."""
    chosen = _settings()
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(chosen.host, chosen.host)
    try:
        connection = http.client.HTTPConnection(host, chosen.port, timeout=5)
        connection.request("GET", "/readyz")
        status = connection.getresponse().status
    except OSError as error:
        _fail(f"no answer from {host}:{chosen.port} ({error})", 1)
    if status != 200:
        _fail(f"not ready (status {status})", 1)


def run(chosen: Settings) -> None:
    """Serves until told to stop by SIGTERM or Ctrl-C; what is running then is finished first."""
    from api.app import create_app
    from api.logs import configure
    from api.offline import forbid_connections
    from api.server import make_server

    configure(chosen.log_level)
    forbid_connections()
    server = make_server(create_app(chosen), chosen)
    for number in (signal.SIGTERM, signal.SIGINT):  # the server takes them over, and raises them again when it is done
        signal.signal(number, lambda *_: sys.exit(0))
    _say_where(chosen)
    server.run()
    if not server.started:
        _fail(f"cannot listen on {chosen.host}:{chosen.port}; see the log", 1)


def _say_where(chosen: Settings) -> None:
    host = f"[{chosen.host}]" if ":" in chosen.host else chosen.host
    typer.echo(f"summarize-api: serving on http://{host}:{chosen.port}/ (Ctrl-C stops it)", err=True)


def _settings() -> Settings:
    try:
        return load()
    except SettingsError as error:
        _fail(str(error), 2)


def _fail(message: str, status: int) -> NoReturn:
    typer.echo(f"summarize-api: {message}", err=True)
    sys.exit(status)
