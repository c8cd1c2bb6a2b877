"""What the list of issued documents and the check of returned files ask."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from models.records.frozen import FrozenReport
from models.records.issued import IssuedFile

if TYPE_CHECKING:
    from models.store.store import Store
    from reports.verifying.verdict import FileVerdict


class ReportedList(NamedTuple):
    """All that was frozen, the newest moment first; of issued documents by id the clerk's number
    as far as known, and the formats that are kept."""

    reports: tuple[FrozenReport, ...]
    numbers: dict[int, str]
    files: dict[int, tuple[IssuedFile, ...]]


def reported_list(file: Store) -> ReportedList:
    """What was reported in the contest being run."""
    from models.figures.frozen_reports import list_frozen
    from models.papers.issuing import all_issued_files, clerk_numbers

    reports = list_frozen(file)
    issued = [each for each in reports if each.issue is not None]
    files = all_issued_files(file, [each.id for each in issued])
    return ReportedList(reports, clerk_numbers(file, issued), files)


class KeptPdf(NamedTuple):
    """A kept PDF and how many pages it has."""

    content: bytes
    pages: int


def kept_pdf(file: Store, report_id: int) -> KeptPdf:
    """The PDF of an issued document as it went out."""
    import pypdfium2

    from models.papers.issuing import issued_bytes

    content = issued_bytes(file, report_id, "pdf")
    book = pypdfium2.PdfDocument(content)
    try:
        return KeptPdf(content, len(book))
    finally:
        book.close()


def save_kept(file: Store, report_id: int, fmt: str, path: Path) -> Path:
    """Write a kept file in the place of one that may lie there."""
    from reports.reprinting import save_issued

    return save_issued(file, report_id, fmt, path, overwrite=True)


def log_kept_printed(file: Store, report_id: int, printer: str) -> None:
    """A kept document with people in it that went to a printer is logged."""
    from reports.reprinting import log_reprinted

    log_reprinted(file, report_id, "pdf", printer)


def issue_anew(file: Store, report_id: int) -> FrozenReport:
    """Recall an issued document by one that is composed of the data as it is now."""
    from models.papers.issuing import issued_report
    from reports.issuing import issue
    from reports.reprinting import request_again

    old = issued_report(file, report_id)
    return issue(
        file,
        request_again(file, old),
        replaces=old.id,
        register=old.document_id is not None,
    )


def verified(file: Store, path: Path, wanted: int | None = None) -> FileVerdict:
    """A returned file beside what was issued."""
    from reports.verifying.verify import verify

    return verify(file, path, wanted)
