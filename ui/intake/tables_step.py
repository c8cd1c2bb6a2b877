"""Step 1: the files with their tables, ticked when they are to be read, and the rows of one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTreeView,
    QWidget,
)

from models.intake.shape.fields import FIELD_TITLES, Field
from models.intake.shape.records import ShapedTable, TableGuess
from models.intake.sitting.records import ChosenTable, ReadFile
from models.text.formats import number
from ui.intake.hidden_question import HiddenQuestion
from ui.intake.preview import RowsPreview
from ui.theme.keys import on_enter
from ui.theme.pieces import button, column_in, label, line_edit, named

TITLES = ("Tệp và trang tính", "Dòng tiêu đề", "Số dòng", "Ghi chú", "Đọc là")
ROWS, NOTE, TAKEN_FOR = 2, 3, 4
"""Places of columns; what a table is taken for stands beside its name."""

NOT_READ = "Không đọc"
PLACE_ROLE = Qt.ItemDataRole.UserRole + 1


class TablesStep(QWidget):
    """`changed` tells that another choice was made; `unlock` carries (path, password).

    `wanted` carries the `ChosenTable` that is looked at; `show_shaped` gets its rows.
    """

    changed = Signal()
    wanted = Signal(object)
    unlock = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._files: Sequence[ReadFile] = ()
        self._model = QStandardItemModel(self)
        self._model.itemChanged.connect(lambda _item: self._ticked())
        self.tree = named(QTreeView(), "tables", "Các bảng trong tệp")
        self.tree.setModel(self._model)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.selectionModel().currentChanged.connect(lambda *_at: self.look())
        self._preview = RowsPreview("first-rows")
        self._looked_at: ChosenTable | None = None
        self._password = line_edit("password", "Mật khẩu của tệp")
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        on_enter(self._password, self._unlock)
        self._locked = label("", "attention", wrap=True)
        self._open = button("&Mở tệp bằng mật khẩu", "unlock")
        self._open.setAutoDefault(False)
        self._open.clicked.connect(self._unlock)
        self._hidden = HiddenQuestion()
        self._password_row = self._make_password_row()
        column = column_in(self)
        column.addWidget(label("Đánh dấu những bảng cần đọc; phím cách để đánh dấu.", "muted"))
        column.addWidget(self.tree, 2)
        column.addWidget(self._hidden)
        column.addWidget(self._password_row)
        column.addWidget(self._preview, 3)

    def _make_password_row(self) -> QWidget:
        row = QWidget()
        column = column_in(row)
        column.addWidget(self._locked)
        line = QHBoxLayout()
        line.addWidget(self._password, 1)
        line.addWidget(self._open)
        column.addLayout(line)
        return row

    def show_files(self, files: Sequence[ReadFile]) -> None:
        """Show what was read, each file with its tables or its problem."""
        self._files = files
        self._model.clear()
        self._model.setHorizontalHeaderLabels(list(TITLES))
        for at, file in enumerate(files):
            self._model.appendRow(self._file_row(at, file))
        self.tree.expandAll()
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._arrange()
        self._looked_at = None
        self._preview.clear()
        locked = next((file for file in files if file.locked), None)
        self._password_row.setVisible(locked is not None)
        self._locked.setText(locked.problem if locked else "")
        self._password.clear()
        self._ticked()

    def _arrange(self) -> None:
        """How many rows, and what they are taken for, stand beside the name; longer words give
        way."""
        header = self.tree.header()
        header.setStretchLastSection(False)
        for place, section in enumerate((ROWS, TAKEN_FOR), 1):
            header.moveSection(header.visualIndex(section), place)
        for section in (NOTE, TAKEN_FOR):
            header.setSectionResizeMode(section, QHeaderView.ResizeMode.Stretch)

    def look(self) -> None:
        """Ask for the rows of the table that the keys stand on, else of the first one ticked."""
        if not self.isVisible():
            return
        place = self.tree.currentIndex().siblingAtColumn(0).data(PLACE_ROLE)
        ticked = self.chosen()
        found = self._table(*place) if place else ticked[0] if ticked else None
        if found is not None and found != self._looked_at:
            self._looked_at = found
            self.wanted.emit(found)

    def show_shaped(self, table: ChosenTable, shaped: ShapedTable) -> None:
        """Show what came of a table, if it is still the one looked at."""
        if table == self._looked_at:
            self._preview.show_shaped(shaped)

    def _table(self, at: int, place: int) -> ChosenTable | None:
        read = self._files[at]
        if read.workbook is None:
            return None
        return ChosenTable(read.workbook, read.tables[place], self._hidden.skip)

    def _ticked(self) -> None:
        self._hidden.show_tables(self._files, self.chosen())
        self.changed.emit()

    def _file_row(self, at: int, file: ReadFile) -> list[QStandardItem]:
        item = QStandardItem(file.path.name)
        item.setEditable(False)
        for place, guess in enumerate(file.tables):
            item.appendRow(self._table_row(at, place, guess))
        problem = QStandardItem(file.problem)
        problem.setToolTip(file.problem)
        if file.problem:
            problem.setForeground(self.palette().color(QPalette.ColorRole.BrightText))
        item.setToolTip(str(file.path))
        rows = sum(map(_rows_of, file.tables))
        counted = QStandardItem(number(rows) if rows else "")
        return [item, QStandardItem(), counted, problem, QStandardItem()]

    def _table_row(self, at: int, place: int, guess: TableGuess) -> list[QStandardItem]:
        item = QStandardItem(guess.sheet)
        item.setCheckable(True)
        item.setCheckState(Qt.CheckState.Checked if guess.wanted else Qt.CheckState.Unchecked)
        item.setData((at, place), PLACE_ROLE)
        first, last = guess.header_rows
        header = "không có" if not first else str(first) if first == last else f"{first}–{last}"
        told = "; ".join(filter(None, (guess.question, *guess.remarks)))
        words = (header, number(_rows_of(guess)), told, taken_for(guess))
        cells = [item, *map(QStandardItem, words)]
        for cell in cells[NOTE:]:
            cell.setToolTip(cell.text())
        return cells

    def chosen(self) -> list[ChosenTable]:
        """The ticked tables."""
        found = []
        for file in range(self._model.rowCount()):
            parent = self._model.item(file)
            for row in range(parent.rowCount()):
                item = parent.child(row)
                if item.checkState() is Qt.CheckState.Checked:
                    table = self._table(*item.data(PLACE_ROLE))
                    assert table is not None
                    found.append(table)
        return found

    def _unlock(self) -> None:
        locked = next((file for file in self._files if file.locked), None)
        if locked is not None and self._password.text():
            self.unlock.emit(locked.path, self._password.text())


def taken_for(guess: TableGuess) -> str:
    """What a table is taken for: a list with the columns that were understood, or none."""
    known = [FIELD_TITLES[each.field] for each in guess.columns if each.field is not Field.IGNORED]
    read = guess.wanted or not guess.question
    return f"Danh sách: {', '.join(known).lower()}" if known and read else NOT_READ


def _rows_of(guess: TableGuess) -> int:
    return guess.data_rows[1] - guess.data_rows[0] + 1
