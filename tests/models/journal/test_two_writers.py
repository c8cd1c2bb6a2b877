"""Two who write at the same time: nothing fails, nothing is lost, undo is right."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from threading import Barrier, Thread

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from models.errors import AppError
from models.journal.change import changing
from models.journal.history import fingerprint, history
from models.journal.replay import redo, undo
from models.journal.standing import next_undo
from models.journal.wanted import wanted_rows
from models.records import Mark, PeopleQuery, PersonDraft, UnitKind
from models.roster.filters import save_filter
from models.roster.kept_filters import list_filters
from models.roster.marks import set_marks
from models.roster.people import add_person, edit_person, list_people
from models.roster.unit_tree import list_units
from models.roster.units import add_unit, remove_unit
from models.store.schema import change_rows, changes, people
from models.store.store import Store
from tests.factory import made_up_name, unit

EACH = 40


@pytest.fixture
def both(kept, file):
    """The store twice, as two have it who work at the same time."""
    with ExitStack() as opened:
        other = kept.beside(file)
        if other is not file:
            opened.enter_context(other)
        yield file, other


def at_once(both: tuple[Store, Store], deed: Callable[[Store, int], None]) -> list[Exception]:
    """`deed` for each of the two, begun at the same moment; what went wrong."""
    begin = Barrier(len(both))
    wrong: list[Exception] = []

    def run(store: Store, who: int) -> None:
        begin.wait()
        try:
            deed(store, who)
        except Exception as error:
            wrong.append(error)

    threads = [Thread(target=run, args=(store, who)) for who, store in enumerate(both)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return wrong


def test_forty_changes_of_two_are_eighty(both):
    file, _ = both
    where = unit(file).id
    before, entries = fingerprint(file), len(history(file, 500))

    def work(store: Store, who: int) -> None:
        ids: list[int] = []
        for at in range(EACH):
            name = made_up_name(who * EACH + at)
            if at % 4 < 2:
                ids.append(add_person(store, PersonDraft(name, where)))
            elif at % 4 == 2:
                set_marks(store, ids, Mark.COMPLETED if at % 8 == 2 else Mark.REGISTERED)
            else:
                edit_person(store, ids[-1], PersonDraft(name, where, phone=f"09{who}{at:07d}"))

    assert at_once(both, work) == []
    assert len(history(file, 500)) == entries + 2 * EACH
    assert len(list_people(file, PeopleQuery())) == EACH
    with file.reading() as connection:
        logged = list(connection.execute(select(change_rows.c.id)).scalars())
        inserted = connection.execute(
            select(change_rows.c.row_id).where(
                change_rows.c.table_name == people.name, change_rows.c.before.is_(None)
            )
        ).scalars()
        ids = list(inserted)
        made = list(connection.execute(select(changes.c.id)).scalars())
    assert len(set(logged)) == len(logged)
    assert len(set(ids)) == len(ids) == EACH
    assert len(set(made)) == len(made)
    _goes_back_and_forth(file, before, fingerprint(file))


def _goes_back_and_forth(file: Store, before: str, after: str) -> None:
    for _ in range(2 * EACH):
        undo(file)
    assert fingerprint(file) == before
    while redo(file):
        pass
    assert fingerprint(file) == after


def test_two_who_undo_take_back_two_changes(both):
    file, _ = both
    where = unit(file).id
    prints = [fingerprint(file)]
    for at in range(4):
        add_person(file, PersonDraft(made_up_name(at), where))
        prints.append(fingerprint(file))
    assert at_once(both, lambda store, _who: undo(store)) == []
    assert fingerprint(file) == prints[2]
    assert next_undo(file) == f"Thêm {made_up_name(1)}"


def test_one_name_is_given_to_one_unit(both):
    wrong = at_once(both, lambda store, _who: add_unit(store, "Đội Dân phòng", UnitKind.OTHER))
    (told,) = wrong
    assert isinstance(told, AppError)
    assert "Đã có đơn vị" in told.sentence
    assert [each.name for each in list_units(both[0])].count("Đội Dân phòng") == 1


def test_a_unit_is_removed_or_has_somebody(both):
    file, _ = both
    where = add_unit(file, "Đội Dân phòng", UnitKind.OTHER)

    def work(store: Store, who: int) -> None:
        if who:
            remove_unit(store, where)
        else:
            add_person(store, PersonDraft("Nguyễn Văn An", where))

    (_,) = at_once(both, work)
    units = {each.id for each in list_units(file)}
    assert {each.unit_id for each in list_people(file, PeopleQuery())} <= units


def test_a_filter_of_one_name_is_one_filter(both):
    at_once(both, lambda store, _who: save_filter(store, "Trường", PeopleQuery(search="truong")))
    assert [each.name for each in list_filters(both[0])] == ["Trường"]


def test_what_is_gone_meanwhile_is_told_and_nothing_is_written(both):
    file, other = both
    person = add_person(file, PersonDraft("Nguyễn Văn An", unit(file).id))
    undo(other)
    before = fingerprint(file)
    with (
        pytest.raises(AppError, match="không còn trong dữ liệu"),
        changing(file, "x", "Sửa") as change,
    ):
        change.update(people, {person: {"note": "mới"}})
    assert fingerprint(file) == before


def test_the_first_error_among_wanted_rows_is_the_one_that_is_told(file):
    before = fingerprint(file)
    with (
        pytest.raises(DBAPIError, match="khong_co"),
        changing(file, "x", "Sửa") as change,
        wanted_rows(change.connection, [{"id": 1}]),
    ):
        change.connection.exec_driver_sql("SELECT khong_co FROM people")
    assert fingerprint(file) == before
    with changing(file, "x", "Sửa") as change, wanted_rows(change.connection, [{"id": 1}]) as table:
        assert change.connection.execute(select(table.c.id)).scalars().all() == [1]
