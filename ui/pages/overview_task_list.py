"""The card Việc hôm nay: each line with the way to what wants doing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.pages.overview_tasks import TodayTask
from ui.theme.icons import sign_picture
from ui.theme.letters import keep_in_letters
from ui.theme.pieces import label, link

LINES_SHOWN, LINE_AIR = 5, 8


class TaskList(QFrame):
    """The card of the tasks; more than have room are scrolled to. `chosen` carries (page, what) of
    a link."""

    chosen = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setObjectName("todayTasks")
        self.setAccessibleName("Việc hôm nay")
        self._signs: list[QLabel] = []
        self._shown: tuple[TodayTask, ...] | None = None
        self._lines: list[QHBoxLayout] = []
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self._show_whole_lines)
        self._body = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 12, 12)
        self._column.setSpacing(8)
        self._column.addWidget(label("Việc hôm nay", "heading"))
        self._scroll = QScrollArea()
        self._scroll.setObjectName("todayScroll")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.installEventFilter(self)
        keep_in_letters(self._scroll, least_lines=LINES_SHOWN, air=LINE_AIR)
        self._put_body()
        self._column.addWidget(self._scroll, 1)

    def show_tasks(self, tasks: Sequence[TodayTask]) -> None:
        """Show these tasks in place of the ones before; whoever stands in one stays there while
        nothing is new."""
        if self._shown == tuple(tasks):
            return
        self._shown = tuple(tasks)
        self._signs, self._lines = [], []
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for task in tasks:
            self._lines.append(self._line(task))
            column.addLayout(self._lines[-1])
        if not tasks:
            column.addWidget(label("Không còn việc gì phải làm hôm nay.", "muted", wrap=True))
        column.addStretch(1)
        self._put_body()

    @property
    def links(self) -> list[QPushButton]:
        """What is done about each of them, from top to bottom."""
        return self._body.findChildren(QPushButton)

    def _put_body(self) -> None:
        """Scrolled, and on the paper of the card."""
        self._scroll.setWidget(self._body)
        self._body.installEventFilter(self)
        for each in (self._body, self._scroll.viewport()):
            each.setAutoFillBackground(False)

    def _line(self, task: TodayTask) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        sign = QLabel()
        sign.setProperty("urgent", task.urgent)
        sign.setAccessibleName("Cần làm gấp" if task.urgent else "Cần làm")
        self._signs.append(sign)
        self._draw(sign)
        words = label(task.text, wrap=True)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        act = link(task.verb)
        act.setAccessibleName(f"{task.verb}: {task.text}")
        act.clicked.connect(lambda: self.chosen.emit(task.page, task.what))
        act.installEventFilter(self)
        row.addWidget(sign)
        row.addWidget(words, 1)
        row.addWidget(act)
        return row

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever comes to a line by Tab sees it; no line is seen in part."""
        if event.type() == QEvent.Type.Resize:
            self._settling.start()
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            above = watched.parentWidget()
            while above is not None:
                if isinstance(above, QScrollArea):
                    above.ensureWidgetVisible(watched, 0, 8)
                above = above.parentWidget()
        return super().eventFilter(watched, event)

    def _show_whole_lines(self) -> None:
        """What a last line lacks of its height is left free."""
        room = self._scroll.height()
        ends = [each.geometry().bottom() + 1 for each in self._lines]
        whole = max((each for each in ends if each <= room), default=room)
        free = room - whole if ends and ends[-1] > room else 0
        if self._scroll.viewportMargins().bottom() != free:
            self._scroll.setViewportMargins(0, 0, 0, free)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme and the size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            for sign in self._signs:
                self._draw(sign)

    def _draw(self, place: QLabel) -> None:
        urgent = bool(place.property("urgent"))
        role = QPalette.ColorRole.BrightText if urgent else QPalette.ColorRole.PlaceholderText
        place.setPixmap(sign_picture("warning" if urgent else "info", role))
