"""The sheet of the city as a table: its texts, and over them what will be filled in."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QFont, QGuiApplication, QPalette

from models.papers.city_values import value_title
from models.records.city import TemplateWay
from models.text.cell_names import RowColumn, column_letters, place_name
from reports.city_template.pasting import city_value_words
from ui.calls.city_template import TemplateView
from ui.city_template.draft import mapped_at

Role = Qt.ItemDataRole
AnyIndex = QModelIndex | QPersistentModelIndex
MORE_ROWS, MORE_COLUMNS = 3, 2
"""So many empty ones beyond what the sheet has, to fill something new."""


class SheetModel(QAbstractTableModel):
    """Shows one `TemplateView` after the other."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._view: TemplateView | None = None
        self._asked: frozenset[RowColumn] = frozenset()

    def show_view(self, view: TemplateView | None) -> None:
        """Take a view; the shape of the table stays where that of the sheet does."""
        same = self._size(view) == self._size(self._view)
        if not same:
            self.beginResetModel()
        self._view = view
        self._asked = frozenset(row.place for row in view.filling.asked) if view else frozenset()
        if not same:
            self.endResetModel()
            return
        rows, columns = self._size(view)
        if rows:
            self.dataChanged.emit(self.index(0, 0), self.index(rows - 1, columns - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, columns - 1)

    @staticmethod
    def _size(view: TemplateView | None) -> tuple[int, int]:
        if view is None:
            return 0, 0
        last = max((row for row, _ in view.filling.values), default=0)
        rows = max(view.grid.rows, last) + MORE_ROWS
        return rows, view.grid.columns + MORE_COLUMNS

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """The rows of the sheet and some more."""
        return 0 if parent.isValid() else self._size(self._view)[0]

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """The columns of the sheet and some more."""
        return 0 if parent.isValid() else self._size(self._view)[1]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Letters and numbers as Excel has them; a mapped column says what goes there."""
        if role != Role.DisplayRole or self._view is None:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1)
        letters = column_letters(section + 1)
        found = next((e for e in self._view.template.places if e.place == letters), None)
        return letters if found is None else f"{letters}: {self._title(found.value, None)}"

    def data(self, index: AnyIndex, role: int = 0) -> Any:
        """What stands there, or will."""
        if self._view is None or not index.isValid():
            return None
        place = index.row() + 1, index.column() + 1
        match role:
            case Role.DisplayRole | Role.AccessibleTextRole:
                return self._text(place)
            case Role.ToolTipRole | Role.AccessibleDescriptionRole:
                return self.words_at(place)
            case Role.FontRole if place in self._view.filling.values or place in self._asked:
                font = QFont()
                font.setBold(True)
                font.setUnderline(place in self._asked)
                return font
            case Role.ForegroundRole | Role.BackgroundRole:
                return self._colour(place, role)
        return None

    def words_at(self, place: RowColumn) -> str:
        """ "C7: Đã đăng ký – 24"; what may not be written to says so."""
        if self._view is None:
            return ""
        name, found = place_name(place), mapped_at(self._view.template, place)
        by_cell = self._view.template.way is TemplateWay.CELLS
        wanted = by_cell or place in self._view.filling.values
        if wanted and place in self._view.grid.closed:
            return (
                f"{name}: có công thức, bị khóa hoặc thuộc bảng (Table) của Excel, không điền được"
            )
        if place in self._asked:
            return f"{name}: chưa rõ là đơn vị nào"
        if found is None:
            return f"{name}: {self._text(place) or 'ô trống'}"
        title = self._title(found.value, found.unit_id)
        value = self._view.filling.values.get(place)
        return f"{name}: {title}" + (f" – {city_value_words(value)}" if value is not None else "")

    def _title(self, value: str, unit_id: int | None) -> str:
        assert self._view is not None
        unit = next((each.name for each in self._view.units if each.id == unit_id), "")
        return value_title(value, self._view.names, unit)

    def _text(self, place: RowColumn) -> str:
        assert self._view is not None
        if place in self._view.filling.values:
            return city_value_words(self._view.filling.values[place])
        return self._view.grid.text(place)

    def _colour(self, place: RowColumn, role: int) -> Any:
        assert self._view is not None
        palette, roles = QGuiApplication.palette(), QPalette.ColorRole
        if role == Role.BackgroundRole:
            if place in self._view.grid.closed:
                return QBrush(palette.color(roles.Midlight), Qt.BrushStyle.BDiagPattern)
            mapped = mapped_at(self._view.template, place) is not None
            return palette.brush(roles.AlternateBase) if mapped else None
        if place in self._asked:
            return palette.brush(roles.BrightText)
        return palette.brush(roles.Link) if place in self._view.filling.values else None
