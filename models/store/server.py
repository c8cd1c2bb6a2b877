"""The office's data in a PostgreSQL database, which several machines may have open."""

from __future__ import annotations

from contextlib import AbstractContextManager

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, text

from models.clock import Clock, now
from models.errors import AppError
from models.store.revision import HEAD
from models.store.server_faults import foreign_database, newer_database, server_explained
from models.store.store import WRITES, Store
from models.store.upgrade import migrate

_TURN = 0x5469446F
"""The lock of a database for whoever writes: one after the other, as with a file."""
LONGEST_WAIT = "60s"


class ServerStore(Store):
    """One open database. Made by `create_on_server` and `open_server`, not directly."""

    def __init__(self, url: URL, clock: Clock) -> None:
        super().__init__(clock)
        self.url = url

    def _made_engine(self) -> Engine:
        return _make_engine(self.url)

    def explained(self) -> AbstractContextManager[None]:
        """Known faults surface as sentences that name the server."""
        return server_explained(self.url)


def create_on_server(url: URL, clock: Clock = now) -> ServerStore:
    """Make the tables in the empty database at `url` and open it.

    Raises `AppError` when the database holds something already; it is then as it was.
    """
    store = ServerStore(url, clock)
    try:
        with store.explained():
            with store.engine.connect() as connection:
                if inspect(connection).get_table_names():
                    raise AppError(
                        f"Cơ sở dữ liệu {url.database} đã có dữ liệu.",
                        "Hãy mở dữ liệu đó, hoặc tạo một cơ sở dữ liệu trống; dữ liệu cũ không bị "
                        "thay đổi.",
                    )
            migrate(store.engine)
    except BaseException:
        store.close()
        raise
    return store


def open_server(url: URL, clock: Clock = now) -> ServerStore:
    """Open the database at `url`, upgrading its tables when they are of an older version.

    Raises `AppError` for a database that is not ours, newer, or not to be reached.
    """
    store = ServerStore(url, clock)
    try:
        with store.explained():
            found = _revision(store.engine)
            if found is None:
                raise foreign_database(url)
            if found > HEAD:
                raise newer_database(url)
            if found != HEAD:
                migrate(store.engine)
    except BaseException:
        store.close()
        raise
    return store


def _revision(engine: Engine) -> str | None:
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _make_engine(url: URL) -> Engine:
    """An engine for the database at `url`; nothing is opened yet."""
    engine = create_engine(
        url, pool_size=2, connect_args={"options": f"-c lock_timeout={LONGEST_WAIT}"}
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    if connection.get_execution_options().get(WRITES):
        # Each statement after it sees what those committed who had their turn before.
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_TURN})")
    else:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
