"""When a copy is due. Pure: told in seconds of a clock that nobody can set, and days for weeks."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

INTERVAL_SECONDS = 30 * 60
AGAIN_SECONDS = 5 * 60
"""So soon a copy that could not be made is tried again."""
CARRIED_EACH = timedelta(days=1)
ASKED_EACH = timedelta(days=7)


class SinceCopy(NamedTuple):
    """What has happened since the last copy of this sitting: whether anything was changed that is
    in none, how long ago it was made or the file was opened, and whether the newest try failed."""

    changed: bool
    seconds: float
    failed: bool = False
    since_failure: float = 0.0


def copy_due(since: SinceCopy) -> bool:
    """Whether a copy is to be made now: half an hour after the last one, if something was changed;
    soon again where one could not be made."""
    if since.failed:
        return since.since_failure >= AGAIN_SECONDS
    return since.changed and since.seconds >= INTERVAL_SECONDS


def carrying_due(newest: datetime | None, carried: datetime | None, now: datetime) -> bool:
    """Whether the newest copy, made at `newest`, goes to the second place as soon as it is there,
    to which the copy of `carried` went last."""
    if newest is None or newest == carried:
        return False
    return carried is None or carried > now or now - carried >= CARRIED_EACH


def asking_due(verified: datetime | None, now: datetime) -> bool:
    """Whether to ask for the second place, where a copy was read back last at `verified`."""
    return verified is None or now - verified >= ASKED_EACH
