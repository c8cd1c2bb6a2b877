"""A file that cannot be opened at all is told as a finding too, with the copy that is at hand."""

from __future__ import annotations

from pathlib import Path

from models.checking.findings import Checked, Flaw
from models.errors import AppError
from models.store.copies import newest_copy_day
from models.text.formats import short_date


def check_unopened(error: AppError, path: Path) -> Checked:
    """What is said of the file at `path`, whose opening was refused with `error`."""
    day = newest_copy_day(path)
    copy = f"Bản sao lưu mới nhất là của ngày {short_date(day)}." if day is not None else ""
    advice = " ".join(filter(None, (error.advice, copy)))
    return Checked(
        (Flaw(error.sentence, f"tệp {path.name}", advice=advice, code="file"),), whole=False
    )
