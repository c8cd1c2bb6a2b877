"""What the update asks for: installers on sticks, their check, a proven copy of the data."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.machine.setups import Setup
    from models.store.backup import Backup


def carried_setups() -> tuple[Setup, ...]:
    """The installers on drives that somebody brought, newest first."""
    from models.machine.drives import carried_drives
    from models.machine.setups import find_setups

    return find_setups(carried_drives())


def checked_setup(path: Path) -> Setup:
    """The installer at `path`, checked. Raises `AppError` when it must not be started."""
    from models.machine.setups import check_setup

    return check_setup(path)


def proven_copy(data: Path) -> Backup | None:
    """A proven copy of the data file in its usual place; None when there is no data yet."""
    from models.store.backup import back_up

    return back_up(data) if data.is_file() else None


def start(path: Path) -> None:
    """Start the installer. Raises `AppError` when the system does not let it."""
    from models.machine.setups import start_setup

    start_setup(path)
