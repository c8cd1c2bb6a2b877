"""The representative was sent, with proof; and its presentation at the final."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from models.campaign.entry_rows import files_owner
from models.campaign.representative import (
    record_presenting,
    record_sending,
    take_sending_back,
)
from models.errors import AppError
from models.records.entries import (
    CHANNEL_NAMES,
    PROOF,
    Channel,
    ContestEntry,
    Presenting,
    Sending,
)
from ui.attachments.view import AttachmentsView
from ui.desk import Desk
from ui.pages.contest.edit_dialog import line_field
from ui.people.act_dialog import ActDialog
from ui.people.clock_field import ClockField, moment_typed
from ui.people.date_field import DateField
from ui.people.field import FormField
from ui.theme.letters import keep_in_letters
from ui.theme.pieces import button, label
from ui.theme.quiet_combo import QuietCombo

PROOF_LINES = 13
PROOF_TITLE = "Minh chứng đã gửi (ảnh chụp màn hình, thư xác nhận…)"


class SendingDialog(ActDialog):
    """Through what, when, and what shows it. Files are kept as soon as they are added."""

    def __init__(self, desk: Desk, entry: ContestEntry, parent: QWidget) -> None:
        super().__init__("Ghi nhận gửi bài dự thi", "Lưu", parent, "Đóng")
        self.setObjectName("sending-dialog")
        self._desk, self._entry = desk, entry
        self._channel = QuietCombo()
        for channel, words in CHANNEL_NAMES.items():
            self._channel.addItem(words, channel)
        self._day = DateField("sent-day", "Ngày gửi", desk.today())
        self._clock = ClockField("sent-time", "Giờ gửi")
        self._note, note = line_field("sent-note", "Ghi chú", entry.sent.note if entry.sent else "")
        self._note.setPlaceholderText("gửi cho ai, đường dẫn bài trên nền tảng…")
        self._proofs = AttachmentsView(desk, PROOF_TITLE)
        self._proofs.show_owner(files_owner(entry, PROOF))
        keep_in_letters(self._proofs, least_lines=PROOF_LINES)
        self.form.addRow(label(f"“{entry.title}” ({entry.unit})", wrap=True))
        self.form.addRow("&Gửi qua", FormField(self._channel, "sent-by", "Gửi qua"))
        self.form.addRow("&Ngày gửi *", self._day)
        self.form.addRow("G&iờ gửi *", self._clock)
        self.form.addRow("Ghi &chú", note)
        self.form.addRow(self._proofs)
        self._show(entry.sent)
        self._day.changed.connect(self._check)
        self._clock.changed.connect(self._check)
        if entry.sent is not None:
            back = button("&Bỏ ghi nhận", "sent-back")
            back.clicked.connect(self._take_back)
            self.add_button(back)
        self._channel.setFocus(Qt.FocusReason.OtherFocusReason)
        self._check()

    def _show(self, sent: Sending | None) -> None:
        at = sent.at if sent else self._desk.now()
        self._day.show_iso(at.date().isoformat())
        self._clock.show_time(at)
        if sent is not None:
            self._channel.setCurrentIndex(self._channel.findData(sent.channel))

    def _check(self) -> None:
        self.act.setEnabled(moment_typed(self._day, self._clock) is not None)

    def accept(self) -> None:
        """Save, and say when it was late."""
        at = moment_typed(self._day, self._clock)
        if at is None:
            return
        sending = Sending(at, Channel(self._channel.currentData()), self._note.text())
        self._desk.ask(record_sending, self._saved, self._refused, self._entry.id, sending)

    def _saved(self, late: str) -> None:
        if late:
            self._desk.said.emit(late)
        super().accept()

    def _take_back(self) -> None:
        self._desk.ask(take_sending_back, lambda _: self.reject(), self._refused, self._entry.id)

    def _refused(self, error: AppError) -> None:
        self.refuse(error)


class PresentingDialog(ActDialog):
    """When the representative is presented, by whom, with what result; all empty: not at all."""

    def __init__(self, desk: Desk, entry: ContestEntry, parent: QWidget) -> None:
        super().__init__("Thuyết trình bài dự thi", "Lưu", parent, "Hủy")
        self.setObjectName("presenting-dialog")
        self._desk, self._entry = desk, entry
        told = entry.presented
        self._day = DateField("presented-day", "Ngày thuyết trình", desk.today())
        self._clock = ClockField("presented-time", "Giờ thuyết trình")
        self._presenter, presenter = line_field("presenter", "Người thuyết trình", told.presenter)
        self._result, result = line_field("presented-result", "Kết quả", told.result)
        self._result.setPlaceholderText("ghi sau khi đã thuyết trình")
        self.form.addRow(label(f"“{entry.title}” ({entry.unit})", wrap=True))
        self.form.addRow("&Ngày", self._day)
        self.form.addRow("G&iờ", self._clock)
        self.form.addRow("Người &thuyết trình", presenter)
        self.form.addRow("&Kết quả", result)
        if told.at is not None:
            self._day.show_iso(told.at.date().isoformat())
        self._clock.show_time(told.at)
        self._day.changed.connect(self._check)
        self._clock.changed.connect(self._check)
        self._day.setFocus(Qt.FocusReason.OtherFocusReason)
        self._check()

    def _check(self) -> None:
        """Both of the day and the time, or neither."""
        both = moment_typed(self._day, self._clock) is not None
        neither = not self._day.line.text().strip() and not self._clock.line.text().strip()
        self.act.setEnabled(both or neither)

    def accept(self) -> None:
        """Save, and close when it is kept."""
        if not self.act.isEnabled():
            return
        at = moment_typed(self._day, self._clock)
        told = Presenting(at, self._presenter.text(), self._result.text())
        self._desk.ask(record_presenting, self._saved, self._refused, self._entry.id, told)

    def _saved(self, _done: object) -> None:
        super().accept()

    def _refused(self, error: AppError) -> None:
        self.refuse(error)
