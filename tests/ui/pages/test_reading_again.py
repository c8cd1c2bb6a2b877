"""A page whose reading failed looks again when somebody comes back to it."""

from __future__ import annotations

import pytest

from models.errors import AppError
from ui.calls import figures, office, people
from ui.pages import units as units_page
from ui.pages.contest import ContestPage
from ui.pages.contest import page as contest_page
from ui.pages.data import DataPage
from ui.pages.overview import OverviewPage
from ui.pages.reconcile import ReconcilePage
from ui.pages.reconcile import page as reconcile_page
from ui.pages.roster import RosterPage
from ui.pages.units import UnitsPage

READS = {
    OverviewPage: (figures, "look"),
    RosterPage: (people, "find_people"),
    UnitsPage: (units_page, "unit_tree"),
    DataPage: (office, "file_look"),
    ContestPage: (contest_page, "contest_head"),
    ReconcilePage: (reconcile_page, "official_figures"),
}


@pytest.mark.parametrize("made", READS)
@pytest.mark.parametrize("error", [AppError("Chưa đọc được."), RuntimeError("hỏng")])
def test_a_page_that_was_not_read_is_read_when_somebody_comes_back(
    qtbot, desk, monkeypatch, caplog, made, error
):
    def fail(*_asked):
        raise error

    page = made(desk)
    qtbot.addWidget(page)
    page.show()
    told = desk.lane.failed if isinstance(error, AppError) else desk.lane.broke
    with monkeypatch.context() as failing, qtbot.waitSignal(told):
        failing.setattr(*READS[made], fail)
        page.shown()
    desk.ask(lambda _file: None)
    with qtbot.waitSignal(page.loaded):
        page.shown()
    caplog.clear()
