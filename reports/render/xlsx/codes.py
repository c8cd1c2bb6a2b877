"""QR codes on a sheet: a picture in the middle of the text, the caption below."""

from __future__ import annotations

from io import BytesIO

from openpyxl.drawing.image import Image

from reports.blocks import QrCode
from reports.render.qr_picture import qr_picture
from reports.render.xlsx.placing import placed
from reports.render.xlsx.sheet import SheetWriter

POINTS_PER_MM = 72 / 25.4


def write_code(sheet: SheetWriter, code: QrCode) -> None:
    """A row as high as the code, and its caption."""
    height = code.millimetres * POINTS_PER_MM
    left = (sheet.grid.width(1, sheet.columns) - code.millimetres) / 2
    picture = Image(BytesIO(qr_picture(code.text)))
    top = sheet.rows.height(1, sheet.row - 1)
    picture.anchor = placed(left, top, code.millimetres, height)
    sheet.rows.add_picture(picture)
    sheet.end_row(round(height, 1))
    if code.caption:
        sheet.line(code.caption, sheet.profile.styles.caption)
    sheet.end_row(sheet.profile.paragraph_gap_points)
