"""The tables of a data file, as the newest migration leaves them."""

from __future__ import annotations

from sqlalchemy import Table

from models.store.schema.campaign import (
    awards,
    entries,
    entry_authors,
    entry_scores,
    jurors,
    publicity_tasks,
    reminders,
)
from models.store.schema.contests import (
    contests,
    exemptions,
    levels,
    official_figures,
    participations,
    prizes,
    reconciliations,
    stages,
    wrong_unit_slips,
)
from models.store.schema.intake import column_mappings, imports, match_decisions
from models.store.schema.issuing import (
    city_template_cells,
    city_templates,
    document_choices,
    export_log,
    issued_files,
    wordings,
)
from models.store.schema.journal import (
    action_log,
    change_rows,
    changes,
    journal_packs,
    reseals,
)
from models.store.schema.naming import metadata
from models.store.schema.office import communes, settings, signers
from models.store.schema.papers import (
    attachments,
    contents,
    documents,
    frozen_reports,
    report_definitions,
)
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

JOURNAL_TABLES = frozenset({"changes", "change_rows", "reseals", "journal_packs"})
CONTENT_TABLES = frozenset({"contents"})
"""What never changes once it is written, and so stands beside the journal."""
LOG_TABLES = frozenset({"export_log", "action_log"})
"""What was done with the data, and not what it says: no part of its fingerprint."""

DOMAIN_TABLES: tuple[Table, ...] = tuple(
    table
    for table in metadata.sorted_tables
    if table.name not in JOURNAL_TABLES | CONTENT_TABLES | LOG_TABLES
)

__all__ = [
    "CONTENT_TABLES",
    "DOMAIN_TABLES",
    "JOURNAL_TABLES",
    "LOG_TABLES",
    "absences",
    "action_log",
    "attachments",
    "awards",
    "change_rows",
    "changes",
    "city_template_cells",
    "city_templates",
    "column_mappings",
    "communes",
    "contents",
    "contests",
    "distinct_people",
    "document_choices",
    "documents",
    "entries",
    "entry_authors",
    "entry_scores",
    "exemptions",
    "export_log",
    "frozen_reports",
    "imports",
    "issued_files",
    "journal_packs",
    "jurors",
    "levels",
    "match_decisions",
    "metadata",
    "official_figures",
    "participations",
    "people",
    "posts",
    "prizes",
    "publicity_tasks",
    "reconciliations",
    "reminders",
    "report_definitions",
    "reseals",
    "saved_filters",
    "settings",
    "signers",
    "stages",
    "unit_aliases",
    "unit_contacts",
    "units",
    "wordings",
    "wrong_unit_slips",
]
