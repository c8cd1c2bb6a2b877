"""The record of the contest holds all that its rows say."""

from __future__ import annotations

from datetime import date

from models.contests.current import current_contest
from models.journal.change import changing
from models.records import Level, LevelTone, StageKind
from models.store.schema import contests, levels


def test_the_preset_s_stages_know_their_kind(file):
    contest = current_contest(file)
    assert [each.kind for each in contest.stages] == [
        StageKind.EACH,
        StageKind.ENTRY,
        StageKind.PRESENTATION,
    ]
    assert (contest.stage, contest.one_mark, contest.closed_on) == (1, False, None)


def test_levels_come_from_the_lowest_on(file):
    with changing(file, "test", "Thử") as change:
        rows = [
            {"contest_id": 1, "least": 80.0, "word": "đạt", "tone": "good"},
            {"contest_id": 1, "least": 0.0, "word": "thấp", "tone": "low"},
        ]
        change.insert(levels, rows)
        change.update(contests, {1: {"closed_on": date(2026, 6, 26), "completed_word": "đã thi"}})
    contest = current_contest(file)
    assert contest.levels == (
        Level(0.0, "thấp", LevelTone.LOW),
        Level(80.0, "đạt", LevelTone.GOOD),
    )
    assert (contest.closed_on, contest.completed_word) == (date(2026, 6, 26), "đã thi")
