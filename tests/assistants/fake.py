"""python -m tests.assistants.fake: `summarize-mcp`, with the small encoder in place of the model."""

from __future__ import annotations

from functools import partial

from api.assistants import server
from api.assistants.command import app
from tests.api.serving import load_troubled

if __name__ == "__main__":
    server.serve = partial(server.serve, load=load_troubled)
    app(prog_name="summarize-mcp")
