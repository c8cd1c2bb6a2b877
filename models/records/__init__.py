"""What screens and documents hold: frozen records, never database rows.

Each module of them is imported when one of its names is first asked for: a start waits for few.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.records.contest import (
        NO_TERMS,
        AttendanceRule,
        Attended,
        Contest,
        ContestTerms,
        Level,
        Prize,
        Stage,
    )
    from models.records.figures import ChangeEntry, Figures, UnitFigures
    from models.records.issuing import Issuer, Signer
    from models.records.kinds import (
        DONE_WORDS,
        GENDER_NAMES,
        LEVEL_TONE_NAMES,
        SCORE_RULE_NAMES,
        STAFF_TYPE_NAMES,
        STAGE_KIND_NAMES,
        STATUS_NAMES,
        UNIT_KIND_NAMES,
        Gender,
        LevelTone,
        Mark,
        ScoreRule,
        StaffType,
        StageKind,
        Status,
        UnitKind,
    )
    from models.records.people import ColumnFilter, PeopleQuery, Person
    from models.records.roster import (
        Commune,
        Contact,
        MarkResult,
        PersonDraft,
        Post,
        Unit,
    )

__all__ = [
    "DONE_WORDS",
    "GENDER_NAMES",
    "LEVEL_TONE_NAMES",
    "NO_TERMS",
    "SCORE_RULE_NAMES",
    "STAFF_TYPE_NAMES",
    "STAGE_KIND_NAMES",
    "STATUS_NAMES",
    "UNIT_KIND_NAMES",
    "AttendanceRule",
    "Attended",
    "ChangeEntry",
    "ColumnFilter",
    "Commune",
    "Contact",
    "Contest",
    "ContestTerms",
    "Figures",
    "Gender",
    "Issuer",
    "Level",
    "LevelTone",
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
    "StageKind",
    "Status",
    "Unit",
    "UnitFigures",
    "UnitKind",
]

_KEPT_IN = {
    "contest": "NO_TERMS AttendanceRule Attended Contest ContestTerms Level Prize Stage",
    "figures": "ChangeEntry Figures UnitFigures",
    "issuing": "Issuer Signer",
    "kinds": "DONE_WORDS GENDER_NAMES LEVEL_TONE_NAMES SCORE_RULE_NAMES STAFF_TYPE_NAMES "
    "STAGE_KIND_NAMES STATUS_NAMES UNIT_KIND_NAMES Gender LevelTone Mark ScoreRule StaffType "
    "StageKind Status UnitKind",
    "people": "ColumnFilter PeopleQuery Person",
    "roster": "Commune Contact MarkResult PersonDraft Post Unit",
}
_PLACE = {name: module for module, names in _KEPT_IN.items() for name in names.split()}

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """A name that is asked for the first time."""
        if name not in _PLACE:
            raise AttributeError(name)
        found = getattr(import_module(f"models.records.{_PLACE[name]}"), name)
        globals()[name] = found
        return found
