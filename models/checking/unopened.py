"""A file that cannot be opened at all is told as a finding too."""

from __future__ import annotations

from pathlib import Path

from models.checking.findings import Checked, Flaw
from models.errors import AppError


def check_unopened(error: AppError, path: Path) -> Checked:
    """What is said of the file at `path`, whose opening was refused with `error`."""
    flaw = Flaw(error.sentence, f"tệp {path.name}", advice=error.advice, code="file")
    return Checked((flaw,), whole=False)
