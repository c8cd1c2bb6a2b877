"""The kit for units comes back and merges, whatever was done to it on the way."""

from __future__ import annotations

import random
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from models.contests.current import current_contest
from models.contests.mark_names import USUAL_NAMES
from models.intake.apply import apply_plan
from models.intake.plan_records import ImportBox, ImportDecisions, PlanOptions
from models.intake.sitting.lists import plan_file
from models.journal.change import changing
from models.office.whose import the_commune
from models.records import Mark, PeopleQuery
from models.roster.marks import set_marks
from models.roster.people import list_people
from models.store.schema import contests
from reports.document import CODE_TITLE
from reports.publish import write_file
from reports.unit_kit import UnitKit, kit_columns, render_unit_kit
from tests.factory import add_people, unit

HEADER = 7
TITLES = [title for title, _, _ in kit_columns(USUAL_NAMES)]


@pytest.fixture
def kit(file, tmp_path) -> Path:
    """The kit of a unit of twelve people, five of them registered."""
    ids = add_people(file, 12)
    set_marks(file, ids[:5], Mark.REGISTERED, date(2026, 6, 5))
    return write_kit(file, tmp_path / "phieu.xlsx")


def write_kit(file, path: Path) -> Path:
    here = unit(file)
    people = list_people(file, PeopleQuery(unit_ids=frozenset({here.id})))
    contest = current_contest(file)
    assert contest is not None
    deadline, day = date(2026, 6, 10), date(2026, 6, 8)
    made = UnitKit(here.name, the_commune(file), contest, people, deadline, day, "phieu.xlsx")
    return write_file(render_unit_kit(made), "xlsx", path, overwrite=True)


def plan(file, path: Path):
    return plan_file(file, path, PlanOptions())


def column(title: str) -> int:
    return TITLES.index(title) + 1


def test_the_kit_is_ready_to_be_filled_in(kit):
    sheet = load_workbook(kit).active
    assert [cell.value for cell in sheet[HEADER]] == TITLES
    assert sheet.column_dimensions["A"].hidden
    assert sheet.cell(HEADER + 1, column("Số điện thoại")).number_format == "@"
    assert sheet.cell(HEADER + 1, column("Số điện thoại")).data_type == "s"
    assert sheet.auto_filter.ref == f"A{HEADER}:L{sheet.max_row}"
    words = " ".join(str(sheet.cell(row, 2).value) for row in range(1, HEADER))
    assert "Phòng Văn hóa - Xã hội" in words
    assert "10/06/2026" in words


def test_choices_are_offered_and_codes_cannot_be_typed_over(kit):
    sheet = load_workbook(kit).active
    checks = {
        sheet[str(check.sqref).split(":")[0]].column: (check.type, check.formula1)
        for check in sheet.data_validations.dataValidation
    }
    assert checks.pop(column(CODE_TITLE)) == ("custom", "FALSE")
    assert {kind for kind, _ in checks.values()} == {"list"}
    assert set(checks) == {column("Loại"), column("Đã đăng ký"), column("Đã hoàn thành")}
    assert not sheet.protection.sheet, "a protected sheet cannot be sorted or shortened"


def test_the_clerk_reads_by_when_and_how_it_returns(kit):
    sheet = load_workbook(kit).active
    words = [str(sheet.cell(row, 2).value) for row in range(1, HEADER)]
    assert "chậm nhất ngày 10/06/2026" in words[-1]
    assert "giữ nguyên tên tệp phieu.xlsx" in words[-1]


def test_without_a_deadline_none_is_printed(file):
    contest = current_contest(file)
    made = UnitKit("Trạm Y tế xã", the_commune(file), contest, (), None, date(2026, 6, 8))
    sheet = load_workbook(BytesIO(render_unit_kit(made))).active
    assert "chậm nhất" not in str(sheet.cell(HEADER - 1, 2).value)
    assert sheet.cell(HEADER + 1, column("Họ và tên")).value is None


def test_the_same_kit_is_the_same_bytes(file, kit, tmp_path):
    assert write_kit(file, tmp_path / "lai.xlsx").read_bytes() == kit.read_bytes()


def test_sent_back_untouched_it_changes_nothing(file, kit):
    made = plan(file, kit)
    assert made.counts[ImportBox.UNCHANGED] == 12
    assert (
        made.counts[ImportBox.NEW]
        == made.counts[ImportBox.UPDATED]
        == made.counts[ImportBox.UNCERTAIN]
        == 0
    )


def test_what_the_unit_wrote_is_taken_in(file, kit):
    book = load_workbook(kit)
    sheet = book.active
    first = HEADER + 1
    name = sheet.cell(first, column("Họ và tên")).value
    sheet.cell(first, column("Họ và tên")).value = name.replace("An", "Ân")
    sheet.cell(first, column("Chức vụ")).value = "Trưởng phòng"
    sheet.cell(first, column("Đã hoàn thành")).value = "Có"
    sheet.cell(first, column("Ngày hoàn thành")).value = "07/06/2026"
    new = HEADER + 13
    sheet.cell(new, column("Họ và tên")).value = "Đặng Thị Mới"
    sheet.cell(new, column("Số điện thoại")).value = 987654321
    book.save(kit)
    made = plan(file, kit)
    assert (made.counts[ImportBox.NEW], made.counts[ImportBox.UPDATED]) == (1, 1)
    apply_plan(file, made, ImportDecisions())
    people = {person.name: person for person in list_people(file, PeopleQuery())}
    changed = people[name.replace("An", "Ân")]
    assert (changed.position, changed.completed_on) == ("Trưởng phòng", date(2026, 6, 7))
    assert people["Đặng Thị Mới"].phone == "0987654321"
    assert people["Đặng Thị Mới"].unit == "Phòng Văn hóa - Xã hội"
    assert len(people) == 13


DEEDS = st.lists(
    st.sampled_from(["shuffle", "numbers", "rename", "drop code", "drop birth", "drop marks"]),
    unique=True,
)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(deeds=DEEDS, seed=st.integers(0, 99))
def test_whatever_was_done_nothing_is_written_wrongly(file, kit, tmp_path, deeds, seed):
    before = list_people(file, PeopleQuery())
    path = maltreated(kit, tmp_path / "tra-ve.xlsx", deeds, random.Random(seed))
    made = plan(file, path)
    assert made.counts[ImportBox.NEW] == made.counts[ImportBox.REJECTED] == 0
    assert made.counts[ImportBox.UNCHANGED] + made.counts[ImportBox.UNCERTAIN] == 12
    assert made.counts[ImportBox.UPDATED] == 0
    apply_plan(file, made, ImportDecisions())
    assert list_people(file, PeopleQuery()) == before


def maltreated(kit: Path, target: Path, deeds: list[str], rng: random.Random) -> Path:
    """The kit as an office may send it back."""
    book = load_workbook(kit)
    sheet = book.active
    rows = range(HEADER + 1, HEADER + 13)
    if "shuffle" in deeds:
        lines = [[cell.value for cell in sheet[row]] for row in rows]
        rng.shuffle(lines)
        for row, line in zip(rows, lines, strict=True):
            for index, value in enumerate(line, start=1):
                sheet.cell(row, index).value = value
    if "numbers" in deeds:
        for row in rows:
            cell = sheet.cell(row, column("Số điện thoại"))
            cell.value = int(cell.value)
    if "rename" in deeds:
        sheet.title = "Sheet1 (2)"
    drops = {"drop marks": "Đã đăng ký", "drop birth": "Ngày sinh", "drop code": TITLES[0]}
    for deed, title in drops.items():
        if deed in deeds:
            sheet.delete_cols(TITLES.index(title) + 1)
    book.save(target)
    return target


def test_codes_that_stayed_behind_when_rows_were_sorted_write_nothing_wrong(file, kit):
    before = list_people(file, PeopleQuery())
    book = load_workbook(kit)
    sheet = book.active
    rows = range(HEADER + 1, HEADER + 13)
    codes = [sheet.cell(row, 1).value for row in rows]
    for row, code in zip(rows, codes[1:] + codes[:1], strict=True):
        sheet.cell(row, 1).value = code
    book.save(kit)
    made = plan(file, kit)
    assert made.counts[ImportBox.UPDATED] == made.counts[ImportBox.NEW] == 0
    apply_plan(file, made, ImportDecisions())
    assert list_people(file, PeopleQuery()) == before


WORDS = [
    {"one_mark": True, "completed_word": "đã kích hoạt chữ ký số"},
    {"registered_word": "đã nộp bài", "completed_word": "bài được chấm"},
]


@pytest.mark.parametrize("words", WORDS)
def test_a_kit_in_the_words_of_its_contest_comes_back(file, tmp_path, words):
    ids = add_people(file, 12)
    set_marks(file, ids[:5], Mark.COMPLETED, date(2026, 6, 5))
    with changing(file, "x", "Tên gọi") as change:
        change.update(contests, {1: words})
    before = list_people(file, PeopleQuery())
    path = write_kit(file, tmp_path / "phieu.xlsx")
    assert plan(file, path).counts[ImportBox.UNCHANGED] == 12
    book = load_workbook(path)
    sheet = book.active
    titles = [cell.value for cell in sheet[HEADER]]
    assert ("Đã đăng ký" in titles, "Đã hoàn thành" in titles) == (False, False)
    own = words["completed_word"]
    done = titles.index(own[0].upper() + own[1:]) + 1
    row = next(at for at in range(HEADER + 1, HEADER + 13) if sheet.cell(at, done).value == "Chưa")
    uid = sheet.cell(row, 1).value
    sheet.cell(row, done).value = "Có"
    sheet.cell(row, done + 1).value = "07/06/2026"
    book.save(path)
    made = plan(file, path)
    assert made.counts[ImportBox.UPDATED] == 1
    apply_plan(file, made, ImportDecisions())
    after = {person.uid: person for person in list_people(file, PeopleQuery())}
    assert after[uid].completed_on == date(2026, 6, 7)
    assert [each for each in before if after[each.uid] != each] == [
        each for each in before if each.uid == uid
    ]
