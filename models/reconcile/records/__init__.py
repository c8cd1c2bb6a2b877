"""What a reconciliation knows: accounts, six boxes, the plan, the decisions, the result."""

from models.reconcile.records.lines import (
    BOX_NAMES,
    OTHER_UNITS,
    Account,
    Box,
    Entry,
    Match,
    RosterPerson,
    RowPlace,
    UnitDrop,
    UnitName,
    Who,
)
from models.reconcile.records.plan import (
    AccountDecision,
    ReconcileDecisions,
    ReconcileOptions,
    ReconcilePlan,
    ReconcileResult,
)
from models.reconcile.records.rows import PlatformRow, PlatformSource
from models.reconcile.records.standing import (
    CountGap,
    EarlierFile,
    GapCause,
    OfficialFigure,
    Slip,
    UnitSlips,
)

__all__ = [
    "BOX_NAMES",
    "OTHER_UNITS",
    "Account",
    "AccountDecision",
    "Box",
    "CountGap",
    "EarlierFile",
    "Entry",
    "GapCause",
    "Match",
    "OfficialFigure",
    "PlatformRow",
    "PlatformSource",
    "ReconcileDecisions",
    "ReconcileOptions",
    "ReconcilePlan",
    "ReconcileResult",
    "RosterPerson",
    "RowPlace",
    "Slip",
    "UnitDrop",
    "UnitName",
    "UnitSlips",
    "Who",
]
