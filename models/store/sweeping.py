"""What was taken out of a data file for good leaves no byte in it: the file is written anew.

Whoever takes something away says so in the entry of the journal, within the same transaction. A
crash before the file is swept leaves that word, and the next opening sweeps it.
"""

from __future__ import annotations

import sqlite3

from models.store.log import mark_logged, move_on, write_home

UNSWEPT = "unswept"
"""The state of an entry of the journal whose rows are gone, though their bytes may still lie in
free pages and in the log."""
SWEPT = "logged"
PURGED_UID = "xoa-"
"""How the uid of a person begins whose data was taken away for good; the row stays for the counts.
"""
ROOMY, ROOMY_PART = 4 * 2**20, 4
"""From so many empty bytes on that are more than this part of a file, it is written anew. Less is
filled by what comes."""
IN_MEMORY_UP_TO = 256 * 2**20
"""Bytes of the largest file whose new copy is made in memory: nothing of it lies elsewhere."""


def forget_deleted(connection: sqlite3.Connection) -> None:
    """From now on this connection overwrites what it deletes."""
    connection.execute("PRAGMA secure_delete = ON")


def is_unswept(connection: sqlite3.Connection) -> bool:
    """Whether something was taken away whose bytes may still be there."""
    # Two steps, as the journal is long and hardly any file has a contest or a person like that.
    purged = (
        "SELECT EXISTS (SELECT 1 FROM contests WHERE purged_on IS NOT NULL)"
        " OR EXISTS (SELECT 1 FROM people WHERE uid >= ? AND uid < ?)"
    )
    if not connection.execute(purged, (PURGED_UID, PURGED_UID + "z")).fetchone()[0]:
        return False
    entry = "SELECT 1 FROM changes WHERE state = ? LIMIT 1"
    return connection.execute(entry, (UNSWEPT,)).fetchone() is not None


def is_roomy(connection: sqlite3.Connection) -> bool:
    """Whether so much of the file stands empty that writing it anew is worth its while."""
    pages, size, free = _pages(connection)
    return free * size > ROOMY and free > pages // ROOMY_PART


def _pages(connection: sqlite3.Connection) -> tuple[int, int, int]:
    """How many pages there are, how large each is, and in how many nothing stands."""
    names = ("page_count", "page_size", "freelist_count")
    # The cipher's driver tells the size as a text.
    found = [int(connection.execute(f"PRAGMA {name}").fetchone()[0]) for name in names]
    return found[0], found[1], found[2]


def sweep_file(connection: sqlite3.Connection) -> bool:
    """Write the file anew without what was taken away, and empty its log.

    False while somebody reads what was there before; then it is to be asked for again. Raises
    `sqlite3.Error` when the disk is full; the file is whole in any case.
    """
    pages, size, _ = _pages(connection)
    if pages * size <= IN_MEMORY_UP_TO:
        connection.execute("PRAGMA temp_store = MEMORY")
    # What is in the log is in the file first, so that the log holds nothing but the new pages.
    if not write_home(connection):
        return False
    mark_logged(connection)
    connection.execute("VACUUM")
    if not write_home(connection):
        return False
    mark_logged(connection)
    connection.execute("BEGIN IMMEDIATE")
    move_on(connection)
    connection.execute("UPDATE changes SET state = ? WHERE state = ?", (SWEPT, UNSWEPT))
    connection.execute("COMMIT")
    return write_home(connection)
