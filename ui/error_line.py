"""What went wrong, said in the dialog or on the page where it happened; gone while nothing is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from models.errors import AppError
from ui.notice import Notice, NoticeLink, notice_of
from ui.theme.announcing import announce
from ui.theme.pieces import column_in, label, link
from ui.theme.room import room_of
from ui.theme.wrapping_row import WrappingRow
from ui.window.details import COPY_DETAILS, problem_details, whence

GAP, LINK_GAP = 4, 16


class ErrorLine(QWidget):
    """`refuse` says what failed and `fail` does so where there is no error of a call: both offer
    "Sao chép chi tiết". `say` is for what is yet to be filled in, or set right in a field.

    The window takes it away when it hears that the cause is settled.
    """

    def __init__(self, name: str = "problem") -> None:
        super().__init__()
        self._notice = Notice("")
        self._own: list[QPushButton] = []
        self._words = label("", "attention", wrap=True, name=name)
        self._links = QWidget()
        self._row = WrappingRow(self._links, LINK_GAP)
        self._copy = self._link(COPY_DETAILS, f"{name}-details", self._copy_details)
        self._row.addWidget(self._copy)
        column = column_in(self, GAP)
        column.addWidget(self._words)
        column.addWidget(self._links)
        self.say("")

    def say(self, words: str) -> None:
        """Show a sentence that nobody needs the details of; "" takes all away."""
        self._show(words, Notice(words), ())

    def refuse(self, error: AppError, words: str = "", links: Sequence[NoticeLink] = ()) -> None:
        """Show what failed and what to do, or `words` instead, with `links` that stay."""
        self._show(words or str(error), notice_of(error), links)

    def fail(self, words: str) -> None:
        """Show what failed; its details say where in the program that was told."""
        self._show(words, Notice(words, details=whence()), ())

    @property
    def text(self) -> str:
        """What is said."""
        return self._words.text()

    def settle(self, cause: str) -> None:
        """What was the matter is right again."""
        if self._notice.cause and self._notice.cause == cause:
            self.say("")

    def _show(self, words: str, told: Notice, links: Sequence[NoticeLink]) -> None:
        self._notice = told
        for each in self._own:
            self._row.removeWidget(each)
            each.hide()
            each.deleteLater()
        self._own = [self._link(*each) for each in links]
        for each in (*self._own, self._copy):
            self._row.removeWidget(each)
            self._row.addWidget(each)
        self._links.setVisible(bool(told.details))
        # What is tried again and fails again is said again; a hint beside a field is not.
        if words and (told.details or words != self._words.text()):
            announce(self, words)
        self._words.setText(words)
        self.setVisible(bool(words))
        if words:
            QTimer.singleShot(0, self, self._make_room)

    def _make_room(self) -> None:
        """A dialog grows for what has appeared in it, as far as its screen goes."""
        window = self.window()
        layout = window.layout()
        if not (isinstance(window, QDialog) and self.isVisible() and layout):
            return
        layout.activate()
        high = min(layout.totalHeightForWidth(window.width()), room_of(window).height())
        if high > window.height():
            window.resize(window.width(), high)

    def _link(self, words: str, name: str, deed: Callable[[], object]) -> QPushButton:
        made = link(words, name)
        # Whoever clicks it goes on where they were.
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(lambda _=False: deed())
        return made

    def _copy_details(self) -> None:
        told = problem_details(self._notice, f"Ở: {_screen_of(self)}")
        QGuiApplication.clipboard().setText(told)


def settle_lines(below: QWidget, cause: str) -> None:
    """Whatever says in the window, or in a dialog over it, that this failed does so no more."""
    for line in below.findChildren(ErrorLine):
        line.settle(cause)


def _screen_of(line: QWidget) -> str:
    """The kind of screen around it, which names nobody."""
    around = line.parentWidget()
    while around is not None and not type(around).__module__.startswith("ui."):
        around = around.parentWidget()
    return type(around or line).__name__
