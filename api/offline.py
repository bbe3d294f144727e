"""No outgoing connection but to what was checked, if to anything: kept by the interpreter, not by good intentions."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable
from typing import Any


class OutgoingConnectionError(RuntimeError):
    """Something tried to open a connection that nothing in this service may open."""


def _nowhere(address: str) -> bool:
    return False


def forbid_connections(but_to: Callable[[str], bool] = _nowhere) -> None:
    """From now on every attempt of this process to connect to another machine raises; it cannot be taken back.

    `but_to` says of an address, in the thread that is about to connect there, whether it may.
    """
    os.environ["HF_HUB_OFFLINE"] = "1"  # asks the model libraries not to try
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # onnxruntime connects from outside the interpreter, unseen by the hook

    def refuse(event: str, arguments: tuple[Any, ...]) -> None:
        local = event == "socket.connect" and arguments[0].family == getattr(socket, "AF_UNIX", None)
        if event in ("socket.connect", "socket.sendto") and not local:
            if event == "socket.connect" and but_to(str(arguments[1][0])):
                return
            raise OutgoingConnectionError("this service opens no connections")

    sys.addaudithook(refuse)


def forbid_all_but_links(reads_links: bool) -> None:
    """No connection from here on, but for links, where they are read, and for them only where the guard allows it."""
    if not reads_links:
        forbid_connections()
        return
    from summarize.fetching.backend import is_checked

    forbid_connections(but_to=is_checked)
