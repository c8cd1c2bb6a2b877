"""One expression of being present: what the database says and what plain values say are one."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine, insert, select

from models.roster.presence import (
    Times,
    exempted_on,
    gone_by,
    holds_on,
    is_gone,
    is_present,
    present_on,
)
from models.store.schema import absences, exemptions, metadata, people

FIRST = date(2028, 2, 25)
DAYS = st.integers(0, 9).map(lambda at: FIRST + timedelta(days=at))
"""Ten days around a leap day."""
MAYBE = st.none() | DAYS
SPANS = st.tuples(DAYS, DAYS).map(sorted).map(tuple)
OPEN_SPANS = st.tuples(DAYS, MAYBE)
PERSON = {"uid": "a", "name": "a", "name_key": "a", "name_search": "a", "name_sort": "a"}


def tables():
    engine = create_engine("sqlite://")
    metadata.create_all(engine, tables=[people, absences, exemptions])
    return engine


@settings(max_examples=150, deadline=None)
@given(MAYBE, MAYBE, st.lists(SPANS, max_size=3))
def test_present_and_gone_are_the_same_in_the_database_and_beside_it(came, left, away):
    times = Times(came, left, away)
    with tables().begin() as connection:
        row = {**PERSON, "id": 1, "unit_id": 1, "came_on": came, "left_on": left}
        connection.execute(insert(people), row)
        for since, until in away:
            connection.execute(insert(absences), {"person_id": 1, "since": since, "until": until})
        for at in range(-1, 11):
            day = FIRST + timedelta(days=at)
            found = connection.execute(select(present_on(day), gone_by(day)).select_from(people))
            assert tuple(found.one()) == (is_present(times, day), is_gone(times, day)), day


@settings(max_examples=100, deadline=None)
@given(st.lists(OPEN_SPANS, max_size=3))
def test_exempt_is_the_same_in_the_database_and_beside_it(spans):
    with tables().begin() as connection:
        for since, until in spans:
            row = {"person_id": 1, "contest_id": 1, "reason": "a", "since": since, "until": until}
            connection.execute(insert(exemptions), row)
        for at in range(-1, 11):
            day = FIRST + timedelta(days=at)
            found = connection.execute(select(exemptions.c.id).where(exempted_on(day))).all()
            assert bool(found) == holds_on(spans, day), day
