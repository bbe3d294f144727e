"""The entry point of `summarize-mcp`, which also runs where the protocol's package is not installed, to say so."""

from __future__ import annotations

import sys
from importlib.util import find_spec

_PACKAGES = ("mcp", "fastapi", "prometheus_client", "pydantic_settings")
"""Those of the extra `mcp` that are imported."""


def main() -> None:
    """Runs the command."""
    missing = [name for name in _PACKAGES if find_spec(name) is None]
    if missing:
        print(
            f"summarize-mcp: not installed: {', '.join(missing)}; it needs: pip install 'summarize[mcp]'",
            file=sys.stderr,
        )
        sys.exit(2)
    from api.assistants.command import app

    app(prog_name="summarize-mcp")
