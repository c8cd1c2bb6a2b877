"""The head of a phụ lục: its name, its title, and to which document it belongs."""

from __future__ import annotations

from functools import partial

from reportlab.lib.units import mm

from reports.document import Document
from reports.render.pdf.heading import HeaderColumn
from reports.render.pdf.outline import TITLE_LEVEL, Branch, draw_heading
from reports.render.pdf.paper import Paper
from reports.render.pdf.strips import Keep, Strip
from reports.render.pdf.typesetter import Typesetter
from reports.render.text import annex_name, attached_words


def annex_head(
    document: Document, index: int, setter: Typesetter, paper: Paper, branch: Branch
) -> Strip:
    """Components of mục III.1 in the middle, with a line under them and a bookmark."""
    profile, annex = setter.profile, document.annexes[index]
    styles = profile.styles
    name = annex_name(document, index)
    column = HeaderColumn(setter, paper.left, paper.text_width, branch)
    column.add(name, styles.annex_name, f"H{TITLE_LEVEL}")
    for text in annex.title:
        column.add(text, styles.annex_title)
    length = column.add(attached_words(document), styles.attached)
    column.rule(length * profile.subject_line, profile.gaps.title_rule_points)
    title = ". ".join(filter(None, (name, " ".join(annex.title))))
    height = column.bottom + profile.gaps.below_annex_title * float(mm)
    return Strip(height, partial(draw_heading, column.draw, title, 0), keep=Keep.WISH)
