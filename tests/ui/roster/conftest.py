"""A roster page over five people, as an officer finds it in the morning."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from models.records import PersonDraft
from models.roster.people import add_person
from models.roster.unit_tree import list_units
from models.store.data_file import open_file
from tests.conftest import clock
from ui.pages.roster import RosterPage

NAMES = ("Đặng Thị Hòa", "Trần Văn An", "Lê Thị Bình", "Phạm Đức Cường", "Nguyễn Thị Ánh")


@pytest.fixture(scope="session")
def entered(made_file, tmp_path_factory):
    """A file with the five, made once, and their ids by name."""
    path = shutil.copy(made_file, tmp_path_factory.mktemp("entered") / "goc.tiendo")
    with open_file(path, clock) as file:
        units = [unit for unit in list_units(file) if unit.depth == 1][:2]
        return path, {
            name: add_person(
                file, PersonDraft(name, units[at % 2].id, phone=f"098210359{at}" if at else "")
            )
            for at, name in enumerate(NAMES)
        }


@pytest.fixture
def data_path(request, made_file, tmp_path):
    """A closed copy: with the five where a test has them, else of the fresh file."""
    wanted = "people" in request.fixturenames
    made = request.getfixturevalue("entered")[0] if wanted else made_file
    return Path(shutil.copy(made, tmp_path / "xa.tiendo"))


@pytest.fixture
def people(entered):
    return dict(entered[1])


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
