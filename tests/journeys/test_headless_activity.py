"""The command log: asked by day and word, and saved as a workbook, which is logged itself."""

from __future__ import annotations

import pytest

from models.papers.action_log import log_action
from models.records.actions import ActionKind
from models.store.data_file import open_file
from tests.conftest import clock
from tests.factory import add_people
from tests.journeys.at_hand import OfficeAtHand
from tests.reports.workbook_reader import values_of


@pytest.fixture
def office(data_path):
    with open_file(data_path, clock) as file:
        add_people(file, 2)
        log_action(file, ActionKind.RESTORED, count=2, place="=cmd|'/c calc'!A1")
    return OfficeAtHand(data_path)


def test_the_log_is_told_by_day_word_and_group(office):
    entries = office.run("log")["entries"]
    assert {each["what"] for each in entries} >= {"Thêm Trần Văn An", "Khôi phục từ bản sao lưu"}
    assert office.run("log")["unbroken"]
    (found,) = office.run("log", "--group", "keeping")["entries"]
    assert (found["count"], found["counted"], found["who"] != "") == (2, "người", True)
    assert len(office.run("log", "--search", "them tran van an")["entries"]) == 1
    assert office.run("log", "--until", "2026-06-07")["entries"] == []
    told = office.raw("log", "--since", "2026-06-08", "--search", "khôi phục").stdout
    assert told.startswith("17:00:00 08/06/2026")
    assert "2 người" in told
    assert office.raw("log", "--since", "2026-06-08", "--until", "2026-06-01").returncode == 1


def test_the_log_leaves_as_a_workbook_and_says_so(office, tmp_path):
    out = tmp_path / "nhat-ky.xlsx"
    assert office.run("log", "--group", "keeping", "--out", out)["path"] == str(out)
    texts = [cell for row in values_of(out.read_bytes())["Nhật ký hoạt động"] for cell in row]
    assert "=cmd|'/c calc'!A1" in texts
    assert office.run("log", "--group", "exports")["entries"][0]["what"] == "Xuất nhật ký hoạt động"
    assert office.raw("log", "--out", out).returncode == 1
    assert office.raw("log", "--out", tmp_path / "nhat-ky.csv").returncode == 1
