"""Step 1 of a reconciliation: what was read and from where, and how the file is understood."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from models.reconcile.records import ReconcilePlan
from models.records import Attended, Unit
from models.text.formats import number
from ui.intake.sources import ReadSource
from ui.pages.reconcile.options_row import OptionsRow
from ui.pages.reconcile.scope_row import ScopeRow
from ui.table.column import Column, Kind
from ui.table.data_table import ROW_AIR
from ui.table.few_lines import table_beside
from ui.theme.letters import keep_in_letters
from ui.theme.pieces import column_in, label

READ, UNDERSTOOD = "Đã đọc từ", "Cách hiểu tệp"
TAKEN_FOR: dict[Attended | None, str] = {
    None: "Kết quả trên nền tảng",
    Attended.MEETING: "Danh sách dự họp",
    Attended.FORM: "Câu trả lời biểu mẫu",
    Attended.LIST: "Danh sách cán bộ",
}
AIR, LEAST_LINES = 8, 3


class SourcesView(QWidget):
    """The tables that were read, and the fields by which their rows are understood."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self._sources: dict[int, ReadSource] = {}
        self._taken_for = ""
        self.options = OptionsRow(today)
        self.scope = ScopeRow()
        columns: tuple[Column[ReadSource], ...] = (
            Column("file", "Tệp", 34, lambda each: each.file, Kind.STRONG),
            Column("sheet", "Trang tính", 20, lambda each: each.sheet),
            Column("rows", "Số dòng", 9, lambda each: number(each.rows), Kind.NUMBER),
            Column("as", "Đọc là", 26, lambda _each: self._taken_for),
            Column(
                "place", "Nơi lưu", 20, lambda each: each.place, Kind.QUIET,
                tooltip=lambda each: each.place, fills=True,
            ),
        )  # fmt: skip
        self._table = table_beside(
            self, "reconcile-sources", READ, columns, lambda at: self._sources[at]
        )
        keep_in_letters(self._table, least_lines=LEAST_LINES, air=ROW_AIR)
        column = column_in(self, spacing=AIR)
        column.addWidget(label(READ, "heading"))
        column.addWidget(self._table, 2)
        column.addWidget(label(UNDERSTOOD, "heading"))
        column.addWidget(self.options)
        column.addWidget(self.scope)
        column.addStretch(3)

    def show_sources(self, sources: Sequence[ReadSource]) -> None:
        """Show these in place of the ones before."""
        self._sources = {each.id: each for each in sources}

    def show_plan(self, plan: ReconcilePlan, units: Sequence[Unit]) -> None:
        """Show how this plan was made of them."""
        self._taken_for = TAKEN_FOR[plan.attended]
        self._table.rows.set_ids(tuple(self._sources))
        self.options.show_plan(plan)
        self.scope.show_plan(plan, units)

    def begin(self) -> None:
        """Another file comes."""
        self.options.begin()
        self.scope.begin()
