"""The journal, written by models.journal alone."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
)

from models.store.schema.naming import metadata, text

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
    # SHA-256 over `salt`, the summary and the rows of this entry, as they were when it was written.
    text("salt"),
    text("content_hash"),
    # SHA-256 over the link of the entry before, what never changes of this one, and `content_hash`.
    text("link"),
    # Where superseded rows of this entry are packed.
    Column("pack_id", Integer, ForeignKey("journal_packs.id")),
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

# What an entry says after some of it was forgotten: its content hashed anew under a new salt. The
# entry `change_id`, which forgot it, has this row in its own content.
reseals = Table(
    "reseals",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("change_id", Integer, ForeignKey("changes.id"), nullable=False, index=True),
    Column("target_id", Integer, ForeignKey("changes.id"), nullable=False, index=True),
    Column("content_hash", String, nullable=False),
)

# Old rows of the journal that later ones supersede, packed together; `sha256` is of `rows`.
journal_packs = Table(
    "journal_packs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", DateTime, nullable=False),
    Column("first_change", Integer, nullable=False),
    Column("last_change", Integer, nullable=False),
    Column("row_count", Integer, nullable=False),
    Column("sha256", String, nullable=False),
    Column("rows", LargeBinary, nullable=False),
)

# What was done with the data, beside changing it: looked at a file of another, a wrong password,
# restored, handed over …
action_log = Table(
    "action_log",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", DateTime, nullable=False),
    Column("who", String, nullable=False),
    Column("kind", String, nullable=False),
    # How many people, attempts or files; -1 where there is nothing to count.
    Column("count", Integer, nullable=False, server_default="-1"),
    text("place"),
    text("detail"),
)
