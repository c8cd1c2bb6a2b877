"""Files that came back: saved anew by another program, or changed at one place."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from io import BytesIO

import docx
import openpyxl
from docx.oxml.ns import qn

from reports.document import Document, Share, Table
from reports.publish import render_document


def saved_again(content: bytes, fmt: str) -> bytes:
    """The same file as another program writes it."""
    target = BytesIO()
    if fmt == "xlsx":
        openpyxl.load_workbook(BytesIO(content)).save(target)
    else:
        docx.Document(BytesIO(content)).save(target)
    return target.getvalue()


def with_cell(content: bytes, coordinate: str, value: object) -> bytes:
    """A workbook in whose first sheet one cell was changed, with all results as they were."""
    book, told = (openpyxl.load_workbook(BytesIO(content), data_only=each) for each in (True, True))
    page = book.worksheets[0]
    assert page[coordinate].value == told.worksheets[0][coordinate].value != value
    page[coordinate] = value
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def own_tables(word):
    """The tables of a Word file but those that only set things side by side."""
    return [
        each
        for each in word.tables
        if "CỘNG HÒA" not in _said(each) and "Nơi nhận" not in _said(each)
    ]


def _said(table):
    return " ".join(cell.text for row in table.rows for cell in row.cells)


def with_word_cell(content: bytes, row: int, column: int, text: str) -> bytes:
    """A Word file in whose first table one cell, counted from 1, says `text`."""
    word = docx.Document(BytesIO(content))
    cell = own_tables(word)[0].rows[row - 1].cells[column - 1]
    assert cell.text != text
    cell.text = text
    target = BytesIO()
    word.save(target)
    return target.getvalue()


def with_other_value(document: Document, row: int, at: int, value: object) -> Document:
    """The document with another value in one cell of its first table, counted from 0."""
    index = next(i for i, block in enumerate(document.body) if isinstance(block, Table))
    table = document.body[index]
    cells = list(table.rows[row].cells)
    cells[at] = value
    rows = list(table.rows)
    rows[row] = replace(rows[row], cells=tuple(cells))
    body = list(document.body)
    body[index] = replace(table, rows=tuple(rows), adds_up=False)
    return replace(document, body=tuple(body))


def pdf_with(document: Document, row: int, at: int, value: object) -> bytes:
    """A PDF in which one cell says something else."""
    return render_document(with_other_value(document, row, at, value), "pdf")


def counts_of(document: Document):
    """Where numbers stand in the first table: (row, index of the cell, value), from 0."""
    table = next(block for block in document.body if isinstance(block, Table))
    return [
        (row, at, cell)
        for row, each in enumerate(table.rows)
        for at, cell in enumerate(each.cells)
        if isinstance(cell, int | Share) and not isinstance(cell, bool)
    ]


def with_slivers(content: bytes, column: int) -> bytes:
    """A Word file whose tables got a column of one twip after `column`, as LibreOffice rounds."""
    word = docx.Document(BytesIO(content))
    for table in own_tables(word):
        grid = table._tbl.tblGrid
        grid.insert(column, deepcopy(grid[column - 1]))
        grid[column].set(qn("w:w"), "1")
        for row in table._tbl.tr_lst:
            covering = next(cell for cell in row.tc_lst if _last_of(cell) >= column)
            covering.grid_span += 1
    target = BytesIO()
    word.save(target)
    return target.getvalue()


def _last_of(cell):
    """The number of the last column that a cell covers."""
    return cell.grid_offset + cell.grid_span
