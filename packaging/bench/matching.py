"""How well a platform's export is matched with a roster: recall and precision of what is sure.

`python packaging/bench/matching.py [--people 3000] [--seed 1]`

The roster holds some of the people of a made-up export (`platform_export.py`). Exits 1 when
somebody of them is not found, or somebody is taken for another.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from random import Random

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE)]

from platform_export import Someone, somebodies, write_export

from models.journal.change import changing
from models.office.setup import init_file
from models.reconcile.plan import plan_reconciliation
from models.reconcile.reading import read_platform_file
from models.reconcile.records import ReconcileOptions, ReconcilePlan
from models.records import PersonDraft
from models.roster.people import columns_of, new_uids
from models.roster.units import list_units
from models.store.data_file import DataFile
from models.store.schema import people


@dataclass(frozen=True)
class Measure:
    """What a matching came to; `found` and `wrong` count people of the roster."""

    rows: int
    accounts: int
    people: int
    found: int
    asked: int
    wrong: int
    seconds: float

    @property
    def recall(self) -> float:
        """The share of the people who were surely found."""
        return self.found / self.people

    @property
    def precision(self) -> float:
        """The share of the sure matches that are right."""
        return self.found / max(self.found + self.wrong, 1)


def measure(folder: Path, count: int, seed: int) -> Measure:
    """Make a roster and an export in `folder` and match them."""
    random = Random(seed)
    everybody = somebodies(random)
    path = folder / "nen-tang.xlsx"
    owners = write_export(everybody, random, path)
    with init_file(folder / "a.tiendo", "Xã Kẻ Sặt", "ai-2026") as file:
        roster = _add(file, random.sample(everybody, count))
        start = time.perf_counter()
        source = read_platform_file(file, path)
        plan = plan_reconciliation(file, [source], ReconcileOptions())
        return _judged(plan, owners, roster, time.perf_counter() - start)


def _add(file: DataFile, chosen: list[Someone]) -> dict[int, Someone]:
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
    plan: ReconcilePlan, owners: dict[int, Someone], roster: dict[int, Someone], seconds: float
) -> Measure:
    """Whose rows each sure match holds; two of one name and one phone are one person."""
    right = wrong = 0
    asked: set[int] = set()
    for entry in plan.entries:
        asked.update(each.person_id for each in entry.candidates)
        if entry.account is None or entry.person is None:
            continue
        own = roster[entry.person.id]
        held = {(owners[place.row].name, owners[place.row].phone) for place in entry.account.rows}
        same = held == {(own.name, own.phone)}
        right, wrong = right + same, wrong + (not same)
    return Measure(plan.rows, len(plan.accounts), len(roster), right, len(asked), wrong, seconds)


def main() -> int:
    """Print the measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=3_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        made = measure(Path(folder), arguments.people, arguments.seed)
    print(
        f"{made.rows} rows, {made.accounts} accounts, {made.people} people: {made.found} found, "
        f"{made.asked} asked about, {made.wrong} false; recall {made.recall:.2%}, "
        f"precision {made.precision:.2%}; {made.seconds:.1f} s"
    )
    return int(made.recall < 1 or made.wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
