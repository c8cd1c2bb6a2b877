"""What the reports page asks: a document drawn as PDF, one of its pages as a picture, a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reports.catalog import UNIT_SUMMARY, kind_of
from reports.compose import compose
from reports.document import Document
from reports.gather.request import Request
from reports.publish import render_document

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from models.records import Figures
    from models.store.store import Store


@dataclass(frozen=True, slots=True)
class Drawn:
    """A document with its PDF; `sizes` are the width and height of each page in points."""

    document: Document
    pdf: bytes
    sizes: tuple[tuple[float, float], ...]


def draw(file: Store, request: Request) -> Drawn:
    """Compose the document and draw it, exactly as it will be saved."""
    import pypdfium2

    document = compose(file, request)
    pdf = render_document(document, "pdf")
    book = pypdfium2.PdfDocument(pdf)
    try:
        sizes = tuple(book.get_page_size(index) for index in range(len(book)))
    finally:
        book.close()
    return Drawn(document, pdf, sizes)


def freeze_reported(file: Store, shown: Figures) -> str:
    """Freeze the figures of a report that was saved; says so in a sentence, "" without a contest.

    What is frozen is what stands in the document: when the data has changed meanwhile, nothing is.
    """
    from models.contests.current import current_contest
    from models.figures.digest import figures_digest
    from models.figures.figures import figures
    from models.figures.frozen import freeze
    from models.figures.frozen_reports import list_frozen

    if current_contest(file) is None:
        return ""
    digest = figures_digest(shown)
    known = (each for each in list_frozen(file) if each.kind == UNIT_SUMMARY)
    report = next((each for each in known if each.digest == digest), None)
    if report is None:
        if figures_digest(figures(file, shown.moment, shown.stage)) != digest:
            return "Dữ liệu vừa thay đổi nên chưa chốt số liệu; hãy xem lại rồi lưu lần nữa."
        title = kind_of(UNIT_SUMMARY).title
        report = freeze(file, shown.moment, kind=UNIT_SUMMARY, title=title, stage=shown.stage)
    return f"Số liệu đã chốt, mã {report.short_hash}."


def page_picture(pdf: bytes, page: int, width: int) -> QImage:
    """One page, `width` device pixels wide."""
    import pypdfium2
    from PySide6.QtGui import QImage

    book = pypdfium2.PdfDocument(pdf)
    try:
        points, _height = book.get_page_size(page)
        bitmap = book[page].render(scale=width / points, prefer_bgrx=True)
        picture = QImage(
            bytes(bitmap.buffer),
            bitmap.width,
            bitmap.height,
            bitmap.stride,
            QImage.Format.Format_RGB32,
        )
        # The bytes go when this function ends; a copy keeps its own.
        return picture.copy()
    finally:
        book.close()
