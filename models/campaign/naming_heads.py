"""The heads that the roster's posts propose, and those who are named after they were confirmed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from sqlalchemy import Connection, select

from models.campaign.heads import PostHolder, propose_heads
from models.errors import AppError
from models.journal.change import Change, changing, rows_by_id
from models.records.heads import HeadProposal
from models.roster.periods import some_names
from models.roster.presence import gone_by, present_on
from models.roster.unit_of_day import held_on, unit_on
from models.roster.unit_tree import load_units
from models.store.schema import people, posts, unit_contacts, units
from models.store.store import Store
from models.text.formats import number, short_date

HEAD = "head"


def proposed_heads(data_file: Store) -> tuple[HeadProposal, ...]:
    """The proposals as of today, the sure ones first, each part in the order of the unit tree."""
    today = data_file.clock().date()
    with data_file.reading() as connection:
        found = propose_heads(load_units(connection, today), _holders(connection, today))
    return tuple(sorted(found, key=lambda each: not each.sure))


def name_heads(data_file: Store, chosen: Mapping[int, int | None]) -> int:
    """Name a person as the head of each unit, None: nobody; as one change.

    What else is kept of a unit stays. Returns how many units that concerned. Raises `AppError`
    when a unit or a person is gone by now.
    """
    with changing(data_file, "unit-heads", "") as change:
        named = _unit_names(change, chosen)
        persons = [each for each in chosen.values() if each is not None]
        rows = rows_by_id(change.connection, people, persons)
        if any(each not in rows for each in persons):
            raise AppError(
                "Có người không còn trong danh sách nên chưa ghi người đứng đầu nào.",
                "Hãy mở lại bảng người đứng đầu rồi chọn lại.",
            )
        for unit_id, person_id in chosen.items():
            row = None if person_id is None else rows[person_id]
            _put(change, unit_id, row and {key: row[key] for key in _KEPT})
        change.summary = f"Ghi người đứng đầu của {some_names(named)}"
    return len(named)


_KEPT = ("name", "position", "phone", "email")


def _put(change: Change, unit_id: int, head: Mapping[str, str] | None) -> None:
    statement = (
        select(unit_contacts.c.id)
        .where(unit_contacts.c.unit_id == unit_id, unit_contacts.c.role == HEAD)
        .order_by(unit_contacts.c.id)
    )
    held = list(change.connection.execute(statement).scalars())
    if head is None:
        change.delete(unit_contacts, held[:1])
    elif held:
        change.update(unit_contacts, {held[0]: head})
    else:
        change.insert(unit_contacts, [{"unit_id": unit_id, "role": HEAD, **head}])


def _unit_names(change: Change, chosen: Mapping[int, int | None]) -> list[str]:
    rows = rows_by_id(change.connection, units, list(chosen))
    if len(rows) < len(chosen):
        raise AppError(
            f"{number(len(chosen) - len(rows))} đơn vị không còn trong danh sách nên chưa ghi gì.",
            "Hãy mở lại bảng người đứng đầu rồi chọn lại.",
        )
    return [str(row["name"]) for row in rows.values()]


def _holders(connection: Connection, day: date) -> Iterator[PostHolder]:
    person = people.c.id, people.c.name, people.c.phone, people.c.email
    home = units.c.name.label("home")
    main = select(*person, people.c.position, unit_on(day).label("unit_id"))
    for row in connection.execute(main.where(present_on(day)).order_by(people.c.id)):
        yield PostHolder(row.id, row.name, row.unit_id, row.position, row.phone, row.email)
    beside = (
        select(*person, posts.c.position, posts.c.unit_id, home)
        .join(people, people.c.id == posts.c.person_id)
        .join(units, units.c.id == people.c.unit_id)
        .where(~posts.c.main, held_on(day), present_on(day), posts.c.unit_id != people.c.unit_id)
        .order_by(posts.c.id)
    )
    for row in connection.execute(beside):
        yield PostHolder(
            row.id, row.name, row.unit_id, row.position, row.phone, row.email, row.home
        )
    yield from _former(connection, day)


def _former(connection: Connection, day: date) -> Iterator[PostHolder]:
    """Who has left, and who has moved on to another unit."""
    columns = people.c.id, people.c.name, people.c.phone, people.c.unit_id, people.c.left_on
    left = select(*columns).where(gone_by(day)).order_by(people.c.id)
    for row in connection.execute(left):
        words = f"đã rời danh sách từ {short_date(row.left_on)}" if row.left_on else "đang vắng"
        yield PostHolder(row.id, row.name, row.unit_id, "", row.phone, gone=words)
    moved = (
        select(people.c.id, people.c.name, people.c.phone, posts.c.unit_id, posts.c.until)
        .join(people, people.c.id == posts.c.person_id)
        .where(posts.c.main, posts.c.until <= day, posts.c.unit_id != people.c.unit_id)
        .order_by(posts.c.until, posts.c.id)
    )
    for row in connection.execute(moved):
        words = f"đã chuyển đơn vị từ {short_date(row.until)}"
        yield PostHolder(row.id, row.name, row.unit_id, "", row.phone, gone=words)
