"""The keys alone: Tab meets what stands on the page from the left to the right, downwards."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QListWidget, QPushButton

from models.papers.definitions import store_definition
from models.records.recurring import ReportDefinition
from ui.pages.reports import ReportsPage

Key = Qt.Key
MONTHLY = ReportDefinition(0, "Báo cáo tháng", "month", kinds=("unit-summary",))


@pytest.fixture
def page(qtbot, desk, people):
    store_definition(desk.file, MONTHLY)
    made = ReportsPage(desk)
    qtbot.addWidget(made)
    made.resize(1190, 690)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    with qtbot.waitSignal(made.loaded):
        made.take("quick-report")
        made.shown()
    head = made.findChild(QPushButton, "faults-head")
    qtbot.waitUntil(lambda: head.isVisible() and made.findChild(QPushButton, "run-1") is not None)
    return made


def met(qtbot, page, key, many):
    """The names of what the key meets, one after the other."""
    names = []
    for _ in range(many):
        qtbot.keyClick(page.focusWidget(), key)
        names.append(page.focusWidget().objectName())
    return names


def test_the_keys_go_to_the_list_of_documents_and_not_to_an_act(page):
    assert page.focusWidget().objectName() == "kinds"


def test_tab_meets_each_field_where_it_stands_and_back(qtbot, page):
    page.findChild(QListWidget, "kinds").setFocus()
    fields = ["as-of-time", "as-of", "issuer", "signer", "number", "issued-on"]
    wanted = ["run-1", "faults-head", *fields, "destination-edit", "wording-edit"]
    assert met(qtbot, page, Key.Key_Tab, len(wanted)) == wanted
    assert met(qtbot, page, Key.Key_Backtab, len(wanted)) == [*reversed(wanted[:-1]), "kinds"]


def test_the_ways_to_cures_come_after_the_line_that_opens_them(qtbot, page):
    head = page.findChild(QPushButton, "faults-head")
    qtbot.waitUntil(lambda: "không có lỗi" not in head.text())
    head.setFocus()
    if not head.isChecked():
        qtbot.keyClick(head, Key.Key_Space)
    shown = page.findChild(QFrame, "faults-list")
    ways = [each for each in shown.findChildren(QPushButton) if each.isVisible()]
    assert ways
    for way in ways:
        qtbot.keyClick(page.focusWidget(), Key.Key_Tab)
        assert page.focusWidget() is way
