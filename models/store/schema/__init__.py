"""The tables of a data file, as the newest migration leaves them."""

from __future__ import annotations

from sqlalchemy import Table

from models.store.schema.contests import (
    contests,
    exemptions,
    official_figures,
    participations,
    prizes,
    reconciliations,
    stages,
    wrong_unit_slips,
)
from models.store.schema.intake import column_mappings, imports, match_decisions
from models.store.schema.journal import change_rows, changes
from models.store.schema.naming import metadata
from models.store.schema.office import communes, settings, signers
from models.store.schema.roster import (
    absences,
    distinct_people,
    people,
    posts,
    saved_filters,
    unit_aliases,
    unit_contacts,
    units,
)

JOURNAL_TABLES = frozenset({"changes", "change_rows"})
DOMAIN_TABLES: tuple[Table, ...] = tuple(
    table for table in metadata.sorted_tables if table.name not in JOURNAL_TABLES
)

__all__ = [
    "DOMAIN_TABLES",
    "JOURNAL_TABLES",
    "absences",
    "change_rows",
    "changes",
    "column_mappings",
    "communes",
    "contests",
    "distinct_people",
    "exemptions",
    "imports",
    "match_decisions",
    "metadata",
    "official_figures",
    "participations",
    "people",
    "posts",
    "prizes",
    "reconciliations",
    "saved_filters",
    "settings",
    "signers",
    "stages",
    "unit_aliases",
    "unit_contacts",
    "units",
    "wrong_unit_slips",
]
