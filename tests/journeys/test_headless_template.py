"""The command fill-template: the city's own workbook is filled, pasted and kept without a window."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import load_workbook

from models.store.data_file import open_file
from tests.factory import add_people, unit
from tests.journeys.at_hand import OfficeAtHand
from tests.reports.city_template.city_books import form, listing, parts_of

OFFICE, ECONOMY = "Phòng Văn hóa - Xã hội", "Phòng Kinh tế"


@pytest.fixture
def office(data_path, tmp_path):
    with open_file(data_path) as file:
        add_people(file, 5)
        add_people(file, 3, unit(file, ECONOMY).id)
    (tmp_path / "bieu.xlsx").write_bytes(form())
    (tmp_path / "cot.xlsx").write_bytes(listing(("Phòng Kinh tế", "P. VHXH", "Tổng số")))
    return OfficeAtHand(data_path)


def test_a_form_is_filled_cell_by_cell(office, tmp_path):
    out = tmp_path / "gửi.xlsx"
    places = f"D4=total,D5=total:{OFFICE},D6=registered-rate,D7=day,D9=total@government"
    told = office.run("fill-template", tmp_path / "bieu.xlsx", "--map", places, "--out", out)
    assert told["cells"] == 5
    sheet = load_workbook(out)["Biểu 01"]
    assert [sheet[name].value for name in ("D4", "D5", "D6", "D9")] == [8, 5, 0, 8]
    original = (tmp_path / "bieu.xlsx").read_bytes()
    before, after = parts_of(original), parts_of(out.read_bytes())
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"xl/worksheets/sheet1.xml", "xl/workbook.xml"}


def test_columns_are_kept_by_name_and_used_again(office, tmp_path):
    places = "B=unit-names,C=total,E=registered-rate"
    office.run("fill-template", tmp_path / "cot.xlsx", "--map", places, "--save", "Biểu tuần")
    told = office.run(
        "fill-template", "--template", "biểu tuần", "--out", tmp_path / "a.xlsx", "--tsv"
    )
    assert told["rows"] == [["3", "", "0%"], ["5", "", "0%"]]
    sheet = load_workbook(BytesIO((tmp_path / "a.xlsx").read_bytes())).active
    assert [[cell.value for cell in row] for row in sheet["C2:F4"]] == [
        [3, None, 0, "giữ nguyên"],
        [5, None, 0, "giữ nguyên"],
        [None, None, None, "giữ nguyên"],
    ]
    listed = office.run("fill-template", "--list")
    assert [each["name"] for each in listed["templates"]] == ["Biểu tuần"]
    codes = [each["code"] for each in listed["values"]]
    assert {"total", "unit-names", "commune-names"} <= set(codes)
    office.run("undo")
    assert office.run("fill-template", "--list")["templates"] == []
