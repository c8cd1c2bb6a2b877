"""The usual publicity tasks, to be ticked: what is not ticked is not added."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from models.campaign.publicity import add_tasks
from models.errors import AppError
from models.records.publicity import UsualTask
from models.text.formats import number, short_date
from ui.desk import Desk
from ui.people.act_dialog import ActDialog
from ui.theme.letters import keep_in_letters
from ui.theme.pieces import label, named

LINES = 7
ALL_THERE = "Các nhiệm vụ thường làm đều đã có."
INTRODUCTION = "Đánh dấu (phím cách) những việc cần giao; đơn vị, hạn và số lượng sửa được sau."


class UsualTasksDialog(ActDialog):
    """Only what is not there yet is offered, all of it ticked at first."""

    def __init__(self, desk: Desk, offered: Sequence[UsualTask], parent: QWidget) -> None:
        super().__init__("Nhiệm vụ tuyên truyền thường làm", "Thêm", parent, "Hủy")
        self.setObjectName("usual-dialog")
        self._desk = desk
        self._offered = [each for each in offered if not each.added]
        self._list = named(QListWidget(), "usual-tasks", "Các nhiệm vụ thường làm")
        self._list.setWordWrap(True)
        keep_in_letters(self._list, least_lines=LINES, air=8)
        for each in self._offered:
            item = QListWidgetItem(usual_words(each))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self._list.addItem(item)
        self.form.addRow(label(INTRODUCTION if self._offered else ALL_THERE, wrap=True))
        self.form.addRow(self._list)
        self._list.setVisible(bool(self._offered))
        self._list.itemChanged.connect(lambda _item: self._check())
        if self._offered:
            self._list.setCurrentRow(0)
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._check()

    def _ticked(self) -> list[UsualTask]:
        return [
            each
            for at, each in enumerate(self._offered)
            if self._list.item(at).checkState() is Qt.CheckState.Checked
        ]

    def _check(self) -> None:
        count = len(self._ticked())
        self.act.setText(f"Thêm {number(count)} nhiệm vụ")
        self.act.setEnabled(count > 0)

    def accept(self) -> None:
        """Add what is ticked as one change."""
        drafts = [each.draft for each in self._ticked()]
        if drafts:
            self._desk.ask(add_tasks, self._added, self._refused, drafts)

    def _added(self, ids: Sequence[int]) -> None:
        self._desk.said.emit(f"Đã thêm {number(len(ids))} nhiệm vụ. Ctrl+Z để hoàn tác.")
        super().accept()

    def _refused(self, error: AppError) -> None:
        self.refuse(error)


def usual_words(task: UsualTask) -> str:
    """ "Niêm yết … · Trung tâm Dịch vụ sự nghiệp công · 1 lần · hạn 11/06/2026"."""
    draft = task.draft
    parts = (
        draft.what,
        task.unit or "chưa rõ đơn vị",
        f"số lượng {number(draft.asked)}",
        f"hạn {short_date(draft.due_on)}" if draft.due_on else "",
    )
    return " · ".join(filter(None, parts))
