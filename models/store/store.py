"""The office's data, open: read from, changed, and told about changes; in a file or on a server."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Self

from models.clock import Clock
from models.errors import AppError
from models.machine.account import account_name
from models.store.prepared import DeclaredReader, PreparedReader
from models.store.stumbling import naming_unreadable

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from models.records.kept_copies import CopyReason

WRITES = "tiendo_writes"
"""The option of a connection whose transaction may write."""

Guard = Callable[["CopyReason", bool], None]
Topics = frozenset[str]
Listener = Callable[[Topics], None]


class Store(ABC):
    """One open store; `DataFile` and `ServerStore` are its two kinds.

    Topics are names of tables; listeners run in the thread that committed. `commits` counts what
    has been committed since it was opened. `only_read` is what whoever wants to write is told
    where nothing can be written. `guard(reason, for_good)` is called by the journal before a risky
    change is committed, in its thread, and keeps the state before; what it raises stops the change.
    """

    def __init__(self, clock: Clock, only_read: AppError | None = None) -> None:
        self.clock = clock
        self.who = account_name()
        self.only_read = only_read
        self.commits = 0
        self.guard: Guard | None = None
        self._listeners: list[Listener] = []
        self._closers: list[Callable[[], None]] = []

    @cached_property
    def engine(self) -> Engine:
        """SQLAlchemy over the data, imported when something first needs more than a text."""
        return self._made_engine()

    @abstractmethod
    def _made_engine(self) -> Engine:
        """The engine; nothing is opened yet."""

    @abstractmethod
    def explained(self) -> AbstractContextManager[None]:
        """Within it, known faults of the database surface as `AppError`; others pass unchanged."""

    @contextmanager
    def reading_prepared(self) -> Iterator[PreparedReader]:
        """Runs statements whose text is known, over one consistent state."""
        with self.reading() as connection:
            yield DeclaredReader(connection)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one consistent state."""
        with (
            naming_unreadable(lambda: self.engine),
            self.explained(),
            self.engine.connect() as connection,
            connection.begin(),
        ):
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection inside one write transaction, which waits for those of others.

        Only `models.journal` may use it.
        """
        if self.only_read is not None:
            raise AppError(self.only_read.sentence, self.only_read.advice)
        with (
            naming_unreadable(lambda: self.engine),
            self.explained(),
            self.engine.connect() as connection,
        ):
            writer = self._writer(connection)
            with writer.begin():
                yield writer
        self.commits += 1

    def _writer(self, connection: Connection) -> Connection:
        """`connection` made ready for a transaction that writes."""
        return connection.execution_options(**{WRITES: True})

    def on_change(self, listener: Listener) -> None:
        """Call `listener` with the touched topics after each committed change."""
        self._listeners.append(listener)

    def announce(self, topics: Topics) -> None:
        """Tell the listeners that a change was committed."""
        for listener in self._listeners:
            listener(topics)

    def on_close(self, closer: Callable[[], None]) -> None:
        """Call `closer` once the store has been closed."""
        self._closers.append(closer)

    def close(self) -> None:
        """Close the store and what was opened for it."""
        self._disconnect()
        closers, self._closers = self._closers, []
        for closer in closers:
            closer()

    def _disconnect(self) -> None:
        if "engine" in vars(self):
            self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
