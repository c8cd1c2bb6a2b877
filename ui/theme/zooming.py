"""The size of the text by Ctrl++, Ctrl+−, Ctrl+0 and Ctrl+wheel, in every window of the program.

The keys are heard after all shortcuts: where Ctrl+− is an act of the table that has the focus, as
in Excel, it stays that. Ctrl+Shift+− is smaller text everywhere.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWheelEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme.appearance import Appearance

OWN_ZOOM = "ownZoom"
"""Set on a widget that has a zoom of its own: Ctrl+wheel over it is not for the text."""
NOTCH = 120
LARGER = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
SMALLER = (Qt.Key.Key_Minus, Qt.Key.Key_Underscore)
_PLAIN = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


class TextZoom(QObject):
    """Listens to windows, not to widgets: what is painted or typed costs nothing more."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance)
        self._appearance = appearance
        self._turned = 0
        # Notches that come while the window is still being dressed are one step together.
        self._late = QTimer(self, singleShot=True, interval=0)
        self._late.timeout.connect(self._turn)
        appearance.app.focusWindowChanged.connect(self._listen)
        self._listen(QGuiApplication.focusWindow())

    def _listen(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Whether it was for the text."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        if event.type() == QEvent.Type.Wheel and isinstance(event, QWheelEvent):
            return self._wheel(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~_PLAIN != Qt.KeyboardModifier.ControlModifier:
            return False
        if event.key() in LARGER:
            self._appearance.larger()
        elif event.key() in SMALLER:
            self._appearance.smaller()
        elif event.key() == Qt.Key.Key_0:
            self._appearance.set_text_size(100)
        else:
            return False
        return True

    def _wheel(self, event: QWheelEvent) -> bool:
        if event.modifiers() != Qt.KeyboardModifier.ControlModifier:
            return False
        if _has_own_zoom(QApplication.widgetAt(event.globalPosition().toPoint())):
            return False
        self._turned += event.angleDelta().y()
        if abs(self._turned) >= NOTCH:
            self._late.start()
        return True

    def _turn(self) -> None:
        steps = int(self._turned / NOTCH)
        self._turned -= steps * NOTCH
        self._appearance.step_text_size(steps)


def _has_own_zoom(widget: QWidget | None) -> bool:
    while widget is not None:
        if widget.property(OWN_ZOOM):
            return True
        widget = widget.parentWidget()
    return False
