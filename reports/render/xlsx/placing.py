"""Where pictures and charts lie on a sheet."""

from __future__ import annotations

from openpyxl.drawing.spreadsheet_drawing import AbsoluteAnchor
from openpyxl.drawing.xdr import XDRPoint2D, XDRPositiveSize2D

EMU_PER_MM = 36_000
EMU_PER_POINT = 12_700


def placed(left: float, top: float, width: float, height: float) -> AbsoluteAnchor:
    """`left` and `width` in millimetres, `top` and `height` in points as rows have them."""
    return AbsoluteAnchor(
        pos=XDRPoint2D(round(left * EMU_PER_MM), round(top * EMU_PER_POINT)),
        ext=XDRPositiveSize2D(round(width * EMU_PER_MM), round(height * EMU_PER_POINT)),
    )
