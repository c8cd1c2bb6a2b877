"""The reports that recur: which are to be run, and the way to run, mend and take them away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from models.papers.definitions import definition_words, forget_definitions
from models.papers.periods import ReportPeriod
from models.records.recurring import ReportDefinition
from models.text.formats import number, short_date
from ui.calls.recurring import DefinitionLine, DefinitionRun, definition_lines, run_definition
from ui.desk import Desk
from ui.notice import Notice, Tone
from ui.pages.reports.definition_dialog import DefinitionDialog
from ui.people.act_dialog import ActDialog
from ui.saving import FolderSaver, FolderSaving
from ui.table.column import Column, Kind
from ui.table.data_table import FEW_LINES, ROW_AIR, DataTable
from ui.table.held import held_rows
from ui.table.rows_model import RowsModel
from ui.theme.letters import keep_in_letters
from ui.theme.pieces import button, in_tab_order, label
from ui.theme.wrapping_row import WrappingRow
from ui.work import Task

FOLDER_KEY = "recurring/folder"
MAKING = "Đang lập báo cáo định kỳ"
LEAST_LINES, WIDE_WITH_TABLE = 6, 84


def state_of_line(line: DefinitionLine) -> str:
    """ "cần lập: tháng 6 năm 2026", "đã lập ngày 15/06/2026", "chưa đến kỳ"."""
    if line.is_due:
        return f"cần lập: {line.period.short_name}"
    ran = short_date(line.definition.last_run_on)
    return f"đã lập ngày {ran}" if ran else "chưa đến kỳ"


RECURRING_COLUMNS: tuple[Column[DefinitionLine], ...] = (
    Column(
        "name", "Báo cáo", 20, lambda line: line.definition.name, Kind.STRONG, fills=True,
        tooltip=lambda line: line.definition.name,
    ),
    Column("every", "Kỳ", 22, lambda line: definition_words(line.definition), Kind.QUIET),
    Column(
        "state", "Tình trạng", 28, state_of_line,
        kind_of=lambda line: Kind.WARNING if line.is_due else Kind.QUIET,
        tooltip=lambda line: line.period.name,
    ),
)  # fmt: skip


def due_words(line: DefinitionLine) -> str:
    """What the button offers of a report whose period has ended: "Lập cho kỳ tháng 6/2026"."""
    return f"Lập cho kỳ {line.period.short_name.replace(' năm ', '/')}"


class RecurringDialog(ActDialog):
    """The list of stored definitions. Running asks for the folder; the dialog closes then."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__("Báo cáo định kỳ", "&Lập…", parent)
        self.setObjectName("recurring-dialog")
        keep_in_letters(self, WIDE_WITH_TABLE)
        self._desk = desk
        self._lines: dict[int, DefinitionLine] = {}
        model = RowsModel(RECURRING_COLUMNS, held_rows(self, lambda at: self._lines[at]), self)
        self._table = DataTable(model, "recurring")
        self._table.lines_wanted = FEW_LINES
        keep_in_letters(self._table, least_lines=LEAST_LINES, air=ROW_AIR)
        self._table.setObjectName("recurring")
        self._table.setAccessibleName("Báo cáo định kỳ đã lưu")
        self._table.empty_title = "Chưa có báo cáo định kỳ nào"
        self._table.empty_hint = "Bấm “Thêm…” để lưu một báo cáo lập lại mỗi tháng, quý hoặc năm."
        self._change = _button("&Sửa…", "recurring-edit", self._edit)
        self._remove = _button("&Xóa", "recurring-remove", self._forget)
        self._periods = QMenu(self)
        self._periods.aboutToShow.connect(self._offer_periods)
        self._other = button("Lập cho &kỳ", "recurring-periods")
        self._other.setAutoDefault(False)
        self._other.setMenu(self._periods)
        acts = WrappingRow()
        add = _button("&Thêm…", "recurring-add", self._add)
        for each in (add, self._change, self._remove, self._other):
            acts.addWidget(each)
        inside = QVBoxLayout()
        inside.setSpacing(12)
        inside.addWidget(self._table)
        inside.addLayout(acts)
        self.form.addRow(inside)
        self._table.picked.connect(self._show_possible)
        self._table.opened.connect(lambda _id: self.accept())
        desk.changed.connect(self._hear)
        self._show_possible()
        self._table.setFocus()
        self._read()

    def _hear(self, topics: frozenset[str]) -> None:
        if "report_definitions" in topics:
            self._read()

    def _read(self) -> None:
        self._desk.ask(definition_lines, self._show)

    def _show(self, lines: Sequence[DefinitionLine]) -> None:
        self._lines = {line.id: line for line in lines}
        self._table.rows.set_ids(tuple(self._lines))
        if lines and self._table.current_id() is None:
            self._table.go_to_first()
        self._show_possible()

    def _chosen(self) -> DefinitionLine | None:
        return self._lines.get(self._table.current_id() or 0)

    def _show_possible(self) -> None:
        line = self._chosen()
        for each in (self._change, self._remove, self.act):
            each.setEnabled(line is not None)
        self._other.setEnabled(line is not None and len(line.periods) > 1)
        self.act.setText(due_words(line) if line is not None else "&Lập…")

    def _add(self) -> None:
        DefinitionDialog(self._desk, None, self).open()

    def _edit(self) -> None:
        if (line := self._chosen()) is not None:
            DefinitionDialog(self._desk, line.definition, self).open()

    def _forget(self) -> None:
        if (line := self._chosen()) is not None:
            told = f"Đã xóa báo cáo định kỳ “{line.definition.name}”. Nhấn Ctrl+Z để lấy lại."
            self._desk.ask(
                forget_definitions, lambda _n: self._desk.said.emit(told), None, [line.id]
            )

    def _offer_periods(self) -> None:
        """The last periods of the chosen one, to be run instead of the newest."""
        self._periods.clear()
        line = self._chosen()
        for period in line.periods if line is not None else ():
            words = f"{period.short_name[:1].upper()}{period.short_name[1:]}"
            self._periods.addAction(words, partial(self._run_for, period))

    def accept(self) -> None:
        """Run the chosen one for the last period that has ended."""
        if (line := self._chosen()) is not None:
            self._run_for(line.period)

    def _run_for(self, period: ReportPeriod) -> None:
        line, parent = self._chosen(), self.parentWidget()
        super().accept()
        if line is not None and parent is not None:
            ask_and_run(self._desk, line.definition, period, parent)


class DueRuns(QWidget):
    """A line for each report whose period has ended and was not run, with its one button.

    The Tab key meets the buttons after `behind`.
    """

    def __init__(self, desk: Desk, behind: QWidget) -> None:
        super().__init__()
        self.setObjectName("due-runs")
        self._desk, self._behind = desk, behind
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.hide()

    def show_lines(self, lines: Sequence[DefinitionLine]) -> None:
        """Offer those of `lines` that are due."""
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        due = [line for line in lines if line.is_due]
        met = [self._behind]
        for line in due:
            name = label(line.definition.name, "attention", wrap=True)
            run = _button(
                due_words(line),
                f"run-{line.id}",
                partial(ask_and_run, self._desk, line.definition, line.period, self),
            )
            run.setToolTip(line.period.name)
            self._column.addWidget(name)
            self._column.addWidget(run)
            met.append(run)
        in_tab_order(*met)
        self.setVisible(bool(due))


def ask_and_run(
    desk: Desk, definition: ReportDefinition, period: ReportPeriod, parent: QWidget
) -> None:
    """Ask where the documents go, and make them."""

    def write(task: Task, folder: Path) -> DefinitionRun:
        return run_definition(task.file, definition, period, folder, task.report)

    saving = FolderSaving(
        f"Lưu {definition.name} vào thư mục",
        FOLDER_KEY,
        "recurring-folder",
        write,
        partial(_tell, desk),
        MAKING,
    )
    FolderSaver(desk, parent).ask(saving)


def _tell(desk: Desk, folder: Path, done: DefinitionRun) -> None:
    words = (
        f"Đã lập {number(len(done.files))} tệp của “{done.definition.name}”, "
        f"kỳ {done.period.short_name}."
    )
    path = done.files[0].path if len(done.files) == 1 else None
    desk.noticed.emit(Notice(words, tone=Tone.DONE, path=path, folder=folder))


def _button(words: str, name: str, deed: Callable[[], Any]) -> QPushButton:
    made = button(words, name)
    made.setAutoDefault(False)
    made.clicked.connect(lambda _checked=False: deed())
    return made
