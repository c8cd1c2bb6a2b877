"""Data on a server: the same tables, the same order of texts, faults told by their state."""

from __future__ import annotations

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text

from models.errors import AppError
from models.figures.figures import figures
from models.journal import replay
from models.journal.history import fingerprint
from models.records import PeopleQuery
from models.roster.people import list_people
from models.store import server
from models.store.revision import HEAD
from models.store.schema import metadata
from models.store.server import ServerStore, create_on_server, open_server
from models.store.server_faults import explain_state
from models.store.upgrade import MIGRATIONS, migrate
from tests.conftest import clock
from tests.engines import KeptDatabase
from tests.factory import add_people

REVISIONS = [s.revision for s in reversed(list(ScriptDirectory(str(MIGRATIONS)).walk_revisions()))]


@pytest.fixture
def url(databases):
    """The address of an empty database."""
    made = databases.empty()
    yield made
    databases.drop(made)


@pytest.fixture
def stored(databases):
    """The address of a database with the fresh commune's data."""
    made = databases.copy()
    assert isinstance(made, KeptDatabase)
    yield made.url
    databases.drop(made.url)


def run(url, *statements):
    """Run statements past the program."""
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for each in statements:
            connection.execute(text(each))
    engine.dispose()


def test_head_equals_the_models(stored):
    with open_server(stored, clock) as store, store.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_texts_are_compared_as_in_a_file(stored):
    with open_server(stored, clock) as store, store.reading() as connection:
        order = connection.execute(text("SELECT 'B' < 'a'")).scalar_one()
        assert order is False
        columns = connection.execute(
            text(
                "SELECT table_name, column_name FROM information_schema.columns"
                " WHERE table_schema = 'public' AND collation_name IS DISTINCT FROM 'C'"
                " AND data_type IN ('character varying', 'text')"
            )
        ).all()
        assert columns == []


@pytest.mark.parametrize("target", REVISIONS[:-1])
def test_a_database_of_before_is_upgraded_with_what_it_holds(url, target):
    store = ServerStore(url, clock)
    migrate(store.engine, target)
    store.close()
    run(
        url,
        "INSERT INTO units (id, uid, name, name_key, name_search, kind, position)"
        " VALUES (1, 'u1', 'Trạm Y tế', 'trạm y tế', 'tram y te', 'health', 0)",
        "INSERT INTO people (id, uid, name, name_key, name_search, name_sort, unit_id)"
        " VALUES (1, 'p1', 'Đỗ Thị Ánh', 'đỗ thị ánh', 'do thi anh', 'x', 1)",
    )
    with open_server(url, clock) as opened:
        with opened.reading() as connection:
            found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        assert found == HEAD
        assert add_people(opened, 1, 1) == [2]


def test_what_is_there_already_or_not_ours_or_newer_is_refused(url, stored):
    with pytest.raises(AppError, match="đã có dữ liệu"):
        create_on_server(stored, clock)
    with pytest.raises(AppError, match="không phải là dữ liệu của Tiến Độ"):
        open_server(url, clock)
    run(stored, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(AppError, match="phiên bản Tiến Độ mới hơn"):
        open_server(stored, clock)


def test_reading_sees_one_state_and_writes_nothing(stored):
    with open_server(stored, clock) as store, open_server(stored, clock) as other:
        count = text("SELECT count(*) FROM people")
        with store.reading() as connection:
            assert connection.execute(count).scalar() == 0
            add_people(other, 2)
            assert connection.execute(count).scalar() == 0
        with store.reading() as connection:
            assert connection.execute(count).scalar() == 2
        with pytest.raises(AppError, match="chỉ cho phép đọc"), store.reading() as connection:
            connection.execute(text("DELETE FROM people"))
        assert store.commits == 0
        assert other.commits == 2


def test_long_changes_are_replayed_by_the_database(stored, monkeypatch):
    with open_server(stored, clock) as store:
        monkeypatch.setattr(replay, "ENOUGH", 2)
        monkeypatch.setattr(replay, "_ACTS", {})
        before = fingerprint(store)
        add_people(store, 1)
        monkeypatch.setattr(replay, "ENOUGH", 1)
        after = fingerprint(store)
        replay.undo(store)
        assert fingerprint(store) == before
        replay.redo(store)
        assert fingerprint(store) == after


def test_who_waits_too_long_for_their_turn_is_told(stored, monkeypatch):
    monkeypatch.setattr(server, "LONGEST_WAIT", "50ms")
    with open_server(stored, clock) as store, open_server(stored, clock) as other:
        with store.writing(), pytest.raises(AppError, match="Người khác đang ghi dữ liệu"):
            add_people(other, 1)
        assert add_people(other, 1) == [1]


def test_a_server_for_reading_only_is_told(stored):
    run(stored, f"ALTER DATABASE {stored.database} SET default_transaction_read_only = on")
    with open_server(stored, clock) as store:
        with pytest.raises(AppError, match="chỉ cho phép đọc nên chưa ghi gì"):
            add_people(store, 1)
        assert list_people(store, PeopleQuery()) == ()


def test_what_an_account_may_not_do_is_told(stored):
    run(stored, "CREATE ROLE khach LOGIN", "GRANT SELECT ON ALL TABLES IN SCHEMA public TO khach")
    try:
        with (
            open_server(stored.set(username="khach"), clock) as store,
            pytest.raises(AppError, match="Tài khoản này không được phép"),
        ):
            add_people(store, 1)
    finally:
        run(stored, "DROP OWNED BY khach", "DROP ROLE khach")


@pytest.mark.parametrize("elsewhere", [{"database": "khong_co"}, {"query": {"host": "/khong/co"}}])
def test_a_server_that_is_not_reached_is_told(stored, elsewhere):
    with pytest.raises(AppError, match="Không kết nối được với máy chủ dữ liệu"):
        open_server(stored.set(**elsewhere), clock)


def test_a_server_that_goes_meanwhile_is_told(stored):
    with open_server(stored, clock) as store:
        add_people(store, 1)
        gone = text(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        with pytest.raises(AppError, match="Không kết nối được"), store.writing():
            run(stored, str(gone))
        assert add_people(store, 1) == [2]


@pytest.mark.parametrize("state", ["53100", "XX001", "53300", "42501"])
def test_faults_are_sentences_with_advice(stored, state):
    told = explain_state(state, stored)
    assert told is not None
    assert told.advice
    assert explain_state("23505", stored) is None


def test_the_row_of_a_word_that_cannot_be_read_is_named(stored):
    run(stored, "UPDATE units SET kind = 'lạ' WHERE id = 3")
    with (
        open_server(stored, clock) as store,
        pytest.raises(AppError, match=r"Dòng 3 của bảng đơn vị.*“lạ”"),
    ):
        figures(store, clock().date())
