"""How far two states of one file have parted: which acts each has after the last they share."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import select

from models.store.schema import changes
from models.store.store import Store


class Diverged(NamedTuple):
    """How many acts only the one state has, and how many only the other."""

    ours: int
    theirs: int


def diverged(ours: Store, theirs: Store) -> Diverged | None:
    """How many acts each has that the other has not; None when they share none."""
    newest_first = select(changes.c.link).order_by(changes.c.id.desc())
    with theirs.reading() as connection:
        links = connection.execute(newest_first).scalars().all()
    places = {link: at for at, link in enumerate(links) if link}
    with ours.reading() as connection:
        for at, link in enumerate(connection.execute(newest_first).scalars()):
            if link in places:
                return Diverged(at, places[link])
    return None
