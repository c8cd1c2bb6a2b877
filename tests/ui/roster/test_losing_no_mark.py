"""Marks are not lost by a key: what would go beside is asked about, and many people are counted."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from models.records import Mark, PeopleQuery, PersonDraft
from models.roster.marks import set_marks
from models.roster.people import add_person, list_people
from ui.pages.roster.cell_preview import CellPreview
from ui.people.mark_dialog import MarkDialog
from ui.people.question import Question
from ui.people.reason_dialog import LeaveDialog

Key, Modifier = Qt.Key, Qt.KeyboardModifier
Left = Qt.MouseButton.LeftButton
COMPLETING = (Key.Key_H, Modifier.ControlModifier | Modifier.ShiftModifier)
AN = "Trần Văn An"
D2, D5 = date(2026, 6, 2), date(2026, 6, 5)
REGISTERED, COMPLETED = 5, 6


def one(desk, name=AN):
    return next(p for p in list_people(desk.file, PeopleQuery(include_left=True)) if p.name == name)


def asked(qtbot, page):
    qtbot.waitUntil(lambda: page.findChild(Question) is not None)
    dialog = page.findChild(Question)
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def texts(dialog):
    """The heading and the words of a question."""
    labels = dialog.findChildren(QLabel)
    return " ".join(each.text() for each in labels)


def back_to_table(qtbot, page):
    """A window manager gives the focus back to the window below; offscreen there is none."""
    qtbot.waitUntil(lambda: page.findChild(Question) is None)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.table.setFocus()


def yes(qtbot, dialog):
    qtbot.mouseClick(dialog.findChild(QPushButton, "act"), Left)


@pytest.fixture
def both(qtbot, desk, page, people):
    """Somebody registered on the 2nd and completed on the 5th; they are the current line."""
    with qtbot.waitSignal(page.loaded):
        set_marks(desk.file, [people[AN]], Mark.REGISTERED, D2)
    with qtbot.waitSignal(page.loaded):
        set_marks(desk.file, [people[AN]], Mark.COMPLETED, D5)
    assert page.table.current_id() == people[AN]
    return people[AN]


@pytest.fixture
def sixty(qtbot, desk, page):
    unit = one(desk).unit_id
    for at in range(60):
        name = f"Nguyễn Văn {chr(65 + at % 26)}{'a' * (at // 26)}"
        add_person(desk.file, PersonDraft(name, unit))
    qtbot.waitUntil(lambda: page.table.model().rowCount() == 65)
    qtbot.keyClick(page.table, Key.Key_A, Modifier.ControlModifier)
    assert len(page.table.selected_ids()) == 65
    return page.table.selected_ids()


@pytest.mark.parametrize("answer", [Key.Key_Return, Key.Key_Enter, Key.Key_Escape, Key.Key_Space])
def test_space_on_somebody_with_both_marks_asks_and_the_safe_answer_is_near(
    qtbot, desk, page, both, answer
):
    qtbot.keyClick(page.table, Key.Key_Space)
    dialog = asked(qtbot, page)
    assert "Bỏ đánh dấu đăng ký của 1 người?" in texts(dialog)
    assert "1 người đã hoàn thành" in texts(dialog)
    assert dialog.findChild(QPushButton, "act").text() == "&Bỏ cả hai dấu của 1 người"
    with qtbot.waitSignal(dialog.finished):
        qtbot.keyClick(dialog.focusWidget(), answer)
    assert (one(desk).registered_on, one(desk).completed_on) == (D2, D5)


def test_both_marks_go_when_that_was_said_and_return_one_by_one(qtbot, desk, page, both):
    qtbot.keyClick(page.table, Key.Key_Space)
    with qtbot.waitSignal(desk.said) as said, qtbot.waitSignal(page.loaded):
        yes(qtbot, asked(qtbot, page))
    assert said.args == ["Đã bỏ đánh dấu đăng ký của 1 người. Ctrl+Z để hoàn tác."]
    assert (one(desk).registered_on, one(desk).completed_on) == (None, None)
    back_to_table(qtbot, page)
    with qtbot.waitSignal(desk.said) as said, qtbot.waitSignal(page.loaded):
        qtbot.keyClick(page.table, Key.Key_Space)
    assert "1 người lấy lại ngày đã ghi trước khi bỏ dấu" in said.args[0]
    assert (one(desk).registered_on, one(desk).completed_on) == (D2, None)
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(page.table, *COMPLETING)
    assert (one(desk).registered_on, one(desk).completed_on) == (D2, D5)


def test_the_key_for_completion_takes_only_that_away_and_asks_nothing(qtbot, desk, page, both):
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(page.table, *COMPLETING)
    assert (one(desk).registered_on, one(desk).completed_on) == (D2, None)
    assert page.findChild(Question) is None


def test_the_menu_asks_as_well(qtbot, desk, page, both):
    page.findChild(QAction, "act-unregister").trigger()
    dialog = asked(qtbot, page)
    with qtbot.waitSignal(dialog.finished):
        qtbot.mouseClick(dialog.findChild(QPushButton, "keep"), Left)
    assert one(desk).completed_on == D5


def test_delete_in_the_cell_of_the_registration_asks_as_well(qtbot, desk, page, both):
    page.table.setCurrentIndex(page.table.model().index(0, REGISTERED))
    qtbot.keyClick(page.table, Key.Key_Delete)
    qtbot.waitUntil(lambda: page.findChild(CellPreview) is not None)
    preview = page.findChild(CellPreview)
    assert "1 người mất cả dấu hoàn thành" in preview.findChild(QLabel, "preview-words").text()
    qtbot.waitUntil(
        lambda: "bỏ cả hoàn thành 05/06/2026" in preview.table.model().index(0, 4).data()
    )
    with qtbot.waitSignal(preview.finished):
        qtbot.keyClick(preview, Key.Key_Return)
    assert one(desk).completed_on == D5


def test_delete_in_the_cell_of_the_completion_takes_only_that_away(qtbot, desk, page, both):
    page.table.setCurrentIndex(page.table.model().index(0, COMPLETED))
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(page.table, Key.Key_Delete)
    assert (one(desk).registered_on, one(desk).completed_on) == (D2, None)


def test_fifty_people_are_marked_at_once_and_more_are_asked_about(qtbot, desk, page, sixty):
    qtbot.keyClick(page.table, Key.Key_Home, Modifier.ControlModifier)
    for _ in range(49):
        qtbot.keyClick(page.table, Key.Key_Down, Modifier.ShiftModifier)
    assert len(page.table.selected_ids()) == 50
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(page.table, Key.Key_Space)
    assert page.findChild(Question) is None
    assert sum(bool(p.registered_on) for p in list_people(desk.file, PeopleQuery())) == 50


@pytest.mark.parametrize(
    ("key", "words"),
    [((Key.Key_Space,), "đã đăng ký?"), (COMPLETING, "đã hoàn thành?")],
)
def test_more_than_fifty_are_asked_about_with_their_number(qtbot, desk, page, sixty, key, words):
    qtbot.keyClick(page.table, *key)
    dialog = asked(qtbot, page)
    assert f"Đánh dấu 65 người {words}" in texts(dialog)
    assert dialog.findChild(QPushButton, "act").text() == "Đánh &dấu 65 người"
    with qtbot.waitSignal(dialog.finished):
        qtbot.keyClick(dialog.focusWidget(), Key.Key_Return)
    assert not any(p.registered_on for p in list_people(desk.file, PeopleQuery()))
    back_to_table(qtbot, page)
    qtbot.keyClick(page.table, *key)
    with qtbot.waitSignal(page.loaded):
        yes(qtbot, asked(qtbot, page))
    assert all(p.registered_on for p in list_people(desk.file, PeopleQuery()))
    back_to_table(qtbot, page)
    qtbot.keyClick(page.table, *key)
    assert "Bỏ đánh dấu" in texts(asked(qtbot, page))


def test_another_day_for_more_than_fifty_is_no_matter_of_enter(qtbot, desk, page, sixty):
    page.findChild(QAction, "act-dated").trigger()
    dialog = page.findChild(MarkDialog)
    with qtbot.waitSignal(dialog.finished):
        qtbot.keyClick(dialog.findChild(QLineEdit, "mark-day"), Key.Key_Return)
    assert not any(p.registered_on for p in list_people(desk.file, PeopleQuery()))


def test_today_in_more_than_fifty_cells_is_shown_first(qtbot, desk, page, sixty):
    place = page.table.visualRect(page.table.model().index(0, REGISTERED)).center()
    qtbot.mouseClick(page.table.viewport(), Left, pos=place)
    qtbot.keyClick(page.table, Key.Key_Space, Modifier.ControlModifier)
    qtbot.keyClick(page.table, Key.Key_Semicolon, Modifier.ControlModifier)
    qtbot.waitUntil(lambda: page.findChild(CellPreview) is not None)
    preview = page.findChild(CellPreview)
    assert preview.findChild(QPushButton, "write").text() == "&Ghi 65 ô"
    with qtbot.waitSignal(preview.finished):
        qtbot.keyClick(preview, Key.Key_Return)
    assert not any(p.registered_on for p in list_people(desk.file, PeopleQuery()))


def test_ctrl_minus_then_enter_loses_nobody(qtbot, desk, page):
    for enter in (Key.Key_Return, Key.Key_Enter):
        back_to_table(qtbot, page)
        qtbot.keyClick(page.table, Key.Key_Minus, Modifier.ControlModifier)
        qtbot.waitUntil(lambda: page.findChild(LeaveDialog) is not None)
        dialog = page.findChild(LeaveDialog)
        with qtbot.waitSignal(dialog.finished):
            qtbot.keyClick(dialog, enter)
        qtbot.waitUntil(lambda: page.findChild(LeaveDialog) is None)
    assert one(desk).left_on is None


def test_shift_space_selects_the_line_and_marks_nobody(qtbot, desk, page):
    qtbot.keyClick(page.table, Key.Key_Down, Modifier.ShiftModifier)
    qtbot.keyClick(page.table, Key.Key_Space, Modifier.ShiftModifier)
    columns = len(page.table.shown_sections())
    assert len(page.table.selected_cells()) == 2 * columns
    assert not any(p.completed_on for p in list_people(desk.file, PeopleQuery()))


@pytest.mark.parametrize("column", [1, 2, REGISTERED, COMPLETED])
def test_a_click_on_a_title_sorts_and_selects_nobody(qtbot, page, column):
    table, header = page.table, page.table.header
    before = table.selected_ids()
    place = QPoint(header.sectionViewportPosition(column) + 12, header.height() // 2)
    with qtbot.waitSignal(page.loaded):
        qtbot.mouseClick(header.viewport(), Left, pos=place)
    assert header.sortIndicatorSection() == column
    assert table.selected_ids() == before
    assert len(before) <= 1


def test_a_click_on_a_frozen_title_selects_nobody_either(qtbot, page):
    page.table.setMinimumWidth(300)
    page.resize(420, 500)
    page.table.horizontalScrollBar().setValue(80)
    qtbot.waitUntil(page.table.frozen.isVisible)
    before = page.table.selected_ids()
    header = page.table.frozen.header
    place = QPoint(header.sectionViewportPosition(1) + 12, header.height() // 2)
    with qtbot.waitSignal(page.loaded):
        qtbot.mouseClick(header.viewport(), Left, pos=place)
    assert page.table.selected_ids() == before


@pytest.mark.parametrize("way", ["search", "chip", "day"])
def test_a_selection_ends_with_the_filter_under_which_it_was_made(qtbot, desk, page, people, way):
    unit = one(desk).unit_id
    with qtbot.waitSignal(page.loaded):
        page.take(PeopleQuery(unit_ids=frozenset({unit})))
    back_to_table(qtbot, page)
    qtbot.keyClick(page.table, Key.Key_A, Modifier.ControlModifier)
    assert len(page.table.selected_ids()) == 2
    with qtbot.waitSignal(page.loaded):
        if way == "search":
            qtbot.keyClicks(page.findChild(QLineEdit, "search"), "n")
        elif way == "chip":
            chip = page.findChild(object, "chips").findChildren(QPushButton)[0]
            qtbot.mouseClick(chip, Left)
        else:
            page.take(PeopleQuery(unit_ids=frozenset({unit}), as_of=date(2026, 6, 7)))
    assert len(page.table.selected_ids()) <= 1


def test_sorting_and_marking_leave_the_selection(qtbot, desk, page):
    qtbot.keyClick(page.table, Key.Key_A, Modifier.ControlModifier)
    with qtbot.waitSignal(page.loaded):
        page.table.header.setSortIndicator(1, Qt.SortOrder.DescendingOrder)
    assert len(page.table.selected_ids()) == 5
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(page.table, Key.Key_Space)
    assert len(page.table.selected_ids()) == 5
