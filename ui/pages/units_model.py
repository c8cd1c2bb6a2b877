"""The unit tree as a Qt model: read from records, changed only through what it asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont

from models.contests.current_stage import names_in_use
from models.contests.mark_names import USUAL_NAMES, MarkNames
from models.figures.figures import figures
from models.figures.rollup import with_below
from models.records import UNIT_KIND_NAMES, Figures, Mark, Unit, UnitFigures
from models.roster.unit_tree import list_units
from models.store.store import Store
from models.text.formats import number, percent
from ui.calls.reminding import UnitReminders, reminders_by_unit
from ui.reminding.log_lines import newest_words
from ui.table.rows_model import ModelIndex
from ui.table.spoken import spoken_cell

Role = Qt.ItemDataRole
COLUMN_COUNT = 6
FIRST_NUMBER, SECOND_MARK, LAST_NUMBER, REMINDED = 1, 3, 4, 5
MIME = "application/x-tiendo-unit"
NOBODY = UnitFigures(None, "", None, 0, 0, 0)
# Asked for with each cell that is painted.
_FIGURE_FLAGS = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemIsDropEnabled
)
_NAME_FLAGS = _FIGURE_FLAGS | Qt.ItemFlag.ItemIsEditable
_NAME = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_NUMBER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
ALIGNMENTS = tuple(
    _NUMBER if FIRST_NUMBER <= column <= LAST_NUMBER else _NAME for column in range(COLUMN_COUNT)
)


@dataclass(frozen=True, slots=True)
class UnitTree:
    """Every unit in the order of the tree, today's figures beside them, and the reminders."""

    units: tuple[Unit, ...]
    figures: Figures
    reminders: UnitReminders | None = None
    marks: MarkNames = USUAL_NAMES


def unit_tree(file: Store) -> UnitTree:
    """The tree with today's figures."""
    found = figures(file)
    with file.reading() as connection:
        marks = names_in_use(connection)
    return UnitTree(list_units(file), found, reminders_by_unit(file, found), marks)


class UnitModel(QAbstractItemModel):
    """Shows a `UnitTree`: each line counts the people of the unit and of everything below it.

    `renaming` carries (unit id, new name), `moving` (unit id, parent id or None, place
    among its children or -1); the tree itself changes when the next `UnitTree` comes.
    """

    renaming = Signal(int, str)
    moving = Signal(int, object, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._units: dict[int, Unit] = {}
        self._children: dict[int | None, list[int]] = {None: []}
        self._places: dict[int, int] = {}
        self._own: dict[int, UnitFigures] = {}
        self._whole: dict[int, UnitFigures] = {}
        self._texts: dict[int, tuple[str, ...]] = {}
        self.reminders: UnitReminders | None = None
        self.marks = USUAL_NAMES

    def show_tree(self, tree: UnitTree) -> None:
        """Show `tree` in place of what was shown."""
        self.beginResetModel()
        self._units = {unit.id: unit for unit in tree.units}
        self._children = {None: []}
        for unit in tree.units:
            self._children.setdefault(unit.parent_id, []).append(unit.id)
        beside = self._children.values()
        self._places = {each: at for children in beside for at, each in enumerate(children)}
        self.reminders, self.marks = tree.reminders, tree.marks
        self._own = {line.unit_id: line for line in tree.figures.units if line.unit_id is not None}
        rolled = with_below(tree.units, tree.figures.units)
        self._whole = {line.unit_id: line for line in rolled if line.unit_id is not None}
        self._texts = {}
        self.endResetModel()

    def units(self) -> Sequence[Unit]:
        """Every unit in the order of the tree."""
        return tuple(self._units.values())

    def unit(self, unit_id: int | None) -> Unit | None:
        """The unit with this id, if it is there."""
        return self._units.get(unit_id) if unit_id is not None else None

    def own(self, unit_id: int) -> UnitFigures:
        """The figures of a unit's own people alone."""
        return self._own.get(unit_id, NOBODY)

    def whole(self, unit_id: int) -> UnitFigures:
        """The figures of a unit with everything below it."""
        return self._whole.get(unit_id, NOBODY)

    def below(self, unit_id: int) -> frozenset[int]:
        """The unit and everything below it."""
        children = self._children.get(unit_id, ())
        return frozenset({unit_id}).union(*(self.below(each) for each in children))

    def has_children(self, unit_id: int) -> bool:
        """Whether other units belong to this one."""
        return bool(self._children.get(unit_id))

    def index_of(self, unit_id: int | None) -> QModelIndex:
        """Where the unit stands; an invalid index when it is not there."""
        unit = self.unit(unit_id)
        if unit is None:
            return QModelIndex()
        return self.createIndex(self._places[unit.id], 0, unit.id)

    def id_at(self, index: ModelIndex) -> int | None:
        """The unit at an index; None for the invalid one."""
        return int(index.internalId()) if index.isValid() else None

    def index(self, row: int, column: int, parent: ModelIndex | None = None) -> QModelIndex:
        """The index of a child."""
        children = self._children.get(self.id_at(parent) if parent is not None else None, [])
        if not (0 <= row < len(children) and 0 <= column < COLUMN_COUNT):
            return QModelIndex()
        return self.createIndex(row, column, children[row])

    def parent(self, child: ModelIndex | None = None) -> Any:
        """The index of the unit above."""
        if child is None:
            return super().parent()
        unit = self.unit(self.id_at(child))
        return self.index_of(unit.parent_id) if unit is not None else QModelIndex()

    def rowCount(self, parent: ModelIndex | None = None) -> int:
        """How many units belong to the one at `parent`."""
        if parent is not None and parent.column() > 0:
            return 0
        return len(self._children.get(self.id_at(parent) if parent is not None else None, ()))

    def columnCount(self, parent: ModelIndex | None = None) -> int:
        """As many as there are titles."""
        return COLUMN_COUNT

    def data(self, index: ModelIndex, role: int = Role.DisplayRole) -> Any:
        """Name, people, how many have each mark, rate and reminder."""
        unit = self.unit(self.id_at(index))
        if unit is None:
            return None
        if role in (Role.DisplayRole, Role.EditRole):
            return self._cells(unit)[index.column()]
        if role == Role.AccessibleTextRole:
            return spoken_cell(self._titles()[index.column()], self._cells(unit)[index.column()])
        if role == Role.TextAlignmentRole:
            return ALIGNMENTS[index.column()]
        return self._of_name(unit, role) if index.column() == 0 else None

    def _of_name(self, unit: Unit, role: int) -> Any:
        """The whole name where it is cut; units with others below them stand out."""
        if role == Role.ToolTipRole:
            return f"{unit.name} · {UNIT_KIND_NAMES[unit.kind]}"
        if role == Role.FontRole and self.has_children(unit.id):
            font = QFont()
            font.setBold(True)
            return font
        return None

    def _titles(self) -> tuple[str, ...]:
        first, last = self.marks.counted[0], Mark.COMPLETED
        rate = f"Tỷ lệ {self.marks.deed(first)}"
        of_marks = self.marks.title(first), self.marks.title(last)
        return "Đơn vị", "Tổng", *of_marks, rate, "Nhắc gần nhất"

    def _cells(self, unit: Unit) -> tuple[str, ...]:
        if unit.id not in self._texts:
            self._texts[unit.id] = self._write(unit)
        return self._texts[unit.id]

    def _write(self, unit: Unit) -> tuple[str, ...]:
        counted = self.whole(unit.id)
        first = self.marks.first_of(counted)
        counts = (counted.total, first, counted.completed)
        return (
            unit.name,
            *(number(each) if counted.total else "–" for each in counts),
            percent(first, counted.total),
            self.reminded_words(unit.id),
        )

    def reminded_words(self, unit_id: int) -> str:
        """The newest reminder of a unit; "" where there was none."""
        return newest_words(self.reminders.newest(unit_id) if self.reminders else None)

    def setData(self, index: ModelIndex, value: Any, role: int = Role.EditRole) -> bool:
        """Ask for another name."""
        unit = self.unit(self.id_at(index))
        name = str(value).strip()
        if unit is None or role != Role.EditRole or not name or name == unit.name:
            return False
        self.renaming.emit(unit.id, name)
        return True

    def flags(self, index: ModelIndex) -> Qt.ItemFlag:
        """Names can be edited; units can be dragged onto and between each other."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return _FIGURE_FLAGS if index.column() else _NAME_FLAGS

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        """Titles and their alignment."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Role.DisplayRole:
            return self._titles()[section]
        return ALIGNMENTS[section] if role == Role.TextAlignmentRole else None

    def supportedDropActions(self) -> Qt.DropAction:
        """Units are moved, never copied."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Only units of this tree can be dropped here."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The id of the dragged unit."""
        mime = QMimeData()
        mime.setData(MIME, str(self.id_at(indexes[0])).encode())
        return mime

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: ModelIndex
    ) -> bool:
        """Ask for the move. False, so that the view takes nothing away by itself."""
        if data.hasFormat(MIME):
            moved = int(bytes(data.data(MIME).data()).decode())
            parent_id = self.id_at(parent)
            self.moving.emit(moved, parent_id, self._place(moved, parent_id, row))
        return False

    def _place(self, moved: int, parent_id: int | None, row: int) -> int:
        """The place among the children once the moved unit itself has left them."""
        siblings = self._children.get(parent_id, [])
        if row >= 0 and moved in siblings and siblings.index(moved) < row:
            return row - 1
        return row
