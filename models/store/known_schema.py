"""Whether the tables of a file are those that this program makes, before anything is asked of them.

A file from somewhere else may bring what runs by itself when it is used: triggers, views that call
themselves, columns that are computed. The tables of each revision are known; a file that has
anything else in it is not opened.
"""

from __future__ import annotations

import sqlite3
import zlib
from base64 import b64decode
from collections.abc import Sequence
from pathlib import Path

from models.errors import AppError
from models.store.revision import HEAD
from models.store.schema_texts import EARLIER, NEWEST

_MOST_OBJECTS, _LONGEST, _MOST_NAMED = 500, 20_000, 3
_OBJECTS = (
    "SELECT type, name, tbl_name, coalesce(substr(sql, 1, ?), '') FROM sqlite_master"
    " ORDER BY type, name, tbl_name, sql LIMIT ?"
)
_KINDS = {"trigger": "lệnh tự chạy", "view": "khung nhìn", "index": "chỉ mục", "table": "bảng"}

SchemaObject = tuple[str, str, str, str]


def refuse_foreign_schema(connection: sqlite3.Connection, path: Path) -> None:
    """Raise `AppError` when the file at `path` has other tables than any revision of ours.

    Only the list of them is read. Of a revision that is newer than this program it is only told
    whether something in it would run by itself; what opens it says that it is newer.
    """
    objects = schema_objects(connection)
    _refuse_running(objects, path)
    found = revision_of(schema_text(objects))
    stated = _stated(connection, objects)
    # Tables of one revision under the number of another would be upgraded from what is not there.
    if not _is_newer(stated) and (not found or stated not in ([], [found])):
        raise _foreign(path, [])


def refuse_what_runs(connection: sqlite3.Connection, path: Path) -> None:
    """Raise `AppError` when something in the file at `path` would run by itself."""
    _refuse_running(schema_objects(connection), path)


def _refuse_running(objects: Sequence[SchemaObject], path: Path) -> None:
    strange = [each for each in objects if each[0] not in ("table", "index")]
    if strange:
        raise _foreign(path, strange)


def schema_objects(connection: sqlite3.Connection) -> list[SchemaObject]:
    """Kind, name, table and text of whatever stands in the schema of a database."""
    return connection.execute(_OBJECTS, (_LONGEST, _MOST_OBJECTS)).fetchall()


def schema_text(objects: Sequence[SchemaObject]) -> bytes:
    """All of them as one text. The parts of a table are sorted: their order is that of a
    migration, which may be any."""
    lines = (
        "\0".join((*each[:3], *sorted(part.strip() for part in each[3].split(","))))
        for each in objects
    )
    return "\n".join(lines).encode()


def revision_of(text: bytes) -> str:
    """The revision of ours that has these tables; "" when none has."""
    if text == zlib.decompress(b64decode(NEWEST)):
        return HEAD
    # Only for files of earlier versions: `hashlib` takes as long as all the rest of the opening.
    from hashlib import sha256

    mark = sha256(text).hexdigest()
    return f"{EARLIER.index(mark) + 1:04}" if mark in EARLIER else ""


def _stated(connection: sqlite3.Connection, objects: Sequence[SchemaObject]) -> list[str]:
    """The revision that the file says to be of; more than one is none of ours."""
    if not any(each[:2] == ("table", "alembic_version") for each in objects):
        return []
    rows = connection.execute("SELECT version_num FROM alembic_version LIMIT 2").fetchall()
    return [str(row[0]) for row in rows]


def _is_newer(stated: Sequence[str]) -> bool:
    return len(stated) == 1 and stated[0] > HEAD


def _foreign(path: Path, strange: Sequence[SchemaObject]) -> AppError:
    named = ", ".join(f"{_KINDS.get(each[0], '')} “{each[1]}”".strip() for each in strange)
    more = f" ({named})" if 0 < len(strange) <= _MOST_NAMED else ""
    return AppError(
        f"Tệp {path.name} có phần không do Tiến Độ tạo ra{more} nên không mở.",
        "Tệp có thể bị hỏng hoặc bị người khác sửa; hãy khôi phục từ bản sao lưu gần nhất, hoặc "
        "hỏi lại người đã gửi tệp.",
    )
