"""The door for the clipboard: a block of Excel, a Word table, a Zalo message, a web page."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace

from models.errors import AppError
from models.intake.grid import GridRow, Sheet, Workbook
from models.intake.reading import delimited, markup, refusals
from models.intake.reading.faults import TooManyCells
from models.intake.reading.lost_letters import refuse_lost_letters
from models.text.formula_text import as_typed

NAME = "Dữ liệu dán"
LONGEST = 20_000_000

_HTML = re.compile(r"<(?:html|table|body|!doctype html|meta)\b", re.IGNORECASE)
_CLIPBOARD_HEAD = re.compile(r"\AVersion:\d.*?(?=<)", re.DOTALL)
_SENT_BY = re.compile(r"^\s*\[[^\]]*\d{1,2}:\d{2}[^\]]*\]\s*[^:]{1,40}:\s*")
"""What Zalo puts before a message that was copied: time, day and sender."""

_BULLET = re.compile(r"^\s*(?:\d{1,3}\s*[.)/]\s*|[^\w\s\"'‘“(+\[]+\s*|\+\s+)+")
_BETWEEN = re.compile(r"\s*(?:\t|;|\||,|\s[-–—:]\s|\s[-–—]|(?<=\D):\s)\s*|\s{3,}")
_AFTER_PHONE = re.compile(r"^((?:\+84|84|0)[\d .]{8,13}\d)\s+(?=[^\W\d])")
_BEFORE_PHONE = re.compile(r"\s+(?=(?:\+84|84|0)[\d .]{8,13}$)")


def read_pasted(text: str) -> Workbook:
    """What was pasted, as a workbook of one sheet.

    Takes HTML with a table (also with the header that Windows puts before it), text with tabs
    as Excel gives it, any delimited text, and lists with one person a line. Raises AppError.
    """
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    if len(text) > LONGEST:
        raise refusals.too_large(NAME)
    try:
        kind, sheet = _sheet_of(text)
    except TooManyCells as error:
        raise refusals.too_large(NAME) from error
    if not any(cell is not None for row in sheet.rows for cell in row):
        raise AppError("Không có gì để dán.", "Hãy sao chép bảng danh sách rồi dán lại.")
    refuse_lost_letters(NAME, (sheet,))
    return Workbook(NAME, digest, kind, (sheet,))


def _sheet_of(text: str) -> tuple[str, Sheet]:
    if _HTML.search(text[:5000]):
        raw = markup.read_html(_CLIPBOARD_HEAD.sub("", text), NAME)
        if raw is not None:
            return "html", raw.sheet()
    if "\t" in text:
        return "text", _as_typed(_sheet(delimited.cells_of(text, "\t")))
    delimiter = delimited.sniff(text)
    if delimiter in text and delimited.is_regular(text, delimiter):
        return "text", _sheet(delimited.parse_delimited(text))
    lines: list[GridRow] = [_cells_of_line(line) for line in text.splitlines()]
    return "text", Sheet(NAME, delimited.squared(lines))


def _sheet(found: delimited.Delimited) -> Sheet:
    return Sheet(NAME, found.rows, told=delimited.told_of_quotes(found.astray))


def _as_typed(sheet: Sheet) -> Sheet:
    """What the program itself copies has a ' before texts that could run as formulas."""
    rows: list[GridRow] = [
        tuple([as_typed(cell) if isinstance(cell, str) else cell for cell in row])
        for row in sheet.rows
    ]
    return replace(sheet, rows=rows)


def _cells_of_line(line: str) -> GridRow:
    """The cells of a line that a person typed: "1. Nguyễn Văn An - 0912 345 678 - Trạm Y tế"."""
    bare = _AFTER_PHONE.sub(r"\1\t", _BULLET.sub("", _SENT_BY.sub("", line)))
    parts = [part for piece in _BETWEEN.split(bare) for part in _BEFORE_PHONE.split(piece)]
    return tuple([part.strip() or None for part in parts])
