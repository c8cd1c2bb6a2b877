"""The passwords of a scene, and which of them opens its file."""

from __future__ import annotations

from pathlib import Path

from models.errors import AppError
from models.store import slots
from models.store.keyring import forget_keys, is_encrypted, remember_key, slots_of
from models.store.slots import KdfCost, key_by_password

FIRST, SECOND = "hoa phượng đỏ 2026", "bến tàu không ngủ"
CHEAP = KdfCost(1, 1024, 1)


def make_tries_cheap() -> None:
    """From now on a password that is set in this process is quick to try."""
    slots.COST = CHEAP


def unlocked_by(data: Path) -> str:
    """The password that opens the file at `data`, which this process then knows; "" for a plain
    file, or none. Keys that it knew are forgotten."""
    forget_keys()
    return also_unlocked(data)


def also_unlocked(data: Path) -> str:
    """The same, of one more file."""
    try:
        if not data.exists() or not is_encrypted(data):
            return ""
        found = slots_of(data)
    except (AppError, OSError):
        return ""
    for password in (FIRST, SECOND):
        key = key_by_password(found, password)
        if key is not None:
            remember_key(found, key)
            return password
    return ""
