"""The plan of an import and its carrying out: boxes add up, one change, nothing by a guess."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from sqlalchemy import select

from models.errors import AppError, Cancelled
from models.intake import apply as applying
from models.intake.apply import apply_plan
from models.intake.plan import Source, make_plan
from models.intake.plan_records import (
    Choice,
    Decision,
    ImportBox,
    ImportDecisions,
    PlanOptions,
    Policy,
)
from models.intake.proposal_records import ProposalKind
from models.intake.shape.records import ShapedTable, SkippedRow, SourceRow
from models.intake.sitting.lists import ListSitting, plan_file
from models.intake.wishes import Wishes
from models.journal.history import fingerprint, history
from models.journal.replay import undo
from models.journal.standing import next_redo, next_undo
from models.marking.from_list import read_mark_list
from models.records import Mark, PeopleQuery, PersonDraft
from models.roster.leaving import set_left
from models.roster.marks import set_marks
from models.roster.people import add_person, list_people
from models.roster.unit_tree import list_units
from models.store.schema import posts
from models.text.phones import normalise_phone
from tests.factory import add_people, made_up_name, unit

HERE = "Phòng Văn hóa - Xã hội"


def row(number: int, name: str, phone: str = "", unit: str = HERE, **more) -> SourceRow:
    return SourceRow("Danh sách", number, name, normalise_phone(phone), unit, **more)


def source(*rows: SourceRow, skipped: tuple[SkippedRow, ...] = ()) -> Source:
    return Source("tep.xlsx", "0" * 64, (ShapedTable(rows, skipped, ()),))


def take(file, *rows: SourceRow, decisions: ImportDecisions | None = None, **options):
    plan = make_plan(file, [source(*rows)], PlanOptions(**options))
    return plan, apply_plan(file, plan, decisions or ImportDecisions())


def people(file) -> dict[str, object]:
    return {person.name: person for person in list_people(file, PeopleQuery())}


def test_new_people_and_new_units_come_in_as_one_change(file):
    before = fingerprint(file)
    plan, result = take(
        file,
        row(2, "Nguyễn Văn An", "0912000001"),
        row(3, "Trần Thị Bình", "0912000002", "Trường Tiểu học Hoa Mai"),
    )
    assert plan.counts[ImportBox.NEW] == 2
    assert (result.new, result.new_units) == (2, 1)
    assert people(file)["Trần Thị Bình"].unit == "Trường Tiểu học Hoa Mai"
    school = next(u for u in list_units(file) if u.name == "Trường Tiểu học Hoa Mai")
    parent = next(u for u in list_units(file) if u.id == school.parent_id)
    assert parent.name == "Các trường học"
    assert history(file)[0].summary == "Nhập tep.xlsx: 2 người mới"
    undo(file)
    assert fingerprint(file) == before


def test_the_same_rows_again_change_nothing(file):
    rows = [row(2, "Nguyễn Văn An", "0912000001", birth="1985"), row(3, "Lê Thị Hòa")]
    take(file, *rows)
    before = fingerprint(file)
    plan, _ = take(file, *rows)
    assert plan.counts[ImportBox.UNCHANGED] == 2
    with file.reading() as connection:
        count = connection.exec_driver_sql("SELECT count(*) FROM people").scalar()
    assert count == 2
    assert before != ""


def test_what_differs_is_shown_cell_by_cell(file):
    where = unit(file).id
    add_person(
        file, PersonDraft("Nguyễn Văn An", where, position="Chuyên viên", phone="0912000001")
    )
    plan, result = take(
        file, row(2, "NGUYỄN VĂN AN", "0912000001", position="Phó Trưởng phòng", email="an@xa.vn")
    )
    (updated,) = plan.in_box(ImportBox.UPDATED)
    assert [(c.field, c.old, c.new) for c in updated.changes] == [
        ("position", "Chuyên viên", "Phó Trưởng phòng"),
        ("email", "", "an@xa.vn"),
    ]
    assert result.updated == 1
    assert people(file)["Nguyễn Văn An"].position == "Phó Trưởng phòng"


@pytest.mark.parametrize(
    ("policy", "position", "email"),
    [
        (Policy.NEW_WINS, "Mới", "a@b.vn"),
        (Policy.FILL_BLANKS, "Cũ", "a@b.vn"),
        (Policy.KEEP_OURS, "Cũ", ""),
    ],
)
def test_the_policy_decides_between_old_and_new(file, policy, position, email):
    add_person(file, PersonDraft("Nguyễn Văn An", unit(file).id, "Cũ", phone="0912000001"))
    take(file, row(2, "Nguyễn Văn An", "0912000001", position="Mới", email="a@b.vn"), policy=policy)
    now = people(file)["Nguyễn Văn An"]
    assert (now.position, now.email) == (position, email)


def test_a_blank_never_blanks(file):
    add_person(file, PersonDraft("Nguyễn Văn An", unit(file).id, "Cũ", phone="0912000001"))
    plan, _ = take(file, row(2, "Nguyễn Văn An", ""))
    assert plan.counts[ImportBox.UNCHANGED] == 1
    assert people(file)["Nguyễn Văn An"].phone == "0912000001"


def test_a_move_keeps_the_former_post(file):
    add_person(file, PersonDraft("Nguyễn Văn An", unit(file).id, phone="0912000001"))
    moving = row(2, "Nguyễn Văn An", "0912000001", "Công an xã")
    plan, _ = take(file, moving, decisions=ImportDecisions(accepted=frozenset({0})))
    assert plan.rows[0].move == (HERE, "Công an xã")
    assert people(file)["Nguyễn Văn An"].unit == "Công an xã"
    with file.reading() as connection:
        kept = connection.execute(select(posts.c.unit_id, posts.c.until)).all()
    assert kept == [(unit(file).id, date(2026, 6, 8))]


def test_binh_is_never_taken_for_binh_with_another_tone(file):
    add_person(file, PersonDraft("Nguyễn Văn Bình", unit(file).id))
    plan, _ = take(file, row(2, "Nguyễn Văn Bỉnh"))
    assert plan.counts[ImportBox.NEW] == 1


def test_the_same_person_twice_in_a_file_is_taken_once(file):
    plan, _ = take(
        file, row(2, "Nguyễn Văn An", "0912000001"), row(9, "Nguyễn Văn An", "0912.000.001")
    )
    (twice,) = plan.in_box(ImportBox.SKIPPED)
    assert (twice.row, twice.reasons) == (
        9,
        ("Cùng người với Nguyễn Văn An, dòng 2: cùng họ tên, cùng số điện thoại.",),
    )
    assert len(people(file)) == 1


def test_a_second_row_adds_what_the_first_left_open(file):
    day = date(2026, 6, 2)
    roster = source(row(2, "Nguyễn Văn An", "0912000001", position="Văn thư"))
    marks = Source(
        "dang-ky.xlsx",
        "1" * 64,
        (ShapedTable((row(5, "nguyễn văn an", "0912000001", registered_on=day),), (), ()),),
    )
    plan = make_plan(file, [roster, marks], PlanOptions())
    assert (plan.counts[ImportBox.NEW], plan.counts[ImportBox.UPDATED]) == (1, 1)
    assert plan.rows[1].reasons == (
        "Cùng người với Nguyễn Văn An, dòng 2 của tệp tep.xlsx: cùng họ tên, cùng số điện thoại.",
    )
    apply_plan(file, plan, ImportDecisions())
    (person,) = list_people(file, PeopleQuery())
    assert (person.position, person.registered_on) == ("Văn thư", day)
    again = make_plan(file, [roster, marks], PlanOptions())
    assert (again.counts[ImportBox.UNCHANGED], again.counts[ImportBox.SKIPPED]) == (1, 1)


@pytest.mark.parametrize("known", [False, True])
def test_three_attempts_are_one_person_with_the_best_score(file, known):
    if known:
        add_person(file, PersonDraft("Nguyễn Văn An", unit(file).id, phone="0912000001"))
    attempts = [
        row(i, "Nguyễn Văn An", "0912000001", score=score, completed_on=date(2026, 6, i))
        for i, score in ((2, 70.0), (3, 100.0), (4, 90.0))
    ]
    take(file, *attempts)
    (person,) = list_people(file, PeopleQuery())
    assert (person.score, person.attempts, person.completed_on) == (100.0, 3, date(2026, 6, 2))
    before = fingerprint(file)
    plan = make_plan(file, [source(*attempts)], PlanOptions())
    assert plan.counts[ImportBox.UPDATED] == plan.counts[ImportBox.NEW] == 0
    assert fingerprint(file) == before


def test_uncertain_rows_wait_for_the_officer(file):
    known = add_person(file, PersonDraft("Nguyễn Văn Bình", unit(file).id, phone="0912000001"))
    doubtful = row(2, "Nguyen Van Binh", "0912000001", position="Văn thư")
    plan, result = take(file, doubtful)
    assert plan.counts[ImportBox.UNCERTAIN] == 1
    assert (result.new, result.uncertain) == (0, 1)
    (candidate,) = plan.rows[0].candidates
    assert candidate.person_id == known
    assert candidate.reasons

    plan = make_plan(file, [source(doubtful)], PlanOptions())
    same = ImportDecisions(rows={plan.rows[0].ordinal: Decision(Choice.SAME, known)})
    assert apply_plan(file, plan, same).updated == 1
    now = people(file)["Nguyễn Văn Bình"]
    assert (now.position, len(people(file))) == ("Văn thư", 1)


def test_uncertain_rows_can_be_taken_as_new(file):
    add_person(file, PersonDraft("Nguyễn Văn Bình", unit(file).id, phone="0912000001"))
    _, result = take(file, row(2, "Nguyen Van Binh", "0912000001"), uncertain="new")
    assert (result.new, len(people(file))) == (1, 2)


def test_decisions_are_remembered(file):
    known = add_person(file, PersonDraft("Nguyễn Văn Bình", unit(file).id, phone="0912000001"))
    add_person(file, PersonDraft("Trần Thị Hòa", unit(file).id, phone="0912000002"))
    same, other = row(2, "Nguyen Van Binh", "0912000001"), row(3, "Tran Thi Hoa", "0912000002")
    plan = make_plan(file, [source(same, other)], PlanOptions())
    assert plan.counts[ImportBox.UNCERTAIN] == 2
    decided = {0: Decision(Choice.SAME, known), 1: Decision(Choice.NEW)}
    apply_plan(file, plan, ImportDecisions(rows=decided))
    again = make_plan(file, [source(same, other)], PlanOptions())
    assert again.counts[ImportBox.UNCERTAIN] == 0
    assert again.counts[ImportBox.UNCHANGED] == 2
    undo(file)
    assert make_plan(file, [source(same, other)], PlanOptions()).counts[ImportBox.UNCERTAIN] == 2


def test_one_phone_for_two_people_is_a_warning(file):
    plan, _ = take(file, row(2, "Nguyễn Văn An", "0912000001"), row(3, "Lê Thị Hòa", "0912000001"))
    (problem,) = plan.problems
    assert (problem.row, problem.value) == (3, "0912 000 001")
    assert "Nguyễn Văn An, dòng 2" in problem.reason
    assert len(people(file)) == 2


def test_who_left_is_not_silently_taken_back(file):
    gone = add_person(file, PersonDraft("Nguyễn Văn An", unit(file).id, phone="0912000001"))
    set_left(file, [gone], date(2026, 6, 1))
    plan, _ = take(file, row(2, "Nguyễn Văn An", "0912000001"))
    assert plan.counts[ImportBox.UNCERTAIN] == 1


def test_rows_without_a_unit_are_told_apart(file):
    plan, _ = take(file, row(2, "Nguyễn Văn An", unit=""))
    assert plan.counts[ImportBox.REJECTED] == 1
    assert "đơn vị" in plan.rows[0].reasons[0]
    plan, _ = take(file, row(2, "Nguyễn Văn An", unit=""), unit=HERE)
    assert plan.counts[ImportBox.NEW] == 1


def test_units_are_never_matched_without_their_tones(file):
    take(file, row(2, "Nguyễn Văn An", unit="Trường Cẩm Giàng"))
    plan, _ = take(file, row(2, "Lê Văn Yên", unit="Trường Cẩm Giang"))
    assert plan.units[0].unit_id is None
    assert {"Trường Cẩm Giang", "Trường Cẩm Giàng"} <= {u.name for u in list_units(file)}


def test_a_unit_that_the_officer_chose_becomes_an_alias(file):
    plan = make_plan(file, [source(row(2, "Lê Văn Yên", unit="P. VHXH"))], PlanOptions())
    apply_plan(file, plan, ImportDecisions(units={"P. VHXH": unit(file).id}))
    assert people(file)["Lê Văn Yên"].unit == HERE
    plan = make_plan(file, [source(row(2, "Lê Văn Yên", unit="P. VHXH"))], PlanOptions())
    assert plan.units[0].unit_id == unit(file).id
    assert plan.counts[ImportBox.UNCHANGED] == 1


def test_marks_come_with_the_list_and_stand(file):
    day = date(2026, 6, 2)
    take(file, row(2, "Nguyễn Văn An", "0912000001", registered_on=day, completed=True, score=90.0))
    now = people(file)["Nguyễn Văn An"]
    assert (now.registered_on, now.completed_on, now.score) == (day, date(2026, 6, 8), 90.0)
    plan, _ = take(file, row(2, "Nguyễn Văn An", "0912000001", registered=False, score=70.0))
    assert plan.counts[ImportBox.UNCHANGED] == 1


def test_people_of_a_listed_unit_who_are_missing_are_shown_and_left_alone(file):
    ids = add_people(file, 2)
    plan, _ = take(file, row(2, made_up_name(0), "0912000000"))
    assert [each.person_id for each in plan.absent] == ids[1:]
    assert len(people(file)) == 2
    plan = make_plan(file, [source(row(2, made_up_name(0), "0912000000"))], PlanOptions())
    apply_plan(file, plan, ImportDecisions(leave=frozenset(ids[1:])))
    assert len(people(file)) == 1


def test_who_has_yet_to_come_is_not_missing_from_a_list_of_today(file):
    draft = PersonDraft(made_up_name(1), unit(file).id, came_on=date(2026, 7, 1))
    add_person(file, draft)
    plan, _ = take(file, row(2, made_up_name(0), "0912000000"))
    assert plan.absent == ()


def test_a_stale_plan_is_refused(file):
    plan = make_plan(file, [source(row(2, "Nguyễn Văn An"))], PlanOptions())
    add_people(file, 1)
    before = fingerprint(file)
    with pytest.raises(AppError, match="đã thay đổi"):
        apply_plan(file, plan, ImportDecisions())
    assert fingerprint(file) == before


def test_a_failed_apply_leaves_the_file_as_it_was(file, monkeypatch):
    plan = make_plan(file, [source(row(2, "Nguyễn Văn An", registered=True))], PlanOptions())
    before, entries = fingerprint(file), history(file)

    def breaks(*_):
        raise RuntimeError

    monkeypatch.setattr(applying, "write_marks", breaks)
    with pytest.raises(RuntimeError):
        apply_plan(file, plan, ImportDecisions())
    assert (fingerprint(file), history(file)) == (before, entries)


def test_a_cancelled_plan_writes_nothing(file):
    rows = [row(i + 2, made_up_name(i), f"0912{i:06d}") for i in range(400)] * 6
    before = fingerprint(file)

    def stop(_done: int, _of: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        make_plan(file, [source(*rows)], PlanOptions(), stop)
    assert fingerprint(file) == before


NAMES = st.sampled_from(["Nguyễn Văn An", "NGUYỄN VĂN AN", "Lê Thị Hoà", "Lê Thị Hòa", "Vũ Bình"])
PHONES = st.sampled_from(["", "0912000001", "912000001", "0912000002", "hỏi sau"])
UNITS = st.sampled_from([HERE, "Công an xã", "Trường Hoa Mai", ""])


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    rows=st.lists(st.tuples(NAMES, PHONES, UNITS), max_size=12),
    skipped=st.integers(0, 3),
    twice=st.booleans(),
)
def test_the_boxes_always_add_up_to_the_rows_read(file, rows, skipped, twice):
    read = [row(i + 2, *each) for i, each in enumerate(rows)]
    passed_over = tuple(SkippedRow("Danh sách", 90 + i, "Dòng tổng cộng") for i in range(skipped))
    before = fingerprint(file)
    plan = make_plan(file, [source(*read, skipped=passed_over)], PlanOptions())
    assert sum(plan.counts.values()) == len(read) + skipped == len(plan.rows)
    assert len({each.ordinal for each in plan.rows}) == len(plan.rows)
    result = apply_plan(file, plan, ImportDecisions())
    assert result.new == plan.counts[ImportBox.NEW]
    assert len(list_people(file, PeopleQuery())) == plan.counts[ImportBox.NEW]
    if twice:
        again = make_plan(file, [source(*read, skipped=passed_over)], PlanOptions())
        assert again.counts[ImportBox.NEW] == 0
    if plan.counts[ImportBox.NEW]:
        undo(file)
        assert fingerprint(file) == before


def book(path: Path, *rows: list[object]) -> Path:
    made = Workbook()
    for each in rows:
        made.active.append(each)
    made.save(path)
    return path


HEADER = ["STT", "Họ và tên", "Số điện thoại", "Đơn vị"]


def test_a_file_is_planned_and_recognised_the_second_time(file, tmp_path):
    path = book(tmp_path / "a.xlsx", HEADER, [1, "Nguyễn Văn An", 912000001, HERE])
    plan = plan_file(file, path, PlanOptions())
    assert plan.rows[0].phone == "0912000001"
    assert plan.files[0].imported_before == ""
    apply_plan(file, plan, ImportDecisions())
    assert "17:00 ngày 08/06/2026" in plan_file(file, path, PlanOptions()).files[0].imported_before


def test_a_named_sheet_must_be_there(file, tmp_path):
    path = book(tmp_path / "a.xlsx", HEADER, [1, "Nguyễn Văn An", 912000001, HERE])
    with pytest.raises(AppError, match="không có trang tính “Khác”"):
        ListSitting(file).take(path, Wishes(sheet="Khác"))
    assert len(ListSitting(file).take(path, Wishes(sheet="Sheet")).tables) == 1


def test_a_file_without_people_says_so(file, tmp_path):
    path = book(tmp_path / "a.xlsx", ["Mã hàng", "Giá"], ["A1", 5])
    with pytest.raises(AppError, match="Không tìm thấy danh sách người"):
        plan_file(file, path, PlanOptions())


def test_a_mark_list_finds_people_by_phone_and_name(file, tmp_path):
    ids = add_people(file, 3)
    path = book(
        tmp_path / "dk.xlsx",
        ["Họ tên", "Số điện thoại", "Ngày đăng ký", "Trạng thái"],
        ["nguyen van an", "84912000000", "02/06/2026", "Chưa hoàn thành"],
        [made_up_name(1), "0912000001", "03/06/2026", "Đã hoàn thành"],
        ["Hoàng Không Có", "0987654321", "03/06/2026", ""],
    )
    found = read_mark_list(file, path, Mark.REGISTERED, date(2026, 6, 8))
    assert found.only(Mark.REGISTERED) == {
        ids[0]: {Mark.REGISTERED: date(2026, 6, 2)},
        ids[1]: {Mark.REGISTERED: date(2026, 6, 3)},
    }
    assert set(found.only(Mark.COMPLETED)) == {ids[1]}
    assert found.not_found == ("Hoàng Không Có (0987654321)",)


def test_a_list_without_marks_means_the_mark_that_is_asked(file, tmp_path):
    ids = add_people(file, 2)
    path = book(tmp_path / "dk.xlsx", HEADER, [1, made_up_name(1), "0912000001", HERE])
    found = read_mark_list(file, path, Mark.COMPLETED, date(2026, 6, 8))
    assert set(found.only(Mark.COMPLETED)) == {ids[1]}


def test_marks_without_a_contest_are_left_out(tmp_path):
    from models.office.setup import init_file
    from tests.conftest import clock

    with init_file(tmp_path / "b.tiendo", "Phường Bạch Đằng", None, clock) as file:
        take(file, row(2, "Nguyễn Văn An", registered=True, unit="Công an phường"))
        (person,) = list_people(file, PeopleQuery())
        assert person.registered_on is None
        with pytest.raises(AppError, match="Chưa chọn cuộc thi"):
            set_marks(file, [person.id], Mark.REGISTERED)


def test_namesakes_in_one_unit_stay_two_people(file):
    plan, _ = take(
        file,
        row(2, "Phạm Thị Thanh Thuỷ", position="Hiệu trưởng"),
        row(3, "Phạm Thị Thanh Thủy", "0912000001", position="Giáo viên"),
    )
    assert plan.counts[ImportBox.NEW] == 2


def test_an_import_that_takes_nobody_is_no_undo_step_and_keeps_what_can_be_redone(file):
    add_people(file, 1)
    undo(file)
    take(file, row(2, "Nguyễn Văn An", unit=""))
    assert next_undo(file) is None
    assert next_redo(file) is not None


def test_two_equal_uncertain_rows_are_at_most_one_new_person(file):
    add_person(file, PersonDraft("Nguyễn Văn Bình", unit(file).id, phone="0912000001"))
    twice = [row(i, "Nguyen Van Binh", "0912000001") for i in (2, 3)]
    plan, result = take(file, *twice, uncertain="new")
    assert plan.counts[ImportBox.UNCERTAIN] == 2
    assert (result.new, result.uncertain) == (1, 1)


def test_the_result_adds_up_and_is_what_the_history_says(file):
    first = row(2, "Nguyễn Văn An", "0912000001")
    second = row(3, "Nguyễn Văn An", "0912000001", position="Văn thư")
    _, result = take(file, first, second)
    boxes = [getattr(result, box) for box in ImportBox]
    assert sum(boxes) == result.people == 2
    assert history(file)[0].summary == "Nhập tep.xlsx: 1 người mới, 1 người cập nhật"


def test_nobody_moves_unless_the_move_is_accepted(file):
    add_person(file, PersonDraft("Nguyễn Văn An", unit(file).id, phone="0912000001"))
    units = len(list_units(file))
    moving = row(2, "Nguyễn Văn An", "0912000001", "Đội tin học", position="Văn thư")
    plan, result = take(file, moving)
    assert [(each.kind, each.said) for each in plan.proposals] == [
        (ProposalKind.MOVE, "Đội tin học")
    ]
    assert (result.updated, result.new_units) == (1, 0)
    now = people(file)["Nguyễn Văn An"]
    assert (now.unit, now.position) == (HERE, "Văn thư")
    assert len(list_units(file)) == units


def test_the_same_person_in_another_unit_moves_there(file):
    known = add_person(file, PersonDraft("Nguyễn Văn Bình", unit(file).id, phone="0912000001"))
    doubtful = row(2, "Nguyen Van Binh", "0912000001", "Công an xã")
    plan = make_plan(file, [source(doubtful)], PlanOptions())
    same = {0: Decision(Choice.SAME, known)}
    apply_plan(file, plan, ImportDecisions(rows=same, accepted=frozenset({0})))
    assert people(file)["Nguyễn Văn Bình"].unit == "Công an xã"
