"""Danh sách chưa đăng ký, chưa hoàn thành: who is listed, how, and with which phones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from models.records import Figures, Mark, Person, Unit, UnitFigures, UnitKind
from reports.blocks import Paragraph
from reports.document import Document, RowStyle, Table, TableRow
from reports.kinds.missing_people import missing_people
from reports.nothing import NothingToList
from reports.occasion import Occasion
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

OFFICE = UnitFigures(7, "Phòng Văn hóa - Xã hội", UnitKind.GOVERNMENT, 14, 4, 2, 1)


def listed(
    people: list[Person],
    mark: Mark = Mark.REGISTERED,
    unit: Unit | None = None,
    figures: Figures | None = None,
    masked: bool = True,
) -> Document:
    figures = figures or commune_figures()
    return missing_people(
        people, mark, unit, Occasion(figures, ISSUER, COMMUNE, CONTEST, AS_OF), masked
    )


def rows_of(document: Document, style: RowStyle = RowStyle.NORMAL) -> list[TableRow]:
    tables = [block for block in document.body if isinstance(block, Table)]
    return [row for table in tables for row in table.rows if row.style is style]


def text_of(document: Document) -> str:
    return " ".join(block.text for block in document.body if isinstance(block, Paragraph))


def of_office(mark: Mark, masked: bool = True) -> Document:
    figures = of_units(OFFICE)
    people = people_missing(figures, mark)
    return listed(people, mark, as_unit(OFFICE), figures, masked)


def test_the_whole_commune_unit_by_unit(not_registered: Document):
    groups = rows_of(not_registered, RowStyle.GROUP)
    assert groups[0].cells[0].text == ("I. Ban Xây dựng Đảng: đã đăng ký 2/9 (22,2%), còn 7 người")
    assert len(groups) == 24
    assert len(rows_of(not_registered)) == 508
    assert "Toàn xã Kẻ Sặt có 532 người" in text_of(not_registered)
    assert "đã đăng ký 24 người, đạt tỷ lệ 4,5%; còn 508 người" in text_of(not_registered)
    total = rows_of(not_registered, RowStyle.TOTAL)[0]
    assert total.cells[0].text == "Tổng cộng: 508 người chưa đăng ký"


def test_units_with_nobody_missing_are_named_below(not_registered: Document):
    assert "Đơn vị không còn ai chưa đăng ký: Văn phòng Đảng ủy." in text_of(not_registered)


def test_one_unit_has_its_name_in_the_title_and_no_groups():
    document = of_office(Mark.REGISTERED)
    assert document.title.subject[1] == "Đơn vị: Phòng Văn hóa - Xã hội"
    assert not rows_of(document, RowStyle.GROUP)
    assert [row.cells[0] for row in rows_of(document)] == list(range(1, 11))
    assert document.recipients[0] == "Phòng Văn hóa - Xã hội"


def test_completion_shows_the_day_of_registration_or_that_there_is_none():
    rows = rows_of(of_office(Mark.COMPLETED))
    assert len(rows) == 12
    assert [row.cells[4] for row in rows[:3]] == [date(2026, 6, 1), date(2026, 6, 2), None]
    assert [row.cells[5] for row in rows[:3]] == ["", "", "Chưa đăng ký"]


def test_a_registration_after_the_day_of_the_figures_is_not_yet_one():
    line = replace(OFFICE, total=1, registered=0, completed=0)
    late = made_up_person(1, line, date(2026, 6, 9))
    document = listed([late], Mark.COMPLETED, as_unit(line), of_units(line))
    assert rows_of(document)[0].cells[4:] == (None, "Chưa đăng ký")


def test_phones_are_masked_unless_asked_for():
    masked, shown = of_office(Mark.REGISTERED), of_office(Mark.REGISTERED, masked=False)
    assert rows_of(masked)[0].cells[3] == "0900***001"
    assert rows_of(shown)[0].cells[3] == "0900 000 001"
    assert "che bớt" in text_of(masked)
    assert "che bớt" not in text_of(shown)
    assert rows_of(masked)[8].cells[3] == ""


@pytest.mark.parametrize(
    ("mark", "sentence"),
    [
        (Mark.REGISTERED, "Không còn ai chưa đăng ký."),
        (Mark.COMPLETED, "Không còn ai chưa hoàn thành."),
    ],
)
def test_an_empty_list_says_so(mark: Mark, sentence: str):
    line = replace(OFFICE, total=14, registered=14, completed=14)
    for unit in (as_unit(line), None):
        with pytest.raises(NothingToList, match=sentence):
            listed([], mark, unit, of_units(line))


def test_a_unit_without_people():
    empty = Unit(99, "u99", "Thôn Mới", UnitKind.VILLAGE, None, 0)
    with pytest.raises(NothingToList, match="Thôn Mới chưa có ai thuộc đối tượng"):
        listed([], unit=empty)


def test_it_says_how_many_people_and_phones_stand_in_it():
    people = people_missing(commune_figures(), Mark.REGISTERED)
    shown = listed(people, masked=False)
    assert (shown.people, shown.phones) == (len(people), sum(1 for each in people if each.phone))
    assert listed(people).phones == 0


def test_a_list_that_differs_from_the_figures_is_never_printed():
    people = people_missing(commune_figures(), Mark.REGISTERED)
    with pytest.raises(ValueError, match="differ"):
        listed(people[:-1])
    with pytest.raises(ValueError, match="differ"):
        listed([*people, made_up_person(999, replace(OFFICE, unit_id=77))])


def test_people_of_units_below_are_grouped():
    top = UnitFigures(1, "Trường Tiểu học Vĩnh Tuy", UnitKind.SCHOOL, 2, 0, 0)
    branch = UnitFigures(2, "Điểm trường Thôn Phủ", UnitKind.SCHOOL, 1, 0, 0)
    other = UnitFigures(3, "Công an xã", UnitKind.FORCES, 5, 0, 0)
    figures = of_units(top, branch, other)
    people = [p for p in people_missing(figures, Mark.REGISTERED) if p.unit_id != 3]
    document = listed(people, unit=as_unit(top), figures=figures)
    assert len(rows_of(document, RowStyle.GROUP)) == 2
    assert "có 3 người thuộc đối tượng" in text_of(document)


def test_notes_of_the_roster_stay_in_the_office():
    line = replace(OFFICE, total=1, registered=0, completed=0)
    person = replace(made_up_person(1, line), note="con nhỏ ốm", email="a@b.vn", birth="1985")
    document = listed([person], unit=as_unit(line), figures=of_units(line))
    everything = " ".join(map(str, rows_of(document)[0].cells))
    assert "ốm" not in everything
    assert "a@b.vn" not in everything
    assert "1985" not in everything


def test_one_mark_alone_is_spoken_of_by_its_own_name():
    contest = replace(CONTEST, one_mark=True, completed_word="đã kích hoạt chữ ký số")
    figures = of_units(OFFICE)
    people = people_missing(figures, Mark.COMPLETED)
    occasion = Occasion(figures, ISSUER, COMMUNE, contest, AS_OF)
    document = missing_people(people, Mark.COMPLETED, None, occasion)
    assert "đã kích hoạt chữ ký số 2 người, đạt tỷ lệ" in text_of(document)
    assert "còn 12 người chưa kích hoạt chữ ký số" in text_of(document)
    [table] = [block for block in document.body if isinstance(block, Table)]
    assert "Ngày đăng ký" not in [column.title for column in table.columns]
    assert "đăng ký" not in " ".join(document.title.subject).lower()
