"""Whoever comes to the roster by a number of another page finds all that the roster offers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QPushButton, QTreeView

from models.errors import AppError
from models.records import PeopleQuery, Status
from models.roster.unit_tree import list_units
from models.roster.units import add_unit
from ui.pages.roster import RosterPage
from ui.pages.roster import page as roster_page
from ui.pages.roster.filter_panel import FilterPanel
from ui.people.person_dialog import PersonDialog

Key, Modifier = Qt.Key, Qt.KeyboardModifier
BY_NUMBER = PeopleQuery(statuses=frozenset({Status.NOT_REGISTERED}))


@pytest.fixture
def visited(qtbot, desk, people):
    """The roster as a number of Tổng quan opens it for the first time."""
    page = RosterPage(desk)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(page.isActiveWindow)
    with qtbot.waitSignal(page.loaded):
        page.take(BY_NUMBER)
        page.shown()
    return page


@pytest.mark.parametrize("before", [True, False])
def test_marks_are_offered_whenever_the_contest_becomes_known(qtbot, desk, people, before):
    """Where another page had read it, nothing more is told of it."""
    known = []
    if before:
        desk.reference.when_known(lambda: known.append(True))
        qtbot.waitUntil(lambda: bool(known))
    page = RosterPage(desk)
    qtbot.addWidget(page)
    page.resize(1350, 690)
    page.show()
    with qtbot.waitSignal(page.loaded):
        page.shown()

    def words():
        return [each.text() for each in page.findChildren(QPushButton) if each.isVisible()]

    qtbot.waitUntil(lambda: "Đánh dấu đã thi, chưa đạt" in words())


def unit_names(dialog):
    field = dialog.findChild(QComboBox, "unit") or dialog.findChild(QLineEdit, "unit")
    model = field.model() if isinstance(field, QComboBox) else field.completer().model()
    return {model.index(at, 0).data().strip() for at in range(model.rowCount())}


def opened(qtbot, page, key, modifier=Modifier.NoModifier):
    qtbot.keyClick(page.table, key, modifier)
    qtbot.waitUntil(lambda: page.findChild(PersonDialog) is not None)
    return page.findChild(QDialog, "person-dialog")


def test_units_can_be_chosen_for_somebody_new(qtbot, desk, visited):
    dialog = opened(qtbot, visited, Key.Key_N, Modifier.ControlModifier)
    assert unit_names(dialog) >= {unit.name for unit in list_units(desk.file)}
    dialog.reject()


@pytest.mark.parametrize("enter", [Key.Key_Return, Key.Key_Enter])
def test_units_can_be_chosen_for_somebody_known(qtbot, desk, visited, enter):
    dialog = opened(qtbot, visited, enter, Modifier.ControlModifier | keypad(enter))
    assert unit_names(dialog) >= {unit.name for unit in list_units(desk.file)}
    dialog.reject()


def keypad(enter):
    return Modifier.KeypadModifier if enter == Key.Key_Enter else Modifier.NoModifier


def test_a_unit_that_was_added_meanwhile_can_be_chosen(qtbot, desk, visited):
    visited.hide()
    add_unit(desk.file, "Trạm Y tế Tân An", list_units(desk.file)[0].kind)
    visited.show()
    with qtbot.waitSignal(visited.loaded):
        visited.take(BY_NUMBER)
        visited.shown()
    qtbot.mouseClick(visited.findChild(QPushButton, "add"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: visited.findChild(PersonDialog) is not None)
    dialog = visited.findChild(PersonDialog)
    assert "Trạm Y tế Tân An" in unit_names(dialog)
    dialog.reject()


def test_units_can_be_filtered_by(qtbot, desk, visited):
    qtbot.keyClick(visited.table, Key.Key_L, Modifier.ControlModifier | Modifier.ShiftModifier)
    qtbot.waitUntil(lambda: visited.findChild(FilterPanel) is not None)
    panel = visited.findChild(FilterPanel)
    qtbot.waitUntil(panel.isVisible)
    assert panel.findChild(QTreeView, "unit-ticks").model().rowCount() > 0
    panel.close()


def test_units_are_proposed_in_cells(qtbot, desk, visited):
    names = {unit.name for unit in list_units(desk.file)}
    qtbot.waitUntil(lambda: set(visited.table.known_words.get("unit", ())) >= names)


def test_rows_that_could_not_be_read_once_come_all_the_same(qtbot, desk, people, monkeypatch):
    read, failures = roster_page.people_by_ids, [1, 2]

    def fails_twice(file, ids, day=None):
        if failures:
            failures.pop()
            raise AppError("Chưa đọc được danh sách.", "Hãy thử lại.")
        return read(file, ids, day)

    page = RosterPage(desk)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(page.loaded):
        page.shown()
    monkeypatch.setattr(roster_page, "people_by_ids", fails_twice)
    page.table.rows.set_ids(tuple(page.table.rows.ids))
    page.table.rows.set_ids(())
    page.table.rows.set_ids(people.values())
    qtbot.waitUntil(lambda: not failures, timeout=15_000)
    qtbot.waitUntil(lambda: page.table.model().index(0, 1).data() == "Đặng Thị Hòa", timeout=15_000)
