"""The one stylesheet: shapes and spacing; colours are always roles of the palette."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetrics

from ui.theme.marks import MARKS, MarkTone, mark_place
from ui.theme.sheet_of_controls import BUTTONS, CONTRAST, FIELDS, TICKS
from ui.theme.sheet_of_views import CHOICES, FRAMES, TABLES, WORDS

_SHEET = "".join((WORDS, FRAMES, BUTTONS, FIELDS, TICKS, TABLES, CHOICES))
BASE_POINTS = 9
CONTROL_HEIGHT, INSET, RADIUS, ROW_HEIGHT = 30, 10, 6, 28
"""In text of 9 points. A control is a line of words, the room around it and its border."""
CELL_SIDE = 6
"""Left and right of the words of a cell, and of the title above them."""
_BORDER, _IN_LINE_EDIT, _IN_TEXT_EDIT, _AIR_OF_LINE, _LEAST_AIR = 1, 2, 4, 2, 8
_ANY_HEIGHT = 9999


def stylesheet(font: QFont, *, contrast: bool = False) -> str:
    """The sheet for text in `font`; with more lines where nothing may rest on a tint.

    Sizes follow the text, so that nothing is cut when the officer makes it larger. It is the same
    sheet in every colour: to set another one costs a second, to polish what is in sight does not.
    """
    sheet = _SHEET + CONTRAST if contrast else _SHEET
    return sheet.format(**_sizes(font), **_places())


def row_height(font: QFont) -> int:
    """How high a row of a table, a list or a tree is in text of `font`."""
    return QFontMetrics(font).height() + _air_in(ROW_HEIGHT, font)


def _air_in(high: int, font: QFont) -> int:
    """The room above and below the words of what is `high` in usual text: it stays as it is when
    they grow, or few rows would be seen by whoever needs large letters."""
    usual = QFont(font)
    usual.setPointSizeF(BASE_POINTS)
    return max(_LEAST_AIR, high - QFontMetrics(usual).height())


def _line_of(font: QFont) -> int:
    """What Qt wants for a line that is typed in; no other control wants more."""
    return QFontMetrics(font).height() + _AIR_OF_LINE


def _sizes(font: QFont) -> dict[str, object]:
    points = font.pointSizeF()
    unit = points / BASE_POINTS
    line = _line_of(font)
    air = _air_in(CONTROL_HEIGHT, font) - 2 * _BORDER - _AIR_OF_LINE
    pad = air // 2
    inset = round(INSET * unit) - _BORDER
    row_air = row_height(font) - QFontMetrics(font).height()
    box = 2 * round(7 * unit)
    return {
        "title": round(points * 1.5, 1),
        "brand": round(points * 1.2, 1),
        "number": round(points * 2, 1),
        "rate": round(points * 1.25, 1),
        "radius": RADIUS,
        "line": line,
        "pad": pad,
        "low": air - pad,
        "pad_focus": pad - 1,
        "low_focus": air - pad - 1,
        "pad_deep": pad - 2,
        "low_deep": air - pad - 2,
        "inset_deep": inset - 2,
        "inset": inset,
        "inset_focus": inset - 1,
        "inset_line": inset - _IN_LINE_EDIT,
        "inset_line_focus": inset - _IN_LINE_EDIT - 1,
        "pad_text": max(0, pad - _IN_TEXT_EDIT + 1),
        "pad_text_focus": max(0, pad - _IN_TEXT_EDIT),
        "inset_text": inset - _IN_TEXT_EDIT,
        "inset_text_focus": inset - _IN_TEXT_EDIT - 1,
        "any": _ANY_HEIGHT,
        "icon": round(16 * unit),
        "drop": round(26 * unit),
        "half": (line + air + 2 * _BORDER) // 2,
        "sign": round(12 * unit),
        "box": box,
        "round_box": box // 2 + 1,
        "cell": round(5 * unit),
        "cell_side": CELL_SIDE,
        "row_air": row_air // 2,
        "row_low": row_air - row_air // 2,
        "rail": round(6 * unit),
        "rail_deep": round(6 * unit) - 1,
        "menu": round(5 * unit),
        "menu_left": round(6 * unit) + box,
        "gap": round(20 * unit),
    }


def _places() -> dict[str, str]:
    """Each sign of the sheet in each tone: `tick_off`, `chevron_down_quiet`."""
    return {
        f"{name}_{tone}".replace("-", "_"): mark_place(name, tone)
        for name in MARKS
        for tone in MarkTone
    }
