"""The data of a test, kept by the engine under test: a file, or a database on a server.

The tests of `models` that touch a store run with SQLite, and once more with
`packaging/server/with_server.sh pytest --engine=postgresql tests/models`. What is SQLite's own is
marked `file_only`, with the reason; with a server such tests are skipped and counted.
"""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any, Protocol

import pytest
from sqlalchemy import URL, create_engine

from models.office.setup import commune_record, fill_new
from models.store.data_file import open_file
from models.store.server import create_on_server, open_server
from models.store.store import Store

OPTION, POSTGRESQL = "--engine", "postgresql"
OF_A_FILE = {"data_path", "made_file", "small_disk"}
TOUCHING = {"file", "kept", "new_data", "databases"} | OF_A_FILE
"""The fixtures by which a test reaches a store."""
PLACE = Path("tests") / "models"


class KeptData(Protocol):
    """The data of a test, opened as often as it likes."""

    def open(self) -> Store:
        """Open it; whoever opens it closes it."""

    def beside(self, store: Store) -> Store:
        """Another who works with the data that `store` holds open, at the same time."""


class KeptFile:
    """Data in a file."""

    def __init__(self, path: Path, clock: Callable[[], datetime]) -> None:
        self.path = path
        self._clock = clock

    def open(self) -> Store:
        """Open the file."""
        return open_file(self.path, self._clock)

    def beside(self, store: Store) -> Store:
        """One process has a file open, once; its threads work beside each other."""
        return store


class KeptDatabase:
    """Data on the server."""

    def __init__(self, url: URL, clock: Callable[[], datetime]) -> None:
        self.url = url
        self._clock = clock

    def open(self) -> Store:
        """Open the database."""
        return open_server(self.url, self._clock)

    def beside(self, _store: Store) -> Store:
        """Open the database once more."""
        return self.open()


class Databases:
    """The databases of one worker, copied from one that was made once."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
        self._clock = clock
        self._names = (f"thu_{worker}_{number}" for number in count())
        self._master = create_engine(server_url("postgres"), isolation_level="AUTOCOMMIT")
        self._model = self._made()
        with create_on_server(server_url(self._model), clock) as store:
            fill_new(store, commune_record("Xã Kẻ Sặt"), "ai-2026")

    def copy(self) -> KeptDatabase:
        """A new database with the data of the first one."""
        return KeptDatabase(server_url(self._made(self._model)), self._clock)

    def empty(self) -> URL:
        """A new database without any table."""
        return server_url(self._made())

    def drop(self, url: URL) -> None:
        """Take one away, whoever is still connected."""
        self._run(f"DROP DATABASE {url.database} WITH (FORCE)")

    def _made(self, model: str = "template1") -> str:
        name = next(self._names)
        self._run(f"CREATE DATABASE {name} TEMPLATE {model}")
        return name

    def _run(self, statement: str) -> None:
        with self._master.connect() as connection:
            connection.exec_driver_sql(statement)

    def close(self) -> None:
        """Leave the server, which goes with all of it."""
        self._master.dispose()


def server_url(database: str) -> URL:
    """The address of a database on the server that `with_server.sh` has started."""
    host = os.environ["PGHOST"]
    user = os.environ["PGUSER"]
    return URL.create("postgresql+psycopg", user, database=database, query={"host": host})


def on_server(config: pytest.Config) -> bool:
    """Whether this run keeps the data on a server."""
    return bool(config.getoption(OPTION) == POSTGRESQL)


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--engine` chooses what keeps the data."""
    parser.addoption(OPTION, choices=["sqlite", POSTGRESQL], default="sqlite")


def pytest_configure(config: pytest.Config) -> None:
    """The mark of what only a file can do."""
    config.addinivalue_line("markers", "file_only(reason): what is SQLite's own, or a file's")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With a server, only what touches a store in `models`; `file_only` is skipped aloud.

    With files, all but what only a server can do.
    """
    chosen: list[pytest.Item] = []
    for item in items:
        if not on_server(config):
            chosen += [] if "databases" in item.fixturenames else [item]
            continue
        mark = item.get_closest_marker("file_only")
        if mark is not None:
            item.add_marker(pytest.mark.skip(reason=mark.args[0]))
        elif PLACE not in _parents(config, item) or not TOUCHING & set(item.fixturenames):
            continue
        elif OF_A_FILE & set(item.fixturenames):
            raise pytest.UsageError(f"{item.nodeid} asks for a file: mark it file_only")
        chosen.append(item)
    kept = set(chosen)
    config.hook.pytest_deselected(items=[each for each in items if each not in kept])
    items[:] = chosen


def _parents(config: pytest.Config, item: pytest.Item) -> tuple[Path, ...]:
    return tuple(item.path.relative_to(config.rootpath).parents)


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """How many tests were left to the run with files, by reason."""
    if not on_server(config):
        return
    skipped = terminalreporter.stats.get("skipped", [])
    reasons = Counter(str(report.longrepr[2]).removeprefix("Skipped: ") for report in skipped)
    for reason, number in reasons.most_common():
        terminalreporter.write_line(f"{number} left to the run with files: {reason}")


@pytest.fixture(scope="session")
def databases() -> Iterator[Databases]:
    """The databases of this worker."""
    from tests.conftest import clock

    made = Databases(clock)
    yield made
    made.close()


@pytest.fixture
def new_data(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], KeptData]]:
    """Makes the data of the fresh commune: other data at each call."""
    from tests.conftest import clock

    if not on_server(request.config):
        made: Path = request.getfixturevalue("made_file")
        numbers = count()
        yield lambda: KeptFile(
            Path(shutil.copy(made, tmp_path / f"moi-{next(numbers)}.tiendo")), clock
        )
        return
    databases: Databases = request.getfixturevalue("databases")
    given: list[KeptDatabase] = []

    def give() -> KeptData:
        given.append(databases.copy())
        return given[-1]

    yield give
    for each in given:
        databases.drop(each.url)


@pytest.fixture
def kept(request: pytest.FixtureRequest) -> KeptData:
    """The data of this test: those of the fresh commune."""
    from tests.conftest import clock

    if on_server(request.config):
        return request.getfixturevalue("new_data")()  # type: ignore[no-any-return]
    return KeptFile(request.getfixturevalue("data_path"), clock)


@pytest.fixture
def file(kept: KeptData) -> Iterator[Store]:
    """The fresh commune's data, open, at 17:00 on 08/06/2026."""
    with kept.open() as opened:
        yield opened
