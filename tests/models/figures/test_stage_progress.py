"""How far each stage is: its own marks, or the entry of the commune."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from models.contests.current import current_contest
from models.contests.editing import edit_contest
from models.contests.parts import next_stage_number, with_stage, working_on
from models.figures.stage_progress import stage_progress
from models.journal.change import changing
from models.records import Mark, Stage
from models.roster.marks import set_marks
from models.store.schema import entries
from tests.factory import add_people, unit

TODAY = date(2026, 6, 8)


def progress(file):
    return stage_progress(file, current_contest(file), TODAY)


def test_each_stage_has_its_own_marks(file):
    people = add_people(file, 4)
    set_marks(file, people[:3], Mark.COMPLETED)
    contest = current_contest(file)
    again = Stage(next_stage_number(contest), "Thi lại", date(2026, 6, 26), date(2026, 6, 30))
    edit_contest(file, lambda it: working_on(4, with_stage(again, it)))
    set_marks(file, people[3:], Mark.COMPLETED)
    found = progress(file)
    assert found[1] == ("3/4 hoàn thành (75,0%)", False)
    assert found[4] == ("1/4 hoàn thành (25,0%)", False)
    edit_contest(file, lambda it: replace(it, target=75))
    assert [progress(file)[number].done for number in (1, 4)] == [True, False]


def test_nobody_is_not_everybody(file):
    assert progress(file)[1] == ("Chưa có ai thuộc đối tượng", False)


@pytest.mark.parametrize(
    ("values", "second", "third"),
    [
        (None, ("Chưa có bài dự thi", False), ("Chưa có bài dự thi", False)),
        (
            {"representative": True},
            ("1 bài, chưa gửi bài đại diện", False),
            ("1 bài, chưa thuyết trình", False),
        ),
        (
            {"representative": True, "sent_at": datetime(2026, 6, 20, 9)},
            ("1 bài, đã gửi bài đại diện", True),
            ("1 bài, chưa thuyết trình", False),
        ),
        (
            {
                "representative": True,
                "sent_at": datetime(2026, 6, 20, 9),
                "presented_at": datetime(2026, 6, 25, 9),
            },
            ("1 bài, đã gửi bài đại diện", True),
            ("1 bài, đã thuyết trình", True),
        ),
        (
            {"representative": False, "sent_at": datetime(2026, 6, 20, 9)},
            ("1 bài, chưa gửi bài đại diện", False),
            ("1 bài, chưa thuyết trình", False),
        ),
    ],
)
def test_the_one_representative_is_sent_and_presented(file, values, second, third):
    if values is not None:
        row = {"contest_id": 1, "stage": 2, "unit_id": unit(file).id, "title": "Trợ lý ảo"}
        with changing(file, "test", "Thử") as change:
            change.insert(entries, [{**row, **values}])
    found = progress(file)
    assert (found[2], found[3]) == (second, third)
