"""The sheet with the recovery code becomes a file to print; its code stands nowhere else."""

from __future__ import annotations

from pathlib import Path

from reports.publish import refuse_target, write_file
from reports.recovery_sheet import RecoverySheet


def write_recovery_sheet(sheet: RecoverySheet, path: Path, overwrite: bool = False) -> Path:
    """Draw the sheet and save it at `path`, whole or not at all; gives `path` back.

    Raises `AppError` as `write_document`; the renderer is loaded only now.
    """
    refuse_target(path, overwrite)
    from reports.render.pdf.recovery_sheet import render_recovery_sheet

    return write_file(render_recovery_sheet(sheet), "pdf", path, overwrite)
