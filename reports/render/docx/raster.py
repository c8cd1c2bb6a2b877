"""Drawings as pictures of dots, for formats that take no lines and boxes."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from math import hypot

from PIL import Image, ImageDraw, ImageFont

from reports.document import Align
from reports.render.drawing import DrawnBox, DrawnLine, DrawnPicture, Rgb
from reports.render.fonts import FontFamily

DOTS_PER_INCH = 300
FINER = 2
"""Drawn so many times as large, and made smaller, so that slanted lines are smooth."""
COLOURS = 64
_ANCHORS = {Align.LEFT: "ls", Align.CENTER: "ms", Align.RIGHT: "rs"}


def png_of(drawing: DrawnPicture, fonts: FontFamily) -> bytes:
    """The drawing as a PNG of 300 dots to the inch; the same drawing gives the same bytes."""
    scale = DOTS_PER_INCH * FINER / 25.4
    size = (round(drawing.width * scale), round(drawing.height * scale))
    picture = Image.new("RGB", size, "white")
    pen = _Pen(ImageDraw.Draw(picture), scale, fonts)
    for shape in drawing.shapes:
        if isinstance(shape, DrawnLine):
            pen.line(shape)
        elif isinstance(shape, DrawnBox):
            right, bottom = shape.left + shape.width, shape.top + shape.height
            pen.box(shape.left, shape.top, right, bottom, shape.colour)
        else:
            face = pen.face(shape.size, bold=shape.bold)
            at = (shape.x * scale, shape.y * scale)
            pen.draw.text(at, shape.text, "black", face, anchor=_ANCHORS[shape.align])
    packed, target = picture.reduce(FINER).quantize(COLOURS, dither=Image.Dither.NONE), BytesIO()
    packed.save(target, "PNG", optimize=True, dpi=(DOTS_PER_INCH, DOTS_PER_INCH))
    return target.getvalue()


class _Pen:
    """Draws in millimetres."""

    def __init__(self, draw: ImageDraw.ImageDraw, scale: float, fonts: FontFamily) -> None:
        self.draw, self._scale, self._fonts = draw, scale, fonts

    def face(self, points: float, *, bold: bool) -> ImageFont.FreeTypeFont:
        file = self._fonts.bold if bold else self._fonts.regular
        return ImageFont.truetype(str(file), points * DOTS_PER_INCH * FINER / 72)

    def box(self, left: float, top: float, right: float, bottom: float, colour: Rgb) -> None:
        places = (round(each * self._scale) for each in (left, top, right, bottom))
        x1, y1, x2, y2 = places
        self.draw.rectangle((x1, y1, x2 - 1, y2 - 1), _ink(colour))

    def line(self, line: DrawnLine) -> None:
        width = max(1, round(line.points * DOTS_PER_INCH * FINER / 72))
        for start, end in _dashes(line):
            ends = [(x * self._scale, y * self._scale) for x, y in (start, end)]
            self.draw.line(ends, _ink(line.colour), width)


def _ink(colour: Rgb) -> tuple[int, int, int]:
    red, green, blue = (round(share * 255) for share in colour)
    return red, green, blue


Point = tuple[float, float]


def _dashes(line: DrawnLine) -> Iterator[tuple[Point, Point]]:
    """The ends of the pieces of a line: the whole, or dashes with gaps as long as they are."""
    length = hypot(line.x2 - line.x1, line.y2 - line.y1)
    if not line.dash or not length:
        yield (line.x1, line.y1), (line.x2, line.y2)
        return
    across, down = (line.x2 - line.x1) / length, (line.y2 - line.y1) / length
    at = 0.0
    while at < length:
        end = min(at + line.dash, length)
        yield (
            (line.x1 + at * across, line.y1 + at * down),
            (line.x1 + end * across, line.y1 + end * down),
        )
        at += 2 * line.dash
