"""Where words go in the structure of a file: headings by their level, with their bookmarks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reports.blocks import Paragraph, ParagraphStyle
from reports.render.pdf.sheet import PdfSheet
from reports.render.pdf.structure import Element

TITLE_LEVEL = 1


@dataclass(slots=True)
class Branch:
    """The element that new blocks belong to, and the headings that come before them.

    `has_parts`: clauses are one level lower where there are parts above them. `bookmarks` of an
    annex stand below that of the annex.
    """

    element: Element
    has_parts: bool
    bookmarks: int = 0

    @property
    def below(self) -> int:
        """The level of bookmarks below those of parts, from 0."""
        return self.bookmarks + self.has_parts

    def heading(self, style: ParagraphStyle) -> tuple[Element, int]:
        """The element of a heading and the level of its bookmark from 0."""
        below = style is ParagraphStyle.CLAUSE and self.has_parts
        level = TITLE_LEVEL + 1 + below
        return Element(f"H{level}", self.element), self.bookmarks + below


def has_parts(blocks: Iterable[object]) -> bool:
    """Whether there are parts ("I. …") among them."""
    return any(isinstance(b, Paragraph) and b.style is ParagraphStyle.PART for b in blocks)


def draw_heading(
    draw: Callable[[PdfSheet, float], None], title: str, level: int, sheet: PdfSheet, top: float
) -> None:
    """Draw what heads other text, with a bookmark to it."""
    sheet.bookmark(" ".join(title.split()), top, level)
    draw(sheet, top)
