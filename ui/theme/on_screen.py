"""Dialogs follow the size of the text at once and back again, and never grow past their screen.

One that cannot be as small as its screen scrolls inside; its row of buttons stays in sight. One
that was dragged opens as large the next time, and whatever comes to another screen fits in there.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSettings, QSize, Qt, QTimer
from PySide6.QtGui import QScreen, QWindow
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QDialog,
    QFileDialog,
    QLayout,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from ui.theme.appearance import Appearance
from ui.theme.pieces import GRID, roomy
from ui.theme.room import bring_within, room_of, shift_inside

ROUNDING = 4


class DialogSizes(QObject):
    """Takes care of each dialog from when it is first shown, and of the window."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance)
        self._appearance = appearance
        appearance.app.focusWindowChanged.connect(self._meet)

    def _meet(self, window: QWindow | None) -> None:
        if window is None:
            return
        for each in QApplication.topLevelWidgets():
            if each.windowHandle() == window:
                _take_care(each, window, self._appearance)


def _take_care(met: QWidget, handle: QWindow, appearance: Appearance) -> None:
    if met.findChild(_Care, options=Qt.FindChildOption.FindDirectChildrenOnly) is not None:
        return
    # Qt's own dialogs look after themselves.
    if isinstance(met, QDialog) and not isinstance(met, QFileDialog):
        _DialogSize(met, handle, appearance)
    elif isinstance(met, QMainWindow):
        _WindowPlace(met, handle, appearance)


class _Care(QObject):
    """Belongs to what it takes care of, and hears that this lies on another screen now, or that
    a screen is gone."""

    def __init__(self, window: QWidget, handle: QWindow, appearance: Appearance) -> None:
        super().__init__(window)
        # The place on the other screen is known after the event that tells of it.
        self._arriving = QTimer(self, singleShot=True, interval=0)
        self._arriving.timeout.connect(self._arrive)
        for each in (handle.screenChanged, appearance.app.screenRemoved):
            each.connect(self._hear)

    def _hear(self, _screen: QScreen) -> None:
        self._arriving.start()

    def _arrive(self) -> None:
        raise NotImplementedError


class _WindowPlace(_Care):
    """On another screen the window is no larger than that; when a monitor is gone, the window comes
    to one that is there."""

    def __init__(self, window: QMainWindow, handle: QWindow, appearance: Appearance) -> None:
        super().__init__(window, handle, appearance)
        self._window = window

    def _arrive(self) -> None:
        bring_within(self._window)


class _DialogSize(_Care):
    """Knows how large the dialog was at which size of the text: the dialog grows and shrinks by as
    much, and comes back to just that."""

    def __init__(self, dialog: QDialog, handle: QWindow, appearance: Appearance) -> None:
        super().__init__(dialog, handle, appearance)
        self._dialog, self._appearance = dialog, appearance
        self._was_dragged = False
        kept = _kept_size(dialog)
        self._text, self._size = kept or (appearance.text_size, dialog.size())
        # The fields inside hear of other letters after the dialog, and ask for less room later yet.
        self._late = QTimer(self, singleShot=True, interval=0)
        self._late.timeout.connect(self._follow)
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._late.start)
        appearance.changed.connect(self._late.start)
        appearance.changed.connect(self._again.start)
        self._given = dialog.size()
        dialog.installEventFilter(self)
        middle = dialog.geometry().center()
        self._follow()
        if kept is not None:
            dialog.move(dialog.pos() + middle - dialog.geometry().center())
            shift_inside(dialog)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Somebody drags its border, it has made room for something, or something needs more."""
        if event.type() not in (QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Hide):
            return False
        if not isValid(self._dialog):
            # It is being destroyed.
            return False
        if event.type() == QEvent.Type.Hide:
            if self._was_dragged:
                _keep_size(self._dialog, self._text, self._size)
            return False
        layout = self._dialog.layout()
        asked = layout if event.type() == QEvent.Type.LayoutRequest else None
        if asked is not None:
            least = _least_size(asked, self._dialog.width())
            if not _fits(least, room_of(self._dialog)):
                self._late.start()
        if event.type() == QEvent.Type.Resize:
            if not _fits(self._dialog.size(), room_of(self._dialog)):
                self._late.start()
            at_home = self._appearance.text_size == self._text
            self._note_drag(given=not event.spontaneous())
            if event.spontaneous() or (at_home and not self._late.isActive()):
                self._text, self._size = self._appearance.text_size, self._dialog.size()
        return False

    def _note_drag(self, *, given: bool) -> None:
        """By the system a size comes from somebody's hand, but for the rounding of its dots."""
        size = self._dialog.size()
        if given:
            self._given = size
        else:
            far = size - self._given
            self._was_dragged |= max(abs(far.width()), abs(far.height())) > ROUNDING

    def _follow(self) -> None:
        self._fit(self._size * (self._appearance.text_size / self._text))

    def _arrive(self) -> None:
        """Somebody may still be dragging it: what fits is not moved."""
        wanted = self._size * (self._appearance.text_size / self._text)
        is_cut = wanted != self._dialog.size()
        if is_cut or not _fits(self._dialog.size(), room_of(self._dialog)):
            self._follow()
        bring_within(self._dialog)

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
        shift_inside(self._dialog)


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
    outer.setSpacing(spacing if spacing >= 0 else GRID)
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


def _kept_size(dialog: QDialog) -> tuple[int, QSize] | None:
    """The size of the text at which it was dragged, and how large it was then."""
    kept = str(QSettings().value(f"dialogs/{dialog.objectName()}") or "").split()
    if len(kept) != 3 or not all(each.isdecimal() and 0 < int(each) < 100_000 for each in kept):
        return None
    text, wide, high = map(int, kept)
    return text, QSize(wide, high)


def _keep_size(dialog: QDialog, text: int, size: QSize) -> None:
    if dialog.objectName():
        QSettings().setValue(
            f"dialogs/{dialog.objectName()}", f"{text} {size.width()} {size.height()}"
        )
