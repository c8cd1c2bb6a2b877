"""What the reports page asks: a document drawn as PDF, one of its pages as a picture, a file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from models.errors import AppError, Cancelled
from models.records.choices import DocumentChoices, NamedSigner
from reports.catalog import UNIT_SUMMARY, kind_of
from reports.compose import compose
from reports.document import Publication
from reports.exporting import export
from reports.gather.request import Request
from reports.publish import render_document, render_first

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from models.records import Figures
    from models.records.frozen import FrozenReport
    from models.store.store import Store
    from reports.checking.fault import Fault
    from ui.work import Task


PRINTED = "print"
"""The format of what went to a printer, in the log."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A document with its PDF; `sizes` are the width and height of each page in points.

    Of one that is not `whole` the PDF has the first page alone.
    """

    request: Request
    document: Publication
    pdf: bytes
    sizes: tuple[tuple[float, float], ...]
    whole: bool = True


class OpenedKind(NamedTuple):
    """What is chosen for a kind, who can sign, and its document, or why there is none.

    `commune` is what the commune is: "xã", "phường", "đặc khu".
    """

    choices: DocumentChoices
    signers: tuple[NamedSigner, ...]
    commune: str
    drawn: Drawn | None
    problem: AppError | None = None


def open_kind(file: Store, request: Request) -> OpenedKind:
    """Compose the document and draw what of it is seen first."""
    from models.office.choices import choices_of
    from models.office.signers import signers_of
    from models.office.whose import the_commune

    known = choices_of(file, request.kind), signers_of(file), the_commune(file).kind.lower()
    try:
        document = compose(file, request)
        return OpenedKind(*known, _first_page(request, document))
    except AppError as problem:
        return OpenedKind(*known, None, problem.with_traceback(None))


def draw_rest(task: Task, first: Drawn) -> Drawn:
    """The whole of a document of which the first page was drawn, unless it is wanted no more."""
    if task.cancelled:
        raise Cancelled
    pdf = render_document(first.document, "pdf")
    return Drawn(first.request, first.document, pdf, _sizes(pdf))


def choose_signer(file: Store, kind: str, title: str, issuer: str, signer: int | None) -> bool:
    """Remember who issues and who signs documents of a kind; None is the usual signer."""
    from models.office.choices import choices_of, remember_choices

    chosen = replace(choices_of(file, kind), issuer=issuer, signer=signer)
    return remember_choices(file, kind, chosen, title)


def _first_page(request: Request, document: Publication) -> Drawn:
    """It takes no longer for a long list."""
    pdf = render_first(document)
    return Drawn(request, document, pdf, _sizes(pdf), whole=False)


def _sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    import pypdfium2

    book = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(book.get_page_size(index) for index in range(len(book)))
    finally:
        book.close()


def faults_of(file: Store, drawn: Drawn) -> tuple[Fault, ...]:
    """What the check before sending finds in the document."""
    from reports.checking.check import check

    return check(file, drawn.request, drawn.document)


def issue_checked(
    file: Store, drawn: Drawn, replaces: int | None, *, register: bool
) -> FrozenReport:
    """Issue the document that is shown, as `issue` does; refused while something blocks it."""
    from reports.checking.check import blocking, refuse_faulty
    from reports.issuing import issue

    refuse_faulty(blocking(file, drawn.request, drawn.document))
    return issue(file, drawn.request, replaces=replaces, register=register)


def log_printed(file: Store, drawn: Drawn, printer: str) -> None:
    """A document with people in it that went to a printer is logged as a file would be."""
    from models.papers.export_log import log_exports
    from reports.exporting import export_of

    log_exports(file, [export_of(drawn.document, drawn.request, PRINTED, Path(printer))])


def save_drawn(file: Store, drawn: Drawn, fmt: str, path: Path) -> Path:
    """Write the document as it was composed, in the place of a file that may lie there."""
    return export(file, drawn.request, fmt, path, overwrite=True, document=drawn.document)


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
