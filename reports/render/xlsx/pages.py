"""How a sheet prints: A4, one page wide, header rows on every page, the signature in one piece."""

from __future__ import annotations

from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties

from reports.document import Orientation
from reports.profile import Profile
from reports.render.xlsx.cells import FONT
from reports.render.xlsx.sheet import SheetWriter

MM_PER_INCH = 25.4
POINTS_PER_MM = 72 / 25.4
A4 = 9
SAFETY = 0.97
HeaderRows = tuple[int, int] | None


def set_up_pages(
    sheet: SheetWriter, profile: Profile, orientation: Orientation, header_rows: HeaderRows
) -> None:
    """Paper, margins, repeated rows, footer "Trang x/y", and panes frozen below the header."""
    page, margins = sheet.page, profile.margins
    page.page_setup.paperSize = A4
    page.page_setup.orientation = orientation.value
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.page_margins.left = margins.left / MM_PER_INCH
    page.page_margins.right = margins.right / MM_PER_INCH
    page.page_margins.top = margins.top / MM_PER_INCH
    page.page_margins.bottom = margins.bottom / MM_PER_INCH
    page.print_options.horizontalCentered = True
    footer = HeaderFooterItem()
    footer.center.text, footer.center.font, footer.center.size = "Trang &P/&N", FONT, 11
    page.HeaderFooter.oddFooter = footer
    page.sheet_view.showGridLines = False
    page.print_area = f"A1:{page.cell(sheet.row - 1, sheet.columns).coordinate}"
    if header_rows is not None:
        page.print_title_rows = f"{header_rows[0]}:{header_rows[1]}"
        page.freeze_panes = f"A{header_rows[1] + 1}"


def keep_together(
    sheet: SheetWriter,
    first: int,
    profile: Profile,
    orientation: Orientation,
    header_rows: HeaderRows,
) -> None:
    """Break the page before row `first` when the rows from there on would be torn apart."""
    margins = profile.margins
    paper = profile.paper[0 if orientation is Orientation.LANDSCAPE else 1]
    room = (paper - margins.top - margins.bottom) * POINTS_PER_MM * SAFETY
    repeated = sheet.height(*header_rows) if header_rows else 0.0
    on_page, used = 1, 0.0
    pages = dict[int, int]()
    for row in range(1, sheet.row):
        height = sheet.height(row, row)
        if used + height > room:
            on_page, used = on_page + 1, repeated
        used += height
        pages[row] = on_page
    if pages[first] != on_page and sheet.height(first, sheet.row - 1) < room:
        sheet.page.row_breaks.append(Break(id=first - 1))
