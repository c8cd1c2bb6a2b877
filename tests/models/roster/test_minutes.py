"""The minute beside a mark: of what is marked now, of no day that is written or gone back to."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import select

from models.journal.replay import redo, undo
from models.marking.apply import mark_recognised
from models.records import Mark
from models.records.cells import CellText
from models.records.moment import Moment, moment_at
from models.roster.cells import write_cells
from models.roster.mark_again import mark_again
from models.roster.marks import clear_marks, set_dated_marks, set_marks
from models.roster.merging import merge_people
from models.roster.registration import completed_by, mark_of_row, registered_by
from models.store.schema import participations
from tests.factory import add_people

YESTERDAY = date(2026, 6, 7)


def now(file):
    return moment_at(file.clock())


def stored(file, person_id):
    """When somebody has each mark from."""
    statement = select(participations).where(participations.c.person_id == person_id)
    with file.reading() as connection:
        row = connection.execute(statement).mappings().one()
    return tuple(mark_of_row(row, mark) for mark in Mark)


def holds(file, condition):
    with file.reading() as connection:
        return connection.execute(select(condition).select_from(participations)).scalar_one()


def test_what_is_marked_now_has_the_minute_of_the_clock(file):
    (an,) = add_people(file, 1)
    set_marks(file, [an], Mark.REGISTERED)
    assert stored(file, an) == (now(file), None, None)
    before = now(file)._replace(minute=now(file).minute - 1)
    assert not holds(file, registered_by(before))
    assert holds(file, registered_by(now(file)))
    assert holds(file, registered_by(now(file).day))


def test_another_day_has_none_and_holds_for_the_whole_of_it(file):
    an, binh = add_people(file, 2)
    set_marks(file, [an], Mark.COMPLETED, YESTERDAY)
    assert stored(file, an) == (Moment(YESTERDAY), None, Moment(YESTERDAY))
    assert holds(file, completed_by(Moment(YESTERDAY, 0)))
    mark_recognised(file, Mark.REGISTERED, YESTERDAY, [binh])
    assert stored(file, binh)[0] == Moment(YESTERDAY)


def test_marking_by_text_today_has_the_minute(file):
    (an,) = add_people(file, 1)
    mark_recognised(file, Mark.COMPLETED, now(file).day, [an])
    assert stored(file, an) == (now(file), None, now(file))


def test_completing_earlier_in_the_day_registers_by_then(file):
    (an,) = add_people(file, 1)
    set_dated_marks(file, Mark.REGISTERED, {an: {Mark.REGISTERED: Moment(YESTERDAY, 600)}})
    set_dated_marks(file, Mark.COMPLETED, {an: {Mark.COMPLETED: Moment(YESTERDAY, 540)}})
    early = Moment(YESTERDAY, 540)
    assert stored(file, an) == (early, None, early)


def test_completing_later_leaves_the_registration(file):
    (an,) = add_people(file, 1)
    set_dated_marks(file, Mark.REGISTERED, {an: {Mark.REGISTERED: Moment(YESTERDAY)}})
    set_marks(file, [an], Mark.COMPLETED)
    assert stored(file, an) == (Moment(YESTERDAY), None, now(file))


def test_a_day_that_is_written_takes_the_minute_away(file):
    (an,) = add_people(file, 1)
    set_marks(file, [an], Mark.COMPLETED)
    write_cells(file, [CellText(an, "completed_on", "08/06/2026")])
    assert stored(file, an)[2] == now(file), "the same day is no change"
    write_cells(file, [CellText(an, "registered_on", "07/06/2026")])
    assert stored(file, an) == (Moment(YESTERDAY), None, now(file))
    write_cells(file, [CellText(an, "completed_on", "07/06/2026")])
    assert stored(file, an) == (Moment(YESTERDAY), None, Moment(YESTERDAY))


def test_undo_redo_and_marking_again_bring_the_minute_back(file):
    (an,) = add_people(file, 1)
    set_marks(file, [an], Mark.COMPLETED)
    before = stored(file, an)
    clear_marks(file, [an], Mark.REGISTERED)
    assert stored(file, an) == (None, None, None)
    undo(file)
    assert stored(file, an) == before
    redo(file)
    file_clock = file.clock
    file.clock = lambda: file_clock() + timedelta(minutes=30)
    assert mark_again(file, [an], Mark.COMPLETED).returned == 1
    assert stored(file, an) == before


def test_of_two_entries_the_earlier_mark_stays_and_a_known_time_before_none(file):
    an, binh, cuong = add_people(file, 3)
    for person, when in ((an, Moment(YESTERDAY)), (binh, Moment(YESTERDAY, 600))):
        set_dated_marks(file, Mark.REGISTERED, {person: {Mark.REGISTERED: when}})
    merge_people(file, an, binh, {})
    assert stored(file, an)[0] == Moment(YESTERDAY, 600)
    set_marks(file, [cuong], Mark.REGISTERED)
    merge_people(file, an, cuong, {})
    assert stored(file, an)[0] == Moment(YESTERDAY, 600)
