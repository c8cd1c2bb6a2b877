"""Which entries were taken back by a later one, itself an entry that can be taken back again."""

from __future__ import annotations

from sqlalchemy import Connection, select

from models.journal.states import DONE
from models.store.schema import changes

REVERT, REVERT_FROM = "revert", "revert-from"
"""The kinds of entries that took one other back, or all from one on, which is their `target_id`."""
REVERTS = (REVERT, REVERT_FROM)
STEPS = ("undo", "redo")
"""The kinds of entries that only say that another was undone or done again."""


def taken_back(connection: Connection) -> dict[int, int]:
    """The entries that hold no more, each with the entry that took it back.

    What took something back and is undone, or was taken back itself, took nothing back.
    """
    statement = (
        select(changes.c.id, changes.c.kind, changes.c.target_id)
        .where(changes.c.kind.in_(REVERTS), changes.c.state == DONE)
        .order_by(changes.c.id.desc())
    )
    gone: dict[int, int] = {}
    for by in connection.execute(statement).all():
        if by.id in gone:
            continue
        if by.kind == REVERT:
            gone[by.target_id] = by.id
            continue
        of_range = changes.c.id.between(by.target_id, by.id - 1) & (changes.c.state == DONE)
        for each in connection.execute(select(changes.c.id).where(of_range)).scalars():
            gone[each] = by.id
    return gone
