"""The roster: units, people, posts, and what was said about their entries."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from models.store.schema.naming import metadata, text

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
    text("position"),
    text("phone"),
    text("email"),
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
    Column("unit_id", Integer, ForeignKey("units.id"), nullable=False),
    text("position"),
    text("staff_type"),
    text("gender"),
    text("birth"),
    text("phone"),
    text("phone_raw"),
    text("email"),
    text("staff_code"),
    text("note"),
    Column("came_on", Date),
    Column("left_on", Date),
    text("left_reason"),
    # Counting people by unit reads this index and no row.
    Index("ix_people_unit_id_left_on_came_on", "unit_id", "left_on", "came_on"),
)

# Somebody who left and came back: both days are days away. Who is gone still stands in `people`.
absences = Table(
    "absences",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", Integer, ForeignKey("people.id"), nullable=False, index=True),
    text("reason"),
    Column("since", Date, nullable=False),
    Column("until", Date, nullable=False),
)

# A person's present main post stands in `people`; here stand the side posts, and
# the main posts that have ended, so that an earlier day can be counted by unit.
posts = Table(
    "posts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", Integer, ForeignKey("people.id"), nullable=False, index=True),
    Column("unit_id", Integer, ForeignKey("units.id"), nullable=False, index=True),
    text("position"),
    Column("main", Boolean, nullable=False),
    Column("since", Date),
    Column("until", Date),
)

# Two entries of the roster of which the officer said that they are not one person.
distinct_people = Table(
    "distinct_people",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("first_id", Integer, ForeignKey("people.id"), nullable=False),
    Column("second_id", Integer, ForeignKey("people.id"), nullable=False, index=True),
    UniqueConstraint("first_id", "second_id"),
)

# A filter of the roster under a name: "Trường chưa đăng ký". `query` is JSON.
saved_filters = Table(
    "saved_filters",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String, nullable=False, unique=True),
    Column("query", Text, nullable=False),
)
