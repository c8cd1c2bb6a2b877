"""From the open file to a document: the figures and the people of one day, then the value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from models.errors import AppError
from models.records import Contest, Mark, PeopleQuery, Status, Unit
from reports.document import Document

if TYPE_CHECKING:
    from models.store.data_file import DataFile

UNIT_SUMMARY, NOT_REGISTERED, NOT_COMPLETED = "unit-summary", "not-registered", "not-completed"
PEOPLE, WRONG_UNITS = "people", "wrong-unit-slips"


@dataclass(frozen=True, slots=True)
class Request:
    """Which document: its kind, the day of its figures, one unit or all, phones masked or not."""

    kind: str
    as_of: date | None = None
    unit_id: int | None = None
    masked: bool = True


def compose(file: DataFile, request: Request) -> Document:
    """The document that `request` asks for, with the figures of its day.

    Raises `AppError` when there is no contest or no such unit.
    """
    day = request.as_of or file.clock().date()
    if request.kind == UNIT_SUMMARY:
        return _unit_summary(file, day)
    if request.kind == PEOPLE:
        return _people(file, day, request)
    if request.kind == WRONG_UNITS:
        return _wrong_units(file, day, request)
    mark = Mark.REGISTERED if request.kind == NOT_REGISTERED else Mark.COMPLETED
    return _missing(file, day, mark, request)


def _unit_summary(file: DataFile, day: date) -> Document:
    from models.figures.figures import figures
    from models.office.issuer import issuer_of
    from models.office.whose import the_commune
    from reports.kinds.unit_summary import unit_summary

    return unit_summary(
        figures(file, day), issuer_of(file), the_commune(file), _contest(file), None
    )


def _missing(file: DataFile, day: date, mark: Mark, request: Request) -> Document:
    from models.figures.figures import figures
    from models.office.issuer import issuer_of
    from models.office.whose import the_commune
    from models.roster.people import list_people
    from reports.kinds.missing_people import missing_people

    unit = _unit(file, request.unit_id)
    status = Status.NOT_REGISTERED if mark is Mark.REGISTERED else Status.NOT_COMPLETED
    query = PeopleQuery(
        unit_ids=frozenset({unit.id} if unit else ()), statuses=frozenset({status}), as_of=day
    )
    return missing_people(
        list_people(file, query),
        mark,
        unit,
        figures(file, day),
        issuer_of(file),
        the_commune(file),
        _contest(file),
        None,
        request.masked,
    )


def _people(file: DataFile, day: date, request: Request) -> Document:
    from models.figures.figures import figures
    from models.office.issuer import issuer_of
    from models.office.whose import the_commune
    from models.roster.people import list_people
    from reports.kinds.people_list import people_list

    unit = _unit(file, request.unit_id)
    query = PeopleQuery(unit_ids=frozenset({unit.id} if unit else ()), as_of=day)
    return people_list(
        list_people(file, query),
        unit,
        figures(file, day),
        issuer_of(file),
        the_commune(file),
        _contest(file),
        None,
        request.masked,
    )


def _wrong_units(file: DataFile, day: date, request: Request) -> Document:
    from models.figures.figures import figures
    from models.office.issuer import issuer_of
    from models.office.whose import the_commune
    from models.reconcile.slips import slips_of_day
    from reports.kinds.wrong_units import wrong_units

    return wrong_units(
        slips_of_day(file, day, request.unit_id),
        _unit(file, request.unit_id),
        figures(file, day),
        issuer_of(file),
        the_commune(file),
        _contest(file),
        None,
        request.masked,
    )


def _unit(file: DataFile, unit_id: int | None) -> Unit | None:
    from models.roster.units import list_units

    if unit_id is None:
        return None
    found = next((unit for unit in list_units(file) if unit.id == unit_id), None)
    if found is None:
        raise AppError("Đơn vị này không còn trong danh sách.", "Hãy chọn đơn vị khác.")
    return found


def _contest(file: DataFile) -> Contest:
    from models.contests.current import current_contest

    contest = current_contest(file)
    if contest is None:
        raise AppError("Chưa chọn cuộc thi nên chưa lập được văn bản.", "Hãy chọn cuộc thi trước.")
    return contest
