"""The same workbook as the same bytes: fixed times in the archive and in the properties."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook

EARLIEST = (1980, 1, 1, 0, 0, 0)
PROPERTIES, STYLES = "docProps/core.xml", "xl/styles.xml"
_WRITTEN = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")
_FIRST_FONT = re.compile(rb"(<fonts[^>]*><font>).*?(</font>)", re.DOTALL)
_NORMAL_FONT = rb'\g<1><name val="Times New Roman"/><family val="1"/><sz val="12"/>\g<2>'


def packed_book(book: Workbook, day: date) -> bytes:
    """The workbook as bytes that depend on nothing but its contents.

    openpyxl writes the present time into every entry of the archive and into
    the properties; here `day` stands in its place. openpyxl also fixes the font of
    the style Normal, by whose digits Excel measures columns; here it is Times
    New Roman 12, whose digits are 8 pixels wide.
    """
    written = BytesIO()
    book.save(written)
    moment = rf"\g<1>{day.isoformat()}T00:00:00Z\g<3>".encode()
    target = BytesIO()
    with ZipFile(written) as source, ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name in source.namelist():
            content = source.read(name)
            if name == PROPERTIES:
                content = _WRITTEN.sub(moment, content)
            elif name == STYLES:
                content = _FIRST_FONT.sub(_NORMAL_FONT, content, count=1)
            entry = ZipInfo(name, EARLIEST)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, content)
    return target.getvalue()
