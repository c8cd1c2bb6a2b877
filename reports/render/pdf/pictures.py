"""Charts and QR codes on PDF pages: drawn as lines and boxes, and told in words to listeners."""

from __future__ import annotations

from functools import partial

from reportlab.lib.units import mm

from reports.blocks import Chart, QrCode
from reports.document import Align
from reports.profile import TextStyle
from reports.render.chart import chart_drawings
from reports.render.drawing import DrawnBox, DrawnLine, DrawnPicture
from reports.render.pdf.outline import Branch
from reports.render.pdf.paper import Paper
from reports.render.pdf.sheet import PdfSheet
from reports.render.pdf.strips import Keep, Strip
from reports.render.pdf.structure import Element
from reports.render.pdf.typesetter import SHARES, SetLine, Typesetter
from reports.render.qr import QUIET_ZONE, qr_modules

MM = float(mm)
HIGHEST = 0.9
"""Of a page: a chart of many units goes on in another picture."""


def chart_strips(chart: Chart, setter: Typesetter, paper: Paper, branch: Branch) -> list[Strip]:
    """One picture, or several of a long chart."""
    width, height = paper.text_width / MM, paper.text_height / MM * HIGHEST
    pictures = chart_drawings(chart, setter.profile, width, height, setter.millimetres)
    element = Element("Figure", branch.element, alternative=chart.words or chart.title)
    gap = setter.profile.paragraph_gap_points
    return [
        Strip(each.height * MM, partial(_draw_picture, each, setter, element, paper.left), gap)
        for each in pictures
    ]


def _draw_picture(
    picture: DrawnPicture,
    setter: Typesetter,
    element: Element,
    left: float,
    sheet: PdfSheet,
    top: float,
) -> None:
    sheet.tag(element)
    for shape in picture.shapes:
        if isinstance(shape, DrawnLine):
            ends = (left + shape.x1 * MM, top + shape.y1 * MM)
            others = (left + shape.x2 * MM, top + shape.y2 * MM)
            dashes = f"{shape.dash * MM:.2f}" if shape.dash else ""
            sheet.rule(*ends, *others, shape.points, shape.colour, dashes)
        elif isinstance(shape, DrawnBox):
            place = (shape.left, shape.top, shape.width, shape.height)
            x, y, width, height = (each * MM for each in place)
            sheet.box(left + x, top + y, width, height, shape.colour)
        else:
            face = setter.face(TextStyle(shape.size, bold=shape.bold))
            words = face.shown(shape.text)
            x = left + shape.x * MM - face.width(words, shape.size) * SHARES[shape.align]
            sheet.text(x, top + shape.y * MM, face, shape.size, words)


def qr_strips(code: QrCode, setter: Typesetter, paper: Paper, branch: Branch) -> list[Strip]:
    """The code in the middle, its caption below it on the same page."""
    side = min(code.millimetres * MM, paper.text_width, paper.text_height * HIGHEST)
    element = Element("Figure", branch.element, alternative=f"Mã QR: {code.text}")
    drawn = partial(_draw_code, code.text, side, element, paper)
    gap = setter.profile.paragraph_gap_points
    strips = [Strip(side, drawn, gap, Keep.MUST if code.caption else Keep.NO)]
    if code.caption:
        style = setter.profile.styles.caption
        caption, height = Element("P", branch.element), setter.leading(style)
        lines = setter.balanced(code.caption, style, paper.text_width)
        for at, line in enumerate(lines):
            drawn_line = SetLine(
                line, style, paper.left, paper.text_width, height, Align.CENTER, caption
            )
            keep = Keep.MUST if at < len(lines) - 1 else Keep.NO
            strips.append(Strip(height, drawn_line.draw, 0.0, keep))
    return strips


def _draw_code(
    text: str, side: float, element: Element, paper: Paper, sheet: PdfSheet, top: float
) -> None:
    sheet.tag(element)
    modules = qr_modules(text)
    each = side / (len(modules) + 2 * QUIET_ZONE)
    left = paper.left + (paper.text_width - side) / 2 + QUIET_ZONE * each
    upper = top + QUIET_ZONE * each
    boxes = []
    for y, row in enumerate(modules):
        start = None
        for x, dark in enumerate((*row, False)):
            if dark and start is None:
                start = x
            elif not dark and start is not None:
                boxes.append((left + start * each, upper + y * each, (x - start) * each, each))
                start = None
    sheet.boxes(boxes)
