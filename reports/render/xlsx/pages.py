"""How a sheet prints: A4, one page wide, header rows on every page, the signature in one piece."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties

from reports.document import Orientation
from reports.profile import TextStyle
from reports.render.xlsx.body import HeaderRows
from reports.render.xlsx.cells import FONT
from reports.render.xlsx.pack import A4
from reports.render.xlsx.rows import RowSheet
from reports.render.xlsx.sheet import SheetWriter

MM_PER_INCH = 25.4
POINTS_PER_MM = 72 / 25.4
SAFETY = 0.97
MOST_BREAKS = 1_000
ASCENT, DESCENT = 0.891, 0.216
"""How far Times New Roman rises above and falls below its baseline, at one point."""


def set_up_pages(
    sheet: SheetWriter, orientation: Orientation, header_rows: HeaderRows, footer: str = ""
) -> None:
    """Paper, margins, repeated rows, panes frozen below the header, numbers of pages.

    The number stands in the top margin, centred, from the second page on (decree 30/2020,
    appendix I, mục I.7); each sheet counts from 1. `footer` stands at the foot of every page. What
    is marked as made up has the mark below the number: on the first page it stands in the sheet.
    """
    page, margins = sheet.rows.page, sheet.profile.margins
    page.page_setup.paperSize = A4
    page.page_setup.orientation = orientation.value
    fit_to_width(sheet.rows)
    page.page_margins.left = margins.left / MM_PER_INCH
    page.page_margins.right = margins.right / MM_PER_INCH
    page.page_margins.top = margins.top / MM_PER_INCH
    page.page_margins.bottom = margins.bottom / MM_PER_INCH
    page.print_options.horizontalCentered = True
    _number_pages(sheet, footer)
    page.sheet_view.showGridLines = False
    page.print_area = f"A1:{get_column_letter(sheet.columns)}{sheet.row - 1}"
    if header_rows is not None:
        page.print_title_rows = f"{header_rows[0]}:{header_rows[1]}"
        page.freeze_panes = f"A{header_rows[1] + 1}"


def fit_to_width(rows: RowSheet) -> None:
    """As many pages as it takes, each as wide as the table."""
    rows.page.page_setup.fitToWidth, rows.page.page_setup.fitToHeight = 1, 0
    rows.page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _number_pages(sheet: SheetWriter, footer: str) -> None:
    page, profile = sheet.rows.page, sheet.profile
    styles = profile.styles
    page.page_setup.firstPageNumber, page.page_setup.useFirstPageNumber = 1, True
    page.HeaderFooter.differentFirst = True
    mark, size = sheet.book.mark, round(styles.practice_mark.size)
    below_number = f'\n&"{FONT},Bold"&{size}{mark}' if mark else ""
    page.HeaderFooter.oddHeader = _band("center", f"&P{below_number}", styles.page_number)
    number = styles.page_number.size * ASCENT / POINTS_PER_MM
    page.page_margins.header = (profile.page_number_top - number) / MM_PER_INCH
    below = styles.annex_footer.size * DESCENT / POINTS_PER_MM
    page.page_margins.footer = (profile.annex_footer_bottom - below) / MM_PER_INCH
    if footer:
        shown = _band("left", footer.replace("&", "&&"), styles.annex_footer)
        page.HeaderFooter.oddFooter = page.HeaderFooter.firstFooter = shown


def _band(place: str, text: str, style: TextStyle) -> HeaderFooterItem:
    band = HeaderFooterItem()
    part = getattr(band, place)
    # openpyxl would write a blank after the size, and the number would stand beside the middle.
    part.text, part.font = f"&{round(style.size)}{text}", f"{FONT},Regular"
    return band


def break_pages(
    sheet: SheetWriter, kept: Sequence[int], orientation: Orientation, header_rows: HeaderRows
) -> None:
    """Say where pages end; the rows from the first of `kept` to the last of all stay on one.

    Where a page cannot hold these, those from the next of `kept` do. Pages that a program breaks by
    itself end elsewhere after a while, and the signature with them. A sheet takes about a thousand
    breaks; a list that is longer has only the last.
    """
    profile, rows = sheet.profile, sheet.rows
    margins = profile.margins
    paper = profile.paper[0 if orientation is Orientation.LANDSCAPE else 1]
    room = (paper - margins.top - margins.bottom) * POINTS_PER_MM * SAFETY
    repeated = rows.height(*header_rows) if header_rows else 0.0
    ends, used = list[int](), 0.0
    for row in range(1, sheet.row):
        height = rows.height(row, row)
        if used + height > room:
            ends.append(row - 1)
            used = repeated
        used += height
    held = [row for row in kept if repeated + rows.height(row, sheet.row - 1) <= room]
    if held and ends and ends[-1] >= held[0]:
        ends = [*(end for end in ends if end < held[0] - 1), held[0] - 1]
    for end in ends if len(ends) <= MOST_BREAKS else ends[-1:]:
        rows.page.row_breaks.append(Break(id=end))
