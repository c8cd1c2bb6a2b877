"""The people that are shown, in the columns in sight, as an Excel file or on paper."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from models.journal.practising import is_practice
from models.papers.export_log import log_exports
from models.records import Person
from models.records.practising import PRACTICE_MARK, practice_name
from models.roster.person_rows import people_by_ids
from models.text.formats import number
from models.text.phones import mask_phone
from reports.shown_rows import ShownRows, export_shown, told_of
from ui.desk import Desk
from ui.notice import Notice, Tone
from ui.printing.table_pages import TablePages, table_pages
from ui.saving import FileSaver, Saving
from ui.table.cell_table import CellTable
from ui.table.column import Column, Kind
from ui.work import Task, Work

FOLDER_KEY, FILTER = "shown-rows/folder", "Excel (*.xlsx)"
_A_PHONE = re.compile(r"(?<!\d)0\d(?:[ .]?\d){7,9}(?!\d)")
TITLE, PRINTED = "Danh sách cán bộ", "print"
MASKED = "Số điện thoại được che bớt; cần số đầy đủ thì sao chép trong bảng (Ctrl+C)."


class Giving(QObject):
    """What leaves is read in the lane, with phones masked, and put into the log."""

    def __init__(self, desk: Desk, table: CellTable, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._table, self._widget = desk, table, parent

    def _read(self, words: str) -> partial[ShownRows]:
        """What reads the rows that are shown now."""
        columns = list(self._table.header.shown_columns())
        return partial(_shown, list(self._table.rows.ids), columns, words)

    def export(self, words: str) -> None:
        """Ask where the workbook goes, and write it."""
        read = self._read(words)
        name = f"DanhSach_{self._desk.today():%d-%m-%Y}.xlsx"
        name = practice_name(name) if self._desk.is_practice else name

        def write(task: Task, path: Path) -> ShownRows:
            return export_shown(task.file, read(task), path, overwrite=True)

        saving = Saving(
            "Xuất danh sách đang hiện",
            name,
            FILTER,
            "xlsx",
            FOLDER_KEY,
            "export-shown-dialog",
            write,
            self._saved,
            "Đang xuất danh sách",
        )
        FileSaver(self._desk, self._widget).ask(saving)

    def _saved(self, path: Path, shown: ShownRows) -> None:
        told = f"Đã xuất {number(len(shown.rows))} người ra {path.name}."
        self._desk.noticed.emit(Notice(told, MASKED, tone=Tone.DONE, path=path))

    def preview(self, words: str) -> None:
        """Show the pages as they would be printed."""
        read = self._read(words)

        def draw(task: Task) -> tuple[ShownRows, TablePages]:
            shown = read(task)
            return shown, table_pages(shown)

        self._desk.run(Work(draw, self._show, words="Đang lập trang in"))

    def _show(self, drawn: tuple[ShownRows, TablePages]) -> None:
        from ui.pages.roster.print_preview import PrintPreview

        shown, pages = drawn
        dialog = PrintPreview(self._desk, TITLE, pages, self._widget)
        dialog.printed.connect(partial(self._log, shown))
        dialog.open()

    def _log(self, shown: ShownRows, printer: str) -> None:
        told = [told_of(shown, PRINTED, printer)]
        self._desk.ask(log_exports, None, None, told)


def _shown(ids: Sequence[int], columns: Sequence[Column[Any]], words: str, task: Task) -> ShownRows:
    people = people_by_ids(task.file, ids)
    rows = tuple(
        tuple(_text(column, person, at) for column in columns)
        for at, person in enumerate(people, start=1)
    )
    mark = PRACTICE_MARK if is_practice(task.file) else ""
    return ShownRows(TITLE, words, tuple(column.title for column in columns), rows, mark)


def _text(column: Column[Any], person: Person, at: int) -> str:
    if column.kind is Kind.SERIAL:
        return str(at)
    if column.key == "phone":
        return mask_phone(person.phone)
    # A note, or what is said of a doubtful number, names numbers too.
    return _A_PHONE.sub(_masked, column.text(person))


def _masked(found: re.Match[str]) -> str:
    return mask_phone("".join(filter(str.isdecimal, found[0])))
