"""The golden set: automatic matches are right without exception, doubts are always asked."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

import pytest

from models.reconcile.apply import apply_reconciliation
from models.reconcile.plan import plan_reconciliation
from models.reconcile.records import (
    Box,
    Entry,
    ReconcileDecisions,
    ReconcileOptions,
    ReconcilePlan,
)
from models.reconcile.sitting import ExportSitting
from models.store.data_file import DataFile
from tests.models.reconcile.golden import AMBIGUOUS, Golden, Kind, make_golden


def _plan(file: DataFile, golden: Golden, path: Path) -> ReconcilePlan:
    source = ExportSitting(file).take(golden.write(path))
    return plan_reconciliation(file, [source], ReconcileOptions())


def _by_login(plan: ReconcilePlan) -> dict[str, Entry]:
    found = {}
    for entry in plan.entries:
        for login in entry.account.login.split(", ") if entry.account else ():
            found[login] = entry
    return found


def _check(plan: ReconcilePlan, golden: Golden) -> None:
    entries = _by_login(plan)
    assert set(entries) == set(golden.truth)
    wrong: list[object] = []
    for login, truth in golden.truth.items():
        entry = entries[login]
        matched = None if entry.person is None else entry.person.id
        if matched is not None and matched != truth.person:
            wrong.append(("matched to another", login, truth, entry))
        if truth.kind in AMBIGUOUS and entry.box is not Box.UNCERTAIN:
            wrong.append(("not asked about", login, truth, entry))
        if truth.kind is Kind.NAME_AND_UNIT and matched is None and entry.box is not Box.UNCERTAIN:
            wrong.append(("lost", login, truth, entry))
        if truth.kind is Kind.RIGHT and entry.box is not Box.MATCHED:
            wrong.append(("not matched", login, truth, entry))
        if truth.kind is Kind.WRONG_UNIT and entry.box is not Box.WRONG_UNIT:
            wrong.append(("not wrong", login, truth, entry))
        if truth.kind is Kind.STRANGER and entry.box not in {Box.NOT_ON_ROSTER, Box.UNCERTAIN}:
            wrong.append(("no stranger", login, truth, entry))
    assert not wrong, (len(wrong), wrong[:5])


def _check_union(plan: ReconcilePlan) -> None:
    people = {each.id for each in plan.people if each.counts}
    matched = [each.person.id for each in plan.entries if each.person and each.account]
    alone = [each.person.id for each in plan.entries if each.person and not each.account]
    held = Counter(matched + alone)
    assert set(held) >= people
    assert set(held.values()) == {1}
    assert plan.account_count == sum(each.account is not None for each in plan.entries)
    union = plan.account_count + len(people - set(matched))
    assert sum(plan.counts.values()) == len(plan.entries) == union


def test_532_people_and_1500_attempts(file: DataFile, tmp_path: Path) -> None:
    golden = make_golden(file, 532, 1500)
    plan = _plan(file, golden, tmp_path / "nen-tang.xlsx")
    assert plan.rows == 1500
    _check(plan, golden)
    _check_union(plan)
    for login, truth in golden.truth.items():
        account = _by_login(plan)[login].account
        assert account is not None
        assert (account.score, account.attempts) == (truth.best, truth.attempts)


def test_few_of_the_clear_ones_are_asked_about(file: DataFile, tmp_path: Path) -> None:
    golden = make_golden(file, 532, 1500, seed=7)
    plan = _plan(file, golden, tmp_path / "nen-tang.xlsx")
    _check(plan, golden)
    doubtful = sum(truth.kind in AMBIGUOUS for truth in golden.truth.values())
    unsure = sum(truth.kind is Kind.NAME_AND_UNIT for truth in golden.truth.values())
    assert doubtful <= plan.counts[Box.UNCERTAIN] <= doubtful + unsure + 10


@pytest.mark.slow
def test_60000_people(file: DataFile, tmp_path: Path) -> None:
    golden = make_golden(file, 60_000, 120_000)
    source = ExportSitting(file).take(golden.write(tmp_path / "nen-tang.xlsx"))
    start = time.perf_counter()
    plan = plan_reconciliation(file, [source], ReconcileOptions())
    result = apply_reconciliation(file, plan, ReconcileDecisions())
    assert time.perf_counter() - start < 180
    _check(plan, golden)
    _check_union(plan)
    assert result.newly_registered == plan.registered
    assert len(plan.unit_names) > 2_000
