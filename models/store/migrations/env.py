"""Alembic's entry: runs the migrations over the connection that it is handed."""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection, text

from models.store.schema import metadata

CONNECTION: Connection = context.config.attributes["connection"]


def compare_by_code_point(connection: Connection) -> None:
    """Let a server compare and order texts as SQLite does, whatever its language is."""
    columns = connection.execute(
        text(
            "SELECT table_name, column_name, data_type FROM information_schema.columns"
            " WHERE table_schema = current_schema() AND collation_name IS NULL"
            " AND data_type IN ('character varying', 'text')"
        )
    )
    for table, column, kind in columns.all():
        words = f'ALTER TABLE "{table}" ALTER COLUMN "{column}" TYPE {kind} COLLATE "C"'
        connection.execute(text(words))


context.configure(
    connection=CONNECTION,
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
if CONNECTION.dialect.name == "postgresql":
    compare_by_code_point(CONNECTION)
