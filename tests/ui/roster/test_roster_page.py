"""An officer's morning at the roster, by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
)

from models.records import Mark, PeopleQuery, Status
from models.roster.marks import set_marks
from models.roster.people import list_people
from tests.ui.keys import type_vietnamese
from ui.pages.roster import RosterPage
from ui.pages.roster.filter_panel import FilterPanel
from ui.people.day_dialog import BackDialog, CountAgainDialog
from ui.people.mark_dialog import MarkDialog
from ui.people.move_dialog import MoveDialog
from ui.people.periods_dialog import PeriodsDialog
from ui.people.posts_dialog import PostsDialog
from ui.people.reason_dialog import ExemptDialog, LeaveDialog

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def shown(page):
    model = page.table.model()
    return [model.index(line, 1).data() for line in range(model.rowCount())]


def opened(qtbot, page, kind):
    """The dialog that an act opens once the people have been read."""
    qtbot.waitUntil(lambda: page.findChild(kind) is not None)
    return page.findChild(kind)


def names(page, *wanted):
    return [name for name in shown(page) if name in wanted]


def search(qtbot, page, text):
    box = page.findChild(QLineEdit, "search")
    qtbot.keyClick(page.table, Key.Key_F, Modifier.ControlModifier)
    assert box.hasFocus()
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClicks(box, text)
    return box


def person(desk, name):
    return next(p for p in list_people(desk.file, PeopleQuery(include_left=True)) if p.name == name)


def test_people_stand_in_the_order_of_given_names(page):
    assert [name.split()[-1] for name in shown(page)] == ["An", "Ánh", "Bình", "Cường", "Hòa"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("thi hoa", ["Đặng Thị Hòa"]),
        ("3594", ["Nguyễn Thị Ánh"]),
        ("+84 982.103.594", ["Nguyễn Thị Ánh"]),
        ("zzz", []),
    ],
)
def test_search_needs_no_diacritics_and_finds_phones(qtbot, page, text, found):
    search(qtbot, page, text)
    qtbot.waitUntil(lambda: shown(page) == found)
    count = page.findChild(QLabel, "count").text()
    assert count == f"{len(found)} người"


def test_escape_empties_the_search_and_goes_back_to_the_table(qtbot, page):
    box = search(qtbot, page, "an")
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(box, Key.Key_Escape)
    assert len(shown(page)) == 5
    qtbot.keyClick(box, Key.Key_Escape)
    assert page.table.hasFocus()


def test_space_marks_all_selected_and_again_takes_it_back(qtbot, desk, page):
    qtbot.keyClick(page.table, Key.Key_A, Modifier.ControlModifier)
    with qtbot.waitSignal(desk.said) as said, qtbot.waitSignal(page.loaded):
        qtbot.keyClick(page.table, Key.Key_Space)
    assert said.args == ["Đã đánh dấu 5 người đã đăng ký. Ctrl+Z để hoàn tác."]
    assert all(p.registered_on for p in list_people(desk.file, PeopleQuery()))
    assert len(page.table.selected_ids()) == 5
    with qtbot.waitSignal(desk.said) as said, qtbot.waitSignal(page.loaded):
        qtbot.keyClick(page.table, Key.Key_Space)
    assert "bỏ đánh dấu đăng ký của 5 người" in said.args[0]


def test_those_already_marked_stay_marked(qtbot, desk, page, people):
    with qtbot.waitSignal(page.loaded):
        set_marks(desk.file, [people["Trần Văn An"]], Mark.REGISTERED)
    qtbot.keyClick(page.table, Key.Key_A, Modifier.ControlModifier)
    with qtbot.waitSignal(desk.said) as said:
        qtbot.keyClick(page.table, Key.Key_Space)
    assert "Đã đánh dấu 4 người đã đăng ký (1 người đã có từ trước)" in said.args[0]


def test_ctrl_shift_h_marks_completed_and_shows_it(qtbot, desk, page):
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(page.table, Key.Key_H, Modifier.ControlModifier | Modifier.ShiftModifier)
    model = page.table.model()
    qtbot.waitUntil(lambda: model.index(0, 6).data() == "✓ 08/06")
    assert model.index(0, 5).data() == "✓ 08/06"


def test_marking_with_another_date(qtbot, desk, page):
    qtbot.keyClick(page.table, Key.Key_Semicolon, Modifier.ControlModifier)
    dialog = page.findChild(MarkDialog)
    day = dialog.findChild(QLineEdit, "mark-day")
    day.clear()
    qtbot.keyClicks(day, "9/6")
    assert not dialog.findChild(QPushButton, "act").isEnabled()
    day.clear()
    qtbot.keyClicks(day, "2/6")
    with qtbot.waitSignal(desk.said):
        qtbot.keyClick(day, Key.Key_Return)
    assert person(desk, "Trần Văn An").registered_on.isoformat() == "2026-06-02"


def test_people_leave_by_date_and_come_back(qtbot, desk, page):
    qtbot.keyClick(page.table, Key.Key_Minus, Modifier.ControlModifier)
    dialog = page.findChild(LeaveDialog)
    with qtbot.waitSignal(desk.said), qtbot.waitSignal(page.loaded):
        qtbot.mouseClick(dialog.findChild(QPushButton, "act"), Qt.MouseButton.LeftButton)
    assert "Trần Văn An" not in shown(page)
    assert person(desk, "Trần Văn An").left_reason == "Chuyển công tác"
    with qtbot.waitSignal(page.loaded):
        page.take(PeopleQuery(include_left=True, search="tran van an"))
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.table.setFocus()
    qtbot.waitUntil(lambda: page.table.selected_ids() != [])
    page.findChild(QAction, "act-return").trigger()
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(opened(qtbot, page, BackDialog), Key.Key_Return)
    assert person(desk, "Trần Văn An").left_on is None


def test_a_query_of_another_page_is_shown_as_chips_that_can_be_taken_away(
    qtbot, page, people, desk
):
    unit = person(desk, "Trần Văn An").unit_id
    query = PeopleQuery(
        unit_ids=frozenset({unit}), statuses=frozenset({Status.NOT_REGISTERED}), search="an"
    )
    with qtbot.waitSignal(page.loaded):
        page.take(query)
    assert page.findChild(QLineEdit, "search").text() == "an"
    chips = page.findChild(object, "chips")
    qtbot.waitUntil(lambda: len(chips.findChildren(QPushButton)) == 2)
    before = len(shown(page))
    chip = chips.findChildren(QPushButton)[0]
    with qtbot.waitSignal(page.loaded):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert len(shown(page)) > before


def test_the_filter_panel_filters_by_status_and_unit(qtbot, desk, page, people):
    set_marks(desk.file, [people["Lê Thị Bình"]], Mark.REGISTERED)
    qtbot.keyClick(page.table, Key.Key_L, Modifier.ControlModifier | Modifier.ShiftModifier)
    qtbot.waitUntil(lambda: page.findChild(FilterPanel) is not None)
    panel = page.findChild(FilterPanel)
    qtbot.waitUntil(panel.isVisible)
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(panel.findChild(QCheckBox, "status-registered"), Key.Key_Space)
    qtbot.waitUntil(lambda: shown(page) == ["Lê Thị Bình"])
    with qtbot.waitSignal(page.loaded):
        qtbot.mouseClick(panel.findChild(QPushButton, "clear-filters"), Qt.MouseButton.LeftButton)
    tree = panel.units.tree
    tree.setCurrentIndex(tree.model().index(0, 0))
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(tree, Key.Key_Space)
    assert 0 < len(shown(page)) <= 5
    panel.close()


def test_the_status_line_counts_what_is_shown_and_selected(qtbot, page):
    search(qtbot, page, "an")
    page.table.setFocus()
    with qtbot.waitSignal(page.status, check_params_cb=lambda words: "Chọn" in words) as told:
        qtbot.keyClick(page.table, Key.Key_A, Modifier.ControlModifier)
    count = len(shown(page))
    assert told.args == [f"Đang lọc {count}/5 · Chọn {count} người: 0 đăng ký, 0 hoàn thành"]


def test_the_side_panel_shows_who_is_current(qtbot, page):
    qtbot.keyClick(page.table, Key.Key_End, Modifier.ControlModifier)
    qtbot.waitUntil(lambda: name_in_panel(page) == "Đặng Thị Hòa")
    qtbot.keyClick(page.table, Key.Key_Home, Modifier.ControlModifier)
    qtbot.waitUntil(lambda: name_in_panel(page) == "Trần Văn An")


def name_in_panel(page):
    label = page.findChild(QLabel, "panel-name")
    return label.text() if label else ""


def test_the_menu_offers_what_the_keys_do(qtbot, page):
    page.table.menu_asked.emit(page.mapToGlobal(page.rect().center()))
    menu = next(m for m in page.findChildren(QMenu) if m.objectName() == "roster-menu")
    inner = [each for at in menu.actions() if at.menu() for each in at.menu().actions()]
    actions = [*menu.actions(), *inner]
    words = [action.text().replace("&", "") for action in actions]
    assert "Đánh dấu đã đăng ký" in words
    assert "Chuyển đơn vị…" in words
    assert "Đưa ra khỏi danh sách…" in words
    menu.close()


def test_phones_are_copied(qtbot, desk, page):
    qtbot.keyClick(page.table, Key.Key_A, Modifier.ControlModifier)
    with qtbot.waitSignal(desk.said):
        qtbot.keyClick(page.table, Key.Key_P, Modifier.ControlModifier | Modifier.ShiftModifier)
    phones = QGuiApplication.clipboard().text().split()
    assert len(phones) == 4
    assert phones[0] == "0982103591"


def test_the_dialog_opens_by_three_keys(qtbot, page):
    nothing, control = Modifier.NoModifier, Modifier.ControlModifier
    for key, modifier in (
        (Key.Key_Insert, nothing),
        (Key.Key_Return, control),
        (Key.Key_F2, nothing),
    ):
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.table.setFocus()
        qtbot.keyClick(page.table, key, modifier)
        qtbot.waitUntil(lambda: page.findChild(QDialog, "person-dialog") is not None)
        dialog = page.findChild(QDialog, "person-dialog")
        dialog.reject()
        qtbot.waitUntil(lambda: page.findChild(QDialog, "person-dialog") is None)


def test_sorting_by_a_title_and_back(qtbot, page):
    first = shown(page)
    page.table.header.setSortIndicator(1, Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: shown(page) == first[::-1])
    page.table.header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    qtbot.waitUntil(lambda: shown(page) == first)


def test_an_empty_roster_says_what_to_do_and_offers_to_import(qtbot, desk):
    page = RosterPage(desk)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(page.loaded):
        page.shown()
    assert page.table.empty_title == "Danh sách chưa có ai"
    with qtbot.waitSignal(page.open_page) as asked:
        qtbot.mouseClick(page.findChild(QPushButton, "import"), Qt.MouseButton.LeftButton)
    assert asked.args == ["import", None]


def test_every_control_has_a_name_for_screen_readers(qtbot, page):
    for widget in [*page.findChildren(QPushButton), *page.findChildren(QLineEdit)]:
        if widget.isVisible():
            assert widget.accessibleName() or widget.text() or widget.placeholderText()
    assert QApplication.focusWidget() is not None


def test_who_need_not_take_part_is_said_with_a_reason_and_counted_again(qtbot, desk, page):
    page.findChild(QAction, "act-exempt").trigger()
    dialog = page.findChild(ExemptDialog)
    until = dialog.findChild(QLineEdit, "until")
    qtbot.keyClicks(until, "1/6")
    assert not dialog.findChild(QPushButton, "act").isEnabled()
    until.clear()
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(dialog, Key.Key_Return)
    model = page.table.model()
    note = "Không thuộc đối tượng: Nghỉ thai sản"
    qtbot.waitUntil(lambda: model.index(0, 8).data().startswith(note))
    page.findChild(QAction, "act-count-again").trigger()
    with qtbot.waitSignal(page.loaded):
        qtbot.keyClick(opened(qtbot, page, CountAgainDialog), Key.Key_Return)
    qtbot.waitUntil(lambda: note not in model.index(0, 8).data())


def test_the_menu_leads_to_marking_by_text_and_to_the_slips(qtbot, page):
    asked: list[tuple[str, object]] = []
    page.open_page.connect(lambda key, what: asked.append((key, what)))
    for name in ("act-from-text", "act-slips"):
        page.findChild(QAction, name).trigger()
    assert asked == [("command", "mark-text"), ("reconcile", "slips")]


def test_people_move_to_another_unit_from_a_day(qtbot, desk, page):
    page.findChild(QAction, "act-move").trigger()
    dialog = opened(qtbot, page, MoveDialog)
    type_vietnamese(dialog.findChild(QComboBox, "move-unit").lineEdit(), "Công an xã")
    with qtbot.waitSignal(desk.said) as told:
        qtbot.keyClick(dialog.findChild(QLineEdit, "move-day"), Key.Key_Return)
    assert told.args[0].startswith("Đã chuyển 1 người.")
    assert person(desk, "Trần Văn An").unit == "Công an xã"


def test_all_dates_of_a_person_are_opened_from_the_list(qtbot, desk, page):
    page.findChild(QAction, "act-periods").trigger()
    assert opened(qtbot, page, PeriodsDialog).windowTitle().endswith("của Trần Văn An")


def test_second_posts_are_opened_from_the_list_and_told_in_it(qtbot, desk, page):
    page.findChild(QAction, "act-posts").trigger()
    dialog = opened(qtbot, page, PostsDialog)
    assert dialog.windowTitle() == "Kiêm nhiệm của Trần Văn An"
    unit_line = dialog.findChild(QComboBox, "post-unit").lineEdit()
    type_vietnamese(unit_line, "Công an xã")
    qtbot.keyClick(unit_line, Key.Key_Return)
    cell = page.table.model().index(0, 2)
    said = Qt.ItemDataRole.ToolTipRole
    qtbot.waitUntil(lambda: str(cell.data(said)).endswith("\nKiêm nhiệm: Công an xã"))
    assert person(desk, "Trần Văn An").second_posts == "Công an xã"
