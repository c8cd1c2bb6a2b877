"""Publicity tasks: kept, checked, counted by the day; the usual ones are only offered."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from models.campaign.publicity import add_task, add_tasks, edit_task, list_tasks, remove_task
from models.campaign.publicity_words import publicity_progress
from models.campaign.usual_tasks import usual_tasks
from models.contests.contests import set_internal_deadline
from models.errors import AppError
from models.journal.history import fingerprint, history
from models.journal.replay import redo, undo
from models.records.publicity import TaskDraft, TaskState
from models.roster.units import remove_unit
from tests.factory import unit
from tests.models.campaign.books import CENTRE

LINK = "https://kesat.haiphong.gov.vn/tin-tuc/cuoc-thi-ai?id=12"


def june(day):
    return date(2026, 6, day)


def test_a_task_is_kept_whole_and_is_one_change(kept):
    with kept.open() as file:
        before = fingerprint(file)
        draft = TaskDraft(
            " Đăng tải Thể lệ ", "Cổng thông tin điện tử", unit(file, CENTRE).id, june(5), 3, 2,
            links=(LINK, f" {LINK} ", ""), note="Trang chủ",
        )  # fmt: skip
        task = add_task(file, draft)
        after = fingerprint(file)
    with kept.open() as file:
        (found,) = list_tasks(file)
        assert (found.id, found.what, found.unit) == (task, "Đăng tải Thể lệ", CENTRE)
        assert (found.asked, found.done, found.done_on, found.links) == (3, 2, None, (LINK,))
        assert found.state(june(5)) is TaskState.OPEN
        assert (found.state(june(6)), found.days_late(june(8))) == (TaskState.OVERDUE, 3)
        undo(file)
        assert fingerprint(file) == before
        redo(file)
        assert fingerprint(file) == after


def test_all_that_is_asked_is_done_today_unless_told(file):
    task = add_task(file, TaskDraft("Niêm yết", due_on=june(5), done=1))
    (found,) = list_tasks(file)
    assert (found.done_on, found.days_late(june(8))) == (june(8), 3)
    edit_task(file, task, TaskDraft("Niêm yết", due_on=june(5), done=1, done_on=june(4)))
    (found,) = list_tasks(file)
    assert [found.state(june(day)) for day in (3, 4, 8)] == [
        TaskState.OPEN, TaskState.DONE, TaskState.DONE,
    ]  # fmt: skip
    assert found.days_late(june(8)) == 0
    edit_task(file, task, TaskDraft("Niêm yết", due_on=june(5)))
    assert list_tasks(file)[0].state(june(8)) is TaskState.OVERDUE


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"what": " "}, "chưa có nội dung"),
        ({"asked": 0}, "từ 1 đến"),
        ({"done": -1}, "từ 1 đến"),
        ({"unit_id": 9_999}, "không còn trong danh sách"),
        ({"asked": 3, "done": 2, "done_on": june(7)}, "mới làm 2/3"),
        ({"done": 1, "done_on": june(9)}, "09/06/2026 chưa đến"),
        ({"links": ("kesat.gov.vn/tin",)}, "“kesat.gov.vn/tin” chưa bắt đầu bằng https://"),
        ({"links": ("https://kesat",)}, "chưa có tên trang"),
        ({"links": ("https://kesat.gov.vn/a b",)}, "có khoảng trắng"),
        ({"links": ("https://kesat.gov.vn:x/",)}, "không đúng dạng"),
        ({"what": "đã có"}, "Đã có nhiệm vụ"),
    ],
)
def test_what_is_no_task_is_refused_and_nothing_is_written(file, values, words):
    add_task(file, TaskDraft("Đã có"))
    before = fingerprint(file)
    with pytest.raises(AppError, match=words):
        add_task(file, TaskDraft(**{"what": "Khác", **values}))
    assert fingerprint(file) == before


def test_progress_by_hand_count(file):
    done, late, part, free = (
        TaskDraft("Một", due_on=june(5), done=1, done_on=june(4), links=(LINK,)),
        TaskDraft("Hai", due_on=june(5), done=1, done_on=june(7)),
        TaskDraft("Ba", due_on=june(7), asked=5, done=2),
        TaskDraft("Bốn", asked=2, done=0),
    )
    add_tasks(file, (free, part, late, done))
    tasks = list_tasks(file)
    assert [task.what for task in tasks] == ["Hai", "Một", "Ba", "Bốn"]
    told = publicity_progress(tasks, june(8))
    assert (told.tasks, told.finished, told.overdue) == (4, 2, 1)
    assert (told.asked, told.done, told.without_proof) == (9, 4, 1)
    before = publicity_progress(tasks, june(6))
    assert (before.finished, before.overdue, before.done) == (1, 1, 3)


def test_a_task_goes_and_comes_back(file):
    task = add_task(file, TaskDraft("Niêm yết"))
    before = fingerprint(file)
    remove_task(file, task)
    assert list_tasks(file) == ()
    with pytest.raises(AppError, match="không còn trong dữ liệu"):
        edit_task(file, task, TaskDraft("Khác"))
    undo(file)
    assert fingerprint(file) == before


def test_a_unit_with_a_task_is_not_removed(file):
    add_task(file, TaskDraft("Niêm yết", unit_id=unit(file, CENTRE).id))
    with pytest.raises(AppError, match="1 nhiệm vụ tuyên truyền"):
        remove_unit(file, unit(file, CENTRE).id)


def test_the_usual_tasks_are_offered_with_unit_and_day_and_nothing_is_added(file):
    before = fingerprint(file)
    offered = usual_tasks(file)
    assert fingerprint(file) == before
    rules = offered[0]
    assert (
        rules.draft.what == "Đăng tải Thể lệ, nội dung Cuộc thi trên Cổng thông tin điện tử của xã"
    )
    assert (rules.unit, rules.added) == (CENTRE, False)
    # Three days after 28/5 are over on 08/6: what is left is the end of the stage.
    assert {each.draft.due_on for each in offered} == {june(11)}
    add_tasks(file, [each.draft for each in offered])
    assert history(file, 1)[0].summary == f"Thêm {len(offered)} nhiệm vụ tuyên truyền"
    assert all(each.added for each in usual_tasks(file))


def test_the_days_of_usual_tasks_follow_the_stage(file):
    set_internal_deadline(file, 1, june(10))
    file.clock = lambda: datetime(2026, 5, 28, 8, 0)
    days = [each.draft.due_on for each in usual_tasks(file)]
    assert days[0] == date(2026, 5, 31)
    assert days[3] == june(10)
    file.clock = lambda: datetime(2026, 7, 1, 8, 0)
    assert {each.draft.due_on for each in usual_tasks(file)} == {None}
