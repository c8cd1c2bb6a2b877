"""Two entries with periods of one reason: merged, what touches or overlaps is one period."""

from __future__ import annotations

from datetime import date

import pytest

from models.journal.history import fingerprint
from models.journal.replay import undo
from models.records import PersonDraft
from models.records.periods import PeriodKind
from models.roster.exemptions import set_exempt
from models.roster.leaving import bring_back, set_left
from models.roster.merging import merge_people
from models.roster.people import add_person
from models.roster.timeline import periods_of
from models.store.data_file import DataFile
from tests.factory import unit

SICK, STUDY = "Nghỉ ốm dài ngày", "Cử đi học tập trung"
Days = tuple[date, date | None]


def may(first: int, last: int | None) -> Days:
    return date(2026, 5, first), None if last is None else date(2026, 5, last)


def two(file: DataFile) -> tuple[int, int]:
    draft = PersonDraft("Nguyễn Văn An", unit(file, "Trạm Y tế xã").id)
    return add_person(file, draft), add_person(file, draft)


def periods(file: DataFile, person_id: int, kind: PeriodKind) -> list[tuple[str, Days]]:
    found = [each for each in periods_of(file, person_id) if each.kind is kind]
    return sorted((each.words, (each.since, each.until)) for each in found)


@pytest.mark.parametrize(
    ("own", "other", "joined"),
    [
        (may(1, 10), may(5, 20), [may(1, 20)]),
        (may(1, 10), may(11, 20), [may(1, 20)]),
        (may(11, 20), may(1, 10), [may(1, 20)]),
        (may(1, None), may(5, 20), [may(1, None)]),
        (may(5, 20), may(1, None), [may(1, None)]),
        (may(1, 31), may(5, 6), [may(1, 31)]),
        (may(1, 10), may(12, 20), [may(1, 10), may(12, 20)]),
    ],
)
def test_exemptions_of_one_reason(
    file: DataFile, own: Days, other: Days, joined: list[Days]
) -> None:
    keep, gone = two(file)
    set_exempt(file, [keep], SICK, *own)
    set_exempt(file, [gone], SICK, *other)
    before = fingerprint(file)
    merge_people(file, keep, gone, {})
    assert [days for _, days in periods(file, keep, PeriodKind.EXEMPT)] == joined
    undo(file)
    assert fingerprint(file) == before


def test_exemptions_of_other_reasons_stay_apart(file: DataFile) -> None:
    keep, gone = two(file)
    set_exempt(file, [keep], SICK, *may(1, 10))
    set_exempt(file, [gone], STUDY, *may(11, 20))
    merge_people(file, keep, gone, {})
    assert periods(file, keep, PeriodKind.EXEMPT) == [(STUDY, may(11, 20)), (SICK, may(1, 10))]


def away(file: DataFile, person_id: int, since: date, until: date | None) -> None:
    set_left(file, [person_id], since, "Chuyển công tác")
    if until is not None:
        bring_back(file, [person_id], until.replace(day=until.day + 1))


def test_times_away(file: DataFile) -> None:
    keep, gone = two(file)
    away(file, keep, *may(1, 10))
    away(file, gone, *may(8, 20))
    merge_people(file, keep, gone, {})
    assert [days for _, days in periods(file, keep, PeriodKind.AWAY)] == [may(1, 20)]


def test_a_leaving_takes_in_the_time_away_that_it_meets(file: DataFile) -> None:
    keep, gone = two(file)
    away(file, keep, date(2026, 5, 11), None)
    away(file, gone, *may(1, 10))
    set_left(file, [gone], date(2026, 5, 11), "Nghỉ hưu")
    merge_people(file, keep, gone, {})
    assert [days for _, days in periods(file, keep, PeriodKind.AWAY)] == [may(1, None)]
