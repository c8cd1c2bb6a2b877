"""New people are planned all at once as they would be one by one."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from models.intake.judge import Judge
from models.intake.merging import stored_values
from models.intake.newcomers import PersonColumns, columns_of_many
from models.intake.plan_records import ImportBox, PlanOptions
from models.intake.roster_view import RosterView
from models.intake.shape.records import SourceRow
from models.matching.units import UnitFinder
from models.records import Gender, StaffType
from models.roster.people import person_name_columns
from models.text.name_keys import name_keys
from models.text.phones import normalise_phone

DAY = date(2026, 6, 8)
ROWS = st.builds(
    SourceRow,
    sheet=st.sampled_from(["Trang 1", "Trang 2"]),
    row=st.integers(2, 99),
    name=st.sampled_from(["Lê Thị Lan", "LÊ THỊ LAN", "Ngô Bảo", "Nguyễn Văn A", "Vũ Hòa"]),
    phone=st.sampled_from(["", "0912345678", "0912345678; 0982103591", "x"]).map(normalise_phone),
    unit=st.sampled_from(["", "Trạm Y tế", "Trường Tiểu học Kẻ Sặt"]),
    position=st.sampled_from(["", "Y sĩ"]),
    staff_type=st.sampled_from([None, StaffType.WORKER]),
    birth=st.sampled_from(["", "1985", "1985-04-02"]),
    gender=st.sampled_from([None, Gender.FEMALE]),
    email=st.sampled_from(["", "lan@xa.vn"]),
    staff_code=st.sampled_from(["", "CB1", "CB2"]),
    note=st.sampled_from(["", "kiêm nhiệm"]),
    registered=st.sampled_from([None, None, True]),
    score=st.sampled_from([None, None, 7.5]),
)


def judge(unit: str) -> Judge:
    view = RosterView(people={}, units=(), base=0, today=DAY)
    return Judge(view, UnitFinder(()), PlanOptions(unit=unit))


@settings(max_examples=150, deadline=None)
@given(st.lists(ROWS, max_size=8), st.sampled_from(["", "Phòng Kinh tế"]))
def test_all_at_once_as_one_by_one(rows: list[SourceRow], unit: str) -> None:
    together, apart = judge(unit), judge(unit)
    told = together.identities(rows)
    apart.identities(rows)
    planned = together.rows(5, "a.xlsx", rows, told)
    assert planned == [apart.row(at, "a.xlsx", row, None) for at, row in enumerate(rows, 5)]
    assert [row.ordinal for row in planned] == list(range(5, 5 + len(rows)))
    new = [row.values for row in planned if row.box is ImportBox.NEW]
    for values in (new, [*new, {"name": "Lê Hoa", "birth": "1990"}]):
        names = ("name", "name_sort", "birth", "phone", "note")
        told = {name: [each.get(name) for each in values] for name in names}
        assert columns_of_many(names, values) == told


@given(ROWS)
def test_the_columns_of_a_person_are_those_of_name_and_row(row: SourceRow) -> None:
    columns = PersonColumns(row, name_keys(row.name))
    whole = {**person_name_columns(row.name), **stored_values(row)}
    assert columns == whole
    assert list(columns.items()) == list(whole.items())
    assert (len(columns), repr(columns)) == (len(whole), repr(whole))
