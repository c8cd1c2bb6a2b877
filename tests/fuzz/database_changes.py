"""A sound database of ours with something in it that this program would never have written."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from random import Random
from typing import Any

from models.store.driver import connected, driver_errors
from models.store.keyring import FileKey
from tests.fuzz.byte_changes import ODD, changed_json

_BLOBS = (b"", b"\0", b"\xff\xfe", b"\xc3\x28", b"x\x9c" + b"\0" * 20, bytes(300_000))
_ENDLESS = (
    "AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id FROM n"
)
_NASTY = (
    *(
        f"ALTER TABLE {table} RENAME TO other; CREATE VIEW {table} {_ENDLESS}"
        for table in ("people", "contents", "changes", "alembic_version")
    ),
    "CREATE TRIGGER fuzz AFTER UPDATE ON people BEGIN DELETE FROM changes; END",
    "CREATE TRIGGER fuzz BEFORE INSERT ON action_log BEGIN SELECT RAISE(FAIL, 'x'); END",
    f"CREATE VIEW fuzz {_ENDLESS}",
    "CREATE TABLE fuzz (a, b GENERATED ALWAYS AS (hex(zeroblob(1000000000))) STORED)",
    "CREATE TABLE fuzz (a DEFAULT (randomblob(900000000)))",
    "CREATE VIRTUAL TABLE fuzz USING fts5(a)",
    "CREATE INDEX fuzz ON people(substr(name, 1, 3))",
    "CREATE INDEX fuzz ON people(id) WHERE name LIKE '%a%'",
    "ALTER TABLE people ADD COLUMN fuzz",
    "ALTER TABLE people RENAME TO fuzz",
    "CREATE TABLE sqlitefuzz (a) WITHOUT ROWID",
    "DROP TABLE action_log",
    "DROP TABLE alembic_version",
    "PRAGMA user_version = 2147483647",
    "PRAGMA application_id = 1",
    "PRAGMA encoding = 'UTF-16'",
    "PRAGMA journal_mode = WAL",
    "PRAGMA auto_vacuum = 1",
    "UPDATE alembic_version SET version_num = '9999'",
    "UPDATE alembic_version SET version_num = '0005'",
    "UPDATE alembic_version SET version_num = '-001'",
    "UPDATE alembic_version SET version_num = x'00ff'",
    "DELETE FROM alembic_version",
    "INSERT INTO alembic_version VALUES ('0001')",
)


def change_database(rng: Random, path: Path, key: FileKey | None) -> list[str]:
    """Change some cells, rows or parts of the schema of the database at `path`; tells what."""
    told: list[str] = []
    with closing(connected(path, key)) as database:
        database.execute("PRAGMA foreign_keys = OFF")
        database.execute("PRAGMA ignore_check_constraints = ON")
        database.execute("PRAGMA journal_mode = MEMORY")
        for _ in range(rng.choice((1, 1, 2, 4))):
            with suppress(*driver_errors(OverflowError, UnicodeError)):
                told.append(rng.choice(_CHANGES)(rng, database))
    return told


def _cell(rng: Random, database: sqlite3.Connection) -> str:
    table, columns = _filled_table(rng, database)
    column = rng.choice(columns)
    row, before = rng.choice(
        database.execute(f'SELECT rowid, "{column}" FROM "{table}" LIMIT 50').fetchall()
    )
    value, how = _odd_value(rng, before)
    where = "" if rng.random() < 0.2 else f" WHERE rowid = {row}"
    # Twice as many values can be told from here as the driver gives: bytes that are no text.
    database.execute(f'UPDATE OR REPLACE "{table}" SET "{column}" = {how}{where}', (value,))
    return f"{table}.{column} {row} {str(value)[:60]!r} {how}"


def _odd_value(rng: Random, before: Any) -> tuple[Any, str]:
    what = rng.random()
    if what < 0.2:
        return rng.choice(_BLOBS), "CAST(? AS TEXT)"
    if what < 0.35:
        return rng.choice(_BLOBS), "?"
    if what < 0.6 and isinstance(before, str) and before[:1] in ("{", "["):
        return json.dumps(changed_json(rng, json.loads(before)), ensure_ascii=False), "?"
    if what < 0.7 and isinstance(before, bytes) and before:
        changed = bytearray(before)
        changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
        return bytes(changed), "?"
    odd = rng.choice(ODD)
    return (odd if isinstance(odd, str | int | float | None) else json.dumps(odd)), "?"


def _row_gone(rng: Random, database: sqlite3.Connection) -> str:
    table, _ = _filled_table(rng, database)
    some = "" if rng.random() < 0.3 else " WHERE rowid % 3 = 1"
    database.execute(f'DELETE FROM "{table}"{some}')
    return f"rows of {table}{some} gone"


def _row_twice(rng: Random, database: sqlite3.Connection) -> str:
    table, columns = _filled_table(rng, database)
    names = ", ".join(f'"{each}"' for each in columns)
    moved = ", ".join(
        f'"{each}" + {rng.choice((1, 1000, 2**62))}' if each == "id" else f'"{each}"'
        for each in columns
    )
    database.execute(f'INSERT OR REPLACE INTO "{table}" ({names}) SELECT {moved} FROM "{table}"')
    return f"rows of {table} twice"


def _nasty(rng: Random, database: sqlite3.Connection) -> str:
    chosen = rng.choice(_NASTY)
    database.executescript(chosen)
    return chosen


def _schema_text(rng: Random, database: sqlite3.Connection) -> str:
    """The text of a table changed where no statement could."""
    database.execute("PRAGMA writable_schema = ON")
    name = rng.choice(_tables(database))
    old, new = rng.choice(
        (("INTEGER", "TEXT"), ("VARCHAR", "BLOB"), ("NOT NULL", ""), (")", ", CHECK (1))"),
         ("TABLE", "TABLE/**/"), ("CREATE", "CREATE TEMP"), ("(", "(" * 2000))
    )  # fmt: skip
    database.execute(
        "UPDATE sqlite_master SET sql = replace(sql, ?, ?) WHERE name = ?", (old, new, name)
    )
    if rng.random() < 0.3:
        database.execute("UPDATE sqlite_master SET rootpage = ? WHERE name = ?",
                         (rng.choice((0, 1, 2, 7, 10**9)), name))  # fmt: skip
    return f"schema of {name}: {old} {new[:10]}"


def _tables(database: sqlite3.Connection) -> list[str]:
    found = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return [str(each[0]) for each in found if not str(each[0]).startswith("sqlite_")]


def _filled_table(rng: Random, database: sqlite3.Connection) -> tuple[str, list[str]]:
    tables = _tables(database)
    rng.shuffle(tables)
    for name in tables:
        if database.execute(f'SELECT 1 FROM "{name}" LIMIT 1').fetchone():
            columns = [row[1] for row in database.execute(f'PRAGMA table_info("{name}")')]
            return name, columns
    raise sqlite3.DatabaseError("nothing is in it")


_CHANGES: tuple[Callable[[Random, sqlite3.Connection], str], ...] = (
    *(_cell,) * 8, _row_gone, _row_twice, _nasty, _nasty, _schema_text,
)  # fmt: skip
