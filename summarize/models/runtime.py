"""onnxruntime, kept from reporting home: since version 1.29 it sends word of each process that loads it."""

from __future__ import annotations

import os
from typing import Any


def import_onnxruntime() -> Any:
    """The module, with its telemetry off. All of this package's imports of it go through here."""
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # looked at as it is imported, and never again
    import onnxruntime

    onnxruntime.disable_telemetry_events()  # all that is left to do where something else has imported it before
    return onnxruntime
