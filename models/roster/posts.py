"""Posts beside the main one: a person may serve in two units and still counts once."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from models.errors import AppError
from models.journal.change import changing
from models.records import Post
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
        row = {
            "person_id": person_id,
            "unit_id": unit_id,
            "position": storage_form(position),
            "main": False,
            "since": since,
            "until": None,
        }
        return change.insert(posts, [row])[0]


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
