"""Old rows of the journal that lie packed, and how whoever needs them has them.

Only a file packs; a server has room. `whole_journal` shows a reader all rows, `unpack_rows` puts
them back for whoever writes.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from models.errors import AppError
from models.store.schema import change_rows, changes, journal_packs

COLUMNS = ("id", "change_id", "table_name", "row_id", "before", "after")
"""Of a packed row, in this order."""
_NAMED = ", ".join(COLUMNS)
LARGEST_PACK = 512 * 2**20
"""Bytes of the text in the largest pack that is read: the largest entry takes a tenth of it."""
PackedRow = Sequence[Any]


class PackDamaged(AppError):
    """A pack that is not what was packed."""

    def __init__(self) -> None:
        super().__init__(
            "Phần lịch sử cũ đã thu gọn bị hỏng nên chưa làm được việc này.",
            "Hãy kiểm tra dữ liệu, hoặc khôi phục từ bản sao lưu gần nhất.",
        )


def as_pack(rows: Sequence[PackedRow]) -> dict[str, Any]:
    """The row of `journal_packs` that holds `rows`, but for when it was made."""
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    content = zlib.compress(text.encode(), 9)
    return {
        "first_change": min(row[1] for row in rows),
        "last_change": max(row[1] for row in rows),
        "row_count": len(rows),
        "sha256": hashlib.sha256(content).hexdigest(),
        "rows": content,
    }


def rows_in_pack(pack: Any) -> list[PackedRow]:
    """The rows in a row of `journal_packs`. Raises `PackDamaged`."""
    try:
        if hashlib.sha256(pack.rows).hexdigest() != pack.sha256:
            raise PackDamaged
        rows: list[PackedRow] = json.loads(_decompressed(pack.rows))
        if not all(isinstance(row, list) and len(row) == len(COLUMNS) for row in rows):
            raise PackDamaged
        said = (pack.first_change, pack.last_change, pack.row_count)
        if said != (min(row[1] for row in rows), max(row[1] for row in rows), len(rows)):
            raise PackDamaged
    except (TypeError, ValueError, RecursionError, zlib.error) as error:
        raise PackDamaged from error
    return rows


def _decompressed(content: bytes) -> bytes:
    """A pack of a file from elsewhere takes no more room than one of ours could."""
    reading = zlib.decompressobj()
    text = reading.decompress(content, LARGEST_PACK)
    if not reading.eof:
        raise PackDamaged
    return text


def has_packs(connection: Connection) -> bool:
    """Whether anything is packed."""
    return connection.execute(select(journal_packs.c.id).limit(1)).first() is not None


def unpack_rows(connection: Connection, change_ids: Sequence[int] | None = None) -> None:
    """Put the packed rows of these entries back, or all, with what was packed with them.

    Within a transaction that writes. Raises `PackDamaged`.
    """
    which = select(journal_packs)
    if change_ids is not None:
        needed = select(changes.c.pack_id).where(changes.c.id.in_(change_ids))
        which = which.where(journal_packs.c.id.in_(needed))
    for pack in connection.execute(which).all():
        rows = [dict(zip(COLUMNS, row, strict=True)) for row in rows_in_pack(pack)]
        connection.execute(insert(change_rows), rows)
        own = changes.c.pack_id == pack.id
        connection.execute(update(changes).where(own).values(pack_id=None))
        connection.execute(delete(journal_packs).where(journal_packs.c.id == pack.id))


def packed_entries(connection: Connection) -> dict[int, int]:
    """In which pack rows of an entry lie; what lies in a damaged one is not there."""
    found: dict[int, int] = {}
    for pack in connection.execute(select(journal_packs)):
        with suppress(PackDamaged):
            found.update((row[1], pack.id) for row in rows_in_pack(pack))
    return found


@contextmanager
def whole_journal(connection: Connection) -> Iterator[None]:
    """Within it, `change_rows` reads as if nothing were packed. Rows cannot be written meanwhile.

    What lies in a damaged pack is not there.
    """
    if connection.dialect.name != "sqlite" or not has_packs(connection):
        yield
        return
    (only_read,) = connection.exec_driver_sql("PRAGMA query_only").one()
    connection.exec_driver_sql("PRAGMA query_only = OFF")
    try:
        _show(connection)
        connection.exec_driver_sql(f"PRAGMA query_only = {only_read}")
        yield
    finally:
        connection.exec_driver_sql("PRAGMA query_only = OFF")
        for each in ("VIEW IF EXISTS temp.change_rows", "TABLE IF EXISTS temp.packed_rows"):
            connection.exec_driver_sql(f"DROP {each}")
        connection.exec_driver_sql(f"PRAGMA query_only = {only_read}")


def _show(connection: Connection) -> None:
    """Lay a view over the table, by its own name."""
    connection.exec_driver_sql(
        "CREATE TEMP TABLE packed_rows (id INTEGER PRIMARY KEY, change_id INTEGER,"
        " table_name TEXT, row_id INTEGER, before TEXT, after TEXT)"
    )
    for pack in connection.execute(select(journal_packs)).all():
        with suppress(PackDamaged):
            rows = [tuple(row) for row in rows_in_pack(pack)]
            marks = ", ".join("?" * len(COLUMNS))
            connection.exec_driver_sql(f"INSERT INTO packed_rows VALUES ({marks})", rows)
    for name in ("change_id", "table_name, row_id"):
        index = f"packed_by_{name[:6]}"
        connection.exec_driver_sql(f"CREATE INDEX temp.{index} ON packed_rows ({name})")
    connection.exec_driver_sql(
        f"CREATE TEMP VIEW change_rows AS SELECT {_NAMED} FROM main.change_rows"
        f" UNION ALL SELECT {_NAMED} FROM packed_rows"
    )
