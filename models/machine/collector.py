"""When Python looks for rings of objects: never while many rows are built, never beside the window.

A ring that holds a widget must go in the window's thread: collected in another one, the widget is
destroyed there, and the program with it. So the window looks itself (`collect_due`), and the
automatic look, which comes in whatever thread allocates next, stays off.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_pauses: list[None] = []


@contextmanager
def paused_collector() -> Iterator[None]:
    """Within it no rings are looked for; tens of thousands of rows hold none.

    What was built is set aside until the next time, else the first look at all of it would
    keep every thread waiting for a tenth of a second. Work that failed has built nothing to keep:
    the rings of its error, which may hold open statements, are left to be found.
    """
    running = gc.isenabled()
    gc.disable()
    gc.unfreeze()
    _pauses.append(None)
    try:
        yield
        gc.freeze()
    finally:
        _pauses.pop()
        if running:
            gc.enable()


def set_aside() -> None:
    """Look for no rings in what is there by now: modules stay as long as the program."""
    gc.freeze()


def collect_due() -> None:
    """Look for rings as deep as Python would by now, unless that is paused."""
    if _pauses:
        return
    counts, limits = gc.get_count(), gc.get_threshold()
    due = [depth for depth in range(len(counts)) if counts[depth] > limits[depth]]
    if due:
        gc.collect(due[-1])
