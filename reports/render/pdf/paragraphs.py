"""Paragraphs of the content as strips: one line each, that a page break leaves no line alone."""

from __future__ import annotations

from functools import partial

from reportlab.lib.units import mm

from reports.blocks import Paragraph, ParagraphStyle
from reports.document import Align
from reports.render.pdf.outline import Branch, draw_heading
from reports.render.pdf.paper import Paper
from reports.render.pdf.strips import Keep, Strip
from reports.render.pdf.structure import Element
from reports.render.pdf.typesetter import SetLine, Typesetter

ALIGNED = {
    ParagraphStyle.CENTER: Align.CENTER,
    ParagraphStyle.CENTER_BOLD: Align.CENTER,
    ParagraphStyle.UNIT_OF_MEASURE: Align.RIGHT,
    ParagraphStyle.NOTE: Align.LEFT,
}
"""All others are justified and have their first line indented."""


def paragraph_strips(
    paragraph: Paragraph, setter: Typesetter, paper: Paper, branch: Branch
) -> list[Strip]:
    """One strip for each line. A heading, and words that announce what follows, stay with it."""
    profile, kind = setter.profile, paragraph.style
    style = profile.styles.of_paragraph(kind)
    align = ALIGNED.get(kind)
    indent = 0.0 if align else profile.first_line_indent * float(mm)
    if align is Align.CENTER and not paragraph.runs:
        lines = setter.balanced(paragraph.text, style, paper.text_width)
    else:
        lines = setter.run_lines(paragraph.pieces, style, paper.text_width, indent)
    announces = kind.heads or paragraph.text.rstrip().endswith(":")
    element, level = branch.heading(kind) if kind.heads else (Element("P", branch.element), 0)
    spacing = 1.0 if align else profile.line_spacing
    height = setter.leading(style, spacing)
    strips = []
    for at, line in enumerate(lines):
        inset = 0.0 if at else indent
        left, width = paper.left + inset, paper.text_width - inset
        drawn = SetLine(line, style, left, width, height, align, element).draw
        if not at and kind.heads:
            drawn = partial(draw_heading, drawn, paragraph.text, level)
        last = at == len(lines) - 1
        near_edge = at == 0 or at == len(lines) - 2
        keep = Keep.WISH if (announces if last else near_edge) else Keep.NO
        gap = 0.0 if at else _gap(kind, profile.paragraph_gap_points)
        strips.append(Strip(height, drawn, gap, keep))
    return strips


def _gap(kind: ParagraphStyle, usual: float) -> float:
    return usual / 2 if kind is ParagraphStyle.UNIT_OF_MEASURE else usual
