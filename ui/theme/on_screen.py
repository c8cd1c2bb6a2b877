"""Dialogs follow the size of the text at once and back again, and never grow past their screen.

One that cannot be as small as its screen scrolls inside; its row of buttons stays in sight.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, QTimer
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QDialog,
    QFileDialog,
    QLayout,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from ui.theme.appearance import Appearance
from ui.theme.pieces import roomy
from ui.theme.room import room_of


class DialogSizes(QObject):
    """Takes care of each dialog from when it is first shown."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance)
        self._appearance = appearance
        appearance.app.focusWindowChanged.connect(self._meet)

    def _meet(self, window: QWindow | None) -> None:
        if window is None:
            return
        for each in QApplication.topLevelWidgets():
            if isinstance(each, QDialog) and each.windowHandle() == window:
                _take_care(each, self._appearance)


def _take_care(dialog: QDialog, appearance: Appearance) -> None:
    # Qt's own dialogs look after themselves.
    if not isinstance(dialog, QFileDialog) and dialog.findChild(_DialogSize) is None:
        _DialogSize(dialog, appearance)


class _DialogSize(QObject):
    """Belongs to the dialog. It knows how large the dialog was at which size of the text: the
    dialog grows and shrinks by as much, and comes back to just that."""

    def __init__(self, dialog: QDialog, appearance: Appearance) -> None:
        super().__init__(dialog)
        self._dialog, self._appearance = dialog, appearance
        self._text, self._size = appearance.text_size, dialog.size()
        # The fields inside hear of other letters after the dialog, and ask for less room later yet.
        self._late = QTimer(self, singleShot=True, interval=0)
        self._late.timeout.connect(self._follow)
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._late.start)
        appearance.changed.connect(self._late.start)
        appearance.changed.connect(self._again.start)
        dialog.installEventFilter(self)
        self._fit(dialog.size())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Somebody drags its border, it has made room for something, or something needs more."""
        if event.type() not in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            return False
        if not isValid(self._dialog):
            # It is being destroyed.
            return False
        layout = self._dialog.layout()
        asked = layout if event.type() == QEvent.Type.LayoutRequest else None
        if asked is not None and not _fits(asked.totalMinimumSize(), room_of(self._dialog)):
            self._late.start()
        if event.type() == QEvent.Type.Resize:
            if not _fits(self._dialog.size(), room_of(self._dialog)):
                self._late.start()
            at_home = self._appearance.text_size == self._text
            if event.spontaneous() or (at_home and not self._late.isActive()):
                self._text, self._size = self._appearance.text_size, self._dialog.size()
        return False

    def _follow(self) -> None:
        self._fit(self._size * (self._appearance.text_size / self._text))

    def _fit(self, wanted: QSize) -> None:
        room, kept = room_of(self._dialog), (self._text, self._size)
        size, layout = wanted.boundedTo(room), self._dialog.layout()
        if layout is not None:
            layout.activate()
            least = _least_size(layout, size.width()).expandedTo(self._dialog.minimumSize())
            if _fits(least, room):
                size = size.expandedTo(least)
            else:
                self._dialog.setMinimumSize(self._dialog.minimumSize().boundedTo(room))
                _scroll_inside(self._dialog, layout)
        self._dialog.resize(size)
        self._text, self._size = kept
        _bring_back(self._dialog)


def _least_size(layout: QLayout, width: int) -> QSize:
    """The least that it needs; words that are wrapped need as much height as they have lines."""
    least = layout.totalMinimumSize()
    if not layout.hasHeightForWidth():
        return least
    wide = max(width, least.width())
    return least.expandedTo(QSize(0, layout.totalMinimumHeightForWidth(wide)))


def _fits(size: QSize, room: QSize) -> bool:
    return size.width() <= room.width() and size.height() <= room.height()


def _scroll_inside(dialog: QDialog, layout: QLayout) -> None:
    """From now on the dialog can be small: all but its last row stands in what scrolls."""
    focused = dialog.focusWidget()
    seen = [each for each in dialog.findChildren(QWidget) if each.isVisible()]
    margins, spacing = layout.contentsMargins(), layout.spacing()
    inside = QWidget()
    area = roomy(inside)
    area.setParent(dialog)
    inside.setLayout(layout)
    layout.setContentsMargins(0, 0, 0, 0)
    outer = QVBoxLayout(dialog)
    outer.setContentsMargins(margins)
    outer.setSpacing(spacing)
    outer.addWidget(area, 1)
    if isinstance(layout, QBoxLayout) and layout.count() > 1:
        last = layout.itemAt(layout.count() - 1)
        if isinstance(last, QLayout) and last.minimumSize().width() <= room_of(dialog).width():
            layout.takeAt(layout.count() - 1)
            outer.addLayout(last)
    area.show()
    for each in seen:
        # Left to Qt they would come back a moment later: an Enter of that moment would find
        # another button in its place.
        if each.isHidden():
            each.show()
    if focused is not None:
        focused.setFocus()
        area.ensureWidgetVisible(focused)


def _bring_back(dialog: QWidget) -> None:
    """Move it so that all of it lies on its screen."""
    screen, frame = dialog.screen().availableGeometry(), dialog.frameGeometry()
    left = max(screen.left(), min(frame.left(), screen.right() + 1 - frame.width()))
    top = max(screen.top(), min(frame.top(), screen.bottom() + 1 - frame.height()))
    if QPoint(left, top) != frame.topLeft():
        dialog.move(left, top)
