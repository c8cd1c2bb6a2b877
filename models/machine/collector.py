"""Pausing Python's cycle collector while very many small objects are built at once."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused_collector() -> Iterator[None]:
    """Within it no cycles are looked for; tens of thousands of rows hold none.

    What was built is set aside until the next time, else the first look at all of it would
    keep every thread waiting for a tenth of a second.
    """
    running = gc.isenabled()
    gc.disable()
    if running:
        gc.unfreeze()
    try:
        yield
    finally:
        if running:
            gc.freeze()
            gc.enable()
