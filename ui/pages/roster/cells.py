"""Writing into cells of the roster: in place, filled down, emptied, pasted; each one change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from models.records import Person
from models.records.cells import CellPlan, CellText
from models.records.person_columns import PERSON_TITLES
from models.roster.cells import plan_cells, write_cells
from models.text.formats import number, short_date
from ui.calls.marks import MANY
from ui.desk import Desk
from ui.notice import Notice, Tone
from ui.pages.roster.block import Block, block_in, laid_over
from ui.pages.roster.words import UNDO_HINT
from ui.table.cell_table import CellTable
from ui.work import Work

DATES = frozenset({"registered_on", "completed_on", "came_on"})
PASTED = "Dán"


class _Deed(NamedTuple):
    """What is written, how that is called, and what does it once more."""

    cells: Sequence[CellText]
    verb: str
    again: Callable[[list[int]], object]


class Cells(QObject):
    """`import_asked` tells that what was pasted is a list to be taken in. `did` carries what does
    the same once more: the same text into the same column of the people whose ids it is given, or
    the same block, filling, emptying in the cells that are selected then.
    """

    import_asked = Signal()
    did = Signal(object)

    def __init__(self, desk: Desk, table: CellTable) -> None:
        super().__init__(table)
        self._desk = desk
        self._table = table

    def write(self, person_id: int, column: str, text: str) -> None:
        """What somebody has written into one cell."""
        self._write_again(column, text, [person_id])

    def _write_again(self, column: str, text: str, ids: Sequence[int]) -> None:
        again = partial(self._write_again, column, text)
        self._write(_Deed([CellText(each, column, text) for each in ids], "Sửa", again))

    def _selected(self) -> list[tuple[int, str]]:
        """The selected cells that can be written into, as id and column."""
        cells = self._table.selected_cells()
        return [(person, column.key) for person, column in cells if column.edited]

    def empty(self) -> None:
        """Delete: what stands in the selected cells goes, never a person."""
        cells = [CellText(each, key, "") for each, key in self._selected()]
        self._write(_Deed(cells, "Xóa", lambda _ids: self.empty()))

    def has_dates(self) -> bool:
        """Whether only cells for dates are selected."""
        keys = {column.key for column in self._table.selected_columns() if column.edited}
        return bool(keys) and keys <= DATES

    def today(self) -> None:
        """Put the present day into the selected cells."""
        day = short_date(self._desk.today())
        cells = [CellText(each, key, day) for each, key in self._selected()]
        self._write(_Deed(cells, "Ghi", lambda _ids: self.today()))

    def fill_down(self) -> None:
        """Repeat the first selected line in those below it; one line takes the line above."""
        ids = self._table.selected_ids()
        if not self._table.is_one_block():
            self._desk.said.emit("Hãy chọn một vùng ô liền nhau rồi điền xuống.")
        elif len(ids) > 1:
            keys = [each.key for each in self._table.selected_columns() if each.edited]
            self._copy_from(ids[0], ids[1:], keys, "Điền xuống", lambda _ids: self.fill_down())
        else:
            self.repeat_above()

    def repeat_above(self) -> None:
        """Take what stands above into the selected cells of the current line."""
        current = self._table.current_id()
        line = self._table.currentIndex().row()
        if current is not None and line > 0:
            above = self._table.rows.ids[line - 1]
            keys = [key for person, key in self._selected() if person == current]
            self._copy_from(above, [current], keys, "Lặp lại", lambda _ids: self.repeat_above())

    def _copy_from(
        self,
        source: int,
        targets: Sequence[int],
        keys: Sequence[str],
        verb: str,
        again: Callable[[list[int]], object],
    ) -> None:
        def take(rows: Sequence[Person]) -> None:
            texts = {
                column.key: column.edited(row)
                for row in rows
                for column in self._table.rows.columns
                if column.edited and column.key in keys
            }
            cells = [CellText(each, key, text) for each in targets for key, text in texts.items()]
            self._write(_Deed(cells, verb, again))

        self._table.rows.whole([source], take)

    def paste(self) -> None:
        """Into cells when what was copied fits there, else as a list that is taken in."""
        block = block_in(QGuiApplication.clipboard().mimeData() or QMimeData())
        cells = laid_over(self._table, block) if block else []
        if block is None or not cells:
            self.import_asked.emit()
        else:
            self._paste(block, cells)

    def _paste(self, block: Block, cells: Sequence[CellText]) -> None:
        deed = _Deed(cells, PASTED, partial(self._paste_again, block))
        self._plan(cells, partial(self._look_at_pasted, block, deed))

    def _paste_again(self, block: Block, _ids: Sequence[int]) -> None:
        """The same block over the cells that are selected now, whatever has been copied since."""
        if cells := laid_over(self._table, block):
            self._paste(block, cells)
        else:
            self._desk.said.emit(
                f"Khối {block.size} vừa dán không đặt vừa chỗ đang chọn. Hãy chọn ô khác."
            )

    def _plan(self, cells: Sequence[CellText], done: Callable[[CellPlan], None]) -> None:
        work = Work(
            lambda task: plan_cells(task.file, cells, task.counting(len(cells))),
            done,
            words="Đang xem các ô",
        )
        self._desk.run(work)

    def _look_at_pasted(self, block: Block, deed: _Deed, plan: CellPlan) -> None:
        if block.lines > 1 or len(deed.cells) > 1 or plan.refusals or plan.losses:
            self._preview(deed, plan, f"Dán {block.size} vào bảng")
        else:
            self._really_write(deed)

    def _write(self, deed: _Deed) -> None:
        """Write; ask first where something cannot be written and something can, where more would
        go than stands in the cells, and where many people are marked."""
        if not deed.cells:
            self._desk.said.emit("Ô đang chọn không sửa được. Hãy chọn ô khác.")
            return

        def look(plan: CellPlan) -> None:
            partly = bool(plan.refusals and plan.changes)
            if partly or plan.losses or plan.marked > MANY:
                self._preview(deed, plan, f"{deed.verb} {number(len(deed.cells))} ô")
            elif plan.refusals:
                self._refuse(plan)
            else:
                self._really_write(deed)

        self._plan(deed.cells, look)

    def _refuse(self, plan: CellPlan) -> None:
        line = plan.refusals[0]
        value = f" “{line.after}”" if line.after else ""
        title = PERSON_TITLES.get(line.column, "")
        words = f"{line.refusal}: ô {title} của {line.name}{value}."
        self._desk.noticed.emit(Notice(words, "Ô đó giữ nguyên như trước.", Tone.PROBLEM))

    def _really_write(self, deed: _Deed) -> None:
        cells, verb = deed.cells, deed.verb
        read_and_written = 2 * len(cells)
        work = Work(
            lambda task: write_cells(task.file, cells, verb, task.counting(read_and_written)),
            partial(self._tell, deed),
            words="Đang ghi vào các ô",
            writes=True,
        )
        self._desk.run(work)

    def _tell(self, deed: _Deed, plan: CellPlan) -> None:
        self.did.emit(deed.again)
        if plan.changes:
            words = f"{deed.verb} {number(len(plan.changes))} ô. {UNDO_HINT}"
        else:
            words = "Các ô này đã ghi như vậy, không có gì thay đổi."
        self._desk.said.emit(words)

    def _preview(self, deed: _Deed, plan: CellPlan, title: str) -> None:
        from ui.pages.roster.cell_preview import CellPreview

        dialog = CellPreview(plan, title, self._table, may_import=deed.verb == PASTED)
        write: Callable[[], Any] = partial(self._really_write, deed)
        dialog.accepted.connect(write)
        dialog.import_asked.connect(self.import_asked)
        dialog.open()
