"""The one notifier: a line above the status bar with what happened and what can be done next."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from ui.notice import Notice, Tone
from ui.theme.icons import icon
from ui.theme.pieces import label, link, restyle

PASSING_MS = 8000
_ICONS = {Tone.INFO: "info", Tone.DONE: "check", Tone.PROBLEM: "warning", Tone.BUG: "warning"}
_URGENT = (Tone.PROBLEM, Tone.BUG)


class MessageBar(QFrame):
    """Shows one `Notice` at a time; the newest replaces the one before.

    News passes by itself after some seconds; a problem, and word of files that
    were written, stay until they are closed. `opening` carries each path that the
    officer asks to see, before the system is asked to show it; `commanded` the key of a command
    that a notice has led to.
    """

    opening = Signal(object)
    commanded = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self.setProperty("role", "message")
        self.setAccessibleName("Thông báo")
        self._notice = Notice("")
        self._sign = QLabel()
        self._text = label(wrap=True)
        self._text.setObjectName("messageText")
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._open = self._act("Mở tệp", "messageOpen", self._open_file)
        self._folder = self._act("Mở thư mục", "messageFolder", self._open_folder)
        self._path = self._act("Sao chép đường dẫn", "messagePath", self._copy_path)
        self._deed = self._act("", "messageDeed", self._command)
        self._details = self._act("Sao chép chi tiết", "messageDetails", self._copy_details)
        self._close = self._act("Đóng", "messageClose", self.hide)
        self._lay_out()
        self._passing = QTimer(self, singleShot=True, interval=PASSING_MS)
        self._passing.timeout.connect(self.hide)
        self.hide()

    def _act(self, text: str, name: str, deed: object) -> QPushButton:
        made = link(text, name)
        made.clicked.connect(deed)
        return made

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        for each in (self._deed, self._open, self._folder, self._path, self._details, self._close):
            row.addWidget(each)

    def show_notice(self, notice: Notice) -> None:
        """Show `notice` and read it out to a screen reader."""
        self._notice = notice
        words = f"{notice.text} {notice.advice}".strip()
        self._text.setText(words)
        self.setProperty("attention", notice.tone in _URGENT)
        restyle(self)
        self._draw_sign()
        self._open.setVisible(notice.path is not None)
        for each in (self._folder, self._path):
            each.setVisible(notice.place is not None)
        self._details.setVisible(bool(notice.details))
        self._deed.setText(notice.deed)
        self._deed.setVisible(bool(notice.command))
        self.show()
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        if notice.tone in _URGENT or notice.place is not None or notice.command:
            self._passing.stop()
        else:
            self._passing.start()

    def say(self, text: str) -> None:
        """Show a plain sentence."""
        self.show_notice(Notice(text))

    @property
    def notice(self) -> Notice:
        """What is shown, or was shown last."""
        return self._notice

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_sign()

    def _draw_sign(self) -> None:
        tone = self._notice.tone
        role = QPalette.ColorRole.BrightText if tone in _URGENT else QPalette.ColorRole.Accent
        self._sign.setPixmap(icon(_ICONS[tone], role).pixmap(20, 20))

    def _command(self) -> None:
        self.hide()
        self.commanded.emit(self._notice.command)

    def _open_file(self) -> None:
        if self._notice.path is not None:
            self._show_path(self._notice.path)

    def _open_folder(self) -> None:
        if self._notice.path is not None:
            self._show_path(self._notice.path.parent)
        elif self._notice.folder is not None:
            self._show_path(self._notice.folder)

    def _show_path(self, path: Path) -> None:
        self.opening.emit(path)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _copy_path(self) -> None:
        QGuiApplication.clipboard().setText(str(self._notice.place))

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self._notice.details)
