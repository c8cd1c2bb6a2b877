"""The one notifier: a toast over the page with what happened and what can be done next."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from re import Pattern

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget
from shiboken6 import isValid

from ui.notice import COPY_NAME, Notice, NoticeLink, Tone
from ui.theme.announcing import announce
from ui.theme.icons import sign_picture
from ui.theme.pieces import label, link, restyle
from ui.window.details import COPY_DETAILS, problem_details, whence
from ui.window.toast import Toast

PASSING_MS = 8000
TIPS = {"messageUndo": "Ctrl+Z"}
_ICONS = {Tone.INFO: "info", Tone.DONE: "check", Tone.PROBLEM: "warning", Tone.BUG: "warning"}
_SIGNS = {Tone.INFO: "Thông tin", Tone.DONE: "Đã xong", Tone.PROBLEM: "Chú ý", Tone.BUG: "Lỗi"}


class MessageBar(Toast):
    """Shows one `Notice` at a time; the newest replaces the one before.

    It lies over the lower edge of its parent, and of a dialog that is open, and does not take the
    focus: `take_focus` brings the keys to its links, Esc back. News passes by itself after some
    seconds, and when the page is left; word of files that were written when the page is left; a
    problem stays until it is closed or settled. `opening` carries each path that the officer asks
    to see, before the system is asked to show it; `commanded` the key of a command that a notice
    has led to.
    """

    opening = Signal(object)
    commanded = Signal(str)

    def __init__(
        self, parent: QWidget | None = None, page_name: Callable[[], str] | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self.setAccessibleName("Thông báo")
        self._notice = Notice("")
        self._page_name = page_name or str
        self._shown = 0
        self._is_new = False
        self._own: list[QPushButton] = []
        self._over: MessageBar | None = None
        self._sign = QLabel()
        self._text = label()
        self._text.setObjectName("messageText")
        self._open = self._act("Mở tệp", "messageOpen", self._open_file)
        self._folder = self._act("Mở thư mục", "messageFolder", self._open_folder)
        self._path = self._act("Sao chép đường dẫn", "messagePath", self._copy_path)
        self._held = self._act(COPY_NAME, "messageName", self._copy_name)
        self._deed = self._act("", "messageDeed", self._command)
        self._details = self._act(COPY_DETAILS, "messageDetails", self._copy_details)
        self._close = self._act("Đóng", "messageClose", self.leave)
        self._lay_out()
        self.hide()

    def _act(self, text: str, name: str, deed: Callable[[], object]) -> QPushButton:
        made = link(text, name)
        # Whoever clicks it goes on where they were.
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(lambda _=False: deed())
        return made

    def _lay_out(self) -> None:
        for each in (
            self._deed, self._open, self._folder, self._path, self._held, self._details,
        ):  # fmt: skip
            self.links.addWidget(each)
        self.set_parts(self._sign, self._text, self._close)

    def show_notice(self, notice: Notice) -> None:
        """Show `notice` and read it out to a screen reader."""
        if notice.tone is Tone.PROBLEM and not notice.details:
            notice = notice._replace(details=whence())
        self._notice, self._is_new = notice, True
        self._shown += 1
        QTimer.singleShot(0, self, self._grow_old)
        words = f"{notice.text} {notice.advice}".strip()
        self._text.setText(words)
        self.setProperty("attention", notice.is_problem)
        restyle(self)
        self._draw_sign()
        self._offer(notice)
        self.show()
        self.raise_()
        self.place()
        # Whoever says something as the last deed of a dialog is heard in the window.
        QTimer.singleShot(0, self, self._show_over_dialog)
        announce(self, words)
        if notice.is_problem or notice.place is not None or notice.command:
            self.stay()
        else:
            self.pass_after(PASSING_MS)

    def _show_over_dialog(self) -> None:
        """What is said while a dialog lies over the window is shown in that too."""
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or dialog is self.window() or self.isHidden():
            return
        if self._over is not None and isValid(self._over):
            self._over.deleteLater()
        over = self._over = MessageBar(dialog, self._page_name)
        over.setObjectName("messageOver")
        over.opening.connect(self.opening)
        over.commanded.connect(self.commanded)
        over.left.connect(self.leave)
        over.show_notice(self._notice)

    def _offer(self, notice: Notice) -> None:
        for each in self._own:
            self.links.removeWidget(each)
            each.hide()
            each.deleteLater()
        self._own = []
        for made in notice.links:
            self.add_link(made)
        self._open.setVisible(notice.path is not None)
        for each in (self._folder, self._path):
            each.setVisible(notice.place is not None)
        self._held.setVisible(bool(notice.file_name))
        self._details.setVisible(bool(notice.details))
        self._deed.setText(notice.deed)
        self._deed.setVisible(bool(notice.command))

    def add_link(self, wanted: NoticeLink) -> None:
        """Offer one more thing to do with what is shown; it goes when that is done."""
        words, name, deed = wanted
        made = self._act(words, name, partial(self._follow, deed))
        made.setToolTip(TIPS.get(name, ""))
        self._own.append(made)
        for each in (made, self._held, self._details):
            self.links.removeWidget(each)
            self.links.addWidget(each)
        made.show()
        self.place()

    def leave_out(self, words: Pattern[str]) -> None:
        """Show what is said without these words."""
        self._text.setText(words.sub("", self._text.text()))
        self.place()

    def _follow(self, deed: Callable[[], object]) -> None:
        self.leave()
        deed()

    def say(self, text: str) -> None:
        """Show a plain sentence."""
        self.show_notice(Notice(text))

    @property
    def notice(self) -> Notice:
        """What is shown, or was shown last."""
        return self._notice

    @property
    def count(self) -> int:
        """How many messages there have been."""
        return self._shown

    def settle(self, cause: str) -> None:
        """What a problem was about is right again: nobody needs to read of it any more."""
        if self._notice.cause and self._notice.cause == cause:
            if self._over is not None and isValid(self._over):
                self._over.leave()
            self.leave()

    def leave_page(self) -> None:
        """Another page is open: what was said of the one before goes, but for a problem."""
        if not self._notice.is_problem and not self._is_new:
            self.leave()

    def _grow_old(self) -> None:
        """What is said and led away from in one breath is meant for the page that comes."""
        self._is_new = False

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme and the size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._draw_sign()

    def _draw_sign(self) -> None:
        is_problem = self._notice.is_problem
        role = QPalette.ColorRole.BrightText if is_problem else QPalette.ColorRole.Accent
        self._sign.setAccessibleName(_SIGNS[self._notice.tone])
        self._sign.setPixmap(sign_picture(_ICONS[self._notice.tone], role))

    def _command(self) -> None:
        self.leave()
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

    def _copy_name(self) -> None:
        QGuiApplication.clipboard().setText(self._notice.file_name)

    def _copy_details(self) -> None:
        page = self._page_name()
        told = problem_details(self._notice, f"Trang: {page}" if page else "")
        QGuiApplication.clipboard().setText(told)
