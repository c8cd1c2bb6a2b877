"""The journal as a chain, what is packed of it, the log of actions, and until when data is kept."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Entries that were written before are chained as they stand now."""
    _make(
        "journal_packs",
        sa.Column("at", sa.DateTime(), nullable=False),
        *map(_number, ("first_change", "last_change", "row_count")),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("rows", sa.LargeBinary(), nullable=False),
    )
    for name in ("salt", "content_hash", "link"):
        op.add_column("changes", _text(name))
    # Written as text, so that SQLite adds the key without writing the whole table anew.
    op.execute(
        "ALTER TABLE changes ADD COLUMN pack_id INTEGER"
        " CONSTRAINT fk_changes_pack_id REFERENCES journal_packs (id)"
    )
    _make("reseals", *map(_of_change, ("change_id", "target_id")), _must("content_hash"))
    for name in ("change_id", "target_id"):
        op.create_index(op.f(f"ix_reseals_{name}"), "reseals", [name])
    _make(
        "action_log",
        sa.Column("at", sa.DateTime(), nullable=False),
        *map(_must, ("who", "kind")),
        sa.Column("count", sa.Integer(), server_default="-1", nullable=False),
        *map(_text, ("place", "detail")),
    )
    op.add_column("contests", _text("purpose"))
    op.add_column("contests", sa.Column("keep_until", sa.Date()))
    _chain_entries(op.get_bind())


_ENTRIES = sa.text(
    "SELECT id, at, who, kind, summary, state, target_id, row_count FROM changes ORDER BY id"
)
_ROWS = sa.text(
    "SELECT change_id, table_name, row_id, before, after FROM change_rows ORDER BY change_id, id"
)
_SEAL = sa.text(
    "UPDATE changes SET salt = :salt, content_hash = :content, link = :link WHERE id = :id"
)


def _chain_entries(connection: sa.Connection) -> None:
    entries = connection.execute(_ENTRIES.columns(at=sa.DateTime())).all()
    if not entries:
        return
    rows = _rows_by_change(connection)
    change, its_rows = next(rows, (0, iter(())))
    link = ""
    sealed = []
    for entry in entries:
        salt = os.urandom(16).hex()
        content = hashlib.sha256(_json([salt, entry.summary]))
        while change < entry.id and change:
            change, its_rows = next(rows, (0, iter(())))
        if change == entry.id:
            for row in its_rows:
                content.update(_json(list(row)[1:]))
        head = [
            link, entry.id, entry.at.isoformat(), entry.who, entry.kind, entry.target_id,
            entry.row_count, content.hexdigest(), entry.state not in ("logged", "unswept"),
        ]  # fmt: skip
        link = hashlib.sha256(_json(head)).hexdigest()
        sealed.append({"id": entry.id, "salt": salt, "content": content.hexdigest(), "link": link})
    connection.execute(_SEAL, sealed)


def _rows_by_change(connection: sa.Connection) -> Iterator[tuple[int, Iterator[Any]]]:
    found = connection.execution_options(yield_per=5_000).execute(_ROWS)
    yield from groupby(found, key=itemgetter(0))


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _make(name: str, *columns: Any) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )


def _of_change(name: str) -> sa.Column[Any]:
    key = sa.ForeignKey("changes.id", name=op.f(f"fk_reseals_{name}"))
    return sa.Column(name, sa.Integer(), key, nullable=False)


def _text(name: str, usual: str = "") -> sa.Column[Any]:
    return sa.Column(name, sa.String(), server_default=usual, nullable=False)


def _must(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.String(), nullable=False)


def _number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=False)
