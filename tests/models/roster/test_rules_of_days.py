"""Each rule of a day is said once: what the database says and what plain values say are one."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, select

from models.records import Mark, Post
from models.records.moment import Moment, as_moment
from models.roster.counted import counts_on, exempt_on, people_of_day
from models.roster.counting import does_count
from models.roster.exempt_days import is_exempted
from models.roster.posts import side_units
from models.roster.presence import Times, gone_by, is_gone, is_present, present_on
from models.roster.registration import (
    completed_by,
    failed_by,
    has_failed,
    holds_by,
    mark_columns,
    registered_by,
    registered_from,
    registered_from_columns,
    registered_times,
)
from models.roster.unit_of_day import is_held, unit_of, unit_on
from models.store.schema import (
    absences,
    contests,
    exemptions,
    participations,
    people,
    posts,
    units,
)

FIRST = date(2028, 2, 25)
DAYS = st.integers(0, 9).map(lambda at: FIRST + timedelta(days=at))
"""Ten days around a leap day."""
MAYBE = st.none() | DAYS
SPANS = st.tuples(DAYS, DAYS).map(sorted).map(tuple)
OPEN_SPANS = st.tuples(DAYS, MAYBE).filter(lambda span: span[1] is None or span[0] <= span[1])
UNITS = range(1, 5)
KEYS = {"uid": "a", "name": "a", "name_key": "a", "name_search": "a", "name_sort": "a"}
OTHER_CONTEST = 99


class Somebody(NamedTuple):
    """All that the rules look at, of one person; `exempt_elsewhere` is of another contest."""

    unit: int
    came: date | None
    left: date | None
    away: list[tuple[date, date]]
    exempt: list[tuple[date, date | None]]
    exempt_elsewhere: list[tuple[date, date | None]]
    posts: list[Post]
    registered: Moment | None
    failed: Moment | None
    completed: Moment | None


MINUTES = st.sampled_from([None, 0, 540, 541, 1439])
MOMENTS = st.builds(Moment, DAYS, MINUTES)
MARKS = st.none() | MOMENTS
POSTS = st.lists(
    st.builds(
        Post, st.just(0), st.sampled_from(UNITS), st.just(""), st.just(""), st.booleans(),
        MAYBE, MAYBE,
    ),
    max_size=4,
)  # fmt: skip
SOMEBODY = st.builds(
    Somebody,
    st.sampled_from(UNITS), MAYBE, MAYBE, st.lists(SPANS, max_size=3),
    st.lists(OPEN_SPANS, max_size=3), st.lists(OPEN_SPANS, max_size=1), POSTS,
    MARKS, MARKS, MARKS,
)  # fmt: skip


class Undone(Exception):
    """What was written is not kept."""


@contextmanager
def written(file):
    """A connection that writes; nothing of it stays."""
    with suppress(Undone), file.writing() as connection:
        row = {"id": OTHER_CONTEST, "code": "khac", "name": "a", "short_name": "a"}
        connection.execute(insert(contests), {**row, "target": 100, "current": False})
        yield connection
        raise Undone


def columns_of_marks(*marks):
    """The columns of the three marks."""
    told = [mark_columns(mark, when) for mark, when in zip(Mark, marks, strict=True)]
    return {name: value for each in told for name, value in each.items()}


def stored(connection, who):
    """Write somebody as the tables hold them; the posts with the ids that they got."""
    row = {**KEYS, "id": 1, "unit_id": who.unit, "came_on": who.came, "left_on": who.left}
    connection.execute(insert(people), row)
    for since, until in who.away:
        connection.execute(insert(absences), {"person_id": 1, "since": since, "until": until})
    exempt = [(1, span) for span in who.exempt]
    for contest, (since, until) in exempt + [
        (OTHER_CONTEST, span) for span in who.exempt_elsewhere
    ]:
        row = {"person_id": 1, "contest_id": contest, "reason": "a", "since": since, "until": until}
        connection.execute(insert(exemptions), row)
    row = {"person_id": 1, "contest_id": 1}
    marks = columns_of_marks(who.registered, who.failed, who.completed)
    connection.execute(insert(participations), {**row, **marks})
    # Neither another stage nor another contest is looked at.
    ever = columns_of_marks(*3 * [Moment(FIRST)])
    connection.execute(insert(participations), {**row, "stage": 2, **ever})
    connection.execute(insert(participations), {**row, "contest_id": OTHER_CONTEST, **ever})
    for at, each in enumerate(who.posts, start=1):
        row = {"id": at, "person_id": 1, "unit_id": each.unit_id, "main": each.main}
        connection.execute(insert(posts), {**row, "since": each.since, "until": each.until})
    return [replace(each, id=at) for at, each in enumerate(who.posts, start=1)]


def of_values(who, held, day):
    """What the plain values say of a day."""
    times = Times(who.came, who.left, who.away)
    present, exempt = is_present(times, day), is_exempted(who.exempt, day)
    return (
        present,
        is_gone(times, day),
        exempt,
        does_count(present=present, exempt=exempt),
        unit_of(who.unit, held, day),
        unit_of(who.unit, held, day),
    )


def marked_by_values(who, at):
    """What the plain values say of the marks by a day or a moment."""
    return (
        holds_by(registered_from(who.registered, who.failed, who.completed), at),
        has_failed(who.failed, who.completed, at),
        holds_by(who.completed, at),
    )


def marked_by_database(connection, at):
    """What one statement says of the same."""
    statement = select(registered_by(at), failed_by(at), completed_by(at))
    found = connection.execute(statement.select_from(people_of_day(as_moment(at).day))).one()
    return tuple(map(bool, found))


def of_database(connection, day):
    """What one statement over the join says of the same day."""
    statement = select(
        present_on(day), gone_by(day), exempt_on(), counts_on(day), unit_on(day), units.c.id,
    ).select_from(people_of_day(day))  # fmt: skip
    return tuple(connection.execute(statement).one())


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(who=SOMEBODY)
def test_the_database_says_of_each_day_what_the_values_say(file, who):
    with written(file) as connection:
        held = stored(connection, who)
        for at in range(-1, 11):
            day = FIRST + timedelta(days=at)
            assert of_database(connection, day) == of_values(who, held, day), day
            assert marked_by_database(connection, day) == marked_by_values(who, day), day
            beside = {e.unit_id for e in held if not e.main and is_held(e.since, e.until, day)}
            assert side_units(connection, day).get(1, frozenset()) == beside, day


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(who=SOMEBODY, at=MOMENTS)
def test_the_database_says_of_each_minute_what_the_values_say(file, who, at):
    with written(file) as connection:
        stored(connection, who)
        registered, failed, completed = marked_by_database(connection, at)
        assert (registered, failed, completed) == marked_by_values(who, at)
    assert registered or not (failed or completed)
    assert not (failed and completed)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(marks=st.tuples(MARKS, MARKS, MARKS))
def test_completing_registers_in_the_database_and_beside_it(file, marks):
    with written(file) as connection:
        connection.execute(insert(people), {**KEYS, "id": 1, "unit_id": 1})
        row = {"person_id": 1, "contest_id": 1, **columns_of_marks(*marks)}
        connection.execute(insert(participations), row)
        days = [participations.c[f"{mark}_on"] for mark in Mark]
        minutes = [participations.c[f"{mark}_minute"] for mark in Mark]
        first = registered_from_columns(*days), *registered_times(*zip(days, minutes, strict=True))
        day, *when = connection.execute(select(*first).select_from(participations)).one()
    found = registered_from(*marks)
    assert when == ([None, None] if found is None else [found.day, found.minute])
    assert day == when[0]


def test_a_mark_without_a_time_holds_for_the_whole_of_its_day():
    morning = Moment(FIRST, 0)
    assert holds_by(Moment(FIRST), morning)
    assert not holds_by(Moment(FIRST, 1), morning)
    assert holds_by(Moment(FIRST, 1439), FIRST)
    assert holds_by(FIRST, Moment(FIRST))
