"""Posts beside the main one: a person may serve in two units and still counts once."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from models.errors import AppError
from models.journal.change import Change, changing, rows_by_id
from models.records import Post
from models.roster.unit_of_day import held_on, is_held
from models.store.data_file import DataFile
from models.store.schema import people, posts, units
from models.text.names import storage_form


def add_side_post(
    data_file: DataFile, person_id: int, unit_id: int, position: str = "", since: date | None = None
) -> int:
    """Give a person a post in another unit; the main post, which counts, stays. Returns its id."""
    with changing(data_file, "post-add", "") as change:
        who = change.connection.execute(select(people).where(people.c.id == person_id)).one()
        name = change.connection.execute(select(units.c.name).where(units.c.id == unit_id)).scalar()
        if unit_id == who.unit_id:
            raise AppError(
                f"{who.name} đã thuộc {name}.", "Hãy chọn đơn vị khác cho vị trí kiêm nhiệm."
            )
        change.summary = f"Ghi {who.name} kiêm nhiệm tại {name}"
        return change.insert(posts, [side_post(person_id, unit_id, position, since)])[0]


def end_post(data_file: DataFile, post_id: int, on: date) -> None:
    """A side post ends on `on`; it stays in the record."""
    with changing(data_file, "post-end", "Kết thúc một vị trí kiêm nhiệm") as change:
        change.update(posts, {post_id: {"until": on}})


def posts_of(data_file: DataFile, person_id: int) -> tuple[Post, ...]:
    """The side posts and the former main posts of a person, in the order they were recorded."""
    statement = (
        select(posts, units.c.name.label("unit"))
        .join(units, units.c.id == posts.c.unit_id)
        .where(posts.c.person_id == person_id)
        .order_by(posts.c.id)
    )
    with data_file.reading() as connection:
        rows = connection.execute(statement).all()
    return tuple(Post(r.id, r.unit_id, r.unit, r.position, r.main, r.since, r.until) for r in rows)


def side_posts_of(data_file: DataFile, person_id: int) -> tuple[Post, ...]:
    """The side posts that a person holds today."""
    today = data_file.clock().date()
    held = posts_of(data_file, person_id)
    return tuple(p for p in held if not p.main and is_held(p.since, p.until, today))


def side_units(
    connection: Connection, day: date, person_ids: Collection[int] | None = None
) -> dict[int, frozenset[int]]:
    """The units of the side posts that are held on `day`, by person: all, or those asked for."""
    held = ~posts.c.main & held_on(day)
    found: dict[int, frozenset[int]] = {}
    for row in connection.execute(select(posts.c.person_id, posts.c.unit_id).where(held)):
        if person_ids is None or row.person_id in person_ids:
            found[row.person_id] = found.get(row.person_id, frozenset()) | {row.unit_id}
    return found


def add_side_posts(change: Change, wanted: Iterable[tuple[int, int, str]], day: date) -> int:
    """Second posts inside a larger change: (person, unit, position); those that are held
    already, or are the main one, are passed over. Returns how many were added."""
    asked = {(person, unit): position for person, unit, position in wanted}
    ids = {person for person, _ in asked}
    held = side_units(change.connection, day, ids)
    stored = rows_by_id(change.connection, people, list(ids))
    rows = [
        side_post(person, unit, position)
        for (person, unit), position in asked.items()
        if unit != stored[person]["unit_id"] and unit not in held.get(person, frozenset())
    ]
    if rows:
        change.insert(posts, rows)
    return len(rows)


def side_post(
    person_id: int, unit_id: int, position: str, since: date | None = None
) -> dict[str, Any]:
    """The stored row of a post beside the main one."""
    return {
        "person_id": person_id,
        "unit_id": unit_id,
        "position": storage_form(position),
        "main": False,
        "since": since,
        "until": None,
    }
