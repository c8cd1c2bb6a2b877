"""Cells written as in a spreadsheet: what a text means, what is refused, one change."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from models.journal.change import changing
from models.journal.history import fingerprint
from models.journal.replay import undo
from models.journal.standing import next_undo
from models.records import Gender, Mark
from models.records.cells import CellText
from models.records.doubts import DoubtKind
from models.roster.cells import plan_cells, write_cells
from models.roster.doubtful import doubt_columns, doubtful_marks
from models.roster.marks import participations_of, set_marks
from models.roster.person_rows import people_by_ids
from models.store.schema import contests, participations
from tests.factory import add_people

D2, D5, D8 = date(2026, 6, 2), date(2026, 6, 5), date(2026, 6, 8)


def one(file, person_id):
    return people_by_ids(file, [person_id])[0]


@pytest.mark.parametrize(
    ("column", "text", "field", "value"),
    [
        ("name", "  đặng  thị hòa ", "name", "đặng thị hòa"),
        ("unit", "công an xã", "unit", "Công an xã"),
        ("phone", "+84 982.103.591", "phone", "0982103591"),
        ("phone", "", "phone", ""),
        ("gender", "nu", "gender", Gender.FEMALE),
        ("birth", "1985", "birth", "1985"),
        ("birth", "2/4/1985", "birth", "1985-04-02"),
        ("registered_on", "5/6", "registered_on", D5),
        ("registered_on", "✓", "registered_on", D8),
        ("completed_on", "hôm nay", "completed_on", D8),
        ("completed_on", "5/6", "registered_on", D5),
        ("note", "Tổ 1", "note", "Tổ 1"),
    ],
)
def test_what_a_text_means(file, column, text, field, value):
    person = add_people(file, 1)[0]
    before = fingerprint(file)
    write_cells(file, [CellText(person, column, text)])
    assert getattr(one(file, person), field) == value
    undo(file)
    assert fingerprint(file) == before


@pytest.mark.parametrize(
    ("column", "text", "reason"),
    [
        ("name", "", "không được để trống"),
        ("name", "123", "Chưa phải họ và tên"),
        ("unit", "Phòng Không Có", "Chưa có đơn vị tên này"),
        ("phone", "không nhớ", "Không đọc được số"),
        ("gender", "chưa rõ", "Chỉ nhận: Nam, Nữ"),
        ("registered_on", "9/6", "chưa đến"),
        ("registered_on", "32/13", "Không phải ngày"),
        ("attempts", "9", "không sửa được"),
        ("score", "9", "chưa tham gia"),
        ("score", "chín", "từ 0 đến 100"),
        ("score", "100,5", "từ 0 đến 100"),
        ("score", "-1", "từ 0 đến 100"),
        ("score", "8,125", "quá hai chữ số"),
    ],
)
def test_what_is_refused_is_named_and_nothing_is_written(file, column, text, reason):
    person = add_people(file, 1)[0]
    before = fingerprint(file)
    plan = write_cells(file, [CellText(person, column, text)])
    assert reason in plan.refusals[0].refusal
    assert plan.refusals[0].after == text
    assert fingerprint(file) == before


@pytest.mark.parametrize(
    ("text", "score"), [("87,5", 87.5), ("87.25", 87.25), ("100", 100.0), ("0", 0.0), ("007", 7.0)]
)
def test_a_score_is_written_beside_the_mark_and_taken_back(file, text, score):
    (person,) = add_people(file, 1)
    set_marks(file, [person], Mark.COMPLETED, D5)
    before = fingerprint(file)
    write_cells(file, [CellText(person, "score", text)])
    found = one(file, person)
    assert (found.score, found.completed_on) == (score, D5)
    assert next_undo(file).startswith("Sửa điểm của ")
    undo(file)
    assert fingerprint(file) == before


def test_a_score_stays_with_whoever_is_registered_and_goes_with_the_mark(file):
    (person,) = add_people(file, 1)
    write_cells(
        file, [CellText(person, "registered_on", "5/6"), CellText(person, "score", "40")], "Dán"
    )
    write_cells(file, [CellText(person, "registered_on", "2/6")])
    assert (one(file, person).registered_on, one(file, person).score) == (D2, 40)
    write_cells(file, [CellText(person, "score", "")])
    assert one(file, person).score is None
    write_cells(file, [CellText(person, "score", "41")])
    write_cells(file, [CellText(person, "registered_on", "")])
    assert (one(file, person).registered_on, one(file, person).score) == (None, None)


def test_a_pass_mark_beyond_a_hundred_lets_scores_go_as_far(file):
    (person,) = add_people(file, 1)
    set_marks(file, [person], Mark.COMPLETED, D5)
    with changing(file, "test", "Điểm đạt") as change:
        contest = change.connection.execute(select(contests.c.id)).scalars().first()
        change.update(contests, {contest: {"pass_mark": 250.0}})
    write_cells(file, [CellText(person, "score", "320")])
    assert one(file, person).score == 320
    (refused,) = plan_cells(file, [CellText(person, "score", "1.000")]).refusals
    assert refused.refusal == "Chưa rõ là 1000 hay 1, hãy ghi liền 1000"


def test_a_block_is_one_change_and_cells_that_hold_it_are_only_counted(file):
    ids = add_people(file, 3)
    cells = [CellText(each, "position", "Giáo viên") for each in ids]
    cells += [CellText(each, "note", "") for each in ids]
    assert len(plan_cells(file, cells).changes) == 3
    plan = write_cells(file, cells, "Dán")
    assert (len(plan.changes), plan.unchanged) == (3, 3)
    assert next_undo(file) == "Dán 3 ô của 3 người"


def test_dates_of_marks_stay_in_order(file):
    first, second = add_people(file, 2)
    set_marks(file, [first, second], Mark.COMPLETED, D5)
    plan = write_cells(file, [CellText(first, "registered_on", "8/6")])
    assert "Sau ngày hoàn thành 05/06/2026" in plan.refusals[0].refusal
    write_cells(file, [CellText(first, "registered_on", "2/6")])
    assert (one(file, first).registered_on, one(file, first).completed_on) == (D2, D5)
    write_cells(file, [CellText(second, "registered_on", "")])
    assert (one(file, second).registered_on, one(file, second).completed_on) == (None, None)
    write_cells(file, [CellText(first, "completed_on", "")])
    assert (one(file, first).registered_on, one(file, first).completed_on) == (D2, None)


@pytest.mark.parametrize(("column", "in_doubt"), [("registered_on", 0), ("completed_on", 1)])
def test_a_mark_that_is_emptied_is_in_doubt_no_more(file, column, in_doubt):
    """As when it is taken away by a key; a registration that stands in doubt stays so."""
    (person,) = add_people(file, 1)
    set_marks(file, [person], Mark.COMPLETED, D5)
    with changing(file, "test", "Nghi ngờ") as change:
        row = participations_of(change.connection, [person])[person]
        doubtful = doubt_columns(Mark.REGISTERED, DoubtKind.LOST, "tệp.xlsx", D5)
        change.update(participations, {row["id"]: doubtful})
    write_cells(file, [CellText(person, column, "")])
    set_marks(file, [person], Mark.COMPLETED, D8)
    assert len(doubtful_marks(file)) == in_doubt
