"""The steps on the way from files to a plan."""

from __future__ import annotations

from enum import IntEnum


class IntakeStep(IntEnum):
    """Where the officer is."""

    START = 0
    WAITING = 1
    FONTS = 2
    PLATFORM = 3
    TABLES = 4
    COLUMNS = 5
    PLAN = 6


ASKING = (IntakeStep.FONTS, IntakeStep.PLATFORM, IntakeStep.TABLES, IntakeStep.COLUMNS)
"""The steps at which something is asked of the files."""
