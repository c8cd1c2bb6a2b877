"""Each rule, broken on purpose by raw statements, is found; what can be mended is, and undone."""

from contextlib import suppress

import pytest

from models.checking.at_start import found_in
from models.checking.checking import DOMAIN_RULES, RULES, check_store
from models.checking.findings import Flaw
from models.checking.mending import mend
from models.checking.sight import Sight
from models.errors import AppError
from models.figures.closing import close_contest
from models.figures.frozen import freeze
from models.journal.replay import redo, undo
from models.records import Mark
from models.roster.marks import set_marks
from models.store.store import Store
from tests.factory import add_people, unit

MARK = "UPDATE participations SET {} WHERE person_id = 1"
ENTRY = (
    "INSERT INTO entries (id, contest_id, stage, unit_id, title, representative)"
    " VALUES ({0}, 1, 2, 1, 'Bài {0}', {1})"
)
PRIZED = "INSERT INTO awards (id, contest_id, prize_id, {0}) VALUES ({1}, 1, 1, {2})"
POST = (
    "INSERT INTO posts (id, person_id, unit_id, position, main, since, until)"
    " VALUES ({}, 2, 1, 'Kế toán', {}, {}, {})"
)
AWAY = "INSERT INTO absences (id, person_id, reason, since, until) VALUES ({}, 2, 'Ốm', '{}', '{}')"
DOCUMENT = (
    "INSERT INTO documents (id, direction, symbol, issued_on, received_on)"
    " VALUES (90, '{}', '9/BC', {}, {})"
)
TASK = (
    "INSERT INTO publicity_tasks (id, contest_id, what, asked, done, done_on)"
    " VALUES (9, 1, 'Đăng tin', {}, {}, {})"
)

RULE_OF = {each.code: each for each in RULES}
MENDED = [
    ("completed-registered", MARK.format("registered_on = NULL")),
    ("completed-registered", MARK.format("registered_on = '2026-06-09'")),
    ("failed-registered", MARK.format("failed_on = '2026-06-01', registered_minute = NULL")),
    ("minutes", MARK.format("completed_minute = 1440")),
    ("doubts", MARK.format("doubt_mark = 'completed', doubt_kind = 'lost'")),
    ("person-keys", "UPDATE people SET name = 'Lê Văn Khác' WHERE id = 1"),
    ("person-keys", "UPDATE people SET name_sort = 'x' WHERE id = 1"),
    ("unit-keys", "UPDATE units SET name_search = 'x' WHERE id = 1"),
    ("phones", "UPDATE people SET phone = '912000000' WHERE id = 1"),
    ("current", "UPDATE contests SET current = false"),
    ("distinct", "INSERT INTO distinct_people (id, first_id, second_id) VALUES (1, 2, 1)"),
    (
        "owners",
        "INSERT INTO attachments (id, owner_table, owner_id, name, size, sha256, added_at)"
        " VALUES (1, 'documents', 999, 'a.pdf', 1, 'x', '2026-06-08 00:00:00')",
    ),
]
TOLD = [
    ("values", MARK.format("score = -1")),
    ("values", MARK.format("attempts = -1")),
    ("values", "UPDATE prizes SET amount = -1"),
    ("values", "UPDATE stages SET kind = 'CON' WHERE id = 1"),
    ("marked-stages", MARK.format("stage = 7")),
    ("seen", MARK.format("seen_in = 99")),
    ("stay", "UPDATE people SET came_on = '2026-06-02', left_on = '2026-06-01' WHERE id = 1"),
    ("backwards", AWAY.format(1, "2026-06-02", "2026-06-01")),
    (
        "overlaps",
        AWAY.format(1, "2026-05-01", "2026-05-09"),
        AWAY.format(2, "2026-05-09", "2026-05-12"),
    ),
    ("posts", POST.format(1, "true", "NULL", "NULL")),
    ("posts", *(POST.format(n, "true", "NULL", "'2026-05-01'") for n in (1, 2))),
    ("posts", *(POST.format(n, "false", "NULL", "NULL") for n in (1, 2))),
    ("unit-tree", "UPDATE units SET parent_id = id WHERE id = 2"),
    ("unit-names", "UPDATE units SET name_key = (SELECT name_key FROM units WHERE id = 1)"),
    ("contests", "UPDATE contests SET stage = 9"),
    ("contests", "UPDATE contests SET target = 0"),
    ("contests", "UPDATE stages SET ends_on = '2020-01-01' WHERE id = 1"),
    ("contests", "UPDATE contests SET purged_on = '2026-06-01'"),
    ("stages", ENTRY.format(1, "false").replace("1, 2, 1", "1, 9, 1")),
    ("representative", ENTRY.format(1, "true"), ENTRY.format(2, "true")),
    (
        "authors",
        ENTRY.format(1, "false"),
        "INSERT INTO entry_authors (id, entry_id, position) VALUES (1, 1, 0)",
    ),
    (
        "scores",
        ENTRY.format(1, "false"),
        "INSERT INTO jurors (id, contest_id, name) VALUES (1, 1, 'Trần Thị Chấm')",
        "INSERT INTO entry_scores (id, entry_id, juror_id, score) VALUES (1, 1, 1, 101)",
    ),
    ("awards", "INSERT INTO awards (id, contest_id, prize_id) VALUES (1, 1, 1)"),
    (
        "awards",
        "UPDATE prizes SET count = 1",
        PRIZED.format("person_id", 1, 1),
        PRIZED.format("person_id", 2, 2),
    ),
    ("tasks", TASK.format(2, 1, "'2026-06-01'")),
    ("tasks", TASK.format(1, 1, "NULL")),
    ("documents", DOCUMENT.format("in", "'2026-06-02'", "'2026-06-01'")),
    ("documents", DOCUMENT.format("out", "NULL", "NULL")),
    ("closed", "UPDATE contests SET closed_on = '2026-06-01'"),
    (
        "contents",
        "INSERT INTO city_templates (id, name, way, file_name, sha256, sheet, size)"
        " VALUES (1, 'Mẫu', 'cells', 'mau.xlsx', 'x', 'Sheet1', 1)",
    ),
    (
        "signers",
        "INSERT INTO signers (id, lines, issuer, current) VALUES (91, 'a', 'vhxh', true)",
        "INSERT INTO signers (id, lines, issuer, current) VALUES (92, 'b', 'vhxh', true)",
    ),
    (
        "reminders",
        "INSERT INTO reminders (id, contest_id, unit_id, stage, at, who, way, addressee, total,"
        " registered, completed) VALUES (1, 1, 1, 1, '2026-06-08 00:00:00', 'a', 'zalo', 'head',"
        " 1, 2, 0)",
    ),
]


@pytest.fixture
def filled(file: Store) -> Store:
    """Three people, of whom the first has completed on 8 June."""
    add_people(file, 3, unit(file).id)
    set_marks(file, [1], Mark.COMPLETED)
    return file


def damage(store: Store, *statements: str) -> None:
    with store.writing() as connection:
        for each in statements:
            connection.exec_driver_sql(each)


def broken(store: Store, code: str) -> list[Flaw]:
    """What one rule finds."""
    return list(found_in(store, [RULE_OF[code]]))


@pytest.mark.file_only("a file holds in a column whatever was put there")
@pytest.mark.parametrize("value", ["CAST(x'ff' AS TEXT)", "'chữ'", "7"])
def test_a_content_that_is_no_bytes_is_told_and_all_other_rules_are_asked(filled, value):
    damage(
        filled,
        f"INSERT INTO contents (sha256, size, bytes) VALUES ('ab', 1, {value})",
        "INSERT INTO attachments (id, owner_table, owner_id, name, sha256, size, added_at, note,"
        " part) VALUES (1, 'documents', 1, 'a.pdf', 'ab', 1, '2026-06-01 00:00:00', '', '')",
    )
    assert "contents" in {each.code for each in check_store(filled).findings}


@pytest.mark.file_only("a file holds in a column whatever was put there")
@pytest.mark.parametrize("value", ["1e308", "2.5", str(2**63 - 1), str(-(2**63))])
def test_a_whole_number_that_nobody_wrote_is_told(filled, value):
    damage(filled, f"UPDATE units SET position = {value} WHERE id = 2")
    assert [each.code for each in broken(filled, "values")] == ["values"]


def unguarded(store: Store) -> Store:
    """Without a copy before each mending."""
    store.guard = lambda _reason, _for_good: None
    return store


def test_a_sound_file_has_nothing_to_tell(filled):
    checked = check_store(filled)
    assert checked.ok
    assert (checked.people, checked.whole) == (3, True)


def test_what_can_be_mended_is_and_undone(filled):
    unguarded(filled)
    for code, statement in MENDED:
        damage(filled, statement)
        found = broken(filled, code)
        assert found, statement
        assert all(each.mend and each.can_mend for each in found)
        mend(filled, found)
        assert broken(filled, code) == [], statement
        undo(filled)
        assert broken(filled, code) == found
        redo(filled)
    assert broken(filled, "chain") == []


class _TakenBack(Exception):
    """What was damaged in a transaction goes with it."""


def test_what_nobody_can_know_says_what_to_do(filled):
    day = filled.clock().date()
    for code, *statements in TOLD:
        with suppress(_TakenBack), filled.writing() as connection:
            for each in statements:
                connection.exec_driver_sql(each)
            found = list(RULE_OF[code].find(Sight(connection, day)))
            assert found, code
            assert all(each.what.endswith(".") and each.where and each.advice for each in found)
            assert not any(each.can_mend or each.mend for each in found)
            raise _TakenBack
    with pytest.raises(AppError):
        mend(filled, found)


def test_a_mark_of_a_closed_contest_that_is_another_one_now_is_told_and_one_merged_is_not(filled):
    close_contest(filled)
    assert broken(filled, "closed-marks") == broken(filled, "closed") == []
    damage(filled, MARK.format("completed_on = NULL, completed_minute = NULL"))
    (found,) = broken(filled, "closed-marks")
    assert "đã hoàn thành, nay lại ghi là đã đăng ký" in found.what
    assert "người số 1" in found.where


def test_a_frozen_report_that_is_not_what_was_frozen_is_told(filled):
    freeze(filled)
    assert broken(filled, "frozen") == []
    day = filled.clock().date()
    for change in (
        "figures = replace(figures, ':1', ':2')",
        "names = replace(names, 'Nguyễn', 'Nguyên')",
        "as_of = '2026-06-07'",
        "figures = 'x'",
    ):
        with suppress(_TakenBack), filled.writing() as connection:
            connection.exec_driver_sql(f"UPDATE frozen_reports SET {change}")
            assert list(RULE_OF["frozen"].find(Sight(connection, day))), change
            raise _TakenBack


def test_every_rule_has_a_name_and_a_code_of_its_own():
    assert len({each.code for each in RULES}) == len({each.title for each in RULES}) == len(RULES)
    told = {each[0] for each in (*MENDED, *TOLD)} | {"frozen", "closed-marks"}
    # The unique constraints would not let these be broken by a statement.
    assert {each.code for each in DOMAIN_RULES} - told == {"marked-once", "uids"}
