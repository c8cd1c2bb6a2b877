"""Connections of the driver to a data file, plain or encrypted, and a few that are kept open.

Whoever opens a database of ours opens it here. An encrypted file needs SQLCipher, whose driver is
another module of the same shape; it is imported when the first encrypted file is opened.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import ModuleType
from typing import TypeGuard, cast
from urllib.parse import quote

from models.store.header import PLAIN_HEADER
from models.store.keyring import FileKey, Locked, cipher_key

MOST_LOGGED = 16_384
"""So many pages of 4 KiB may stand in the log of a file that is never quiet."""
_CIPHER = "sqlcipher3.dbapi2"
_CACHE, _CIPHER_CACHE = "-16000", "-64000"
"""KiB of pages in memory. A page that is kept there need not be deciphered again."""

Connect = Callable[[], sqlite3.Connection]
ConnectWith = Callable[[Path, FileKey | None], sqlite3.Connection]


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


def driver_errors(*besides: type[Exception]) -> tuple[type[Exception], ...]:
    """What the drivers raise, for an `except`, and what else is caught there.

    SQLCipher's errors are none of `sqlite3.Error`.
    """
    cipher = sys.modules.get(_CIPHER)
    return (sqlite3.Error, *besides) if cipher is None else (sqlite3.Error, cipher.Error, *besides)


def driver_module(key: FileKey | None) -> ModuleType:
    """The driver for a file of that key: the standard library's for a plain one."""
    if key is None:
        return sqlite3
    from sqlcipher3 import dbapi2

    return cast(ModuleType, dbapi2)


def is_of_a_file(connection: object) -> TypeGuard[sqlite3.Connection]:
    """Whether a driver's connection is one to a file, plain or encrypted."""
    cipher = sys.modules.get(_CIPHER)
    kinds = (sqlite3.Connection,) if cipher is None else (sqlite3.Connection, cipher.Connection)
    return isinstance(connection, kinds)


def connect(path: Path, timeout: float = 5) -> sqlite3.Connection:
    """A connection to the file of ours at `path` as the driver makes it, without transactions of
    its own. Raises `Locked` for an encrypted file whose password nobody has given."""
    key = cipher_key(path) if path.exists() else None
    return connected(path, key, timeout)


def connected(path: Path, key: FileKey | None, timeout: float = 5) -> sqlite3.Connection:
    """The same with a key that is known, also to a file that is still to be made."""
    return _opened(str(path), key, timeout=timeout, check_same_thread=False)


def connected_by_cipher(path: Path, key: FileKey | None) -> sqlite3.Connection:
    """The same, a plain file by SQLCipher's driver too: encrypted ones can be attached to it."""
    from sqlcipher3 import dbapi2

    return _opened(str(path), key, cast(ModuleType, dbapi2))


def refuse_locked(path: Path) -> sqlite3.Connection:
    """In the place of a connection to a file that is locked up."""
    raise Locked(path)


def connect_to_work(path: Path, key: FileKey | None = None) -> sqlite3.Connection:
    """A connection to the working file at `path`, with durable settings."""
    connection = connected(path, key)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(f"PRAGMA cache_size = {_CIPHER_CACHE if key else _CACHE}")
    # A large change shall not wait until its log is written home: that is done when it is quiet.
    connection.execute(f"PRAGMA wal_autocheckpoint = {MOST_LOGGED}")
    return connection


def connect_to_look(path: Path, key: FileKey | None = None) -> sqlite3.Connection:
    """A connection that only reads a file that nobody changes meanwhile."""
    connection = connect_to_still(path, key)
    connection.execute("PRAGMA query_only = ON")
    connection.execute(f"PRAGMA cache_size = {_CIPHER_CACHE if key else _CACHE}")
    return connection


def connect_to_still(path: Path, key: FileKey | None = None) -> sqlite3.Connection:
    """A connection to a file that nobody changes meanwhile: nothing beside it is made or needed."""
    return _opened(f"{_uri(path)}?immutable=1", key, uri=True, check_same_thread=False)


def connect_beside(path: Path, key: FileKey | None = None) -> sqlite3.Connection:
    """A connection that reads a file whose log is in use, and does not write that home when it is
    the last to be closed."""
    return _opened(f"{_uri(path)}?mode=ro", key, uri=True, check_same_thread=False)


def _opened(
    name: str, key: FileKey | None, driver: ModuleType | None = None, **options: object
) -> sqlite3.Connection:
    module = driver or driver_module(key)
    connection = cast(
        sqlite3.Connection,
        # The driver's own transactions would leave DDL outside of them.
        module.connect(name, isolation_level=None, **options),
    )
    if key is not None:
        # Of a wrong key the caller hears by the error; the cipher would write it to the terminal.
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f'PRAGMA key = "{key.pragma}"')
        connection.execute(f"PRAGMA cipher_plaintext_header_size = {PLAIN_HEADER}")
    # What a file says in its schema is not trusted with functions that have effects.
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def _uri(path: Path) -> str:
    """The path as SQLite wants it in an address; bytes that are no text stay as they are."""
    quoted = quote(os.fsencode(path.absolute().as_posix()))
    return f"file:{quoted if quoted.startswith('/') else '/' + quoted}"
