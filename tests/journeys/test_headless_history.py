"""The commands history and undo: an entry row by row, any one taken back, all from one on."""

from __future__ import annotations

import pytest

from models.records import Mark
from models.roster.marks import set_marks
from models.store.data_file import open_file
from tests.conftest import clock
from tests.factory import add_people
from tests.journeys.at_hand import OfficeAtHand


@pytest.fixture
def office(data_path):
    with open_file(data_path, clock) as file:
        ids = add_people(file, 3)
        set_marks(file, ids[:1], Mark.REGISTERED)
        set_marks(file, ids[1:], Mark.COMPLETED)
    return OfficeAtHand(data_path)


def entry(office, summary):
    return next(e["id"] for e in office.run("history")["changes"] if e["summary"] == summary)


def test_an_entry_is_told_row_by_row(office):
    marked = entry(office, "Đánh dấu 1 người đã đăng ký")
    told = office.run("history", marked)
    (row,) = told["changes"]
    assert (row["table"], row["subject"], row["act"]) == ("Kết quả", "Nguyễn Văn An", "added")
    days = {"title": "Ngày đăng ký", "before": "", "after": "08/06/2026"}
    assert days in row["cells"]
    assert "Ngày đăng ký: – → 08/06/2026" in office.raw("history", marked).stdout
    assert office.raw("history", 999).returncode == 1
    assert len(office.run("history", "--limit", 2)["changes"]) == 2


def test_any_entry_is_taken_back_and_that_is_undone(office):
    marked = entry(office, "Đánh dấu 1 người đã đăng ký")
    seen = office.run("undo", "--entry", marked, "--dry-run")
    assert (seen["undone"], seen["rows"]) == ([], 1)
    assert office.run("undo", "--entry", marked)["undone"] == [
        "Lấy lại: đánh dấu 1 người đã đăng ký"
    ]
    assert "(đã lấy lại)" in office.raw("history").stdout
    assert office.raw("undo", "--entry", marked).returncode == 1
    assert office.run("undo")["undone"] == ["Lấy lại: đánh dấu 1 người đã đăng ký"]
    assert office.run("undo", "--back-to", marked)["rows"] == 3
    assert office.run("people", "--status", "registered")["people"] == []


def test_what_later_acts_rest_on_is_refused_with_their_names(office):
    added = entry(office, "Thêm Trần Văn An")
    refused = office.raw("undo", "--entry", added)
    assert refused.returncode == 1
    assert "1 việc sau đó dựa vào: “Đánh dấu 2 người đã hoàn thành” (17:00 ngày 08/06/2026" in (
        refused.stderr
    )
    assert office.raw("undo", "--dry-run").returncode == 1
    assert office.raw("undo", "2", "--entry", added).returncode == 2
