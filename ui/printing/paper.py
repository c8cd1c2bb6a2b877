"""The pages of a PDF on a printer: each on paper of its own size, as sharp as the printer is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, repeat
from typing import TYPE_CHECKING, Any

from models.errors import AppError

if TYPE_CHECKING:
    import pypdfium2
    from PySide6.QtGui import QPainter
    from PySide6.QtPrintSupport import QPrinter

POINTS_AN_INCH = 72
SHARPEST = 600
"""Dots an inch: finer ones only take time."""
BAND = 4_000_000
"""Dots that are drawn at a time: a whole sheet of a sharp printer would take 140 MB."""

PrintStep = Callable[[int, int], Any]


def asked_pages(printer: QPrinter, current: int, pages: int) -> tuple[int, ...]:
    """The numbers of the pages, from 1, that were asked for in the dialog, in the order in which
    they are printed; copies only where the printer does not make them itself."""
    from PySide6.QtPrintSupport import QPrinter

    ranges = printer.pageRanges().toRangeList()
    if printer.printRange() is QPrinter.PrintRange.CurrentPage:
        wanted = [current]
    elif printer.printRange() is QPrinter.PrintRange.PageRange and ranges:
        spans = (range(each.from_, each.to + 1) for each in ranges)
        wanted = [page for page in chain.from_iterable(spans) if page <= pages]
    else:
        wanted = list(range(1, pages + 1))
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        wanted.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return tuple(wanted * copies)
    return tuple(chain.from_iterable(repeat(page, copies) for page in wanted))


def print_pages(pdf: bytes, printer: QPrinter, pages: Sequence[int], step: PrintStep) -> int:
    """Print these pages of a PDF; returns how many sheets were sent.

    `step` hears (done, of) before each page and may raise to stop: then the printer forgets what
    it has. Raises `AppError` when the printer takes nothing.
    """
    import pypdfium2
    from PySide6.QtGui import QPainter

    book = pypdfium2.PdfDocument(pdf)
    painter = QPainter()
    try:
        for done, number in enumerate(pages):
            page = book[number - 1]
            _take_paper(printer, page.get_size())
            begun = printer.newPage() if done else painter.begin(printer)
            if not begun:
                raise printer_refused(printer.printerName())
            step(done, len(pages))
            _paint(painter, page, printer.resolution())
    except BaseException:
        printer.abort()
        raise
    finally:
        if painter.isActive():
            painter.end()
        book.close()
    return len(pages)


def printer_refused(name: str) -> AppError:
    """The printer is off, out of reach, or somebody has put the question of its driver away."""
    whose = f"Máy in “{name}”" if name else "Máy in"
    return AppError(
        f"{whose} không nhận văn bản nên chưa in được.",
        "Hãy kiểm tra máy in đã bật và còn kết nối rồi in lại, hoặc chọn máy in khác.",
    )


def _take_paper(printer: QPrinter, size: tuple[float, float]) -> None:
    """Paper of the size of the page, lying as the page does, up to its edges."""
    from PySide6.QtCore import QMarginsF, QSizeF
    from PySide6.QtGui import QPageLayout, QPageSize

    wide, high = size
    across = wide > high
    sheet = QPageSize(QSizeF(min(size), max(size)), QPageSize.Unit.Point, "",
                      QPageSize.SizeMatchPolicy.FuzzyMatch)  # fmt: skip
    lying = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(sheet, lying, QMarginsF()))
    printer.setFullPage(True)


def _paint(painter: QPainter, page: pypdfium2.PdfPage, dots: int) -> None:
    """The page in bands, each rendered as the printer draws it."""
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QImage

    wide, high = page.get_size()
    scale = min(dots, SHARPEST) / POINTS_AN_INCH
    for top, bottom in _bands(high, BAND / (wide * scale * scale)):
        bitmap = page.render(scale=scale, crop=(0, high - bottom, 0, top), prefer_bgrx=True)
        size, stride = (bitmap.width, bitmap.height), bitmap.stride
        picture = QImage(bitmap.buffer, *size, stride, QImage.Format.Format_RGB32)
        on_paper = dots / POINTS_AN_INCH
        place = QRectF(0, top * on_paper, wide * on_paper, (bottom - top) * on_paper)
        painter.drawImage(place, picture)


def _bands(high: float, each: float) -> Iterator[tuple[float, float]]:
    """From the top of the page down, in whole points so that bands meet without a seam."""
    top, step = 0.0, max(1.0, float(int(each)))
    while top < high:
        bottom = min(top + step, high)
        yield top, bottom
        top = bottom
