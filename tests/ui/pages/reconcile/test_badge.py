"""The number at Đối soát in the rail: open decisions and slips, also before the page was opened."""

import pytest
from PySide6.QtCore import Qt

from models.intake.sitting.records import wanted_tables
from models.journal.replay import undo
from models.reconcile.records import ReconcileDecisions, ReconcileOptions
from models.reconcile.sitting import ExportSitting
from tests.ui.pages.reconcile.acts import box, click, write
from tests.ui.pages.reconcile.conftest import UNSURE, WRONG
from ui.pages.catalog import PAGES
from ui.window.badges import Badges
from ui.window.rail import Rail
from ui.window.rail_entry import RailEntry


@pytest.fixture
def rail(qtbot, desk):
    made = Rail(PAGES)
    qtbot.addWidget(made)
    made.set_open(True)
    return made


@pytest.fixture
def badges(desk, rail):
    made = Badges(desk, rail, rail)
    desk.loaded.emit()
    return made


def badge(rail) -> int:
    return rail.findChild(RailEntry, "rail-reconcile").badge


def written(desk, path):
    """Reconcile without a window."""
    sitting = ExportSitting(desk.file)
    sitting.read([path])
    tables = wanted_tables(sitting.files)
    plan = sitting.plan(tables, ReconcileOptions())
    sitting.write(plan, ReconcileDecisions())


def test_open_slips_are_counted_without_the_page_and_follow_the_file(
    qtbot, desk, roster, rail, badges, make_export
):
    written(desk, make_export((WRONG,)))
    qtbot.waitUntil(lambda: badge(rail) == 1)
    name = rail.findChild(RailEntry, "rail-reconcile").accessibleName()
    assert name == "Đối soát, 1 việc cần quyết định"
    undo(desk.file)
    qtbot.waitUntil(lambda: badge(rail) == 0)


def test_open_decisions_are_added_and_go_one_by_one(
    qtbot, desk, page, rail, badges, receive, make_export
):
    badges.follow("reconcile", page)
    receive(make_export((WRONG, UNSURE)))
    assert badge(rail) == 1
    qtbot.keyClick(box(page, "uncertain"), Qt.Key.Key_1)
    qtbot.waitUntil(lambda: badge(rail) == 0)
    write(qtbot, desk, page)
    qtbot.waitUntil(lambda: badge(rail) == 1)


def test_a_file_that_is_left_leaves_nothing_behind(qtbot, page, rail, badges, receive, make_export):
    badges.follow("reconcile", page)
    receive(make_export((UNSURE,)))
    assert badge(rail) == 1
    click(qtbot, page, "reconcile-leave")
    assert badge(rail) == 0
