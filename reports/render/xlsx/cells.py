"""The one place where cells of workbooks are written: numbers, dates, formulas, text as text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property
from typing import NamedTuple
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from models.text.formats import short_date
from models.text.formula_text import may_run

FONT = "Times New Roman"
GENERAL, TEXT_FORMAT, DATE_FORMAT = "General", "@", "dd/mm/yyyy"
LONGEST_TEXT = 32_767
LONGEST_TITLE, EMPTY_TITLE = 31, "Trang"
FIRST_DAY = date(1900, 3, 1)
"""Excel has a 29/02/1900 that never was: days before 1 March 1900 are written as text."""
DAY_ZERO = date(1899, 12, 30).toordinal()
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


class CellLook(NamedTuple):
    """How a cell looks; `border` and `fill` are colours ("000000"), "" for none.

    What does not fit is broken into lines (`wrap`) or written smaller (`shrink`): a number that is
    wider than its column would be shown as "###".
    """

    size: float = 12
    bold: bool = False
    italic: bool = False
    horizontal: str = "general"
    vertical: str = "center"
    wrap: bool = True
    shrink: bool = False
    indent: int = 0
    border: str = ""
    fill: str = ""
    number_format: str = GENERAL


@dataclass(frozen=True)
class CellFace:
    """A look as the workbook knows it: the indexes of its styles."""

    book: Workbook
    look: CellLook

    @cached_property
    def plain(self) -> int:
        """The style of most cells."""
        return self._registered(self.look, quoted=False)

    @cached_property
    def quoted(self) -> int:
        """The style of text that could run as a formula when it is typed again."""
        return self._registered(self.look._replace(number_format=TEXT_FORMAT), quoted=True)

    def _registered(self, look: CellLook, *, quoted: bool) -> int:
        cell = Cell(self.book.worksheets[0], row=1, column=1)
        cell.font = Font(name=FONT, size=look.size, bold=look.bold, italic=look.italic)
        cell.alignment = Alignment(
            look.horizontal,
            look.vertical,
            wrap_text=look.wrap,
            shrink_to_fit=look.shrink,
            indent=look.indent,
        )
        if look.border:
            side = Side(style="thin", color=look.border)
            cell.border = Border(left=side, right=side, top=side, bottom=side)
        if look.fill:
            cell.fill = PatternFill("solid", fgColor=look.fill)
        cell.number_format = look.number_format
        # openpyxl's types leave this property out.
        cell.quotePrefix = quoted
        return int(cell.style_id)


class TextPiece(NamedTuple):
    """A part of the text of one cell in a type of its own."""

    text: str
    size: float
    bold: bool
    italic: bool


def text_cell(place: str, text: str, face: CellFace) -> str:
    """Text as text, whatever it begins with; an empty one is an empty cell.

    What could run as a formula in Excel or in the next program has Excel's quote prefix and the
    format of texts: it stays what it is also when somebody goes into the cell and out again.
    """
    if not text:
        return blank_cell(place, face)
    style = face.quoted if may_run(text) else face.plain
    return (
        f'<c r="{place}" s="{style}" t="inlineStr"><is>'
        f'<t xml:space="preserve">{xml_text(text)}</t></is></c>'
    )


def rich_cell(place: str, pieces: Sequence[TextPiece], face: CellFace) -> str:
    """Text of which some stands out."""
    style = face.quoted if may_run("".join(piece.text for piece in pieces)) else face.plain
    runs = "".join(
        f"<r><rPr>{'<b/>' * piece.bold}{'<i/>' * piece.italic}"
        f'<sz val="{piece.size:g}"/><rFont val="{FONT}"/><family val="1"/></rPr>'
        f'<t xml:space="preserve">{xml_text(piece.text)}</t></r>'
        for piece in pieces
    )
    return f'<c r="{place}" s="{style}" t="inlineStr"><is>{runs}</is></c>'


def number_cell(place: str, value: float, face: CellFace) -> str:
    """A count or a share."""
    return f'<c r="{place}" s="{face.plain}"><v>{value!r}</v></c>'


def date_cell(place: str, value: date, face: CellFace) -> str:
    """A day, with or without a time of day."""
    day = value.date() if isinstance(value, datetime) else value
    if day < FIRST_DAY:
        return text_cell(place, short_date(day), face)
    serial = str(day.toordinal() - DAY_ZERO)
    if isinstance(value, datetime) and value.time() != time():
        seconds = (value.hour * 60 + value.minute) * 60 + value.second
        serial = repr(day.toordinal() - DAY_ZERO + seconds / 86_400)
    return f'<c r="{place}" s="{face.plain}"><v>{serial}</v></c>'


def truth_cell(place: str, value: bool, face: CellFace) -> str:
    """TRUE or FALSE."""
    return f'<c r="{place}" s="{face.plain}" t="b"><v>{int(value)}</v></c>'


def formula_cell(place: str, formula: str, result: float | str, face: CellFace) -> str:
    """A formula of the program's own with its result: readers that do not calculate see that."""
    kind = ' t="str"' if isinstance(result, str) else ""
    shown = xml_text(result) if isinstance(result, str) else repr(result)
    return f'<c r="{place}" s="{face.plain}"{kind}><f>{escape(formula)}</f><v>{shown}</v></c>'


def blank_cell(place: str, face: CellFace) -> str:
    """A cell with a look and nothing in it."""
    return f'<c r="{place}" s="{face.plain}"/>'


def xml_text(text: str) -> str:
    """Text inside of an element: what XML cannot hold is a blank; no longer than Excel takes."""
    clean = _NOT_XML.sub(" ", text).replace("\r\n", "\n").replace("\r", "\n")
    if len(clean) > LONGEST_TEXT // 2:
        clean = clean.encode("utf-16-le")[: 2 * LONGEST_TEXT].decode("utf-16-le", "ignore")
    return escape(_LOOKS_ESCAPED.sub("_x005F_", clean))


def sheet_title(text: str) -> str:
    """A title that Excel allows for a sheet: short, and without its eight forbidden marks."""
    plain = re.sub(r"[\[\]:*?/\\]", "-", re.sub(r"[\t\n\r]", " ", _NOT_XML.sub(" ", text)))
    return plain.strip().strip("'")[:LONGEST_TITLE].rstrip("'").strip() or EMPTY_TITLE
