"""A read that fails leaves the table able to ask again, whatever the failure was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from models.errors import AppError
from ui.calls import people as calls
from ui.pages.roster import RosterPage

REFUSED = AppError("Chưa đọc được danh sách.", "Hãy thử lại.")


class FailingOnce:
    """Stands before a read; the first of those that are `meant` fails."""

    def __init__(self, read, error, meant):
        self._read, self._error, self._meant = read, error, meant
        self.failed = False

    def __call__(self, *asked):
        if not self.failed and self._meant(*asked):
            self.failed = True
            raise self._error
        return self._read(*asked)


@pytest.fixture(params=[REFUSED, RuntimeError("hỏng")], ids=["refused", "broke"])
def failing(request, monkeypatch):
    """Let a call of the roster fail once."""

    def prepare(name, meant=lambda *_asked: True):
        made = FailingOnce(getattr(calls, name), request.param, meant)
        monkeypatch.setattr(calls, name, made)
        return made

    return prepare


def test_a_search_that_failed_is_followed_by_the_next(qtbot, page, failing, caplog):
    read = failing("find_people")
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
    read = failing("people_by_ids", lambda _file, ids, _day: len(ids) == len(people))
    page = RosterPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.shown()
    qtbot.waitUntil(lambda: read.failed)
    qtbot.waitUntil(lambda: page.table.model().index(4, 1).data() == "Đặng Thị Hòa")
    caplog.clear()
