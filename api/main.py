"""The entry point of `summarize-api`, which also runs where the service's own packages are not installed, to say so."""

from __future__ import annotations

import sys
from importlib.util import find_spec

_PACKAGES = ("fastapi", "prometheus_client", "pydantic_settings", "uvicorn")
"""Those of the extra `api` that are imported."""


def main() -> None:
    """Runs the command."""
    missing = [name for name in _PACKAGES if find_spec(name) is None]
    if missing:
        print(
            f"summarize-api: not installed: {', '.join(missing)}; the service needs: pip install 'summarize[api]'",
            file=sys.stderr,
        )
        sys.exit(2)
    from api.command import app

    app(prog_name="summarize-api")
