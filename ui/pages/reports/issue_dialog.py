"""Phát hành: what it does in a sentence, what it would recall, and whether it is registered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from models.errors import AppError
from models.records.frozen import FrozenReport
from models.text.formats import short_date
from reports.catalog import FORMAT_NAMES, kind_of
from reports.issuing import standing_issue
from ui.calls.reports import Drawn, issue_checked
from ui.desk import Desk
from ui.people.act_dialog import ActDialog
from ui.theme.pieces import label, named
from ui.work import Task, Work

WHAT_IT_DOES = (
    "Phát hành là giữ lại văn bản đúng như gửi đi: số liệu, danh sách đứng sau con số, người ký, "
    "lời văn và từng tệp ({}). Về sau mở lại vẫn đúng từng chữ; muốn thay thì phát hành bản mới."
)
RECALLS = "Văn bản này đã phát hành ngày {} (mã {}). Phát hành lần nữa sẽ thay bản ấy."
ISSUING = "Đang phát hành văn bản"
REGISTER = "Ghi vào &sổ văn bản đi"


class IssueDialog(ActDialog):
    """Issues and closes; `issued(report)` is called then. It stays open when that is refused."""

    def __init__(
        self,
        desk: Desk,
        drawn: Drawn,
        issued: Callable[[FrozenReport], Any],
        parent: QWidget,
    ) -> None:
        super().__init__("Phát hành văn bản", "&Phát hành", parent, "Hủy", safe=True)
        self.setObjectName("issue-dialog")
        self._desk, self._drawn, self._issued = desk, drawn, issued
        self._recalled: FrozenReport | None = None
        kind = kind_of(drawn.request.kind)
        formats = ", ".join(FORMAT_NAMES[each] for each in kind.formats)
        self._older = label("", "attention", wrap=True, name="issue-older")
        self._register = named(QCheckBox(REGISTER), "issue-register")
        self._register.setChecked(bool(kind.type_code))
        self.form.addRow(label(kind.title, "heading", wrap=True))
        self.form.addRow(label(WHAT_IT_DOES.format(formats), wrap=True))
        self.form.addRow(self._older)
        self.form.addRow(self._register)
        self.form.setRowVisible(self._older, False)
        self.form.setRowVisible(self._register, bool(kind.type_code))
        self.act.setEnabled(False)
        desk.ask(standing_issue, self._show, self._refused, drawn.request)

    def _show(self, standing: FrozenReport | None) -> None:
        self._recalled = standing
        if standing is not None:
            words = RECALLS.format(short_date(standing.at.date()), standing.short_hash)
            self._older.setText(words)
            self.form.setRowVisible(self._older, True)
            self.act.setText("&Phát hành bản thay thế")
        self.act.setEnabled(True)

    def accept(self) -> None:
        """Issue; Enter alone does not, as it cannot be undone."""
        if not self.act.isEnabled():
            return
        self.act.setEnabled(False)
        replaces = self._recalled.id if self._recalled else None
        register = self._register.isChecked()

        drawn = self._drawn

        def call(task: Task) -> FrozenReport:
            return issue_checked(task.file, drawn, replaces, register=register)

        self._desk.run(Work(call, self._done, self._refused, words=ISSUING, writes=True))

    def _done(self, report: FrozenReport) -> None:
        super().accept()
        self._issued(report)

    def _refused(self, error: AppError) -> None:
        self.refuse(error)
        self.act.setEnabled(True)
