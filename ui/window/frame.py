"""The empty frame of the window: drawn at once, before anything else is imported."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QRect, QSettings, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QMainWindow, QPushButton

from models.version import PRODUCT_NAME
from ui.window.memory import BARE_COLOURS, restore_place, save_place

BARE_RAIL = 200
BARE_MENU = 26


class Frame(QMainWindow):
    """Place on the screen, dropped files, and the first painting.

    `painted` is emitted once, after the window has been drawn for the first time;
    `dropped` carries the paths of files that were let fall on the window.
    """

    painted = Signal()
    dropped = Signal(object)

    def __init__(self, settings: QSettings) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle(PRODUCT_NAME)
        self.settings = settings
        self._was_painted = False
        self.setAcceptDrops(True)
        restore_place(settings, self)

    def come_forward(self) -> None:
        """Bring the window before the others."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, as it does in a dialog."""
        # All the names of `Qt` are made with the first: the empty frame does without them.
        from PySide6.QtCore import Qt

        focused, modifier = self.focusWidget(), Qt.KeyboardModifier
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        plain = event.modifiers() in (modifier.NoModifier, modifier.KeypadModifier)
        if enter and plain and not event.isAutoRepeat() and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files of this machine may be dropped anywhere."""
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the dropped files on."""
        event.acceptProposedAction()
        self.dropped.emit(local_files(event.mimeData()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Notice the first painting; what is inside is painted by the time the timer fires."""
        super().paintEvent(event)
        if self.centralWidget() is None:
            self._paint_bare()
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def _paint_bare(self) -> None:
        """The paper of menu, rail and page in the colours of the last time, without a word."""
        page, paper = (
            QColor(str(self.settings.value(key) or usual)) for key, usual in BARE_COLOURS
        )
        painter = QPainter(self)
        for place, colour in (
            (self.rect(), page),
            (QRect(0, 0, self.width(), BARE_MENU), paper),
            (QRect(0, 0, BARE_RAIL, self.height()), paper),
        ):
            # Filling with a colour would make PySide name all that `Qt` holds.
            drop = QPixmap(1, 1)
            drop.fill(colour)
            painter.drawPixmap(place, drop)
        painter.end()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window stood."""
        save_place(self.settings, self)
        super().closeEvent(event)


def local_files(mime: QMimeData) -> list[Path]:
    """The files and folders of this machine that `mime` names."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
