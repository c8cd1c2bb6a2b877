"""What is seen: colours counted in a picture, and how well they stand out from each other."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from ui.theme.palette import VISIBLE, contrast

DASH = 4


def picture(widget: QWidget) -> QImage:
    """The whole window of a widget, pixel by pixel."""
    return widget.window().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def place_of(widget: QWidget, rect: QRect | None = None) -> QRect:
    """Where a part of a widget lies in the picture of its window."""
    part = widget.rect() if rect is None else rect
    return QRect(widget.mapTo(widget.window(), part.topLeft()), part.size())


def colours(image: QImage, rect: QRect) -> Counter[int]:
    """How often each colour is there."""
    return Counter(pixels_in(image, rect))


def pixels_in(image: QImage, rect: QRect) -> list[int]:
    """All of them, row by row."""
    rect = rect.intersected(image.rect())
    every = image.constBits().cast("I")
    wide, left, right = image.width(), rect.left(), rect.right() + 1
    rows = range(rect.top(), rect.bottom() + 1)
    return [each for y in rows for each in every[y * wide + left : y * wide + right]]


def between(one: int, other: int) -> float:
    """The contrast of two pixels."""
    return contrast(QColor.fromRgb(one), QColor.fromRgb(other))


def ink_on_paper(image: QImage, rect: QRect) -> float:
    """How well what is written or drawn in `rect` stands out: 1 where nothing is to be seen."""
    counted = colours(image, rect)
    paper = counted.most_common(1)[0][0]
    return max(between(each, paper) for each in counted)


def edge(image: QImage, rect: QRect) -> float:
    """How well the left border of what lies in `rect` stands out from what lies around it; where
    it is dashed, its dashes."""
    middle = rect.center().y()
    around = image.pixel(rect.left() - 3, middle)
    tried = range(middle - DASH, middle + DASH)
    return max(between(image.pixel(rect.left(), y), around) for y in tried)


def share_changed(before: QImage, after: QImage, rect: QRect) -> float:
    """How many pixels have become clearly other ones, in terms of a ring one pixel wide."""
    pairs = Counter(zip(pixels_in(before, rect), pixels_in(after, rect), strict=True))
    clear = sum(
        count for (old, new), count in pairs.items() if old != new and between(old, new) >= VISIBLE
    )
    return clear / (2 * (rect.width() + rect.height()))
