"""Two rows of the files that may be one new person: asked about, never both taken unseen."""

from datetime import date
from itertools import permutations

import pytest

from models.intake.plan_records import Choice, Decision, ImportBox, ImportDecisions
from models.journal.history import fingerprint
from models.journal.replay import undo
from models.records import PeopleQuery
from models.roster.people import list_people
from tests.models.intake.test_plan import people, row, take

PHONE = "0912000001"


def boxes(plan):
    return [each.box for each in plan.rows]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Trần Văn An", "Tran Van An", "thiếu dấu"),
        ("Lê Thị Lý", "Lê Thị Lí", "chỉ khác i và y"),
        ("Vũ Thị Hạnh", "Vũ Hạnh", "thiếu đệm"),
    ],
)
def test_another_spelling_with_the_same_phone_is_asked_about(file, one, other, why):
    plan, result = take(file, row(2, one, PHONE), row(3, other, PHONE))
    assert boxes(plan) == [ImportBox.NEW, ImportBox.UNCERTAIN]
    (candidate,) = plan.rows[1].candidates
    assert (candidate.name, candidate.row) == (one, 0)
    assert why in candidate.reasons[0]
    assert (result.new, result.uncertain) == (1, 1)
    assert set(people(file)) == {one}


def test_a_row_without_its_marks_in_the_same_unit_is_asked_about(file):
    plan, _ = take(file, row(2, "Ngô Văn Sáu", PHONE), row(3, "Ngo Van Sau"))
    assert boxes(plan) == [ImportBox.NEW, ImportBox.UNCERTAIN]


def test_the_same_person_is_taken_once_and_completed(file):
    before = fingerprint(file)
    rows = (row(2, "Trần Văn An", PHONE), row(3, "Tran Van An", PHONE, position="Y sĩ"))
    _, result = take(file, *rows, decisions=ImportDecisions({1: Decision(Choice.SAME, row=0)}))
    assert (result.new, result.updated, result.uncertain) == (1, 1, 0)
    assert people(file)["Trần Văn An"].position == "Y sĩ"
    undo(file)
    assert fingerprint(file) == before


def test_two_people_are_both_taken(file):
    rows = (row(2, "Trần Văn An", PHONE), row(3, "Tran Van An", PHONE))
    _, result = take(file, *rows, decisions=ImportDecisions({1: Decision(Choice.NEW)}))
    assert result.new == 2
    assert set(people(file)) == {"Trần Văn An", "Tran Van An"}


def test_an_equal_name_with_another_phone_in_the_unit_is_taken_and_told(file):
    rows = (row(2, "Trần Văn An", PHONE), row(3, "Trần Văn An", "0912000002"))
    plan, result = take(file, *rows)
    assert result.new == 2
    (told,) = plan.problems
    assert told.row == 3
    assert told.reason.startswith("Xem lại cùng dòng 2: cùng họ tên")


def test_others_who_share_a_phone_are_not_asked_about(file):
    plan, _ = take(file, row(2, "Trần Văn An", PHONE), row(3, "Lê Thị Bình", PHONE))
    assert boxes(plan) == [ImportBox.NEW, ImportBox.NEW]
    assert len(plan.problems) == 1


OTHER = "0912000002"


@pytest.mark.parametrize("order", list(permutations((PHONE, OTHER, OTHER))))
def test_a_row_without_a_phone_is_never_given_to_one_of_two_namesakes(file, order):
    rows = [row(at, "Trần Văn An", phone) for at, phone in enumerate(order, 2)]
    plan, _ = take(file, *rows, row(9, "trần văn an", registered_on=date(2026, 6, 2)))
    assert boxes(plan).count(ImportBox.NEW) == 2
    asked = plan.rows[-1]
    assert (asked.box, len(asked.candidates)) == (ImportBox.UNCERTAIN, 2)
    found = list_people(file, PeopleQuery())
    assert {(each.phone, each.registered_on) for each in found} == {(PHONE, None), (OTHER, None)}


def test_the_row_of_a_namesake_goes_where_the_officer_says(file):
    rows = (row(2, "Trần Văn An", PHONE), row(3, "Trần Văn An", OTHER), row(4, "Trần Văn An"))
    mark = rows[2]._replace(registered_on=date(2026, 6, 2))
    take(file, *rows[:2], mark, decisions=ImportDecisions({2: Decision(Choice.SAME, row=1)}))
    registered = [each.phone for each in list_people(file, PeopleQuery()) if each.registered_on]
    assert registered == [OTHER]


def test_a_first_row_without_a_phone_swallows_no_namesake(file):
    rows = (row(2, "Trần Văn An"), row(3, "Trần Văn An", PHONE), row(4, "Trần Văn An", OTHER))
    plan, _ = take(file, *rows)
    assert boxes(plan) == [ImportBox.NEW] * 3
    assert {problem.row for problem in plan.problems} == {3, 4}


def test_a_birth_tells_which_namesake_is_meant(file):
    rows = (
        row(2, "Trần Văn An", PHONE, birth="1980"),
        row(3, "Trần Văn An", OTHER, birth="1990"),
        row(4, "Trần Văn An", birth="1990", registered_on=date(2026, 6, 2)),
    )
    plan, _ = take(file, *rows)
    assert boxes(plan) == [ImportBox.NEW, ImportBox.NEW, ImportBox.UPDATED]
    registered = [each.phone for each in list_people(file, PeopleQuery()) if each.registered_on]
    assert registered == [OTHER]


@pytest.mark.parametrize("phone", ["", PHONE])
def test_another_birth_makes_a_namesake_and_a_year_agrees_with_its_day(file, phone):
    rows = (
        row(2, "Trần Văn An", phone, birth="1980"),
        row(3, "Trần Văn An", phone, birth="1980-05-06"),
        row(4, "Trần Văn An", phone, birth="1990"),
    )
    plan, result = take(file, *rows)
    assert (result.new, plan.rows[2].box) == (2, ImportBox.NEW)
    assert any(problem.row == 4 for problem in plan.problems) is bool(phone)


def test_many_rows_of_one_name_are_told_in_one_sentence(file):
    phones = [f"098765432{at}" for at in range(5)]
    rows = [row(at + 2, "Trần Văn An", phone) for at, phone in enumerate(phones)]
    plan, _ = take(file, *rows)
    assert boxes(plan) == [ImportBox.NEW] * 5
    (told,) = [problem for problem in plan.problems if "cùng họ tên" in problem.reason]
    assert told.reason.startswith("Xem lại 5 dòng (2, 3, 4, 5, 6): cùng họ tên")
