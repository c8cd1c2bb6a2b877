"""Writing very many cells is stopped while they are read or written, and leaves nothing behind."""

from __future__ import annotations

import pytest

from models.errors import Cancelled
from models.journal import change as journal
from models.journal.history import fingerprint, history
from models.records import PersonDraft
from models.records.cells import CellText
from models.roster import cells as roster_cells
from models.roster.cells import plan_cells, write_cells
from models.roster.people import add_person
from models.roster.unit_tree import list_units

PEOPLE = 9


@pytest.fixture
def wanted(file, monkeypatch):
    """Nine cells, read and written three at a time."""
    monkeypatch.setattr(roster_cells, "STRETCH", 3)
    monkeypatch.setattr(journal, "STRETCH", 3)
    unit = list_units(file)[1].id
    ids = [add_person(file, PersonDraft(f"Lê Văn Hòa {at}", unit)) for at in range(PEOPLE)]
    return [CellText(each, "registered_on", "8/6/2026") for each in ids]


def test_how_far_it_is_is_told(file, wanted):
    read, written = [], []
    plan_cells(file, wanted, read.append)
    write_cells(file, wanted, "Ghi", written.append)
    assert read == [3, 6, 9]
    assert written == [3, 6, 9, 12, 15, 18]


@pytest.mark.parametrize("at", [3, 9, 12, 18])
def test_a_stop_leaves_nothing(file, wanted, at):
    before, entries = fingerprint(file), len(history(file, 100))

    def step(done):
        if done >= at:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_cells(file, wanted, "Ghi", step)
    assert fingerprint(file) == before
    assert len(history(file, 100)) == entries
