"""What belongs to one data file: the file and what lies beside it while it is worked with."""

from __future__ import annotations

from pathlib import Path

from models.store.header import INDEX_SUFFIX, JOURNAL_SUFFIX, KEY_SUFFIX, LOG_SUFFIX

PARTS = ("", LOG_SUFFIX, INDEX_SUFFIX, JOURNAL_SUFFIX, KEY_SUFFIX, ".lock")
"""The endings of what belongs to one data file."""


def present_parts(path: Path) -> frozenset[Path]:
    """What lies already at the places of a data file at `path`."""
    parts = (path.with_name(path.name + suffix) for suffix in PARTS)
    return frozenset(each for each in parts if each.exists() or each.is_symlink())
