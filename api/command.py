"""The `summarize-api` command."""

from __future__ import annotations

import errno
import http.client
import os
import signal
import socket
import sys
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, NoReturn

import typer

from api.settings import KEY_NAME, PREFIX, Settings, SettingsError, load

app = typer.Typer(
    add_completion=False, pretty_exceptions_enable=False, context_settings={"help_option_names": ["-h", "--help"]}
)


def _option(name: str) -> Any:
    return typer.Option(help=Settings.model_fields[name].description, show_default=False)


@app.callback(invoke_without_command=True)
def serve(
    context: typer.Context,
    host: Annotated[str | None, _option("host")] = None,
    port: Annotated[int | None, _option("port")] = None,
    workers: Annotated[int | None, _option("workers")] = None,
    log_level: Annotated[str | None, _option("log_level")] = None,
) -> None:
    """Serve the API and its web page, by default on http://127.0.0.1:8000.

    What the options leave open is set up through environment variables SUMMARIZE_API_*; `summarize-api settings` lists
    them. An option wins over its variable.
    """
    options = {"host": host, "port": port, "workers": workers, "log_level": log_level}
    context.obj = {name: value for name, value in options.items() if value is not None}
    if context.invoked_subcommand is None:
        run(_settings(context.obj))


@app.command()
def key(name: Annotated[str, typer.Argument(help="Whose key it is: letters, digits, dots, dashes.")]) -> None:
    """Make an access key: prints it, once, and the line that lets it in, which does not give it away."""
    from api.security import digest, new_key

    if not KEY_NAME.fullmatch(name):
        _fail(
            "a key's name is made of letters, digits, dots, dashes and underscores, begins with one of the first two, "
            "and has 64 characters at most",
            2,
        )
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
def health(context: typer.Context) -> None:
    """Ask the server with these settings whether it is ready: exit status 0 if so, 1 if not."""
    chosen = _settings(context.obj)
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(chosen.host, chosen.host)
    try:
        connection = http.client.HTTPConnection(host, chosen.port, timeout=5)
        connection.request("GET", "/readyz")
        status = connection.getresponse().status
    except (OSError, http.client.HTTPException) as error:
        _fail(f"no answer from {host}:{chosen.port} ({error})", 1)
    if status != 200:
        _fail(f"not ready (status {status})", 1)


def run(chosen: Settings) -> None:
    """Serves until told to stop by SIGTERM or Ctrl-C; what is running then is finished first."""
    from api.app import create_app
    from api.logs import configure
    from api.offline import forbid_all_but_links
    from api.server import listen, make_server

    configure(chosen.log_level)
    forbid_all_but_links(chosen.fetch)
    try:
        sockets = listen(chosen.host, chosen.port)
    except OSError as error:
        _fail(f"cannot listen on {chosen.host}:{chosen.port}: {_reason(error)}", 1)
    server = make_server(create_app(chosen), chosen, lambda: _say_where(chosen.host, sockets))
    for number in (signal.SIGTERM, signal.SIGINT):  # the server takes them over, and raises them again when it is done
        signal.signal(number, lambda *_: sys.exit(0))
    _end_with_terminal()
    server.run(sockets)


def _end_with_terminal() -> None:
    """Has the end of the terminal it was started from (SIGHUP) stop it like SIGTERM, unless that is ignored (nohup)."""
    hangup = getattr(signal, "SIGHUP", None)  # Windows has none
    if hangup is not None and signal.getsignal(hangup) is signal.SIG_DFL:
        signal.signal(hangup, lambda *_: signal.raise_signal(signal.SIGTERM))


def _say_where(host: str, sockets: Sequence[socket.socket]) -> None:
    name = f"[{host}]" if ":" in host else host
    port = sockets[0].getsockname()[1]
    typer.echo(f"summarize-api: serving on http://{name}:{port}/ (Ctrl-C stops it)", err=True)


def _reason(error: OSError) -> str:
    by_name = isinstance(error, socket.gaierror)  # whose numbers are others
    what = os.strerror(error.errno) if error.errno and not by_name else error.strerror or str(error)
    remedies = {
        errno.EADDRINUSE: "; stop what listens there, or choose another with --port",
        errno.EACCES: "; choose a --port of 1024 or more",
        errno.EADDRNOTAVAIL: "; this machine has no such address",
    }
    return what.lower() + remedies.get(error.errno or 0, "")


def _settings(options: Mapping[str, object]) -> Settings:
    try:
        return load(options=options)
    except SettingsError as error:
        _fail(str(error), 2)


def _fail(message: str, status: int) -> NoReturn:
    typer.echo(f"summarize-api: {message}", err=True)
    sys.exit(status)
