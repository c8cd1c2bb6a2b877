"""Counts of the city beside ours: the gap by names, and the rest as a number."""

from __future__ import annotations

from datetime import date

import pytest

from models.errors import AppError
from models.journal.history import fingerprint
from models.journal.replay import undo
from models.reconcile.official import (
    ELSEWHERE,
    INCOMING,
    LATER,
    STRANGERS,
    UNSEEN,
    delete_official_figure,
    explain_gap,
    official_figures,
    set_official_figure,
)
from models.records import Mark
from models.roster.marks import set_marks
from models.store.data_file import DataFile
from tests.factory import add_people, made_up_name, unit
from tests.models.reconcile.exports import CULTURE, ECONOMY, export, person, write

DAY = date(2026, 6, 8)
HEAD = ("Họ tên", "Tên đăng nhập", "Đơn vị")


def test_figures_stand_beside_our_own(file: DataFile) -> None:
    ids = add_people(file, 10)
    set_marks(file, ids[:4], Mark.REGISTERED, date(2026, 6, 7))
    set_official_figure(file, DAY, total=10, registered=3, source="Công văn 12")
    set_official_figure(file, date(2026, 6, 1), unit(file).id, registered=0)
    newest, older = official_figures(file)
    assert (newest.registered, newest.ours_registered, newest.ours_total) == (3, 4, 10)
    assert (older.unit, older.ours_registered) == (CULTURE, 0)


def test_a_second_count_of_the_day_takes_the_place_of_the_first(file: DataFile) -> None:
    before = fingerprint(file)
    first = set_official_figure(file, DAY, registered=3)
    assert set_official_figure(file, DAY, registered=5) == first
    assert [each.registered for each in official_figures(file)] == [5]
    delete_official_figure(file, first)
    assert official_figures(file) == ()
    for _ in range(3):
        undo(file)
    assert fingerprint(file) == before


@pytest.mark.parametrize(
    "counts",
    [{}, {"registered": -1}, {"registered": 3, "completed": 4}, {"total": 1, "registered": 2}],
)
def test_counts_that_cannot_be_are_refused(file: DataFile, counts: dict[str, int]) -> None:
    with pytest.raises(AppError):
        set_official_figure(file, DAY, **counts)  # type: ignore[arg-type]


def test_a_day_to_come_is_refused(file: DataFile) -> None:
    with pytest.raises(AppError):
        set_official_figure(file, date(2026, 6, 9), registered=1)


def test_a_gap_of_seven_is_explained_by_names_and_a_rest(file: DataFile) -> None:
    ids = add_people(file, 31)
    seen = [(f"0912{at:06d}", at) for at in range(26)]
    rows = [(made_up_name(at), phone, "UBND xã Bình Giang" if at < 3 else "") for phone, at in seen]
    write(file, export(*rows, head=HEAD), as_of=date(2026, 6, 7))
    set_marks(file, ids, Mark.REGISTERED, date(2026, 6, 7))
    set_official_figure(file, DAY, total=532, registered=22)
    (figure,) = official_figures(file)
    gap = explain_gap(file, figure)
    assert gap is not None
    assert (gap.ours, gap.official, gap.difference) == (31, 22, 9)
    assert [(cause.words, cause.count) for cause in gap.causes] == [(ELSEWHERE, 3), (UNSEEN, 5)]
    assert set(gap.causes[1].people) == {made_up_name(at) for at in range(26, 31)}
    assert gap.unexplained == 1
    assert explain_gap(file, figure, Mark.COMPLETED) is None


def test_the_city_counting_more_is_explained_too(file: DataFile) -> None:
    late = person(file, "Nguyễn Văn An", "0982103591")
    person(file, "Trần Thị Bình", "0982103592", ECONOMY)
    rows = [("Trần Thị Bình", "0982103592", CULTURE), ("Lê Lạ", "0982103599", CULTURE)]
    write(file, export(*rows, head=HEAD), as_of=date(2026, 6, 5))
    set_marks(file, [late], Mark.REGISTERED, DAY)
    set_official_figure(file, date(2026, 6, 6), unit(file).id, registered=5)
    (figure,) = official_figures(file)
    gap = explain_gap(file, figure)
    assert gap is not None
    assert gap.difference == -5
    assert [(cause.words, cause.people) for cause in gap.causes] == [
        (STRANGERS, ("Lê Lạ",)),
        (LATER, ("Nguyễn Văn An",)),
        (INCOMING, ("Trần Thị Bình",)),
    ]
    assert gap.unexplained == 2


def test_equal_counts_leave_nothing_to_explain(file: DataFile) -> None:
    set_official_figure(file, DAY, registered=0)
    gap = explain_gap(file, official_figures(file)[0])
    assert gap is not None
    assert (gap.causes, gap.unexplained) == ((), 0)
