"""Issued documents: listed, given out again, recalled; report --issue; verify of returned files."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from models.errors import AppError
from models.figures.rechecking import recheck
from models.papers.issuing import (
    all_issued_files,
    clerk_numbers,
    issued_files_of,
    issued_of,
    issued_report,
)
from models.papers.periods import ReportPeriod
from models.records.frozen import FrozenReport
from models.records.issued import IssuedFile
from models.store.store import Store
from models.text.formats import number, until_words
from reports.issuing import issue, standing_issue
from reports.publish import refuse_target
from reports.reprinting import save_issued
from reports.verifying.verdict import FileVerdict, verdict_words
from reports.verifying.verify import verify as verified
from ui.calls.issued import issue_anew
from ui.commandline.files import opened
from ui.commandline.frozen_words import frozen_data
from ui.commandline.outcome import Outcome
from ui.commandline.report_request import request_asked

NONE_ISSUED = "Chưa phát hành văn bản nào."
NOT_THE_SAME = 3
"""The exit code of verify for a file that does not say what was issued; 1 is one not read."""


def issued(arguments: argparse.Namespace) -> Outcome:
    """Do what the act says."""
    with opened(arguments) as file:
        return _ACTS[arguments.act](file, arguments)


def verify(arguments: argparse.Namespace) -> Outcome:
    """Tell what a returned file is beside what was issued."""
    with opened(arguments) as file:
        found = verified(file, arguments.file, arguments.issued)
    lines = [verdict_words(found), *(f"  {each.words}" for each in found.differences)]
    lines += found.notes
    if found.report is None:
        lines += [f"  {_line(each, '')}" for each in found.candidates]
    code = 0 if found.matches else NOT_THE_SAME
    return Outcome(_verdict_data(found), "\n".join(lines), code)


def issue_asked(arguments: argparse.Namespace, kind: str, period: ReportPeriod | None) -> Outcome:
    """report --issue: issue the document, then write the kept bytes."""
    _refuse_target(arguments)
    with opened(arguments) as file:
        request = request_asked(file, kind, period, arguments)
        older = standing_issue(file, request) if arguments.recall else None
        if arguments.recall and older is None:
            raise AppError(
                "Chưa phát hành văn bản này nên không có bản nào để thu hồi.",
                "Hãy bỏ --recall; văn bản của ngày khác thì thu hồi bằng issued recall.",
            )
        report = issue(file, request, replaces=older.id if older else None)
        path = _save(file, report, arguments)
        data = _data(file, report, issued_files_of(file, report.id))
    return Outcome(data | {"path": str(path)}, f"Đã phát hành: {_line(report, '')}. Đã xuất {path}")


def _list(file: Store, _arguments: argparse.Namespace) -> Outcome:
    reports = issued_of(file)
    numbers = clerk_numbers(file, reports)
    files = all_issued_files(file, [each.id for each in reports])
    data = [
        _data(file, each, files.get(each.id, ()), numbers)
        | {"changed_since": recheck(file, each.id).differs}
        for each in reports
    ]
    lines = [_line(each, numbers[each.id]) for each in reports]
    return Outcome({"issued": data}, "\n".join(lines) or NONE_ISSUED)


def _reprint(file: Store, arguments: argparse.Namespace) -> Outcome:
    report = issued_report(file, arguments.id)
    path = _save(file, report, arguments)
    kept = {each.fmt: each for each in issued_files_of(file, report.id)}[arguments.format]
    data = {"id": report.id, "path": str(path), "sha256": kept.sha256, "size": kept.size}
    return Outcome(data, f"Đã lưu {path} đúng từng byte như khi phát hành")


def _recall(file: Store, arguments: argparse.Namespace) -> Outcome:
    report = issue_anew(file, arguments.id)
    data = _data(file, report, issued_files_of(file, report.id))
    return Outcome(data, f"Đã thu hồi số lưu {arguments.id} bằng bản mới: {_line(report, '')}")


_ACTS = {"list": _list, "reprint": _reprint, "recall": _recall}


def _save(file: Store, report: FrozenReport, arguments: argparse.Namespace) -> Path:
    """Write the kept bytes to `--out`: a file, a folder, or here."""
    fmt = arguments.format
    files = {each.fmt: each for each in issued_files_of(file, report.id)}
    target: Path = arguments.out or Path.cwd()
    if target.is_dir() and fmt in files:
        target = target / files[fmt].name
    else:
        _refuse_name(target, fmt)
    return save_issued(file, report.id, fmt, target, overwrite=arguments.overwrite)


def _refuse_target(arguments: argparse.Namespace) -> None:
    """Before anything is issued, which cannot be undone: where its file could not be written."""
    target: Path = arguments.out or Path.cwd()
    if target.is_dir():
        return
    _refuse_name(target, arguments.format)
    refuse_target(target, arguments.overwrite)


def _refuse_name(target: Path, fmt: str) -> None:
    if target.suffix.lower() != f".{fmt}":
        raise AppError(
            f"Tên tệp “{target.name}” không hợp với định dạng {fmt}.",
            f"Hãy đặt tên có đuôi .{fmt}, hoặc chọn định dạng khác bằng --format.",
        )


def _data(
    file: Store,
    report: FrozenReport,
    files: Sequence[IssuedFile],
    numbers: Mapping[int, str] | None = None,
) -> dict[str, Any]:
    issue_told = report.issue
    given = numbers if numbers is not None else clerk_numbers(file, [report])
    told = frozen_data(report) | {
        "number": given.get(report.id, ""),
        "files": [
            {"format": each.fmt, "name": each.name, "sha256": each.sha256, "size": each.size}
            for each in files
        ],
    }
    if issue_told is None:
        return told
    return told | {
        "name": issue_told.name,
        "unit": issue_told.unit_name,
        "signer": issue_told.signer,
        "addressees": list(issue_told.addressees),
        "recipients": list(issue_told.recipients),
        "people": issue_told.people,
        "replaces": issue_told.replaces,
    }


def _verdict_data(found: FileVerdict) -> dict[str, Any]:
    return {
        "outcome": str(found.outcome),
        "matches": found.matches,
        "issued": found.report.id if found.report else None,
        "against": found.against,
        "differences": [
            {"place": each.place, "issued": each.issued, "returned": each.returned}
            for each in found.differences
        ],
        "candidates": [each.id for each in found.candidates],
        "notes": list(found.notes),
    }


def _line(report: FrozenReport, given: str) -> str:
    """ "số lưu 3, 45/BC-UBND, Báo cáo kết quả, đến hết ngày 08/06/2026, mã 0a1b…, canbo"."""
    found, told = report.figures, report.issue
    parts = [
        f"số lưu {number(report.id)}",
        given,
        report.title,
        told.unit_name if told else "",
        until_words(found.as_of, found.minute),
        f"mã {report.short_hash}",
        f"phát hành lúc {report.at:%H:%M} ngày {report.at:%d/%m/%Y}",
        report.who,
        f"đã thu hồi bằng số lưu {report.replaced_by}" if report.replaced_by else "",
    ]
    return ", ".join(filter(None, parts))
