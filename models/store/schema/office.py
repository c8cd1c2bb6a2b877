"""The office itself: the commune, its settings and who signs."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Integer, String, Table, Text

from models.store.schema.naming import metadata, text

communes = Table(
    "communes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String, nullable=False),
    text("kind"),
    text("code"),
    text("place"),
    text("province"),
)

settings = Table(
    "settings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String, nullable=False, unique=True),
    Column("value", Text, nullable=False),
)

signers = Table(
    "signers",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("lines", String, nullable=False),
    text("name"),
    # Of which issuer: "ubnd" or "vhxh".
    Column("issuer", String, nullable=False, server_default="ubnd"),
    Column("current", Boolean, nullable=False),
)
