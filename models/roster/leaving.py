"""People leave by date and may come back by date; what was true of the days between stays true."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from models.errors import AppError
from models.journal.change import Change, WriteStep, changing, rows_by_id
from models.journal.wanted import wanted_rows
from models.roster.periods import (
    Span,
    checked_period,
    in_the_way,
    joined_with,
    periods_overlap,
    some_names,
)
from models.store.schema import absences, people
from models.store.store import Store
from models.text.formats import days_words, number, short_date
from models.text.names import storage_form

NO_REASON = "Chưa ghi lý do rời danh sách."
_DAY = timedelta(days=1)
_HERE = {"left_on": None, "left_reason": ""}

PeopleById = Mapping[int, Mapping[str, Any]]


def set_left(
    data_file: Store,
    ids: Sequence[int],
    on: date,
    reason: str = "",
    step: WriteStep | None = None,
) -> int:
    """Record that people leave on `on`; returns how many changed.

    A leaving that is still to come is moved; a time away of the same reason that touches this one
    is joined with it. Without a reason the one that stands is kept. Raises `AppError` when somebody
    has left on another day already (that day is not changed in passing), came later, or was away
    for another reason on one of the days. `step` hears again and again how many rows are written,
    and may raise to stop it all.
    """
    today = data_file.clock().date()
    summary = f"Đưa {number(len(ids))} người ra khỏi danh sách từ {short_date(on)}"
    with changing(data_file, "person-left", summary, step=step) as change:
        rows = rows_by_id(change.connection, people, ids)
        gone = [r for r in rows.values() if r["left_on"] and r["left_on"] <= today]
        other = [row for row in gone if row["left_on"] != on]
        if other:
            raise AppError(
                f"{some_names([row['name'] for row in other])} đã rời danh sách từ "
                f"{short_date(other[0]['left_on'])}.",
                "Muốn ghi ngày khác, hãy sửa các mốc thời gian của người đó.",
            )
        _refuse_early(rows.values(), on)
        standing = absences_by_person(change, list(rows))
        new = {
            each: _leaving(row, on, reason, standing.get(each, ())) for each, row in rows.items()
        }
        _refuse_other_reasons(rows, new, standing)
        joined = {each: joined_with(new[each], standing.get(each, ())) for each in rows}
        change.delete(absences, [span.id for made in joined.values() for span in made.taken_in])
        values = {
            each: {"left_on": made.since, "left_reason": new[each].reason}
            for each, made in joined.items()
        }
        return change.update(people, values)


def _leaving(row: Mapping[str, Any], on: date, reason: str, standing: Sequence[Span]) -> Span:
    """The time away that begins; its reason is the one that stands when none is given."""
    new = Span(0, storage_form(reason) or row["left_reason"], on, None)
    if new.reason:
        return new
    return new._replace(reason=next((s.reason for s in standing if periods_overlap(s, new)), ""))


def _refuse_early(rows: Iterable[Mapping[str, Any]], on: date) -> None:
    late = [row for row in rows if row["came_on"] is not None and row["came_on"] > on]
    if late:
        raise AppError(
            f"{some_names([row['name'] for row in late])} có mặt từ "
            f"{short_date(late[0]['came_on'])}, sau ngày rời danh sách {short_date(on)}.",
            "Hãy chọn ngày khác, hoặc sửa ngày bắt đầu có mặt của người đó.",
        )


def _refuse_other_reasons(
    rows: PeopleById, new: Mapping[int, Span], standing: Mapping[int, list[Span]]
) -> None:
    met = {
        each: span
        for each, spans in standing.items()
        if (span := in_the_way(new[each], spans)) is not None
    }
    if met:
        first = next(iter(met.values()))
        raise AppError(
            f"{some_names([rows[each]['name'] for each in met])} đã rời danh sách "
            f"{days_words(first.since, first.until)} vì lý do khác "
            f"({first.reason or 'chưa ghi'}), trùng với thời gian vừa ghi.",
            "Hãy chọn ngày khác, hoặc sửa các mốc thời gian của người đó trước.",
        )


def bring_back(
    data_file: Store, ids: Sequence[int], on: date, step: WriteStep | None = None
) -> int:
    """People are back from `on`; returns how many had left.

    The days between stay days away. A leaving that is still to come, or of `on` itself, does not
    take place. Raises `AppError` when somebody would be back before they had left.
    """
    today = data_file.clock().date()
    summary = f"Đưa {number(len(ids))} người trở lại danh sách từ {short_date(on)}"
    with changing(data_file, "person-back", summary, step=step) as change:
        rows = rows_by_id(change.connection, people, ids)
        left = {each: row for each, row in rows.items() if row["left_on"] is not None}
        early = [r for r in left.values() if on < r["left_on"] <= today]
        if early:
            raise AppError(
                f"{some_names([row['name'] for row in early])} rời danh sách từ "
                f"{short_date(early[0]['left_on'])}, sau ngày trở lại {short_date(on)}.",
                "Hãy chọn ngày sau ngày rời danh sách, hoặc sửa các mốc thời gian.",
            )
        _keep_days_away(change, {e: r for e, r in left.items() if r["left_on"] < on}, on - _DAY)
        return change.update(people, dict.fromkeys(left, _HERE))


def _keep_days_away(change: Change, rows: PeopleById, until: date) -> None:
    """The days away of these people, each joined with those before that it touches."""
    standing = absences_by_person(change, list(rows))
    new: list[dict[str, Any]] = []
    gone: list[int] = []
    for person_id, row in rows.items():
        span = Span(0, row["left_reason"], row["left_on"], until)
        made = joined_with(span, standing.get(person_id, ()))
        days = {"since": made.since, "until": made.until}
        new.append({"person_id": person_id, "reason": span.reason, **days})
        gone += [each.id for each in made.taken_in]
    change.delete(absences, gone)
    change.insert(absences, new)


def absences_by_person(change: Change, ids: Sequence[int]) -> dict[int, list[Span]]:
    """The times away of these people, oldest first."""
    found: dict[int, list[Span]] = {}
    with wanted_rows(change.connection, [{"id": each} for each in ids]) as wanted:
        statement = select(absences).where(absences.c.person_id.in_(select(wanted.c.id)))
        ordered = statement.order_by(absences.c.since, absences.c.id)
        for row in change.connection.execute(ordered):
            span = Span(row.id, row.reason, row.since, row.until)
            found.setdefault(row.person_id, []).append(span)
    return found


def edit_absence(
    data_file: Store,
    person_id: int,
    absence_id: int,
    reason: str,
    since: date,
    until: date | None,
) -> None:
    """Set the days and the reason of a time away; 0 is the leaving that still lasts.

    Without a last day it still lasts. Raises `AppError` when another time away shares a day.
    """
    new = checked_period(reason, since, until, NO_REASON)
    with changing(data_file, "absence-edit", "") as change:
        row, spans = _of_person(change, person_id, absence_id)
        _refuse_overlap(row, new, [span for span in spans if span.id != absence_id])
        change.summary = f"Sửa thời gian rời danh sách của {row['name']}"
        days = {"reason": new.reason, "since": since, "until": until}
        if absence_id and until is not None:
            change.update(absences, {absence_id: days})
            return
        if absence_id:
            change.delete(absences, [absence_id])
        elif until is not None:
            change.insert(absences, [{"person_id": person_id, **days}])
        lasting = {"left_on": since, "left_reason": new.reason} if until is None else _HERE
        change.update(people, {person_id: lasting})


def remove_absence(data_file: Store, person_id: int, absence_id: int) -> None:
    """Take a time away out, as if the person had always been here; 0 is the one that lasts."""
    with changing(data_file, "absence-remove", "") as change:
        row, _ = _of_person(change, person_id, absence_id)
        change.summary = f"Xóa thời gian rời danh sách của {row['name']}"
        if absence_id:
            change.delete(absences, [absence_id])
        else:
            change.update(people, {person_id: _HERE})


def _of_person(
    change: Change, person_id: int, absence_id: int
) -> tuple[Mapping[str, Any], list[Span]]:
    """The person's row and all times away. Raises `AppError` when the one is no longer there."""
    row = rows_by_id(change.connection, people, [person_id]).get(person_id)
    spans = absences_by_person(change, [person_id]).get(person_id, [])
    if row is not None and row["left_on"] is not None:
        spans = [*spans, Span(0, row["left_reason"], row["left_on"], None)]
    if row is None or absence_id not in [span.id for span in spans]:
        raise AppError(
            "Thời gian này vừa được sửa hoặc xóa nên chưa ghi gì.", "Hãy xem lại các mốc thời gian."
        )
    return row, spans


def _refuse_overlap(row: Mapping[str, Any], new: Span, others: Sequence[Span]) -> None:
    met = next((each for each in others if periods_overlap(each, new)), None)
    if met is not None:
        until = f" đến hết {short_date(met.until)}" if met.until else ""
        raise AppError(
            f"{row['name']} đã rời danh sách từ {short_date(met.since)}{until}, trùng với thời "
            "gian vừa ghi.",
            "Hãy chọn ngày khác, hoặc sửa thời gian kia trước.",
        )
