"""Whole histories at random: what was told on a day is told of it ever after, unless an act that
reaches back to it has followed; and the numbers of every day are sound."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.figures.figures import figures
from models.figures.frozen import freeze
from models.figures.frozen_reports import frozen_names, frozen_report
from models.figures.grouping import grouped
from models.journal.replay import undo
from models.records.figures import Grouping
from tests.models.figures.history import ACTS, DAYS, FIRST, History


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(acts=st.lists(ACTS, max_size=12))
def test_a_day_is_told_as_it_was_unless_an_act_reached_back_to_it(file, acts):
    history = History(file)
    told, frozen = {}, {}
    for at in range(DAYS):
        today = FIRST + timedelta(days=at)
        history.set_today(today)
        for act in (each for each in acts if each.day == at):
            reaches = history.carry_out(act)
            if reaches is not None:
                told = {day: found for day, found in told.items() if day < reaches}
        told[today] = figures(file)
        report = freeze(file)
        frozen[report.id] = (report.figures, frozen_names(file, report.id))
    for day, found in told.items():
        assert figures(file, day) == found, day
    while undo(file):
        pass
    for report_id, before in frozen.items():
        report = frozen_report(file, report_id)
        assert ((report.figures, frozen_names(file, report_id)), report.whole) == (before, True)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(acts=st.lists(ACTS, max_size=12))
def test_the_numbers_of_every_day_are_sound(file, acts):
    history = History(file)
    history.set_today(FIRST + timedelta(days=DAYS))
    for act in acts:
        history.carry_out(act)
    for at in range(-1, DAYS + 1):
        found = figures(file, FIRST + timedelta(days=at))
        for by in Grouping:
            lines = grouped(found, by).units
            for name in ("total", "registered", "failed", "completed", "exempt", "attempts"):
                assert sum(getattr(each, name) for each in lines) == getattr(found, name), by
        for each in (found, *found.units, *found.staff):
            assert 0 <= each.completed + each.failed <= each.registered <= each.total
    while undo(file):
        pass


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(acts=st.lists(ACTS.filter(lambda each: each.what == "post"), max_size=5))
def test_second_posts_change_no_number(file, acts):
    history = History(file)
    history.set_today(FIRST + timedelta(days=DAYS))
    before = [figures(file, FIRST + timedelta(days=at)) for at in range(DAYS)]
    for act in acts:
        history.carry_out(act)
    assert [figures(file, FIRST + timedelta(days=at)) for at in range(DAYS)] == before
    while undo(file):
        pass
