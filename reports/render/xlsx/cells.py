"""Values in cells: real numbers and dates, and text that Excel never takes for a formula."""

from __future__ import annotations

import re
from datetime import date

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Border, Font, Side

from models.text.formats import percent
from reports.document import Align, CellKind, Share, TableCell, Wide
from reports.profile import TextStyle
from reports.render.text import cell_text

FONT = "Times New Roman"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
INTEGER_FORMAT, PERCENT_FORMAT, WHOLE_PERCENT_FORMAT = "#,##0", "0.0%", "0%"
DATE_FORMAT, TEXT_FORMAT = "dd/mm/yyyy", "@"
LONGEST_TEXT = 32_767
LONGEST_TITLE, EMPTY_TITLE = 31, "Trang"
_THIN = Side(style="thin", color="000000")
BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)


def decree_font(style: TextStyle) -> Font:
    """The face of one component of the decree."""
    return Font(name=FONT, size=style.size, bold=style.bold, italic=style.italic)


def cell_alignment(align: Align, vertical: str = "center") -> Alignment:
    """Wrapped text in the middle of its row."""
    return Alignment(horizontal=align.value, vertical=vertical, wrap_text=True)


def sheet_title(text: str) -> str:
    """A title that Excel allows for a sheet: short, and without its eight forbidden marks."""
    plain = re.sub(r"[\[\]:*?/\\]", "-", ILLEGAL_CHARACTERS_RE.sub(" ", text))
    return plain.strip().strip("'")[:LONGEST_TITLE].rstrip("'").strip() or EMPTY_TITLE


def write_text(cell: Cell, text: str) -> None:
    """Put text into a cell as text, whatever it begins with.

    A leading = + - @, tab or carriage return would run as a formula in Excel
    or in the next program that opens the file; such cells get Excel's quote prefix.
    """
    clean = ILLEGAL_CHARACTERS_RE.sub(" ", text)[:LONGEST_TEXT]
    cell.value = clean or None
    if clean:
        cell.data_type = "s"
        cell.quotePrefix = clean.startswith(FORMULA_STARTS)


def write_value(cell: Cell, value: TableCell, kind: CellKind) -> None:
    """Put a value of a table into a cell as what it is, with its number format."""
    match value:
        case None:
            return
        case Share(whole=0) | str() | Wide():
            write_text(cell, cell_text(value))
            if kind is CellKind.PHONE:
                cell.number_format = TEXT_FORMAT
        case Share():
            cell.value = value.part / value.whole
            cell.number_format = share_format(value)
        case date():
            cell.value = value
            cell.number_format = DATE_FORMAT
        case int():
            cell.value = value
            cell.number_format = INTEGER_FORMAT


def share_format(share: Share) -> str:
    """The format under which Excel shows what screen and PDF show.

    Nobody and everybody are "0%" and "100%". Where Excel's own rounding would
    claim one of the two falsely ("<0,1%", "99,9%"), the words are in the format.
    """
    if share.part in {0, share.whole}:
        return WHOLE_PERCENT_FORMAT
    shown = percent(share.part, share.whole)
    tenths = round(share.part / share.whole * 1000)
    return f'"{shown}"' if tenths in {0, 1000} else PERCENT_FORMAT
