"""A sure match is taken back: before it is written, after it, and for all files to come."""

from __future__ import annotations

from pathlib import Path
from random import Random

from models.journal.history import fingerprint
from models.journal.replay import undo
from models.reconcile.apply import apply_reconciliation
from models.reconcile.plan import plan_reconciliation, plan_with_decisions
from models.reconcile.records import (
    AccountDecision,
    Box,
    Entry,
    ReconcileDecisions,
    ReconcileOptions,
    ReconcilePlan,
    Who,
)
from models.reconcile.sitting import ExportSitting
from models.reconcile.slips import list_slips
from models.records import PeopleQuery
from models.roster.people import list_people
from models.store.data_file import DataFile
from tests.models.reconcile.exports import CULTURE, ECONOMY, entry_of, export, person, plan, write
from tests.models.reconcile.golden import make_golden

AN, PHONE = "Nguyễn Văn An", "0982103591"
ROW = (PHONE, AN, CULTURE, "90", "02/06/2026")
NOT_HIM = AccountDecision(Who.NOT_THIS)


def taken_back(made: ReconcilePlan, *names: str) -> ReconcileDecisions:
    return ReconcileDecisions({entry_of(made, name).ordinal: NOT_HIM for name in names})


def adds_up(made: ReconcilePlan) -> bool:
    people = {entry.person.id for entry in made.entries if entry.person}
    counted = {each.id for each in made.people if each.counts}
    alone = [entry for entry in made.entries if entry.person is None]
    whole = len(alone) + len(people) == len(made.entries) == sum(made.counts.values())
    return whole and counted <= people


def account_entry(made: ReconcilePlan) -> Entry:
    (entry,) = [each for each in made.entries if each.account]
    return entry


def test_it_goes_to_those_to_be_seen_with_who_else_it_may_be(file: DataFile) -> None:
    own = person(file, AN, PHONE)
    namesake, bare = person(file, AN, where=ECONOMY), person(file, "Nguyễn Văn Ân", where=ECONOMY)
    made = plan(file, export(ROW))
    assert made.counts[Box.MATCHED] == 1
    entry = next(each for each in made.entries if each.account)
    final = plan_with_decisions(made, ReconcileDecisions({entry.ordinal: NOT_HIM}))
    open_ = account_entry(final)
    assert open_.box is Box.UNCERTAIN
    assert [each.person_id for each in open_.candidates] == [namesake, bare]
    assert "không phải của Nguyễn Văn An" in open_.reasons[0]
    silent = next(each for each in final.entries if each.person and each.person.id == own)
    assert silent.box is Box.NOT_REGISTERED
    assert adds_up(final)


def test_without_anybody_else_it_is_still_to_be_seen(file: DataFile) -> None:
    person(file, AN, PHONE)
    made = plan(file, export(ROW))
    final = plan_with_decisions(made, taken_back(made, AN))
    assert (account_entry(final).box, account_entry(final).candidates) == (Box.UNCERTAIN, ())
    assert adds_up(final)


def test_nothing_is_marked_and_the_next_files_remember_it(file: DataFile) -> None:
    person(file, AN, PHONE)
    made = plan(file, export(ROW))
    apply_reconciliation(file, made, taken_back(made, AN))
    (kept,) = list_people(file, PeopleQuery())
    assert kept.registered_on is None
    for row in (ROW, (PHONE, "NGUYỄN VĂN AN", "", "90", ""), (*ROW[:2], ECONOMY, *ROW[3:])):
        later = plan(file, export(row))
        assert later.counts[Box.MATCHED] == later.counts[Box.WRONG_UNIT] == 0
        assert later.counts[Box.REGRESSED] == 0


def test_what_was_written_is_taken_back_with_a_later_file(file: DataFile) -> None:
    own = person(file, AN, PHONE)
    other = person(file, AN, where=ECONOMY)
    write(file, export((*ROW[:2], ECONOMY, *ROW[3:])))
    assert [each.unit for each in list_slips(file)] == [CULTURE]
    later = plan(file, export((*ROW[:3], "95", "03/06/2026")))
    found = next(each for each in later.entries if each.account)
    assert (found.box, found.person and found.person.id) == (Box.MATCHED, own)

    before = fingerprint(file)
    decisions = ReconcileDecisions({found.ordinal: NOT_HIM})
    final = plan_with_decisions(later, decisions)
    assert final.counts[Box.REGRESSED] == 0
    assert not final.unit_drops
    apply_reconciliation(file, later, decisions)
    people = {each.id: each for each in list_people(file, PeopleQuery())}
    assert people[own].registered_on is not None
    assert (people[own].score, people[own].platform_unit) == (None, "")
    assert people[other].registered_on is None
    assert list_slips(file) == ()
    (closed,) = list_slips(file, closed=True)
    assert PHONE in closed.slips[0].closed_by
    next_time = plan(file, export(ROW))
    assert next_time.counts[Box.REGRESSED] == 0
    assert account_entry(next_time).person is None or account_entry(next_time).person.id != own  # type: ignore[union-attr]

    undo(file)
    assert fingerprint(file) == before


def test_somebody_else_can_be_said_at_once(file: DataFile) -> None:
    own = person(file, AN, PHONE)
    other = person(file, AN, where=ECONOMY)
    made = plan(file, export(ROW))
    entry = next(each for each in made.entries if each.account)
    said = ReconcileDecisions({entry.ordinal: AccountDecision(Who.SAME, other)})
    final = plan_with_decisions(made, said)
    assert account_entry(final).person.id == other  # type: ignore[union-attr]
    assert adds_up(final)
    apply_reconciliation(file, made, said)
    people = {each.id: each for each in list_people(file, PeopleQuery())}
    assert (people[own].registered_on is None, people[other].registered_on is None) == (True, False)
    again = account_entry(plan(file, export(ROW)))
    assert again.person is not None
    assert again.person.id == other


def test_of_two_accounts_of_one_person_one_is_taken_back(file: DataFile) -> None:
    own = person(file, AN, PHONE)
    head = ("Tên đăng nhập", "Họ tên", "Điện thoại", "Ngày thi")
    rows = (("an1", AN, PHONE, "02/06/2026"), ("an2", AN, PHONE, "03/06/2026"))
    made = plan(file, export(*rows, head=head))
    (line,) = made.in_box(Box.MATCHED)
    assert line.account is not None
    assert line.account.login == "an1, an2"
    final = plan_with_decisions(made, ReconcileDecisions({1: NOT_HIM}))
    (kept,) = final.in_box(Box.MATCHED)
    assert kept.account is not None
    assert kept.account.login == "an1"
    (asked,) = final.in_box(Box.UNCERTAIN)
    assert [each.person_id for each in asked.candidates] == [own]
    assert adds_up(final)
    apply_reconciliation(file, made, ReconcileDecisions({1: NOT_HIM}))
    later = plan(file, export(*rows, head=head))
    assert [e.account.login for e in later.in_box(Box.MATCHED) if e.account] == ["an1"]


def test_any_lines_of_a_large_file_taken_back_add_up_and_stay_so(
    file: DataFile, tmp_path: Path
) -> None:
    path = make_golden(file, 532, 1500).write(tmp_path / "nen-tang.xlsx")
    made = plan_reconciliation(file, [ExportSitting(file).take(path)], ReconcileOptions())
    found = [at for at, match in enumerate(made.matches) if match.person_id is not None]
    chosen = Random(4).sample(found, 60)
    decisions = ReconcileDecisions(dict.fromkeys(chosen, NOT_HIM))
    final = plan_with_decisions(made, decisions)
    assert adds_up(final)
    asked = {entry.ordinal for entry in final.in_box(Box.UNCERTAIN)}
    assert asked.issuperset(chosen)
    apply_reconciliation(file, made, decisions)
    again = plan_reconciliation(file, [ExportSitting(file).take(path)], ReconcileOptions())
    assert adds_up(again)
    for at in chosen:
        assert again.matches[at].person_id != made.matches[at].person_id
