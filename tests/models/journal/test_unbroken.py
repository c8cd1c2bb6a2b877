"""Whoever reads the log is told up to when it is as it was written."""

from __future__ import annotations

from sqlalchemy import update

from models.journal.history import history
from models.journal.unbroken import chain_told
from models.papers.action_log import log_action
from models.records.actions import ActionKind
from models.store.schema import change_rows, changes
from tests.factory import add_people


def test_an_unbroken_log_says_until_when(file):
    add_people(file, 1)
    assert chain_told(file) == ((), "Nhật ký nguyên vẹn đến 17:00 ngày 08/06/2026.")


def test_a_line_that_was_rewritten_is_named(file):
    log_action(file, ActionKind.WRONG_PASSWORD, count=9)
    entry = history(file, 1)[0].id
    add_people(file, 1)
    with file.writing() as connection:
        of_entry = change_rows.c.change_id == entry
        connection.execute(update(change_rows).where(of_entry).values(after="{}"))
    told = chain_told(file)
    assert told.broken == (entry,)
    assert "“Nhập sai mật khẩu: 9 lần”" in told.words


def test_an_entry_that_says_something_else_is_named(file):
    add_people(file, 2)
    with file.writing() as connection:
        connection.execute(update(changes).where(changes.c.id == 2).values(who="ai đó"))
    assert 2 in chain_told(file).broken
