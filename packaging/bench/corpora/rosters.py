"""A made-up roster in a data file."""

from __future__ import annotations

from collections.abc import Sequence

from corpora.making import COMMUNE, Resident
from models.journal.change import changing
from models.matching.units import UnitFinder
from models.records import PersonDraft, UnitKind
from models.roster.people import columns_of, new_uids
from models.roster.unit_tree import list_units
from models.roster.units import insert_units
from models.store.schema import people as people_table
from models.store.store import Store


def made_roster(
    file: Store, people: Sequence[Resident], units: Sequence[str] = ()
) -> tuple[list[int], dict[str, int]]:
    """Put people, their units and other `units` into a file that has some units already; the ids
    of the people in their order, and of the units by name."""
    finder = UnitFinder(list_units(file), COMMUNE)
    wanted = dict.fromkeys((*units, *(each.unit for each in people)))
    found = {name: finder.find(name).unit_id for name in wanted}
    known = {name: unit_id for name, unit_id in found.items() if unit_id is not None}
    missing = [name for name in wanted if name not in known]
    with changing(file, "made-up", "Số liệu mẫu") as change:
        rows = [(n, UnitKind.OTHER, None, at) for at, n in enumerate(missing, start=100)]
        known |= dict(zip(missing, insert_units(change, rows), strict=True))
        drafts = [
            PersonDraft(each.name, known[each.unit], phone=each.phone, birth=each.birth)
            for each in people
        ]
        uids = new_uids(len(drafts))
        stored = [{"uid": u, **columns_of(d)} for u, d in zip(uids, drafts, strict=True)]
        return change.insert(people_table, stored), known
