"""A document as an Excel workbook that prints as the PDF does: a sheet, and one for each annex."""

from __future__ import annotations

from datetime import datetime, time

from openpyxl import Workbook

from models.records.practising import PRACTICE_MARK
from models.version import PRODUCT_NAME
from reports.document import Document, DocumentBlock, Orientation, Table, figures_hash, file_title
from reports.profile import ND30_2020, Profile
from reports.render.text import annex_name, figures_footer
from reports.render.xlsx.body import write_blocks
from reports.render.xlsx.charts import ChartData
from reports.render.xlsx.closing import write_closing
from reports.render.xlsx.grid import grid_of
from reports.render.xlsx.heading import write_addressees, write_annex_heading, write_heading
from reports.render.xlsx.pack import BookWriter
from reports.render.xlsx.pages import break_pages, set_up_pages
from reports.render.xlsx.rows import RowSheet
from reports.render.xlsx.sheet import SheetWriter

CLOSING_GAP_POINTS = 10.0
CHART_SHEET = "Biểu đồ"


def render_xlsx(document: Document, profile: Profile = ND30_2020) -> bytes:
    """The document as .xlsx. The same value always gives the same bytes.

    Counts, rates and dates are real values; what follows from others is a formula with its
    result beside it. Text is text even when it looks like a formula.
    """
    book = BookWriter(PRACTICE_MARK if document.for_practice else "")
    name = document.title.type_name or document.type_words
    rows = book.sheet(name.capitalize())
    annexes = [book.sheet(annex_name(document, at)) for at in range(len(document.annexes))]
    drawn = book.sheet(CHART_SHEET) if document.charts else None
    data = ChartData(book, None)
    _write_main(_writer(book, rows, document.body, document.orientation, profile), document, data)
    for at, (annex, page) in enumerate(zip(document.annexes, annexes, strict=True)):
        sheet = _writer(book, page, annex.body, annex.orientation, profile)
        write_annex_heading(sheet, document, at)
        header_rows = write_blocks(sheet, annex.body, data)
        set_up_pages(sheet, annex.orientation, header_rows, figures_footer(document))
    if drawn is not None:
        _write_charts(_writer(book, drawn, (), Orientation.PORTRAIT, profile), document, data)
    _set_properties(book.book, document)
    return book.packed(document.figures.as_of)


def _writer(
    book: BookWriter,
    rows: RowSheet,
    blocks: tuple[DocumentBlock, ...],
    orientation: Orientation,
    profile: Profile,
) -> SheetWriter:
    """A sheet as wide as the text of a page; of made-up figures it begins with the mark."""
    paper = profile.paper[1 if orientation is Orientation.LANDSCAPE else 0]
    width = paper - profile.margins.left - profile.margins.right
    tables = [block for block in blocks if isinstance(block, Table)]
    sheet = SheetWriter(book, rows, grid_of(tables, width), profile)
    if book.mark:
        sheet.line(book.mark, profile.styles.practice_mark)
    return sheet


def _write_main(sheet: SheetWriter, document: Document, data: ChartData) -> None:
    write_heading(sheet, document.header, document.title)
    write_addressees(sheet, document.addressees)
    header_rows = write_blocks(sheet, document.body, data)
    kept = (max(sheet.row - 1 - sheet.profile.rows_kept, 1), sheet.row + 1)
    sheet.end_row(CLOSING_GAP_POINTS)
    write_closing(sheet, document)
    set_up_pages(sheet, document.orientation, header_rows)
    break_pages(sheet, kept, document.orientation, header_rows)


def _write_charts(sheet: SheetWriter, document: Document, data: ChartData) -> None:
    sheet.title(document.name, sheet.profile.styles.annex_title)
    write_blocks(sheet, document.charts, data)
    set_up_pages(sheet, Orientation.PORTRAIT, None, figures_footer(document))


def _set_properties(book: Workbook, document: Document) -> None:
    book.properties.title = file_title(document)
    book.properties.creator = document.author
    book.properties.lastModifiedBy = PRODUCT_NAME
    book.properties.description = f"Mã số liệu {figures_hash(document)}"
    book.properties.language = "vi-VN"
    book.properties.created = datetime.combine(document.figures.as_of, time())
