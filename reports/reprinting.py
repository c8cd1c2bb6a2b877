"""What was issued leaves once more: the very bytes that were kept, and the log is told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import AppError
from models.records.exports import Export
from models.records.frozen import FrozenReport
from models.text.formats import short_date
from reports.gather.request import Request
from reports.publish import write_file, write_logged

if TYPE_CHECKING:
    from models.store.store import Store


def save_issued(
    file: Store, report_id: int, fmt: str, path: Path, *, overwrite: bool = False
) -> Path:
    """Write one format of an issued document at `path`, byte for byte; gives `path` back.

    Raises `AppError` as `issued_file` and `write_file` do, and where people in it could not be
    logged. A file that could not be logged does not stay.
    """
    from models.papers.export_log import log_exports, refuse_unlogged
    from models.papers.issuing import issued_file, issued_report

    kept = issued_file(file, report_id, fmt)
    told = _export(issued_report(file, report_id), fmt, str(path))
    refuse_unlogged(file, [told])
    write_logged(
        path,
        lambda: write_file(kept.content, fmt, path, overwrite),
        lambda: log_exports(file, [told]),
    )
    return path


def log_reprinted(file: Store, report_id: int, fmt: str, printer: str) -> None:
    """Log that an issued document went to a printer, where people stand in it."""
    from models.papers.export_log import log_exports
    from models.papers.issuing import issued_report

    log_exports(file, [_export(issued_report(file, report_id), fmt, printer)])


def _export(report: FrozenReport, fmt: str, place: str) -> Export:
    issue = report.issue
    return Export(
        kind=report.kind,
        fmt=fmt,
        title=issue.name if issue else report.title,
        people=issue.people if issue else 0,
        phones=issue.phones if issue else 0,
        place=place,
        reason=f"Lấy lại văn bản đã phát hành ngày {short_date(report.at.date())}",
        figures_hash=report.short_hash,
    )


def request_again(file: Store, report: FrozenReport) -> Request:
    """What composes the document anew, to recall what was issued by it.

    Raises `AppError` when its unit is gone.
    """
    from models.papers.periods import PeriodCut, parse_period
    from models.roster.unit_tree import list_units

    issue = report.issue
    unit_id = None
    if issue is not None and issue.unit:
        unit_id = next((e.id for e in list_units(file) if e.uid == issue.unit), None)
        if unit_id is None:
            raise AppError(
                f"Đơn vị {issue.unit_name} không còn trong danh sách nên không lập lại được.",
                "Văn bản đã phát hành vẫn in lại, lưu lại được.",
            )
    if report.period:
        cut = PeriodCut(issue.cut) if issue is not None and issue.cut else PeriodCut.DECREE
        return Request(report.kind, unit_id=unit_id, period=parse_period(report.period, cut))
    return Request(report.kind, report.figures.moment, unit_id)
