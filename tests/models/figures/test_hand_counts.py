"""Every figure against a count done by hand: what happened, and what is told of which day."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from models.figures.figures import figures
from models.figures.rollup import rolled_up
from models.records import Mark, PersonDraft, UnitKind
from models.roster.exemptions import end_exempt, set_exempt
from models.roster.leaving import bring_back, set_left
from models.roster.marks import clear_marks, set_marks
from models.roster.people import add_person
from models.roster.posts import add_side_post
from models.roster.transfers import correct_unit, transfer
from models.roster.units import add_unit
from tests.factory import add_people, unit

HERE, THERE = "Phòng Văn hóa - Xã hội", "Công an xã"
BIRTH, ILL = "Nghỉ thai sản", "Nghỉ ốm dài ngày"


def june(day):
    return date(2026, 6, day)


class Office:
    """Four people here and one there, and what happens to them, in short words."""

    def __init__(self, file):
        self.file = file
        self.here, self.there = unit(file).id, unit(file, THERE).id
        self.ids = [*add_people(file, 4), *add_people(file, 1, self.there)]

    def registered(self, day, *who):
        set_marks(self.file, self.of(who), Mark.REGISTERED, day)

    def completed(self, day, *who):
        set_marks(self.file, self.of(who), Mark.COMPLETED, day)

    def exempt(self, since, until, *who, why=BIRTH):
        set_exempt(self.file, self.of(who), why, since, until)

    def moved(self, day, *who):
        transfer(self.file, self.of(who), self.there, day)

    def of(self, who):
        return [self.ids[at] for at in who]

    def line(self, day, name):
        found = {each.name: each for each in figures(self.file, day).units}
        one = found.get(name)
        return (one.total, one.registered, one.completed) if one else (0, 0, 0)


def late_mark(office):
    """Registered on the third, entered today; completed on the fifth implies registered then."""
    office.registered(june(3), 0)
    office.completed(june(5), 1)


def mark_taken_away(office):
    """A mark that is taken away has never been."""
    office.registered(june(3), 0, 1)
    clear_marks(office.file, office.of([0]), Mark.REGISTERED)


def completed_before_registered(office):
    """Two files say it in the wrong order: completing on the second registers on the second."""
    office.registered(june(6), 0)
    office.completed(june(2), 0)


def exemption_that_starts_and_ends(office):
    """Both days of an exemption are days of it."""
    office.registered(june(1), 0)
    office.exempt(june(3), june(4), 0)


def exemptions_that_touch(office):
    """One reason to the fourth, another from the fifth on; then the first again, joined."""
    office.exempt(june(3), june(4), 0, why=ILL)
    office.exempt(june(5), june(6), 0, why=BIRTH)
    office.exempt(june(1), june(2), 0, why=ILL)


def exemption_ended_early(office):
    """Back at work from the sixth on."""
    office.exempt(june(2), None, 0, 1)
    end_exempt(office.file, office.of([0]), june(6))


def left_and_back(office):
    """Gone from the third to the sixth, marked before; counted again as before from the seventh."""
    office.completed(june(1), 0)
    set_left(office.file, office.of([0]), june(3), "Biệt phái")
    bring_back(office.file, office.of([0]), june(7))


def newcomer(office):
    """Came on the fifth, and was marked by a file on a day before that."""
    draft = PersonDraft("Lê Thị Mới", office.here, came_on=june(5))
    office.ids.append(add_person(office.file, draft))
    office.registered(june(2), 5)


@pytest.mark.parametrize(
    ("happened", "counts"),
    [
        (late_mark, {2: (5, 0, 0, 0), 3: (5, 1, 0, 0), 4: (5, 1, 0, 0), 5: (5, 2, 1, 0)}),
        (mark_taken_away, {2: (5, 0, 0, 0), 3: (5, 1, 0, 0), 8: (5, 1, 0, 0)}),
        (completed_before_registered, {1: (5, 0, 0, 0), 2: (5, 1, 1, 0), 6: (5, 1, 1, 0)}),
        (
            exemption_that_starts_and_ends,
            {2: (5, 1, 0, 0), 3: (4, 0, 0, 1), 4: (4, 0, 0, 1), 5: (5, 1, 0, 0)},
        ),
        (
            exemptions_that_touch,
            {1: (4, 0, 0, 1), 4: (4, 0, 0, 1), 5: (4, 0, 0, 1), 6: (4, 0, 0, 1), 7: (5, 0, 0, 0)},
        ),
        (exemption_ended_early, {1: (5, 0, 0, 0), 5: (3, 0, 0, 2), 6: (4, 0, 0, 1)}),
        (left_and_back, {2: (5, 1, 1, 0), 3: (4, 0, 0, 0), 6: (4, 0, 0, 0), 7: (5, 1, 1, 0)}),
        (newcomer, {4: (5, 0, 0, 0), 5: (6, 1, 0, 0)}),
    ],
)
def test_the_commune_on_each_day(file, happened, counts):
    office = Office(file)
    happened(office)
    told = {day: figures(file, june(day)) for day in counts}
    assert {
        day: (each.total, each.registered, each.completed, each.exempt)
        for day, each in told.items()
    } == counts


def moved_today(office):
    """A registered person moves on the eighth."""
    office.registered(june(2), 0)
    office.moved(june(8), 0)


def moved_and_told_late(office):
    """The same, entered today for the fourth."""
    office.registered(june(2), 0)
    office.moved(june(4), 0)


def written_wrongly(office):
    """Never was in the first unit: the past is told anew."""
    office.registered(june(2), 0)
    correct_unit(office.file, office.of([0]), office.there)


def moved_there_and_back(office):
    """There from the third on, here again from the sixth on."""
    office.moved(june(3), 0)
    transfer(office.file, office.of([0]), office.here, june(6))


def second_post(office):
    """Serves there too, and counts here alone."""
    office.registered(june(2), 0)
    add_side_post(office.file, office.ids[0], office.there, "Thủ quỹ", june(1))


def second_post_becomes_the_main_one(office):
    """Served there from the first on and moves there on the fifth: still one person."""
    add_side_post(office.file, office.ids[0], office.there, "Thủ quỹ", june(1))
    office.moved(june(5), 0)


@pytest.mark.parametrize(
    ("happened", "here", "there"),
    [
        (moved_today, {7: (4, 1, 0), 8: (3, 0, 0)}, {7: (1, 0, 0), 8: (2, 1, 0)}),
        (moved_and_told_late, {3: (4, 1, 0), 4: (3, 0, 0)}, {3: (1, 0, 0), 4: (2, 1, 0)}),
        (written_wrongly, {1: (3, 0, 0), 8: (3, 0, 0)}, {1: (2, 0, 0), 8: (2, 1, 0)}),
        (
            moved_there_and_back,
            {2: (4, 0, 0), 3: (3, 0, 0), 5: (3, 0, 0), 6: (4, 0, 0)},
            {2: (1, 0, 0), 3: (2, 0, 0), 5: (2, 0, 0), 6: (1, 0, 0)},
        ),
        (second_post, {1: (4, 0, 0), 8: (4, 1, 0)}, {1: (1, 0, 0), 8: (1, 0, 0)}),
        (
            second_post_becomes_the_main_one,
            {4: (4, 0, 0), 5: (3, 0, 0)},
            {4: (1, 0, 0), 5: (2, 0, 0)},
        ),
    ],
)
def test_each_unit_on_each_day(file, happened, here, there):
    office = Office(file)
    happened(office)
    assert {day: office.line(june(day), HERE) for day in here} == here
    assert {day: office.line(june(day), THERE) for day in there} == there
    assert {figures(file, june(day)).total for day in range(1, 9)} == {5}


def test_a_unit_with_and_without_its_sub_units(file):
    office = Office(file)
    below = add_unit(file, "Tổ Một", UnitKind.GOVERNMENT, office.here)
    lowest = add_unit(file, "Nhóm Hai", UnitKind.GOVERNMENT, below)
    office.ids += add_people(file, 2, below) + add_people(file, 3, lowest)
    office.completed(june(3), 0, 5, 7, 8)
    office.exempt(june(4), None, 6, 9)
    transfer(file, office.of([7]), office.there, june(6))
    own = {
        5: {HERE: (4, 1, 1), "Tổ Một": (1, 1, 1), "Nhóm Hai": (2, 2, 2), THERE: (1, 0, 0)},
        6: {HERE: (4, 1, 1), "Tổ Một": (1, 1, 1), "Nhóm Hai": (1, 1, 1), THERE: (2, 1, 1)},
    }
    for day, lines in own.items():
        assert {name: office.line(june(day), name) for name in lines} == lines
    whole = {each.name: each for each in rolled_up(file, figures(file, june(6))).units}
    told = {name: (whole[name].total, whole[name].completed) for name in own[6]}
    assert told == {HERE: (6, 3), "Tổ Một": (2, 2), "Nhóm Hai": (1, 1), THERE: (2, 1)}


@pytest.mark.parametrize(
    ("day", "registered"),
    [
        (date(2028, 2, 28), 0),
        (date(2028, 2, 29), 1),
        (date(2028, 3, 1), 2),
        (date(2028, 6, 14), 3),
        (date(2028, 6, 15), 4),
        (date(2028, 12, 31), 5),
        (date(2029, 1, 1), 6),
    ],
)
def test_leap_days_and_the_borders_of_periods(file, monkeypatch, day, registered):
    """The month of the decree ends on the 14th, the year of the calendar on its last day."""
    monkeypatch.setattr(file, "clock", lambda: datetime(2029, 1, 5, 12, 0))
    ids = add_people(file, 6)
    marks = [(2, 29), (3, 1), (6, 14), (6, 15), (12, 31)]
    for who, (month, at) in zip(ids, marks, strict=False):
        set_marks(file, [who], Mark.REGISTERED, date(2028, month, at))
    set_marks(file, ids[5:], Mark.REGISTERED, date(2029, 1, 1))
    assert figures(file, day).registered == registered
