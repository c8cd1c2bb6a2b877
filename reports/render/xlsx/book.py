"""A document as an Excel workbook of one sheet that prints as the PDF does."""

from __future__ import annotations

from datetime import datetime, time
from itertools import zip_longest

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from models.version import PRODUCT_NAME
from reports.blocks import Paragraph, ParagraphStyle
from reports.document import Align, Document, Orientation, Table, figures_hash
from reports.profile import ND30_2020, Profile, TextStyle
from reports.render.text import recipient_lines
from reports.render.xlsx.cells import cell_alignment, sheet_title
from reports.render.xlsx.heading import write_heading
from reports.render.xlsx.measure import line_height
from reports.render.xlsx.pack import packed_book
from reports.render.xlsx.pages import POINTS_PER_MM, keep_together, set_up_pages
from reports.render.xlsx.sheet import SheetWriter
from reports.render.xlsx.table import write_table

ROWS_WITH_SIGNATURE = 3
SIGNATURE_ROWS = 5
PLAIN_COLUMNS = (66.0, 99.0)
JUSTIFIED = Alignment(horizontal="justify", vertical="top", wrap_text=True)
LEFT, CENTER = cell_alignment(Align.LEFT), cell_alignment(Align.CENTER)


def render_xlsx(document: Document, profile: Profile = ND30_2020) -> bytes:
    """The document as .xlsx. The same value always gives the same bytes.

    Counts, rates and dates are real values, never formulas; text is text even
    when it looks like a formula.
    """
    book = Workbook()
    page: Worksheet = book.worksheets[0]
    page.title = sheet_title(document.title.type_name.capitalize())
    sheet = SheetWriter(page, _widths(document, profile))
    write_heading(sheet, document.header, document.title, profile)
    header_rows = _write_body(sheet, document, profile)
    kept = max(sheet.row - 1 - ROWS_WITH_SIGNATURE, 1)
    sheet.end_row(10)
    _write_closing(sheet, document, profile)
    set_up_pages(sheet, profile, document.orientation, header_rows)
    keep_together(sheet, kept, profile, document.orientation, header_rows)
    _set_properties(book, document)
    return packed_book(book, document.figures.as_of)


def _widths(document: Document, profile: Profile) -> tuple[float, ...]:
    """Millimetres per column, so that the sheet is as wide as the text of a page."""
    tables = [block for block in document.body if isinstance(block, Table)]
    weights = tuple(column.weight for column in tables[0].columns) if tables else PLAIN_COLUMNS
    paper = profile.paper[1 if document.orientation is Orientation.LANDSCAPE else 0]
    width = paper - profile.margins.left - profile.margins.right
    return tuple(width * weight / sum(weights) for weight in weights)


def _write_body(sheet: SheetWriter, document: Document, profile: Profile) -> tuple[int, int] | None:
    header_rows = None
    for block in document.body:
        if isinstance(block, Table):
            header_rows = write_table(sheet, block, profile)
        elif isinstance(block, Paragraph):
            _write_paragraph(sheet, block, profile)
    return header_rows


def _write_paragraph(sheet: SheetWriter, paragraph: Paragraph, profile: Profile) -> None:
    styles = profile.styles
    match paragraph.style:
        case ParagraphStyle.UNIT_OF_MEASURE:
            sheet.line(paragraph.text, styles.unit_of_measure, cell_alignment(Align.RIGHT))
        case ParagraphStyle.NOTE:
            sheet.line(paragraph.text, styles.note, LEFT)
        case ParagraphStyle.BODY:
            sheet.line(paragraph.text, styles.body, JUSTIFIED)
            sheet.end_row(profile.paragraph_gap_points)


def _write_closing(sheet: SheetWriter, document: Document, profile: Profile) -> None:
    split = sheet.split(profile.signature_split)
    left, right = _recipients(document, profile), _signature(document, profile)
    gap = profile.signature_gap * POINTS_PER_MM / SIGNATURE_ROWS
    blank = ("", profile.styles.recipients)
    for (recipient, small), (line, large) in zip_longest(left, right, fillvalue=blank):
        sheet.text(recipient, small, 1, split, LEFT)
        sheet.text(line, large, split + 1, sheet.columns, CENTER)
        needed = sheet.height_for([(recipient, small, sheet.span(1, split))])
        sheet.end_row(max(gap, line_height(large), needed))


def _recipients(document: Document, profile: Profile) -> list[tuple[str, TextStyle]]:
    styles = profile.styles
    lines = [(line, styles.recipients) for line in recipient_lines(document.recipients)]
    return [("Nơi nhận:", styles.recipients_title), *lines] if lines else []


def _signature(document: Document, profile: Profile) -> list[tuple[str, TextStyle]]:
    signer, styles = document.signature, profile.styles
    if signer is None:
        return []
    lines = [(line, styles.authority) for line in signer.lines]
    return [*lines, *[("", styles.recipients)] * SIGNATURE_ROWS, (signer.name, styles.signer)]


def _set_properties(book: Workbook, document: Document) -> None:
    book.properties.title = document.name
    book.properties.creator = document.author
    book.properties.lastModifiedBy = PRODUCT_NAME
    book.properties.description = f"Mã số liệu {figures_hash(document)}"
    book.properties.language = "vi-VN"
    book.properties.created = datetime.combine(document.figures.as_of, time())
