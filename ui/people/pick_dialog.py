"""People of the roster picked by typing a few letters of a name or a phone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListWidget, QListWidgetItem, QWidget

from models.records import PeopleQuery, Person
from models.roster.people import list_ids
from models.roster.person_rows import people_by_ids
from models.store.store import Store
from models.text.formats import number
from models.text.phones import display_phone
from ui.desk import Desk
from ui.people.act_dialog import ActDialog
from ui.theme.clearing import add_clearing
from ui.theme.pieces import label

SHOWN = 50
LINES = 8
PAUSE_MS = 120
NOBODY = "Không có ai như vậy trong danh sách."


class PickFound(NamedTuple):
    """The first of those who were found, and how many there are in all."""

    people: tuple[Person, ...]
    in_all: int


def people_found(file: Store, text: str) -> PickFound:
    """Whom these letters find among those who are on the roster today; only the first are read."""
    ids = list_ids(file, PeopleQuery(search=text))
    return PickFound(people_by_ids(file, ids[:SHOWN]), len(ids))


class PickPeopleDialog(ActDialog):
    """`picked` carries the `Person`s that were chosen: several with Ctrl or Shift."""

    picked = Signal(object)

    def __init__(self, desk: Desk, title: str, act: str, parent: QWidget) -> None:
        super().__init__(title, act, parent, "Hủy")
        self.setObjectName("pick-people")
        self._desk = desk
        self._found: Sequence[Person] = ()
        self._search = QLineEdit()
        self._search.setObjectName("pick-search")
        self._search.setAccessibleName("Tìm người")
        self._search.setPlaceholderText("gõ vài chữ của tên, đơn vị, chức vụ hoặc số điện thoại")
        add_clearing(self._search)
        self._search.installEventFilter(self)
        self._list = QListWidget()
        self._list.setObjectName("pick-list")
        self._list.setAccessibleName("Những người tìm thấy")
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._list.setMinimumHeight(self._list.fontMetrics().lineSpacing() * LINES + LINES)
        self._more = label("", "muted", wrap=True)
        self._more.setObjectName("pick-more")
        self.form.addRow("&Tìm", self._search)
        self.form.addRow(self._list)
        self.form.addRow(self._more)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._search.textChanged.connect(self._pause.start)
        self._list.itemSelectionChanged.connect(self._check)
        self._list.itemActivated.connect(self.accept)
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._check()
        self._ask()

    def _ask(self) -> None:
        self._desk.ask(people_found, self._show, None, self._search.text().strip())

    def _show(self, found: PickFound) -> None:
        self._found = found.people
        self._list.clear()
        for person in self._found:
            item = QListWidgetItem(person_words(person))
            item.setToolTip(item.text())
            self._list.addItem(item)
        if self._found:
            self._list.setCurrentRow(0)
        more = found.in_all - len(self._found)
        rest = f"Còn {number(more)} người nữa: hãy gõ thêm chữ." if more else ""
        self._more.setText(rest if self._found else NOBODY)
        self._check()

    def _check(self) -> None:
        self.act.setEnabled(bool(self._list.selectedItems()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows of the search move in the list below it."""
        arrows = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
        pressed = event.key() if isinstance(event, QKeyEvent) else None
        if event.type() == QEvent.Type.KeyPress and pressed in arrows and self._list.count():
            return self._list.event(event)
        return super().eventFilter(watched, event)

    def accept(self) -> None:
        """Hand over whoever is chosen, and close."""
        rows = sorted(self._list.row(item) for item in self._list.selectedItems())
        if rows:
            super().accept()
            self.picked.emit([self._found[row] for row in rows])


def person_words(person: Person) -> str:
    """ "Nguyễn Văn An · Trạm Y tế · 0912 000 001"."""
    parts = (person.name, person.unit, display_phone(person.phone))
    return " · ".join(filter(None, parts))
