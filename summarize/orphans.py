"""No worker process outlives the process that started it."""

from __future__ import annotations

import multiprocessing
import os
import threading
from multiprocessing.connection import wait


def end_with_parent() -> None:
    """From now on this process ends as soon as its parent has, whatever it is doing, also when that was killed."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def watch() -> None:
        wait([parent.sentinel])
        os._exit(1)  # nobody is left to tell, and a brief in the making would go on for seconds

    threading.Thread(target=watch, name="parent", daemon=True).start()
