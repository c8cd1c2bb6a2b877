"""Moving people between units from a day (chuyển), and correcting a unit written wrongly (nhầm).

The present main unit stands with the person; the units of before stand in `posts`, each with the
day from which it no longer was.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Row, select

from models.errors import AppError
from models.journal.change import Change, WriteStep, changing, rows_by_id
from models.journal.rows import StoredRow
from models.journal.wanted import wanted_rows
from models.roster.periods import some_names
from models.roster.unit_of_day import held_on, unit_on
from models.store.schema import people, posts, units
from models.store.store import Store
from models.text.formats import short_date

_DAY = timedelta(days=1)

Posts = dict[int, list[Row[Any]]]


class MainStay(NamedTuple):
    """A main unit from a day on (always when None), and until the day of the next move."""

    unit_id: int
    since: date | None
    until: date | None


def transfer(
    data_file: Store,
    ids: Sequence[int],
    unit_id: int,
    on: date,
    step: WriteStep | None = None,
) -> int:
    """Move people into a unit from `on`; the days before keep the unit of before.

    Returns how many were in another one. Raises `AppError` when somebody has moved after `on`.
    """
    with changing(data_file, "transfer", "", step=step) as change:
        rows = rows_by_id(change.connection, people, ids)
        moved = {each: row for each, row in rows.items() if row["unit_id"] != unit_id}
        end_main_posts(change, moved, dict.fromkeys(moved, unit_id), on)
        change.update(people, {each: {"unit_id": unit_id} for each in moved})
        place = f"sang {unit_name(change, unit_id)} từ {short_date(on)}"
        change.summary = f"Chuyển {some_names([r['name'] for r in moved.values()])} {place}"
    return len(moved)


def end_main_posts(
    change: Change, rows: Mapping[int, StoredRow], to: Mapping[int, int], on: date
) -> None:
    """Keep the present main units of these people as those of the days before `on`.

    `rows` are the people as stored, `to` the new units, which whoever calls writes; a second post
    there ends, since the main one takes its place. Raises `AppError` when somebody has moved on a
    later day, which would then come before.
    """
    earlier = _main_posts(change, list(rows))
    _refuse_earlier(change, rows, earlier, on)
    change.insert(
        posts,
        [
            former_post(row, on)
            for person_id, row in rows.items()
            if not any(post.until == on for post in earlier.get(person_id, ()))
        ],
    )
    _end_side_posts(change, {each: to[each] for each in rows}, on)


def _end_side_posts(change: Change, to: Mapping[int, int], on: date) -> None:
    """Side posts that are held on `on` in the units that become the main ones end then."""
    with wanted_rows(change.connection, [{"id": each} for each in to]) as wanted:
        held = select(posts.c.id, posts.c.person_id, posts.c.unit_id, posts.c.since).where(
            ~posts.c.main, held_on(on), posts.c.person_id.in_(select(wanted.c.id))
        )
        rows = [row for row in change.connection.execute(held) if to[row.person_id] == row.unit_id]
    change.delete(posts, [row.id for row in rows if row.since == on])
    change.update(posts, {row.id: {"until": on} for row in rows if row.since != on})


def former_post(before: StoredRow, until: date) -> dict[str, Any]:
    """The main post that a person of the stored row `before` gives up on `until`."""
    return {
        "person_id": before["id"],
        "unit_id": before["unit_id"],
        "position": before["position"],
        "main": True,
        "since": None,
        "until": until,
    }


def _refuse_earlier(
    change: Change, rows: Mapping[int, StoredRow], earlier: Posts, on: date
) -> None:
    late = {
        person_id: max(post.until for post in held)
        for person_id, held in earlier.items()
        if any(post.until > on for post in held)
    }
    if late:
        first = next(iter(late))
        names = some_names([rows[each]["name"] for each in late])
        raise AppError(
            f"{names} đã chuyển sang {unit_name(change, rows[first]['unit_id'])} từ "
            f"{short_date(late[first])}, sau ngày {short_date(on)}.",
            "Hãy chọn ngày sau đó, hoặc sửa các mốc thời gian của người đó trước.",
        )


def _main_posts(change: Change, ids: Sequence[int]) -> Posts:
    """The former main posts of these people in the order of their ends."""
    found: Posts = {}
    with wanted_rows(change.connection, [{"id": each} for each in ids]) as wanted:
        statement = (
            select(posts)
            .where(posts.c.main, posts.c.until.is_not(None))
            .where(posts.c.person_id.in_(select(wanted.c.id)))
            .order_by(posts.c.until, posts.c.id)
        )
        for row in change.connection.execute(statement):
            found.setdefault(row.person_id, []).append(row)
    return found


def correct_unit(
    data_file: Store, ids: Sequence[int], unit_id: int, step: WriteStep | None = None
) -> int:
    """The unit in which people stand today was written wrongly: it is `unit_id` on past days too.

    Units of other times stay. Returns how many people stood in another one.
    """
    today = data_file.clock().date()
    with changing(data_file, "unit-correct", "", step=step) as change:
        names = correct_within(change, ids, unit_id, today)
        place = unit_name(change, unit_id)
        change.summary = f"Sửa đơn vị ghi nhầm của {some_names(names)} thành {place}"
    return len(names)


def correct_within(change: Change, ids: Sequence[int], unit_id: int, today: date) -> list[str]:
    """Like `correct_unit`, within `change`; the names of those who stood in another unit."""
    rows = rows_by_id(change.connection, people, ids)
    wrong = {
        each: unit for each, unit in units_today(change, list(rows), today).items()
        if unit != unit_id
    }  # fmt: skip
    held = _main_posts(change, list(wrong))
    mended: dict[int, dict[str, Any]] = {}
    gone: list[int] = []
    for person_id, unit in wrong.items():
        row, before = rows[person_id], held.get(person_id, [])
        follows = unit_id if row["unit_id"] == unit else row["unit_id"]
        for post in reversed(before):
            right = unit_id if post.unit_id == unit else post.unit_id
            if right == follows:
                gone.append(post.id)
            elif right != post.unit_id:
                mended[post.id] = {"unit_id": right}
            follows = right
    change.delete(posts, gone)
    change.update(posts, mended)
    now = [each for each, unit in wrong.items() if rows[each]["unit_id"] == unit]
    change.update(people, {each: {"unit_id": unit_id} for each in now})
    return [rows[each]["name"] for each in wrong]


def units_today(change: Change, ids: Sequence[int], today: date) -> dict[int, int]:
    """The unit of each person's main post today, which may not be the newest one yet."""
    with wanted_rows(change.connection, [{"id": each} for each in ids]) as wanted:
        statement = select(people.c.id, unit_on(today)).where(people.c.id.in_(select(wanted.c.id)))
        return {row[0]: row[1] for row in change.connection.execute(statement)}


def main_stays(change: Change, ids: Sequence[int], today: date) -> dict[int, MainStay]:
    """Each person's main unit of today, with the days on which it is that."""
    held = _main_posts(change, ids)
    found: dict[int, MainStay] = {}
    for person_id, unit_id in units_today(change, ids, today).items():
        ends = [post.until for post in held.get(person_id, ())]
        since = max((day for day in ends if day <= today), default=None)
        until = min((day for day in ends if day > today), default=None)
        found[person_id] = MainStay(unit_id, since, until)
    return found


def edit_last_day(data_file: Store, post_id: int, last: date) -> None:
    """Set the last day in a former unit. Raises `AppError` when the order of moves would turn."""
    with changing(data_file, "post-edit", "") as change:
        row, others = _post(change, post_id)
        before = [each for each in others if each.until < row.until]
        after = [each for each in others if each.until > row.until]
        on = last + _DAY
        early = bool(before) and on <= before[-1].until
        late = bool(after) and on >= after[0].until
        if early or late:
            near = before[-1].until if early else after[0].until
            raise AppError(
                f"Ngày {short_date(last)} không hợp với lần chuyển đơn vị từ {short_date(near)}.",
                "Hãy chọn ngày khác, hoặc sửa lần chuyển kia trước.",
            )
        change.update(posts, {post_id: {"until": on}})
        change.summary = f"Sửa ngày chuyển đơn vị của {_name(change, row.person_id)}"


def remove_former(data_file: Store, post_id: int) -> None:
    """Forget a former unit: on its days too the person was where they went afterwards."""
    with changing(data_file, "post-remove", "") as change:
        row, _ = _post(change, post_id)
        change.delete(posts, [post_id])
        place = unit_name(change, row.unit_id)
        change.summary = f"Xóa thời gian của {_name(change, row.person_id)} tại {place}"


def _post(change: Change, post_id: int) -> tuple[Row[Any], list[Row[Any]]]:
    """A former main post, and the person's others in the order of their ends."""
    found = change.connection.execute(
        select(posts).where(posts.c.id == post_id, posts.c.main, posts.c.until.is_not(None))
    ).first()
    if found is None:
        raise AppError(
            "Thời gian này vừa được sửa hoặc xóa nên chưa ghi gì.", "Hãy xem lại các mốc thời gian."
        )
    held = _main_posts(change, [found.person_id])[found.person_id]
    return found, [each for each in held if each.id != post_id]


def _name(change: Change, person_id: int) -> str:
    return str(rows_by_id(change.connection, people, [person_id])[person_id]["name"])


def unit_name(change: Change, unit_id: int) -> str:
    """The name of a unit. Raises `AppError` when it is gone."""
    name = change.connection.execute(select(units.c.name).where(units.c.id == unit_id)).scalar()
    if name is None:
        raise AppError("Đơn vị này không còn trong danh sách.", "Hãy chọn đơn vị khác.")
    return str(name)
