"""Several articles about one event in, one deduplicated and source-cited brief out."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summarize.checking import check
    from summarize.errors import SummarizeError
    from summarize.explanation import explain
    from summarize.options import Options
    from summarize.pipeline import summarize
    from summarize.records.brief import Brief
    from summarize.records.check import Check
    from summarize.records.document import Document
    from summarize.verification import verify

__version__ = "0.1.0"
__all__ = ["Brief", "Check", "Document", "Options", "SummarizeError", "check", "explain", "summarize", "verify"]

_HOMES = {
    "Brief": "records.brief",
    "Check": "records.check",
    "Document": "records.document",
    "Options": "options",
    "SummarizeError": "errors",
    "check": "checking",
    "explain": "explanation",
    "summarize": "pipeline",
    "verify": "verification",
}
"""The module of each public name: it is loaded when the name is first used, so that nobody waits for the others."""


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
