"""Only the mapped cells of the city's workbook change; everything else is as it was, to the byte."""

from __future__ import annotations

import re
from datetime import date, datetime
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.table import Table

from models.errors import AppError
from models.records.city import CityRate
from models.text.cell_names import column_letters, column_number, place_name, place_of
from reports.city_template.filling import calculates, filled
from reports.city_template.grid import grid_in, sheet_shown, sheets_in
from tests.reports.city_template.city_books import form, listing, packed, parts_of, with_parts
from tests.reports.libreoffice import is_installed, saved_anew

SHEET, PART = "Biểu 01", "xl/worksheets/sheet1.xml"
DAY = date(2026, 6, 8)


@pytest.fixture(scope="module")
def content() -> bytes:
    return form()


def places(**values):
    found = {place_of(name): value for name, value in values.items()}
    assert None not in found
    return found


def cells_of(content: bytes, sheet: str = SHEET, data_only: bool = False):
    page = load_workbook(BytesIO(content), data_only=data_only)[sheet]
    return {
        cell.coordinate: (cell.value, cell.style_id, cell.number_format)
        for row in page.iter_rows()
        for cell in row
    }


def cell_xml(content: bytes, part: str = PART) -> dict[str, bytes]:
    return {
        found[1].decode(): found[0]
        for found in re.finditer(
            rb'<c r="([A-Z]+\d+)"[^>]*?(?:/>|>.*?</c>)', parts_of(content)[part]
        )
    }


def test_values_are_real_and_keep_the_looks_of_their_cells(content):
    done = filled(
        content, SHEET, places(D4=532, D5=24, D6=CityRate(24, 532), D7=DAY, D9=CityRate(24, 532))
    )
    before, after = cells_of(content), cells_of(done)
    assert [after[name][0] for name in ("D4", "D5", "D6", "D7", "D9")] == [
        532,
        24,
        24 / 532,
        datetime(2026, 6, 8),
        4.5,
    ]
    assert {name: cell[1:] for name, cell in after.items()} == {
        name: cell[1:] for name, cell in before.items()
    }
    assert after["D8"][0] == "=D4-D5"


def test_nothing_else_of_the_file_changes(content):
    done = filled(content, SHEET, places(D4=532, D7=DAY))
    before, after = parts_of(content), parts_of(done)
    assert list(after) == list(before)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {PART, "xl/workbook.xml"}
    assert b'fullCalcOnLoad="1"' in after["xl/workbook.xml"]
    old, new = cell_xml(content), cell_xml(done)
    assert {name for name in new if new[name] != old.get(name)} == {"D4", "D7"}
    # Without the two cells the sheets are the same bytes.
    for name in ("D4", "D7"):
        before[PART] = before[PART].replace(old[name], b"#")
        after[PART] = after[PART].replace(new[name], b"#")
    assert before[PART] == after[PART]


def test_a_workbook_that_calculates_nothing_keeps_its_workbook_part():
    book = Workbook()
    book.active["A1"] = "Tổng số"
    plain = packed(book)
    done = filled(plain, "Sheet", places(B1=532))
    assert {name for name, part in parts_of(done).items() if part != parts_of(plain)[name]} == {
        PART
    }


def test_the_same_values_are_the_same_bytes_and_can_be_filled_again(content):
    once = filled(content, SHEET, places(D4=1, D5=2))
    assert filled(once, SHEET, places(D4=532, D5=24)) == filled(
        content, SHEET, places(D4=532, D5=24)
    )


@pytest.mark.parametrize(
    ("name", "told"),
    [("D8", "công thức"), ("B4", "gộp vào ô A4"), ("E1", "gộp vào ô A1")],
)
def test_what_must_not_be_written_over_is_refused(content, name, told):
    with pytest.raises(AppError, match=told):
        filled(content, SHEET, {place_of(name): 1})


def test_a_protected_sheet_takes_what_it_lets_be_typed():
    locked = form(protected=True)
    assert cells_of(filled(locked, SHEET, places(D4=532)))["D4"][0] == 532
    with pytest.raises(AppError, match="bị khóa"):
        filled(locked, SHEET, places(D5=24))
    assert place_of("D5") in grid_in(locked, SHEET).closed
    assert place_of("D4") not in grid_in(locked, SHEET).closed


@settings(max_examples=60, deadline=None)
@given(
    held=st.dictionaries(
        st.tuples(st.integers(1, 12), st.integers(1, 30)), st.integers(0, 99), max_size=12
    ),
    new=st.dictionaries(
        st.tuples(st.integers(1, 14), st.integers(1, 30)),
        st.integers(-5, 10**9) | st.text() | st.none(),
        min_size=1,
        max_size=12,
    ),
)
def test_wherever_a_value_goes_it_is_found_there_and_nothing_is_lost(held, new):
    book = Workbook()
    for (row, column), value in held.items():
        book.active.cell(row, column, value)
    done = filled(packed(book), "Sheet", new)
    read = load_workbook(BytesIO(done)).active
    for (row, column), value in (held | new).items():
        found = read.cell(row, column)
        if isinstance(value, str):
            assert found.data_type != "f"
        else:
            assert found.value == value
    xml = parts_of(done)[PART].decode()
    rows = [int(n) for n in re.findall(r'<row r="(\d+)"', xml)]
    assert rows == sorted(set(rows))
    for line in re.findall(r"<row .*?</row>", xml, re.DOTALL):
        columns = [column_number(letters) for letters in re.findall(r'<c r="([A-Z]+)\d+"', line)]
        assert columns == sorted(set(columns))


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        ("<sheetData/>", '<sheetData><row r="2"><c r="B2"><v>7</v></c></row></sheetData>'),
        (
            '<sheetData><row r="2" spans="1:1" ht="20"/></sheetData>',
            '<sheetData><row r="2" spans="1:1" ht="20"><c r="B2"><v>7</v></c></row></sheetData>',
        ),
        (
            '<sheetData><row><c><v>1</v></c></row><row><c t="str"><v>a</v></c><c s="0"/></row></sheetData>',
            '<sheetData><row><c><v>1</v></c></row><row><c t="str"><v>a</v></c><c r="B2"><v>7</v></c></row></sheetData>',
        ),
    ],
)
def test_sheets_as_other_programs_write_them(sheet, expected):
    plain = packed(Workbook())
    for prefix in ("", "x:"):
        told = re.sub(r"<(/?)(\w)", rf"<\1{prefix}\2", f"<worksheet>{sheet}</worksheet>")
        space = f'xmlns{":x" if prefix else ""}="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
        told = told.replace("worksheet>", f"worksheet {space}>", 1)
        made = with_parts(plain, xl__worksheets__sheet1_dot_xml=told.encode())
        done = parts_of(filled(made, "Sheet", places(B2=7)))[PART].decode()
        assert re.sub(r"<(/?)x:", r"<\1", done).endswith(f">{expected}</worksheet>")


def test_a_rate_of_nobody_and_one_that_rounds_to_all(content):
    told = places(D4=CityRate(0, 0), D5=CityRate(1999, 2000), D9=CityRate(1, 3))
    after = cells_of(filled(content, SHEET, told))
    assert after["D4"][0] == "–"
    assert after["D5"][0] == 100 * 1999 / 2000 or after["D5"][0] == pytest.approx(99.95)
    assert after["D9"][0] == 33.3


def test_days_count_from_1904_where_the_workbook_does(content):
    book = load_workbook(BytesIO(content))
    book.epoch = datetime(1904, 1, 1)
    done = filled(packed(book), SHEET, places(D7=DAY))
    assert cells_of(done)["D7"][0] == datetime(2026, 6, 8)


def test_what_is_seen_of_a_sheet(content):
    assert sheets_in(content) == (SHEET, "Hướng dẫn")
    grid = grid_in(content, SHEET)
    assert grid.text((1, 1)) == "BIỂU TỔNG HỢP <CỦA> THÀNH PHỐ & XÃ"
    assert grid.text((4, 4)) == "0"
    assert ((1, 1), (1, 5)) in grid.merged
    assert grid.closed == {(8, 4)}
    assert (6, 4) in grid.rates
    assert grid.widths[4] == 17
    assert (grid.rows, grid.columns) == (9, 5)
    assert grid_in(listing(), "Danh sách").text((3, 2)) == "Phòng Kinh tế"


def test_a_day_is_seen_as_a_day(content):
    done = filled(content, SHEET, places(D6=CityRate(24, 532), D7=DAY))
    grid = grid_in(done, SHEET)
    assert (grid.text((6, 4)), grid.text((7, 4))) == ("4,5%", "08/06/2026")


@given(st.integers(1, 16_384), st.integers(1, 1_048_576))
def test_names_of_cells(column, row):
    assert place_of(place_name((row, column))) == (row, column)
    assert column_number(column_letters(column)) == column


@pytest.mark.parametrize("name", ["", "7C", "C", "C0", "XFE1", "A1048577", "=A1", "A1:B2", "Ă1"])
def test_no_names_of_cells(name):
    assert place_of(name) is None


@pytest.mark.slow
@pytest.mark.skipif(not is_installed(), reason="packaging/setup/office.sh installs LibreOffice")
def test_workbooks_of_another_program_are_filled_and_calculate_anew(content, tmp_path):
    theirs = saved_anew(content, tmp_path)
    assert calculates(theirs)
    done = filled(theirs, SHEET, places(D4=532, D5=24))
    old, new = parts_of(theirs), parts_of(done)
    assert {name for name in old if old[name] != new[name]} == {PART, "xl/workbook.xml"}
    (tmp_path / "again").mkdir()
    read = cells_of(saved_anew(done, tmp_path / "again"), data_only=True)
    assert [read[name][0] for name in ("D4", "D5", "D8")] == [532, 24, 508]


def with_table_and_array() -> bytes:
    """A table in A1:C4 with its own total, an array formula in E2:E3 beside it."""
    book = Workbook()
    page = book.active
    page.title = SHEET
    for row in (("Đơn vị", "Tổng số", "Đăng ký"), ("Xã A", None, None), ("Xã B", 1, 1)):
        page.append(row)
    page.append(("Cộng", 1, 1))
    table = Table(displayName="Bang1", ref="A1:C4", totalsRowCount=1)
    page.add_table(table)
    page["E2"] = ArrayFormula("E2:E3", "=B2:B3*2")
    page["E3"] = 2
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("B1", "do Excel quản lý"),
        ("C4", "do Excel quản lý"),
        ("E2", "công thức"),
        ("E3", "công thức"),
    ],
)
def test_what_excel_keeps_in_step_is_not_written_over(name, told):
    content = with_table_and_array()
    place = place_of(name)
    with pytest.raises(AppError, match=told):
        filled(content, SHEET, {place: 1})
    closed = grid_in(content, SHEET).closed
    assert place in closed
    assert place_of("B2") not in closed
    assert cells_of(filled(content, SHEET, places(B2=532, E4=7)))["B2"][0] == 532


def test_the_place_of_a_pivot_table_is_not_written_over():
    relation = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/pivotTable"
    space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    content = with_parts(
        listing(),
        xl__worksheets___rels__sheet1_dot_xml_dot_rels=b'<Relationships xmlns="http://schemas.'
        b'openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="'
        + relation
        + b'" Target="../pivotTables/pivotTable1.xml"/></Relationships>',
        xl__pivotTables__pivotTable1_dot_xml=b'<pivotTableDefinition xmlns="'
        + space
        + b'"><location ref="H2:J9"/></pivotTableDefinition>',
    )
    with pytest.raises(AppError, match="PivotTable"):
        filled(content, "Danh sách", places(I5=1))
    filled(content, "Danh sách", places(C2=1))


@pytest.mark.parametrize(
    ("code", "value"),
    [("0.0%;[Red]-0.0", 0.5), ("#,##0.0_);[Red](0.0%)", 50.0), ('0.0"%"', 50.0), ("0.0\\%", 50.0)],
)
def test_the_part_of_a_format_for_numbers_says_whether_it_shows_percents(code, value):
    book = Workbook()
    book.active["B2"].number_format = code
    stream = BytesIO()
    book.save(stream)
    done = filled(stream.getvalue(), "Sheet", places(B2=CityRate(1, 2)))
    assert cells_of(done, "Sheet")["B2"][0] == value


def test_letters_that_a_workbook_writes_as_codes_are_read():
    content = listing(("Xã_x0020_Kẻ Sặt_x000D_",))
    assert grid_in(content, "Danh sách").text((2, 2)) == "Xã Kẻ Sặt\r"


def test_the_sheet_to_begin_with_is_the_one_that_was_looked_at_and_never_a_hidden_one():
    book = Workbook()
    book.active.title = "Danh mục"
    book.create_sheet("Hướng dẫn")
    book.create_sheet("Biểu")

    def shown(active: int, **states: str) -> str:
        stream = BytesIO()
        for sheet in book:
            sheet.sheet_state = states.get(sheet.title.replace(" ", "_"), "visible")
        book.active = active
        book.save(stream)
        return sheet_shown(stream.getvalue())

    assert shown(0) == "Danh mục"
    assert shown(2) == "Biểu"
    assert shown(1, Danh_mục="hidden") == "Hướng dẫn"
    workbook = "xl__workbook_dot_xml"
    odd = form()
    part = parts_of(odd)["xl/workbook.xml"]
    hidden = part.replace(b'sheetId="1" state="visible"', b'sheetId="1" state="veryHidden"')
    assert hidden != part
    assert sheet_shown(with_parts(odd, **{workbook: hidden})) == "Hướng dẫn"
