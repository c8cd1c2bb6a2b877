"""A workbook whose cells are written here and whose rest is openpyxl's; always the same bytes."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook

from reports.render.xlsx.cells import CellFace, CellLook, sheet_title
from reports.render.xlsx.rows import RowSheet

A4 = 9
"""Excel's number of this paper."""
EARLIEST = (1980, 1, 1, 0, 0, 0)
PROPERTIES, STYLES = "docProps/core.xml", "xl/styles.xml"
_WRITTEN = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")
_FIRST_FONT = re.compile(rb"(<fonts[^>]*><font>).*?(</font>)", re.DOTALL)
_NORMAL_FONT = rb'\g<1><name val="Times New Roman"/><family val="1"/><sz val="12"/>\g<2>'
_DIMENSION = re.compile(rb"<dimension [^>]*/>")
_NO_ROWS = re.compile(rb"<sheetData\s*/>|<sheetData></sheetData>")


class BookWriter:
    """A workbook in the making: its sheets and the looks of its cells.

    Rows are written as XML at once and not as openpyxl's objects: that is many times quicker, and
    a formula can have its result beside it. `mark` is what each sheet of made-up figures says.
    """

    def __init__(self, mark: str = "") -> None:
        self.book = Workbook()
        self.mark = mark
        self.sheets: list[RowSheet] = []
        self._faces: dict[CellLook, CellFace] = {}

    def face(self, look: CellLook) -> CellFace:
        """The style for a look; the same look has the same."""
        face = self._faces.get(look)
        if face is None:
            face = self._faces[look] = CellFace(self.book, look)
        return face

    def sheet(self, title: str) -> RowSheet:
        """One sheet more, under a title that is made one that Excel allows and no other has."""
        page = self.book.worksheets[0] if not self.sheets else self.book.create_sheet()
        page.title = self._free(sheet_title(title))
        sheet = RowSheet(page)
        self.sheets.append(sheet)
        return sheet

    def _free(self, title: str) -> str:
        taken = {sheet.page.title.lower() for sheet in self.sheets}
        number, tried = 2, title
        while tried.lower() in taken:
            tried = f"{title[:26]} ({number})"
            number += 1
        return tried

    def packed(self, day: date) -> bytes:
        """The workbook as bytes that depend on nothing but its contents.

        openpyxl writes the present time into every entry of the archive and into
        the properties; here `day` stands in its place. openpyxl also fixes the font of
        the style Normal, by whose digits Excel measures columns; here it is Times
        New Roman 12, whose digits are 8 pixels wide.
        """
        written = BytesIO()
        self.book.save(written)
        moment = rf"\g<1>{day.isoformat()}T00:00:00Z\g<3>".encode()
        sheets = {f"xl/worksheets/sheet{at}.xml": each for at, each in enumerate(self.sheets, 1)}
        drawn = (each for each in self.sheets if each.has_drawings)
        drawings = {f"xl/drawings/drawing{at}.xml": each for at, each in enumerate(drawn, 1)}
        target = BytesIO()
        with ZipFile(written) as source, ZipFile(target, "w", ZIP_DEFLATED) as archive:
            for name in source.namelist():
                content = source.read(name)
                if name == PROPERTIES:
                    content = _WRITTEN.sub(moment, content)
                elif name == STYLES:
                    content = _FIRST_FONT.sub(_NORMAL_FONT, content, count=1)
                elif name in sheets:
                    content = _with_rows(content, sheets[name])
                elif name in drawings:
                    content = _with_words(content, drawings[name])
                entry = ZipInfo(name, EARLIEST)
                entry.compress_type = ZIP_DEFLATED
                archive.writestr(entry, content)
        return target.getvalue()


def _with_rows(content: bytes, sheet: RowSheet) -> bytes:
    """The sheet as openpyxl made it, with its rows and merged cells in their place.

    Merged cells come right after the rows: nothing of ours that openpyxl writes stands between.
    """
    content = _DIMENSION.sub(b'<dimension ref="%s"/>' % sheet.extent.encode(), content, count=1)
    rows = sheet.rows_xml().encode()
    start, end = _NO_ROWS.search(content).span()  # type: ignore[union-attr]
    return content[:start] + rows + content[end:]


def _with_words(content: bytes, sheet: RowSheet) -> bytes:
    """The charts of a sheet with the words that say what is to be seen."""
    for at, words in enumerate(sheet.words_of_charts, start=1):
        name = f'name="Chart {at}"'
        content = content.replace(name.encode(), f"{name} descr={quoteattr(words)}".encode(), 1)
    return content
