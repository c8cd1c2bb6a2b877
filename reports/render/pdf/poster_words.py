"""The words of a poster as strips: who calls, to what, in which steps, until when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from reportlab.lib.units import mm

from reports.document import Align
from reports.poster import UNIT_STEP, Poster, PosterSheet
from reports.profile import TextStyle
from reports.render.pdf.lining import BrokenLine
from reports.render.pdf.paper import Paper
from reports.render.pdf.sheet import Colour, PdfSheet
from reports.render.pdf.strips import Strip
from reports.render.pdf.structure import Element
from reports.render.pdf.typesetter import SetLine, Typesetter

GREY: Colour = (0.9, 0.9, 0.9)
SIZES = {
    "author": 13.0, "campaign": 20.0, "contest": 27.0, "invitation": 18.0, "link": 10.5,
    "step": 18.0, "number": 18.0, "unit": 23.0, "deadline": 24.0, "later": 14.0, "help": 13.5,
}  # fmt: skip
"""Points on A4."""
BOLD = frozenset({"author", "campaign", "contest", "invitation", "number", "unit", "deadline"})
MOST_LINES, LEAST_SIZE = 3, 0.55
"""A name that needs more lines is set smaller than the words around it, down to this share."""
NUMBER_BOX, NUMBER_GAP, STEP_GAP = 9.5, 5.0, 2.8
FRAME_AIR, FRAME_POINTS, BAND_AIR = 2.0, 1.8, 3.0
BIG_GAP, SMALL_GAP = 4.0, 1.2
"""Millimetres on A4; gaps of blocks are big, those within a block small."""


@dataclass(frozen=True, slots=True)
class PosterWords:
    """Strips on `paper`, whose measures are `scale` times those of A4; types shrink further."""

    poster: Poster
    unit: PosterSheet
    setter: Typesetter
    paper: Paper
    scale: float
    shrink: float
    section: Element

    def head(self) -> list[Strip]:
        """What stands above the code."""
        poster = self.poster
        strips = self._lines(poster.author.upper(), "author")
        strips += self._lines(poster.campaign.upper(), "campaign", BIG_GAP)
        return strips + self._lines(f"“{poster.contest}”", "contest", SMALL_GAP, kind="H1")

    def below(self) -> list[Strip]:
        """What stands below it."""
        strips = self._lines(self.poster.invitation, "invitation", SMALL_GAP)
        strips += self._lines(self.poster.link, "link", SMALL_GAP / 2)
        for at, step in enumerate(self.poster.steps):
            strips.append(self._step(at, step))
            if at == UNIT_STEP:
                strips.append(self._framed(self.unit.choose))
        strips.append(self._band())
        return strips + self._lines(self.unit.help_words, "help", SMALL_GAP * 2)

    def _style(self, role: str, share: float = 1.0) -> TextStyle:
        return TextStyle(SIZES[role] * self.scale * self.shrink * share, bold=role in BOLD)

    def _balanced(self, text: str, role: str, width: float) -> tuple[list[BrokenLine], TextStyle]:
        """Lines of like length, in a smaller type where there would be many."""
        share = 1.0
        while True:
            style = self._style(role, share)
            # An address has no words: it breaks at its joints.
            set_in = self.setter.lines if role == "link" else self.setter.balanced
            lines = set_in(text, style, width)
            if len(lines) <= MOST_LINES or share <= LEAST_SIZE:
                return lines, style
            share -= 0.05

    def _millimetres(self, value: float) -> float:
        return value * float(mm) * self.scale

    def _lines(self, text: str, role: str, gap: float = 0.0, kind: str = "P") -> list[Strip]:
        lines, style = self._balanced(text, role, self.paper.text_width)
        made = self._set(lines, style, self.paper.left, self.paper.text_width, kind)
        height = self.setter.leading(style)
        return [
            Strip(height, line.draw, self._millimetres(gap) if at == 0 else 0.0)
            for at, line in enumerate(made)
        ]

    def _set(
        self,
        lines: Sequence[BrokenLine],
        style: TextStyle,
        left: float,
        width: float,
        kind: str = "P",
        align: Align = Align.CENTER,
    ) -> list[SetLine]:
        element = Element(kind, self.section)
        height = self.setter.leading(style)
        return [SetLine(each, style, left, width, height, align, element) for each in lines]

    def _step(self, at: int, words: str) -> Strip:
        """A number in a grey box, and what to do beside it."""
        box, gap = self._millimetres(NUMBER_BOX * self.shrink), self._millimetres(NUMBER_GAP)
        left = self.paper.left + box + gap
        number, number_style = self._balanced(str(at + 1), "number", box)
        style = self._style("step")
        lines = self.setter.lines(words, style, self.paper.text_width - box - gap)
        made = self._set(number, number_style, self.paper.left, box)
        made += self._set(lines, style, left, self.paper.text_width - box - gap, align=Align.LEFT)
        height = max(box, len(lines) * self.setter.leading(style))
        drawn = partial(self._draw_step, made, box, height)
        return Strip(height, drawn, self._millimetres(BIG_GAP if at == 0 else STEP_GAP))

    def _draw_step(
        self, made: Sequence[SetLine], box: float, height: float, sheet: PdfSheet, top: float
    ) -> None:
        number, *lines = made
        sheet.box(self.paper.left, top + (height - box) / 2, box, box, GREY)
        number.draw(sheet, top + (height - number.height) / 2)
        down = top + (height - sum(line.height for line in lines)) / 2
        for line in lines:
            line.draw(sheet, down)
            down += line.height

    def _framed(self, name: str) -> Strip:
        """The name to choose, in a frame."""
        air = self._millimetres(FRAME_AIR)
        width = self.paper.text_width - 4 * air
        lines, style = self._balanced(f"“{name}”", "unit", width)
        made = self._set(lines, style, self.paper.left + 2 * air, width)
        height = len(lines) * self.setter.leading(style) + 2 * air
        drawn = partial(self._draw_framed, made, height, air)
        return Strip(height, drawn, self._millimetres(SMALL_GAP))

    def _draw_framed(
        self, made: Sequence[SetLine], height: float, air: float, sheet: PdfSheet, top: float
    ) -> None:
        left, right = self.paper.left, self.paper.left + self.paper.text_width
        points, half = FRAME_POINTS * self.scale, FRAME_POINTS * self.scale / 2
        for y in (top, top + height):
            sheet.rule(left - half, y, right + half, y, points)
        for x in (left, right):
            sheet.rule(x, top, x, top + height, points)
        for at, line in enumerate(made):
            line.draw(sheet, top + air + at * line.height)

    def _band(self) -> Strip:
        """The deadline on grey, from side to side."""
        air, made = self._millimetres(BAND_AIR), list[SetLine]()
        for words, role in ((self.poster.deadline, "deadline"), (self.poster.later, "later")):
            if words:
                lines, style = self._balanced(words, role, self.paper.text_width - 2 * air)
                made += self._set(
                    lines, style, self.paper.left + air, self.paper.text_width - 2 * air
                )
        height = sum(line.height for line in made) + 2 * air
        return Strip(
            height, partial(self._draw_band, made, height, air), self._millimetres(BIG_GAP)
        )

    def _draw_band(
        self, made: Sequence[SetLine], height: float, air: float, sheet: PdfSheet, top: float
    ) -> None:
        sheet.box(self.paper.left, top, self.paper.text_width, height, GREY)
        down = top + air
        for line in made:
            line.draw(sheet, down)
            down += line.height
