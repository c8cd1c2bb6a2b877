"""Each stage of a contest has marks of its own; the others stay as they are."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from models.figures.curve import daily_counts
from models.figures.figures import figures
from models.journal.change import changing
from models.journal.replay import redo, undo
from models.reconcile.earlier import earlier_files
from models.reconcile.official import official_figures, set_official_figure
from models.reconcile.records import Box
from models.records import Mark, PeopleQuery, Status
from models.records.cells import CellText
from models.roster.cells import write_cells
from models.roster.doubtful import doubtful_marks
from models.roster.index import count_marked, find_ids
from models.roster.mark_again import mark_again
from models.roster.marks import clear_marks, set_marks
from models.roster.merging import merge_people
from models.roster.people import list_people
from models.roster.person_rows import people_by_ids
from models.roster.taking_part import contests_of
from models.store.schema import contests, participations
from tests.factory import add_people
from tests.models.reconcile.exports import CULTURE, entry_of, export, plan, write

DAY, TODAY = date(2026, 6, 2), date(2026, 6, 8)


def work_on(file, stage):
    with changing(file, "x", "Sang chặng khác") as change:
        change.update(contests, {1: {"stage": stage}})


def stored(file, stage):
    """The rows of one stage, by person."""
    statement = select(participations).where(participations.c.stage == stage)
    with file.reading() as connection:
        return {row["person_id"]: dict(row) for row in connection.execute(statement).mappings()}


def counts(file, day=None):
    found = figures(file, day)
    return found.registered, found.completed


@pytest.fixture
def first_done(file):
    """Five people, of whom two completed the first stage and one registered; the second begins."""
    people = add_people(file, 5)
    set_marks(file, people[:2], Mark.COMPLETED, DAY)
    set_marks(file, people[2:3], Mark.REGISTERED, DAY)
    work_on(file, 2)
    return people


def test_a_second_stage_begins_with_nobody(file, first_done):
    assert counts(file) == (0, 0)
    assert daily_counts(file, DAY, TODAY)[-1] == (TODAY, 0, 0)
    assert {each.registered_on for each in list_people(file, PeopleQuery())} == {None}
    assert find_ids(file, PeopleQuery(statuses=frozenset({Status.REGISTERED}))) == find_ids(
        file, PeopleQuery(search="khong co ai")
    )
    assert count_marked(file, first_done).registered == 0


def test_marks_of_the_second_leave_those_of_the_first(file, first_done):
    before = stored(file, 1)
    set_marks(file, first_done[1:4], Mark.COMPLETED)
    assert counts(file) == (3, 3)
    assert stored(file, 1) == before
    assert set(stored(file, 2)) == set(first_done[1:4])
    clear_marks(file, first_done, Mark.REGISTERED)
    assert counts(file) == (0, 0)
    assert stored(file, 1) == before
    assert mark_again(file, first_done[3:4], Mark.COMPLETED).returned == 1
    assert stored(file, 1) == before
    work_on(file, 1)
    assert counts(file) == (3, 2)
    assert daily_counts(file, DAY, DAY) == ((DAY, 3, 2),)
    assert len(find_ids(file, PeopleQuery(statuses=frozenset({Status.COMPLETED})))) == 2


def test_undo_and_redo_are_of_the_stage_that_was_marked(file, first_done):
    before = stored(file, 1)
    set_marks(file, first_done, Mark.COMPLETED)
    undo(file)
    assert (counts(file), stored(file, 2), stored(file, 1)) == ((0, 0), {}, before)
    redo(file)
    assert (counts(file), stored(file, 1)) == ((5, 5), before)


def test_cells_are_written_into_the_stage_that_is_worked_on(file, first_done):
    before = stored(file, 1)
    write_cells(file, [CellText(first_done[0], "completed_on", "05/06/2026")])
    (row,) = stored(file, 2).values()
    assert (row["person_id"], row["completed_on"]) == (first_done[0], date(2026, 6, 5))
    assert stored(file, 1) == before


def test_a_file_of_the_second_stage_tells_nothing_of_the_first(file):
    people = add_people(file, 2)
    names = {each.id: each.name for each in list_people(file, PeopleQuery())}
    lines = [
        (f"0912{at:06d}", names[each], CULTURE, "90/100", "02/06/2026")
        for at, each in enumerate(people)
    ]
    write(file, export(*lines))
    before = stored(file, 1)
    work_on(file, 2)
    assert earlier_files(file) == ()
    made = plan(file, export(lines[0]))
    assert entry_of(made, names[people[1]]).box is Box.NOT_REGISTERED
    write(file, export(lines[0]))
    assert counts(file) == (1, 1)
    assert stored(file, 1) == before
    assert doubtful_marks(file) == ()
    assert len(earlier_files(file)) == 1
    write(file, export(lines[1]))
    assert [each.id for each in doubtful_marks(file)] == [people[0]]
    work_on(file, 1)
    assert doubtful_marks(file) == ()


def test_counts_of_the_city_are_of_their_stage(file, first_done):
    set_official_figure(file, TODAY, registered=1)
    work_on(file, 1)
    assert official_figures(file) == ()
    set_official_figure(file, TODAY, registered=3)
    (figure,) = official_figures(file)
    assert (figure.registered, figure.ours_registered) == (3, 3)
    work_on(file, 2)
    assert [each.registered for each in official_figures(file)] == [1]


def test_two_entries_made_one_keep_the_marks_of_each_stage(file, first_done):
    set_marks(file, [first_done[3]], Mark.REGISTERED, DAY)
    set_marks(file, [first_done[0]], Mark.COMPLETED, TODAY)
    merge_people(file, first_done[0], first_done[3], {})
    first, second = stored(file, 1)[first_done[0]], stored(file, 2)[first_done[0]]
    assert (first["registered_on"], first["completed_on"]) == (DAY, DAY)
    assert (second["registered_on"], second["completed_on"]) == (DAY, TODAY)
    assert first_done[3] not in {*stored(file, 1), *stored(file, 2)}


def test_the_first_lines_of_the_window_are_of_the_stage(file, first_done):
    set_marks(file, [first_done[4]], Mark.COMPLETED, TODAY)
    lines = {each.id: each.completed_on for each in people_by_ids(file, first_done)}
    assert lines == {each: TODAY if each == first_done[4] else None for each in first_done}


def test_somebody_marked_in_two_stages_is_told_both_by_name(file, first_done):
    assert [each.stage for each in contests_of(file, first_done[0])] == [""]
    set_marks(file, [first_done[0]], Mark.REGISTERED, TODAY)
    second, first = contests_of(file, first_done[0])
    assert (second.current, first.current) == (True, False)
    assert (second.registered_on, first.registered_on) == (TODAY, DAY)
    assert second.stage
    assert second.stage != first.stage
