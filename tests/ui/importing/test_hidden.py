"""What is hidden in a file is shown and asked about; the answer is remembered."""

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QRadioButton, QTreeView, QWidget

from models.intake.hidden import LEFT_OUT
from tests.ui.importing.wizards import box, button, finish, go_on, lines
from ui.intake.steps import IntakeStep

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def filtered(make_list):
    """A list whose second and third person are filtered out."""
    return make_list(hidden=[3, 4])


def radio(wizard, name) -> QRadioButton:
    return wizard.findChild(QRadioButton, f"hidden-{name}")


def test_hidden_rows_are_asked_about_and_read_unless_told_otherwise(qtbot, open_wizard, filtered):
    wizard = open_wizard(filtered, step=IntakeStep.TABLES)
    words = wizard.findChild(QLabel, "hidden-rows")
    assert words.text() == "Có 2 dòng đang ẩn hoặc bị lọc: “Trang 1” (2 dòng)."
    assert radio(wizard, "read").isChecked()
    go_on(qtbot, wizard, IntakeStep.COLUMNS)
    go_on(qtbot, wizard, IntakeStep.PLAN)
    assert finish(qtbot, wizard).new == 3


def test_hidden_rows_left_out_by_key_lie_among_the_skipped(qtbot, open_wizard, filtered):
    wizard = open_wizard(filtered, step=IntakeStep.TABLES)
    qtbot.waitUntil(wizard.isActiveWindow)
    qtbot.keyClick(wizard.findChild(QTreeView, "tables"), Key.Key_B, Modifier.AltModifier)
    qtbot.waitUntil(radio(wizard, "skip").isChecked)
    go_on(qtbot, wizard, IntakeStep.COLUMNS)
    qtbot.waitUntil(lambda: "1 người" in wizard.findChild(QLabel, "shaped-count").text())
    go_on(qtbot, wizard, IntakeStep.PLAN)
    qtbot.waitUntil(lambda: lines(box(wizard, "skipped"), "Lý do") == [LEFT_OUT, LEFT_OUT])
    result = finish(qtbot, wizard)
    assert (result.new, result.skipped) == (1, 2)
    again = open_wizard(filtered, step=IntakeStep.TABLES)
    assert radio(again, "skip").isChecked()


def test_a_hidden_sheet_is_read_only_when_it_is_ticked(qtbot, tmp_path, make_list, open_wizard):
    path = make_list(sheets=2)
    book = load_workbook(path)
    book["Trang 2"].sheet_state = "hidden"
    book.save(path)
    wizard = open_wizard(path, step=IntakeStep.TABLES)
    assert "“Trang 2” (3 dòng)" in wizard.findChild(QLabel, "hidden-sheets").text()
    assert not radio(wizard, "read").isVisible()
    go_on(qtbot, wizard, IntakeStep.COLUMNS)
    go_on(qtbot, wizard, IntakeStep.PLAN)
    qtbot.waitUntil(lambda: lines(box(wizard, "new"), "Dòng") == ["2", "3", "4"])


def test_a_list_on_a_hidden_sheet_alone_waits_for_the_tick(qtbot, make_list, open_wizard):
    path = make_list()
    book = load_workbook(path)
    book.create_sheet("Bìa")["A1"] = "Bìa"
    book["Trang 1"].sheet_state = "hidden"
    book.active = 1
    book.save(path)
    wizard = open_wizard(path, step=IntakeStep.TABLES)
    assert not button(wizard, "next").isEnabled()
    tree = wizard.findChild(QTreeView, "tables")
    tree.setCurrentIndex(tree.model().index(0, 0, tree.model().index(0, 0)))
    qtbot.keyClick(tree, Key.Key_Space)
    go_on(qtbot, wizard, IntakeStep.COLUMNS)


def test_nothing_is_asked_when_nothing_is_hidden(make_list, open_wizard):
    wizard = open_wizard(make_list(sheets=2), step=IntakeStep.TABLES)
    assert not wizard.findChild(QWidget, "hidden-question").isVisible()
