"""Larger and smaller letters: columns follow in both directions, nothing outgrows the screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLineEdit

from models.records import Mark, PersonDraft
from models.roster.marks import set_marks
from models.roster.people import add_person
from models.roster.unit_tree import list_units
from tests.ui.table.rows import Line, Source
from ui.pages.catalog import PAGES
from ui.pages.roster.columns import PERSON_COLUMNS
from ui.pages.units import SIDE_LETTERS
from ui.pages.units_model import SECOND_MARK, UnitModel
from ui.pages.units_tree import UnitTreeView
from ui.table.column import A_DAY, A_MARK, A_MOMENT, A_PHONE, Column
from ui.table.data_table import DataTable
from ui.table.rows_model import RowsModel
from ui.theme.appearance import TEXT_SIZES
from ui.theme.letters import SideSplitter
from ui.window.main_window import MainWindow
from ui.window.memory import open_settings

AIR = 10
SAMPLES = (A_PHONE, A_DAY, A_MARK, A_MOMENT)
SHOWN = [
    Column[Line](f"c{at}", "T", 3, lambda line, text=text: text, never_cut=text)
    for at, text in enumerate(SAMPLES)
]
COLUMNS = (*SHOWN, Column[Line]("end", "Ghi chú", 5, lambda line: line.name))


def table_of(qtbot, columns=COLUMNS, name="sizes", lines=20):
    table = DataTable(RowsModel(columns, Source().fetch), name)
    qtbot.addWidget(table)
    table.rows.set_ids(range(lines))
    table.resize(700, 300)
    table.show()
    return table


def widths(table):
    return [table.header.sectionSize(at) for at in range(len(table.rows.columns) - 1)]


OFTEN_OR_SLOWLY = [
    size if size in {90, 100, 150, 200} else pytest.param(size, marks=pytest.mark.slow)
    for size in TEXT_SIZES
]


@pytest.mark.parametrize("size", [pytest.param(125, marks=pytest.mark.slow), 150, 200, 90])
def test_columns_follow_the_letters_and_come_back(qtbot, worn, size):
    table = table_of(qtbot, PERSON_COLUMNS, "people", 0)
    table.header.resizeSection(1, 333)
    before = widths(table)
    letter = QFontMetrics(table.font()).averageCharWidth()
    worn.set_text_size(size)
    now = QFontMetrics(table.font()).averageCharWidth()
    assert table.header.sectionSize(1) == pytest.approx(333 * now / letter, rel=0.1)
    assert all(
        (new > old) is (size > 100) for new, old in zip(widths(table), before, strict=True) if old
    )
    worn.set_text_size(100)
    assert widths(table) == before


@pytest.mark.parametrize("size", OFTEN_OR_SLOWLY)
def test_phones_and_days_are_never_cut(qtbot, worn, size):
    table = table_of(qtbot)
    worn.set_text_size(size)
    metrics = QFontMetrics(table.font())
    for at, sample in enumerate(SAMPLES):
        assert table.header.sectionSize(at) >= metrics.horizontalAdvance(sample) + AIR
        table.header.resizeSection(at, 20)
        assert table.header.sectionSize(at) >= metrics.horizontalAdvance(sample) + AIR


def test_widths_that_were_kept_with_other_letters_come_back_in_these(qtbot, worn):
    first = table_of(qtbot)
    first.header.resizeSection(0, 240)
    before = widths(first)
    worn.set_text_size(200)
    first.header.resizeSection(1, first.header.sectionSize(1))
    again = table_of(qtbot)
    assert again.header.sectionSize(0) == pytest.approx(first.header.sectionSize(0), abs=2)
    worn.set_text_size(100)
    assert widths(table_of(qtbot)) == before


def test_every_phone_and_day_of_the_roster_says_that_it_is_never_cut():
    told = {column.key for column in PERSON_COLUMNS if column.never_cut}
    days = {"registered_on", "failed_on", "completed_on", "birth", "came_on"}
    assert told == {"phone", *days}


def test_the_window_never_outgrows_a_small_screen(qtbot, qapp, desk, tmp_path, request):
    unit = list_units(desk.file)[0].id
    person = add_person(desk.file, PersonDraft("Trần Văn An", unit, phone="0982103591"))
    set_marks(desk.file, [person], Mark.REGISTERED)
    window = MainWindow(desk, open_settings(tmp_path))
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.painted):
        window.show()
    window.show_file("roster")
    with qtbot.waitSignal(window.page("roster").loaded):
        pass
    worn = request.getfixturevalue("worn")
    for size in (150, 200):
        worn.set_text_size(size)
        for entry in PAGES:
            window.go_to(entry.key)
            assert window.minimumSizeHint().width() <= 1366 / 1.5
            assert window.minimumSizeHint().height() <= 768 / 1.5


def sides(desk, key):
    """The page `key`, its splitter, and the number of the half that keeps its letters."""
    page = next(entry for entry in PAGES if entry.key == key).make(desk)
    page.resize(2600, 900)
    return page, page.findChild(SideSplitter), 0 if key == "reports" else 1


@pytest.mark.parametrize("key", ["roster", "units", "reports"])
@pytest.mark.parametrize("size", [150, 200, 90])
def test_a_side_panel_follows_the_letters_and_comes_back(qtbot, desk, worn, key, size):
    page, split, side = sides(desk, key)
    qtbot.addWidget(page)
    page.show()
    before, letter = split.sizes(), page.fontMetrics().averageCharWidth()
    least = split.widget(side).minimumWidth()
    worn.set_text_size(size)
    grown = page.fontMetrics().averageCharWidth() / letter
    qtbot.waitUntil(lambda: split.sizes()[side] == pytest.approx(before[side] * grown, rel=0.03))
    assert split.widget(side).minimumWidth() == pytest.approx(least * grown, abs=2)
    worn.set_text_size(100)
    qtbot.waitUntil(lambda: split.sizes() == before)
    assert split.widget(side).minimumWidth() == least


def test_a_side_panel_that_was_dragged_keeps_its_letters(qtbot, desk, worn):
    page, split, side = sides(desk, "units")
    qtbot.addWidget(page)
    page.show()
    dragged = drag(qtbot, split, 210)[side]
    letter = page.fontMetrics().averageCharWidth()
    assert dragged > SIDE_LETTERS * letter + 100
    worn.set_text_size(150)
    grown = page.fontMetrics().averageCharWidth() / letter
    qtbot.waitUntil(lambda: split.sizes()[side] == pytest.approx(dragged * grown, rel=0.03))
    worn.set_text_size(100)
    qtbot.waitUntil(lambda: split.sizes()[side] == pytest.approx(dragged, abs=1))


def drag(qtbot, split, by):
    """Drag the border to the left; how wide both halves are then."""
    handle = split.handle(1)
    middle = handle.rect().center()
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseMove(handle, middle - QPoint(by, 0))
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=middle - QPoint(by, 0))
    return split.sizes()


@pytest.mark.parametrize("key", ["roster", "units"])
def test_a_side_panel_that_was_dragged_is_as_wide_at_the_next_start(qtbot, desk, key):
    first, split, side = sides(desk, key)
    qtbot.addWidget(first)
    first.show()
    before = split.sizes()[side]
    dragged = drag(qtbot, split, 160)
    assert dragged[side] > before + 100
    again, split, side = sides(desk, key)
    qtbot.addWidget(again)
    again.show()
    qtbot.waitUntil(lambda: split.sizes()[side] == pytest.approx(dragged[side], abs=2))


def test_what_is_counted_in_letters_follows_them(qtbot, desk, worn):
    page = next(entry for entry in PAGES if entry.key == "roster").make(desk)
    qtbot.addWidget(page)
    page.show()
    box = page.findChild(QLineEdit, "search")
    before = box.minimumWidth()
    worn.set_text_size(200)
    assert box.minimumWidth() == pytest.approx(before * 2, rel=0.1)
    worn.set_text_size(100)
    assert box.minimumWidth() == before
    assert page.table.header.orientation() == Qt.Orientation.Horizontal


def test_the_tree_counts_its_columns_anew_in_other_letters(qtbot, worn):
    """It is as wide as before, and fewer letters stand in it."""
    tree = UnitTreeView(UnitModel())
    qtbot.addWidget(tree)
    tree.resize(600, 300)
    tree.show()
    assert not tree.isColumnHidden(SECOND_MARK)
    worn.set_text_size(200)
    assert tree.isColumnHidden(SECOND_MARK)
    worn.set_text_size(100)
    assert not tree.isColumnHidden(SECOND_MARK)
