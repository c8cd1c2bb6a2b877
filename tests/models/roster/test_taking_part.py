"""All contests of one person."""

from __future__ import annotations

from datetime import date

from models.contests.current import current_contest
from models.journal.change import changing
from models.records import Mark
from models.roster.marks import set_marks
from models.roster.taking_part import contests_of
from models.store.schema import contests, participations
from tests.factory import add_people


def test_the_present_contest_comes_first_then_the_others(file):
    person = add_people(file, 1)[0]
    assert contests_of(file, person) == ()
    set_marks(file, [person], Mark.REGISTERED)
    with changing(file, "x", "Cuộc thi cũ") as change:
        old = {"code": "ai-2025", "name": "Cuộc thi 2025", "short_name": "AI 2025"}
        ids = change.insert(contests, [{**old, "target": 0, "current": False}])
        row = {"person_id": person, "contest_id": ids[0], "completed_on": date(2025, 6, 1)}
        change.insert(participations, [{**row, "score": 87.5}])
    first, second = contests_of(file, person)
    assert (first.contest, first.current) == (current_contest(file).short_name, True)
    assert (second.contest, second.completed_on, second.score) == (
        "AI 2025",
        date(2025, 6, 1),
        87.5,
    )
