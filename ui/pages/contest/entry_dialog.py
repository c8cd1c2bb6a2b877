"""An entry written down or mended: what it is called, whose it is, who made it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from models.campaign.entries import add_entry, edit_entry
from models.errors import AppError
from models.records import Unit
from models.records.entries import ContestEntry, EntryDraft
from models.store.store import Store
from ui.desk import Desk
from ui.pages.contest.authors_field import AuthorsField
from ui.pages.contest.edit_dialog import line_field, lines_field
from ui.people.act_dialog import ActDialog
from ui.people.date_field import DateField
from ui.people.unit_field import UnitField


def save_entry(file: Store, draft: EntryDraft, stage: int, entry_id: int | None) -> int:
    """Add an entry to a stage, or set the one with this id; the id."""
    if entry_id is None:
        return add_entry(file, draft, stage)
    edit_entry(file, entry_id, draft)
    return entry_id


class EntryDialog(ActDialog):
    """`saved` carries the id. Closes only when the file has it."""

    saved = Signal(int)

    def __init__(
        self,
        desk: Desk,
        units: Sequence[Unit],
        stage: int,
        entry: ContestEntry | None,
        parent: QWidget,
    ) -> None:
        super().__init__("Sửa bài dự thi" if entry else "Thêm bài dự thi", "Lưu", parent, "Hủy")
        self.setObjectName("entry-dialog")
        self._desk, self._stage, self._entry = desk, stage, entry
        self._title, title = line_field("entry-title", "Tên bài", entry.title if entry else "")
        self._unit = UnitField("entry-unit", "Đơn vị dự thi", units)
        self._authors = AuthorsField(desk)
        self._received = DateField("entry-received", "Ngày nhận bài", desk.today())
        self._summary, summary = lines_field(
            "entry-summary", "Tóm tắt nội dung", entry.summary if entry else ""
        )
        self.form.addRow("&Tên bài *", title)
        self.form.addRow("Đơn &vị *", self._unit)
        self.form.addRow("Tác &giả", self._authors)
        self.form.addRow("&Ngày nhận bài", self._received)
        self.form.addRow("Tó&m tắt", summary)
        self._received.line.setText("hôm nay")
        if entry is not None:
            self._unit.choose(entry.unit_id)
            self._authors.show_authors(entry.authors)
            self._received.show_iso(entry.received_on.isoformat() if entry.received_on else "")
        self._title.textChanged.connect(self._check)
        self._unit.changed.connect(self._check)
        self._received.changed.connect(self._check)
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)
        self._check()

    def _check(self) -> None:
        named = bool(self._title.text().strip()) and self._unit.unit is not None
        self.act.setEnabled(named and self._received.valid)

    def accept(self) -> None:
        """Save what the fields say."""
        unit = self._unit.unit
        if unit is None or not self.act.isEnabled():
            return
        self.act.setEnabled(False)
        draft = EntryDraft(
            self._title.text(),
            unit.id,
            self._authors.authors,
            self._summary.toPlainText(),
            self._received.day,
        )
        own = self._entry.id if self._entry else None
        self._desk.ask(save_entry, self._saved, self._refused, draft, self._stage, own)

    def _saved(self, entry_id: int) -> None:
        self.saved.emit(entry_id)
        super().accept()

    def _refused(self, error: AppError) -> None:
        self.refuse(error)
        self._check()
