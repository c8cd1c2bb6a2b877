"""Why 532 became 529: who came and went, by reason and day, against hand counts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.figures.dated_facts import DatedFacts, load_facts, may_differ
from models.figures.denominator import denominator_line
from models.figures.denominator_moves import denominator_move, moves_between_days
from models.figures.figures import figures
from models.figures.footnotes import exempt_footnote, total_footnote, unit_footnotes
from models.records import PersonDraft, Post
from models.records.denominator import DenominatorLine
from models.roster.exemptions import end_exempt, set_exempt
from models.roster.leaving import bring_back, set_left
from models.roster.people import add_person
from models.roster.periods import Span
from models.roster.transfers import correct_unit, transfer
from tests.factory import add_people, unit


def june(day):
    return date(2026, 6, day)


def moves(file, earlier, later):
    with file.reading() as connection:
        facts = load_facts(connection, 1, may_differ(earlier, later, 1))
    return moves_between_days(facts, earlier, later)


def footnote(file, earlier, later):
    before, after = figures(file, earlier).total, figures(file, later).total
    return total_footnote(before, after, moves(file, earlier, later))


def test_the_sentence_of_the_letter(file):
    ids = add_people(file, 9)
    set_exempt(file, ids[:2], "Nghỉ thai sản", june(1))
    set_left(file, ids[2:3], june(5), "Chuyển công tác")
    said = footnote(file, date(2026, 5, 31), june(8))
    assert said == "9 → 6: 2 nghỉ thai sản từ 01/6, 1 chuyển công tác ngày 05/6."


def test_who_came_and_came_back_is_said_after_who_went(file):
    ids = add_people(file, 5)
    set_left(file, ids[:1], june(2), "Chuyển công tác")
    bring_back(file, ids[:1], june(7))
    set_exempt(file, ids[1:2], "Nghỉ ốm dài ngày", june(1), june(4))
    set_exempt(file, ids[2:3], "Biệt phái, đi học dài hạn", june(4))
    add_person(file, PersonDraft(name="Lê Thị Mới", unit_id=unit(file).id, came_on=june(6)))
    assert footnote(file, june(3), june(8)) == (
        "3 → 5: 1 biệt phái, đi học dài hạn từ 04/6; "
        "thêm 1 hết nghỉ ốm dài ngày từ 05/6, 1 mới về ngày 06/6, 1 trở lại ngày 07/6."
    )


@pytest.mark.parametrize(
    ("earlier", "later", "said"),
    [
        # The last day before, the first day of, the last day of, and the first day after.
        (2, 3, "4 → 3: 1 nghỉ thai sản từ 03/6."),
        (3, 5, ""),
        (5, 6, "3 → 4: thêm 1 hết nghỉ thai sản từ 06/6."),
        (2, 6, ""),
    ],
)
def test_an_exemption_that_starts_and_ends(file, earlier, later, said):
    ids = add_people(file, 4)
    set_exempt(file, ids[:1], "Nghỉ thai sản", june(3), june(5))
    assert footnote(file, june(earlier), june(later)) == said


def test_exemptions_that_touch_are_one_reason_after_the_other(file):
    ids = add_people(file, 2)
    set_exempt(file, ids[:1], "Nghỉ ốm dài ngày", june(1), june(4))
    set_exempt(file, ids[:1], "Nghỉ thai sản", june(5))
    assert footnote(file, june(4), june(5)) == ""
    assert footnote(file, date(2026, 5, 31), june(5)) == "2 → 1: 1 nghỉ thai sản từ 05/6."


def test_an_exemption_ended_early_moves_the_day(file):
    ids = add_people(file, 2)
    set_exempt(file, ids[:1], "Nghỉ thai sản", june(1))
    end_exempt(file, ids[:1], june(7))
    assert footnote(file, june(3), june(8)) == "1 → 2: thêm 1 hết nghỉ thai sản từ 07/6."


def test_a_leap_day_is_a_day(file):
    ids = add_people(file, 2)
    set_exempt(file, ids[:1], "Nghỉ thai sản", date(2028, 2, 29), date(2028, 2, 29))
    assert footnote(file, date(2028, 2, 28), date(2028, 2, 29)) == (
        "2 → 1: 1 nghỉ thai sản từ 29/02."
    )
    assert footnote(file, date(2028, 2, 29), date(2028, 3, 1)) == (
        "1 → 2: thêm 1 hết nghỉ thai sản từ 01/3."
    )


def test_days_of_another_year_are_told_with_theirs(file):
    ids = add_people(file, 2)
    set_exempt(file, ids[:1], "Nghỉ thai sản", date(2025, 12, 20))
    said = footnote(file, date(2025, 12, 1), date(2026, 1, 15))
    assert said == "2 → 1: 1 nghỉ thai sản từ 20/12/2025."


def unit_notes(file, earlier, later):
    before = {u.unit_id: u.total for u in figures(file, earlier).units}
    after = {u.unit_id: u.total for u in figures(file, later).units}
    names = {unit(file).id: "Phòng VH", unit(file, "Công an xã").id: "Công an xã"}
    notes = unit_footnotes(before, after, moves(file, earlier, later), names, later.year)
    return {names[each]: said for each, said in notes.items()}


def test_a_transfer_changes_units_and_no_total(file):
    ids = add_people(file, 3)
    transfer(file, ids[:1], unit(file, "Công an xã").id, june(5))
    assert footnote(file, june(4), june(5)) == ""
    assert unit_notes(file, june(4), june(5)) == {
        "Phòng VH": "3 → 2: 1 chuyển sang Công an xã ngày 05/6.",
        "Công an xã": "0 → 1: thêm 1 chuyển đến từ Phòng VH ngày 05/6.",
    }


def test_a_transfer_entered_late_is_told_with_its_own_day(file):
    ids = add_people(file, 2)
    set_left(file, ids[1:], june(7), "Nghỉ hưu")
    transfer(file, ids[:1], unit(file, "Công an xã").id, june(2))
    assert unit_notes(file, june(1), june(8)) == {
        "Phòng VH": "2 → 0: 1 chuyển sang Công an xã ngày 02/6, 1 nghỉ hưu ngày 07/6.",
        "Công an xã": "0 → 1: thêm 1 chuyển đến từ Phòng VH ngày 02/6.",
    }


def test_a_mistaken_unit_was_never_another(file):
    ids = add_people(file, 1)
    correct_unit(file, ids, unit(file, "Công an xã").id)
    assert unit_notes(file, june(1), june(8)) == {}


def test_many_causes_are_told_without_their_days():
    facts = [
        DatedFacts(at, str(at), "A", 1, exempt=[Span(at, "Nghỉ ốm", june(at), None)])
        for at in range(1, 9)
    ]
    told = moves_between_days(facts, date(2026, 5, 31), june(8))
    assert total_footnote(8, 0, told) == "8 → 0: 8 nghỉ ốm."


def test_who_is_not_on_the_roster_any_more_or_not_yet_is_said():
    line = DenominatorLine(1, "a", "A", 7)
    lost, new = denominator_move(line, None, 2026), denominator_move(None, line, 2026)
    assert total_footnote(1, 0, [lost]) == "1 → 0: 1 không còn trong danh sách."
    assert total_footnote(0, 1, [new]) == "0 → 1: thêm 1 mới ghi vào danh sách."


def test_who_does_not_have_to_take_part_is_told_by_reason():
    reasons = {"Biệt phái": 1, "Nghỉ thai sản": 2}
    assert exempt_footnote(reasons) == "Không thuộc đối tượng: 3 (2 nghỉ thai sản, 1 biệt phái)."
    assert exempt_footnote({}) == ""


DAYS = st.integers(0, 9).map(lambda at: date(2028, 2, 25) + timedelta(days=at))
SPAN = st.tuples(DAYS, DAYS).map(sorted).map(lambda days: Span(1, "Nghỉ ốm", *days))
FACTS = st.builds(
    DatedFacts, st.just(1), st.just("a"), st.just("A"), st.integers(1, 2),
    st.none() | DAYS, st.none() | DAYS, st.just(""), st.lists(SPAN, max_size=1),
    st.lists(SPAN, max_size=2),
    st.lists(st.builds(
        Post, st.just(1), st.integers(1, 2), st.just(""), st.just(""), st.just(True),
        st.none(), DAYS,
    ), max_size=1),
)  # fmt: skip


@given(st.lists(FACTS, max_size=6), DAYS, DAYS)
def test_the_moves_are_the_whole_difference_in_all_and_by_unit(facts, one, other):
    earlier, later = min(one, other), max(one, other)
    found = moves_between_days(facts, earlier, later)
    before, after = (
        [line for each in facts if (line := denominator_line(each, day)).counts]
        for day in (earlier, later)
    )
    came = [each for each in found if each.before is None]
    went = [each for each in found if each.after is None]
    assert len(after) == len(before) + len(came) - len(went)
    for at in (1, 2):
        gained = sum(each.after == at for each in found)
        lost = sum(each.before == at for each in found)
        sizes = [sum(line.unit_id == at for line in lines) for lines in (before, after)]
        assert sizes[1] == sizes[0] + gained - lost
    assert all(each.words for each in came + went)
