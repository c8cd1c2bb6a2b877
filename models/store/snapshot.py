"""A store as it stands at one moment, for whatever asks several things of it at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING

from models.errors import AppError
from models.store.store import Store

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

ONLY_READ = AppError("Đang đọc dữ liệu của một thời điểm.", "Hãy ghi vào chính tệp dữ liệu.")


class Snapshot(Store):
    """Answers everything over one connection; nothing can be written. Made by `snapshot`."""

    def __init__(self, store: Store, connection: Connection) -> None:
        super().__init__(store.clock, ONLY_READ)
        self._store, self._connection = store, connection

    def _made_engine(self) -> Engine:
        return self._store.engine

    def explained(self) -> AbstractContextManager[None]:
        """Known faults surface as those of the store."""
        return self._store.explained()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """The one connection."""
        yield self._connection


@contextmanager
def snapshot(store: Store) -> Iterator[Store]:
    """`store` as it is now, also while others write."""
    with store.reading() as connection:
        yield Snapshot(store, connection)
