"""A roster page over five people, as an officer finds it in the morning."""

from __future__ import annotations

import pytest

from models.records import PersonDraft
from models.roster.people import add_person
from models.roster.unit_tree import list_units
from ui.pages.roster import RosterPage

NAMES = ("Đặng Thị Hòa", "Trần Văn An", "Lê Thị Bình", "Phạm Đức Cường", "Nguyễn Thị Ánh")


@pytest.fixture
def people(desk):
    units = [unit for unit in list_units(desk.file) if unit.depth == 1][:2]
    return {
        name: add_person(
            desk.file,
            PersonDraft(name, units[at % 2].id, phone=f"098210359{at}" if at else ""),
        )
        for at, name in enumerate(NAMES)
    }


@pytest.fixture
def page(qtbot, desk, people):
    page = RosterPage(desk)
    qtbot.addWidget(page)
    page.resize(1190, 690)
    page.show()
    qtbot.waitUntil(page.isActiveWindow)
    with qtbot.waitSignal(page.loaded):
        page.shown()
    qtbot.waitUntil(lambda: page.table.model().index(0, 1).data() != "…")
    return page
