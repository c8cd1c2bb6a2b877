"""A document as PDF: the pages, their numbers, and the last rows that go with the signature."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import (
    BaseDocTemplate,
    CallerMacro,
    Frame,
    KeepTogether,
    PageBreak,
    PageTemplate,
    Spacer,
)

from reports.document import (
    Align,
    Block,
    Document,
    Orientation,
    Paragraph,
    ParagraphStyle,
    Row,
    RowStyle,
    Table,
    figures_hash,
)
from reports.profile import ND30_2020, Profile
from reports.render.fonts import FontFamily, document_fonts
from reports.render.pdf.closing import closing_flowable
from reports.render.pdf.header import header_flowables, title_flowables
from reports.render.pdf.table import table_flowable
from reports.render.pdf.text import Typesetter

ROWS_WITH_SIGNATURE = 3


@dataclass(slots=True)
class _Pages:
    """Where things came to stand while the pages were drawn."""

    last_table: int = 0
    closing: int = 0
    count: int = 0

    @property
    def signature_is_alone(self) -> bool:
        return 0 < self.last_table < self.closing


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The paper of one document, in points."""

    size: tuple[float, float]
    profile: Profile = field(default=ND30_2020)

    @property
    def width(self) -> float:
        margins = self.profile.margins
        return self.size[0] - float((margins.left + margins.right) * mm)

    @property
    def height(self) -> float:
        margins = self.profile.margins
        return self.size[1] - float((margins.top + margins.bottom) * mm)


def render_pdf(
    document: Document, profile: Profile = ND30_2020, fonts: FontFamily | None = None
) -> bytes:
    """The document as PDF. The same value and fonts always give the same bytes.

    When the signature would stand on a page without a row of the table, the
    last rows are moved over to it.
    """
    setter = Typesetter(profile, fonts or document_fonts())
    setter.register()
    content, pages = _draw(document, setter, rows_kept=0)
    if pages.signature_is_alone:
        content, _ = _draw(document, setter, rows_kept=ROWS_WITH_SIGNATURE)
    return content


def _draw(document: Document, setter: Typesetter, rows_kept: int) -> tuple[bytes, _Pages]:
    sheet = _sheet(document, setter.profile)
    pages, target = _Pages(), BytesIO()
    book = _book(document, setter, sheet, target)
    book.build(_story(document, setter, sheet.width, pages, rows_kept))
    return target.getvalue(), pages


def _sheet(document: Document, profile: Profile) -> _Sheet:
    short, long = (side * mm for side in profile.paper)
    landscape = document.orientation is Orientation.LANDSCAPE
    return _Sheet((long, short) if landscape else (short, long), profile)


def _book(
    document: Document, setter: Typesetter, sheet: _Sheet, target: BytesIO
) -> BaseDocTemplate:
    margins = setter.profile.margins
    as_of = f"{document.figures.as_of:%d/%m/%Y}"
    book = BaseDocTemplate(
        target,
        pagesize=sheet.size,
        title=document.name,
        author=document.author,
        subject=f"Số liệu tính đến ngày {as_of}; mã số liệu {figures_hash(document)}",
        creator="Tiến Độ",
        producer="Tiến Độ",
        lang="vi-VN",
        displayDocTitle=True,
        invariant=1,
    )
    frame = Frame(
        margins.left * mm,
        margins.bottom * mm,
        sheet.width,
        sheet.height,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )

    def number_page(canvas: Any, _book: Any) -> None:
        if canvas.getPageNumber() > 1:
            style = setter.profile.styles.page_number
            canvas.setFont(setter.face(style), style.size)
            y = sheet.size[1] - setter.profile.page_number_top * mm
            canvas.drawCentredString(sheet.size[0] / 2, y, str(canvas.getPageNumber()))

    book.addPageTemplates([PageTemplate(frames=[frame], onPage=number_page)])
    return book


def _story(
    document: Document, setter: Typesetter, width: float, pages: _Pages, rows_kept: int
) -> list[Any]:
    story = header_flowables(document.header, setter, width)
    story += title_flowables(document.title, setter, width)
    last_table = max((i for i, b in enumerate(document.body) if isinstance(b, Table)), default=-1)
    tail = list[Any]()
    for i, block in enumerate(document.body):
        if i > last_table >= 0:
            tail += _block(block, setter, width)
        elif i == last_table and isinstance(block, Table):
            story += [Spacer(1, 3), *_table(block, setter, width, rows_kept)]
            story.append(_mark(pages, "last_table"))
        else:
            story += _block(block, setter, width)
    tail += [_mark(pages, "closing"), closing_flowable(document, setter, width)]
    return [*story, KeepTogether(tail)]


def _mark(pages: _Pages, name: str) -> CallerMacro:
    return CallerMacro(lambda macro: setattr(pages, name, macro.canv.getPageNumber()))


def _block(block: Block, setter: Typesetter, width: float) -> list[Any]:
    if isinstance(block, Table):
        return [Spacer(1, 3), table_flowable(block, setter, width)]
    return _paragraph(block, setter)


def _paragraph(paragraph: Paragraph, setter: Typesetter) -> list[Any]:
    styles = setter.profile.styles
    match paragraph.style:
        case ParagraphStyle.UNIT_OF_MEASURE:
            line = setter.line(paragraph.text, styles.unit_of_measure, Align.RIGHT)
            return [line]
        case ParagraphStyle.NOTE:
            return [Spacer(1, 4), setter.line(paragraph.text, styles.note, Align.LEFT)]
    return [setter.body(paragraph.text)]


def _table(table: Table, setter: Typesetter, width: float, rows_kept: int) -> list[Any]:
    if not rows_kept or len(table.rows) <= rows_kept:
        return [table_flowable(table, setter, width)]
    cut = _cut(table.rows, rows_kept)
    parts = [part for part in (table.rows[:cut], table.rows[cut:]) if part]
    flowables = [table_flowable(table, setter, width, part) for part in parts]
    return [flowables[0], PageBreak(), *flowables[1:]] if len(parts) == 2 else flowables


def _cut(rows: tuple[Row, ...], kept: int) -> int:
    """Where to break before the last `kept` rows without leaving a group's title behind."""
    cut = len(rows) - kept
    while cut > 0 and rows[cut - 1].style is RowStyle.GROUP:
        cut -= 1
    return cut
