"""The cells of a workbook with their values as they were last calculated; no macro is run."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from io import BytesIO
from itertools import islice
from typing import Any
from warnings import catch_warnings, simplefilter
from zipfile import ZipFile

from models.errors import AppError
from models.text.formats import number, percent, short_date
from reports.verifying.bounds import MOST_COLUMNS, MOST_ROWS, returned_damaged, returned_too_long
from reports.verifying.content import (
    FilePart,
    FilePartKind,
    ReadContent,
    ReadPiece,
    ReadRow,
    plain_text,
    read_piece,
)
from reports.verifying.markup import safely_parsed

Formulas = dict[tuple[str, int, int], str]
_FORMULA = re.compile(rb"<(?:\w+:)?f[ >]")
_HIDDEN = re.compile(rb"<(?:\w+:)?row\b[^>]*\shidden=[\"'](?:1|true)[\"']")
_LITERAL = re.compile(r'"([^"]*)"|\\(.)')
_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_SHOWS = re.compile(r"[0#?@dmyhsg]", re.IGNORECASE)
_ROWS = re.compile(r"\$(\d{1,7}):\$(\d{1,7})$")


def read_xlsx_content(archive: ZipFile, data: bytes, name: str) -> ReadContent:
    """What stands in a workbook. Raises `AppError` for a damaged one."""
    workbook = safely_parsed(archive, "xl/workbook.xml", name)
    repeated, charted = _repeated_rows(workbook), _charted(archive, workbook, name)
    parts, about = list[FilePart](), list[str]()
    with _opened(data, name, values=True) as book:
        told = book.properties
        about += [str(each or "") for each in (told.title, told.description, told.subject)]
        room = MOST_ROWS
        for at, sheet in enumerate(book.worksheets):
            rows = tuple(islice(_rows(sheet, repeated.get(at, range(0))), room + 1))
            room -= len(rows)
            if room < 0 or any(len(row.pieces) > MOST_COLUMNS for row in rows):
                raise returned_too_long(name)
            about += _footers(sheet)
            parts.append(
                FilePart(FilePartKind.SHEET, sheet.title, rows, charted=sheet.title in charted)
            )
    calculates, hidden = False, 0
    for each in (each for each in archive.namelist() if each.startswith("xl/worksheets/")):
        sheet_bytes = archive.read(each)
        calculates = calculates or _FORMULA.search(sheet_bytes) is not None
        hidden += len(_HIDDEN.findall(sheet_bytes))
    # Reading a long list twice takes its time: most have no formulas.
    formulas = _formulas(data, name) if calculates else {}
    return ReadContent("xlsx", tuple(parts), tuple(about), formulas=formulas, hidden_rows=hidden)


def _formulas(data: bytes, name: str) -> Formulas:
    """The formulas by sheet, row and column, as they are compared."""
    with _opened(data, name, values=False) as book:
        return {
            (sheet.title, cell.row, cell.column): _plain_formula(cell.value)
            for sheet in book.worksheets
            for row in sheet.iter_rows()
            for cell in row
            if isinstance(cell.value, str) and cell.value.startswith("=")
        }


@contextmanager
def _opened(data: bytes, name: str, *, values: bool) -> Iterator[Any]:
    """The workbook, read row by row; whatever its reader stumbles over is damage."""
    import openpyxl

    try:
        with catch_warnings():
            # It warns of what it leaves out: rules and controls, which say nothing here.
            simplefilter("ignore")
            book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=values)
            for sheet in book.worksheets:
                # What a file claims of its size is not believed.
                sheet.reset_dimensions()
            with closing(book):
                yield book
    except AppError:
        raise
    except Exception as error:
        raise returned_damaged(name) from error


def _footers(sheet: Any) -> list[str]:
    foot = getattr(sheet, "oddFooter", None)
    sides = (getattr(foot, side, None) for side in ("left", "center", "right"))
    return [str(each.text or "") for each in sides if each is not None]


def _charted(archive: ZipFile, book: Any, name: str) -> set[str]:
    """The names of the sheets on which charts are drawn, not pictures or lines alone."""
    if not any(each.startswith("xl/charts/") for each in archive.namelist()):
        return set()
    parts = _targets(archive, "xl/workbook.xml", name)
    return {
        sheet.get("name", "")
        for sheet in book.iter("{*}sheet")
        for key, told in sheet.items()
        if key.endswith("}id") and told in parts
        for drawing in _targets(archive, parts[told], name).values()
        if any(each.startswith("xl/charts/") for each in _targets(archive, drawing, name).values())
    }


def _targets(archive: ZipFile, part: str, name: str) -> dict[str, str]:
    """By their ids the parts that a part refers to."""
    folder, file = posixpath.split(part)
    relations = f"{folder}/_rels/{file}.rels"
    if relations not in archive.namelist():
        return {}
    return {
        each.get("Id", ""): posixpath.normpath(
            posixpath.join("/", folder, each.get("Target", ""))
        ).lstrip("/")
        for each in safely_parsed(archive, relations, name)
    }


def _repeated_rows(book: Any) -> dict[int, range]:
    """By the place of a sheet the rows that are printed on each of its pages."""
    found = dict[int, range]()
    for each in book.iter("{*}definedName"):
        rows = _ROWS.search(each.text or "")
        if each.get("name") == "_xlnm.Print_Titles" and rows:
            sheet = each.get("localSheetId", "0")
            found[int(sheet) if sheet.isdecimal() else 0] = range(int(rows[1]), int(rows[2]) + 1)
    return found


def _rows(sheet: Any, repeated: range) -> Iterator[ReadRow]:
    for cells in sheet.iter_rows():
        pieces = tuple(
            _piece(cell) for cell in cells if cell.value is not None and str(cell.value).strip()
        )
        if pieces:
            at = next(cell.row for cell in cells if cell.value is not None)
            yield ReadRow((at,), pieces, heads=at in repeated)


def _piece(cell: Any) -> ReadPiece:
    value = cell.value
    if isinstance(value, bool):
        return ReadPiece(cell.column, "ĐÚNG" if value else "SAI")
    if isinstance(value, date):
        # A moment is a day too; only the day is written.
        return ReadPiece(cell.column, short_date(value))
    if isinstance(value, int | float):
        code = str(cell.number_format or "General")
        if not _SHOWS.search(_section(_NOT_SHOWN.sub("", code), value)):
            # The format has words alone, or nothing, where a number should be.
            shown = "".join(word or letter for word, letter in _LITERAL.findall(code))
            return ReadPiece(cell.column, plain_text(shown))
        return _number_piece(cell.column, float(value), "%" in code)
    return read_piece(cell.column, str(value))


def _section(code: str, value: float) -> str:
    """The part of a format that shows a value: one for what is above, below or at nought."""
    parts = code.split(";")
    at = 1 if value < 0 else 2 if value == 0 else 0
    return parts[at] if at < len(parts) else parts[0]


def _number_piece(column: int, value: float, is_rate: bool) -> ReadPiece:
    if is_rate:
        written = percent(round(value * 10**9), 10**9) if value >= 0 else f"{value:.1%}"
        return ReadPiece(column, written, value, percent=True)
    if value == int(value) and abs(value) < 10**15:
        return ReadPiece(column, number(int(value)), value)
    return ReadPiece(column, f"{value:.10g}".replace(".", ","), value)


def _plain_formula(formula: str) -> str:
    told = plain_text(formula).replace("$", "").replace(" ", "").replace("_xlfn.", "")
    return told.replace(";", ",").upper()
