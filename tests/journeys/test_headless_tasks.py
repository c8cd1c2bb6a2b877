"""Publicity by command: the usual tasks offered, done with evidence, told as a paragraph."""

from __future__ import annotations

import pytest

from models.journal.change import changing
from models.journal.practising import keep_practice
from models.records.practising import PRACTICE_MARK
from models.store.data_file import open_file
from tests.conftest import clock
from tests.journeys.test_headless_entries import THERE, office

__all__ = ["office"]
CENTRE = "Trung tâm Dịch vụ sự nghiệp công"
LINK = "https://kesat.haiphong.gov.vn/cuoc-thi"


def test_the_usual_tasks_are_offered_and_added_once(office):
    offered = office("task", "propose")
    assert offered["added"] == 0
    assert office("task", "list")["tasks"] == []
    assert office("task", "propose", "--add")["added"] == len(offered["tasks"])
    assert office("task", "propose", "--add")["added"] == 0
    tasks = office("task", "list")["tasks"]
    assert {each["unit"] for each in tasks} == {CENTRE, "Phòng Văn hóa - Xã hội"}
    office("undo")
    assert office("task", "list")["tasks"] == []


def test_a_task_is_done_with_evidence_and_told(office, tmp_path):
    picture = tmp_path / "bang-tin.jpg"
    picture.write_bytes(b"anh")
    made = office(
        "task", "add", "--what", "Đăng tin trên mạng xã hội", "--unit", CENTRE,
        "--channel", "Mạng xã hội", "--due", "2026-06-05", "--asked", "2", "--done", "1",
    )["task"]  # fmt: skip
    assert (made["state"], made["done_on"]) == ("overdue", None)
    assert [each["id"] for each in office("task", "list", "--overdue")["tasks"]] == [made["id"]]
    done = office(
        "task", "set", made["id"], "--done", "2", "--done-on", "2026-06-07", "--link", LINK,
        "--attach", picture,
    )["task"]  # fmt: skip
    assert (done["state"], done["days_late"], done["links"], done["files"]) == (
        "done",
        2,
        [LINK],
        1,
    )
    listed = office("task", "list", "--as-of", "2026-06-08")
    assert listed["progress"] == {
        "tasks": 1, "finished": 1, "overdue": 0, "asked": 2, "done": 2, "without_proof": 0,
    }  # fmt: skip
    assert (
        f"{CENTRE} đã hoàn thành: đăng tin trên mạng xã hội (2/2; ngày 07/6/2026"
        in (listed["paragraph"])
    )
    told = office("task", "list", "--as-of", "2026-06-08", "--paragraph", plain=True)
    assert told.strip() == listed["paragraph"]
    again = office("task", "set", made["id"], "--done", "1", "--clear-links")["task"]
    assert (again["done_on"], again["links"]) == (None, [])


def test_the_paragraph_of_a_practice_commune_says_so(office, data_path):
    office("task", "add", "--what", "Đăng tin trên mạng xã hội", "--unit", CENTRE)
    with (
        open_file(data_path, clock) as file,
        changing(file, "init", "Thực hành", undoable=False) as change,
    ):
        keep_practice(change)
    told = office("task", "list", "--paragraph", plain=True)
    assert told.startswith(f"[{PRACTICE_MARK}]")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--link", "kesat.gov.vn"), "chưa bắt đầu bằng https://"),
        (("--unit", "Không có"), "Không có đơn vị nào"),
        (("--asked", "0"), "từ 1 đến"),
    ],
)
def test_what_is_no_task_is_refused(office, words, said):
    assert said in office("task", "add", "--what", "Niêm yết", *words, code=1)
    assert office("task", "list")["tasks"] == []


def test_a_task_is_moved_to_another_unit_and_removed(office):
    made = office("task", "add", "--what", "Niêm yết", "--unit", CENTRE)["task"]
    assert office("task", "set", made["id"], "--unit", THERE)["task"]["unit"] == THERE
    assert office("task", "remove", made["id"])["removed"]["what"] == "Niêm yết"
    assert "task list" in office("task", "set", made["id"], "--done", "1", code=1)
