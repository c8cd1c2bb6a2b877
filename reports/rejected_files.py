"""The rows that an import left out, saved beside the file they came from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from models.errors import AppError
from models.intake.grid import Workbook
from models.intake.plan_records import ImportBox, ImportPlan
from models.intake.sitting.records import ChosenTable, workbooks_of
from reports.publish import write_file
from reports.rejected_rows import RejectedTable, rejected_path, rejected_workbook


@dataclass(frozen=True, slots=True)
class SavedRows:
    """Where rejected rows lie now, and how many; `lacking`: those of some file were not saved."""

    paths: tuple[Path, ...]
    lacking: bool
    rows: int = 0


def save_rejected(
    plan: ImportPlan,
    tables: Sequence[ChosenTable],
    places: Mapping[str, Path],
    fallback: Path,
    day: date,
) -> SavedRows:
    """Write one workbook for each file with rejected rows.

    `places` are the files by their SHA-256. Where the folder of a file cannot be written
    to, the workbook goes to `fallback`; where neither can, there is none. Files that share
    their name are passed over, because a row says only the name of its file.
    """
    books = workbooks_of(tables)
    named = Counter(book.file_name for book in books)
    found: list[Path] = []
    wanted = rows = 0
    for book in books:
        rejected = list(_rejected(plan, book, tables))
        wanted += bool(rejected)
        original = places.get(book.sha256)
        if rejected and original is not None and named[book.file_name] == 1:
            saved = _save(book, rejected, (original, fallback / original.name), day)
            found += saved
            rows += sum(len(each.reasons) for each in rejected) if saved else 0
    return SavedRows(tuple(found), len(found) < wanted, rows)


def _rejected(
    plan: ImportPlan, workbook: Workbook, tables: Sequence[ChosenTable]
) -> Iterator[RejectedTable]:
    rows = [row for row in plan.in_box(ImportBox.REJECTED) if row.file == workbook.file_name]
    for chosen in tables:
        first, last = chosen.guess.data_rows
        reasons = {
            row.row: " ".join(row.reasons)
            for row in rows
            if row.sheet == chosen.guess.sheet and first <= row.row <= last
        }
        if reasons and chosen.workbook.sha256 == workbook.sha256:
            yield RejectedTable(chosen.guess.sheet, chosen.guess.header_rows, reasons)


def _save(
    workbook: Workbook, tables: Sequence[RejectedTable], originals: Sequence[Path], day: date
) -> list[Path]:
    content = rejected_workbook(workbook, tables, day)
    for original in originals:
        try:
            return [write_file(content, "xlsx", rejected_path(original))]
        except AppError:
            # The import itself is done; the next place is tried.
            continue
    return []
