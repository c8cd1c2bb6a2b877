"""The paper under the words: size, margins, page numbers, and what the file says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from models.text.formats import short_date
from models.version import PRODUCT_NAME
from reports.document import Document, Orientation, figures_hash
from reports.profile import Profile
from reports.render.pdf.text import Typesetter


@dataclass(frozen=True, slots=True)
class Paper:
    """One page and the room for text on it, in points."""

    width: float
    height: float
    text_width: float
    text_height: float


def paper_of(document: Document, profile: Profile) -> Paper:
    """The paper of the profile, turned when the document is in landscape."""
    short, long = (float(side * mm) for side in profile.paper)
    landscape = document.orientation is Orientation.LANDSCAPE
    width, height = (long, short) if landscape else (short, long)
    margins = profile.margins
    across, down = margins.left + margins.right, margins.top + margins.bottom
    return Paper(width, height, width - float(across * mm), height - float(down * mm))


def blank_book(document: Document, setter: Typesetter, target: BytesIO) -> BaseDocTemplate:
    """A book without a story; the same document always gives the same bytes."""
    paper = paper_of(document, setter.profile)
    as_of = short_date(document.figures.as_of)
    book = BaseDocTemplate(
        target,
        pagesize=(paper.width, paper.height),
        title=document.name,
        author=document.author,
        subject=f"Số liệu tính đến ngày {as_of}; mã số liệu {figures_hash(document)}",
        creator=PRODUCT_NAME,
        producer=PRODUCT_NAME,
        lang="vi-VN",
        displayDocTitle=True,
        invariant=1,
        initialFontName=setter.face(setter.profile.styles.body),
    )
    template = PageTemplate(
        frames=[_frame(paper, setter.profile)],
        onPage=lambda canvas, _: _begin_page(canvas, document, setter, paper),
    )
    book.addPageTemplates([template])
    return book


def _frame(paper: Paper, profile: Profile) -> Frame:
    return Frame(
        profile.margins.left * mm,
        profile.margins.bottom * mm,
        paper.text_width,
        paper.text_height,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )


def _begin_page(canvas: Any, document: Document, setter: Typesetter, paper: Paper) -> None:
    """The page number from page 2 on; on page 1 the date of the figures as date of the file."""
    number = canvas.getPageNumber()
    if number == 1:
        stamp = f"D:{document.figures.as_of:%Y%m%d}000000+07'00'"
        canvas.setDateFormatter(lambda *_: stamp)
        return
    style = setter.profile.styles.page_number
    canvas.setFont(setter.face(style), style.size)
    top = paper.height - setter.profile.page_number_top * mm
    canvas.drawCentredString(paper.width / 2, top, str(number))
