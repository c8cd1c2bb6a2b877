"""Damage that SQLite does not see: found by the journal, and mended to the right value."""

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest
from sqlalchemy import event

from models.checking.at_start import found_in
from models.checking.checking import check_store
from models.checking.journal_rules import JOURNAL_RULES
from models.checking.mending import mend
from models.errors import AppError
from models.journal.history import fingerprint, history
from models.journal.packing import pack_journal
from models.journal.replay import redo, undo
from models.papers.action_log import actions
from models.records import Mark
from models.records.actions import ActionKind
from models.roster.marks import clear_marks, set_marks
from models.store.store import Store
from tests.factory import add_people, unit
from tests.models.checking.test_rules import broken, damage, unguarded

FIRST = (
    "(SELECT max(change_rows.id) FROM change_rows JOIN changes ON changes.id = change_rows.change_id"
    " WHERE changes.kind = 'mark-completed')"
)


@pytest.fixture
def filled(file: Store) -> Store:
    """Three people, all marked; the last mark was taken away and that undone."""
    add_people(file, 3, unit(file).id)
    set_marks(file, [1, 2, 3], Mark.REGISTERED)
    set_marks(file, [1], Mark.COMPLETED)
    clear_marks(file, [2], Mark.REGISTERED)
    undo(file)
    return unguarded(file)


def is_sound(store: Store) -> bool:
    """As far as the journal tells."""
    return not found_in(store, JOURNAL_RULES)


IN_TABLES = [
    "UPDATE participations SET registered_on = '2026-06-01' WHERE person_id = 3",
    "UPDATE participations SET completed_on = NULL, completed_minute = NULL WHERE person_id = 1",
    "DELETE FROM participations WHERE person_id = 3",
    "INSERT INTO participations (id, person_id, contest_id, stage) VALUES (77, 1, 1, 2)",
    "UPDATE people SET phone = '0912000009', note = 'x' WHERE id = 1",
    "UPDATE contests SET name = 'Cuộc thi khác'",
    "UPDATE stages SET ends_on = '2026-12-30'",
    # The row that came instead holds what only one may have.
    "UPDATE participations SET id = 78 WHERE person_id = 1",
    "UPDATE stages SET id = 77 WHERE id = 1",
]


def test_a_value_changed_behind_the_program_is_found_and_set_right(filled):
    before = fingerprint(filled)
    for statement in IN_TABLES:
        damage(filled, statement)
        told = broken(filled, "tables")
        assert told
        assert all(each.mend and each.where for each in told)
        mend(filled, told)
        assert fingerprint(filled) == before, statement
        assert is_sound(filled)
    assert [each.kind for each in history(filled)[:2]] == ["action", "mend"]
    assert {each.count for each in actions(filled, kinds={ActionKind.MENDED})} == {1, 2, 3}
    undo(filled)
    assert fingerprint(filled) != before
    redo(filled)
    assert fingerprint(filled) == before
    assert check_store(filled).ok


def test_where_each_row_holds_what_only_the_other_may_have_nothing_is_mended(filled):
    uids = dict(rows(filled, "SELECT id, uid FROM people ORDER BY id"))
    for told in ((1, "-"), (2, uids[1]), (1, uids[2])):
        damage(filled, "UPDATE people SET uid = '{1}' WHERE id = {0}".format(*told))
    found = broken(filled, "tables")
    entries = len(history(filled))
    with pytest.raises(AppError, match="đang bị một mục khác giữ"):
        mend(filled, found)
    assert broken(filled, "tables") == found
    assert len(history(filled)) == entries


def test_rows_that_moved_by_one_are_put_back_in_few_rounds(filled):
    """Each holds what the next one must have; every try is a savepoint."""
    add_people(filled, 40, unit(filled).id)
    set_marks(filled, range(1, 41), Mark.REGISTERED)
    before = fingerprint(filled)
    for at in range(len(rows(filled, "SELECT id FROM participations")), 0, -1):
        damage(filled, f"UPDATE participations SET id = {at + 1} WHERE id = {at}")
    found, tried = broken(filled, "tables"), []
    event.listen(filled.engine, "savepoint", lambda *_: tried.append(1))
    mend(filled, found)
    assert fingerprint(filled) == before
    assert len(found) <= len(tried) <= 3 * len(found)


def test_what_is_right_already_is_not_mended_again(filled):
    damage(filled, IN_TABLES[0])
    found = broken(filled, "tables")
    mend(filled, found)
    with pytest.raises(AppError, match="nay đã đúng"):
        mend(filled, found)


def rows(store, statement):
    with store.reading() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(statement)]


def test_what_is_told_names_the_person_the_column_and_both_values(filled):
    damage(filled, "UPDATE participations SET registered_on = '2026-06-01' WHERE person_id = 3")
    (told,) = broken(filled, "tables")
    assert "ngày đăng ký đang là “01/06/2026”, nhật ký ghi “08/06/2026”" in told.what
    assert "(người số 3)" in told.where
    assert told.mend == "lấy lại giá trị theo nhật ký: ngày đăng ký “08/06/2026”"


IN_THE_JOURNAL = [
    f"UPDATE change_rows SET after = replace(after, '2026-06-08', '2026-06-03') WHERE id = {FIRST}",
    f"UPDATE change_rows SET before = replace(before, '-08', '-07') WHERE id = {FIRST}",
    "UPDATE change_rows SET after = replace(after, '2026-06-08', '2025-06-08')"
    " WHERE table_name = 'participations' AND change_id = (SELECT min(change_id) FROM change_rows"
    " WHERE table_name = 'participations') AND row_id = 1",
]


def test_a_text_of_the_journal_is_set_right_and_not_the_table(filled):
    before = fingerprint(filled)
    for statement in IN_THE_JOURNAL:
        damage(filled, statement)
        told = found_in(filled, JOURNAL_RULES)
        assert told, statement
        assert all(each.can_mend for each in told)
        mend(filled, told)
        assert fingerprint(filled) == before
        assert is_sound(filled)


def test_a_turned_bit_of_a_sentence_is_turned_back(filled):
    sentence = history(filled)[3].summary
    wrong = sentence.replace("3", "2")
    damage(filled, f"UPDATE changes SET summary = '{wrong}' WHERE summary = '{sentence}'")
    mend(filled, broken(filled, "chain"))
    assert history(filled)[5].summary == sentence
    assert is_sound(filled)


def test_a_state_is_what_doing_and_undoing_come_to(filled):
    damage(filled, "UPDATE changes SET state = 'done' WHERE state = 'undone'")
    (told,) = broken(filled, "states")
    mend(filled, [told])
    assert check_store(filled).ok


def test_an_entry_that_is_gone_leaves_nothing_sure(filled):
    gone = "(SELECT max(id) FROM changes WHERE kind = 'mark-completed')"
    damage(
        filled,
        f"DELETE FROM change_rows WHERE change_id = {gone}",
        "DELETE FROM changes WHERE kind = 'mark-completed'",
    )
    told = found_in(filled, JOURNAL_RULES)
    assert {"chain", "tables"} <= {each.code for each in told}
    assert not any(each.can_mend for each in told)
    assert all("khôi phục" in each.advice for each in told)


@pytest.mark.file_only("a server keeps rows from naming nobody")
def test_rows_of_an_entry_that_is_gone_are_not_taken_for_those_of_the_next(filled):
    set_marks(filled, [3], Mark.COMPLETED)
    with closing(sqlite3.connect(filled.path)) as connection, connection:
        connection.execute("DELETE FROM changes WHERE id = (SELECT max(id) FROM changes)")
    set_marks(filled, [2], Mark.COMPLETED)
    told = broken(filled, "chain")
    assert any("của một mục không còn" in each.what for each in told)


@pytest.mark.file_only("a server does not pack")
def test_a_damaged_pack_is_told_in_words(filled):
    pack_journal(filled, lambda: True, before=filled.clock() + timedelta(days=1), newest=0)
    damage(filled, "UPDATE journal_packs SET rows = zeroblob(9)")
    told = broken(filled, "chain")
    assert any("thu gọn" in each.what and "khôi phục" in each.advice for each in told)


def test_where_journal_and_table_are_damaged_the_table_is_not_set_to_what_is_damaged(filled):
    before = fingerprint(filled)
    damage(filled, IN_THE_JOURNAL[0], IN_TABLES[4])
    mend(filled, found_in(filled, JOURNAL_RULES))
    assert fingerprint(filled) == before
    assert check_store(filled).ok


@pytest.mark.file_only("a text that is none: a server lets in no other")
def test_a_text_that_is_no_text_any_more_is_told_and_set_right(filled):
    before = fingerprint(filled)
    damage(filled, "UPDATE unit_aliases SET alias = CAST(x'A1BB' || alias AS TEXT) WHERE id = 3")
    found = check_store(filled).findings
    assert found
    assert all(each.where.isprintable() and each.what.isprintable() for each in found)
    mend(filled, found)
    assert check_store(filled).ok
    assert fingerprint(filled) == before
