"""A document as PDF: its parts in their order, and the last rows that go with the signature."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from reportlab.platypus import CallerMacro, KeepTogether, PageBreak, Spacer

from reports.blocks import Paragraph, ParagraphStyle
from reports.document import Align, Document, DocumentBlock, RowStyle, Table, TableRow
from reports.profile import ND30_2020, Profile
from reports.render.fonts import FontFamily, document_fonts
from reports.render.pdf.closing import closing_flowable
from reports.render.pdf.header import header_flowables, title_flowables
from reports.render.pdf.paper import blank_book, paper_of
from reports.render.pdf.table import ROWS_KEPT, table_flowable
from reports.render.pdf.text import Typesetter


@dataclass(slots=True)
class _Places:
    """On which pages the table and the signature came to stand."""

    table_end: int = 0
    closing: int = 0

    @property
    def signature_is_alone(self) -> bool:
        return 0 < self.table_end < self.closing


def render_pdf(
    document: Document, profile: Profile = ND30_2020, fonts: FontFamily | None = None
) -> bytes:
    """The document as PDF. The same value and fonts always give the same bytes.

    When the signature would stand on a page without a row of the table, the
    last rows are moved over to it.
    """
    setter = Typesetter(profile, fonts or document_fonts())
    setter.register()
    content, places = _draw(document, setter, rows_kept=0)
    if places.signature_is_alone:
        content, _ = _draw(document, setter, rows_kept=ROWS_KEPT)
    return content


def _draw(document: Document, setter: Typesetter, rows_kept: int) -> tuple[bytes, _Places]:
    width = paper_of(document, setter.profile).text_width
    places, target = _Places(), BytesIO()
    story = header_flowables(document.header, setter, width)
    story += title_flowables(document.title, setter, width)
    story += _body(document, setter, width, places, rows_kept)
    blank_book(document, setter, target).build(story)
    return target.getvalue(), places


def _body(
    document: Document, setter: Typesetter, width: float, places: _Places, rows_kept: int
) -> list[Any]:
    """All blocks; what follows the last table stays together with the signature."""
    blocks = document.body
    tables = [i for i, block in enumerate(blocks) if isinstance(block, Table)]
    at = tables[-1] if tables else len(blocks)
    flowables = [part for block in blocks[:at] for part in _block(block, setter, width)]
    if tables:
        flowables += _last_table(blocks[at], setter, width, rows_kept)
        flowables.append(_mark(places, "table_end"))
    tail = [part for block in blocks[at + 1 :] for part in _block(block, setter, width)]
    tail += [_mark(places, "closing"), closing_flowable(document, setter, width)]
    return [*flowables, KeepTogether(tail)]


def _mark(places: _Places, name: str) -> CallerMacro:
    """Draws nothing; notes the page on which it was drawn."""
    return CallerMacro(lambda macro: setattr(places, name, macro.canv.getPageNumber()))


def _block(block: DocumentBlock, setter: Typesetter, width: float) -> list[Any]:
    if isinstance(block, Table):
        return [Spacer(1, 3), table_flowable(block, setter, width)]
    return _paragraph(block, setter) if isinstance(block, Paragraph) else []


def _paragraph(paragraph: Paragraph, setter: Typesetter) -> list[Any]:
    styles = setter.profile.styles
    match paragraph.style:
        case ParagraphStyle.UNIT_OF_MEASURE:
            return [setter.line(paragraph.text, styles.unit_of_measure, Align.RIGHT)]
        case ParagraphStyle.NOTE:
            return [Spacer(1, 4), setter.line(paragraph.text, styles.note, Align.LEFT)]
    return [setter.body(paragraph.text)]


def _last_table(
    block: DocumentBlock, setter: Typesetter, width: float, rows_kept: int
) -> list[Any]:
    if not isinstance(block, Table) or not rows_kept:
        return _block(block, setter, width)
    cut = _cut(block.rows, rows_kept)
    if cut == 0:
        return [PageBreak(), *_block(block, setter, width)]
    first = table_flowable(block, setter, width, block.rows[:cut])
    last = table_flowable(block, setter, width, block.rows[cut:])
    return [Spacer(1, 3), first, PageBreak(), last]


def _cut(rows: Sequence[TableRow], kept: int) -> int:
    """Where to break before the last `kept` rows without leaving a group's title behind."""
    cut = max(len(rows) - kept, 0)
    while cut > 0 and rows[cut - 1].style is RowStyle.GROUP:
        cut -= 1
    return cut
