"""Whoever's data was taken away for good stands in the roster as a row without a name.

It is counted on the days on which the person was here, so that no figure of a past day changes.
"""

from __future__ import annotations

from models.store.sweeping import PURGED_UID

PURGED_NAME = "Người đã xóa dữ liệu"


def is_purged(uid: str) -> bool:
    """Whether it is the uid of somebody whose data was taken away for good."""
    return uid.startswith(PURGED_UID)
