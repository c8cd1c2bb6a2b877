"""A read that fails leaves the table able to ask again, whatever the failure was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from models.errors import AppError
from ui.calls import people as calls
from ui.pages.roster import RosterPage
from ui.pages.roster import page as roster_page

REFUSED = AppError("Chưa đọc được danh sách.", "Hãy thử lại.")


class FailingOnce:
    """Stands before a read; what is asked first fails."""

    def __init__(self, read, error):
        self._read, self._error = read, error
        self.failed = False

    def __call__(self, *asked):
        if not self.failed:
            self.failed = True
            raise self._error
        return self._read(*asked)


@pytest.fixture(params=[REFUSED, RuntimeError("hỏng")], ids=["refused", "broke"])
def failing(request, monkeypatch):
    """Let a call of the roster fail once."""

    def prepare(module, name):
        made = FailingOnce(getattr(module, name), request.param)
        monkeypatch.setattr(module, name, made)
        return made

    return prepare


def test_a_search_that_failed_is_followed_by_the_next(qtbot, page, failing, caplog):
    read = failing(calls, "find_people")
    table, search = page.table, page.bar.search
    search.setFocus()
    qtbot.keyClicks(search, "hoa")
    qtbot.waitUntil(lambda: read.failed)
    qtbot.keyClick(search, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(search, "tran")
    qtbot.waitUntil(lambda: table.model().rowCount() == 1)
    qtbot.waitUntil(lambda: table.model().index(0, 1).data() == "Trần Văn An")
    caplog.clear()


def test_rows_that_could_not_be_read_come_when_they_are_looked_at_again(
    qtbot, desk, people, failing, monkeypatch, caplog
):
    monkeypatch.setattr("ui.pages.roster.finding.LINES_AT_ONCE", 2)
    read = failing(roster_page, "people_by_ids")
    page = RosterPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.shown()
    qtbot.waitUntil(lambda: read.failed)
    qtbot.waitUntil(lambda: page.table.model().index(4, 1).data() == "Đặng Thị Hòa")
    caplog.clear()
