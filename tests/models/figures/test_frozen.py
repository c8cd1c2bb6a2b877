"""Frozen figures: with the names behind them, read back to the letter, and never moved again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, update

from models.contests.editing import edit_contest
from models.errors import AppError
from models.figures.digest import figures_digest
from models.figures.figures import figures
from models.figures.frozen import freeze
from models.figures.frozen_reports import frozen_names, frozen_report, last_frozen, list_frozen
from models.figures.names import people_then
from models.journal.change import changing
from models.journal.history import history
from models.journal.replay import redo, undo
from models.records import Mark
from models.records.denominator import Outside
from models.records.frozen import FrozenKind
from models.records.moment import Moment
from models.roster.exemptions import end_exempt, set_exempt
from models.roster.leaving import bring_back, set_left
from models.roster.marks import clear_marks, set_dated_marks, set_marks
from models.roster.transfers import transfer
from models.roster.units import rename_unit
from models.store.schema import contests, frozen_reports
from tests.factory import add_people, unit

D8 = date(2026, 6, 8)


def june(day):
    return date(2026, 6, day)


def kept(file, report):
    """All that a frozen report says, as anybody reads it back."""
    return frozen_report(file, report.id), frozen_names(file, report.id)


def some_office(file):
    ids = add_people(file, 8)
    set_marks(file, ids[:4], Mark.REGISTERED, june(3))
    set_marks(file, ids[:2], Mark.COMPLETED, june(4))
    set_exempt(file, ids[7:], "Nghỉ thai sản", june(1))
    set_left(file, ids[6:7], june(5), "Chuyển công tác")
    return ids


def test_what_was_frozen_is_read_back_with_the_names_behind_it(file):
    ids = some_office(file)
    report = freeze(file, june(6), title="Báo cáo nhanh")
    back, names = kept(file, report)
    assert back == report
    assert back.figures == figures(file, june(6))
    assert (back.whole, back.digest) == (True, figures_digest(figures(file, june(6))))
    assert (back.at, back.who, back.title) == (file.clock(), file.who, "Báo cáo nhanh")
    assert len(names) == len(ids)
    marks = sorted(str(each.mark) for each in names if each.counts)
    assert marks == sorted(["completed"] * 2 + ["registered"] * 2 + ["None"] * 2)
    out = {each.outside: each.reason for each in names if not each.counts}
    assert out == {Outside.EXEMPT: "Nghỉ thai sản", Outside.LEFT: "Chuyển công tác"}


def test_freezing_stands_in_the_history_and_is_not_undone(file):
    some_office(file)
    report = freeze(file)
    newest = history(file)[0]
    assert newest.summary == "Chốt số liệu đến hết ngày 08/06/2026: 4/6 người đã đăng ký"
    before = kept(file, report)
    while undo(file):
        pass
    assert kept(file, report) == before
    while redo(file):
        pass
    assert kept(file, report) == before


def test_a_minute_of_a_day_can_be_frozen(file):
    ids = add_people(file, 2)
    set_dated_marks(file, Mark.REGISTERED, {ids[0]: {Mark.REGISTERED: Moment(D8, 600)}})
    set_dated_marks(file, Mark.REGISTERED, {ids[1]: {Mark.REGISTERED: Moment(D8, 601)}})
    report = freeze(file, Moment(D8, 600))
    assert (report.figures.registered, report.figures.minute) == (1, 600)
    assert frozen_report(file, report.id) == report
    assert report.digest != freeze(file, D8).digest


def test_a_later_report_of_the_same_moment_replaces_the_earlier_one(file):
    ids = some_office(file)
    first = freeze(file, june(6))
    other = freeze(file, june(7))
    set_marks(file, ids[4:5], Mark.REGISTERED, june(5))
    second = freeze(file, june(6))
    found = {each.id: each.replaced_by for each in list_frozen(file)}
    assert found == {first.id: second.id, other.id: None, second.id: None}
    assert frozen_report(file, first.id).figures == first.figures
    assert [each.id for each in list_frozen(file)] == [other.id, second.id, first.id]


def test_what_replaced_a_report_outlives_the_undoing_of_another_deed(file):
    some_office(file)
    first = freeze(file, june(6))
    with changing(file, "document-frozen", "Gắn số liệu chốt") as change:
        change.update(frozen_reports, {first.id: {"title": "Báo cáo số 5"}})
    second = freeze(file, june(6))
    undo(file)
    assert frozen_report(file, first.id).replaced_by == second.id
    assert {each.id: each.replaced_by for each in list_frozen(file)}[first.id] == second.id
    assert frozen_report(file, first.id).whole


def test_reports_of_other_kinds_periods_and_stages_stand_beside_it(file):
    some_office(file)
    made = [
        freeze(file, D8),
        freeze(file, D8, kind=FrozenKind.CLOSING),
        freeze(file, D8, period="2026-06"),
        freeze(file, D8, stage=2),
        freeze(file, Moment(D8, 600)),
    ]
    assert {each.replaced_by for each in list_frozen(file)} == {None}
    assert {each.id for each in list_frozen(file)} == {each.id for each in made}


def test_the_last_report_is_the_newest_that_holds_and_is_not_later(file):
    some_office(file)
    sixth = freeze(file, june(6))
    seventh = freeze(file, june(7))
    freeze(file, D8, stage=2)
    reports = list_frozen(file)
    assert last_frozen(reports, Moment(D8), 1).id == seventh.id
    assert last_frozen(reports, Moment(june(7), 600), 1).id == sixth.id
    assert last_frozen(reports, Moment(june(5)), 1) is None


def test_a_day_to_come_cannot_be_frozen_and_nothing_stays(file):
    before = len(history(file))
    with pytest.raises(AppError, match="09/06/2026 chưa đến"):
        freeze(file, june(9))
    assert (list_frozen(file), len(history(file))) == ((), before)


def test_a_minute_to_come_cannot_be_frozen(file):
    assert freeze(file, Moment(D8, 17 * 60)).figures.minute == 17 * 60
    with pytest.raises(AppError, match="17 giờ 01 ngày 08/06/2026 chưa đến"):
        freeze(file, Moment(D8, 17 * 60 + 1))


def test_the_history_counts_the_one_mark_that_a_contest_has(file):
    some_office(file)
    edit_contest(file, lambda contest: replace(contest, one_mark=True, completed_word="Đã ký số"))
    freeze(file)
    assert history(file)[0].summary == "Chốt số liệu đến hết ngày 08/06/2026: 2/6 người đã ký số"


def test_without_a_contest_there_is_nothing_to_freeze(file):
    with changing(file, "test", "Thử") as change:
        change.update(contests, {1: {"current": False}})
    with pytest.raises(AppError, match="Chưa chọn cuộc thi"):
        freeze(file)


def test_a_report_nobody_knows_is_refused(file):
    with pytest.raises(AppError, match="mang số 7"):
        frozen_report(file, 7)
    with pytest.raises(AppError, match="mang số 7"):
        frozen_names(file, 7)


@pytest.mark.parametrize("what", ["names", "figures", "figures_hash"])
def test_whatever_was_tampered_with_is_seen(file, what):
    some_office(file)
    report = freeze(file)
    with file.reading() as connection:
        text = connection.execute(select(frozen_reports.c[what])).scalar()
    changed = {"names": text.replace("Nguyễn", "Nguyến"), "figures": text.replace("8", "9")}
    with file.writing() as connection:
        new = changed.get(what, "0" * 64)
        connection.execute(update(frozen_reports).values({what: new}))
    assert not frozen_report(file, report.id).whole


def test_undoing_what_a_report_stands_on_is_refused_in_a_sentence(file):
    with changing(file, "contest-new", "Thêm cuộc thi khác") as change:
        row = {"code": "khac", "name": "Khác", "short_name": "Khác", "target": 100}
        change.update(contests, {1: {"current": False}})
        change.insert(contests, [{**row, "current": True}])
    report = freeze(file)
    with pytest.raises(AppError, match="Thêm cuộc thi khác"):
        undo(file)
    assert frozen_report(file, report.id).whole
    # The file goes on.
    add_people(file, 1)
    assert figures(file).total == 1


ACTS = st.tuples(
    st.sampled_from(["mark", "done", "unmark", "exempt", "end", "leave", "back", "move", "name"]),
    st.integers(0, 7),
    st.integers(1, 8),
)


def act(file, ids, places, told):
    """One act of an officer; what is refused changes nothing."""
    what, who, at = told
    person, day = [ids[who]], june(at)
    deeds = {
        "mark": lambda: set_marks(file, person, Mark.REGISTERED, day),
        "done": lambda: set_marks(file, person, Mark.COMPLETED, day),
        "unmark": lambda: clear_marks(file, person, Mark.REGISTERED),
        "exempt": lambda: set_exempt(file, person, "Nghỉ ốm dài ngày", day),
        "end": lambda: end_exempt(file, person, day),
        "leave": lambda: set_left(file, person, day),
        "back": lambda: bring_back(file, person, day),
        "move": lambda: transfer(file, person, places[at % 2], day),
        "name": lambda: rename_unit(file, places[0], f"Đơn vị {at} {who}"),
    }
    try:
        deeds[what]()
    except AppError:
        return


def test_two_hundred_later_acts_and_their_undoing_move_nothing(file):
    ids = some_office(file)
    places = (unit(file).id, unit(file, "Công an xã").id)
    report = freeze(file, june(6))
    before = kept(file, report)
    names = ["mark", "done", "exempt", "move", "leave", "unmark", "end", "back", "name"]
    for at in range(200):
        act(file, ids, places, (names[at % 9], at * 5 % 8, at % 8 + 1))
    assert figures(file, june(6)) != report.figures
    assert kept(file, report) == before
    while undo(file):
        pass
    assert kept(file, report) == before


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(early=st.lists(ACTS, max_size=8), late=st.lists(ACTS, max_size=8), day=st.integers(1, 8))
def test_frozen_figures_are_those_of_their_time_whatever_follows(file, early, late, day):
    ids = add_people(file, 8)
    places = (unit(file).id, unit(file, "Công an xã").id)
    # The unit is renamed by the acts; it keeps its id.
    for each in early:
        act(file, ids, places, each)
    told = figures(file, june(day))
    names = people_then(file, june(day))
    report = freeze(file, june(day))
    for each in late:
        act(file, ids, places, each)
    assert kept(file, report)[0].figures == told
    assert kept(file, report)[1] == names
    while undo(file):
        pass
    assert (kept(file, report)[0].figures, kept(file, report)[1]) == (told, names)
    assert kept(file, report)[0].whole


DAYS = st.integers(-1, 9).map(lambda at: june(1) + timedelta(days=at))


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(acts=st.lists(ACTS, max_size=10), day=DAYS)
def test_the_names_behind_add_up_to_the_figures(file, acts, day):
    ids = add_people(file, 8)
    places = (unit(file).id, unit(file, "Công an xã").id)
    for each in acts:
        act(file, ids, places, each)
    found = figures(file, day)
    names = [each for each in people_then(file, day) if each.counts]
    assert found.total == len(names)
    assert found.registered == sum(each.mark is not None for each in names)
    assert found.completed == sum(each.mark is Mark.COMPLETED for each in names)
    for line in found.units:
        assert line.total == sum(each.unit_code == line.code for each in names)
    while undo(file):
        pass
