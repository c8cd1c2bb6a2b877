"""The print dialog of the system over the pages that the preview shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from models.text.formats import number
from ui.desk import Desk
from ui.notice import Notice, Tone
from ui.work import Task, Work

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

PRINTING = "Đang gửi văn bản tới máy in"
NO_PRINTER = Notice(
    "Máy tính này chưa có máy in nào.",
    "Hãy thêm máy in trong Cài đặt của Windows, hoặc lưu PDF rồi in ở máy khác.",
    Tone.PROBLEM,
)


@dataclass(frozen=True, slots=True)
class Printout:
    """What shall be printed: a PDF of so many pages, its name, and the page that is in sight."""

    pdf: bytes
    pages: int
    name: str
    current: int = 1


def ask_and_print(
    desk: Desk, printout: Printout, parent: QWidget, printed: Callable[[str], Any]
) -> None:
    """Ask which printer, pages and copies; then print, which can be stopped.

    `printed(name of the printer)` is called when all has been sent.
    """
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if not printer.isValid():
        desk.noticed.emit(NO_PRINTER)
        return
    printer.setDocName(printout.name)
    printer.setFromTo(1, printout.pages)
    printer.setPrintRange(QPrinter.PrintRange.AllPages)
    dialog = QPrintDialog(printer, parent)
    dialog.setObjectName("print-dialog")
    dialog.setWindowTitle("In văn bản")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setMinMax(1, printout.pages)
    asked = QPrintDialog.PrintDialogOption
    dialog.setOptions(
        asked.PrintToFile | asked.PrintPageRange | asked.PrintCurrentPage
        | asked.PrintCollateCopies | asked.PrintShowPageSize
    )  # fmt: skip
    dialog.finished.connect(lambda result: _answered(desk, printout, printer, printed, result))
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()


def _answered(
    desk: Desk,
    printout: Printout,
    printer: QPrinter,
    printed: Callable[[str], Any],
    result: int,
) -> None:
    """Print what was asked for in the dialog."""
    if result != QDialog.DialogCode.Accepted:
        return
    from ui.printing.paper import asked_pages, print_pages

    pages = asked_pages(printer, printout.current, printout.pages)

    def work(task: Task) -> int:
        return print_pages(printout.pdf, printer, pages, task.report)

    def told(sheets: int) -> None:
        words = f"Đã gửi {number(sheets)} trang của “{printout.name}” tới máy in."
        desk.noticed.emit(Notice(words, tone=Tone.DONE))
        printed(printer.printerName() or printer.outputFileName())

    desk.run(Work(work, told, words=PRINTING))
