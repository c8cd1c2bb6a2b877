"""Rows that are already in memory, given to a `RowsModel` the way the lane gives them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer

from ui.table.column import RowT
from ui.table.rows_model import Fetch, Lost, Taker


def held_rows(owner: QObject, row_of: Callable[[int], RowT]) -> Fetch[RowT]:
    """A fetch that answers in the next round of the event loop, as a model must not answer
    while a view is drawing it."""

    def fetch(ids: Sequence[int], take: Taker[RowT], _lost: Lost) -> None:
        QTimer.singleShot(0, owner, partial(take, [row_of(each) for each in ids]))

    return fetch
