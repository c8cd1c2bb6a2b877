"""The words that made-up figures have in the top margin of every page."""

from __future__ import annotations

from reportlab.lib.units import mm

from models.records.practising import PRACTICE_MARK
from reports.render.pdf.paper import Paper
from reports.render.pdf.sheet import PdfSheet
from reports.render.pdf.typesetter import Typesetter


def draw_practice_mark(
    sheet: PdfSheet, setter: Typesetter, paper: Paper, base: float | None = None, scale: float = 1
) -> None:
    """Write the mark in the middle, where it belongs to no text: in the top margin, or on the line
    `base`, in points from the paper's edge."""
    profile = setter.profile
    style = profile.styles.practice_mark
    face, size = setter.face(style), style.size * scale
    shown = face.shown(PRACTICE_MARK)
    left = paper.left + (paper.text_width - face.width(shown, size)) / 2
    sheet.tag(None)
    sheet.text(
        left, profile.practice_mark_top * float(mm) if base is None else base, face, size, shown
    )
