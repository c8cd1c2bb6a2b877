"""The log of all that was done: nothing takes a line out of it, and all of it is found."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from models.errors import AppError
from models.journal.replay import redo, undo
from models.papers.action_log import actions, log_action, log_pending
from models.papers.export_log import log_exports
from models.papers.pending_actions import file_key, hand_in, note_action, waiting_actions
from models.records import Mark
from models.records.actions import (
    ACTION_WORDS,
    GROUP_KINDS,
    GROUP_NAMES,
    ActionGroup,
    ActionKind,
)
from models.records.exports import Export
from models.roster.marks import set_marks
from tests.conftest import NOON
from tests.factory import add_people

SHEET = Export(
    "people-list", "pdf", "Danh sách cán bộ", 12, 12, "D:/ds.pdf", "Gửi Sở theo công văn"
)


def at(moment: datetime):
    return lambda: moment


def test_acts_changes_and_exports_are_one_log(file):
    ids = add_people(file, 2)
    log_exports(file, [SHEET])
    log_action(file, ActionKind.RESTORED, count=532, place="E:/sao.tiendo", detail="12 việc sau đó")
    set_marks(file, ids, Mark.REGISTERED)
    undo(file)
    lines = actions(file)
    assert {
        ("Hoàn tác: đánh dấu 2 người đã đăng ký", 2),
        ("Đánh dấu 2 người đã đăng ký", 2),
        ("Khôi phục từ bản sao lưu", 532),
        ("Xuất Danh sách cán bộ, 12 số điện thoại đầy đủ", 12),
        ("Thêm Trần Văn An", 1),
    } < {(line.what, line.count) for line in lines}
    line = next(each for each in lines if each.kind == ActionKind.RESTORED)
    assert (line.place, line.why, line.counted) == ("E:/sao.tiendo", "12 việc sau đó", "người")
    # Neither twice: an export is no change besides.
    assert len(lines) == len({each.key for each in lines}) == 7


def test_it_is_asked_by_day_kind_and_word(file):
    add_people(file, 1)
    for day in (1, 2, 3):
        file.clock = at(NOON + timedelta(days=day))
        log_action(file, ActionKind.WRONG_PASSWORD, count=day)
    log_exports(file, [SHEET])
    counts = [each.count for each in actions(file, kinds={ActionKind.WRONG_PASSWORD})]
    assert counts == [3, 2, 1]
    second = date(2026, 6, 10)
    asked = actions(file, since=second, until=second)
    assert [each.count for each in asked] == [2]
    assert {each.what for each in actions(file, text="sai MAT khau")} == {"Nhập sai mật khẩu"}
    assert [each.kind for each in actions(file, text="so theo cong van")] == ["export"]
    assert actions(file, text="không có việc ấy") == ()
    assert len(actions(file, limit=2)) == 2


def test_undoing_takes_no_line_away_and_a_year_later_it_stands(file):
    log_action(file, ActionKind.PASSWORD_SET)
    ids = add_people(file, 1)
    set_marks(file, ids, Mark.REGISTERED)
    while undo(file):
        pass
    while redo(file):
        pass
    file.clock = at(NOON + timedelta(days=800))
    add_people(file, 1)
    assert [each.kind for each in actions(file, until=NOON.date(), kinds=set(ActionKind))] == [
        "password-set"
    ]


def test_what_waits_is_taken_once_by_whoever_comes(file, tmp_path):
    own = tmp_path / "xa.tiendo"
    moments = [NOON + timedelta(seconds=each) for each in range(3)]
    for moment in moments:
        note_action(tmp_path, ActionKind.WRONG_PASSWORD, moment, file=file_key(own))
    note_action(tmp_path, ActionKind.LOOK, NOON, count=9, detail="Xã Khác")
    other = file_key(tmp_path / "khac.tiendo")
    note_action(tmp_path, ActionKind.WRONG_PASSWORD, NOON, file=other)
    waiting = waiting_actions(tmp_path)
    assert len(waiting) == 5
    # A window that was cut off after it had written, before it had forgotten.
    log_pending(file, [each for each in waiting if each.file != other])
    hand_in(tmp_path, own, NOON, lambda found: log_pending(file, found))
    kinds = [each.kind for each in actions(file, kinds=set(ActionKind))]
    assert sorted(kinds) == ["look", *["wrong-password"] * 3]
    assert [each.file for each in waiting_actions(tmp_path)] == [other]
    hand_in(tmp_path, own, NOON + timedelta(days=31), lambda found: log_pending(file, found))
    assert waiting_actions(tmp_path) == []


def test_what_lies_there_damaged_is_no_act(file, tmp_path):
    note_action(tmp_path, ActionKind.LOOK, NOON)
    place = waiting_actions(tmp_path)[0].path.parent
    for name, text in (("a", "{"), ("b", "[]"), ("c", '{"at": 5}'), ("d", "x" * 9_000)):
        (place / f"{name}.json").write_text(text)
    assert [each.kind for each in waiting_actions(tmp_path)] == ["look"]


def test_nothing_is_logged_where_nothing_can_be_written(file):
    file.only_read = AppError("Chỉ xem.", "")
    with pytest.raises(AppError):
        log_action(file, ActionKind.CHECKED)


def test_every_kind_has_words_and_a_group():
    assert set(ACTION_WORDS) == set(ActionKind)
    assert set(GROUP_NAMES) == set(GROUP_KINDS) == set(ActionGroup)
    told = [kind for group in ActionGroup for kind in GROUP_KINDS[group]]
    assert sorted(told) == sorted(["change", "export", *ActionKind])
