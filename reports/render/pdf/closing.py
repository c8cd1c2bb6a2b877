"""The foot of a document: Nơi nhận on the left, authority and name of the signer on the right."""

from __future__ import annotations

from functools import partial

from reportlab.lib.units import mm

from models.records import Signer
from reports.document import Align, Document
from reports.render.pdf.outline import Branch
from reports.render.pdf.paper import Paper
from reports.render.pdf.sheet import PdfSheet
from reports.render.pdf.strips import Strip
from reports.render.pdf.structure import Element
from reports.render.pdf.typesetter import SetLine, Typesetter, base_line
from reports.render.text import recipient_lines

Stacked = list[tuple[float, SetLine]]


def closing_strips(
    document: Document, setter: Typesetter, paper: Paper, branch: Branch
) -> list[Strip]:
    """The signature in one piece with Nơi nhận beside it, and what of that is longer below it."""
    split = paper.text_width * setter.profile.signature_split
    left = _recipients(document, setter, paper, split, branch)
    right, high = _signature(document.signature, setter, paper, split, branch)
    if not left and not right:
        return []
    # Nơi nhận of many lines goes on below the signer's name, and onto another page if it must.
    beside = [each for each in left if each[0] + each[1].height <= high] or left[:1]
    below = left[len(beside) :]
    reach = below[0][0] if below else max((down + line.height for down, line in beside), default=0)
    above = setter.profile.gaps.above_closing * float(mm)
    strips = [Strip(max(reach, high), partial(_draw, [*beside, *right]), above)]
    strips += [Strip(line.height, line.draw) for _, line in below]
    return strips


def _draw(lines: Stacked, sheet: PdfSheet, top: float) -> None:
    for down, line in lines:
        line.draw(sheet, top + down)


def _recipients(
    document: Document, setter: Typesetter, paper: Paper, split: float, branch: Branch
) -> Stacked:
    """The lines of Nơi nhận with their distance from the top."""
    styles, made = setter.profile.styles, Stacked()
    if not document.recipients:
        return made
    # "Nơi nhận" stands level with the authority beside it, whose letters are larger.
    first = [styles.authority, styles.recipients_title]
    level = [base_line(style.size, setter.leading(style)) for style in first]
    down = level[0] - level[1]
    texts = [("Nơi nhận:", styles.recipients_title)]
    texts += [(text, styles.recipients) for text in recipient_lines(document.recipients)]
    width = split - setter.profile.gaps.column_points
    for text, style in texts:
        element = Element("P", branch.element)
        for line in setter.lines(text, style, width):
            height = setter.leading(style)
            drawn = SetLine(line, style, paper.left, width, height, Align.LEFT, element)
            made.append((down, drawn))
            down += height
    return made


def _signature(
    signer: Signer | None, setter: Typesetter, paper: Paper, split: float, branch: Branch
) -> tuple[Stacked, float]:
    """Authority, free paper for signature and seal, and the name."""
    made, down = Stacked(), 0.0
    if signer is None:
        return made, down
    styles, gap = setter.profile.styles, setter.profile.signature_gap * float(mm)
    left, width = paper.left + split, paper.text_width - split
    texts = [(text, styles.authority) for text in signer.lines] + [(signer.name, styles.signer)]
    for at, (text, style) in enumerate(texts):
        element = Element("P", branch.element)
        down += gap if at == len(texts) - 1 else 0.0
        for line in setter.balanced(text, style, width):
            height = setter.leading(style)
            made.append((down, SetLine(line, style, left, width, height, Align.CENTER, element)))
            down += height
    return made, down
