"""The authors of an entry: people of the roster, found by letters, or names alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QWidget

from models.records import Person
from models.records.entries import Author
from models.text.names import match_key, storage_form
from ui.desk import Desk
from ui.pages.contest.entries_words import author_words
from ui.people.pick_dialog import PickPeopleDialog
from ui.theme.keys import on_key
from ui.theme.letters import keep_lines
from ui.theme.pieces import button, column_in, hint_in, named

LINES_SHOWN = 3


class _NameLine(QLineEdit):
    """Enter adds the name that was typed; without one it is the dialog's."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text().strip():
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class AuthorsField(QWidget):
    """`changed` tells that there are others now. Delete takes the chosen one out."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._authors: list[Author] = []
        self._list = named(QListWidget(), "entry-authors", "Tác giả")
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        words = "Tên tác giả không có trong danh sách"
        self._name = named(_NameLine(), "entry-author-name", words)
        hint_in(self._name, "tên người ngoài danh sách, rồi Enter")
        self._pick = button("C&họn từ danh sách…", "entry-author-pick")
        self._out = button("&Bỏ", "entry-author-out")
        for each in (self._pick, self._out):
            each.setAutoDefault(False)
        self.setFocusProxy(self._pick)
        self._lay_out()
        self._pick.clicked.connect(self._ask_whom)
        self._out.clicked.connect(self._take_out)
        self._name.entered.connect(self._add_name)
        self._list.currentRowChanged.connect(lambda row: self._out.setEnabled(row >= 0))
        on_key(self._list, Qt.Key.Key_Delete, self._take_out, alone=True)
        self._show()

    def _lay_out(self) -> None:
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self._pick)
        acts.addWidget(self._name, 1)
        acts.addWidget(self._out)
        column = column_in(self, 4)
        column.addWidget(self._list)
        column.addLayout(acts)

    @property
    def authors(self) -> tuple[int | str, ...]:
        """The person's id of each, or the name alone; also the name that is still being typed."""
        named = [each.name if each.person_id is None else each.person_id for each in self._authors]
        typed = storage_form(self._name.text())
        return (*named, *((typed,) if typed else ()))

    def show_authors(self, authors: Sequence[Author]) -> None:
        """Begin with these."""
        self._authors = list(authors)
        self._show()

    def _show(self) -> None:
        self._list.clear()
        for words in map(author_words, self._authors):
            # One line each; what is cut can be read beside the pointer.
            item = QListWidgetItem(words, self._list)
            item.setToolTip(words)
        keep_lines(self._list, max(1, min(LINES_SHOWN, len(self._authors))))
        self._list.setVisible(bool(self._authors))
        self._out.setEnabled(False)

    def _add_name(self) -> None:
        name = storage_form(self._name.text())
        self._name.clear()
        known = {match_key(each.name) for each in self._authors if each.person_id is None}
        if match_key(name) not in known:
            self._add([Author(None, name)])

    def _ask_whom(self) -> None:
        dialog = PickPeopleDialog(self._desk, "Chọn tác giả", "Chọn", self)
        dialog.picked.connect(self._add_people)
        dialog.open()

    def _add_people(self, people: Sequence[Person]) -> None:
        known = {each.person_id for each in self._authors}
        self._add(
            [
                Author(each.id, each.name, each.unit, each.phone, each.left_on)
                for each in people
                if each.id not in known
            ]
        )

    def _add(self, new: Sequence[Author]) -> None:
        self._authors += new
        self._show()
        self.changed.emit()

    def _take_out(self) -> None:
        row = self._list.currentRow()
        if 0 <= row < len(self._authors):
            del self._authors[row]
            self._show()
            self._list.setFocus()
            self.changed.emit()
