"""How the values of a document are written out and aligned: the same in every renderer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from models.text.formats import decree_date, document_number_line, number, percent, short_date
from models.text.numerals import roman
from reports.document import (
    Align,
    Document,
    Header,
    RowStyle,
    Share,
    TableCell,
    TableColumn,
    Wide,
    figures_hash,
)


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


def addressee_lines(addressees: Sequence[str]) -> list[str]:
    """Kính gửi as mục II.9.a wants it: one alone as it is, of several each "- …;", the last ".".

    The words "Kính gửi:" stand before one alone on its line, and on a line of their own otherwise.
    """
    return [*addressees] if len(addressees) == 1 else recipient_lines(addressees)


def annex_name(document: Document, index: int) -> str:
    """ "Phụ lục", or "Phụ lục II" where there are several (mục III.1)."""
    return "Phụ lục" if len(document.annexes) == 1 else f"Phụ lục {roman(index + 1)}"


def attached_words(document: Document) -> str:
    """ "(Kèm theo Báo cáo số        /BC-UBND ngày      tháng 6 năm 2026 của Ủy ban nhân dân …)"."""
    header = document.header
    numbered = number_line(header).removeprefix("Số:")
    number_words = f" số{numbered if numbered.startswith(' ') else f' {numbered}'}"
    day = decree_date(header.dated, blank_day=header.blank_day)
    of = f" của {header.issuer_words}" if header.issuer_words else ""
    return f"(Kèm theo {document.type_words}{number_words if header.symbol else ''} {day}{of})"


def figures_footer(document: Document) -> str:
    """What stands in the footer of annexes: by it a returned paper is told from a changed one."""
    return f"Mã số liệu {figures_hash(document)}"
