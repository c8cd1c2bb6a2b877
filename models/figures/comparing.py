"""Figures beside earlier ones: those that were reported, or those of a moment as known now.

Both questions are kept apart; whatever compares says with which it did.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import Connection, select

from models.contests.contests import find_contest_id
from models.errors import AppError
from models.figures.dated_facts import load_facts, may_differ
from models.figures.denominator_moves import moves_between_days
from models.figures.figures import load_figures
from models.figures.footnotes import total_footnote, unit_footnotes
from models.figures.frozen_reports import last_frozen, load_frozen, load_reported
from models.figures.moves_since import moves_since
from models.figures.reported import NotReported
from models.records.comparing import LAST, Basis, Comparison, Difference, Since
from models.records.denominator import DenominatorMove
from models.records.figures import Figures, UnitFigures
from models.records.frozen import FrozenReport
from models.records.moment import Moment, as_moment
from models.store.schema import units
from models.store.store import Store

_DAY = timedelta(days=1)


def compared(data_file: Store, now: Figures, since: Since) -> Comparison:
    """`now` beside the figures that `since` names, of the same stage, with the reasons.

    Raises `AppError` for a report that does not exist, is of another contest or stage, and when
    nothing was frozen before.
    """
    with data_file.reading() as connection:
        return load_compared(connection, now, since, data_file.clock().date())


def today_so_far(data_file: Store, now: Figures) -> Comparison:
    """What the day of `now` has brought: beside the end of the day before, as known now.

    Without footnotes; `compared` gives the reasons. Of a contest that was purged nothing is known
    but what was reported: where nothing was, the day brings no more.
    """
    before = Moment(now.as_of - _DAY)
    with data_file.reading() as connection:
        try:
            then = load_figures(connection, before, data_file.clock().date(), now.stage)
        except NotReported:
            then = now
    return difference_of(now, then, Basis(before))


def last_compared(data_file: Store, now: Figures) -> Comparison | None:
    """Beside the last frozen report that is not later; None when there is none yet."""
    with data_file.reading() as connection:
        last = last_frozen(load_frozen(connection), now.moment, now.stage)
        return None if last is None else _with_frozen(connection, now, last)


def compared_with_earlier(data_file: Store, now: Figures) -> Comparison | None:
    """Beside the last frozen report of an earlier moment; None when there is none yet.

    Whoever reports a moment twice is not told that nothing has changed since the first time.
    """
    with data_file.reading() as connection:
        earlier = [
            each for each in load_frozen(connection) if each.figures.moment.end < now.moment.end
        ]
        last = last_frozen(earlier, now.moment, now.stage)
        return None if last is None else _with_frozen(connection, now, last)


def load_compared(connection: Connection, now: Figures, since: Since, today: date) -> Comparison:
    """`compared` over a connection that is already open."""
    if isinstance(since, int | str):
        return _with_frozen(connection, now, _report(connection, now, since))
    moment = as_moment(since)
    before = load_figures(connection, moment, today, now.stage)
    moves = _moves_between(connection, moment.day, now.as_of)
    return _explained(connection, difference_of(now, before, Basis(moment)), now, moves)


def _report(connection: Connection, now: Figures, since: int | str) -> FrozenReport:
    reports = load_frozen(connection)
    if since == LAST:
        last = last_frozen(reports, now.moment, now.stage)
        if last is None:
            raise AppError(
                "Chưa có số liệu nào được chốt trước thời điểm này.",
                "Hãy chốt số liệu trước, hoặc so với một ngày.",
            )
        return last
    found = next((each for each in reports if each.id == since), None)
    if found is None or found.figures.stage != now.stage:
        raise AppError(
            f"Không có số liệu đã chốt nào mang số {since} của chặng này trong cuộc thi đang chọn.",
            "Hãy xem lại danh sách số liệu đã chốt.",
        )
    return found


def _with_frozen(connection: Connection, now: Figures, report: FrozenReport) -> Comparison:
    basis = Basis(report.figures.moment, report.id)
    names = load_reported(connection, report.id)
    reported = report.figures.as_of
    # Without the names nobody can say who came and went.
    moves = [] if report.nameless else moves_since(connection, names, reported, now.as_of)
    return _explained(connection, difference_of(now, report.figures, basis), now, moves)


def difference_of(now: Figures, before: Figures, basis: Basis) -> Comparison:
    """The counts of `now` less those of `before`; both with lines of the same kind."""
    then = {line.code: line for line in before.units}
    lines = {line.code: _less(line, then.get(line.code)) for line in now.units}
    return Comparison(basis, before, _less(now, before), lines)


def _less(now: Figures | UnitFigures, before: Figures | UnitFigures | None) -> Difference:
    if before is None:
        return Difference(now.total, now.registered, now.failed, now.completed)
    return Difference(
        now.total - before.total,
        now.registered - before.registered,
        now.failed - before.failed,
        now.completed - before.completed,
    )


def _explained(
    connection: Connection, found: Comparison, now: Figures, moves: Sequence[DenominatorMove]
) -> Comparison:
    """The comparison with the reasons why denominators changed."""
    known = connection.execute(select(units.c.id, units.c.uid, units.c.name)).all()
    uids, names = {row.id: row.uid for row in known}, {row.id: row.name for row in known}
    told = unit_footnotes(
        _totals(found.before.units), _totals(now.units), moves, names, now.as_of.year
    )
    return replace(
        found,
        footnote=total_footnote(found.before.total, now.total, moves),
        footnotes={uids[unit]: said for unit, said in told.items() if unit in uids},
    )


def _totals(lines: Iterable[UnitFigures]) -> dict[int, int]:
    return {line.unit_id: line.total for line in lines if line.unit_id is not None}


def _moves_between(connection: Connection, day: date, now: date) -> tuple[DenominatorMove, ...]:
    contest_id = find_contest_id(connection)
    whom = may_differ(min(day, now), max(day, now), contest_id)
    return moves_between_days(load_facts(connection, contest_id, whom), day, now)
