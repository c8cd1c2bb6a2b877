"""The rows that an import left out, saved beside the file they came from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import AppError
from models.intake.plan_records import Box, ImportPlan

if TYPE_CHECKING:
    from models.intake.grid import Workbook
    from reports.rejected_rows import RejectedTable
    from ui.calls.importing import Chosen


@dataclass(frozen=True, slots=True)
class Saved:
    """Where rejected rows lie now; `lacking` says that those of some file could not be saved."""

    paths: tuple[Path, ...]
    lacking: bool


def save_rejected(
    made: ImportPlan,
    tables: Sequence[Chosen],
    places: Mapping[str, Path],
    fallback: Path,
    day: date,
) -> Saved:
    """Write one workbook for each file with rejected rows.

    `places` are the files by their SHA-256. Where the folder of a file cannot be written
    to, the workbook goes to `fallback`; where neither can, there is none. Files that share
    their name are passed over, because a row says only the name of its file.
    """
    named = Counter(name for name, _ in {(c.workbook.file_name, c.workbook.sha256) for c in tables})
    found: list[Path] = []
    wanted = 0
    for workbook in {each.workbook.sha256: each.workbook for each in tables}.values():
        rejected = list(_rejected(made, workbook, tables))
        wanted += bool(rejected)
        original = places.get(workbook.sha256)
        if rejected and original is not None and named[workbook.file_name] == 1:
            found += _save(workbook, rejected, (original, fallback / original.name), day)
    return Saved(tuple(found), len(found) < wanted)


def _rejected(
    made: ImportPlan, workbook: Workbook, tables: Sequence[Chosen]
) -> Iterator[RejectedTable]:
    from reports.rejected_rows import RejectedTable as Made

    rows = [row for row in made.in_box(Box.REJECTED) if row.file == workbook.file_name]
    for chosen in tables:
        first, last = chosen.guess.data_rows
        reasons = {
            row.row: " ".join(row.reasons)
            for row in rows
            if row.sheet == chosen.guess.sheet and first <= row.row <= last
        }
        if reasons and chosen.workbook.sha256 == workbook.sha256:
            yield Made(chosen.guess.sheet, chosen.guess.header_rows, reasons)


def _save(
    workbook: Workbook, tables: Sequence[RejectedTable], originals: Sequence[Path], day: date
) -> list[Path]:
    from reports.publish import write_file
    from reports.rejected_rows import rejected_path, rejected_workbook

    content = rejected_workbook(workbook, tables, day)
    for original in originals:
        try:
            return [write_file(content, "xlsx", rejected_path(original))]
        except AppError:
            # The import itself is done; the next place is tried.
            continue
    return []
