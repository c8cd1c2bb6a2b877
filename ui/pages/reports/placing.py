"""Where the pages of a document lie in the preview, and how large: pure arithmetic."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QRect, QSize

POINTS_AN_INCH = 72
GAP = 16
ZOOMS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)


class Fit(Enum):
    """How large a page is when nobody has said it in percent."""

    WIDTH = auto()
    PAGE = auto()


Zoom = Fit | float
"""1.0 is the size of the paper."""
PageSize = tuple[float, float]
"""Width and height in points."""


def scale_of(size: PageSize, zoom: Zoom, room: QSize, dots_an_inch: float, widest: int) -> float:
    """How many times its size on paper a page is shown; a fitting one is at most `widest` wide."""
    dots = dots_an_inch / POINTS_AN_INCH
    if not isinstance(zoom, Fit):
        return zoom
    fitting = min(room.width() - 2 * GAP, widest) / (size[0] * dots)
    if zoom is Fit.PAGE:
        fitting = min(fitting, (room.height() - 2 * GAP) / (size[1] * dots))
    return max(fitting, ZOOMS[0] / 2)


def page_rects(sizes: Sequence[PageSize], scales: Sequence[float], room: QSize, dots_an_inch: float
           ) -> list[QRect]:  # fmt: skip
    """The pages one below the other, in the middle of the room; wider ones begin at its left."""
    dots = dots_an_inch / POINTS_AN_INCH
    rects, top = [], GAP
    for (wide, high), scale in zip(sizes, scales, strict=True):
        size = QSize(max(1, round(wide * scale * dots)), max(1, round(high * scale * dots)))
        left = max(GAP, (room.width() - size.width()) // 2)
        rects.append(QRect(left, top, size.width(), size.height()))
        top += size.height() + GAP
    return rects


def next_zoom(scale: float, *, larger: bool) -> float:
    """The next step up or down from the scale of now."""
    if larger:
        return next((each for each in ZOOMS if each > scale + 0.005), ZOOMS[-1])
    return next((each for each in reversed(ZOOMS) if each < scale - 0.005), ZOOMS[0])
