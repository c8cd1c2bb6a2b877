"""One reminder: to whom, the text that can be edited, and what was said to the unit before."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from models.campaign.sheets import JOINED, ReminderSheet
from models.campaign.words import addressee_words, reminder_words
from models.records.reminders import Addressee, Reminder
from models.text.formats import number
from models.text.phones import display_phone
from ui.theme.pieces import label, link

LOG_LINES = 3
TO_STAFF = "Những người chưa làm trong đơn vị"
NO_HEAD = "Chưa ghi người đứng đầu của đơn vị."


class SheetView(QWidget):
    """`asked` tells that the text is wanted otherwise: to the staff themselves, or with all names
    and not only those that fit into one message."""

    asked = Signal()
    phone_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._sheet: ReminderSheet | None = None
        self._title = label("", "heading", wrap=True)
        self._title.setObjectName("remind-title")
        self._whom = label("", wrap=True)
        self._whom.setObjectName("remind-whom")
        self._phone = link("", "remind-phone")
        self._phone.setToolTip("Sao chép số điện thoại")
        self._why = label("", "attention", wrap=True)
        self._why.setObjectName("remind-why")
        self._text = QPlainTextEdit()
        self._text.setObjectName("remind-text")
        self._text.setAccessibleName("Nội dung tin nhắn, có thể sửa trước khi gửi")
        self._text.setTabChangesFocus(True)
        self._all = QCheckBox("&Ghi đủ tên, chia thành nhiều tin")
        self._all.setObjectName("remind-all")
        self._staff = QCheckBox("Gửi người t&rong đơn vị")
        self._staff.setObjectName("remind-staff")
        self._staff.setToolTip("Nhắc chính những người chưa làm, thay cho người đứng đầu")
        self._length = label("", "muted")
        self._length.setObjectName("remind-length")
        self._log = label("", "muted", wrap=True)
        self._log.setObjectName("remind-log")
        self._lay_out()
        self._all.toggled.connect(self.asked)
        self._staff.toggled.connect(self.asked)
        self._phone.clicked.connect(self._ask_phone)
        self._text.textChanged.connect(self._count)

    def _lay_out(self) -> None:
        whom = QHBoxLayout()
        whom.setSpacing(8)
        whom.addWidget(self._whom, 1)
        whom.addWidget(self._phone)
        below = QHBoxLayout()
        below.addWidget(self._staff)
        below.addWidget(self._all)
        below.addStretch(1)
        below.addWidget(self._length)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addLayout(whom)
        column.addWidget(self._why)
        column.addWidget(self._text, 1)
        column.addLayout(below)
        column.addWidget(self._log)

    @property
    def sheet(self) -> ReminderSheet | None:
        """The reminder that is shown."""
        return self._sheet

    @property
    def staff(self) -> bool:
        """Whether the staff themselves are to be reminded."""
        return self._staff.isChecked()

    @property
    def every_name(self) -> bool:
        """Whether all names are wanted."""
        return self._all.isChecked()

    @property
    def text(self) -> str:
        """The text as it stands there, edited or not."""
        return self._text.toPlainText().strip()

    def show_sheet(self, sheet: ReminderSheet | None) -> None:
        """Show `sheet`; None: nothing."""
        self._sheet = sheet
        self.setEnabled(sheet is not None)
        chairman = sheet is not None and sheet.to is Addressee.CHAIRMAN
        self._title.setText("" if sheet is None else _title_words(sheet))
        self._whom.setText("" if sheet is None else _whom_words(sheet))
        self._whom.setVisible(bool(self._whom.text()))
        self._phone.setText("" if sheet is None else display_phone(sheet.phone))
        self._phone.setVisible(bool(self._phone.text()))
        self._why.setText("" if sheet is None else _sentence(sheet.why))
        self._why.setVisible(bool(self._why.text()))
        self._text.setPlainText("" if sheet is None else JOINED.join(sheet.texts))
        self._staff.setVisible(not chairman)
        self._all.setVisible(not chairman and not self.staff)
        log = () if sheet is None else sheet.log
        self._log.setText("\n".join(_log_words(each) for each in log[-LOG_LINES:]))
        self._log.setVisible(bool(log))
        self._count()

    def _count(self) -> None:
        letters = len(self._text.toPlainText())
        parts = len(self._sheet.texts) if self._sheet is not None else 0
        several = f" · {number(parts)} tin, gửi từng tin" if parts > 1 else ""
        self._length.setText(f"{number(letters)} ký tự{several}" if letters else "")

    def _ask_phone(self) -> None:
        if self._sheet is not None:
            self.phone_wanted.emit(self._sheet.phone)


def _title_words(sheet: ReminderSheet) -> str:
    if sheet.to is Addressee.CHAIRMAN:
        return f"Báo cáo {sheet.title}"
    return f"{sheet.title}: nhắc lần {sheet.number}"


def _whom_words(sheet: ReminderSheet) -> str:
    if sheet.to is Addressee.STAFF:
        return TO_STAFF
    if not sheet.name:
        return "" if sheet.to is Addressee.CHAIRMAN else NO_HEAD
    return " · ".join(filter(None, (sheet.name, sheet.post)))


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def _log_words(given: Reminder) -> str:
    return f"Đã {reminder_words(given)} ({addressee_words(given)})"
