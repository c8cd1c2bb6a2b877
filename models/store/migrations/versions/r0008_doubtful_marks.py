"""Marks that the platform has lost stand until somebody decides; every hyphen is one in keys."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from models.text.collation import sort_key
from models.text.hyphens import HYPHENS, plain_hyphens
from models.text.names import match_key, search_fold

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

NAMES = (
    ("people", {"name_key": match_key, "name_search": search_fold, "name_sort": sort_key}),
    ("units", {"name_key": match_key, "name_search": search_fold}),
)


def upgrade() -> None:
    """No mark is in doubt yet; names with another hyphen get the keys of the usual one."""
    for name in ("doubt_mark", "doubt_kind", "doubt_by"):
        column = sa.Column(name, sa.String(), server_default="", nullable=False)
        op.add_column("participations", column)
    op.add_column("participations", sa.Column("doubt_on", sa.Date()))
    connection = op.get_bind()
    for table, keys in NAMES:
        for row in connection.execute(sa.text(f"SELECT id, name FROM {table}")).all():
            if not set(HYPHENS).isdisjoint(row.name):
                values = {key: make(row.name) for key, make in keys.items()}
                _update(connection, table, row.id, values)
    _rekey(connection, "unit_aliases", "alias_key")
    _rekey(connection, "match_decisions", "row_key")


def _rekey(connection: sa.Connection, table: str, column: str) -> None:
    """Plain hyphens in a unique key; one that another row has already stays as it was."""
    rows = connection.execute(sa.text(f"SELECT * FROM {table}")).mappings().all()
    taken = {(row[column], row.get("person_id")) for row in rows}
    for row in rows:
        plain = plain_hyphens(row[column])
        if plain != row[column] and (plain, row.get("person_id")) not in taken:
            taken.add((plain, row.get("person_id")))
            _update(connection, table, row["id"], {column: plain})


def _update(connection: sa.Connection, table: str, row_id: int, values: dict[str, str]) -> None:
    assignments = ", ".join(f"{name} = :{name}" for name in values)
    statement = sa.text(f"UPDATE {table} SET {assignments} WHERE id = :id")
    connection.execute(statement, {**values, "id": row_id})
