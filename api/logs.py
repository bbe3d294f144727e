"""The log: one JSON object a line on stderr. It names requests, sizes and times, never a word of an article."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime

LOGGER = logging.getLogger("summarize.api")


class JsonLines(logging.Formatter):
    """A record as a line. Exceptions are named with their place, without their message, which might quote a text."""

    def format(self, record: logging.LogRecord) -> str:
        fields = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info and record.exc_info[0] is not None:
            fields["error"] = record.exc_info[0].__name__
        return json.dumps(fields, default=str)


def configure(level: str) -> None:
    """Sends this service's records and the server's to stderr."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    for name in ("summarize.api", "uvicorn", "uvicorn.error", "asyncio"):
        logger = logging.getLogger(name)
        logger.handlers = [handler]
        logger.propagate = False
        logger.setLevel(level.upper() if name == "summarize.api" else "WARNING")


def log(level: int, event: str, **fields: object) -> None:
    LOGGER.log(level, event, extra={"fields": fields})
