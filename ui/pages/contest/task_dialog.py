"""A publicity task written down or mended: what, who, by when; how many are done, with links."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from models.campaign.publicity import add_task, edit_task
from models.errors import AppError
from models.records import Unit
from models.records.publicity import CHANNELS, PublicityTask, TaskDraft
from models.store.store import Store
from models.text.links import link_problem, links_in
from ui.desk import Desk
from ui.pages.contest.edit_dialog import line_field, lines_field
from ui.pages.contest.typed import typed_whole
from ui.people.act_dialog import ActDialog
from ui.people.date_field import DateField
from ui.people.field import FormField
from ui.people.unit_field import UnitField
from ui.theme.letters import keep_in_letters
from ui.theme.quiet_combo import QuietCombo

LINK_LINES = 2
COUNT_IN_LETTERS = 7


def save_task(file: Store, task_id: int | None, draft: TaskDraft) -> int:
    """Add a task, or set the one with this id; the id."""
    if task_id is None:
        return add_task(file, draft)
    edit_task(file, task_id, draft)
    return task_id


class TaskDialog(ActDialog):
    """Closes only when the file has it. Of a task that is there the keys begin at what is done."""

    def __init__(
        self,
        desk: Desk,
        units: Sequence[Unit],
        task: PublicityTask | None,
        parent: QWidget,
    ) -> None:
        title = "Cập nhật nhiệm vụ tuyên truyền" if task else "Thêm nhiệm vụ tuyên truyền"
        super().__init__(title, "Lưu", parent, "Hủy")
        self.setObjectName("task-dialog")
        self._desk, self._task = desk, task
        self._what, what = line_field("task-what", "Nội dung", task.what if task else "")
        self._unit = UnitField("task-unit", "Đơn vị thực hiện", units)
        self._channel = QuietCombo()
        self._channel.setEditable(True)
        self._channel.addItems(list(CHANNELS))
        self._channel.setEditText(task.channel if task else "")
        self._due = DateField("task-due", "Hạn", desk.today())
        self._asked, asked = line_field("task-asked", "Yêu cầu", str(task.asked if task else 1))
        self._done, done = line_field("task-done", "Đã làm", str(task.done if task else 0))
        for line in (self._asked, self._done):
            keep_in_letters(line, COUNT_IN_LETTERS, COUNT_IN_LETTERS)
        self._done_on = DateField("task-done-on", "Xong ngày", desk.today())
        self._done_on.line.setPlaceholderText("để trống: hôm nay")
        self._links, self._links_field = lines_field(
            "task-links", "Đường dẫn minh chứng", "\n".join(task.links) if task else "", LINK_LINES
        )
        self._links.setPlaceholderText("mỗi đường dẫn một dòng")
        self._note, note = line_field("task-note", "Ghi chú", task.note if task else "")
        self.form.addRow("&Nội dung *", what)
        self.form.addRow("Đơn &vị thực hiện", self._unit)
        self.form.addRow("&Hình thức", FormField(self._channel, "task-channel", "Hình thức"))
        self.form.addRow("H&ạn", self._due)
        self.form.addRow("&Yêu cầu (số lượng)", asked)
        self.form.addRow("Đã &làm (số lượng)", done)
        self.form.addRow("&Xong ngày", self._done_on)
        self.form.addRow("Đường &dẫn", self._links_field)
        self.form.addRow("Ghi &chú", note)
        if task is not None:
            self._show(task)
        self._connect()
        first = self._done if task else self._what
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        first.selectAll()
        self._check()

    def _show(self, task: PublicityTask) -> None:
        if task.unit_id is not None:
            self._unit.choose(task.unit_id)
        self._due.show_iso(task.due_on.isoformat() if task.due_on else "")
        self._done_on.show_iso(task.done_on.isoformat() if task.done_on else "")

    def _connect(self) -> None:
        for changed in (
            self._what.textChanged,
            self._asked.textChanged,
            self._done.textChanged,
            self._unit.changed,
            self._due.changed,
            self._done_on.changed,
            self._links.textChanged,
        ):
            changed.connect(self._check)

    def _counts(self) -> tuple[int, int]:
        """How many are asked and done. Raises `AppError`."""
        return (
            typed_whole("Số lượng yêu cầu", self._asked.text()),
            typed_whole("Số lượng đã làm", self._done.text() or "0"),
        )

    def _check(self) -> None:
        self._links_field.say(self._link_words(), problem=True)
        try:
            asked, done = self._counts()
        except AppError as error:
            self.tell(error.sentence)
            self.act.setEnabled(False)
            return
        self.tell("")
        self.form.setRowVisible(self._done_on, done >= asked)
        fields = self._unit.valid and self._due.valid and self._done_on.valid
        self.act.setEnabled(fields and bool(self._what.text().strip()) and not self._link_words())

    def _link_words(self) -> str:
        """What is wrong with the first link that is none."""
        for link in links_in(self._links.toPlainText()):
            if problem := link_problem(link):
                return f"“{link}” {problem}."
        return ""

    def accept(self) -> None:
        """Save what the fields say."""
        if not self.act.isEnabled():
            return
        asked, done = self._counts()
        unit = self._unit.unit
        draft = TaskDraft(
            what=self._what.text(),
            channel=self._channel.currentText(),
            unit_id=unit.id if unit else None,
            due_on=self._due.day,
            asked=asked,
            done=done,
            done_on=self._done_on.day if done >= asked else None,
            links=links_in(self._links.toPlainText()),
            note=self._note.text(),
        )
        own = self._task.id if self._task else None
        self._desk.ask(save_task, self._saved, self._refused, own, draft)

    def _saved(self, _task_id: int) -> None:
        super().accept()

    def _refused(self, error: AppError) -> None:
        self.refuse(error)
