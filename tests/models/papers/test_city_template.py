"""Templates of the city: kept as one change, matched by names that are sure, asked or refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from models.contests.mark_names import MarkNames
from models.errors import AppError
from models.journal.replay import undo
from models.papers.city_rows import filling_notes, filling_of, refuse_open
from models.papers.city_template import (
    forget_template,
    store_template,
    template_content,
    template_named,
    templates_of,
)
from models.papers.city_values import city_value, is_value, value_title, values_offered
from models.records import Mark
from models.records.city import CityRate, CityTemplate, MappedPlace, TemplateWay
from models.roster.marks import set_marks
from models.text.cell_names import column_of
from tests.factory import add_people, unit
from ui.calls.city_template import city_sources

OFFICE, ECONOMY, HEALTH = "Phòng Văn hóa - Xã hội", "Phòng Kinh tế", "Trạm Y tế xã"
CELLS = CityTemplate(
    0, "Biểu 01", TemplateWay.CELLS, "bieu.xlsx", "Biểu 01", (MappedPlace("D4", "total"),)
)
COLUMNS = replace(
    CELLS,
    way=TemplateWay.COLUMNS,
    places=(
        MappedPlace("B", "unit-names"),
        MappedPlace("C", "total"),
        MappedPlace("E", "registered-rate"),
    ),
)


@pytest.fixture
def sources(file):
    """Five people of the office, two of them registered; three of economy."""
    ids = add_people(file, 5)
    add_people(file, 3, unit(file, ECONOMY).id)
    set_marks(file, ids[:2], Mark.REGISTERED, date(2026, 6, 5))
    return city_sources(file)


def with_places(template, *places):
    return replace(template, places=tuple(MappedPlace(*each) for each in places))


def test_a_template_is_kept_changed_and_taken_away_each_as_one_change(file):
    kept = store_template(file, CELLS, b"PK-1")
    (found,) = templates_of(file)
    assert (found.id, found.name, found.places) == (kept, "Biểu 01", CELLS.places)
    assert template_content(file, found) == b"PK-1"
    places = (MappedPlace("D4", "total"), MappedPlace("D5", "completed", unit(file).id))
    store_template(file, replace(found, places=places), b"PK-2")
    changed = template_named(file, "biểu 01")
    assert (changed.id, changed.places) == (kept, places)
    assert template_content(file, changed) == b"PK-2"
    undo(file)
    (before,) = templates_of(file)
    assert before == found
    assert template_content(file, before) == b"PK-1"
    forget_template(file, before)
    assert templates_of(file) == ()
    undo(file)
    assert templates_of(file) == (found,)


@pytest.mark.parametrize(
    ("way", "places", "told"),
    [
        (TemplateWay.CELLS, [], "Chưa gán"),
        (TemplateWay.CELLS, [("D4", "totals")], "mã “totals”"),
        (TemplateWay.CELLS, [("D", "total")], "không phải tên ô"),
        (TemplateWay.CELLS, [("D4", "total"), ("$d$4", "exempt")], "gán hai lần"),
        (TemplateWay.CELLS, [("D4", "unit-names")], "mã “unit-names”"),
        (TemplateWay.COLUMNS, [("D4", "total")], "không phải tên cột"),
        (TemplateWay.COLUMNS, [("B", "unit-names")], "Chưa gán"),
        (
            TemplateWay.COLUMNS,
            [("A", "unit-names"), ("B", "commune-names"), ("C", "total")],
            "hai cột",
        ),
    ],
)
def test_what_cannot_be_kept_is_refused_in_a_sentence(file, way, places, told):
    with pytest.raises(AppError, match=told):
        store_template(file, with_places(replace(CELLS, way=way), *places), b"x")
    assert templates_of(file) == ()


def test_names_are_taken_once(file):
    store_template(file, CELLS, b"x")
    for name in ("BIỂU  01", " ", "x" * 81):
        with pytest.raises(AppError):
            store_template(file, replace(CELLS, name=name), b"x")


def test_every_offered_value_has_a_value(sources):
    for each in values_offered(MarkNames()):
        assert is_value(each.code)
        assert city_value(each.code, sources) is not None
        assert value_title(each.code, MarkNames()) == each.title
    assert len({each.title for each in values_offered(MarkNames())}) == len(
        values_offered(MarkNames())
    )


def test_values_are_the_figures(file, sources):
    assert city_value("total", sources) == sources.figures.total == 8
    assert city_value("registered-rate", sources) == CityRate(2, 8)
    assert city_value("not-registered", sources, unit(file).id) == 3
    assert city_value("total@school", sources) == 0
    assert city_value("total@government", sources) == 8
    assert city_value("total", sources, unit(file, HEALTH).id) == 0
    assert city_value("day", sources) == sources.figures.as_of
    assert city_value("name", sources, unit(file).id) == OFFICE
    with pytest.raises(AppError, match="không còn"):
        city_value("total", sources, 99_999)


def test_a_contest_of_one_mark_offers_and_gives_no_registering(sources):
    one = MarkNames(completed="đã kích hoạt chữ ký số", one=True)
    codes = [each.code for each in values_offered(one)]
    assert "registered" not in codes
    assert "completed" in codes
    assert value_title("completed", one) == "Đã kích hoạt chữ ký số"
    with pytest.raises(AppError, match="không theo dõi"):
        city_value("registered", replace(sources, names=one))


def texts_of(*names):
    return {(1, 2): "Đơn vị"} | {(at, 2): name for at, name in enumerate(names, start=2)}


def test_rows_are_found_by_the_names_of_units(file, sources):
    filling = filling_of(COLUMNS, texts_of(ECONOMY, "P. VHXH", "Tổng cộng"), sources)
    assert filling.values == {
        (2, 3): 3,
        (2, 5): CityRate(0, 3),
        (3, 3): 5,
        (3, 5): CityRate(2, 5),
    }
    assert filling.left == ("Đơn vị", "Tổng cộng")
    assert filling.lacking == ()
    refuse_open(filling)


def test_a_name_that_is_not_sure_is_asked_about_and_answered_once(file, sources):
    filling = filling_of(COLUMNS, texts_of(ECONOMY, "Phòng Văn hóa - Xã hộ"), sources)
    (asked,) = filling.asked
    assert asked.place == (3, 2)
    assert unit(file).id in [each for each, _ in asked.suggestions]
    assert filling.lacking == (OFFICE,)
    assert any(OFFICE in note for note in filling_notes(filling))
    with pytest.raises(AppError, match="ô B3"):
        refuse_open(filling)
    answered = replace(
        COLUMNS, places=(*COLUMNS.places, MappedPlace("B3", "is-unit", unit(file).id))
    )
    done = filling_of(answered, texts_of(ECONOMY, "Phòng Văn hóa - Xã hộ"), sources)
    assert done.asked == ()
    assert done.values[3, 3] == 5
    blank = replace(COLUMNS, places=(*COLUMNS.places, MappedPlace("B3", "is-unit", None)))
    left = filling_of(blank, texts_of(ECONOMY, "Phòng Văn hóa - Xã hộ"), sources)
    assert (left.asked, (3, 3) in left.values) == ((), False)


def test_two_rows_of_one_unit_are_refused(sources):
    with pytest.raises(AppError, match="Hai ô B2 và B3"):
        filling_of(COLUMNS, texts_of(ECONOMY, "P. Kinh tế"), sources)


def commune_template(*columns):
    return with_places(COLUMNS, ("B", "commune-names"), *columns)


@pytest.mark.parametrize("name", ["{}", "UBND {}", "Ủy ban nhân dân {}"])
def test_the_row_of_the_commune(sources, name):
    told = name.format(sources.commune.lower_name)
    filling = filling_of(commune_template(("C", "total")), texts_of("Xã Khác", told), sources)
    assert filling.values == {(3, 3): 8}


def test_no_row_or_two_rows_of_the_commune(sources):
    name, place = sources.commune.name, sources.commune.place
    for names, told in (((), "không có dòng"), ((name, place), "nhiều dòng")):
        with pytest.raises(AppError, match=told):
            filling_of(commune_template(("C", "total")), texts_of(*names), sources)


def test_the_next_free_row(sources):
    template = with_places(COLUMNS, ("A", "day"), ("C", "total"))
    texts = {(1, 1): "Ngày", (1, 3): "Tổng", (2, 1): "01/06/2026", (2, 3): "7", (9, 2): "ghi chú"}
    filling = filling_of(template, texts, sources)
    assert filling.values == {(3, 1): sources.figures.as_of, (3, 3): 8}


@pytest.mark.parametrize(("name", "column"), [("C", 3), ("$aa", 27), ("XFD", 16_384)])
def test_names_of_columns(name, column):
    assert column_of(name) == column


@pytest.mark.parametrize("name", ["", "C7", "XFE", "Ă", "1"])
def test_no_names_of_columns(name):
    assert column_of(name) is None
