"""F1 in every window of the program: the help opens where the present screen is told about."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ui.help.topics import topic_of
from ui.window.main_window import MainWindow


class HelpKey(QObject):
    """Belongs to the window, and listens to each window that has the focus."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._main = window
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._listen)
        self._listen(QGuiApplication.focusWindow())

    def _listen(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Whether it was F1."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_F1
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
        ):
            self.open()
            return True
        return False

    def open(self) -> None:
        """Open the help for what is in front, beside it; over a locked screen it stays shut."""
        if self._main.desk.is_locked:
            return
        front = QApplication.activeModalWidget()
        parent = front if isinstance(front, QDialog) else self._main
        asked = QApplication.focusWidget() or QApplication.activeWindow()
        show_help(parent, topic_of(asked, self._main.current))


def show_help(parent: QWidget, topic: str) -> None:
    """Open the help at `topic`, in the window that `parent` has for it."""
    from ui.help.window import NAME, HelpWindow

    made = parent.findChild(HelpWindow, NAME, Qt.FindChildOption.FindDirectChildrenOnly)
    if made is None:
        made = HelpWindow(parent)
    made.show_topic(topic)
    made.show()
    made.raise_()
    made.activateWindow()
