"""Where a password is asked for: calm, with nothing of the file but its name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from models.store.copies import looks_kept
from ui.desk import Desk
from ui.locking.recovery_form import RecoveryForm
from ui.locking.unlock_form import UnlockForm
from ui.theme.footer import dialog_column
from ui.theme.growing import grow_to_inside
from ui.theme.letters import keep_in_letters
from ui.theme.pieces import button, card, link, roomy
from ui.window.one_page_stack import OnePageStack

LETTERS = 58
ROOM = 24


class AskWords(NamedTuple):
    """What heads the question."""

    title: str
    sentence: str


TO_OPEN = AskWords(
    "Nhập mật khẩu để mở tệp", "Tệp dữ liệu này được mã hóa; dữ liệu chỉ đọc được khi có mật khẩu."
)
TO_GO_ON = AskWords(
    "Tiến Độ đang khóa", "Mọi việc đã lưu. Nhập mật khẩu để trở lại đúng chỗ đang làm."
)


class UnlockView(QWidget):
    """The password, or by its side the recovery code. `unlocked` carries the key and the new
    password of whoever had forgotten the old one, else ""."""

    unlocked = Signal(object, str)

    def __init__(self, desk: Desk, path: Path, words: AskWords = TO_OPEN) -> None:
        super().__init__()
        self.setObjectName("unlock")
        self._desk, self._path = desk, path
        self.form = UnlockForm(desk, path, *words)
        self._stack: QStackedWidget = OnePageStack()
        self._stack.addWidget(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.setFocusProxy(self.form)
        self.form.unlocked.connect(lambda key: self.unlocked.emit(key, ""))
        self.form.forgotten.connect(self._recover)

    @property
    def is_recovering(self) -> bool:
        """Whether the recovery code is asked for just now."""
        return self._stack.currentWidget() is not self.form

    def go_back(self) -> None:
        """Ask for the password again."""
        gone = self._stack.currentWidget()
        if gone is not None and gone is not self.form:
            self._stack.removeWidget(gone)
            gone.deleteLater()
            self.form.setFocus()

    def _recover(self) -> None:
        made = RecoveryForm(self._desk, self._path, new_password=not looks_kept(self._path))
        made.back.connect(self.go_back)
        made.recovered.connect(self.unlocked)
        self._stack.addWidget(made)
        self._stack.setCurrentWidget(made)
        made.setFocus()


class UnlockPage(QWidget):
    """The view in the middle of the window, in the place of all pages, with other `ways` below:
    words and name of each; `chosen` carries the name."""

    chosen = Signal(str)

    def __init__(self, view: UnlockView, ways: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setObjectName("unlock-page")
        self.view = view
        paper = card()
        keep_in_letters(paper, LETTERS, LETTERS)
        inside = QVBoxLayout(paper)
        inside.setContentsMargins(ROOM, ROOM, ROOM, ROOM)
        inside.addWidget(view)
        others = QHBoxLayout()
        others.setSpacing(ROOM)
        others.addStretch(1)
        for words, name in ways:
            made = link(words, name)
            made.clicked.connect(lambda _=False, n=name: self.chosen.emit(n))
            others.addWidget(made)
        middle = QWidget()
        column = QVBoxLayout(middle)
        # An alignment would give the paper the height of unwrapped sentences.
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(paper)
        row.addStretch(1)
        column.addStretch(2)
        column.addLayout(row)
        column.addLayout(others)
        others.addStretch(1)
        column.addStretch(3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(roomy(middle))
        self.setFocusProxy(view)


class UnlockDialog(QDialog):
    """The same over a window that has another file open. Shown with `open()`; Esc leaves that as
    it is."""

    def __init__(self, view: UnlockView, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("unlock-dialog")
        self.setWindowTitle("Mật khẩu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        keep_in_letters(self, LETTERS)
        self._view = view
        leave = button("Hủy", "unlock-leave")
        leave.clicked.connect(self.reject)
        view.form.row.insertWidget(0, leave)
        area = roomy(view)
        dialog_column(self).addWidget(area, 1)
        grow_to_inside(self, area)
        view.setFocus()
