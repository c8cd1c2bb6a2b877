"""How many people surely stand twice; told at any time, so nothing of matching is loaded for it."""

from __future__ import annotations

from sqlalchemy import func, select

from models.roster.presence import gone_by
from models.store.schema import distinct_people, people
from models.store.store import Store


def count_twins(data_file: Store) -> int:
    """How many people surely stand twice, by one name and one phone; cheap enough for any time."""
    today = data_file.clock().date()
    one, other = people.alias(), people.alias()
    twins = (
        select(people.c.name_key, people.c.phone)
        .where(~gone_by(today), people.c.phone != "")
        .group_by(people.c.name_key, people.c.phone)
        .having(func.count() > 1)
    )
    apart = (
        select(one.c.name_key, one.c.phone)
        .join(distinct_people, distinct_people.c.first_id == one.c.id)
        .join(other, other.c.id == distinct_people.c.second_id)
        .where(one.c.name_key == other.c.name_key, one.c.phone == other.c.phone)
    )
    with data_file.reading() as connection:
        found = {tuple(row) for row in connection.execute(twins)}
        return len(found - {tuple(row) for row in connection.execute(apart)})
