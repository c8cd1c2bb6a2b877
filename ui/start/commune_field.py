"""Which commune: a field that finds one of the 114 as you type, with or without marks."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from models.text.names import search_fold, storage_form
from resources.catalog import COMMUNE_KINDS, communes
from ui.theme.clearing import add_clearing
from ui.theme.pieces import label

ROWS, FEWEST_ROWS = 4, 3


class CommuneField(QWidget):
    """A search field over a list. `changed` tells that `commune()` may be another now,
    `entered` that Enter was pressed on the one that is chosen."""

    changed = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._names = [(entry.full_name, search_fold(entry.full_name)) for entry in communes()]
        self._field = QLineEdit()
        self._field.setObjectName("communeField")
        self._field.setAccessibleName("Tên xã, phường, đặc khu")
        self._field.setPlaceholderText("Gõ để tìm trong 114 xã, phường, đặc khu: ke sat, cat hai…")
        add_clearing(self._field)
        self._model = QStringListModel(self)
        self._list = QListView()
        self._list.setObjectName("communeList")
        self._list.setAccessibleName("Các xã, phường, đặc khu tìm thấy")
        self._list.setModel(self._model)
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._hint = label(role="muted", wrap=True)
        self._hint.setObjectName("communeHint")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for each in (self._field, self._list, self._hint):
            layout.addWidget(each)
        row = self._list.fontMetrics().height() * 3 // 2
        self._list.setMinimumHeight(row * FEWEST_ROWS)
        self._list.setMaximumHeight(row * ROWS)
        self._field.textChanged.connect(self._find)
        self._field.returnPressed.connect(self._enter)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self._field, self._go_to_list)
        down.setContext(Qt.ShortcutContext.WidgetShortcut)
        self._list.clicked.connect(lambda index: self._choose(index.data()))
        self._list.activated.connect(lambda index: self._choose(index.data()))
        self.setFocusProxy(self._field)
        self._find("")

    def commune(self) -> str:
        """The full name that is chosen or typed; "" while it cannot be one."""
        typed = storage_form(self._field.text())
        folded = typed.casefold()
        exact = next((name for name, _ in self._names if name.casefold() == folded), "")
        if exact:
            return exact
        kinds = tuple(f"{kind} " for kind in COMMUNE_KINDS)
        return typed if folded.startswith(kinds) and len(typed.split()) > 1 else ""

    def _enter(self) -> None:
        """The only one that was found is meant; of several one is chosen in the list."""
        if self.commune():
            self.entered.emit()
        elif self._model.rowCount() == 1:
            self._choose(self._model.index(0).data())
        elif self._field.text().strip():
            self._go_to_list()

    def _go_to_list(self) -> None:
        if self._model.rowCount():
            self._list.setFocus()
            self._list.setCurrentIndex(self._model.index(0))

    def _choose(self, name: str) -> None:
        self._field.setText(name)
        self._field.setFocus()

    def _find(self, text: str) -> None:
        words = search_fold(text).split()
        found = [name for name, key in self._names if all(word in key for word in words)]
        self._model.setStringList(found)
        self._hint.setText(self._advice(bool(text.strip()), found))
        self.changed.emit()

    def _advice(self, typed: bool, found: list[str]) -> str:
        chosen = self.commune()
        if chosen in found:
            return f"Đã chọn {chosen}."
        if chosen:
            return f"Dùng tên đã gõ: {chosen}."
        if typed and not found:
            return "Không có trong danh sách. Hãy ghi cả loại, ví dụ: Xã Kẻ Sặt."
        return "Chọn một dòng, hoặc gõ tên đầy đủ của nơi khác."
