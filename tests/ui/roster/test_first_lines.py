"""A very large roster: the first lines are there at once, what needs everybody waits."""

from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtCore import Qt

from models.records import PeopleQuery
from models.roster import first_lines
from models.roster.people import list_people
from ui.calls import people as calls
from ui.pages.roster import RosterPage
from ui.pages.roster import finding as finding_module

PATIENCE_S = 20


@pytest.fixture
def rest_may_come(monkeypatch):
    """Until it is set, only the first two lines of five have been found."""
    gate = Event()
    whole = calls.find_people

    def find_later(*asked):
        gate.wait(PATIENCE_S)
        return whole(*asked)

    monkeypatch.setattr(first_lines, "MANY", 3)
    monkeypatch.setattr(finding_module, "LINES_AT_ONCE", 2)
    monkeypatch.setattr(calls, "find_people", find_later)
    yield gate
    gate.set()


def test_nobody_is_marked_before_everybody_has_been_read(qtbot, desk, people, rest_may_come):
    page = RosterPage(desk)
    qtbot.addWidget(page)
    told = []
    page.status.connect(told.append)
    page.show()
    qtbot.waitUntil(page.isActiveWindow)
    page.shown()
    model = page.table.model()
    qtbot.waitUntil(lambda: model.rowCount() == 2)
    assert [model.index(line, 1).data() for line in range(2)] == ["Trần Văn An", "Nguyễn Thị Ánh"]
    assert told[-1] == "Đang đọc cả danh sách…"
    assert not page.bar.mark.isEnabled()
    qtbot.keyClick(page.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    with qtbot.waitSignal(page.loaded):
        rest_may_come.set()
    assert model.rowCount() == 5
    assert page.table.selected_ids() == [people["Trần Văn An"]]
    assert told[-1].startswith("5 người")
    assert not any(each.registered_on for each in list_people(desk.file, PeopleQuery()))
