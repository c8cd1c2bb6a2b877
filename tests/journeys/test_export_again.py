"""Our own export taken in again changes nothing, whoever is on the roster."""

from __future__ import annotations

import shutil
import tempfile
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from models.intake.apply import apply_plan
from models.intake.plan_records import ImportBox, ImportDecisions, ImportPlan, PlanOptions
from models.intake.sitting.lists import plan_file
from models.office.practice import make_practice
from models.records import Mark, PeopleQuery, PersonDraft, StaffType
from models.roster.exemptions import set_exempt
from models.roster.leaving import set_left
from models.roster.marks import set_marks
from models.roster.people import add_person, list_people
from models.roster.posts import add_side_post
from models.store.data_file import DataFile, open_file
from reports.compose import compose
from reports.document import CODE_TITLE
from reports.gather.request import Request
from reports.publish import write_document
from tests.conftest import clock
from tests.factory import unit

UNITS = ("Phòng Văn hóa - Xã hội", "Phòng Kinh tế", "Trạm Y tế xã")
FAMILY, MIDDLE = ("Nguyễn", "Trần", "Đặng"), ("Thị", "Văn", "Hoàng Hữu")
GIVEN = ("Hòa", "Hoà", "Thúy", "Ân", "Bình", "Bỉnh", "Ly", "Lý")
NAMES = st.tuples(*map(st.sampled_from, (FAMILY, MIDDLE, GIVEN))).map(" ".join)
WRITTEN = st.tuples(NAMES, st.sampled_from(["NFC", "NFD"]), st.booleans()).map(
    lambda each: unicodedata.normalize(each[1], each[0].upper() if each[2] else each[0])
)
PHONES = st.sampled_from(["", "", "0982103591", "0912000111", "02203555666", "0982103592"])
BIRTHS = st.sampled_from(["", "", "1985", "1985-04-02", "1990-12-31", "1990"])
POSITIONS = st.sampled_from(["", "Chuyên viên", "Giáo viên, Tổ trưởng", "=Phó Trưởng thôn", "x"])
PEOPLE_DRAWN = st.lists(
    st.tuples(
        WRITTEN,
        st.sampled_from(UNITS),
        PHONES,
        BIRTHS,
        POSITIONS,
        st.sampled_from([None, *StaffType]),
        st.sampled_from(["", "registered", "completed", "exempt", "left"]),
    ),
    min_size=1,
    max_size=9,
)


@contextmanager
def roster(made_file: Path, drawn: list[tuple]) -> Iterator[tuple[DataFile, Path]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(made_file, Path(folder) / "xa.tiendo"))
        with open_file(path, clock) as file:
            for each in drawn:
                add(file, *each)
            yield file, Path(folder) / "xuat.xlsx"


def add(file, name, where, phone, birth, position, staff_type, state) -> None:
    draft = PersonDraft(
        name,
        unit(file, where).id,
        position=position,
        staff_type=staff_type,
        birth=birth,
        phone=phone,
    )
    person = add_person(file, draft)
    if state in {"registered", "completed"}:
        set_marks(file, [person], Mark(state), date(2026, 6, 5))
    elif state == "exempt":
        set_exempt(file, [person], "nghỉ thai sản", date(2026, 6, 1))
    elif state == "left":
        set_left(file, [person], date(2026, 6, 2), "nghỉ hưu")


def exported(file: DataFile, path: Path, masked: bool, unit_id: int | None = None) -> ImportPlan:
    """The Excel of the roster, read again by its own guesses."""
    document = compose(file, Request("people", unit_id=unit_id, masked=masked))
    write_document(document, "xlsx", path, overwrite=True)
    return plan_file(file, path, PlanOptions())


def changes_nothing(file: DataFile, made: ImportPlan) -> bool:
    before = list_people(file, PeopleQuery(include_left=True))
    assert [
        row for row in made.rows if row.box not in (ImportBox.UNCHANGED, ImportBox.SKIPPED)
    ] == []
    apply_plan(file, made, ImportDecisions())
    return list_people(file, PeopleQuery(include_left=True)) == before


@settings(max_examples=25, deadline=None)
@given(drawn=PEOPLE_DRAWN, masked=st.booleans())
def test_whoever_is_on_the_roster(made_file, drawn, masked):
    present = [each for each in drawn if each[-1] != "left"]
    with roster(made_file, drawn) as (file, path):
        if present:
            made = exported(file, path, masked)
            assert made.counts[ImportBox.UNCHANGED] == len(present)
            assert changes_nothing(file, made)


@pytest.mark.parametrize("masked", [True, False])
def test_second_posts_are_told_and_change_nothing(made_file, masked):
    drawn = [("Nguyễn Văn An", UNITS[0], "0982103591", "", "Văn thư", None, "registered"),
             ("Trần Thị Bình", UNITS[1], "0982103592", "", "", None, "")]  # fmt: skip
    with roster(made_file, drawn) as (file, path):
        (an, _binh) = list_people(file, PeopleQuery())
        add_side_post(file, an.id, unit(file, UNITS[1]).id, "Thủ quỹ")
        assert changes_nothing(file, exported(file, path, masked))
        cells = [cell.value for row in load_workbook(path).active for cell in row]
        assert {"Kiêm nhiệm", f"Thủ quỹ · {UNITS[1]}"} <= set(cells)


def test_somebody_entered_twice_stays_two_entries(made_file):
    twice = ("Nguyễn Thị Thúy", UNITS[0], "0982103591", "", "", None, "")
    with roster(made_file, [twice, twice]) as (file, path):
        assert changes_nothing(file, exported(file, path, masked=False))


@pytest.fixture(scope="module")
def practice(tmp_path_factory) -> Iterator[DataFile]:
    """The practice commune of 532 people."""
    with make_practice(tmp_path_factory.mktemp("mau") / "mau.tiendo") as file:
        yield file


@pytest.mark.parametrize("masked", [True, False])
def test_the_whole_commune(practice, tmp_path, masked):
    made = exported(practice, tmp_path / "xuat.xlsx", masked)
    assert made.counts[ImportBox.UNCHANGED] == 532
    assert not any(plan.unit_id is None for plan in made.units)
    assert changes_nothing(practice, made)


def test_one_unit(practice, tmp_path):
    here = unit(practice, "Trạm Y tế xã")
    made = exported(practice, tmp_path / "xuat.xlsx", False, here.id)
    assert made.counts[ImportBox.UNCHANGED] == here.people
    assert changes_nothing(practice, made)


def test_a_list_whose_codes_were_taken_away_writes_nothing_wrong(practice, tmp_path):
    path = tmp_path / "xuat.xlsx"
    exported(practice, path, False)
    book = load_workbook(path)
    sheet = book.active
    codes = next(c.column for row in sheet.iter_rows() for c in row if c.value == CODE_TITLE)
    sheet.delete_cols(codes)
    book.save(path)
    made = plan_file(practice, path, PlanOptions())
    assert made.counts[ImportBox.NEW] == made.counts[ImportBox.UPDATED] == 0
    assert made.counts[ImportBox.UNCHANGED] + made.counts[ImportBox.UNCERTAIN] == 532


def test_what_is_changed_in_the_export_is_taken_in(practice, tmp_path):
    path = tmp_path / "xuat.xlsx"
    exported(practice, path, False)
    book = load_workbook(path)
    sheet = book.active
    titles = {c.value: c.column for row in sheet.iter_rows(max_row=20) for c in row if c.value}
    row = next(r for r in range(1, 40) if isinstance(sheet.cell(r, 1).value, int))
    sheet.cell(row, titles["Chức vụ"]).value = "Cố vấn"
    book.save(path)
    made = plan_file(practice, path, PlanOptions())
    assert made.counts[ImportBox.UPDATED] == 1
    assert made.counts[ImportBox.UNCHANGED] == 531
