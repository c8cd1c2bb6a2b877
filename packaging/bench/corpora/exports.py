"""Exports of the platform beside a roster: which account was taken for each person."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from random import Random

from platform_export import Someone, somebodies, write_export

from corpora.making import COMMUNE
from corpora.outcomes import Case, Corpus, Outcome, corpus, found
from models.journal.change import changing
from models.office.setup import init_file
from models.reconcile.plan import plan_reconciliation
from models.reconcile.records import Entry, ReconcileOptions, ReconcilePlan
from models.reconcile.sitting import ExportSitting
from models.records import PersonDraft
from models.roster.people import columns_of, new_uids
from models.roster.unit_tree import list_units
from models.store.schema import people
from models.store.store import Store
from tests.models.reconcile.golden import AMBIGUOUS, Kind, make_golden


@dataclass(frozen=True)
class Export:
    """What a made-up export came to."""

    rows: int
    accounts: int
    corpus: Corpus


def export(folder: Path, count: int, seed: int) -> Export:
    """`count` people of a made-up export in the shape of a real one."""
    random = Random(seed)
    everybody = somebodies(random)
    path = folder / "nen-tang.xlsx"
    owners = write_export(everybody, random, path)
    with init_file(folder / "export.tiendo", COMMUNE, "ai-2026") as file:
        roster = _add(file, random.sample(everybody, count))
        source = ExportSitting(file).take(path)
        plan = plan_reconciliation(file, [source], ReconcileOptions())
    cases = _judged(plan, owners, roster)
    return Export(plan.rows, len(plan.accounts), corpus("a platform's export", "people", cases))


def _add(file: Store, chosen: list[Someone]) -> dict[int, Someone]:
    """Put people into the roster; returns them by the id that they get."""
    units = [unit.id for unit in list_units(file)]
    with changing(file, "made-up", "Số liệu mẫu") as change:
        drafts = [
            PersonDraft(each.name, units[at % len(units)], phone=each.phone)
            for at, each in enumerate(chosen)
        ]
        uids = new_uids(len(drafts))
        rows = [{"uid": u, **columns_of(d)} for u, d in zip(uids, drafts, strict=True)]
        ids = change.insert(people, rows)
    return dict(zip(ids, chosen, strict=True))


def _judged(
    plan: ReconcilePlan, owners: dict[int, Someone], roster: dict[int, Someone]
) -> list[Case]:
    """Whose rows each sure match holds; two of one name and one phone are one person."""
    taken: dict[int, Outcome] = {}
    asked: set[int] = set()
    for entry in plan.entries:
        asked.update(each.person_id for each in entry.candidates)
        if entry.account is not None and entry.person is not None:
            own = roster[entry.person.id]
            held = {
                (owners[place.row].name, owners[place.row].phone) for place in entry.account.rows
            }
            same = held == {(own.name, own.phone)}
            taken[entry.person.id] = Outcome.RIGHT if same else Outcome.WRONG
    return [
        Case(
            f"{who.name}, {who.phone} ({who.login})",
            taken.get(each, Outcome.ASKED if each in asked else Outcome.MISSED),
        )
        for each, who in roster.items()
    ]


def golden(folder: Path, count: int, attempts: int) -> Corpus:
    """The export of the tests: each login by its kind, its doubts are to be asked about."""
    with init_file(folder / "golden.tiendo", COMMUNE, "ai-2026") as file:
        made = make_golden(file, count, attempts)
        source = ExportSitting(file).take(made.write(folder / "golden.xlsx"))
        plan = plan_reconciliation(file, [source], ReconcileOptions())
    entries = {
        login: entry
        for entry in plan.entries
        if entry.account
        for login in entry.account.login.split(", ")
    }
    cases = [
        Case(f"{login} [{truth.kind}]", _login(entries.get(login), truth.person), _best(truth.kind))
        for login, truth in made.truth.items()
    ]
    return corpus("an export of all doubts", "people", cases)


def _login(entry: Entry | None, truth: int | None) -> Outcome:
    if entry is None:
        return Outcome.MISSED
    sure = None if entry.person is None else entry.person.id
    return found(sure, (each.person_id for each in entry.candidates), truth)


def _best(kind: Kind) -> Outcome:
    if kind is Kind.STRANGER:
        return Outcome.APART
    if kind is Kind.BORROWED_PHONE:
        return Outcome.VAIN
    return Outcome.ASKED if kind in AMBIGUOUS else Outcome.RIGHT
