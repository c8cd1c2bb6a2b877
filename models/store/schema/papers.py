"""Documents in and out, what is attached, reports that were issued and reports that recur."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Date,
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

# Văn bản đến ("in") and đi ("out"). A number may come after the document itself.
documents = Table(
    "documents",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("contest_id", Integer, ForeignKey("contests.id"), index=True),
    Column("direction", String, nullable=False),
    # "công văn", "báo cáo", "kế hoạch" …
    text("kind"),
    # "2136/SKHCN-TTTT"; of an outgoing one only when the clerk has given it.
    text("symbol"),
    text("issuer"),
    text("recipient"),
    text("subject"),
    Column("issued_on", Date),
    Column("received_on", Date),
    Column("due_on", Date),
    # What has to be done by then, in words.
    text("task"),
    Column("answered_by", Integer, ForeignKey("documents.id"), index=True),
    # Answered without a document, or nothing to do.
    Column("settled_on", Date),
    text("note"),
)

# A file that belongs to a row of another table. Its bytes stand in `contents`.
attachments = Table(
    "attachments",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("owner_table", String, nullable=False),
    Column("owner_id", Integer, nullable=False),
    Column("name", String, nullable=False),
    Column("size", Integer, nullable=False),
    Column("sha256", String, nullable=False, index=True),
    Column("added_at", DateTime, nullable=False),
    text("note"),
    # What of the row it belongs to: "sent", the proof that an entry was sent; empty: all of it.
    text("part"),
    Index(None, "owner_table", "owner_id"),
)

# Bytes by their hash: they never change, so that the journal need not keep them.
contents = Table(
    "contents",
    metadata,
    Column("sha256", String, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("bytes", LargeBinary, nullable=False),
)

# Figures as they were reported, with the names behind them. Never changed, only recalled.
frozen_reports = Table(
    "frozen_reports",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("contest_id", Integer, ForeignKey("contests.id"), nullable=False, index=True),
    # "figures" alone, a kind of document, or "closing" of the contest.
    Column("kind", String, nullable=False),
    text("title"),
    Column("at", DateTime, nullable=False),
    Column("who", String, nullable=False),
    # The figures are of the end of this day, or of this minute of it (0 to 1439).
    Column("as_of", Date, nullable=False),
    Column("as_of_minute", Integer),
    Column("figures", Text, nullable=False),
    Column("names", Text, nullable=False),
    Column("figures_hash", String, nullable=False, index=True),
    text("period"),
    Column("document_id", Integer, ForeignKey("documents.id")),
    Column("replaced_by", Integer, ForeignKey("frozen_reports.id")),
    # As JSON what the paper was issued with: header, signer, number, recipients, wording.
    Column("issue", Text, nullable=False, server_default=""),
)

# A report that recurs: its period, how the period is cut off, and which documents it is.
report_definitions = Table(
    "report_definitions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String, nullable=False, unique=True),
    # "month", "quarter", "half", "nine_months", "year" or "free".
    Column("period", String, nullable=False),
    # "decree" (NĐ 09/2019) or "calendar"; of a free one both days.
    Column("cut", String, nullable=False, server_default="decree"),
    Column("since", Date),
    Column("until", Date),
    # The kinds of its documents as "summary,by-kind", and their formats as "pdf,docx".
    text("kinds"),
    text("formats"),
    Column("last_run_on", Date),
    # The period that was last run: "2026-06".
    text("last_period"),
)
