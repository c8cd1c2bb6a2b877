"""From the open file to a document: the figures and the people of one day, then the value."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from models.contests.mark_names import mark_names
from models.errors import AppError
from models.records import Contest, Mark, PeopleQuery, Status, Unit
from reports.document import Document
from reports.kinds.missing_people import missing_people
from reports.kinds.people_list import people_list
from reports.kinds.unit_summary import unit_summary
from reports.kinds.wrong_units import wrong_units
from reports.occasion import Occasion

if TYPE_CHECKING:
    from models.papers.periods import ReportPeriod
    from models.store.store import Store

UNIT_SUMMARY, NOT_REGISTERED, NOT_COMPLETED = "unit-summary", "not-registered", "not-completed"
PEOPLE, WRONG_UNITS = "people", "wrong-unit-slips"


@dataclass(frozen=True, slots=True)
class Request:
    """Which document: its kind, the day of its figures, one unit or all, phones masked or not.

    Of a `period` the figures are those of its last day, or of today while it lasts.
    """

    kind: str
    as_of: date | None = None
    unit_id: int | None = None
    masked: bool = True
    period: ReportPeriod | None = None


def compose(file: Store, request: Request) -> Document:
    """The document that `request` asks for, with the figures of its day.

    Raises `AppError` when there is no contest or no such unit.
    """
    from models.store.snapshot import snapshot

    with snapshot(file) as still:
        made = _composed(still, request, file.clock().date())
    if request.period is None:
        return made
    # Files of two periods may be made in one minute.
    return replace(made, stem=f"{made.stem}_Ky-{request.period.code.replace('..', '_')}")


def _composed(still: Store, request: Request, today: date) -> Document:
    occasion = _occasion(still, request, today)
    if request.kind == UNIT_SUMMARY:
        return unit_summary(occasion)
    _refuse_purged(occasion.contest)
    unit = _unit(still, request.unit_id)
    if request.kind == WRONG_UNITS:
        return _wrong_units(still, unit, occasion, request)
    return _of_people(still, unit, occasion, request)


def _refuse_purged(contest: Contest) -> None:
    """Whose marks are gone would stand there as if they had done nothing."""
    from models.contests.closed import data_purged

    if contest.purged_on is not None:
        raise data_purged(contest.short_name, contest.purged_on)


def _occasion(file: Store, request: Request, today: date) -> Occasion:
    from models.contests.current import current_contest
    from models.figures.figures import figures
    from models.office.issuer import issuer_of
    from models.office.whose import the_commune

    contest = current_contest(file)
    if contest is None:
        raise AppError("Chưa chọn cuộc thi nên chưa lập được văn bản.", "Hãy chọn cuộc thi trước.")
    period = request.period
    if period is None:
        found = figures(file, request.as_of or today)
        return Occasion(found, issuer_of(file), the_commune(file), contest)
    from models.papers.period_change import change_in_period, day_of_period, period_notes

    found = figures(file, day_of_period(period, today))
    change = change_in_period(file, period, found)
    remarks = period_notes(period, change, today, mark_names(contest))
    return Occasion(
        found, issuer_of(file), the_commune(file), contest, period=period.name, remarks=remarks
    )


def _of_people(file: Store, unit: Unit | None, occasion: Occasion, request: Request) -> Document:
    """Everybody present, or those who have still to do something."""
    from models.roster.people import list_people

    query = PeopleQuery(unit_ids=frozenset({unit.id} if unit else ()), as_of=occasion.as_of)
    if request.kind == PEOPLE:
        return people_list(list_people(file, query), unit, occasion, request.masked)
    registering = request.kind == NOT_REGISTERED
    if registering and occasion.contest.one_mark:
        raise AppError(
            f"Cuộc thi {occasion.contest.short_name} không theo dõi đăng ký nên không có danh sách "
            "chưa đăng ký.",
            "Hãy lập Danh sách chưa hoàn thành (not-completed).",
        )
    mark = Mark.REGISTERED if registering else Mark.COMPLETED
    status = Status.NOT_REGISTERED if registering else Status.NOT_COMPLETED
    people = list_people(file, replace(query, statuses=frozenset({status})))
    return missing_people(people, mark, unit, occasion, request.masked)


def _wrong_units(file: Store, unit: Unit | None, occasion: Occasion, request: Request) -> Document:
    from models.reconcile.slips import slips_of_day

    slips = slips_of_day(file, occasion.as_of, request.unit_id)
    return wrong_units(slips, unit, occasion, request.masked)


def _unit(file: Store, unit_id: int | None) -> Unit | None:
    from models.roster.unit_tree import list_units

    if unit_id is None:
        return None
    found = next((unit for unit in list_units(file) if unit.id == unit_id), None)
    if found is None:
        raise AppError("Đơn vị này không còn trong danh sách.", "Hãy chọn đơn vị khác.")
    return found
