"""Who took part without passing: found in exports, kept as a state of its own, never put back."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import Integer, cast, func, select

from models.contests.rule import set_score_rule
from models.figures.figures import figures
from models.journal.replay import undo
from models.reconcile.records import Box
from models.records import Mark, PeopleQuery, Person, ScoreRule, Status
from models.records.moment import Moment
from models.roster.doubtful import doubtful_marks
from models.roster.marks import set_marks
from models.roster.people import list_people
from models.roster.registration import completed_by, failed_by
from models.store.data_file import DataFile
from models.store.schema import participations
from tests.models.reconcile.exports import CULTURE, entry_of, export, person, plan, write

AN, BINH = "Nguyễn Văn An", "Trần Thị Bình"
PHONE, OTHER = "0982103591", "0982103592"
FIRST, SECOND = date(2026, 6, 2), date(2026, 6, 5)
WORDS = ("Tên đăng nhập", "Họ tên", "Đơn vị", "Trạng thái", "Ngày thi")


def tried(score: object, day: str = "02/06/2026", login: str = PHONE, name: str = AN):
    return (login, name, CULTURE, score, day)


def the(file: DataFile, name: str = AN) -> Person:
    return next(each for each in list_people(file, PeopleQuery()) if each.name == name)


def ids(file: DataFile, status: Status, day: date | None = None) -> list[int]:
    query = PeopleQuery(statuses=frozenset({status}), as_of=day)
    return [each.id for each in list_people(file, query)]


def counts_at(file: DataFile, minute: int) -> tuple[int, int]:
    """How many had failed, and completed, by a minute of the first day."""
    at = Moment(FIRST, minute)
    statement = select(
        *(func.sum(cast(each, Integer)) for each in (failed_by(at), completed_by(at)))
    )
    with file.reading() as connection:
        failed, completed = connection.execute(statement.select_from(participations)).one()
    return int(failed), int(completed)


@pytest.fixture
def an(file: DataFile) -> int:
    return person(file, AN, PHONE)


def test_points_below_the_pass_mark_are_a_state_of_its_own(file: DataFile, an: int) -> None:
    made = plan(file, export(tried("40/100")), pass_mark=50.0)
    assert (made.registered, made.failed, made.completed) == (1, 1, 0)
    assert "đã thi, chưa đạt" in entry_of(made, AN).reasons
    set_score_rule(file, ScoreRule.BEST, 50.0)
    result = write(file, export(tried("40/100")), pass_mark=50.0)
    assert (result.newly_registered, result.newly_failed, result.newly_completed) == (1, 1, 0)
    assert (the(file).registered_on, the(file).failed_on, the(file).score) == (FIRST, FIRST, 40)
    assert the(file).has_failed
    found = figures(file)
    assert (found.registered, found.failed, found.completed) == (1, 1, 0)
    assert [each.failed for each in found.units] == [1]
    assert ids(file, Status.FAILED) == ids(file, Status.REGISTERED) == [an]
    assert ids(file, Status.NOT_COMPLETED) == [an]
    assert write(file, export(tried("40/100")), pass_mark=50.0).unchanged


@pytest.mark.parametrize("said", ["Không đạt", "Chưa đạt", "Trượt", "Thi lại", "Failed"])
def test_words_say_it_too(file: DataFile, an: int, said: str) -> None:
    write(file, export(tried(said), head=WORDS))
    assert (the(file).has_failed, the(file).failed_on) == (True, FIRST)


@pytest.mark.parametrize("said", ["Chưa thi", "Chưa hoàn thành", "Vắng thi", "Chưa đăng ký"])
def test_who_did_not_take_part_has_not_failed(file: DataFile, an: int, said: str) -> None:
    write(file, export(tried(said, ""), head=WORDS))
    assert not the(file).has_failed


@pytest.mark.parametrize(("score", "pass_mark"), [("40/100", None), ("0", 50.0), ("50/100", 50.0)])
def test_nobody_fails_without_a_pass_mark_or_a_try(
    file: DataFile, an: int, score: str, pass_mark: float | None
) -> None:
    write(file, export(tried(score, "")), pass_mark=pass_mark)
    assert not the(file).has_failed


def test_failed_then_passed_keeps_both_days(file: DataFile, an: int) -> None:
    write(file, export(tried("40/100")), pass_mark=50.0)
    write(file, export(tried("40/100"), tried("90/100", "05/06/2026")), pass_mark=50.0)
    now = the(file)
    assert (now.failed_on, now.completed_on, now.score) == (FIRST, SECOND, 90)
    assert not now.has_failed
    assert ids(file, Status.FAILED, FIRST) == [an]
    assert ids(file, Status.FAILED) == []
    undo(file)
    assert the(file).has_failed


def test_both_tries_in_one_file_tell_both_days(file: DataFile, an: int) -> None:
    write(file, export(tried("40/100"), tried("90/100", "05/06/2026")), pass_mark=50.0)
    assert (the(file).failed_on, the(file).completed_on) == (FIRST, SECOND)
    assert (figures(file, FIRST).failed, figures(file, SECOND).failed) == (1, 0)


def test_passed_never_goes_back_quietly(file: DataFile, an: int) -> None:
    set_marks(file, [an], Mark.COMPLETED, FIRST)
    made = plan(file, export(tried("40/100", "05/06/2026")), pass_mark=50.0)
    told = "; ".join(entry_of(made, AN).reasons)
    assert "đã thi, chưa đạt" in told
    assert "02/06/2026, dấu này được giữ nguyên" in told
    write(file, export(tried("40/100", "05/06/2026")), pass_mark=50.0)
    assert (the(file).completed_on, the(file).failed_on) == (FIRST, None)


def test_a_completion_that_the_platform_has_lost_is_in_doubt(file: DataFile, an: int) -> None:
    write(file, export(tried("90/100")), pass_mark=50.0)
    made = plan(file, export(tried("40/100")), pass_mark=50.0)
    assert entry_of(made, AN).box is Box.REGRESSED
    write(file, export(tried("40/100")), pass_mark=50.0)
    assert the(file).completed_on == FIRST
    assert [each.mark for each in doubtful_marks(file)] == [Mark.COMPLETED]


def test_one_of_two_accounts_that_passed_is_enough(file: DataFile, an: int) -> None:
    person(file, BINH, OTHER)
    rows = (tried("40/100", login="binh1", name=BINH), tried("80/100", login="binh2", name=BINH))
    made = plan(file, export(*rows, tried("40/100")), pass_mark=50.0)
    assert made.failed == 1


def test_the_same_day_counts_by_its_times(file: DataFile, an: int) -> None:
    tries = (tried("40/100", "02/06/2026 08:05"), tried("90/100", "02/06/2026 14:20"))
    write(file, export(*tries), pass_mark=50.0)
    for minute, failed, completed in ((484, 0, 0), (485, 1, 0), (859, 1, 0), (860, 0, 1)):
        assert counts_at(file, minute) == (failed, completed), minute
