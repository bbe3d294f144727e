"""The log: one JSON object a line on stderr. It names requests, sizes and times, never a word of an article."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime

_MOST_KINDS = 100
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


class Seldom(logging.Filter):
    """Lets a line of the server through once in some seconds, with how many like it were left out since.

    Out of descriptors, asyncio says so two thousand times a second.
    """

    def __init__(self, seconds: float = 10.0) -> None:
        super().__init__()
        self._seconds = seconds
        self._said: dict[str, tuple[float, int]] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        what = str(record.msg).partition("\n")[0]
        then, left_out = self._said.pop(what, (-self._seconds, 0))
        said = record.created - then >= self._seconds
        self._said[what] = (record.created, 0) if said else (then, left_out + 1)
        if len(self._said) > _MOST_KINDS:
            del self._said[next(iter(self._said))]
        if said and left_out:
            record.fields = {"left_out": left_out}
        return said


def configure(level: str) -> None:
    """Sends this service's records and the server's to stderr."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    seldom = Seldom()
    for name in ("summarize.api", "uvicorn", "uvicorn.error", "asyncio"):
        logger = logging.getLogger(name)
        logger.handlers = [handler]
        logger.filters = [] if name == "summarize.api" else [seldom]
        logger.propagate = False
        logger.setLevel(level.upper() if name == "summarize.api" else "WARNING")


def log(level: int, event: str, **fields: object) -> None:
    LOGGER.log(level, event, extra={"fields": fields})
