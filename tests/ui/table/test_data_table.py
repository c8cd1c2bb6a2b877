"""The table under real keys and clicks: kept by id, sorted, arranged, copied, frozen."""

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QTableView

from tests.ui.table.rows import COLUMNS, Source
from ui.table.data_table import DataTable
from ui.table.rows_model import RowsModel

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def make(qtbot):
    def maker(count=50, width=420):
        table = DataTable(RowsModel(COLUMNS, Source().fetch), "thu", frozen=2)
        table.rows.set_ids(range(1, count + 1))
        qtbot.addWidget(table)
        table.resize(width, 400)
        table.show()
        qtbot.waitUntil(table.isActiveWindow)
        table.setFocus()
        return table

    return maker


@pytest.fixture
def table(make):
    return make()


def click_title(qtbot, table, column):
    header = table.header
    place = QPoint(header.sectionViewportPosition(column) + 15, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


def press(qtbot, table, key, modifier=Modifier.NoModifier):
    qtbot.keyClick(table, key, modifier)


def test_selection_and_current_row_follow_their_people(qtbot, table):
    table.go_to(10)
    press(qtbot, table, Key.Key_Down, Modifier.ShiftModifier)
    assert table.selected_ids() == [10, 11]
    table.rows.set_ids(range(50, 0, -1))
    assert table.selected_ids() == [11, 10]
    assert table.current_id() == 11


def test_who_is_gone_leaves_the_line_to_the_next(qtbot, table):
    table.go_to(10)
    table.rows.set_ids([i for i in range(1, 51) if i != 10])
    assert table.current_id() == 11
    assert table.selected_ids() == [11]


def test_a_reload_of_the_same_people_keeps_the_place(qtbot, table):
    table.go_to(40)
    scrolled = table.verticalScrollBar().value()
    assert scrolled > 0
    table.rows.set_ids(range(1, 51))
    assert table.verticalScrollBar().value() == scrolled
    assert table.selected_ids() == [40]


def test_picked_is_told_once_for_a_change(qtbot, make):
    table = make(2000)
    with qtbot.waitSignal(table.picked):
        table.go_to(5)
    told = []
    table.picked.connect(lambda: told.append(1))
    with qtbot.waitSignal(table.picked):
        press(qtbot, table, Key.Key_A, Modifier.ControlModifier)
    assert len(table.selected_ids()) == 2000
    assert len(told) == 1


def test_ctrl_home_and_end_go_to_the_ends(qtbot, table):
    table.go_to(20)
    press(qtbot, table, Key.Key_End, Modifier.ControlModifier)
    assert table.current_id() == 50
    press(qtbot, table, Key.Key_Home, Modifier.ControlModifier)
    assert table.current_id() == 1


def test_the_third_click_brings_the_first_order_back(qtbot, table):
    asked = []
    table.sorted_by.connect(lambda key, descending: asked.append((key, descending)))
    for _ in range(3):
        click_title(qtbot, table, 1)
    assert [key for key, _ in asked] == ["name", "name", ""]
    assert asked[0][1] is False
    assert asked[1][1] is True


@pytest.mark.parametrize("enter", [Key.Key_Return, Key.Key_Enter])
def test_enter_opens_the_current_row(qtbot, table, enter):
    table.go_to(7)
    pad = Modifier.KeypadModifier if enter == Key.Key_Enter else Modifier.NoModifier
    with qtbot.waitSignal(table.opened) as opened:
        press(qtbot, table, enter, pad)
    assert opened.args == [7]


def test_copy_gives_tab_separated_text_and_html_that_excel_keeps_as_text(qtbot, table):
    table.go_to(3)
    press(qtbot, table, Key.Key_Down, Modifier.ShiftModifier)
    press(qtbot, table, Key.Key_C, Modifier.ControlModifier)
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text().splitlines() == [
        "3\tNgười 3\t0982103591\tghi chú 3",
        "4\tNgười 4\t0982103591\tghi chú 4",
    ]
    assert "mso-number-format" in mime.html()
    press(qtbot, table, Key.Key_C, Modifier.ControlModifier | Modifier.ShiftModifier)
    first = QGuiApplication.clipboard().text().splitlines()[0]
    assert first == "STT\tHọ và tên\tĐiện thoại\tGhi chú"


def test_widths_and_hidden_columns_are_remembered(qtbot, make):
    table = make()
    table.setColumnWidth(1, 333)
    menu = table.header.menu(table)
    menu.actions()[3].trigger()
    assert table.isColumnHidden(3)
    again = make()
    assert again.columnWidth(1) == 333
    assert again.isColumnHidden(3)
    again.header.restore_first()
    assert not again.isColumnHidden(3)
    assert make().columnWidth(1) != 333


def test_number_and_name_stay_in_sight_when_scrolled_sideways(qtbot, table):
    assert table.findChild(QTableView, "frozen") is None
    table.horizontalScrollBar().setValue(80)
    frozen = table.findChild(QTableView, "frozen")
    assert frozen.isVisible()
    assert not frozen.isColumnHidden(1)
    assert frozen.isColumnHidden(2)
    row = table.visualRect(table.rows.index(4, 1)).center().y()
    qtbot.mouseClick(frozen.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, row))
    assert table.selected_ids() == [5]
    table.horizontalScrollBar().setValue(0)
    assert not frozen.isVisible()


def test_sixty_thousand_rows_can_be_selected_and_reloaded(qtbot, make):
    table = make(60_000)
    press(qtbot, table, Key.Key_A, Modifier.ControlModifier)
    table.rows.set_ids(range(60_000, 0, -1))
    assert len(table.selected_ids()) == 60_000
    press(qtbot, table, Key.Key_End, Modifier.ControlModifier)
    assert table.current_id() == 1


def test_an_empty_table_says_what_to_do(qtbot, make):
    table = make(0)
    before = table.grab().toImage()
    table.empty_title, table.empty_hint = "Chưa có ai", "Hãy nhập danh sách."
    table.viewport().update()
    assert table.grab().toImage() != before


def test_the_menu_key_asks_for_the_menu_at_the_current_line(qtbot, table):
    table.go_to(2)
    with qtbot.waitSignal(table.menu_asked):
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
        QCoreApplication.sendEvent(table, event)


def test_whoever_comes_by_key_finds_a_line_selected(qtbot, make):
    table = make()
    assert table.selected_ids() == [1]
