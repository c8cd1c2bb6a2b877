"""The lists of people: who belongs in them is read, the kinds make documents of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from models.errors import AppError
from models.records import Mark, PeopleQuery, Status, Unit
from models.records.moment import Moment
from reports.document import Document
from reports.gather.request import (
    Request,
    asked_unit,
    occasion_of,
    refuse_nameless,
    refuse_uncounted,
)
from reports.kinds.missing_people import missing_people
from reports.kinds.people_list import people_list
from reports.kinds.wrong_units import wrong_units
from reports.occasion import Occasion

if TYPE_CHECKING:
    from models.store.store import Store


def everybody(file: Store, request: Request) -> Document:
    """Everybody present, of one unit or of all."""
    from models.roster.people import list_people

    occasion, unit = named_occasion(file, request)
    people = list_people(file, _query(occasion, unit))
    return people_list(people, unit, occasion, request.masked)


def without_registration(file: Store, request: Request) -> Document:
    """Who has not registered. Raises `AppError` in a contest that does not count it."""
    occasion, unit = named_occasion(file, request)
    if occasion.contest.one_mark:
        raise AppError(
            f"Cuộc thi {occasion.contest.short_name} không theo dõi đăng ký nên không có danh sách "
            "chưa đăng ký.",
            "Hãy lập Danh sách chưa hoàn thành (not-completed).",
        )
    return _missing(file, request, occasion, unit, Mark.REGISTERED)


def without_completion(file: Store, request: Request) -> Document:
    """Who has not completed."""
    occasion, unit = named_occasion(file, request)
    return _missing(file, request, occasion, unit, Mark.COMPLETED)


def slips(file: Store, request: Request) -> Document:
    """Whom the platform has in another unit."""
    from models.reconcile.slips import slips_of_day

    occasion, unit = named_occasion(file, request)
    found = slips_of_day(file, occasion.as_of, request.unit_id)
    return wrong_units(found, unit, occasion, request.masked)


def named_occasion(file: Store, request: Request) -> tuple[Occasion, Unit | None]:
    """A list of people is of the end of its day, whatever minute of it is asked for."""
    at = request.as_of
    occasion = occasion_of(file, replace(request, as_of=at.day if isinstance(at, Moment) else at))
    refuse_nameless(occasion.contest)
    return occasion, asked_unit(file, request)


def _query(occasion: Occasion, unit: Unit | None) -> PeopleQuery:
    return PeopleQuery(unit_ids=frozenset({unit.id} if unit else ()), as_of=occasion.as_of)


def _missing(
    file: Store, request: Request, occasion: Occasion, unit: Unit | None, mark: Mark
) -> Document:
    from models.roster.people import list_people

    refuse_uncounted(occasion.contest)
    status = Status.NOT_REGISTERED if mark is Mark.REGISTERED else Status.NOT_COMPLETED
    query = replace(_query(occasion, unit), statuses=frozenset({status}))
    return missing_people(list_people(file, query), mark, unit, occasion, request.masked)
