"""Two rows of one name: one person or two for a reason, and a second post where units differ."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from models.errors import AppError
from models.figures.figures import figures
from models.intake.apply import apply_plan
from models.intake.plan import make_plan
from models.intake.plan_records import Choice, Decision, ImportBox, ImportDecisions, PlanOptions
from models.intake.sentences import told_rows
from models.journal.history import fingerprint, history
from models.journal.replay import undo
from models.records import PeopleQuery, PersonDraft
from models.roster.people import add_person, edit_person, list_people
from models.roster.posts import add_side_post, posts_of
from models.roster.unit_tree import list_units
from tests.factory import unit
from tests.models.intake.test_plan import HERE, people, row, source, take

AN, PHONE, OTHER = "Nguyễn Văn An", "0912000001", "0912000002"
THERE = "Công an xã"


def boxes(plan):
    return [each.box for each in plan.rows]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"staff_code": "CB001"}, {"staff_code": "CB002"}),
        ({"birth": "1985-04-02"}, {"birth": "1985-04-12"}),
        ({"birth": "1985"}, {"birth": "1990"}),
        ({"phone": PHONE}, {"phone": OTHER}),
        ({"login": "an.nv1"}, {"login": "an.nv2"}),
        ({"email": "an1@xa.vn"}, {"email": "an2@xa.vn"}),
        ({"phone": PHONE, "staff_code": "CB001"}, {"phone": PHONE, "staff_code": "CB002"}),
    ],
)
def test_what_is_ones_own_keeps_namesakes_apart(file, one, other):
    plan, result = take(file, row(2, AN, **one), row(3, AN, **other))
    assert (boxes(plan), result.new) == ([ImportBox.NEW] * 2, 2)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ({"staff_code": "CB001"}, {"staff_code": "cb001"}, "cùng mã cán bộ"),
        ({"staff_code": "C1", "phone": PHONE}, {"staff_code": "C1", "phone": OTHER}, "cùng mã cán bộ"),
        ({"phone": PHONE}, {"phone": PHONE}, "cùng số điện thoại"),
        ({"login": "an.nv"}, {"login": "AN.NV"}, "cùng tên đăng nhập"),
        ({"email": "an@xa.vn"}, {"email": "An@xa.vn", "phone": PHONE}, "cùng thư điện tử"),
        ({}, {}, "cùng họ tên, cùng đơn vị, không có gì khác nhau"),
    ],
)  # fmt: skip
def test_who_is_joined_is_told_with_whom_and_why(file, one, other, why):
    plan, result = take(file, row(2, AN, **one), row(3, AN, **other))
    assert result.new == 1
    (told,) = told_rows(plan)
    assert (told.row, told.value) == (3, AN)
    assert told.reason.startswith(f"Cùng người với {AN}, dòng 2: ")
    assert why in told.reason


def test_a_code_that_many_names_bear_is_no_code_of_people(file):
    names = ["Trần Thị Bình", "Lê Văn Cường", "Phạm Thị Dung", AN, AN]
    rows = [
        row(at, name, staff_code="V.07.03.29", phone=f"091200000{at}")
        for at, name in enumerate(names, 2)
    ]
    plan, result = take(file, *rows)
    assert result.new == 5
    assert any("không dùng mã để phân biệt người" in each.reason for each in plan.problems)


def test_one_code_for_two_names_is_told(file):
    plan, _ = take(file, row(2, AN, staff_code="CB1"), row(3, "Lê Thị Ba", staff_code="CB1"))
    assert [each.reason for each in plan.problems] == [
        f"Mã này cũng là của {AN}, dòng 2; hãy hỏi lại đơn vị."
    ]


def test_namesakes_with_codes_come_again_as_they_are(file):
    rows = [row(at, AN, staff_code=f"CB{at}") for at in range(2, 12)]
    take(file, *rows)
    plan, _ = take(file, *rows)
    assert plan.counts[ImportBox.UNCHANGED] == 10


def test_two_rows_that_fit_one_of_the_roster_and_differ_are_asked_about(file):
    add_person(file, PersonDraft(AN, unit(file).id, phone=PHONE))
    rows = (row(2, AN, PHONE, birth="1980"), row(3, AN, PHONE, birth="1990"))
    plan, result = take(file, *rows)
    assert boxes(plan)[1] is ImportBox.UNCERTAIN
    assert "dòng 2 đã là người này, nhưng khác ngày sinh" in plan.rows[1].reasons
    assert result.uncertain == 1


def second(plan):
    return [(each.row, each.unit, each.post) for each in plan.offered_posts]


@pytest.mark.parametrize(
    "own",
    [{"staff_code": "CB1"}, {"phone": PHONE}, {"login": "an"}, {"email": "an@xa.vn"}, {"phone": PHONE, "birth": "1985"}],
)  # fmt: skip
def test_a_row_in_another_unit_offers_a_second_post_and_counts_once(file, own):
    rows = (
        row(2, AN, position="Văn thư", **own),
        row(3, AN, unit=THERE, position="Thủ quỹ", **own),
    )
    before = fingerprint(file)
    plan, result = take(file, *rows)
    assert second(plan) == [(3, THERE, "Thủ quỹ")]
    assert (result.new, result.posts) == (1, 0)
    assert "có thể ghi Công an xã là chức vụ kiêm nhiệm" in next(told_rows(plan)).reason
    undo(file)
    result = apply_plan(
        file, replace(plan, base=history(file)[0].id), ImportDecisions(posts=frozenset({1}))
    )
    (person,) = list_people(file, PeopleQuery())
    assert (person.unit, person.position, result.posts) == (HERE, "Văn thư", 1)
    (post,) = posts_of(file, person.id)
    assert (post.unit, post.position, post.main) == (THERE, "Thủ quỹ", False)
    assert history(file)[0].summary == "Nhập tep.xlsx: 1 người mới, 1 chức vụ kiêm nhiệm"
    assert figures(file).total == 1
    undo(file)
    assert fingerprint(file) == before


def test_a_second_post_in_what_turns_out_to_be_the_same_unit_is_none(file):
    rows = (row(2, AN, PHONE, unit="MN Hoa Mai"), row(3, AN, PHONE, unit="Mầm non Hoa Mai"))
    plan, _result = take(file, *rows)
    undo(file)
    told = ImportDecisions(posts=frozenset({1}), joined={"MN Hoa Mai": "Mầm non Hoa Mai"})
    result = apply_plan(file, replace(plan, base=history(file)[0].id), told)
    assert (result.new, result.posts) == (1, 0)
    assert history(file)[0].summary == "Nhập tep.xlsx: 1 người mới"


def test_a_second_post_makes_its_unit_only_when_it_is_taken(file):
    rows = (row(2, AN, PHONE), row(3, AN, PHONE, unit="Trường Hoa Mai"))
    plan, _ = take(file, *rows)
    assert [(each.name, each.people) for each in plan.units] == [(HERE, 1), ("Trường Hoa Mai", 0)]
    assert "Trường Hoa Mai" not in {each.name for each in list_units(file)}
    plan, result = take(file, *rows, decisions=ImportDecisions(posts=frozenset({1})))
    assert (result.new_units, result.posts) == (1, 1)
    plan, result = take(file, *rows, decisions=ImportDecisions(posts=frozenset({1})))
    assert (second(plan), result.posts) == ([], 0)
    assert "đã có trong danh sách" in next(told_rows(plan)).reason


def test_the_list_of_the_unit_of_a_second_post_moves_nobody(file):
    known = add_person(file, PersonDraft(AN, unit(file).id, "Văn thư", phone=PHONE))
    add_side_post(file, known, unit(file, THERE).id, "Thủ quỹ")
    plan, _ = take(file, row(2, AN, PHONE, unit=THERE, position="Thủ quỹ"))
    assert (boxes(plan), people(file)[AN].unit) == ([ImportBox.UNCHANGED], HERE)


def test_who_is_in_the_list_in_both_units_stays_whatever_the_order(file):
    add_person(file, PersonDraft(AN, unit(file).id, "Văn thư", phone=PHONE))
    plan, _ = take(file, row(2, AN, PHONE, unit=THERE, position="Thủ quỹ"), row(3, AN, PHONE))
    assert people(file)[AN].unit == HERE
    assert second(plan) == [(2, THERE, "Thủ quỹ")]


@pytest.mark.parametrize(
    "more", [{"position": "Phó Trưởng công an (kiêm nhiệm)"}, {"note": "kiêm"}]
)
def test_a_row_that_says_that_the_post_is_beside_moves_nobody(file, more):
    add_person(file, PersonDraft(AN, unit(file).id, "Văn thư", phone=PHONE))
    plan, _ = take(file, row(2, AN, PHONE, unit=THERE, **more))
    assert (people(file)[AN].unit, people(file)[AN].position) == (HERE, "Văn thư")
    assert len(second(plan)) == 1


def test_one_day_of_birth_in_two_units_is_asked_about_and_may_be_a_second_post(file):
    rows = (
        row(2, AN, birth="1985-04-02"),
        row(3, AN, unit=THERE, birth="1985-04-02", position="Y sĩ"),
    )
    plan, result = take(file, *rows)
    assert (boxes(plan), result.new) == ([ImportBox.NEW, ImportBox.UNCERTAIN], 1)
    assert any("chức vụ kiêm nhiệm" in reason for reason in plan.rows[1].reasons)
    undo(file)
    take(file, *rows, decisions=ImportDecisions({1: Decision(Choice.SAME, row=0)}))
    (person,) = list_people(file, PeopleQuery())
    assert [(each.unit, each.position) for each in posts_of(file, person.id)] == [(THERE, "Y sĩ")]


def test_a_mere_name_in_two_units_is_two_people(file):
    plan, result = take(file, row(2, AN), row(3, AN, unit=THERE))
    assert (result.new, second(plan)) == (2, [])


def test_a_first_day_leaves_the_days_before_as_they_were(file):
    add_person(file, PersonDraft("Lê Thị Ba", unit(file).id))
    day = date(2026, 6, 5)
    take(file, row(2, AN, PHONE), row(3, "Lê Thị Ba"), decisions=ImportDecisions(since=day))
    assert (people(file)[AN].came_on, people(file)["Lê Thị Ba"].came_on) == (day, None)
    assert (figures(file, date(2026, 6, 4)).total, figures(file, day).total) == (1, 2)
    plan = make_plan(file, [source(row(2, AN, PHONE))], PlanOptions())
    apply_plan(file, plan, ImportDecisions(since=date(2026, 6, 7)))
    assert people(file)[AN].came_on == day


def test_without_a_first_day_new_people_were_here_before(file):
    take(file, row(2, AN))
    assert people(file)[AN].came_on is None
    assert figures(file, date(2026, 1, 1)).total == 1


def test_who_came_with_a_short_name_can_be_edited_under_it(file):
    take(file, row(2, "Ông Khoa", PHONE))
    known = people(file)["Ông Khoa"]
    edit_person(file, known.id, PersonDraft("Ông Khoa", known.unit_id, phone=OTHER))
    assert people(file)["Ông Khoa"].phone == OTHER
    with pytest.raises(AppError, match="chưa phải là họ và tên đầy đủ"):
        edit_person(file, known.id, PersonDraft("Khoa", known.unit_id))
