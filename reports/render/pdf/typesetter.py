"""Words in the types of a profile: measured, broken into lines, and drawn on a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm

from reports.blocks import TextRun
from reports.document import Align
from reports.profile import Profile, TextStyle
from reports.render.lines import balanced_lines
from reports.render.pdf.faces import ASCENT, DESCENT, Face
from reports.render.pdf.lining import BrokenLine, FacedText, broken_lines
from reports.render.pdf.printable import NO_BREAK
from reports.render.pdf.sheet import PdfSheet
from reports.render.pdf.structure import Element

SHARES = {Align.LEFT: 0.0, Align.CENTER: 0.5, Align.RIGHT: 1.0}


@dataclass(frozen=True, slots=True)
class Typesetter:
    """Sets words by the rules of one profile in the faces of one family, by (bold, italic).

    All widths and heights that it gives are points.
    """

    profile: Profile
    faces: dict[tuple[bool, bool], Face]

    def face(self, style: TextStyle, run: TextRun | None = None) -> Face:
        """The face of a style; bold and italic of a run come on top of it."""
        bold = style.bold or (run is not None and run.bold)
        italic = style.italic or (run is not None and run.italic)
        return self.faces[bold, italic]

    def width(self, text: str, style: TextStyle) -> float:
        """How long `text` is on one line."""
        face = self.face(style)
        return face.width(face.shown(text), style.size)

    def lines(self, text: str, style: TextStyle, width: float) -> list[BrokenLine]:
        """Text in one type in as many lines as it needs; a line break in it stays one."""
        face = self.face(style)
        if "\n" not in text:
            return broken_lines([(face, face.shown(text))], style.size, width)
        parts = (face.shown(part) for part in text.split("\n"))
        return [line for part in parts for line in broken_lines([(face, part)], style.size, width)]

    def run_lines(
        self, runs: Sequence[TextRun], style: TextStyle, width: float, indent: float = 0
    ) -> list[BrokenLine]:
        """The lines of a paragraph whose pieces may stand out."""
        pieces = [(self.face(style, run), run.text) for run in runs]
        return broken_lines(_shown_pieces(pieces), style.size, width, indent)

    def balanced(self, text: str, style: TextStyle, width: float) -> list[BrokenLine]:
        """Lines of like length for the middle of a page or a column."""
        face = self.face(style)
        shown = face.shown(text)
        found = balanced_lines(shown, lambda part: face.width(part, style.size), width)
        return [line for part in found for line in broken_lines([(face, part)], style.size, width)]

    def millimetres(self, text: str, style: TextStyle) -> float:
        """How long `text` is on one line, in millimetres."""
        return self.width(text, style) / float(mm)

    def leading(self, style: TextStyle, lines: float = 1) -> float:
        """From one line to the next."""
        return self.profile.leading(style, lines)


def _shown_pieces(pieces: list[FacedText]) -> list[FacedText]:
    """The pieces as they will stand on the page; a space where two of them meet parts words."""
    shown, last = [], len(pieces) - 1
    for at, (face, text) in enumerate(pieces):
        before = " " if at and text[:1].isspace() else ""
        after = " " if at < last and text[-1:].isspace() else ""
        shown.append((face, f"{before}{face.shown(text)}{after}"))
    return shown


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line with its place across the page: its left edge, the width and height it stands in.

    `align` None: justified. `element` None: no part of the text.
    """

    line: BrokenLine
    style: TextStyle
    left: float
    width: float
    height: float
    align: Align | None = Align.CENTER
    element: Element | None = None

    def draw(self, sheet: PdfSheet, top: float) -> None:
        """Draw it with its upper edge at `top`."""
        sheet.tag(self.element)
        size, spacing, left = self.style.size, 0.0, self.left
        free = self.width - self.line.width
        if self.align is not None:
            left += free * SHARES[self.align]
        elif not self.line.ends_paragraph and free > 0 and (spaces := self.line.spaces):
            spacing = free / spaces
        base = top + base_line(size, self.height)
        for face, text in self.line.pieces:
            sheet.text(left, base, face, size, text, spacing)
            left += face.width(text, size)
            left += spacing * (text.count(" ") + text.count(NO_BREAK)) if spacing else 0.0


def base_line(size: float, height: float) -> float:
    """How far below its upper edge the letters of a line of this height stand."""
    return (height - (ASCENT + DESCENT) * size) / 2 + ASCENT * size
