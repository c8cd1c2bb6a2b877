"""Posts beside the main one (kiêm nhiệm): somebody serves in two units and still counts once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from models.errors import AppError
from models.journal.change import Change, changing, rows_by_id
from models.records import Post
from models.roster.periods import some_names
from models.roster.transfers import main_stays, unit_name, units_today
from models.roster.unit_of_day import held_on, is_held
from models.store.schema import people, posts, units
from models.store.store import Store
from models.text.formats import short_date
from models.text.names import match_key, storage_form

_GONE = "Vị trí kiêm nhiệm này vừa được sửa hoặc xóa nên chưa ghi gì."


def add_side_post(
    data_file: Store,
    person_id: int,
    unit_id: int,
    position: str = "",
    since: date | None = None,
    until: date | None = None,
) -> int:
    """Give a person a post in another unit; the main post, which counts, stays. Returns its id.

    On the day `until` it is held no more. Raises `AppError` when it is the main unit of today and
    shares a day with that, or when the person holds that post there on one of the days.
    """
    with changing(data_file, "post-add", "") as change:
        new = side_post(person_id, unit_id, position, since, until)
        names = _checked(change, [new], data_file.clock().date())
        change.summary = f"Ghi {names[0]} kiêm nhiệm tại {unit_name(change, unit_id)}"
        return change.insert(posts, [new])[0]


def add_side_post_of(
    data_file: Store,
    ids: Sequence[int],
    unit_id: int,
    position: str = "",
    since: date | None = None,
    until: date | None = None,
) -> int:
    """The same for several people; who holds the very post already is passed over.

    Returns how many were given it.
    """
    with changing(data_file, "post-add", "") as change:
        new = [side_post(each, unit_id, position, since, until) for each in ids]
        standing = _standing(change.connection, ids)
        lacking = [row for row in new if not _is_there(row, standing.get(row["person_id"], ()))]
        names = _checked(change, lacking, data_file.clock().date())
        place = unit_name(change, unit_id)
        change.summary = f"Ghi {some_names(names)} kiêm nhiệm tại {place}"
        change.insert(posts, lacking)
    return len(lacking)


def edit_side_post(
    data_file: Store,
    post_id: int,
    unit_id: int,
    position: str,
    since: date | None,
    until: date | None,
) -> None:
    """Set the unit, the position and the days of a side post, as `add_side_post` takes them."""
    with changing(data_file, "post-edit", "") as change:
        row = _side_post(change, post_id)
        new = side_post(row["person_id"], unit_id, position, since, until)
        names = _checked(change, [new], data_file.clock().date(), but=post_id)
        change.summary = f"Sửa vị trí kiêm nhiệm của {names[0]} tại {unit_name(change, unit_id)}"
        change.update(posts, {post_id: new})


def end_side_posts(data_file: Store, ids: Sequence[int], unit_id: int, on: date) -> int:
    """The posts that these people hold beside in a unit on the day before `on` end on `on`.

    They stay in the record. Returns how many people had one.
    """
    with changing(data_file, "post-end", "") as change:
        ending = {
            row["id"]: row["person_id"]
            for rows in _standing(change.connection, ids).values()
            for row in rows
            if row["unit_id"] == unit_id and _ends_by(row, on)
        }
        change.update(posts, {each: {"until": on} for each in ending})
        whose = list(dict.fromkeys(ending.values()))
        place = f"tại {unit_name(change, unit_id)} từ {short_date(on)}"
        change.summary = f"Ghi {some_names(_names(change, whose))} thôi kiêm nhiệm {place}"
    return len(whose)


def remove_side_post(data_file: Store, post_id: int) -> None:
    """Take a side post out, as if it had never been."""
    with changing(data_file, "post-remove", "") as change:
        row = _side_post(change, post_id)
        (name,) = _names(change, [row["person_id"]])
        place = unit_name(change, row["unit_id"])
        change.summary = f"Xóa vị trí kiêm nhiệm của {name} tại {place}"
        change.delete(posts, [post_id])


def remove_side_posts(data_file: Store, ids: Sequence[int], unit_id: int) -> int:
    """Take all side posts of these people in a unit out; returns how many people had one."""
    with changing(data_file, "post-remove", "") as change:
        gone = {
            row["id"]: row["person_id"]
            for rows in _standing(change.connection, ids).values()
            for row in rows
            if row["unit_id"] == unit_id
        }
        whose = list(dict.fromkeys(gone.values()))
        names, place = some_names(_names(change, whose)), unit_name(change, unit_id)
        change.summary = f"Xóa vị trí kiêm nhiệm của {names} tại {place}"
        change.delete(posts, list(gone))
    return len(whose)


def posts_of(data_file: Store, person_id: int) -> tuple[Post, ...]:
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


def side_posts_of(data_file: Store, person_id: int, day: date | None = None) -> tuple[Post, ...]:
    """All side posts of a person, or those held on a day."""
    beside = (each for each in posts_of(data_file, person_id) if not each.main)
    return tuple(each for each in beside if day is None or is_held(each.since, each.until, day))


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
    already, or are the main one, are passed over. One that was held before begins again on `day`.
    Returns how many were added."""
    asked = {(person, unit): position for person, unit, position in wanted}
    ids = list({person for person, _ in asked})
    standing = _standing(change.connection, ids)
    main = units_today(change, ids, day)
    rows = [
        _begun(side_post(person, unit, position), standing.get(person, ()), day)
        for (person, unit), position in asked.items()
        if unit != main[person]
        and not any(
            row["unit_id"] == unit and (row["until"] is None or row["until"] > day)
            for row in standing.get(person, ())
        )
    ]
    change.insert(posts, rows)
    return len(rows)


def side_post(
    person_id: int,
    unit_id: int,
    position: str,
    since: date | None = None,
    until: date | None = None,
) -> dict[str, Any]:
    """The stored row of a post beside the main one."""
    return {
        "person_id": person_id,
        "unit_id": unit_id,
        "position": storage_form(position),
        "main": False,
        "since": since,
        "until": until,
    }


def _begun(new: dict[str, Any], standing: Iterable[Mapping[str, Any]], day: date) -> dict[str, Any]:
    return {**new, "since": day} if any(posts_meet(new, each) for each in standing) else new


def _checked(
    change: Change, new: Sequence[Mapping[str, Any]], today: date, but: int = 0
) -> list[str]:
    """The names of the people of these posts. Raises `AppError` when one cannot be held."""
    ids = [row["person_id"] for row in new]
    named = dict(zip(ids, _names(change, ids), strict=True))
    main, standing = main_stays(change, ids, today), _standing(change.connection, ids)
    for row in new:
        name, place = named[row["person_id"]], unit_name(change, row["unit_id"])
        if row["since"] and row["until"] and row["until"] <= row["since"]:
            raise AppError("Ngày kết thúc đứng trước ngày bắt đầu.", "Hãy sửa lại hai ngày.")
        stay = main[row["person_id"]]
        if stay.unit_id == row["unit_id"] and _share_a_day(row, stay._asdict()):
            raise AppError(f"{name} đã thuộc {place}.", "Hãy chọn đơn vị khác để kiêm nhiệm.")
        others = standing.get(row["person_id"], ())
        if any(posts_meet(row, each) for each in others if each["id"] != but):
            raise AppError(
                f"{name} đã được ghi kiêm nhiệm tại {place} trong thời gian này.",
                "Hãy sửa vị trí kiêm nhiệm đã ghi, hoặc chọn ngày khác.",
            )
    return [named[each] for each in ids]


def _is_there(new: Mapping[str, Any], standing: Iterable[Mapping[str, Any]]) -> bool:
    """Whether one of the stored posts is the very same."""
    return any(all(row[name] == value for name, value in new.items()) for row in standing)


def posts_meet(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two entries are of one post, and share a day."""
    one_post = one["unit_id"] == other["unit_id"] and _same_position(one, other)
    return one_post and _share_a_day(one, other)


def _share_a_day(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return all(
        a["since"] is None or b["until"] is None or a["since"] < b["until"]
        for a, b in ((one, other), (other, one))
    )


def _same_position(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return match_key(one["position"]) == match_key(other["position"])


def _ends_by(row: Mapping[str, Any], on: date) -> bool:
    """Whether a post can end on `on`: it has begun before, and is not over by then."""
    begun = row["since"] is None or row["since"] < on
    return begun and (row["until"] is None or row["until"] > on)


def _standing(connection: Connection, ids: Sequence[int]) -> dict[int, list[Mapping[Any, Any]]]:
    """The side posts of these people, by person, in the order they were recorded."""
    found: dict[int, list[Mapping[Any, Any]]] = {}
    statement = select(posts).where(~posts.c.main).order_by(posts.c.id)
    wanted = set(ids)
    for row in connection.execute(statement).mappings():
        if row["person_id"] in wanted:
            found.setdefault(row["person_id"], []).append(row)
    return found


def _side_post(change: Change, post_id: int) -> Mapping[str, Any]:
    row = rows_by_id(change.connection, posts, [post_id]).get(post_id)
    if row is None or row["main"]:
        raise AppError(_GONE, "Hãy xem lại các vị trí kiêm nhiệm.")
    return row


def _names(change: Change, ids: Sequence[int]) -> list[str]:
    rows = rows_by_id(change.connection, people, ids)
    if any(each not in rows for each in ids):
        raise AppError(
            "Người này không còn trong danh sách nên chưa ghi gì.", "Hãy tìm lại trong danh sách."
        )
    return [str(rows[each]["name"]) for each in ids]
