"""Stored definitions: kept by name, due when a period has ended and was not run."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from models.contests.mark_names import MarkNames
from models.errors import AppError
from models.figures.figures import figures
from models.figures.frozen import freeze
from models.journal.history import fingerprint, history
from models.journal.replay import redo, undo
from models.papers.definitions import (
    definition_named,
    definition_words,
    definitions_of,
    forget_definitions,
    note_run,
    period_due,
    period_to_run,
    periods_to_run,
    store_definition,
)
from models.papers.period_change import change_in_period, day_of_period, period_notes
from models.papers.periods import parse_period
from models.records import Mark
from models.records.recurring import ReportDefinition
from models.roster.marks import set_marks
from tests.factory import add_people

MONTHLY = ReportDefinition(0, "Báo cáo tháng", "month", kinds=("unit-summary",))
FREE = replace(MONTHLY, name="Đợt 1", span="free", since=date(2026, 5, 28), until=date(2026, 6, 6))


def kept(store, definition=MONTHLY) -> ReportDefinition:
    store_definition(store, definition)
    return definition_named(store, definition.name)


def test_kept_by_name_and_taken_away(file):
    found = kept(file)
    assert definitions_of(file) == (found,)
    assert definition_named(file, " báo cáo THÁNG ") == found
    with pytest.raises(AppError, match="Đã có báo cáo định kỳ tên"):
        store_definition(file, replace(MONTHLY, name="Báo cáo  tháng"))
    store_definition(file, replace(found, span="quarter", formats=("pdf", "xlsx")))
    assert definition_named(file, "Báo cáo tháng").formats == ("pdf", "xlsx")
    before = fingerprint(file)
    assert forget_definitions(file, [found.id]) == 1
    with pytest.raises(AppError, match="Không có báo cáo định kỳ"):
        definition_named(file, "Báo cáo tháng")
    undo(file)
    assert fingerprint(file) == before


@pytest.mark.parametrize(
    ("definition", "words"),
    [
        (replace(MONTHLY, name=" "), "chưa có tên"),
        (replace(MONTHLY, kinds=()), "chưa chọn văn bản"),
        (replace(MONTHLY, formats=()), "chưa chọn văn bản"),
        (replace(FREE, until=None), "chưa có ngày bắt đầu và kết thúc"),
        (replace(FREE, until=date(2026, 5, 1)), "trước khi bắt đầu"),
    ],
)
def test_what_cannot_be_run_is_not_kept(file, definition, words):
    with pytest.raises(AppError, match=words):
        store_definition(file, definition)
    assert definitions_of(file) == ()


@pytest.mark.parametrize(
    ("today", "ran", "due"),
    [
        ("2026-06-14", "", "2026-05"),
        ("2026-06-15", "", "2026-06"),
        ("2026-06-15", "2026-05", "2026-06"),
        ("2026-06-15", "2026-06", None),
        ("2026-07-14", "2026-06", None),
        ("2026-07-15", "2026-06", "2026-07"),
        ("2026-06-15", "2026-12", None),
    ],
)
def test_due_once_for_each_period_that_has_ended(today, ran, due):
    found = period_due(replace(MONTHLY, last_period=ran), date.fromisoformat(today))
    assert (found and found.code) == due


@pytest.mark.parametrize(
    ("today", "ran", "is_due"),
    [("2026-06-06", "", False), ("2026-06-07", "", True),
     ("2026-06-07", "2026-05-28..2026-06-06", False)],
)  # fmt: skip
def test_free_days_are_due_once(today, ran, is_due):
    found = period_due(replace(FREE, last_period=ran), date.fromisoformat(today))
    assert (found is not None) == is_due


def test_a_run_is_noted_and_undone(file):
    found, today = kept(file), file.clock().date()
    wanted = period_to_run(found, today)
    assert wanted.code == "2026-05"
    note_run(file, found, wanted)
    assert history(file)[0].summary == (
        "Lập báo cáo định kỳ “Báo cáo tháng” cho kỳ tháng 5 năm 2026"
    )
    ran = definition_named(file, found.name)
    assert (ran.last_period, ran.last_run_on) == ("2026-05", today)
    assert period_due(ran, today) is None
    undo(file)
    assert period_due(definition_named(file, found.name), today) == wanted
    redo(file)
    assert definition_named(file, found.name) == ran


def test_in_words():
    assert definition_words(MONTHLY) == "Tháng, theo NĐ 09/2019"
    assert definition_words(replace(MONTHLY, cut="calendar")) == "Tháng, theo tháng dương lịch"
    assert definition_words(FREE) == "Từ 28/5/2026 đến 06/6/2026"


def test_the_figures_of_a_period_beside_the_one_before(file):
    ids = add_people(file, 6)
    set_marks(file, ids[:2], Mark.REGISTERED, date(2026, 5, 10))
    set_marks(file, ids[2:5], Mark.REGISTERED, date(2026, 5, 15))
    set_marks(file, ids[:1], Mark.COMPLETED, date(2026, 6, 8))
    today, june = date(2026, 6, 8), parse_period("2026-06")
    found = figures(file, day_of_period(june, today))
    change = change_in_period(file, june, found)
    whole = change.comparison.whole
    assert (change.before.code, whole.registered, whole.completed) == ("2026-05", 3, 1)
    lasting, told = period_notes(june, change, today)
    assert "chưa kết thúc (đến hết ngày 14/6/2026)" in lasting
    assert told == (
        "So với ngày 14/5/2026 theo dữ liệu hiện nay (kỳ trước, tháng 5 năm 2026): đăng ký tăng 3 "
        "người, hoàn thành tăng 1 người, tổng số không đổi."
    )
    assert len(period_notes(june, change, date(2026, 6, 15))) == 1
    signed = MarkNames("", "đã kích hoạt chữ ký số", one=True)
    (told,) = period_notes(june, change, date(2026, 6, 15), signed)
    assert told.endswith(": kích hoạt chữ ký số tăng 1 người, tổng số không đổi.")


def test_what_was_frozen_for_the_period_before_is_compared_with(file):
    ids = add_people(file, 3)
    set_marks(file, ids[:1], Mark.REGISTERED, date(2026, 5, 10))
    frozen = freeze(file, date(2026, 5, 14), period="2026-05")
    set_marks(file, ids[1:], Mark.REGISTERED, date(2026, 5, 12))
    june, today = parse_period("2026-06"), date(2026, 6, 8)
    change = change_in_period(file, june, figures(file, today))
    assert change.comparison.basis.frozen == frozen.id
    assert change.comparison.whole.registered == 2
    assert period_notes(june, change, date(2026, 6, 15))[0].startswith(
        "So với báo cáo số liệu chốt 14/5/2026 (kỳ trước, tháng 5 năm 2026): đăng ký tăng 2 người"
    )


def test_a_period_that_has_not_begun_has_no_figures():
    with pytest.raises(AppError, match="chưa bắt đầu"):
        day_of_period(parse_period("2026-07"), date(2026, 6, 14))


def test_the_last_six_periods_can_be_run():
    found = periods_to_run(MONTHLY, date(2026, 2, 20))
    assert [each.code for each in found] == [
        "2026-02", "2026-01", "2025-12", "2025-11", "2025-10", "2025-09",
    ]  # fmt: skip
    assert [each.code for each in periods_to_run(FREE, date(2026, 6, 8))] == [
        period_to_run(FREE, date(2026, 6, 8)).code
    ]


def test_an_older_period_made_again_leaves_the_newest_one_run(file):
    today = date(2026, 6, 8)
    found = kept(file)
    newest, older, *_ = periods_to_run(found, today)
    note_run(file, found, newest)
    note_run(file, definition_named(file, found.name), older)
    ran = definition_named(file, found.name)
    assert (ran.last_period, period_due(ran, today)) == (newest.code, None)
