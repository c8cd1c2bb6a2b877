"""What a chart is drawn with, as values in millimetres from the top left, for every format."""

from __future__ import annotations

from dataclasses import dataclass

from reports.document import Align

Rgb = tuple[float, float, float]
"""Red, green and blue from 0 to 1."""


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """A straight line; `points` wide, in dashes of `dash` millimetres or whole."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: Rgb
    points: float = 0.5
    dash: float = 0


@dataclass(frozen=True, slots=True)
class DrawnBox:
    """A filled rectangle."""

    left: float
    top: float
    width: float
    height: float
    colour: Rgb


@dataclass(frozen=True, slots=True)
class DrawnText:
    """Words on one line: `align` says which end or middle of them is at `x`; `y` is their base."""

    text: str
    x: float
    y: float
    size: float
    align: Align = Align.LEFT
    bold: bool = False


@dataclass(frozen=True, slots=True)
class DrawnPicture:
    """A picture and its size in millimetres."""

    width: float
    height: float
    shapes: tuple[DrawnLine | DrawnBox | DrawnText, ...]
