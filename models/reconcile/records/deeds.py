"""What the officer decides, and what a reconciliation did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from models.reconcile.records.kinds import Box, Who


@dataclass(frozen=True, slots=True)
class AccountDecision:
    """The officer's word on one account.

    SAME needs `person_id`. NOT_THIS: not the person that was found, perhaps somebody else.
    NOT_THEM: none of the candidates, nobody of the roster. NEW takes the account into the roster,
    in `unit_id`, else in the unit that the platform's text means.
    """

    who: Who
    person_id: int | None = None
    unit_id: int | None = None


@dataclass(frozen=True, slots=True)
class ReconcileDecisions:
    """All that the officer decided: accounts by the `ordinal` of their entry, and what unit a
    text of the platform means (learnt as another name of the unit)."""

    accounts: Mapping[int, AccountDecision] = field(default_factory=dict)
    units: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReconcileResult:
    """What a reconciliation did.

    `boxes` are the counts after the decisions. `newly_registered` and `newly_completed` are marks
    that were lacking. `unchanged` says that nothing was to be written.
    """

    rows: int
    accounts: int
    boxes: Mapping[Box, int]
    registered: int
    completed: int
    newly_registered: int
    newly_completed: int
    new_people: int
    slips_opened: int
    slips_closed: int
    slips_reopened: int
    unchanged: bool
