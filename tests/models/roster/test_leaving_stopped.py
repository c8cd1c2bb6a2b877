"""Very many people leave or need not take part: shown while it lasts, and a stop leaves nothing."""

from __future__ import annotations

from datetime import date

import pytest

from models.errors import Cancelled
from models.journal import change as journal
from models.journal.history import fingerprint, history
from models.roster import exemptions
from models.roster.exemptions import end_exempt, set_exempt
from models.roster.leaving import set_left
from tests.factory import add_people

DAY, AGAIN = date(2026, 6, 1), date(2026, 6, 8)
DEEDS = {
    "leave": lambda file, ids, step: set_left(file, ids, DAY, "Chuyển công tác", step),
    "exempt": lambda file, ids, step: set_exempt(file, ids, "Nghỉ hưu", DAY, None, step),
    "count again": lambda file, ids, step: end_exempt(file, ids, AGAIN, step),
}


@pytest.fixture
def ids(file, monkeypatch):
    """Nine people, written three at a time; three of them need not take part."""
    made = add_people(file, 9)
    for module in (journal, exemptions):
        monkeypatch.setattr(module, "STRETCH", 3)
    return made


@pytest.mark.parametrize("deed", DEEDS)
def test_a_stop_leaves_nothing(file, ids, deed):
    if deed == "count again":
        set_exempt(file, ids, "Nghỉ hưu", DAY)
    before, entries = fingerprint(file), len(history(file, 100))
    heard = []

    def step(done):
        heard.append(done)
        if done >= 6:
            raise Cancelled

    with pytest.raises(Cancelled):
        DEEDS[deed](file, ids, step)
    assert heard[:1] < [6]
    assert fingerprint(file) == before
    assert len(history(file, 100)) == entries
    assert DEEDS[deed](file, ids, None) == 9


def test_more_people_than_one_statement_may_name(file):
    made = add_people(file, 3)
    set_exempt(file, made, "Nghỉ hưu", DAY)
    assert end_exempt(file, [*range(100_000, 400_000), *made], AGAIN) == 3
