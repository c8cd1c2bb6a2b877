"""A sorted list of ids as a Qt model; the rows behind them come page by page, from the lane."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from operator import attrgetter
from typing import Any, Generic

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from ui.table.column import Column, Kind, RowT
from ui.table.spoken import spoken_cell

ModelIndex = QModelIndex | QPersistentModelIndex
Taker = Callable[[Sequence[RowT]], Any]
Lost = Callable[[], None]
Fetch = Callable[[Sequence[int], Taker[RowT], Lost], Any]

# A page is read while the window paints: a small one never keeps it waiting.
PAGE = 50
FEW = 50
PAGES_KEPT = 60
WANTED_KEPT = 4
FIRST_PAUSE_MS, LONGEST_PAUSE_MS = 1_000, 60_000
"""How long a page that could not be read waits to be asked for again: each time twice as long."""
PLACEHOLDER = "…"
KIND_ROLE = Qt.ItemDataRole.UserRole + 1
_FLAG = Qt.ItemFlag
_READ = _FLAG.ItemIsSelectable | _FLAG.ItemIsEnabled | _FLAG.ItemNeverHasChildren
_WRITTEN = _READ | _FLAG.ItemIsEditable


class RowsModel(QAbstractTableModel, Generic[RowT]):
    """Rows in the order of `set_ids`; `fetch(ids, take, lost)` reads them and calls `take(rows)`
    later, or `lost()` when no answer will come; `lost()` after `take` means nothing.

    What was once fetched stays in sight until the newer row has come, so that
    nothing flickers. At most one request is on its way; one that was lost is repeated after a
    pause, as long as somebody looks. `edited` carries id, column and text
    of a cell that somebody has written into; the row changes when it comes anew. `sought` are the
    words that are lit up.
    """

    ids_changed = Signal()
    edited = Signal(int, str, str)

    def __init__(
        self,
        columns: Sequence[Column[RowT]],
        fetch: Fetch[RowT],
        parent: QObject | None = None,
        id_of: Callable[[RowT], int] = attrgetter("id"),
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.loaded = False
        self.sought: tuple[str, ...] = ()
        self.id_of = id_of
        self._fetch = fetch
        self._ids: array[int] = array("q")
        self._rows: dict[int, RowT] = {}
        self._fresh: set[int] = set()
        self._wanted: list[int] = []
        self._waiting = False
        self._generation = 0
        self._pause = QTimer(self, singleShot=True, interval=FIRST_PAUSE_MS)
        self._pause.timeout.connect(self._touch_all)

    @property
    def ids(self) -> Sequence[int]:
        """The ids in the order shown."""
        return self._ids

    def ids_between(self, first: int, last: int) -> Sequence[int]:
        """The ids of the lines from `first` to `last`."""
        return self._ids[first : last + 1]

    def place_of(self, row_id: int) -> int | None:
        """The line of an id; None when it is not shown."""
        return _place_in(self._ids.tobytes(), self._ids.itemsize, row_id)

    def places_of(self, ids: Iterable[int]) -> list[int]:
        """The lines of these ids, as far as they are shown, from top to bottom."""
        wanted = set(ids)
        if len(wanted) <= FEW:
            raw, wide = self._ids.tobytes(), self._ids.itemsize
            found = (_place_in(raw, wide, row_id) for row_id in wanted)
            return sorted(line for line in found if line is not None)
        return [line for line, row_id in enumerate(self._ids) if row_id in wanted]

    def row_at(self, line: int) -> RowT | None:
        """The row of a line; None until it has come."""
        return self._rows.get(self._ids[line]) if 0 <= line < len(self._ids) else None

    def row_of(self, row_id: int) -> RowT | None:
        """The row with this id, as far as it has come."""
        return self._rows.get(row_id)

    @property
    def kept(self) -> int:
        """How many rows are kept at most."""
        return PAGE * PAGES_KEPT

    def set_ids(self, ids: Iterable[int], first: Sequence[RowT] = ()) -> None:
        """Show these ids and read their rows anew; the same ids leave the view where it is.

        `first` are the rows of the first page, when they have come with the ids.
        """
        made = ids if isinstance(ids, array) else array("q", ids)
        same = self.loaded and made == self._ids
        self._generation += 1
        self._fresh.clear()
        self._wanted.clear()
        self._waiting = False
        self._pause.stop()
        if first:
            self._make_room()
            self._rows.update((self.id_of(row), row) for row in first)
            whole = len(first) == len(made)
            self._fresh.update(range(len(first) // PAGE + whole))
        if same:
            self._touch_all()
            return
        self.beginResetModel()
        self.loaded = True
        self._ids = made
        self.endResetModel()
        self.ids_changed.emit()

    def whole(self, ids: Sequence[int], take: Taker[RowT]) -> None:
        """Hand over the rows of all these ids: at once when they are here, else when they come."""
        if all(row_id in self._rows for row_id in ids):
            take([self._rows[row_id] for row_id in ids])
        else:
            self._fetch(ids, take, lambda: None)

    def _touch_all(self) -> None:
        if self._ids:
            last = self.index(len(self._ids) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _want(self, page: int) -> None:
        if page in self._fresh:
            return
        if page not in self._wanted:
            self._wanted.append(page)
            # Whoever drags the scroll bar passes many pages and stays at the last ones.
            del self._wanted[:-WANTED_KEPT]
        self._ask()

    def _ask(self) -> None:
        if self._waiting or self._pause.isActive() or not self._wanted:
            return
        page = self._wanted.pop()
        generation = self._generation
        self._waiting = True
        self._fetch(
            self._ids[page * PAGE : (page + 1) * PAGE],
            partial(self._take, generation, page),
            partial(self._lose, generation),
        )

    def _lose(self, generation: int) -> None:
        """No answer came: ask anew when the rows are looked at after a while."""
        if generation != self._generation or not self._waiting:
            return
        self._waiting = False
        self._wanted.clear()
        self._pause.start()
        self._pause.setInterval(min(self._pause.interval() * 2, LONGEST_PAUSE_MS))

    def _take(self, generation: int, page: int, rows: Sequence[RowT]) -> None:
        if generation == self._generation:
            self._waiting = False
            self._generation += 1
            self._pause.setInterval(FIRST_PAUSE_MS)
            self._make_room()
            self._rows.update((self.id_of(row), row) for row in rows)
            self._fresh.add(page)
            last = min((page + 1) * PAGE, len(self._ids)) - 1
            self.dataChanged.emit(
                self.index(page * PAGE, 0), self.index(last, len(self.columns) - 1)
            )
        self._ask()

    def _make_room(self) -> None:
        if len(self._rows) >= PAGE * PAGES_KEPT:
            self._rows.clear()
            self._fresh.clear()

    def describe(self, columns: Sequence[Column[RowT]]) -> None:
        """Describe the same columns otherwise, as under other titles."""
        self.columns = tuple(columns)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def rowCount(self, parent: ModelIndex | None = None) -> int:
        """How many ids there are."""
        return 0 if parent is not None and parent.isValid() else len(self._ids)

    def columnCount(self, parent: ModelIndex | None = None) -> int:
        """How many columns were described."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, tooltip, alignment, look and the spoken text of a cell."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(index.row(), self.columns[index.column()])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.columns[index.column()].alignment
        if role == Qt.ItemDataRole.ToolTipRole:
            row = self.row_at(index.row())
            return (row is not None and self.columns[index.column()].tooltip(row)) or None
        if role == Qt.ItemDataRole.EditRole:
            return self.text_in(index)
        if role == KIND_ROLE:
            return self._kind(index.row(), self.columns[index.column()])
        return self._spoken(index) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def look(self, line: int, at: int) -> tuple[str, Kind]:
        """The text of a cell and how it is drawn: asked for directly, as often as it is."""
        column = self.columns[at]
        return self._shown(line, column), self._kind(line, column)

    def _spoken(self, index: ModelIndex) -> str:
        column = self.columns[index.column()]
        return spoken_cell(column.title, self._shown(index.row(), column))

    def text_in(self, index: ModelIndex) -> str:
        """The text of a cell as an editor begins with it; "" where nothing can be written."""
        edited, row = self.columns[index.column()].edited, self.row_at(index.row())
        return "" if edited is None or row is None else edited(row)

    def setData(self, index: ModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what was written; nothing is shown before it has been stored."""
        if role == Qt.ItemDataRole.EditRole and str(value).strip() != self.text_in(index):
            key = self.columns[index.column()].key
            self.edited.emit(self._ids[index.row()], key, str(value))
        return False

    def flags(self, index: ModelIndex) -> Qt.ItemFlag:
        """Cells whose row has come can be written into where their column says so."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        written = self.columns[index.column()].edited is not None and self.row_at(index.row())
        return _WRITTEN if written else _READ

    def _shown(self, line: int, column: Column[RowT]) -> str:
        if line // PAGE not in self._fresh:
            self._want(line // PAGE)
        if column.kind is Kind.SERIAL:
            return str(line + 1)
        row = self._rows.get(self._ids[line])
        if row is None:
            return PLACEHOLDER if column.kind is Kind.STRONG else ""
        return column.text(row)

    def _kind(self, line: int, column: Column[RowT]) -> Kind:
        row = None if column.kind_of is None else self.row_at(line)
        return column.kind if row is None or column.kind_of is None else column.kind_of(row)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Titles and their alignment."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.columns[section].alignment
        return None


def _place_in(raw: bytes, wide: int, row_id: int) -> int | None:
    """Where an id stands among others: a dictionary of a million would cost more than a window."""
    sought = row_id.to_bytes(wide, sys.byteorder, signed=True)
    at = raw.find(sought)
    while at % wide and at > 0:
        at = raw.find(sought, at + 1)
    return at // wide if at >= 0 else None
