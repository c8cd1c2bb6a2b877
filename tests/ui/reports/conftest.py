"""The reports page over three people of two units."""

from __future__ import annotations

from datetime import date

import pytest

from models.records import Mark, PersonDraft
from models.roster.marks import set_marks
from models.roster.people import add_person
from models.roster.unit_tree import list_units
from ui.pages.reports import ReportsPage


@pytest.fixture
def units(desk):
    return [unit for unit in list_units(desk.file) if unit.depth == 1][:2]


@pytest.fixture
def people(desk, units):
    names = ("Đặng Thị Hòa", "Trần Văn An", "Lê Thị Bình")
    ids = [
        add_person(desk.file, PersonDraft(name, units[at % 2].id, phone=f"098210359{at}"))
        for at, name in enumerate(names)
    ]
    set_marks(desk.file, ids[:1], Mark.REGISTERED, date(2026, 6, 5))
    return ids


@pytest.fixture
def page(qtbot, desk, people):
    page = ReportsPage(desk)
    qtbot.addWidget(page)
    page.resize(1190, 690)
    page.show()
    with qtbot.waitSignal(page.loaded):
        page.shown()
    return page
