"""Reading a kept copy back once more: its bytes, its pages, its counts, its journal."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

from models.clock import Clock
from models.errors import AppError
from models.journal.chain_check import broken_links
from models.journal.differences import journal_differences
from models.store.backup import count_in
from models.store.connection import engine_over
from models.store.driver import connect_to_look, connect_to_still, driver_errors
from models.store.kept import KeptCopy
from models.store.keyring import FileKey, cipher_key
from models.store.seal import SealKind, seal_kind
from models.store.unreadable import STUMBLES


class CopyBroken(Exception):
    """A kept copy is not what it was when it was made."""


def journal_head(connection: sqlite3.Connection) -> str:
    """The newest link of the journal: it is over all that was ever written; "" of older files."""
    found = connection.execute("SELECT link FROM changes ORDER BY id DESC LIMIT 1").fetchone()
    return str(found[0] or "") if found else ""


def journal_holds(path: Path, key: FileKey | None) -> bool:
    """Whether the copy at `path` holds what its journal says, and the journal is unbroken.

    Damage that the database does not see is found so, and nothing wrong counts as proven: what
    cannot be read through holds nothing.
    """
    engine = engine_over(partial(connect_to_look, path, key), key)
    try:
        with engine.connect() as connection, connection.begin():
            return not (broken_links(connection) or journal_differences(connection))
    except STUMBLES:
        return False
    finally:
        engine.dispose()


def prove_again(copy: KeptCopy, clock: Clock) -> KeptCopy:
    """The same copy, read back just now. Raises `CopyBroken` when it is not whole any more.

    Nothing is written to it: a cut in the middle of that could cost its key.
    """
    try:
        if seal_kind(copy.path) is not SealKind.WHOLE:
            raise CopyBroken(copy.path)
        with closing(connect_to_still(copy.path, cipher_key(copy.path))) as connection:
            verdict = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
            counted = count_in(connection)
    except driver_errors(OSError, UnicodeDecodeError, AppError) as error:
        raise CopyBroken(copy.path) from error
    if verdict != "ok" or (counted.people, counted.files) != (copy.people, copy.files):
        raise CopyBroken(copy.path)
    return copy._replace(proven_at=clock())
