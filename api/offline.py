"""No outgoing connection at all: kept by the interpreter, not by good intentions."""

from __future__ import annotations

import os
import socket
import sys
from typing import Any


class OutgoingConnectionError(RuntimeError):
    """Something tried to open a connection, which nothing in this service may do."""


def forbid_connections() -> None:
    """From now on every attempt of this process to connect to another machine raises; it cannot be taken back."""
    os.environ["HF_HUB_OFFLINE"] = "1"  # asks the model libraries not to try
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # onnxruntime connects from outside the interpreter, unseen by the hook

    def refuse(event: str, arguments: tuple[Any, ...]) -> None:
        local = event == "socket.connect" and arguments[0].family == getattr(socket, "AF_UNIX", None)
        if event in ("socket.connect", "socket.sendto") and not local:
            raise OutgoingConnectionError("this service opens no connections")

    sys.addaudithook(refuse)
