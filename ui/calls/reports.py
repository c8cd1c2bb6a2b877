"""What the reports page asks: a document drawn as PDF, one of its pages as a picture, a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reports.compose import Request, compose
from reports.document import Document
from reports.publish import render_document

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

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
