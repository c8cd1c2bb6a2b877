"""Closing freezes the figures, refuses marks, and can be taken back by opening again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from models.contests.adding import add_contest
from models.contests.blueprints import own_contest
from models.contests.choosing import contest_choices, use_contest
from models.contests.current import current_contest
from models.contests.editing import edit_contest
from models.contests.parts import next_stage_number, with_stage, working_on
from models.errors import AppError
from models.figures.closing import (
    close_contest,
    closing_figures,
    personal_data_held,
    reopen_contest,
)
from models.figures.frozen_reports import frozen_names, list_frozen
from models.journal.history import history
from models.journal.replay import undo
from models.records import Mark, Stage
from models.roster.exemptions import set_exempt
from models.roster.marks import set_marks
from tests.factory import add_people

TODAY = date(2026, 6, 8)


def test_figures_and_names_are_frozen_and_never_move(file):
    people = add_people(file, 4)
    set_marks(file, people[:3], Mark.COMPLETED)
    [frozen] = close_contest(file)
    assert (frozen.kind, frozen.figures.completed, frozen.figures.total) == ("closing", 3, 4)
    assert current_contest(file).closed_on == TODAY
    assert history(file, 1)[0].summary == (
        "Đóng cuộc thi Ứng dụng AI 2026 ngày 08/06/2026: 3/4 hoàn thành (75,0%)"
    )
    add_people(file, 1)
    assert closing_figures(file, current_contest(file)).total == 4
    assert len(frozen_names(file, frozen.id)) == 4


def test_nothing_is_marked_until_it_is_open_again(file):
    people = add_people(file, 2)
    set_marks(file, people[:1], Mark.REGISTERED)
    close_contest(file)
    with pytest.raises(AppError, match="đã đóng ngày 08/06/2026"):
        set_marks(file, people, Mark.COMPLETED)
    with pytest.raises(AppError, match="đã đóng ngày 08/06/2026"):
        undo(file)
    with pytest.raises(AppError, match="đã đóng ngày 08/06/2026"):
        close_contest(file)
    assert [each.closed for each in contest_choices(file)] == [True]
    assert reopen_contest(file).closed_on is None
    set_marks(file, people, Mark.COMPLETED)
    with pytest.raises(AppError, match="Cuộc thi Ứng dụng AI 2026 đang mở"):
        reopen_contest(file)


def test_undo_does_not_open_it_again_in_passing(file):
    edit_contest(file, lambda it: replace(it, target=90))
    close_contest(file)
    with pytest.raises(AppError, match="đã đóng ngày 08/06/2026 nên không hoàn tác hay làm lại"):
        undo(file)
    assert (current_contest(file).closed_on, current_contest(file).target) == (TODAY, 90)
    reopen_contest(file)
    undo(file)
    assert (current_contest(file).closed_on, current_contest(file).target) == (None, 100)


def test_what_was_frozen_stays_when_it_is_opened_and_closed_again(file):
    people = add_people(file, 2)
    [first] = close_contest(file)
    reopen_contest(file)
    set_marks(file, people, Mark.COMPLETED)
    [second] = close_contest(file)
    kept = {each.id: each for each in list_frozen(file)}
    assert kept[first.id].figures.completed == 0
    assert kept[first.id].replaced_by == second.id
    assert closing_figures(file, current_contest(file)).completed == 2


def test_every_stage_of_people_is_frozen(file):
    contest = current_contest(file)
    again = Stage(next_stage_number(contest), "Thi lại", date(2026, 6, 26), date(2026, 6, 30))
    edit_contest(file, lambda it: working_on(4, with_stage(again, it)))
    set_marks(file, add_people(file, 3)[:1], Mark.COMPLETED)
    made = close_contest(file)
    assert [(each.figures.stage, each.figures.completed) for each in made] == [(1, 0), (4, 1)]
    assert closing_figures(file, current_contest(file)).completed == 1


def test_a_day_that_is_to_come_closes_nothing(file):
    with pytest.raises(AppError, match="Ngày 09/06/2026 chưa đến"):
        close_contest(file, date(2026, 6, 9))
    assert current_contest(file).closed_on is None
    assert list_frozen(file) == ()


def test_what_is_held_of_people_is_counted(file):
    people = add_people(file, 5)
    set_marks(file, people[:3], Mark.REGISTERED)
    set_exempt(file, people[4:], "Nghỉ thai sản", date(2026, 6, 1))
    assert personal_data_held(file) == (5, 3, 1)
    add_contest(file, own_contest("Khác", date(2026, 7, 1), date(2026, 7, 2)))
    assert personal_data_held(file) == (5, 0, 0)
    use_contest(file, "ai-2026")
    assert personal_data_held(file).marked == 3
