"""What comes out of a printer are the pages of the PDF: their paper, their order, their ink."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
import pytest
from PySide6.QtGui import QPageRanges
from PySide6.QtPrintSupport import QPrinter
from reportlab.pdfgen.canvas import Canvas

from models.errors import AppError, Cancelled
from ui.printing.paper import asked_pages, print_pages

A4, A4_LYING, A5 = (595.28, 841.89), (841.89, 595.28), (419.53, 595.28)


def leaf_pdf(sizes=(A4, A4_LYING, A5)) -> bytes:
    """Each page has its number, and a bar at its right end and its foot."""
    held = BytesIO()
    canvas = Canvas(held)
    for number, size in enumerate(sizes, start=1):
        canvas.setPageSize(size)
        canvas.setFont("Helvetica", 100)
        canvas.drawString(60, size[1] - 200, str(number))
        canvas.rect(size[0] - 60, 40, 20, 100, fill=1)
        canvas.showPage()
    canvas.save()
    return held.getvalue()


@pytest.fixture
def printer(qapp, tmp_path):
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "in.pdf"))
    made.setResolution(150)
    return made


def pages_of(pdf):
    """Each page as its size in points and its picture in grey, a point a pixel."""
    with pypdfium2.PdfDocument(pdf) as book:
        return [(page.get_size(), page.render(scale=1).to_pil().convert("L")) for page in book]


def unlike(one, other) -> float:
    """The share of pixels that are dark in one picture and light in the other."""
    size = (min(one.width, other.width), min(one.height, other.height))
    first, second = (each.crop((0, 0, *size)).tobytes() for each in (one, other))
    return sum(abs(a - b) > 128 for a, b in zip(first, second, strict=True)) / len(first)


def test_each_page_is_printed_as_it_is_on_paper_of_its_own(printer, tmp_path):
    pdf, heard = leaf_pdf(), []
    assert print_pages(pdf, printer, (1, 2, 3), lambda *at: heard.append(at)) == 3
    assert heard == [(0, 3), (1, 3), (2, 3)]
    before, after = pages_of(pdf), pages_of(tmp_path / "in.pdf")
    for (size, page), (printed_size, printed) in zip(before, after, strict=True):
        assert printed_size == pytest.approx(size, abs=1)
        assert unlike(page, printed) < 0.002


def test_only_the_pages_that_are_asked_for(printer, tmp_path):
    print_pages(leaf_pdf(), printer, (3, 1), lambda *_: None)
    sizes = [size for size, _ in pages_of(tmp_path / "in.pdf")]
    assert sizes == [pytest.approx(A5, abs=1), pytest.approx(A4, abs=1)]


def test_stopped_between_pages(printer):
    def stop(done: int, _of: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        print_pages(leaf_pdf(), printer, (1, 2, 3), stop)


@pytest.mark.qt_log_ignore("Returned false", extend=True)
def test_a_printer_that_takes_nothing_is_told(printer, tmp_path):
    printer.setOutputFileName(str(tmp_path / "nowhere" / "in.pdf"))
    with pytest.raises(AppError, match="không nhận văn bản"):
        print_pages(leaf_pdf(), printer, (1,), lambda *_: None)


def test_what_the_dialog_asks_for(printer):
    ranges = QPrinter.PrintRange
    assert asked_pages(printer, 2, 4) == (1, 2, 3, 4)
    printer.setPrintRange(ranges.CurrentPage)
    assert asked_pages(printer, 2, 4) == (2,)
    printer.setPrintRange(ranges.PageRange)
    printer.setPageRanges(QPageRanges.fromString("1,3-9"))
    assert asked_pages(printer, 2, 4) == (1, 3, 4)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert asked_pages(printer, 2, 4) == (4, 3, 1)


def test_copies_in_whole_sets_or_page_by_page(printer):
    printer.setCopyCount(2)
    printer.setCollateCopies(True)
    once = 1 if printer.supportsMultipleCopies() else 2
    assert asked_pages(printer, 1, 2) == (1, 2) * once
    printer.setCollateCopies(False)
    assert sorted(asked_pages(printer, 1, 2)) == sorted((1, 2) * once)
