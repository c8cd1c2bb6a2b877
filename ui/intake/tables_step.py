"""Step 1: the files and their tables, ticked when they are to be read."""

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

from models.intake.shape.records import TableGuess
from models.intake.sitting.records import ChosenTable, ReadFile
from models.text.formats import number
from ui.intake.hidden_question import HiddenQuestion
from ui.theme.keys import on_enter
from ui.theme.pieces import button, column_in, label, line_edit, named

TITLES = ("Tệp và trang tính", "Dòng tiêu đề", "Số dòng", "Ghi chú")
PLACE_ROLE = Qt.ItemDataRole.UserRole + 1


class TablesStep(QWidget):
    """`changed` tells that another choice was made; `unlock` carries (path, password)."""

    changed = Signal()
    unlock = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._files: Sequence[ReadFile] = ()
        self._model = QStandardItemModel(self)
        self._model.itemChanged.connect(lambda _item: self._ticked())
        self.tree = named(QTreeView(), "tables", "Các bảng trong tệp")
        self.tree.setModel(self._model)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
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
        column.addWidget(self.tree, 1)
        column.addWidget(self._hidden)
        column.addWidget(self._password_row)

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
        self.tree.header().setStretchLastSection(True)
        locked = next((file for file in files if file.locked), None)
        self._password_row.setVisible(locked is not None)
        self._locked.setText(locked.problem if locked else "")
        self._password.clear()
        self._ticked()

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
        return [item, QStandardItem(), QStandardItem(), problem]

    def _table_row(self, at: int, place: int, guess: TableGuess) -> list[QStandardItem]:
        item = QStandardItem(guess.sheet)
        item.setCheckable(True)
        item.setCheckState(Qt.CheckState.Checked if guess.wanted else Qt.CheckState.Unchecked)
        item.setData((at, place), PLACE_ROLE)
        first, last = guess.header_rows
        header = "không có" if not first else str(first) if first == last else f"{first}–{last}"
        rows = number(guess.data_rows[1] - guess.data_rows[0] + 1)
        return [
            item,
            *map(
                QStandardItem,
                (header, rows, "; ".join(filter(None, (guess.question, *guess.remarks)))),
            ),
        ]

    def chosen(self) -> list[ChosenTable]:
        """The ticked tables."""
        found = []
        for file in range(self._model.rowCount()):
            parent = self._model.item(file)
            for row in range(parent.rowCount()):
                item = parent.child(row)
                if item.checkState() is Qt.CheckState.Checked:
                    at, place = item.data(PLACE_ROLE)
                    read = self._files[at]
                    assert read.workbook is not None
                    found.append(ChosenTable(read.workbook, read.tables[place], self._hidden.skip))
        return found

    def _unlock(self) -> None:
        locked = next((file for file in self._files if file.locked), None)
        if locked is not None and self._password.text():
            self.unlock.emit(locked.path, self._password.text())
