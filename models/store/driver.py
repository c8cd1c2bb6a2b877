"""Connections of the standard library's driver to a data file, and a few that are kept open."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

MOST_LOGGED = 16_384
"""So many pages of 4 KiB may stand in the log of a file that is never quiet."""

Connect = Callable[[], sqlite3.Connection]


class KeptConnections:
    """Connections that stay open from one use to the next; each has one user at a time."""

    def __init__(self, connect: Connect) -> None:
        self._connect = connect
        self._free: list[sqlite3.Connection] = []
        self._closed = False

    @contextmanager
    def taken(self) -> Iterator[sqlite3.Connection]:
        """A connection for whoever asks, alone."""
        try:
            connection = self._free.pop()
        except IndexError:
            connection = self._connect()
        try:
            yield connection
        finally:
            if connection.in_transaction:
                connection.rollback()
            self._free.append(connection)
            if self._closed:
                self.close()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection that sees one consistent state of the file."""
        with self.taken() as connection:
            connection.execute("BEGIN")
            yield connection

    def close(self) -> None:
        """Close them, and whichever is in use once it is given back."""
        self._closed = True
        while self._free:
            with suppress(IndexError):
                self._free.pop().close()


def connect_to_work(path: Path) -> sqlite3.Connection:
    """A connection to the working file at `path`, with durable settings."""
    connection = sqlite3.connect(path, timeout=5, check_same_thread=False)
    # The driver's own transactions would leave DDL outside of them.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA cache_size = -16000")
    # A large change shall not wait until its log is written home: that is done when it is quiet.
    connection.execute(f"PRAGMA wal_autocheckpoint = {MOST_LOGGED}")
    return connection


def connect_to_look(path: Path) -> sqlite3.Connection:
    """A connection that only reads a file that nobody changes meanwhile."""
    connection = connect_to_still(path)
    connection.isolation_level = None
    connection.execute("PRAGMA query_only = ON")
    connection.execute("PRAGMA cache_size = -16000")
    return connection


def connect_to_still(path: Path) -> sqlite3.Connection:
    """A connection to a file that nobody changes meanwhile: nothing beside it is made or needed."""
    return sqlite3.connect(f"{_uri(path)}?immutable=1", uri=True, check_same_thread=False)


def _uri(path: Path) -> str:
    """The path as SQLite wants it in an address; bytes that are no text stay as they are."""
    quoted = quote(os.fsencode(path.absolute().as_posix()))
    return f"file:{quoted if quoted.startswith('/') else '/' + quoted}"
