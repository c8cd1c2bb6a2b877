"""A status that says yes and no at once is looked at; it marks nobody and loses nobody."""

from __future__ import annotations

from datetime import date

import pytest

from models.reconcile.plan import plan_with_decisions
from models.reconcile.records import (
    AccountDecision,
    Box,
    ReconcileDecisions,
    ReconcilePlan,
    Who,
)
from models.reconcile.settled import decisions_still_right
from models.records import Mark
from models.roster.person_rows import people_by_ids
from models.store.data_file import DataFile
from tests.models.reconcile.exports import entry_of, export, person, plan, write

AN, BINH = "Nguyễn Văn An", "Trần Thị Bình"
HEAD = ("Tên đăng nhập", "Họ tên", "Đơn vị", "Trạng thái")


def of_status(status: str, *more: str) -> str:
    rows = [("0982103591", AN, "", each) for each in (status, *more)]
    return export(*rows, ("0982103592", BINH, "", "Hoàn thành"), head=HEAD)


@pytest.mark.parametrize(
    "status",
    [
        "Hoàn thành (không đạt)",
        "Đã đăng ký nhưng bị từ chối",
        "Đăng ký thành công, chưa được duyệt",
        "Đã hoàn thành nhưng thi lại",
        "Đã đăng ký, đã hủy",
        "Hoàn thành?",
        "Hoàn thành 1 phần",
    ],
)
def test_it_stands_in_the_box_of_the_uncertain_and_marks_nobody(
    file: DataFile, status: str
) -> None:
    for name, phone in ((AN, "0982103591"), (BINH, "0982103592")):
        person(file, name, phone)
    made = plan(file, of_status(status))
    entry = entry_of(made, AN)
    assert (entry.box, entry.person is not None) == (Box.UNCERTAIN, True)
    assert status in entry.reasons[0]
    assert (made.counts[Box.UNCERTAIN], made.counts[Box.MATCHED]) == (1, 1)
    assert sum(made.counts.values()) == 2
    assert (made.registered, made.completed) == (1, 1)
    done = write(file, of_status(status))
    assert (done.newly_registered, done.newly_completed) == (1, 1)


def test_another_attempt_that_is_plain_answers_it(file: DataFile) -> None:
    person(file, AN, "0982103591")
    entry = entry_of(plan(file, of_status("Hoàn thành (không đạt)", "Hoàn thành")), AN)
    assert entry.box is Box.MATCHED
    assert entry.account is not None
    assert entry.account.completed


def test_who_was_seen_before_is_not_lost_by_it(file: DataFile) -> None:
    person(file, AN, "0982103591")
    write(file, of_status("Hoàn thành"))
    assert entry_of(plan(file, of_status("Hoàn thành (không đạt)")), AN).box is Box.UNCERTAIN


def test_words_that_nobody_understands_leave_the_registration_open(file: DataFile) -> None:
    person(file, AN, "0982103591")
    head = ("Họ tên", "Điện thoại", "Đã đăng ký")
    text = export((AN, "0982103591", "theo dõi sau"), (BINH, "0982103592", "x"), head=head)
    made = plan(file, text)
    assert entry_of(made, AN).box is Box.UNCERTAIN
    settled = plan_with_decisions(made, decided(made, AN, accepts=True))
    assert (made.registered, settled.registered, settled.completed) == (0, 1, 0)


@pytest.mark.parametrize(
    ("titles", "cells"),
    [
        (("Tiến độ (%)", "Tình trạng"), ("100%", "Chưa thi")),
        (("Tiến độ", "Kết quả"), ("40", "Đạt")),
        (("Đã đăng ký", "Ngày đăng ký"), ("Chưa", "05/06/2026")),
        (("Trạng thái", "Ngày thi"), ("Vắng thi", "05/06/2026")),
        (("Trạng thái", "Ngày thi"), ("Bỏ thi", "05/06/2026")),
    ],
)
def test_columns_of_one_row_that_contradict_are_looked_at_with_both_values(
    file: DataFile, titles: tuple[str, ...], cells: tuple[str, ...]
) -> None:
    for name, phone in ((AN, "0982103591"), (BINH, "0982103592")):
        person(file, name, phone)
    rows = [("0982103591", AN, "", *cells), ("0982103592", BINH, "", "100", "")]
    made = plan(file, export(*rows, head=(*HEAD[:3], *titles)))
    entry = entry_of(made, AN)
    assert entry.box is Box.UNCERTAIN
    assert all(cell in entry.reasons[0] for cell in cells)


def decided(made: ReconcilePlan, name: str, *, accepts: bool) -> ReconcileDecisions:
    """The officer's word on what the status of somebody leaves open."""
    entry = entry_of(made, name)
    assert entry.person is not None
    decision = AccountDecision(Who.AS_FOUND, entry.person.id, accepts=accepts)
    return ReconcileDecisions({entry.ordinal: decision})


@pytest.mark.parametrize(
    ("status", "marks"),
    [
        ("Hoàn thành (không đạt)", (Mark.COMPLETED,)),
        ("Đã đăng ký nhưng bị từ chối", (Mark.REGISTERED,)),
        ("Hoàn thành?", (Mark.COMPLETED,)),
    ],
)
def test_what_the_status_leaves_open_is_marked_when_the_officer_says_so(
    file: DataFile, status: str, marks: tuple[Mark, ...]
) -> None:
    own = person(file, AN, "0982103591")
    text = of_status(status)
    made = plan(file, text)
    account = entry_of(made, AN).account
    assert account is not None
    assert account.open_marks == marks
    says_yes = decided(made, AN, accepts=True)
    entry = entry_of(plan_with_decisions(made, says_yes), AN)
    assert entry.box is Box.MATCHED
    done = write(file, text, says_yes)
    completes = Mark.COMPLETED in marks
    assert (done.newly_registered, done.newly_completed) == (1, completes)
    (row,) = people_by_ids(file, [own])
    assert (row.registered_on is not None, row.completed_on is not None) == (True, completes)


def test_what_is_not_accepted_marks_nobody_and_is_remembered_of_nobody(file: DataFile) -> None:
    own = person(file, AN, "0982103591")
    text = of_status("Hoàn thành?")
    done = write(file, text, decided(plan(file, text), AN, accepts=False))
    assert (done.newly_registered, done.newly_completed) == (0, 0)
    again = entry_of(plan(file, text), AN)
    assert again.box is Box.UNCERTAIN
    assert again.person is not None
    assert again.person.id == own


def test_the_day_beside_a_status_that_is_accepted_is_the_day_of_the_mark(file: DataFile) -> None:
    own = person(file, AN, "0982103591")
    head = (*HEAD, "Ngày thi")
    rows = (("a1", AN, "", "Vắng thi", "05/06/2026"), ("b1", BINH, "", "Hoàn thành", "06/06/2026"))
    text = export(*(("0982103591", *rows[0][1:]), ("0982103592", *rows[1][1:])), head=head)
    write(file, text, decided(plan(file, text), AN, accepts=True))
    (row,) = people_by_ids(file, [own])
    assert row.completed_on == date(2026, 6, 5)


def test_a_person_and_a_status_in_question_are_decided_together(file: DataFile) -> None:
    own = person(file, AN, "0982103591")
    text = export(("an01", AN, "", "Hoàn thành?"), ("b", BINH, "", "Hoàn thành"), head=HEAD)
    made = plan(file, text)
    (entry,) = (each for each in made.entries if each.account and each.account.name == AN)
    assert [each.person_id for each in entry.candidates] == [own]
    for accepts in (False, True):
        decision = AccountDecision(Who.SAME, own, accepts=accepts)
        settled = plan_with_decisions(made, ReconcileDecisions({entry.ordinal: decision}))
        assert settled.counts[Box.MATCHED] == accepts
        assert settled.completed == accepts


def test_another_status_is_asked_about_anew(file: DataFile) -> None:
    person(file, AN, "0982103591")
    old, same = (plan(file, of_status("Hoàn thành?")) for _ in range(2))
    other = plan(file, of_status("Đã đăng ký, đã hủy"))
    made = decided(old, AN, accepts=True)
    assert decisions_still_right(old, made, same) == made
    assert not decisions_still_right(old, made, other).accounts
