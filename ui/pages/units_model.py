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
from models.records import UNIT_KIND_NAMES, Figures, Unit, UnitFigures
from models.roster.unit_tree import list_units
from models.store.store import Store
from models.text.formats import number, percent
from ui.calls.reminding import UnitReminders, reminders_by_unit
from ui.reminding.log_lines import newest_words
from ui.table.rows_model import ModelIndex

Role = Qt.ItemDataRole
COLUMN_COUNT = 6
LAST_NUMBER = 4
FIRST_NUMBER = 2
MIME = "application/x-tiendo-unit"
NOBODY = UnitFigures(None, "", None, 0, 0, 0)


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
    """Shows a `UnitTree`.

    `renaming` carries (unit id, new name), `moving` (unit id, parent id or None, place
    among its children or -1); the tree itself changes when the next `UnitTree` comes.
    """

    renaming = Signal(int, str)
    moving = Signal(int, object, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._units: dict[int, Unit] = {}
        self._children: dict[int | None, list[int]] = {None: []}
        self._own: dict[int, UnitFigures] = {}
        self._whole: dict[int, UnitFigures] = {}
        self.reminders: UnitReminders | None = None
        self.marks = USUAL_NAMES
        self.counts_below = False

    def show_tree(self, tree: UnitTree) -> None:
        """Show `tree` in place of what was shown."""
        self.beginResetModel()
        self._units = {unit.id: unit for unit in tree.units}
        self._children = {None: []}
        for unit in tree.units:
            self._children.setdefault(unit.parent_id, []).append(unit.id)
        self.reminders, self.marks = tree.reminders, tree.marks
        self._own = {line.unit_id: line for line in tree.figures.units if line.unit_id is not None}
        rolled = with_below(tree.units, tree.figures.units)
        self._whole = {line.unit_id: line for line in rolled if line.unit_id is not None}
        self.endResetModel()

    def count_below(self, wanted: bool) -> None:
        """Whether each unit shows the people of the units below it too."""
        self.layoutAboutToBeChanged.emit()
        self.counts_below = wanted
        self.layoutChanged.emit()

    def units(self) -> Sequence[Unit]:
        """Every unit in the order of the tree."""
        return tuple(self._units.values())

    def unit(self, unit_id: int | None) -> Unit | None:
        """The unit with this id, if it is there."""
        return self._units.get(unit_id) if unit_id is not None else None

    def figures(self, unit_id: int) -> UnitFigures:
        """The figures of a unit: its own people, or with everything below it when asked for."""
        return (self._whole if self.counts_below else self._own).get(unit_id, NOBODY)

    def whole(self, unit_id: int) -> UnitFigures:
        """The figures of a unit with everything below it."""
        return self._whole.get(unit_id, NOBODY)

    def whose(self, unit_id: int) -> frozenset[int]:
        """The units whose people stand behind the figures of a unit; of a mere group all."""
        group = unit_id not in self._own
        return self.below(unit_id) if self.counts_below or group else frozenset({unit_id})

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
        return self.createIndex(self._children[unit.parent_id].index(unit.id), 0, unit.id)

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
        """Name, khối, people, how many have the first mark, rate and reminder."""
        unit = self.unit(self.id_at(index))
        if unit is None:
            return None
        if role in (Role.DisplayRole, Role.EditRole):
            return self._cells(unit)[index.column()]
        if role == Role.AccessibleTextRole:
            return f"{self._titles()[index.column()]}: {self._cells(unit)[index.column()]}"
        if role == Role.TextAlignmentRole:
            return _alignment(index.column())
        if role == Role.FontRole and index.column() == 0 and unit.parent_id is None:
            font = QFont()
            font.setBold(True)
            return font
        return None

    def _titles(self) -> tuple[str, ...]:
        first = self.marks.title(self.marks.counted[0])
        return "Đơn vị", "Khối", "Tổng", first, "Tỷ lệ", "Nhắc gần nhất"

    def _cells(self, unit: Unit) -> tuple[str, ...]:
        counted = self.figures(unit.id)
        first = self.marks.first_of(counted)
        return (
            unit.name,
            UNIT_KIND_NAMES[unit.kind],
            number(counted.total) if counted.total else "–",
            number(first) if counted.total else "–",
            percent(first, counted.total),
            newest_words(self.reminders.newest(unit.id) if self.reminders else None),
        )

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
        flag = Qt.ItemFlag
        both = flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsDragEnabled
        name = flag.ItemIsEditable if index.column() == 0 else flag.NoItemFlags
        return both | flag.ItemIsDropEnabled | name

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        """Titles and their alignment."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Role.DisplayRole:
            return self._titles()[section]
        return _alignment(section) if role == Role.TextAlignmentRole else None

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


def _alignment(column: int) -> Qt.AlignmentFlag:
    is_number = FIRST_NUMBER <= column <= LAST_NUMBER
    side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
