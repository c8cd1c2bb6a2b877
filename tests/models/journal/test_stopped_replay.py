"""Undo and redo of very many rows are stopped between stretches, and leave nothing behind."""

from __future__ import annotations

import pytest

from models.errors import Cancelled
from models.journal import replay, standing
from models.journal.history import fingerprint
from models.records import Mark, PersonDraft
from models.roster.marks import set_marks
from models.roster.people import add_person
from models.roster.unit_tree import list_units

PEOPLE = 12


@pytest.fixture
def marked(file, monkeypatch):
    """A file whose last change has marked twelve people, replayed three at a time."""
    monkeypatch.setattr(replay, "STRETCH", 3)
    unit = list_units(file)[1].id
    ids = [add_person(file, PersonDraft(f"Lê Văn Hòa {at}", unit)) for at in range(PEOPLE)]
    set_marks(file, ids, Mark.REGISTERED)
    return file


def stopping_at(wanted):
    def step(done, of):
        assert of == PEOPLE
        if done >= wanted:
            raise Cancelled

    return step


@pytest.mark.parametrize("wanted", [3, 6, 9, 12])
def test_a_stopped_undo_and_redo_change_nothing(marked, wanted):
    before, summary = fingerprint(marked), standing.next_undo(marked)
    with pytest.raises(Cancelled):
        replay.undo(marked, stopping_at(wanted))
    assert fingerprint(marked) == before
    assert standing.next_undo(marked) == summary
    assert standing.next_redo(marked) is None
    replay.undo(marked)
    undone = fingerprint(marked)
    with pytest.raises(Cancelled):
        replay.redo(marked, stopping_at(wanted))
    assert fingerprint(marked) == undone
    assert standing.next_redo(marked) == summary
    replay.redo(marked)
    assert fingerprint(marked) == before


def test_how_far_it_is_is_told(marked):
    heard = []
    replay.undo(marked, lambda done, of: heard.append((done, of)))
    assert heard == [(3, 12), (6, 12), (9, 12), (12, 12)]
