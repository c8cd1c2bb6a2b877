"""Showing values in fields without their telling of it, as if somebody had chosen them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from PySide6.QtCore import QObject, QSignalBlocker


@contextmanager
def without_signals(*fields: QObject) -> Iterator[None]:
    """Within it the fields tell nothing."""
    with ExitStack() as stack:
        for each in fields:
            stack.enter_context(QSignalBlocker(each))
        yield
