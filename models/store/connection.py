"""SQLAlchemy over connections of the driver, with transactions that also cover DDL."""

from __future__ import annotations

import sqlite3
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from models.store.driver import Connect, connect_to_work, driver_module, is_of_a_file
from models.store.folding import know_folding
from models.store.keyring import FileKey
from models.store.log import move_on
from models.store.store import WRITES


def make_engine(path: Path, key: FileKey | None = None) -> Engine:
    """An engine for the SQLite file at `path`; nothing is opened yet."""
    return engine_over(partial(connect_to_work, path, key), key)


def engine_over(connect: Connect, key: FileKey | None = None) -> Engine:
    """An engine whose connections are made by `connect`; nothing is opened yet."""
    engine = create_engine(
        "sqlite://",
        module=driver_module(key),
        creator=connect,
        poolclass=QueuePool,
        pool_size=2,
    )
    event.listen(engine, "connect", _connected)
    event.listen(engine, "begin", _begin)
    return engine


def driver_connection(connection: Connection) -> sqlite3.Connection:
    """The driver's connection below SQLAlchemy's."""
    found = connection.connection.driver_connection
    assert is_of_a_file(found)
    return found


def _connected(connection: sqlite3.Connection, _record: object) -> None:
    know_folding(connection)


def _begin(connection: Connection) -> None:
    if connection.get_execution_options().get(WRITES):
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        move_on(driver_connection(connection))
    else:
        connection.exec_driver_sql("BEGIN")
