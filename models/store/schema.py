"""The tables of a data file, as the newest migration leaves them."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _text(name: str) -> Column[str]:
    return Column(name, String, nullable=False, server_default="")


communes = Table(
    "communes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String, nullable=False),
    _text("kind"),
    _text("code"),
    _text("place"),
    _text("province"),
)

settings = Table(
    "settings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String, nullable=False, unique=True),
    Column("value", Text, nullable=False),
)

units = Table(
    "units",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("uid", String, nullable=False, unique=True),
    Column("name", String, nullable=False),
    Column("name_key", String, nullable=False),
    Column("name_search", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("parent_id", Integer, ForeignKey("units.id")),
    Column("position", Integer, nullable=False),
    Index(None, "name_key"),
)

unit_contacts = Table(
    "unit_contacts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("unit_id", Integer, ForeignKey("units.id"), nullable=False, index=True),
    Column("role", String, nullable=False),
    Column("name", String, nullable=False),
    _text("position"),
    _text("phone"),
    _text("email"),
)

unit_aliases = Table(
    "unit_aliases",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("unit_id", Integer, ForeignKey("units.id"), nullable=False, index=True),
    Column("alias", String, nullable=False),
    Column("alias_key", String, nullable=False, unique=True),
)

people = Table(
    "people",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("uid", String, nullable=False, unique=True),
    Column("name", String, nullable=False),
    Column("name_key", String, nullable=False),
    Column("name_search", String, nullable=False),
    Column("name_sort", String, nullable=False),
    Column("unit_id", Integer, ForeignKey("units.id"), nullable=False, index=True),
    _text("position"),
    _text("staff_type"),
    _text("gender"),
    _text("birth"),
    _text("phone"),
    _text("phone_raw"),
    _text("email"),
    _text("staff_code"),
    _text("note"),
    Column("came_on", Date),
    Column("left_on", Date),
    _text("left_reason"),
)

# A person's present main post stands in `people`; here stand the side posts, and
# the main posts that have ended, so that an earlier day can be counted by unit.
posts = Table(
    "posts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", Integer, ForeignKey("people.id"), nullable=False, index=True),
    Column("unit_id", Integer, ForeignKey("units.id"), nullable=False, index=True),
    _text("position"),
    Column("main", Boolean, nullable=False),
    Column("since", Date),
    Column("until", Date),
)

contests = Table(
    "contests",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code", String, nullable=False, unique=True),
    Column("name", String, nullable=False),
    Column("short_name", String, nullable=False),
    _text("platform"),
    _text("course_url"),
    Column("target", Integer, nullable=False),
    Column("current", Boolean, nullable=False),
)

stages = Table(
    "stages",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("contest_id", Integer, ForeignKey("contests.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("name", String, nullable=False),
    Column("starts_on", Date, nullable=False),
    Column("ends_on", Date, nullable=False),
    Column("internal_ends_on", Date),
    _text("task"),
    UniqueConstraint("contest_id", "number"),
)

prizes = Table(
    "prizes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("contest_id", Integer, ForeignKey("contests.id"), nullable=False, index=True),
    Column("rank", String, nullable=False),
    Column("count", Integer, nullable=False),
    Column("amount", Integer, nullable=False),
)

participations = Table(
    "participations",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", Integer, ForeignKey("people.id"), nullable=False),
    Column("contest_id", Integer, ForeignKey("contests.id"), nullable=False, index=True),
    Column("registered_on", Date),
    Column("completed_on", Date),
    Column("score", Float),
    Column("attempts", Integer),
    _text("platform_unit"),
    _text("account"),
    UniqueConstraint("person_id", "contest_id"),
)

exemptions = Table(
    "exemptions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", Integer, ForeignKey("people.id"), nullable=False, index=True),
    Column("contest_id", Integer, ForeignKey("contests.id"), nullable=False, index=True),
    Column("reason", String, nullable=False),
    Column("since", Date, nullable=False),
    Column("until", Date),
)

signers = Table(
    "signers",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("lines", String, nullable=False),
    _text("name"),
    Column("current", Boolean, nullable=False),
)

imports = Table(
    "imports",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", DateTime, nullable=False),
    Column("who", String, nullable=False),
    Column("file_name", String, nullable=False),
    Column("sha256", String, nullable=False, index=True),
    Column("rows", Integer, nullable=False),
    Column("new", Integer, nullable=False),
    Column("updated", Integer, nullable=False),
    Column("unchanged", Integer, nullable=False),
    Column("uncertain", Integer, nullable=False),
    Column("rejected", Integer, nullable=False),
    Column("skipped", Integer, nullable=False),
)

# What the officer said of an uncertain row, so that the next file does not ask again.
match_decisions = Table(
    "match_decisions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("row_key", String, nullable=False),
    Column("person_id", Integer, ForeignKey("people.id"), nullable=False, index=True),
    Column("same", Boolean, nullable=False),
    UniqueConstraint("row_key", "person_id"),
)

# What the columns of a file mean, by the titles of its header.
column_mappings = Table(
    "column_mappings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("signature", String, nullable=False, unique=True),
    Column("fields", Text, nullable=False),
)

# The journal itself: written by models.journal alone, and not undone by it.
changes = Table(
    "changes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", DateTime, nullable=False),
    Column("who", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("summary", String, nullable=False),
    Column("state", String, nullable=False),
    Column("target_id", Integer, ForeignKey("changes.id")),
    Column("row_count", Integer, nullable=False),
)

change_rows = Table(
    "change_rows",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("change_id", Integer, ForeignKey("changes.id"), nullable=False, index=True),
    Column("table_name", String, nullable=False),
    Column("row_id", Integer, nullable=False),
    Column("before", Text),
    Column("after", Text),
    Index(None, "table_name", "row_id"),
)

JOURNAL_TABLES = frozenset({"changes", "change_rows"})
DOMAIN_TABLES: tuple[Table, ...] = tuple(
    table for table in metadata.sorted_tables if table.name not in JOURNAL_TABLES
)
