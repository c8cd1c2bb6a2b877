"""The first lines of a very large roster, found before its keys have been read."""

from __future__ import annotations

from collections.abc import Sequence

from models.records import PeopleQuery
from models.roster.index import is_read
from models.store.store import Store
from models.store.texts import (
    ROSTER_FIRST_EVER,
    ROSTER_FIRST_PRESENT,
    ROSTER_LAST_ID,
    ROSTER_SCORED,
)

MANY = 20_000


def has_scores(data_file: Store) -> bool:
    """Whether any score of the stage that is worked on is known."""
    with data_file.reading_prepared() as reader:
        return bool(reader.rows(ROSTER_SCORED)[0][0])


def first_ids(data_file: Store, query: PeopleQuery, lines: int) -> Sequence[int]:
    """The ids of the first people, at most `lines`, of today's roster in the order of names.

    Empty when that would not be quicker than `find_ids`: the keys have been read, the roster
    is small, or `query` asks for more than everybody by name.
    """
    everybody = PeopleQuery(include_left=query.include_left)
    if query != everybody or is_read(data_file):
        return ()
    with data_file.reading_prepared() as reader:
        if (reader.rows(ROSTER_LAST_ID)[0][0] or 0) <= MANY:
            return ()
        if query.include_left:
            found = reader.rows(ROSTER_FIRST_EVER, lines=lines)
        else:
            day = data_file.clock().date()
            found = reader.rows(ROSTER_FIRST_PRESENT, lines=lines, day=day)
        return tuple(person_id for (person_id,) in found)
