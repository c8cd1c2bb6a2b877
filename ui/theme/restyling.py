"""Another palette or another sheet: what is in sight takes it at once, the rest bit by bit.

Qt keeps the colours and sizes of a sheet with each widget until that is polished anew. To set a
sheet tells every widget of every page that all has changed: the window would stand still for
seconds. So each is polished once: what is in sight at once, the rest in slices, or when it is
shown.
"""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from shiboken6 import isValid

SLICE_SECONDS = 0.008
PAINTING = 50
"""Milliseconds that are left to what is in sight, to be painted."""
ASIDE = "othersAside"
"""Set on a stack whose size is that of the page in sight, whatever the others are."""


class Restyling(QObject):
    """Polishes all widgets of the application; belongs to whoever changes palette and sheet."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._late: dict[QWidget, None] = {}
        self._resized = False
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self._go_on)
        self._unpainted: list[QWidget] = []
        self._painting = QTimer(self, singleShot=True, interval=0)
        self._painting.timeout.connect(self._paint)

    def begin(self, app: QApplication) -> None:
        """Let the sheet look again at everything."""
        app.style().unpolish(app)
        self._dress_all()

    def wear(self, app: QApplication, sheet: str) -> None:
        """Another sheet for everything.

        Qt would polish whatever wears the old one, then all inside it, for each of those all
        inside that, and so on: a widget ten levels deep is polished ten times. Taken out of the
        application first, the old sheet is worn by nobody when the new one comes.
        """
        if not app.styleSheet():
            app.setStyleSheet(sheet)
            return
        app.style().unpolish(app)
        app.setStyleSheet(sheet)
        self._resized = True
        self._dress_all()

    def _dress_all(self) -> None:
        """What is in sight now, the rest later; menus come first of it, for they measure themselves
        before they are shown."""
        everything = _from_above()
        late: dict[QWidget, None] = {}
        menus: list[QWidget] = []
        for each in everything:
            above = each.parentWidget()
            if above in late or (not each.isVisible() and self._can_wait(each, above)):
                late[each] = None
                if above not in late:
                    each.installEventFilter(self)
                if isinstance(each, QMenu):
                    menus.append(each)
        self._late = dict.fromkeys(reversed(late))
        for each in menus:
            self._late[each] = self._late.pop(each)
        self._paint_next_turn()
        for each in everything:
            if each not in late:
                self._dress(each)
        self._next.start(PAINTING)

    def _paint_next_turn(self) -> None:
        """Keys are heard between dressing and painting, each half of what an eye would notice."""
        for top in QApplication.topLevelWidgets():
            if top.isVisible() and top.updatesEnabled():
                top.setUpdatesEnabled(False)
                self._unpainted.append(top)
        self._painting.start()

    def _paint(self) -> None:
        for top in self._unpainted:
            if isValid(top):
                top.setUpdatesEnabled(True)
        self._unpainted.clear()

    def _can_wait(self, hidden: QWidget, above: QWidget | None) -> bool:
        """Another size also counts where it is out of sight, as behind a tab: the room of what is
        in sight may be measured by it."""
        aside = above is not None and bool(above.property(ASIDE))
        return not self._resized or hidden.isWindow() or aside

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is shown before its turn has it now, with all that is inside."""
        if event.type() == QEvent.Type.Show and watched in self._late:
            assert isinstance(watched, QWidget)
            for each in (watched, *watched.findChildren(QWidget)):
                if each in self._late:
                    del self._late[each]
                    each.removeEventFilter(self)
                    self._dress(each)
        return False

    def _go_on(self) -> None:
        end = perf_counter() + SLICE_SECONDS
        while self._late and perf_counter() < end:
            each, _ = self._late.popitem()
            if isValid(each):
                each.removeEventFilter(self)
                self._dress(each)
        if self._late:
            self._next.start(0)
        else:
            self._resized = False

    def _dress(self, widget: QWidget) -> None:
        widget.style().polish(widget)
        widget.update()
        if self._resized:
            # As Qt does when it sets a sheet.
            QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))
            widget.updateGeometry()


def _from_above() -> list[QWidget]:
    """All widgets, each one before what is inside it."""
    tops = QApplication.topLevelWidgets()
    return list(dict.fromkeys(each for top in tops for each in (top, *top.findChildren(QWidget))))
