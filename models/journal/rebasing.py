"""What an upgrade of the tables wrote otherwise than the journal says is journaled with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, MetaData, cast, insert, literal, null, select, update
from sqlalchemy import String as Text

from models.clock import now
from models.journal.bulk import row_as_json
from models.journal.chain import seal_entry
from models.journal.change import next_id
from models.journal.differences import JOURNALED_TABLES, RowDifference, journal_differences
from models.journal.states import LOGGED
from models.machine.account import account_name
from models.store.schema import change_rows, changes, metadata, reseals

UPGRADE = "upgrade"
SUMMARY = "Nâng cấp dữ liệu cho phiên bản mới của chương trình"
_COLUMNS = ("change_id", "table_name", "row_id", "before", "after")
DifferingRows = frozenset[tuple[str, int]]


def differing_before(connection: Connection) -> DifferingRows:
    """The rows that differ before an upgrade: damage, which the upgrade must not hide.

    Of versions before the chain nothing can be said, as their upgrades journaled nothing.
    """
    found = MetaData()
    found.reflect(connection)
    if reseals.name not in found.tables:
        return frozenset()
    names = [table.name for table in JOURNALED_TABLES if table.name in found.tables]
    differences = journal_differences(connection, [found.tables[name] for name in names])
    return frozenset((each.table, each.row_id) for each in differences)


def journal_upgrade(connection: Connection, damaged: DifferingRows = frozenset()) -> int:
    """Journal each row that an upgrade left otherwise than the journal says, as one entry that
    cannot be undone; returns how many. Those of `damaged` stay differences.
    """
    rows = [
        each for each in journal_differences(connection) if (each.table, each.row_id) not in damaged
    ]
    if not rows:
        return 0
    own = next_id(connection, changes)
    connection.execute(
        insert(changes),
        {
            "id": own, "at": now(), "who": account_name(), "kind": UPGRADE, "summary": SUMMARY,
            "state": LOGGED, "target_id": None, "row_count": 0,
        },
    )  # fmt: skip
    count = sum(_journaled(connection, own, each) for each in rows)
    this = changes.c.id == own
    if not count:
        connection.execute(changes.delete().where(this))
        return 0
    connection.execute(update(changes).where(this).values(row_count=count))
    seal_entry(connection, own)
    return count


def _journaled(connection: Connection, own: int, row: RowDifference) -> bool:
    """Whether the row could be journaled; one that holds what no text can say stays damaged."""
    before = _newest_text(connection, row)
    if row.stored is None:
        gone = dict(zip(_COLUMNS, (own, row.table, row.row_id, before, None), strict=True))
        connection.execute(insert(change_rows), gone)
        return True
    table = metadata.tables[row.table]
    told: Sequence[Any] = (
        literal(own), literal(row.table), literal(row.row_id),
        cast(null(), Text) if before is None else literal(before),
        cast(row_as_json(connection.dialect.name, table), Text),
    )  # fmt: skip
    as_it_is = select(*told).where(table.c.id == row.row_id)
    try:
        connection.execute(insert(change_rows).from_select(_COLUMNS, as_it_is))
    except Exception:
        if connection.dialect.name != "sqlite":
            raise
        return False
    return True


def _newest_text(connection: Connection, row: RowDifference) -> str | None:
    of_row = (change_rows.c.table_name == row.table) & (change_rows.c.row_id == row.row_id)
    newest = select(change_rows.c.after).where(of_row).order_by(change_rows.c.id.desc()).limit(1)
    return connection.execute(newest).scalar()
