"""Who does not have to take part (không thuộc đối tượng): why, and from when to when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from models.contests.closed import refuse_purged
from models.contests.contests import current_contest_id, find_contest_id
from models.errors import AppError
from models.journal.change import STRETCH, Change, WriteStep, changing
from models.journal.wanted import wanted_rows
from models.records.periods import NO_GROUNDS, Grounds
from models.roster.grounds import clean_grounds, joined_grounds, stored_grounds
from models.roster.periods import (
    Joined,
    Span,
    checked_period,
    in_the_way,
    joined_with,
    some_names,
)
from models.store.schema import exemptions, people
from models.store.store import Store
from models.text.formats import days_words, number, short_date

NO_REASON = "Chưa ghi lý do không thuộc đối tượng."
_DAY = timedelta(days=1)

Spans = dict[int, list[Span]]


def set_exempt(
    data_file: Store,
    person_ids: Sequence[int],
    reason: str,
    since: date,
    until: date | None = None,
    step: WriteStep | None = None,
    grounds: Grounds = NO_GROUNDS,
) -> int:
    """Record that people do not have to take part; returns for how many it says something new.

    Both days are included. A period of the same reason that touches or overlaps is extended, and
    keeps what was noted of it beside the new `grounds`.
    Raises `AppError` without a reason, when the last day lies before the first, and when somebody
    does not have to take part for another reason on one of the days. `step` hears how many rows
    are written, and may raise to stop it all.
    """
    new = checked_period(reason, since, until, NO_REASON)
    with changing(data_file, "exempt", "", step=step) as change:
        contest_id = current_contest_id(change.connection)
        refuse_purged(change.connection)
        changed = exempt_within(change, contest_id, person_ids, new, grounds)
        change.summary = f"Ghi {number(changed)} người không thuộc đối tượng: {new.reason}"
    return changed


def exempt_within(
    change: Change,
    contest_id: int,
    person_ids: Sequence[int],
    new: Span,
    grounds: Grounds = NO_GROUNDS,
) -> int:
    """The same inside a change that does more; `new` has been checked."""
    standing = _spans(change, contest_id, person_ids)
    wanted = {each: joined_with(new, standing.get(each, ())) for each in person_ids}
    _refuse_other_reasons(change, new, standing)
    stored = stored_grounds(change, (s.id for made in wanted.values() for s in made.taken_in))
    added = clean_grounds(grounds)
    together = {
        each: joined_grounds([*(stored[span.id] for span in made.taken_in), added])
        for each, made in wanted.items()
    }
    changed = {
        each: made
        for each, made in wanted.items()
        if not made.changes_nothing or together[each] != stored[made.taken_in[0].id]
    }
    _write(change, contest_id, new.reason, changed, together)
    return len(changed)


def reasons_by_person(data_file: Store) -> dict[int, frozenset[str]]:
    """For what reasons people do not have to take part in the contest, be it for some days."""
    with data_file.reading() as connection:
        contest_id = find_contest_id(connection)
        rows = connection.execute(
            select(exemptions.c.person_id, exemptions.c.reason).where(
                exemptions.c.contest_id == contest_id
            )
        ).all()
    found: dict[int, set[str]] = {}
    for row in rows:
        found.setdefault(row.person_id, set()).add(row.reason)
    return {person_id: frozenset(reasons) for person_id, reasons in found.items()}


def _spans(change: Change, contest_id: int, person_ids: Sequence[int]) -> Spans:
    """The stored periods of these people in the contest, by person, oldest first."""
    found: Spans = {}
    with wanted_rows(change.connection, [{"id": each} for each in person_ids]) as wanted:
        statement = (
            select(exemptions)
            .where(
                exemptions.c.contest_id == contest_id,
                exemptions.c.person_id.in_(select(wanted.c.id)),
            )
            .order_by(exemptions.c.since, exemptions.c.id)
        )
        for row in change.connection.execute(statement):
            span = Span(row.id, row.reason, row.since, row.until)
            found.setdefault(row.person_id, []).append(span)
    return found


def _refuse_other_reasons(change: Change, new: Span, standing: Spans) -> None:
    blocked = {
        person_id: span
        for person_id, spans in standing.items()
        if (span := in_the_way(new, spans)) is not None
    }
    if not blocked:
        return
    first = next(iter(blocked.values()))
    raise AppError(
        f"{some_names(_names(change, blocked))} đã không thuộc đối tượng "
        f"{days_words(first.since, first.until)} vì lý do khác ({first.reason}), "
        f"trùng với {days_words(new.since, new.until)} ({new.reason}).",
        "Hãy chọn ngày khác, hoặc sửa các mốc thời gian của người đó trước.",
    )


def _names(change: Change, person_ids: Iterable[int]) -> list[str]:
    with wanted_rows(change.connection, [{"id": each} for each in person_ids]) as wanted:
        statement = select(people.c.name).where(people.c.id.in_(select(wanted.c.id)))
        return list(change.connection.execute(statement.order_by(people.c.name_sort)).scalars())


def _write(
    change: Change,
    contest_id: int,
    reason: str,
    wanted: Mapping[int, Joined],
    grounds: Mapping[int, Grounds],
) -> None:
    """Each period in place of those that it takes in; the oldest of them keeps its row."""
    new: list[dict[str, Any]] = []
    kept: dict[int, dict[str, Any]] = {}
    gone: list[int] = []
    for person_id, made in wanted.items():
        days = {"since": made.since, "until": made.until, **grounds[person_id]._asdict()}
        if made.taken_in:
            kept[made.taken_in[0].id] = days
            gone += [span.id for span in made.taken_in[1:]]
        else:
            row = {"person_id": person_id, "contest_id": contest_id, "reason": reason}
            new.append({**row, **days})
    change.insert(exemptions, new)
    change.update(exemptions, kept)
    change.delete(exemptions, gone)


def end_exempt(
    data_file: Store, person_ids: Sequence[int], on: date, step: WriteStep | None = None
) -> int:
    """People count again from `on`: what holds on that day ends the day before.

    Returns how many people. The days before keep their figures, and periods that begin later stay.
    """
    with changing(data_file, "exempt-end", "", step=step) as change:
        standing = _spans(change, current_contest_id(change.connection), person_ids)
        held = [
            (person_id, span)
            for person_id, spans in standing.items()
            for span in spans
            if span.since <= on and (span.until is None or span.until >= on)
        ]
        # A period that would end before it began has never been.
        gone = [span.id for _, span in held if span.since == on]
        for start in range(0, len(gone), STRETCH):
            change.delete(exemptions, gone[start : start + STRETCH])
        ended = {span.id: {"until": on - _DAY} for _, span in held if span.since < on}
        change.update(exemptions, ended)
        count = len({person_id for person_id, _ in held})
        change.summary = f"Tính lại {number(count)} người vào đối tượng từ {short_date(on)}"
    return count


def edit_exemption(
    data_file: Store,
    exemption_id: int,
    reason: str,
    since: date,
    until: date | None,
    grounds: Grounds = NO_GROUNDS,
) -> None:
    """Set all of one period. Raises `AppError` as `set_exempt` does."""
    new = checked_period(reason, since, until, NO_REASON)
    with changing(data_file, "exempt-edit", "") as change:
        row = _row(change, exemption_id)
        spans = _spans(change, row.contest_id, [row.person_id]).get(row.person_id, [])
        others = [span for span in spans if span.id != exemption_id]
        _refuse_other_reasons(change, new, {row.person_id: others})
        made = joined_with(new, others)
        stored = stored_grounds(change, [span.id for span in made.taken_in])
        together = joined_grounds([clean_grounds(grounds), *stored.values()])
        days = {"reason": new.reason, "since": made.since, "until": made.until}
        change.update(exemptions, {exemption_id: {**days, **together._asdict()}})
        change.delete(exemptions, [span.id for span in made.taken_in])
        name = _names(change, [row.person_id])[0]
        change.summary = f"Sửa thời gian không thuộc đối tượng của {name}"


def remove_exemption(data_file: Store, exemption_id: int) -> None:
    """Take one period away, as if it had never been."""
    with changing(data_file, "exempt-remove", "") as change:
        row = _row(change, exemption_id)
        change.delete(exemptions, [exemption_id])
        name = _names(change, [row.person_id])[0]
        change.summary = f"Xóa thời gian không thuộc đối tượng của {name}: {row.reason}"


def _row(change: Change, exemption_id: int) -> Any:
    found = change.connection.execute(
        select(exemptions).where(exemptions.c.id == exemption_id)
    ).first()
    if found is None:
        raise AppError(
            "Thời gian này vừa được sửa hoặc xóa nên chưa ghi gì.", "Hãy xem lại các mốc thời gian."
        )
    return found
