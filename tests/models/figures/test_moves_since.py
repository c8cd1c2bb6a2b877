"""Who came and went since a report is found quickly: the same as when everybody is looked at."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from models.errors import AppError
from models.figures import moves_since as quick
from models.figures.dated_facts import load_facts
from models.figures.frozen import freeze
from models.figures.frozen_reports import load_reported
from models.figures.moves_since import moves_from_report, moves_since, unit_places
from models.journal.replay import undo
from models.roster.merging import merge_people
from models.roster.transfers import correct_unit
from models.roster.unit_tree import list_units
from models.roster.units import remove_unit
from models.store.schema import people
from tests.factory import add_people, unit
from tests.models.figures.history import ACTS, DAYS, FIRST, History

POLICE = "Công an xã"
MENDING = st.one_of(
    ACTS,
    ACTS,
    st.just("undo"),
    st.tuples(st.integers(0, 4), st.integers(0, 4)).filter(lambda two: two[0] != two[1]),
)
"""More acts, the last one taken back, or two people who were one."""


def both(file, report, day):
    """The moves until `day`, found quickly and from everybody, each by uid."""
    with file.reading() as connection:
        told = load_reported(connection, report.id)
        reported = report.figures.as_of
        found = moves_since(connection, told, reported, day)
        facts = load_facts(connection, 1)
        plain = moves_from_report(told.by_uid, facts, unit_places(connection), reported, day)
    return sorted(found), sorted(plain)


def carry_on(history, what):
    if what == "undo":
        undo(history.file)
    elif len(what) == 2:
        try:
            merge_people(history.file, history.ids[what[0]], history.ids[what[1]], {})
        except AppError:
            return
    elif still_there(history, what.who):
        history.carry_out(what)


def still_there(history, who):
    """Merging and undo may have taken somebody away."""
    with history.file.reading() as connection:
        statement = select(people.c.id).where(people.c.id == history.ids[who])
        return connection.execute(statement).first() is not None


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    before=st.lists(ACTS, max_size=6),
    at=st.integers(0, DAYS - 1),
    after=st.lists(MENDING, max_size=8),
)
def test_the_quick_way_finds_what_the_plain_way_finds(file, before, at, after):
    history = History(file)
    history.set_today(FIRST + timedelta(days=DAYS))
    for act in before:
        history.carry_out(act)
    report = freeze(file, FIRST + timedelta(days=at))
    for what in after:
        carry_on(history, what)
    for ahead in (-1, at, DAYS):
        found, plain = both(file, report, FIRST + timedelta(days=ahead))
        assert found == plain, ahead
    while undo(file):
        pass


def test_more_than_a_few_are_found_too(file, monkeypatch):
    monkeypatch.setattr(quick, "FEW", 2)
    ids = add_people(file, 5)
    report = freeze(file)
    correct_unit(file, ids[:3], unit(file, POLICE).id)
    found, plain = both(file, report, file.clock().date())
    assert found == plain
    assert len(found) == 3


def test_a_unit_that_is_no_more_loses_its_people(file):
    ids = add_people(file, 2, unit(file, POLICE).id)
    report = freeze(file)
    correct_unit(file, ids, unit(file).id)
    remove_unit(file, unit(file, POLICE).id)
    assert POLICE not in [each.name for each in list_units(file)]
    found, plain = both(file, report, file.clock().date())
    assert found == plain
    assert [(each.before, each.after) for each in found] == [(0, unit(file).id)] * 2
