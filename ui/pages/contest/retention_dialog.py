"""What the personal data of a contest is for, and until when it is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from models.contests.editing import Edit
from models.contests.retention import usual_keep_until
from models.errors import AppError
from models.records import Contest
from ui.pages.contest.edit_dialog import EditDialog, line_field
from ui.people.date_field import DateField
from ui.theme.pieces import hint_in, label

USUAL_PURPOSE = "theo dõi, đôn đốc, báo cáo kết quả tham gia cuộc thi"
WORDS = (
    "Luật 91/2025/QH15: dữ liệu cá nhân chỉ lưu trong thời gian cần cho mục đích. Hết thời hạn "
    "này, Tổng quan nhắc xóa dữ liệu cá nhân của cuộc thi; số liệu đã chốt vẫn còn."
)


class RetentionDialog(EditDialog):
    """Both, also of a contest that is closed; the usual day stands there where none was said."""

    def __init__(self, contest: Contest, today: date, parent: QWidget) -> None:
        super().__init__("Thời hạn lưu giữ dữ liệu cá nhân", "Lưu", contest, parent)
        self.setObjectName("contest-retention")
        self._fields = KeepingFields(contest, today)
        self._fields.until.show_iso(
            (contest.keep_until or usual_keep_until(contest, today)).isoformat()
        )
        self.form.addRow(label(WORDS, wrap=True))
        self.form.addRow("Lưu giữ đến &ngày", self._fields.until)
        self.form.addRow("&Mục đích", self._fields.purpose_field)
        self._fields.until.setFocus()

    def edit(self) -> Edit:
        """The contest kept as the fields say."""
        return self._fields.edit()


class KeepingFields:
    """The two fields, for whichever dialog has them."""

    def __init__(self, contest: Contest, today: date) -> None:
        self.purpose: QLineEdit
        self.purpose, self.purpose_field = line_field(
            "contest-purpose", "Mục đích lưu giữ dữ liệu cá nhân", contest.purpose
        )
        hint_in(self.purpose, USUAL_PURPOSE)
        self.until = DateField("contest-keep-until", "Lưu giữ dữ liệu cá nhân đến ngày", today)
        if contest.keep_until is not None:
            self.until.show_iso(contest.keep_until.isoformat())

    def edit(self) -> Edit:
        """The contest kept as they say. Raises `AppError` for what is no day."""
        if not self.until.valid:
            raise AppError(
                "Ngày lưu giữ chưa phải là ngày.", "Hãy ghi ngày, tháng, năm, như 28/5/2027."
            )
        purpose, until = self.purpose.text(), self.until.day
        return lambda contest: replace(contest, purpose=purpose, keep_until=until)
