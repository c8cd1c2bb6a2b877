"""What a reconciliation knows: accounts, six boxes, the plan, the decisions, the result."""

from models.reconcile.records.deeds import (
    AccountDecision,
    ReconcileDecisions,
    ReconcileResult,
)
from models.reconcile.records.kinds import (
    BOX_NAMES,
    OTHER_UNITS,
    Box,
    Who,
)
from models.reconcile.records.lines import (
    Account,
    Entry,
    Match,
    RosterPerson,
    RowPlace,
    UnitDrop,
    UnitName,
)
from models.reconcile.records.plan import (
    ReconcileOptions,
    ReconcilePlan,
)
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
