"""Who counts on a day and why not: every person has one line, and the lines are the figures."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.figures.dated_facts import load_facts, may_differ
from models.figures.denominator import denominator_line, denominator_on
from models.figures.figures import figures
from models.journal.change import changing
from models.records import PersonDraft
from models.records.denominator import Outside
from models.roster.exemptions import set_exempt
from models.roster.leaving import bring_back, set_left
from models.roster.people import add_person
from models.roster.transfers import transfer
from models.store.schema import absences, exemptions, people, posts
from tests.factory import add_people, unit


def june(day):
    return date(2026, 6, day)


def of_day(file, person, day):
    line = next(each for each in denominator_on(file, day) if each.person_id == person)
    return line.outside, line.reason, line.since, line.until


def test_who_has_not_come_yet_does_not_count_until_then(file):
    draft = PersonDraft(name="Lê Thị Mới", unit_id=unit(file).id, came_on=june(5))
    person = add_person(file, draft)
    assert of_day(file, person, june(4)) == (Outside.NOT_YET, "", None, june(4))
    assert of_day(file, person, june(5))[0] is None


def test_the_exempt_stand_with_their_reason_and_days_both_included(file):
    (person,) = add_people(file, 1)
    set_exempt(file, [person], "Nghỉ thai sản", june(3), june(5))
    held = (Outside.EXEMPT, "Nghỉ thai sản", june(3), june(5))
    seen = [of_day(file, person, june(day)) for day in (2, 3, 5, 6)]
    assert seen == [(None, "", None, None), held, held, (None, "", None, None)]


def test_whoever_left_and_came_back_was_away_for_a_time(file):
    (person,) = add_people(file, 1)
    set_left(file, [person], june(2), "Chuyển công tác")
    assert of_day(file, person, june(2)) == (Outside.LEFT, "Chuyển công tác", june(2), None)
    bring_back(file, [person], june(6))
    assert of_day(file, person, june(5))[0] is Outside.AWAY
    assert [of_day(file, person, june(day))[0] for day in (1, 6)] == [None, None]


def test_being_gone_comes_before_being_exempt_as_in_the_figures(file):
    (person,) = add_people(file, 1)
    set_exempt(file, [person], "Nghỉ thai sản", june(1))
    set_left(file, [person], june(4), "Nghỉ hưu")
    assert of_day(file, person, june(5))[:2] == (Outside.LEFT, "Nghỉ hưu")
    assert (figures(file, june(5)).total, figures(file, june(5)).exempt) == (0, 0)


def test_the_unit_is_the_one_of_the_day(file):
    (person,) = add_people(file, 1)
    here, there = unit(file).id, unit(file, "Công an xã").id
    transfer(file, [person], there, june(4))
    units = [denominator_on(file, june(day))[0].unit_id for day in (3, 4)]
    assert units == [here, there]


def test_who_left_without_a_word_has_left_all_the_same(file):
    (person,) = add_people(file, 1)
    set_left(file, [person], june(4))
    (line,) = denominator_on(file, june(4))
    assert (line.counts, line.why_not) == (False, "Đã rời danh sách")


LEAP = date(2028, 2, 27)
DAYS = st.integers(0, 5).map(lambda at: LEAP + timedelta(days=at))
SPANS = st.tuples(DAYS, DAYS).map(sorted)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_the_lines_of_a_day_are_its_figures(file, data):
    ids = add_people(file, 3)
    there = unit(file, "Công an xã").id
    with changing(file, "test", "Thử") as change:
        for person in ids:
            came, left = data.draw(st.none() | DAYS), data.draw(st.none() | DAYS)
            change.update(people, {person: {"came_on": came, "left_on": left}})
            row = {"person_id": person, "reason": "Nghỉ ốm"}
            for since, until in data.draw(st.lists(SPANS, max_size=1)):
                change.insert(absences, [{**row, "since": since, "until": until}])
            for since, until in data.draw(st.lists(SPANS, max_size=2)):
                days = {"contest_id": 1, "since": since, "until": until}
                change.insert(exemptions, [row | days])
            for until in data.draw(st.lists(DAYS, max_size=1)):
                former = {"unit_id": there, "main": True, "until": until}
                change.insert(posts, [{"person_id": person, "position": "", **former}])
    with file.reading() as connection:
        every = load_facts(connection, 1)
        for at in range(-1, 7):
            day = LEAP + timedelta(days=at)
            lines = denominator_on(file, day)
            found = figures(file, day)
            total = Counter(line.unit_id for line in lines if line.counts)
            exempt = sum(line.outside is Outside.EXEMPT for line in lines)
            assert total == Counter({u.unit_id: u.total for u in found.units if u.total}), day
            assert exempt == found.exempt, day
            later = day + timedelta(days=2)
            moved = {
                each.person_id
                for each in every
                if denominator_line(each, day) != denominator_line(each, later)
            }
            near = load_facts(connection, 1, may_differ(day, later, 1))
            assert moved <= {each.person_id for each in near}, day
