"""How documents are made and what has left: choices, wordings, issued files, exports, templates."""

from __future__ import annotations

from sqlalchemy import Column, DateTime, ForeignKey, Integer, String, Table, Text, UniqueConstraint

from models.store.schema.naming import metadata, text

# What was chosen for a kind of document and holds for the next: "issuer", "signer", "addressees" …
document_choices = Table(
    "document_choices",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("name", String, nullable=False),
    Column("value", Text, nullable=False, server_default=""),
    UniqueConstraint("kind", "name"),
)

# The commune's own wording of a kind of document; the original comes with the program.
wordings = Table(
    "wordings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String, nullable=False, unique=True),
    Column("text", Text, nullable=False, server_default=""),
)

# The very bytes of a document that was issued, one row for each format. They stand in `contents`.
issued_files = Table(
    "issued_files",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("report_id", Integer, ForeignKey("frozen_reports.id"), nullable=False, index=True),
    Column("format", String, nullable=False),
    Column("name", String, nullable=False),
    Column("sha256", String, nullable=False, index=True),
    Column("size", Integer, nullable=False),
)

# What left the program with people in it: when, by whom, what, how many, where to, and why.
export_log = Table(
    "export_log",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", DateTime, nullable=False),
    Column("who", String, nullable=False),
    # The kind of the document, or "clipboard", "kit" …
    Column("kind", String, nullable=False),
    Column("format", String, nullable=False),
    text("title"),
    Column("people", Integer, nullable=False),
    # How many phones in it were not masked; `reason` says why.
    Column("phones", Integer, nullable=False),
    text("place"),
    text("reason"),
    text("figures_hash"),
)

# The city's own workbook, whose cells the program fills. Its bytes stand in `contents`.
city_templates = Table(
    "city_templates",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String, nullable=False, unique=True),
    # "cells": cell by cell; "columns": a row for each unit, or the row of this commune.
    Column("way", String, nullable=False),
    Column("file_name", String, nullable=False),
    Column("sha256", String, nullable=False, index=True),
    Column("sheet", String, nullable=False),
    Column("size", Integer, nullable=False),
)

# What goes into a cell ("C7") or a column ("C"): a value by its code, of a unit or of all.
city_template_cells = Table(
    "city_template_cells",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("template_id", Integer, ForeignKey("city_templates.id"), nullable=False, index=True),
    Column("place", String, nullable=False),
    Column("value", String, nullable=False),
    Column("unit_id", Integer, ForeignKey("units.id")),
)
