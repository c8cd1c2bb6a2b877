"""What the window asks about contests."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.contests.choosing import ContestChoice
    from models.store.data_file import DataFile


def choices(file: DataFile) -> tuple[ContestChoice, ...]:
    """The contests that can be worked on."""
    from models.contests.choosing import contest_choices

    return contest_choices(file)


def use(file: DataFile, code: str) -> bool:
    """Work on one of them from now on; False when that is so already."""
    from models.contests.choosing import use_contest

    return use_contest(file, code)
