"""What left with people in it is logged: what, how many, where, why; and never undone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.errors import AppError
from models.journal.history import fingerprint, history
from models.journal.replay import redo, undo
from models.papers.export_log import exports_logged, log_exports
from models.records.exports import Export
from tests.factory import add_people

LIST = Export("not-registered", "pdf", "DANH SÁCH", 508, place="E:/ra.pdf", figures_hash="ab12")
FULL = replace(LIST, phones=12, reason="  Gọi điện nhắc từng người ")


def test_what_has_people_is_logged_and_what_has_none_is_not(file):
    assert log_exports(file, [LIST, FULL, replace(LIST, people=0)]) == 2
    newest, first = exports_logged(file)
    assert first.told == LIST
    assert newest.told == replace(FULL, reason="Gọi điện nhắc từng người")
    assert first.who == file.who
    assert history(file)[0].summary == (
        "Xuất 2 tệp có dữ liệu cá nhân: 1.016 người, 12 số điện thoại đầy đủ"
    )


def test_the_log_of_one_names_it(file):
    log_exports(file, [LIST])
    assert history(file)[0].summary == "Xuất DANH SÁCH: 508 người"


def test_an_export_is_no_change_of_the_data_and_stays_when_others_are_undone(file):
    add_people(file, 1)
    whole = fingerprint(file)
    undo(file)
    log_exports(file, [LIST])
    # What was undone before can still be redone.
    assert redo(file)
    assert fingerprint(file) == whole
    undo(file)
    assert len(exports_logged(file)) == 1


@pytest.mark.parametrize("reason", ["", "  ", ".", "abcd"])
def test_phones_in_full_want_a_reason(file, reason):
    with pytest.raises(AppError, match="12 số điện thoại đầy đủ mà chưa ghi lý do"):
        log_exports(file, [LIST, replace(FULL, reason=reason)])
    assert exports_logged(file) == ()


def test_a_reason_without_phones_is_not_kept(file):
    log_exports(file, [replace(LIST, reason="Không cần đến")])
    assert exports_logged(file)[0].told.reason == ""
