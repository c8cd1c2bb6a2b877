"""The three questions, answered by key, with and without diacritics."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListView, QPushButton

from tests.ui.keys import type_vietnamese
from ui.start.first_start import FirstStart, SetUpAnswers
from ui.work import Task

Key = Qt.Key


@pytest.fixture
def page(qtbot, tmp_path):
    page = FirstStart(tmp_path / "TienDo.tiendo")
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    page.setFocus()
    qtbot.waitUntil(page.isActiveWindow)
    return page


@pytest.fixture
def field(page):
    return page.findChild(QLineEdit, "communeField")


def found(page):
    model = page.findChild(QListView, "communeList").model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def begin(page):
    return page.findChild(QPushButton, "begin")


def test_all_communes_are_offered_and_nothing_is_chosen(page):
    assert len(found(page)) == 114
    assert not begin(page).isEnabled()


@pytest.mark.parametrize("typed", ["ke sat", "Kẻ Sặt", "KE SAT", "xa ke sat"])
def test_a_commune_is_found_with_or_without_marks(qtbot, page, field, typed):
    type_vietnamese(field, typed)
    assert found(page) == ["Xã Kẻ Sặt"]


def test_down_and_enter_choose_from_the_list(qtbot, page, field):
    qtbot.keyClicks(field, "ke sat")
    qtbot.keyClick(field, Key.Key_Down)
    qtbot.keyClick(page.findChild(QListView, "communeList"), Key.Key_Return)
    assert field.text() == "Xã Kẻ Sặt"
    assert begin(page).isEnabled()


def test_enter_takes_the_only_one_that_was_found_and_then_goes_on(qtbot, page, field):
    qtbot.keyClicks(field, "ke sat")
    qtbot.keyClick(field, Key.Key_Return)
    assert (field.text(), field.hasFocus()) == ("Xã Kẻ Sặt", True)
    qtbot.keyClick(field, Key.Key_Return)
    assert begin(page).hasFocus()


def test_enter_among_several_goes_to_the_list_and_without_a_word_nowhere(qtbot, page, field):
    qtbot.keyClick(field, Key.Key_Return)
    assert field.hasFocus()
    qtbot.keyClicks(field, "an")
    qtbot.keyClick(field, Key.Key_Return)
    assert page.findChild(QListView, "communeList").hasFocus()
    assert not begin(page).isEnabled()


def test_the_way_on_is_seen_on_a_low_screen(worn, page, qtbot):
    page.resize(911, 455)
    button = begin(page)
    qtbot.waitUntil(lambda: button.visibleRegion().boundingRect().height() == button.height())


def test_a_click_chooses_from_the_list(qtbot, page, field):
    qtbot.keyClicks(field, "ke sat")
    shown = page.findChild(QListView, "communeList")
    place = shown.visualRect(shown.model().index(0, 0)).center()
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert field.text() == "Xã Kẻ Sặt"


def test_a_place_outside_the_list_can_be_typed_in_full(qtbot, page, field):
    type_vietnamese(field, "Phường Hoa Sữa")
    assert begin(page).isEnabled()
    assert "Dùng tên đã gõ" in page.findChild(QLabel, "communeHint").text()


def test_a_name_without_its_kind_is_not_enough(qtbot, page, field):
    type_vietnamese(field, "Hoa Sữa")
    assert not begin(page).isEnabled()
    assert "Hãy ghi cả loại" in page.findChild(QLabel, "communeHint").text()


def test_the_answers_are_handed_over(qtbot, page, field):
    type_vietnamese(field, "xã kẻ sặt")
    page.set_lists([Path("/x/Danh sách.xlsx")])
    with qtbot.waitSignal(page.answered) as answered:
        qtbot.mouseClick(begin(page), Qt.MouseButton.LeftButton)
    assert answered.args == [SetUpAnswers("Xã Kẻ Sặt", "ai-2026", (Path("/x/Danh sách.xlsx"),))]


def test_contest_and_list_can_wait(qtbot, page, field):
    type_vietnamese(field, "Xã Kẻ Sặt")
    choice = page.findChild(QComboBox, "contestChoice")
    choice.setCurrentIndex(choice.findData(""))
    with qtbot.waitSignal(page.answered) as answered:
        qtbot.mouseClick(begin(page), Qt.MouseButton.LeftButton)
    assert answered.args == [SetUpAnswers("Xã Kẻ Sặt", None)]


def test_while_the_file_is_being_made_nothing_can_be_asked_twice(qtbot, page, field):
    type_vietnamese(field, "Xã Kẻ Sặt")
    page.set_busy(True)
    assert not begin(page).isEnabled()
    page.set_busy(False)
    assert begin(page).isEnabled()


def test_how_far_the_making_is_stands_there_in_words(qtbot, page, field):
    type_vietnamese(field, "Xã Kẻ Sặt")
    task = Task("Đang tạo tệp dữ liệu", writes=True, file=None)
    words = page.findChild(QLabel, "workText")
    assert not words.isVisible()
    page.follow(task)
    assert (words.isVisible(), words.text()) == (True, "Đang tạo tệp dữ liệu…")
    task.report(1, 3, "Đang tạo tệp dữ liệu: 24 đơn vị…")
    assert words.text() == "Đang tạo tệp dữ liệu: 24 đơn vị…"
    assert not begin(page).isEnabled()
    task.finished.emit()
    assert not words.isVisible()
    assert begin(page).isEnabled()
