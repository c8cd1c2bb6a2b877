"""A database written anew with another key or with none, and proven to hold the very same.

Nothing plain is written beside the target: what the database needs for a moment stays in memory.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import zip_longest
from pathlib import Path

from models.machine.private import open_owned
from models.store.driver import connected, connected_by_cipher
from models.store.header import PLAIN_HEADER, own_header
from models.store.keyring import FileKey

_TABLES = (
    "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE substr(name, 1, 7) <> 'sqlite_' "
    "ORDER BY type, name"
)


class NotTheSame(sqlite3.DatabaseError):
    """What was written is not what was read."""


def rewrite(
    source: Path, present: FileKey | None, target: Path, key: FileKey | None, state: int
) -> None:
    """Write the database at `source` to the new file `target` under `key`, in that `state`.

    Raises `OSError` or what the drivers raise; whoever calls takes `target` away then.
    """
    os.close(open_owned(target))
    with closing(connected_by_cipher(source, present)) as connection:
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("ATTACH ? AS made KEY ?", (str(target), key.pragma if key else ""))
        if key is not None:
            connection.execute(f"PRAGMA made.cipher_plaintext_header_size = {PLAIN_HEADER}")
        # A draft that was cut off is thrown away: it needs no journal to be mended from.
        connection.execute("PRAGMA made.journal_mode = OFF")
        connection.execute("SELECT sqlcipher_export('made')")
        connection.execute(f"PRAGMA made.application_id = {own_header(source).application}")
        connection.execute(f"PRAGMA made.user_version = {state}")
        connection.execute("DETACH made")


def prove_same(source: Path, present: FileKey | None, target: Path, key: FileKey | None) -> None:
    """Raise `NotTheSame` unless both hold the same tables with the same rows, byte for byte, and
    the new one is sound."""
    with (
        closing(connected(source, present)) as one,
        closing(connected(target, key)) as other,
    ):
        one.text_factory = other.text_factory = bytes
        for question, well in _SOUND:
            found = other.execute(question).fetchall()
            if found != well:
                raise NotTheSame(f"{question}: {found[:1]}")
        if key is not None and other.execute("PRAGMA cipher_integrity_check").fetchall():
            raise NotTheSame("a page is not as it was written")
        if one.execute(_TABLES).fetchall() != other.execute(_TABLES).fetchall():
            raise NotTheSame("the tables differ")
        for name, order in _tables(one):
            rows = f'SELECT * FROM "{name}" ORDER BY {order}'
            for row, copy in zip_longest(one.execute(rows), other.execute(rows)):
                if row != copy:
                    raise NotTheSame(f"a row of {name} differs")


_SOUND: tuple[tuple[str, list[tuple[bytes, ...]]], ...] = (
    ("PRAGMA integrity_check(1)", [(b"ok",)]),
    ("PRAGMA foreign_key_check", []),
)


def _tables(database: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Each table with the order of its rows: that of its key, else of all its columns."""
    names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    for (name,) in names:
        table = name.decode()
        columns = database.execute(f'PRAGMA table_info("{table}")').fetchall()
        keyed = sorted((each[5], each[0] + 1) for each in columns if each[5])
        order = [place for _, place in keyed] or [each[0] + 1 for each in columns]
        yield table, ", ".join(map(str, order))
