"""The sheet with the recovery code as one A4 page of PDF, to be printed and locked away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from reportlab.lib.units import mm

from models.version import PRODUCT_NAME
from reports.document import Align, Orientation
from reports.profile import ND30_2020, TextStyle
from reports.recovery_sheet import (
    BY_HAND,
    LEAD,
    READING,
    SECTIONS,
    SIGNED,
    TITLE,
    RecoverySheet,
    facts,
)
from reports.render.fonts import FontFamily, document_fonts
from reports.render.pdf.faces import registered_faces
from reports.render.pdf.lining import BrokenLine
from reports.render.pdf.paper import Paper, paper_of
from reports.render.pdf.sheet import About, PdfSheet
from reports.render.pdf.strips import Strip
from reports.render.pdf.structure import Element
from reports.render.pdf.typesetter import SetLine, Typesetter

PRODUCT, HEADLINE = TextStyle(11), TextStyle(20, bold=True)
TEXT, FACT, HEADING, SMALL = (
    TextStyle(13), TextStyle(13, bold=True), TextStyle(13.5, bold=True), TextStyle(11, italic=True),
)  # fmt: skip
CODE, PLACE = TextStyle(22, bold=True), TextStyle(10.5)
IN_A_ROW = 4
LABEL_WIDTH, BULLET_WIDTH = 32.0, 7.0
FRAME_POINTS, FRAME_AIR, SIGN_ROOM = 1.4, 4.0, 24.0
GAP, NEAR = 5.0, 1.5
"""Lengths are millimetres, but for the frame's line in points."""


def render_recovery_sheet(told: RecoverySheet, fonts: FontFamily | None = None) -> bytes:
    """The page. The same value and fonts give the same bytes."""
    setter = Typesetter(ND30_2020, registered_faces(fonts or document_fonts()))
    about = About(
        title=told.name,
        author=told.commune or PRODUCT_NAME,
        subject=TITLE,
        program=PRODUCT_NAME,
        stamp=f"D:{told.made_on:%Y%m%d}000000+07'00'",
        first_face=setter.face(TEXT).name,
    )
    sheet = PdfSheet(about)
    paper = paper_of(Orientation.PORTRAIT, ND30_2020)
    page = _Page(setter, paper, Element("Sect", sheet.tree.root))
    sheet.begin(paper.width, paper.height)
    top = paper.top
    for strip in page.strips(told):
        top += strip.gap
        strip.draw(sheet, top)
        top += strip.height
    sheet.end(ND30_2020.line_points)
    return sheet.saved()


@dataclass(frozen=True, slots=True)
class _Page:
    """The strips of the page, from top to bottom."""

    setter: Typesetter
    paper: Paper
    section: Element

    def strips(self, told: RecoverySheet) -> list[Strip]:
        middle, whole = Align.CENTER, self.paper.text_width
        made = self._lines(PRODUCT_NAME, PRODUCT, align=middle)
        made += self._lines(TITLE.upper(), HEADLINE, gap=NEAR, align=middle, kind="H1")
        made += self._lines(LEAD, TEXT, gap=NEAR * 2)
        for at, (label, value) in enumerate(facts(told)):
            made.append(self._beside(label, value, LABEL_WIDTH, (TEXT, FACT), NEAR * 2 * (at == 0)))
        made.append(self._code(told.groups))
        made += self._lines(READING, SMALL, gap=NEAR)
        for heading, points in SECTIONS:
            made += self._lines(heading, HEADING, gap=GAP, kind="H2")
            for number, point in enumerate(points, 1):
                mark = f"{number}."
                made.append(self._beside(mark, point, BULLET_WIDTH, (TEXT, TEXT), NEAR))
        made.append(self._signed(whole / len(SIGNED)))
        return made

    def _lines(
        self,
        text: str,
        style: TextStyle,
        *,
        gap: float = 0.0,
        align: Align = Align.LEFT,
        kind: str = "P",
    ) -> list[Strip]:
        lines = self.setter.lines(text, style, self.paper.text_width)
        made = self._set(lines, style, self.paper.left, self.paper.text_width, align, kind)
        return [
            Strip(each.height, each.draw, gap * float(mm) if at == 0 else 0.0)
            for at, each in enumerate(made)
        ]

    def _set(
        self,
        lines: Sequence[BrokenLine],
        style: TextStyle,
        left: float,
        width: float,
        align: Align = Align.LEFT,
        kind: str = "P",
    ) -> list[SetLine]:
        element, height = Element(kind, self.section), self.setter.leading(style)
        return [SetLine(each, style, left, width, height, align, element) for each in lines]

    def _beside(
        self, label: str, text: str, indent: float, styles: tuple[TextStyle, TextStyle], gap: float
    ) -> Strip:
        """A label, and the lines of a text to the right of it."""
        left, inset = self.paper.left, indent * float(mm)
        width = self.paper.text_width - inset
        labels = self._set(self.setter.lines(label, styles[0], inset), styles[0], left, inset)
        lines = self.setter.lines(text, styles[1], width)
        texts = self._set(lines, styles[1], left + inset, width)
        height = sum(each.height for each in texts)
        return Strip(height, partial(_stacked, (labels, texts)), gap * float(mm))

    def _code(self, groups: Sequence[str]) -> Strip:
        """The groups in a frame, each with its number above it, so many in a row."""
        air = FRAME_AIR * float(mm)
        left, width = self.paper.left, self.paper.text_width / IN_A_ROW
        high = self.setter.leading(PLACE) + self.setter.leading(CODE)
        rows = -(-len(groups) // IN_A_ROW)
        placed = list[tuple[float, SetLine]]()
        for at, group in enumerate(groups):
            row, column = divmod(at, IN_A_ROW)
            for text, style, down in (
                (str(at + 1), PLACE, 0.0),
                (group, CODE, self.setter.leading(PLACE)),
            ):
                lines = self.setter.lines(text, style, width)
                (line,) = self._set(lines, style, left + column * width, width, Align.CENTER)
                placed.append((air + row * (high + air) + down, line))
        height = rows * (high + air) + air
        return Strip(height, partial(self._draw_code, placed, height), GAP * float(mm))

    def _draw_code(
        self, placed: Sequence[tuple[float, SetLine]], height: float, sheet: PdfSheet, top: float
    ) -> None:
        left, right = self.paper.left, self.paper.left + self.paper.text_width
        for y in (top, top + height):
            sheet.rule(left - FRAME_POINTS / 2, y, right + FRAME_POINTS / 2, y, FRAME_POINTS)
        for x in (left, right):
            sheet.rule(x, top, x, top + height, FRAME_POINTS)
        for down, line in placed:
            line.draw(sheet, top + down)

    def _signed(self, width: float) -> Strip:
        """Who made the sheet and who keeps it, with room to sign by hand."""
        columns = []
        for at, words in enumerate(SIGNED):
            column = list[SetLine]()
            for text, style in ((words, FACT), (BY_HAND, SMALL)):
                lines = self.setter.lines(text, style, width)
                left = self.paper.left + at * width
                column += self._set(lines, style, left, width, Align.CENTER)
            columns.append(column)
        return Strip(SIGN_ROOM * float(mm), partial(_stacked, columns), 2 * GAP * float(mm))


def _stacked(columns: Sequence[Sequence[SetLine]], sheet: PdfSheet, top: float) -> None:
    """Draw columns of lines side by side."""
    for column in columns:
        down = top
        for line in column:
            line.draw(sheet, down)
            down += line.height
