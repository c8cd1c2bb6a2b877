"""What goes with a contest: reminders, entries and awards, publicity tasks."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)

from models.store.schema.naming import metadata, text

# One reminder of one unit, with the numbers it was given with.
reminders = Table(
    "reminders",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("contest_id", Integer, ForeignKey("contests.id"), nullable=False, index=True),
    Column("unit_id", Integer, ForeignKey("units.id"), nullable=False, index=True),
    Column("stage", Integer, nullable=False),
    Column("at", DateTime, nullable=False),
    Column("who", String, nullable=False),
    # "zalo", "phone" or "letter"; to the "head", the "staff" or the "chairman".
    Column("way", String, nullable=False),
    Column("addressee", String, nullable=False),
    text("name"),
    text("phone"),
    Column("total", Integer, nullable=False),
    Column("registered", Integer, nullable=False),
    Column("completed", Integer, nullable=False),
    Column("text", Text, nullable=False, server_default=""),
    text("note"),
)

# What a unit made for a stage of entries; one of them represents the commune.
entries = Table(
    "entries",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("contest_id", Integer, ForeignKey("contests.id"), nullable=False, index=True),
    Column("stage", Integer, nullable=False),
    Column("unit_id", Integer, ForeignKey("units.id"), nullable=False, index=True),
    Column("title", String, nullable=False),
    text("summary"),
    Column("received_on", Date),
    Column("representative", Boolean, nullable=False, server_default=false()),
    # Sent to the organisers: when, and through what.
    Column("sent_at", DateTime),
    text("sent_by"),
    text("sent_note"),
    # Presented at the final: when, by whom, with what result.
    Column("presented_at", DateTime),
    text("presenter"),
    text("presentation"),
)

entry_authors = Table(
    "entry_authors",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("entry_id", Integer, ForeignKey("entries.id"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    # Somebody of the roster, or else a name alone.
    Column("person_id", Integer, ForeignKey("people.id"), index=True),
    text("name"),
)

# The commune's own jury.
jurors = Table(
    "jurors",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("contest_id", Integer, ForeignKey("contests.id"), nullable=False, index=True),
    Column("name", String, nullable=False),
    text("position"),
    # "Trưởng ban", "Ủy viên", "Thư ký".
    text("role"),
)

entry_scores = Table(
    "entry_scores",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("entry_id", Integer, ForeignKey("entries.id"), nullable=False),
    Column("juror_id", Integer, ForeignKey("jurors.id"), nullable=False, index=True),
    Column("score", Float, nullable=False),
    text("note"),
    UniqueConstraint("entry_id", "juror_id"),
)

# A prize given to an entry, a person or a unit.
awards = Table(
    "awards",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("contest_id", Integer, ForeignKey("contests.id"), nullable=False, index=True),
    Column("prize_id", Integer, ForeignKey("prizes.id"), nullable=False, index=True),
    Column("entry_id", Integer, ForeignKey("entries.id"), index=True),
    Column("person_id", Integer, ForeignKey("people.id"), index=True),
    Column("unit_id", Integer, ForeignKey("units.id"), index=True),
    Column("given_on", Date),
    text("decision"),
    text("note"),
)

# Nhiệm vụ tuyên truyền: what, which unit, by when; done when, with what to show for it.
publicity_tasks = Table(
    "publicity_tasks",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("contest_id", Integer, ForeignKey("contests.id"), nullable=False, index=True),
    Column("what", String, nullable=False),
    # "Cổng thông tin điện tử", "Loa truyền thanh", "Zalo" …
    text("channel"),
    Column("unit_id", Integer, ForeignKey("units.id"), index=True),
    Column("due_on", Date),
    # How many are asked for and done: 1 of 1, 3 of 5 news items.
    Column("asked", Integer, nullable=False, server_default="1"),
    Column("done", Integer, nullable=False, server_default="0"),
    Column("done_on", Date),
    # Links, one in a line; pictures and files are attachments.
    Column("links", Text, nullable=False, server_default=""),
    text("note"),
)
