"""How the values of a document are written out and aligned: the same in every renderer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from models.text.formats import decree_date, document_number_line, number, percent, short_date
from reports.document import Align, Header, RowStyle, Share, TableCell, TableColumn, Wide


def cell_text(cell: TableCell) -> str:
    """A cell as a person reads it: "1.234", "4,5%", "08/06/2026", "" for nothing."""
    match cell:
        case None:
            return ""
        case Wide():
            return cell.text
        case Share():
            return percent(cell.part, cell.whole)
        case date():
            return short_date(cell)
        case int():
            return number(cell)
    return cell


def cell_align(cell: TableCell, style: RowStyle, column: TableColumn) -> Align:
    """A wide cell stands left, in a row of totals centred; any other as its column."""
    if isinstance(cell, Wide):
        return Align.CENTER if style is RowStyle.TOTAL else Align.LEFT
    return column.align


def place_date(header: Header) -> str:
    """The line "Kẻ Sặt, ngày 08 tháng 6 năm 2026", with a gap where there is no day."""
    return f"{header.place}, {decree_date(header.dated, blank_day=header.blank_day)}"


def number_line(header: Header) -> str:
    """The line "Số:        /BC-UBND", or nothing for a document without a number of its own."""
    return document_number_line(header.number, header.symbol) if header.symbol else ""


def recipient_lines(recipients: Sequence[str]) -> list[str]:
    """Nơi nhận as mục II.9.d wants it: "- …;" on every line, "- …." on the last."""
    last = len(recipients) - 1
    return [f"- {line}{'.' if i == last else ';'}" for i, line in enumerate(recipients)]
