"""Dated facts: ended and not undone, joined and not ignored, corrected or moved; by hand counts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import AppError
from models.figures.figures import figures
from models.journal.history import fingerprint
from models.journal.replay import undo
from models.records import PeopleQuery, PersonDraft
from models.records.periods import PeriodKind
from models.roster.exemptions import (
    edit_exemption,
    end_exempt,
    remove_exemption,
    set_exempt,
)
from models.roster.leaving import bring_back, edit_absence, remove_absence, set_left
from models.roster.people import add_person, edit_person, list_ids
from models.roster.periods import Span, joined_with
from models.roster.person_rows import people_by_ids
from models.roster.timeline import periods_of
from models.roster.transfers import correct_unit, edit_last_day, remove_former, transfer
from tests.factory import add_people, exemptions_of, unit

BIRTH, ILL = "Nghỉ thai sản", "Nghỉ ốm dài ngày"


def june(day):
    return date(2026, 6, day)


def totals(file, *days):
    return [figures(file, june(day)).total for day in days]


def spans(file, person):
    return [(e.words, e.since, e.until) for e in exemptions_of(file, person)]


def test_counting_somebody_again_ends_the_period_and_the_past_keeps_its_figures(file):
    ids = add_people(file, 3)
    set_exempt(file, ids[:2], BIRTH, june(1))
    frozen = totals(file, 1, 2, 3, 4)
    assert end_exempt(file, ids, june(5)) == 2
    assert totals(file, 1, 2, 3, 4) == frozen == [1, 1, 1, 1]
    assert totals(file, 5, 8) == [3, 3]
    assert spans(file, ids[0]) == [(BIRTH, june(1), june(4))]


def test_a_period_that_would_end_before_it_began_has_never_been(file):
    (person,) = add_people(file, 1)
    set_exempt(file, [person], BIRTH, june(8))
    assert end_exempt(file, [person], june(8)) == 1
    assert spans(file, person) == []


def test_only_what_holds_on_the_day_ends(file):
    (person,) = add_people(file, 1)
    set_exempt(file, [person], BIRTH, june(1), june(3))
    set_exempt(file, [person], ILL, june(20))
    assert end_exempt(file, [person], june(8)) == 0
    assert len(spans(file, person)) == 2


def test_somebody_who_left_is_back_from_a_day_and_the_days_between_stay_days_away(file):
    ids = add_people(file, 2)
    set_left(file, ids[:1], june(2), "Nghỉ không lương")
    assert bring_back(file, ids, june(6)) == 1
    assert totals(file, 1, 2, 5, 6, 8) == [2, 1, 1, 2, 2]
    (person,) = people_by_ids(file, ids[:1])
    assert (person.present, person.left_on, person.left_reason) == (True, None, "")
    (away,) = [p for p in periods_of(file, ids[0]) if p.kind is PeriodKind.AWAY]
    assert (away.words, away.since, away.until) == ("Nghỉ không lương", june(2), june(5))
    undo(file)
    assert totals(file, 6, 8) == [1, 1]


@pytest.mark.parametrize(
    ("left", "back", "counted"),
    [
        (date(2028, 2, 28), date(2028, 3, 1), [True, False, False, True]),
        (date(2028, 2, 29), date(2028, 3, 1), [True, True, False, True]),
        (date(2028, 2, 28), date(2028, 2, 29), [True, False, True, True]),
    ],
)
def test_a_leap_day_is_a_day(file, left, back, counted):
    ids = add_people(file, 1)
    set_left(file, ids, left)
    bring_back(file, ids, back)
    first = date(2028, 2, 27)
    found = [figures(file, first + timedelta(days=at)).total == 1 for at in range(4)]
    assert found == counted


def test_a_leaving_that_is_still_to_come_is_moved_or_does_not_take_place(file):
    ids = add_people(file, 1)
    set_left(file, ids, june(20), "Nghỉ hưu")
    set_left(file, ids, june(15), "Nghỉ hưu")
    assert totals(file, 14, 15) == [1, 0]
    assert bring_back(file, ids, june(8)) == 1
    assert totals(file, 8, 15, 20) == [1, 1, 1]
    assert [p.kind for p in periods_of(file, ids[0])] == [PeriodKind.UNIT]


def test_who_is_back_on_a_day_to_come_is_away_until_then(file):
    ids = add_people(file, 1)
    set_left(file, ids, june(2))
    bring_back(file, ids, june(10))
    assert list_ids(file, PeopleQuery()) == ()
    assert not people_by_ids(file, ids)[0].present
    assert totals(file, 9, 10) == [0, 1]


def test_a_day_of_leaving_that_has_been_is_not_changed_in_passing(file):
    ids = add_people(file, 2)
    set_left(file, ids[:1], june(2))
    before = fingerprint(file)
    with pytest.raises(AppError, match="đã rời danh sách từ 02/06/2026"):
        set_left(file, ids, june(5))
    with pytest.raises(AppError, match="sau ngày trở lại 01/06/2026"):
        bring_back(file, ids, june(1))
    assert fingerprint(file) == before


def test_leaving_again_for_the_same_reason_on_the_day_of_return_is_one_time_away(file):
    ids = add_people(file, 1)
    set_left(file, ids, june(1), "Nghỉ không lương")
    bring_back(file, ids, june(4))
    set_left(file, ids, june(4), "nghỉ không lương")
    bring_back(file, ids, june(6))
    away = [p for p in periods_of(file, ids[0]) if p.kind is PeriodKind.AWAY]
    assert [(p.since, p.until) for p in away] == [(june(1), june(5))]


@pytest.mark.parametrize(
    ("away", "again", "left"),
    [
        ((5, 19), 10, [(5, None)]),
        ((5, 19), 20, [(5, None)]),
        ((5, 19), 5, [(5, None)]),
        ((5, 19), 2, [(2, None)]),
        ((5, 19), 21, [(5, 19), (21, None)]),
    ],
)
def test_leaving_that_meets_a_time_away_of_its_reason_is_one_with_it(file, away, again, left):
    ids = add_people(file, 1)
    set_left(file, ids, june(away[0]), "Nghỉ không lương")
    bring_back(file, ids, june(away[1] + 1))
    set_left(file, ids, june(again), "Nghỉ không  lương")
    found = [p for p in periods_of(file, ids[0]) if p.kind is PeriodKind.AWAY]
    ends = {june(day): day for day in range(1, 29)} | {None: None}
    assert [(ends[p.since], ends[p.until]) for p in found] == left


@pytest.mark.parametrize("again", [10, 19, 2])
def test_leaving_for_another_reason_within_a_time_away_is_refused(file, again):
    ids = add_people(file, 1)
    set_left(file, ids, june(5), "Nghỉ không lương")
    bring_back(file, ids, june(20))
    before = fingerprint(file)
    with pytest.raises(AppError, match=r"05/06/2026 đến hết 19/06/2026.*Nghỉ không lương"):
        set_left(file, ids, june(again), "Nghỉ hưu")
    assert fingerprint(file) == before


def test_leaving_again_without_a_reason_keeps_the_one_that_stands(file):
    ids = add_people(file, 1)
    set_left(file, ids, june(20), "Nghỉ hưu")
    assert set_left(file, ids, june(15)) == 1
    (person,) = people_by_ids(file, ids)
    assert (person.left_on, person.left_reason) == (june(15), "Nghỉ hưu")


def test_nobody_leaves_before_they_came(file):
    (unit_id,) = {person.unit_id for person in people_by_ids(file, add_people(file, 1))}
    late = add_person(file, PersonDraft(name="Nguyễn Văn Bình", unit_id=unit_id, came_on=june(5)))
    before = fingerprint(file)
    with pytest.raises(AppError, match=r"Nguyễn Văn Bình.*05/06/2026"):
        set_left(file, [late], june(1))
    assert fingerprint(file) == before
    assert set_left(file, [late], june(5)) == 1


@pytest.mark.parametrize(
    ("second", "left"),
    [
        ((5, 7), [(3, 7)]),
        ((6, 7), [(3, 4), (6, 7)]),
        ((1, 2), [(1, 4)]),
        ((1, 1), [(1, 1), (3, 4)]),
        ((2, 6), [(2, 6)]),
        ((3, 4), [(3, 4)]),
        ((4, None), [(3, None)]),
        ((4, 4), [(3, 4)]),
    ],
)
def test_periods_of_one_reason_that_touch_or_overlap_are_one(file, second, left):
    (person,) = add_people(file, 1)
    set_exempt(file, [person], BIRTH, june(3), june(4))
    since, until = second
    set_exempt(file, [person], "NGHỈ THAI SẢN", june(since), until and june(until))
    found = [(since, until) for _, since, until in spans(file, person)]
    assert found == [(june(a), b and june(b)) for a, b in left]


def test_a_period_that_closes_a_gap_joins_both_sides(file):
    (person,) = add_people(file, 1)
    set_exempt(file, [person], BIRTH, june(1), june(2))
    set_exempt(file, [person], BIRTH, june(6), june(8))
    assert set_exempt(file, [person], BIRTH, june(3), june(5)) == 1
    assert spans(file, person) == [(BIRTH, june(1), june(8))]


def test_what_stands_already_is_said_to_be_nothing_new(file):
    ids = add_people(file, 2)
    set_exempt(file, ids[:1], BIRTH, june(1), june(8))
    assert set_exempt(file, ids, BIRTH, june(3), june(5)) == 1


@pytest.mark.parametrize("days", [(4, 9), (1, 3), (2, 5), (1, 30), (3, 4), (4, None), (3, 3)])
def test_another_reason_on_the_same_days_is_refused_with_the_name_and_the_days(file, days):
    ids = add_people(file, 2)
    set_exempt(file, ids[:1], BIRTH, june(3), june(4))
    before = fingerprint(file)
    since, until = days
    with pytest.raises(AppError) as told:
        set_exempt(file, ids, ILL, june(since), until and june(until))
    assert "Nguyễn Văn An" in str(told.value)
    assert "từ 03/06/2026 đến hết 04/06/2026" in str(told.value)
    assert fingerprint(file) == before


def test_another_reason_may_follow_on_the_next_day(file):
    (person,) = add_people(file, 1)
    set_exempt(file, [person], BIRTH, june(1), june(4))
    assert set_exempt(file, [person], ILL, june(5), june(6)) == 1
    assert [each[0] for each in spans(file, person)] == [BIRTH, ILL]


@given(
    st.lists(st.tuples(st.integers(1, 28), st.integers(0, 9)), max_size=5),
    st.tuples(st.integers(1, 28), st.integers(0, 9)),
)
def test_joining_holds_on_exactly_the_days_of_its_parts(standing, new):
    def days(span):
        return {span.since + timedelta(days=at) for at in range((span.until - span.since).days + 1)}

    def span(at, pair):
        first = june(pair[0])
        return Span(at, BIRTH, first, first + timedelta(days=pair[1]))

    held = [span(at, pair) for at, pair in enumerate(standing, start=1)]
    one = span(0, new)
    made = joined_with(one, held)
    whole = days(Span(0, BIRTH, made.since, made.until))
    assert whole == days(one).union(*map(days, made.taken_in))
    rest = [each for each in held if each not in made.taken_in]
    assert all(
        min(whole) - max(days(e)) > timedelta(days=1)
        or min(days(e)) - max(whole) > timedelta(days=1)
        for e in rest
    )


def test_the_days_of_an_exemption_are_edited_and_removed(file):
    (person,) = add_people(file, 1)
    set_exempt(file, [person], BIRTH, june(1), june(4))
    set_exempt(file, [person], ILL, june(6), june(7))
    birth, ill = exemptions_of(file, person)
    edit_exemption(file, birth.id, BIRTH, june(2), june(3))
    assert totals(file, 1, 2, 3, 4) == [1, 0, 0, 1]
    with pytest.raises(AppError, match="vì lý do khác"):
        edit_exemption(file, birth.id, BIRTH, june(2), june(6))
    edit_exemption(file, ill.id, BIRTH, june(4), june(7))
    assert spans(file, person) == [(BIRTH, june(2), june(7))]
    remove_exemption(file, ill.id)
    assert totals(file, 2, 7) == [1, 1]
    with pytest.raises(AppError, match="vừa được sửa hoặc xóa"):
        remove_exemption(file, ill.id)
    undo(file)
    assert totals(file, 2, 7) == [0, 0]


def test_the_days_away_are_edited_ended_lengthened_and_removed(file):
    (person,) = add_people(file, 1)
    set_left(file, [person], june(2), "Chuyển công tác")
    edit_absence(file, person, 0, "Chuyển công tác", june(3), june(4))
    assert totals(file, 2, 3, 4, 5) == [1, 0, 0, 1]
    (away,) = [p for p in periods_of(file, person) if p.kind is PeriodKind.AWAY]
    edit_absence(file, person, away.id, "Biệt phái", june(4), june(6))
    assert totals(file, 3, 4, 6, 7) == [1, 0, 0, 1]
    set_left(file, [person], june(8), "Nghỉ hưu")
    with pytest.raises(AppError, match="trùng với thời gian"):
        edit_absence(file, person, away.id, "Biệt phái", june(4), None)
    remove_absence(file, person, 0)
    edit_absence(file, person, away.id, "Biệt phái", june(4), None)
    assert totals(file, 3, 4, 20) == [1, 0, 0]
    remove_absence(file, person, 0)
    assert totals(file, 4, 20) == [1, 1]


def units_on(file, *days):
    return [[line.name for line in figures(file, june(day)).units] for day in days]


HERE, THERE = "Phòng Văn hóa - Xã hội", "Công an xã"


@pytest.fixture
def places(file):
    return {name: unit(file, name).id for name in (HERE, THERE)}


def test_a_transfer_takes_a_day_and_the_days_before_keep_their_unit(file, places):
    (person,) = add_people(file, 1)
    assert transfer(file, [person], places[THERE], june(3)) == 1
    assert units_on(file, 1, 2, 3, 8) == [[HERE], [HERE], [THERE], [THERE]]
    assert transfer(file, [person], places[THERE], june(5)) == 0


def test_a_transfer_on_a_day_to_come_is_shown_from_then_on(file, places):
    (person,) = add_people(file, 1)
    transfer(file, [person], places[THERE], june(20))
    assert units_on(file, 8, 19, 20) == [[HERE], [HERE], [THERE]]
    assert people_by_ids(file, [person])[0].unit == HERE
    edit_person(file, person, PersonDraft("Nguyễn Văn An", places[HERE], position="Phó phòng"))
    assert units_on(file, 19, 20) == [[HERE], [THERE]]


def test_a_transfer_before_a_later_one_is_refused(file, places):
    (person,) = add_people(file, 1)
    transfer(file, [person], places[THERE], june(5))
    before = fingerprint(file)
    with pytest.raises(AppError, match="đã chuyển sang Công an xã từ 05/06/2026"):
        transfer(file, [person], places[HERE], june(3))
    assert fingerprint(file) == before
    transfer(file, [person], places[HERE], june(5))
    assert units_on(file, 4, 5) == [[HERE], [HERE]]


def test_a_unit_written_by_mistake_is_corrected_on_past_days_too(file, places):
    (person,) = add_people(file, 1)
    assert correct_unit(file, [person], places[THERE]) == 1
    assert units_on(file, 1, 8) == [[THERE], [THERE]]
    assert len(periods_of(file, person)) == 1


def test_correcting_leaves_the_units_of_other_times(file, places):
    (person,) = add_people(file, 1)
    third = unit(file, "Văn phòng Đảng ủy")
    transfer(file, [person], places[THERE], june(4))
    correct_unit(file, [person], third.id)
    assert units_on(file, 3, 4, 8) == [[HERE], [third.name], [third.name]]
    correct_unit(file, [person], places[HERE])
    assert units_on(file, 1, 8) == [[HERE], [HERE]]
    assert len(periods_of(file, person)) == 1


def test_editing_a_person_moves_from_a_day_or_corrects(file, places):
    moved, wrong = add_people(file, 2)
    edit_person(file, moved, PersonDraft("Nguyễn Văn An", places[THERE]), june(4))
    edit_person(file, wrong, PersonDraft("Trần Văn An", places[THERE]), mistaken=True)
    assert [[(u.name, u.total) for u in figures(file, june(d)).units] for d in (3, 4)] == [
        [(HERE, 1), (THERE, 1)],
        [(THERE, 2)],
    ]


def test_the_day_of_a_move_is_edited_within_its_neighbours(file, places):
    (person,) = add_people(file, 1)
    transfer(file, [person], places[THERE], june(3))
    transfer(file, [person], places[HERE], june(6))
    first, second, now = periods_of(file, person)
    assert [(p.words, p.since, p.until) for p in (first, second, now)] == [
        (HERE, None, june(2)), (THERE, june(3), june(5)), (HERE, june(6), None),
    ]  # fmt: skip
    edit_last_day(file, first.id, june(3))
    assert units_on(file, 3, 4, 5, 6) == [[HERE], [THERE], [THERE], [HERE]]
    for wrong in (june(5), june(7)):
        with pytest.raises(AppError, match="không hợp với lần chuyển"):
            edit_last_day(file, first.id, wrong)
    remove_former(file, second.id)
    assert units_on(file, 1, 4, 8) == [[HERE], [HERE], [HERE]]


def test_a_newcomer_does_not_count_before_they_came(file, places):
    add_person(file, PersonDraft("Nguyễn Văn An", places[HERE], came_on=june(4)))
    assert totals(file, 3, 4) == [0, 1]
