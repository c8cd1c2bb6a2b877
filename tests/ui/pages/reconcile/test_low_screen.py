"""A screen of 1366×768 at 150 %: what decides and what writes is in sight, and no tab is cut."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QTabWidget

from tests.ui.pages.reconcile.acts import box, button, go_to_step
from tests.ui.pages.reconcile.conftest import UNSURE
from tests.ui.pages.reconcile.test_attendance import HEADER, VISITS
from tests.ui.pages.test_room import RAIL, SCREEN
from ui.table.data_table import DataTable

LEFT_IN_HEIGHT = 455
"""Of 512 points, without the menus and the status bar."""
ANSWERS = ("this", "nobody", "new", "back", "alike")


@pytest.fixture
def low(page, worn):
    page.resize(int(SCREEN - RAIL), LEFT_IN_HEIGHT)
    return page


def is_whole(widget):
    return widget.visibleRegion().boundingRect() == widget.rect()


def test_the_button_that_writes_and_all_answers_are_in_sight(qtbot, low, receive, make_export):
    receive(make_export((UNSURE,)))
    table = box(low, "uncertain")
    qtbot.waitUntil(table.hasFocus)
    qtbot.waitUntil(lambda: is_whole(button(low, "reconcile-next")))
    for name in ANSWERS:
        made = button(low, f"reconcile-uncertain-{name}")
        qtbot.waitUntil(lambda made=made: is_whole(made))
    assert table.viewport().height() >= 3 * table.rowHeight(0)


def test_what_lies_below_in_larger_text_never_hides_the_button_that_writes(
    qtbot, low, worn, receive, make_export
):
    receive(make_export((UNSURE,)))
    worn.set_text_size(150)
    for number, names in ((1, ("leave", "columns", "next")), (3, ("leave", "back", "write"))):
        go_to_step(qtbot, low, number)
        for made in names:
            found = low.findChild(QPushButton, f"reconcile-{made}")
            qtbot.waitUntil(lambda found=found: is_whole(found))


def test_the_file_and_how_it_counts_are_in_sight_in_large_text(
    qtbot, low, worn, receive, make_export
):
    receive(make_export((UNSURE,)))
    worn.set_text_size(150)
    go_to_step(qtbot, low, 1)
    read = low.findChild(DataTable, "reconcile-sources")
    qtbot.waitUntil(lambda: read.viewport().height() >= read.rowHeight(0))
    counts = low.findChild(QLabel, "what-counts")
    qtbot.waitUntil(lambda: counts.height() >= counts.heightForWidth(counts.width()))
    assert counts.text().endswith("(chưa đặt điểm đạt).")


def test_no_tab_is_cut(qtbot, low):
    tabs = low.findChild(QTabWidget, "reconcile-tabs")
    bar = tabs.tabBar()
    for at in (1, 3):
        tabs.setTabText(at, f"{tabs.tabText(at)} (24)")
    qtbot.waitUntil(lambda: bar.tabRect(bar.count() - 1).right() <= bar.width())
    assert bar.tabRect(0).left() == 0


def test_a_remark_is_whole_beside_the_file_and_keeps_to_one_line_before_it_is_written(
    qtbot, low, receive, make_export
):
    receive(make_export(VISITS, header=HEADER))
    low.resize(560, LEFT_IN_HEIGHT)
    said = low.findChild(QLabel, "reconcile-remarks")
    qtbot.waitUntil(lambda: said.height() >= said.heightForWidth(said.width()))
    assert "chưa được tính" in said.text()
    go_to_step(qtbot, low, 3)
    qtbot.waitUntil(lambda: said.text().endswith("…"))
    assert said.height() >= said.fontMetrics().lineSpacing()
    assert "chưa được tính" in said.toolTip()
