"""The roster as a document: everybody once, masked phones, and codes that only Excel keeps."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from models.records import Mark, StaffType
from reports.blocks import Paragraph
from reports.document import CODE_TITLE, Document, RowStyle, Table, TableRow
from reports.kinds.people_list import people_list
from reports.nothing import NothingToList
from reports.occasion import Occasion
from reports.render.fonts import liberation_serif
from reports.render.pdf import render_pdf
from reports.render.xlsx import render_xlsx
from tests.reports.pdf_reader import read_pdf
from tests.reports.samples import (
    AS_OF,
    COMMUNE,
    CONTEST,
    ISSUER,
    as_unit,
    commune_figures,
    made_up_person,
    of_units,
    people_missing,
)

NOBODY_REGISTERED = of_units(
    *(replace(u, registered=0, completed=0) for u in commune_figures().units[:4])
)
OFFICE = NOBODY_REGISTERED.units[0]


def everybody(figures=NOBODY_REGISTERED):
    """As many people of each unit as the figures count, and those who are exempt."""
    lines = [replace(u, total=u.total + u.exempt) for u in figures.units]
    return people_missing(of_units(*lines), Mark.REGISTERED)


def listed(people=None, unit=None, figures=NOBODY_REGISTERED, masked=True) -> Document:
    whole = everybody(figures) if people is None else people
    return people_list(whole, unit, Occasion(figures, ISSUER, COMMUNE, CONTEST, AS_OF), masked)


def rows_of(document: Document, style: RowStyle = RowStyle.NORMAL) -> list[TableRow]:
    tables = [block for block in document.body if isinstance(block, Table)]
    return [row for table in tables for row in table.rows if row.style is style]


def text_of(document: Document) -> str:
    return " ".join(block.text for block in document.body if isinstance(block, Paragraph))


def test_everybody_is_listed_unit_by_unit():
    document = listed()
    people = everybody()
    assert len(rows_of(document)) == len(people) == 25
    assert [row.cells[1] for row in rows_of(document)] == [person.name for person in people]
    headings = [row.cells[0].text for row in rows_of(document, RowStyle.GROUP)]
    assert headings[0] == "I. Ban Xây dựng Đảng"
    assert rows_of(document, RowStyle.TOTAL)[0].cells[0].text == "Tổng cộng: 25 người"


def test_those_who_need_not_take_part_are_counted_apart():
    assert "có 25 cán bộ, công chức" in text_of(listed())
    assert "trong đó 1 người không thuộc đối tượng" in text_of(listed())


def test_one_unit_has_no_headings_and_no_total():
    people = [person for person in everybody() if person.unit_id == OFFICE.unit_id]
    document = listed(people, as_unit(OFFICE))
    assert document.title.subject[1] == f"Đơn vị: {OFFICE.name}"
    assert not rows_of(document, RowStyle.GROUP)
    assert not rows_of(document, RowStyle.TOTAL)
    assert document.stem == "DanhSachCanBo_KeSat_BanXayDungDang"


def test_a_unit_without_people_says_so():
    with pytest.raises(NothingToList, match="Ban Xây dựng Đảng chưa có ai"):
        listed([], replace(as_unit(OFFICE), id=99))


def test_phones_are_masked_unless_asked_for():
    assert rows_of(listed())[0].cells[5] == "0900***001"
    assert "che bớt" in text_of(listed())
    assert rows_of(listed(masked=False))[0].cells[5] == "0900 000 001"
    assert "che bớt" not in text_of(listed(masked=False))


def test_a_mark_of_a_later_day_is_not_told():
    line = replace(OFFICE, total=1)
    late = replace(made_up_person(1, line), registered_on=date(2026, 6, 9))
    document = listed([late], as_unit(line), of_units(line))
    assert rows_of(document)[0].cells[6:] == (None, None)


def test_a_list_that_differs_from_the_figures_is_never_printed():
    with pytest.raises(ValueError, match="differ"):
        listed(everybody()[:-1])
    with pytest.raises(ValueError, match="differ"):
        listed([*everybody(), replace(everybody()[0], unit_id=77)])


def test_codes_stand_hidden_in_excel_beyond_the_print_and_nowhere_on_paper():
    document = listed()
    sheet = load_workbook(BytesIO(render_xlsx(document))).active
    cells = {cell.value: cell for row in sheet.iter_rows() for cell in row if cell.value}
    letter = cells[CODE_TITLE].column_letter
    assert letter == "I"
    assert sheet.column_dimensions[letter].hidden
    assert sheet.print_area.split(":")[1].startswith("$H$")
    for person in everybody():
        assert sheet.cell(cells[person.uid].row, 2).value == person.name
    text = read_pdf(render_pdf(document, fonts=liberation_serif())).text
    assert CODE_TITLE not in text
    assert "Nguyễn" in text


def test_other_documents_have_no_hidden_column(not_registered):
    sheet = load_workbook(BytesIO(render_xlsx(not_registered))).active
    assert not any(each.hidden for each in sheet.column_dimensions.values())


def test_births_and_kinds_of_staff_are_written_as_people_write_them():
    line = replace(OFFICE, total=2)
    first = replace(made_up_person(1, line), birth="1985", staff_type=StaffType.CADRE)
    second = replace(made_up_person(2, line), birth="1985-04-02")
    rows = rows_of(listed([first, second], as_unit(line), of_units(line)))
    assert [row.cells[2] for row in rows] == ["1985", "02/04/1985"]
    assert [row.cells[4] for row in rows] == ["Cán bộ", ""]
