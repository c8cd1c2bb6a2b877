"""What hides the work while the screen is locked, and brings it back as it was."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from shiboken6 import isValid

from models.machine.session_watch import hide_preview
from models.version import PRODUCT_NAME
from ui.window.main_window import MainWindow

LOCKED_TITLE = f"{PRODUCT_NAME} – đang khóa"


def forget_copied(clipboard: QClipboard) -> None:
    """Whoever comes by pastes nothing that was copied here; what others copied stays."""
    if clipboard.ownsClipboard():
        clipboard.clear()


class Cover(QObject):
    """Puts one page in the place of all that the window shows, and hides its dialogs.

    Nothing of them is closed: what was typed stands there again after `take_off`.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._hidden: list[tuple[QWidget, Qt.WindowModality]] = []
        self._focus: QWidget | None = None
        self._title = ""
        self._page: QWidget | None = None

    def put_on(self, page: QWidget) -> None:
        """Show `page` alone."""
        window = self._window
        self._title, self._page = window.windowTitle(), page
        self._focus = QApplication.focusWidget()
        while (popup := QApplication.activePopupWidget()) is not None and popup.isVisible():
            popup.close()
        QToolTip.hideText()
        for each in QApplication.topLevelWidgets():
            self._hide(each)
        window.show_cover(page)
        window.setWindowTitle(LOCKED_TITLE)
        hide_preview(int(window.winId()), True)
        forget_copied(QGuiApplication.clipboard())
        page.setFocus()
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def take_off(self) -> None:
        """Show again what was there before."""
        window = self._window
        self.let_go()
        hide_preview(int(window.winId()), False)
        window.drop_cover()
        window.setWindowTitle(self._title)
        hidden, self._hidden, self._page = self._hidden, [], None
        for each, modality in hidden:
            if isValid(each):
                each.setWindowModality(modality)
                each.show()
        if self._focus is not None and isValid(self._focus):
            self._focus.activateWindow()
            self._focus.setFocus()
        self._focus = None

    def let_go(self) -> None:
        """Keep nothing down any more: it was unlocked, or the window goes."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A dialog that comes up meanwhile waits for whoever unlocks."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            self._keep_down(watched)
        return False

    def _keep_down(self, shown: QWidget) -> None:
        if shown.isWindow() and shown is not self._window and not self._is_ours(shown):
            shown.setWindowOpacity(0)
            QTimer.singleShot(0, shown, lambda: self._hide(shown))

    def _hide(self, each: QWidget) -> None:
        if each is self._window or not each.isVisible() or self._is_ours(each):
            return
        self._hidden.append((each, each.windowModality()))
        each.hide()
        each.setWindowOpacity(1)

    def _is_ours(self, each: QWidget) -> bool:
        """Whether it belongs to the page that asks for the password."""
        owner = each.parentWidget()
        return (
            self._page is not None
            and owner is not None
            and (owner is self._page or self._page.isAncestorOf(owner))
        )
