"""A store that lies in a file: its connections, and how they are given up while it is locked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from models.clock import Clock
from models.errors import AppError
from models.store.driver import Connect, ConnectWith, KeptConnections, refuse_locked
from models.store.faults import faults_explained
from models.store.keyring import FileKey
from models.store.log import log_left
from models.store.prepared import PreparedReader, TextReader
from models.store.store import Store
from models.store.stumbling import naming_unreadable

if TYPE_CHECKING:
    from sqlalchemy import Engine


class FileStore(Store):
    """Connections are made by `connect` to what lies at `place`, the file at `path` or its copy.

    `key` opens it when it is encrypted; it is None also while `is_locked_up`.
    """

    def __init__(
        self,
        path: Path,
        clock: Clock,
        connect: ConnectWith,
        place: Path | None,
        only_read: AppError | None,
        key: FileKey | None,
    ) -> None:
        super().__init__(clock, only_read)
        self.path = path
        self.key = key
        self.is_locked_up = False
        self._connect_with, self._place = connect, place or path
        self._arm(partial(connect, self._place, key))

    def _made_engine(self) -> Engine:
        from models.store.connection import engine_over

        return engine_over(self._connect, self.key)

    def explained(self) -> AbstractContextManager[None]:
        """Known faults surface as sentences that name the file."""
        return faults_explained(self.path)

    @contextmanager
    def reading_prepared(self) -> Iterator[PreparedReader]:
        """The texts go to the standard library's driver; SQLAlchemy is not imported for them."""
        with (
            naming_unreadable(lambda: self.engine),
            faults_explained(self.path),
            self._kept.reading() as connection,
        ):
            yield TextReader(connection)

    def lock_up(self) -> None:
        """Close all connections to the encrypted file and forget its key until `open_up`.

        The file stays ours: its lock is kept. Whoever wants to read or write meanwhile is told
        that it is `Locked`.
        """
        self._let_go()
        self.is_locked_up, self.key = True, None
        self._arm(partial(refuse_locked, self.path))

    def open_up(self, key: FileKey) -> None:
        """Go on with the file that was locked up; `key` is its own."""
        self.is_locked_up, self.key = False, key
        self._arm(partial(self._connect_with, self._place, key))

    def _arm(self, connect: Connect) -> None:
        """From now on connections are made so."""
        vars(self).pop("engine", None)
        self._connect = connect
        self._kept = KeptConnections(connect)

    def _disconnect(self) -> None:
        self._let_go()

    def _let_go(self) -> None:
        with log_left(self.path, self.key) if self.only_read is None else nullcontext():
            self._kept.close()
            super()._disconnect()
