"""The head of a sheet: issuer and Quốc hiệu side by side, number and date, drawn lines, title."""

from __future__ import annotations

import base64
from io import BytesIO
from itertools import zip_longest

from openpyxl.drawing.image import Image
from openpyxl.drawing.spreadsheet_drawing import AbsoluteAnchor
from openpyxl.drawing.xdr import XDRPoint2D, XDRPositiveSize2D

from reports.document import Align, Header, Title
from reports.profile import Profile
from reports.render.text import number_line, place_date
from reports.render.xlsx.cells import cell_alignment
from reports.render.xlsx.measure import line_height, text_width
from reports.render.xlsx.sheet import EMU_PER_PIXEL, PIXELS_PER_MM, SheetWriter

EMU_PER_POINT = 12_700
LINE_ROW_POINTS = 5.0
LINE_POINTS = 0.5
CENTER = cell_alignment(Align.CENTER)
# One black point, stretched to a line: openpyxl draws pictures, but no shapes.
BLACK_POINT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
)


def write_heading(sheet: SheetWriter, header: Header, title: Title, profile: Profile) -> None:
    """Components 1 to 5 of the decree, ending below the title."""
    _write_names(sheet, header, profile)
    _write_number_and_date(sheet, header, profile)
    sheet.end_row(8)
    sheet.title(title.type_name, profile.styles.type_name, CENTER)
    for text in title.subject:
        sheet.title(text, profile.styles.subject, CENTER)
    if title.subject:
        length = text_width(title.subject[-1], profile.styles.subject) * profile.subject_line
        _draw_line(sheet, 1, sheet.columns, length)
    sheet.end_row(LINE_ROW_POINTS * 2)


def _write_names(sheet: SheetWriter, header: Header, profile: Profile) -> None:
    styles, split = profile.styles, sheet.split(profile.header_split)
    parent = [(header.parent, styles.parent)] if header.parent else []
    names = [*parent, *((line, styles.issuer) for line in header.issuer)]
    left = [(line, style) for text, style in names for line in sheet.broken(text, style, 1, split)]
    right = [(profile.national_name, styles.national_name), (profile.motto, styles.motto)]
    rows = zip_longest(left, right, fillvalue=("", styles.parent))
    for at, ((issuer, issuer_style), (nation, nation_style)) in enumerate(rows, start=1):
        sheet.text(issuer, issuer_style, 1, split, CENTER)
        sheet.text(nation, nation_style, split + 1, sheet.columns, CENTER)
        sheet.end_row(max(line_height(issuer_style), line_height(nation_style)))
        if at == len(left):
            _draw_line(sheet, 1, split, text_width(*left[-1]) * profile.issuer_line)
        if at == len(right):
            _draw_line(sheet, split + 1, sheet.columns, text_width(*right[-1]))
    sheet.end_row(LINE_ROW_POINTS)


def _write_number_and_date(sheet: SheetWriter, header: Header, profile: Profile) -> None:
    styles, split = profile.styles, sheet.split(profile.header_split)
    sheet.text(number_line(header), styles.number, 1, split, CENTER)
    sheet.text(place_date(header), styles.place_date, split + 1, sheet.columns, CENTER)
    sheet.end_row(line_height(styles.number))


def _draw_line(sheet: SheetWriter, first: int, last: int, length: float) -> None:
    """A line of `length` millimetres, centred in columns `first` to `last` of the present row."""
    left = sheet.span(1, first - 1) + (sheet.span(first, last) - length) / 2
    emu_per_mm = PIXELS_PER_MM * EMU_PER_PIXEL
    picture = Image(BytesIO(BLACK_POINT))
    picture.anchor = AbsoluteAnchor(
        pos=XDRPoint2D(
            round(left * emu_per_mm), round((sheet.height(1, sheet.row - 1) + 1.5) * EMU_PER_POINT)
        ),
        ext=XDRPositiveSize2D(round(length * emu_per_mm), round(LINE_POINTS * EMU_PER_POINT)),
    )
    sheet.page.add_image(picture)
