"""The tab Đối tượng by real keys: who is counted, who is not, and the way to change that."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListWidget, QPushButton

from models.journal.history import history
from models.records.periods import Grounds
from models.roster.exemptions import set_exempt
from models.roster.leaving import set_left
from tests.factory import add_people, exemptions_of
from ui.pages.contest.ledger_tab import LedgerTab
from ui.table.data_table import DataTable

Key = Qt.Key
JUNE_1 = date(2026, 6, 1)


@pytest.fixture
def ids(desk):
    made = add_people(desk.file, 5)
    set_exempt(desk.file, made[:2], "Nghỉ thai sản", JUNE_1, grounds=Grounds("", "QĐ 12"))
    set_left(desk.file, made[2:3], date(2026, 6, 5), "Chuyển công tác")
    return made


@pytest.fixture
def tab(qtbot, desk, ids):
    made = LedgerTab(desk)
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.show()
    qtbot.waitExposed(made)
    with qtbot.waitSignal(made.loaded):
        made.shown()
    return made


def table(tab):
    return tab.findChild(DataTable, "ledger")


def words(tab):
    return tab.findChild(QLabel, "ledger-words").text()


def opened(qtbot, tab, name):
    """The dialog `name`, once it stands there."""
    qtbot.waitUntil(lambda: tab.window().findChild(object, name) is not None)
    return tab.window().findChild(object, name)


def choose_exempt(qtbot, tab):
    """The second line: the first is somebody who left."""
    table(tab).setFocus()
    qtbot.keyClick(table(tab), Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(table(tab), Key.Key_Down)
    qtbot.waitUntil(lambda: tab.findChild(QPushButton, "ledger-edit").isEnabled())


def test_it_opens_with_who_is_not_counted_and_says_why(tab):
    assert words(tab) == (
        "2 người được tính · 3 người không được tính: 2 nghỉ thai sản, 1 chuyển công tác."
    )
    assert table(tab).model().rowCount() == 3


def test_everybody_or_one_reason_is_shown_by_the_arrow_keys(qtbot, tab):
    shown = tab.findChild(QComboBox, "ledger-shown")
    shown.setFocus()
    rows = []
    for _ in range(4):
        qtbot.keyClick(shown, Key.Key_Down)
        rows.append((shown.currentText(), table(tab).model().rowCount()))
    assert rows == [
        ("Được tính (2)", 2),
        ("Tất cả (5)", 5),
        ("Nghỉ thai sản (2)", 2),
        ("Chuyển công tác (1)", 1),
    ]


def test_another_day_has_another_ledger(qtbot, tab):
    line = tab.findChild(QLineEdit, "ledger-day")
    line.selectAll()
    with qtbot.waitSignal(tab.loaded):
        qtbot.keyClicks(line, "31/5/2026")
    qtbot.waitUntil(lambda: words(tab) == "5 người được tính, không có ai ngoài đối tượng.")


def test_delete_takes_the_exemption_away_and_undo_brings_it_back(qtbot, desk, ids, tab):
    choose_exempt(qtbot, tab)
    with qtbot.waitSignal(desk.said) as told:
        qtbot.keyClick(table(tab), Key.Key_Delete)
    assert "Ctrl+Z" in told.args[0]
    assert history(desk.file)[0].kind == "exempt-remove"
    qtbot.waitUntil(lambda: words(tab).startswith("3 người được tính"))


def test_somebody_is_found_by_letters_and_left_out_with_reason_and_paper(qtbot, desk, ids, tab):
    table(tab).setFocus()
    qtbot.keyClick(table(tab), Key.Key_Insert)
    pick = opened(qtbot, tab, "pick-people")
    search, found = pick.findChild(QLineEdit), pick.findChild(QListWidget)
    qtbot.waitUntil(lambda: found.count() == 4)
    qtbot.keyClicks(search, "pham")
    qtbot.waitUntil(lambda: found.count() == 1)
    assert found.item(0).text().startswith("Phạm")
    qtbot.keyClick(search, Key.Key_Return)
    dialog = opened(qtbot, tab, "exempt-dialog")
    qtbot.keyClicks(dialog.findChild(QLineEdit, "proof"), "QD 15")
    qtbot.keyClick(dialog.findChild(QLineEdit, "proof"), Key.Key_Return)
    qtbot.waitUntil(lambda: words(tab).startswith("1 người được tính"))
    (made,) = exemptions_of(desk.file, ids[3])
    assert (made.since, made.grounds.proof) == (desk.today(), "QD 15")


def test_enter_opens_the_days_of_the_person(qtbot, tab):
    choose_exempt(qtbot, tab)
    qtbot.keyClick(table(tab), Key.Key_Return)
    dialog = opened(qtbot, tab, "periods-dialog")
    shown = dialog.findChild(QListWidget)
    assert any("QĐ 12" in shown.item(at).text() for at in range(shown.count()))


def test_beside_another_day_it_says_what_came_between(qtbot, tab):
    change = tab.findChild(QLabel, "ledger-change")
    assert not change.isVisible()
    qtbot.keyClicks(tab.findChild(QLineEdit, "ledger-beside"), "31/5/2026")
    said = "So với ngày 31/05/2026: 5 → 2: 2 nghỉ thai sản từ 01/6, 1 chuyển công tác ngày 05/6."
    qtbot.waitUntil(lambda: change.text() == said)
    shown = tab.findChild(QComboBox, "ledger-shown")
    assert shown.itemText(3) == "Có thay đổi (3)"
