"""Something that lies over the lower edge of a page; while it stays, the page leaves it room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QBoxLayout,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from ui.theme.parts import APART
from ui.theme.wrapping_row import WrappingRow

LINGER_MS = 2000
"""So long it stays after the mouse or the keys have left it, when its time was over."""
MARGIN, GAP = 16, 8
USED, READ = 8, 1
MOST_LETTERS = 110


class Toast(QFrame):
    """A sign, a text, `links`, and what closes it: in one line where there is room for it.

    It never takes the focus by itself. What passes stands where it covers least.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setProperty("role", "toast")
        self.setProperty(APART, True)
        self._before: QWidget | None = None
        self._stays = False
        self._row = QWidget()
        self.links = WrappingRow(self._row, 16)
        self._passing = QTimer(self, singleShot=True)
        self._passing.timeout.connect(self._pass)
        self._seen: list[tuple[QRect, int]] = []
        self._looking = QTimer(self, singleShot=True, interval=0)
        self._looking.timeout.connect(self._make_way)
        if parent is not None:
            parent.installEventFilter(self)

    def set_parts(self, sign: QLabel, text: QLabel, end: QPushButton) -> None:
        """Lay them out."""
        self._text, self._end, self._ends = text, end, (sign, end)
        self._inner = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._inner.addWidget(text, 1)
        self._inner.addWidget(self._row)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(sign)
        row.addLayout(self._inner, 1)
        row.addSpacing(8)
        row.addWidget(end)

    def pass_after(self, wait: int) -> None:
        """Go away by itself after so many milliseconds, unless somebody is at it."""
        self._passing.start(wait)
        self._stays = False
        self.place()

    def stay(self) -> None:
        """Do not go away by itself; a page that scrolls ends above it as long."""
        self._passing.stop()
        self._stays = True
        self.place()

    def take_focus(self) -> None:
        """Bring the keys to the first link, or back to where they were."""
        if self._has_focus():
            self._give_focus_back()
        elif self.isVisible():
            self._before = self.window().focusWidget()
            shown = [each for each in self.findChildren(QPushButton) if each.isVisible()]
            shown.sort(key=lambda each: each is self._end)
            shown[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Go away; the keys go back to where they were."""
        if self._has_focus():
            self._give_focus_back()
        self._passing.stop()
        self.hide()
        self._leave_room(0)
        self.left.emit()

    def _pass(self) -> None:
        if self.underMouse() or self._has_focus():
            self._passing.start(LINGER_MS)
        else:
            self.leave()

    def _has_focus(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _give_focus_back(self) -> None:
        before, self._before = self._before, None
        if before is not None:
            before.setFocus()

    def event(self, event: QEvent) -> bool:
        """Esc is its own while it has the keys, whatever the page means by it."""
        is_key = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_key and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            QTimer.singleShot(0, self, self.place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The page has another size, or what is in it may stand elsewhere."""
        if event.type() == QEvent.Type.LayoutRequest and not self.isHidden():
            self._looking.start()
        elif event.type() == QEvent.Type.Resize and watched is self.parent():
            self.place()
        return False

    def _make_way(self) -> None:
        """Go elsewhere only when something else would be covered now: placing it asks for another
        layout itself."""
        over = self.parentWidget()
        if over is not None and not self.isHidden() and self._needed(over) != self._seen:
            self.place()

    def place(self) -> None:
        """At the lower edge of the page, in the middle: in one line where there is room for it."""
        over = self.parentWidget()
        if over is None or self.isHidden():
            return
        inside = over.widget() if isinstance(over, QScrollArea) else None
        if inside is not None:
            # What moves in there asks for its layout, not for that of the area.
            inside.installEventFilter(self)
        room = over.width() - 2 * MARGIN
        most = min(room, self.fontMetrics().averageCharWidth() * MOST_LETTERS)
        shown = [each for each in self._row.findChildren(QPushButton) if not each.isHidden()]
        self._row.setVisible(bool(shown))
        self._spread(in_one_line=True)
        wide, high = self._layout().totalSizeHint().toTuple()
        if wide > most:
            self._spread(in_one_line=False)
            wide, high = most, self._layout().totalHeightForWidth(most)
        # Over what is lower than itself it is read from its beginning.
        top = max(0, over.height() - high - MARGIN)
        at = QRect((over.width() - wide) // 2, top, wide, high)
        leaves_room = self._stays and isinstance(over, QScrollArea)
        self._leave_room(high + 2 * MARGIN if leaves_room else 0)
        self._seen = self._needed(over)
        self.setGeometry(at if leaves_room else self._least_in_the_way(over, at))

    def _leave_room(self, high: int) -> None:
        over = self.parentWidget()
        if isinstance(over, QScrollArea) and over.viewportMargins().bottom() != high:
            over.setViewportMargins(0, 0, 0, high)

    def _least_in_the_way(self, over: QWidget, lowest: QRect) -> QRect:
        """The lowest place that covers as little as can be of what is pressed, typed in or read."""
        needed = self._seen
        tops = [lowest.top(), MARGIN, *(each.top() - GAP - lowest.height() for each, _ in needed)]
        places = [lowest.translated(0, top - lowest.top()) for top in set(tops) if top >= 0]
        half = over.height() // 2 - lowest.height()

        def in_the_way(at: QRect) -> tuple[int, int]:
            covered = sum(cost for each, cost in needed if each.intersects(at))
            return covered + (READ if at.top() < half else 0), -at.top()

        return min((each for each in places if each.top() <= lowest.top()), key=in_the_way)

    def _needed(self, over: QWidget) -> list[tuple[QRect, int]]:
        """What should not be covered, and how much that would cost: what takes keys, the current
        line of the table that has them, and words."""
        found = []
        for each in over.findChildren(QWidget):
            if not each.isVisible() or each.window() is not self.window():
                continue
            if self.isAncestorOf(each) or each is self:
                continue
            part, cost = each.rect(), 0
            if isinstance(each, QAbstractItemView):
                part, cost = each.visualRect(each.currentIndex()), USED if each.hasFocus() else 0
            elif isinstance(each, QAbstractButton | QLineEdit | QComboBox):
                cost = USED
            elif isinstance(each, QLabel) and each.text():
                cost = READ
            if cost and not (seen := _seen_of(each, part, over)).isEmpty():
                found.append((seen, cost))
        return found

    def _spread(self, *, in_one_line: bool) -> None:
        way, middle = QBoxLayout.Direction, Qt.AlignmentFlag.AlignVCenter
        self._text.setWordWrap(not in_one_line)
        self._inner.setDirection(way.LeftToRight if in_one_line else way.TopToBottom)
        self._inner.setSpacing(16 if in_one_line else 4)
        self._row.setMinimumWidth(self.links.sizeHint().width() if in_one_line else 0)
        for each in self._ends:
            self._layout().setAlignment(each, middle if in_one_line else Qt.AlignmentFlag.AlignTop)
        for layout in (self.links, self._inner, self._layout()):
            layout.invalidate()

    def _layout(self) -> QLayout:
        found = self.layout()
        assert found is not None
        return found


def _seen_of(widget: QWidget, part: QRect, over: QWidget) -> QRect:
    """Where a part of a widget is seen in `over`: what holds it may be scrolled."""
    seen, each = part, widget
    while each is not over and (holder := each.parentWidget()) is not None:
        seen, each = seen.intersected(each.rect()).translated(each.pos()), holder
    return seen.intersected(over.rect())
