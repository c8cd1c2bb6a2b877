"""Connections to a data file: durable settings, and transactions that also cover DDL."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from models.store.log import move_on

WRITES = "tiendo_writes"


def make_engine(path: Path) -> Engine:
    """An engine for the SQLite file at `path`; nothing is opened yet."""
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        poolclass=QueuePool,
        pool_size=2,
        connect_args={"check_same_thread": False, "timeout": 5},
    )
    event.listen(engine, "connect", _configure)
    event.listen(engine, "begin", _begin)
    return engine


def make_viewing_engine(path: Path) -> Engine:
    """An engine that only reads the file at `path`, which nobody else changes meanwhile."""

    def connect() -> sqlite3.Connection:
        return connect_to_still(path)

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool, pool_size=2)
    event.listen(engine, "connect", _only_read)
    event.listen(engine, "begin", _begin)
    return engine


def connect_to_still(path: Path) -> sqlite3.Connection:
    """A connection to a file that nobody changes meanwhile: nothing beside it is made or needed."""
    return sqlite3.connect(f"{_uri(path)}?immutable=1", uri=True, check_same_thread=False)


def driver_connection(connection: Connection) -> sqlite3.Connection:
    """The standard library's connection below SQLAlchemy's."""
    found = connection.connection.driver_connection
    assert isinstance(found, sqlite3.Connection)
    return found


def _uri(path: Path) -> str:
    """The path as SQLite wants it in an address; bytes that are no text stay as they are."""
    quoted = quote(os.fsencode(path.absolute().as_posix()))
    return f"file:{quoted if quoted.startswith('/') else '/' + quoted}"


def _only_read(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None
    connection.execute("PRAGMA query_only = ON")
    connection.execute("PRAGMA cache_size = -16000")


def _configure(connection: sqlite3.Connection, _record: object) -> None:
    # The driver's own transactions would leave DDL outside of them.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA cache_size = -16000")


def _begin(connection: Connection) -> None:
    if connection.get_execution_options().get(WRITES):
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        move_on(driver_connection(connection))
    else:
        connection.exec_driver_sql("BEGIN")
