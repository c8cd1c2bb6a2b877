"""What screens and documents hold: frozen records, never database rows."""

from models.records.contest import AttendanceRule, Attended, Contest, Prize, Stage
from models.records.figures import ChangeEntry, Figures, UnitFigures
from models.records.issuing import Issuer, Signer
from models.records.kinds import (
    GENDER_NAMES,
    SCORE_RULE_NAMES,
    STAFF_TYPE_NAMES,
    STATUS_NAMES,
    UNIT_KIND_NAMES,
    Gender,
    Mark,
    ScoreRule,
    StaffType,
    Status,
    UnitKind,
)
from models.records.roster import (
    ColumnFilter,
    Commune,
    Contact,
    Exemption,
    MarkResult,
    PeopleQuery,
    Person,
    PersonDraft,
    Post,
    Unit,
)

__all__ = [
    "GENDER_NAMES",
    "SCORE_RULE_NAMES",
    "STAFF_TYPE_NAMES",
    "STATUS_NAMES",
    "UNIT_KIND_NAMES",
    "AttendanceRule",
    "Attended",
    "ChangeEntry",
    "ColumnFilter",
    "Commune",
    "Contact",
    "Contest",
    "Exemption",
    "Figures",
    "Gender",
    "Issuer",
    "Mark",
    "MarkResult",
    "PeopleQuery",
    "Person",
    "PersonDraft",
    "Post",
    "Prize",
    "ScoreRule",
    "Signer",
    "StaffType",
    "Stage",
    "Status",
    "Unit",
    "UnitFigures",
    "UnitKind",
]
