"""“Đã thi, chưa đạt” and the pass mark by command, as a scheduled job uses them."""

from __future__ import annotations

import pytest

from models.journal.change import changing
from models.office.setup import init_file
from models.records import PersonDraft
from models.roster.marks import apply_results
from models.roster.people import add_person, ids_by_phone
from models.store.data_file import open_file
from tests.conftest import clock
from tests.factory import unit
from tests.journeys.at_hand import OfficeAtHand as Office

AN, BINH = "0912345678", "0982103591"


@pytest.fixture
def office(tmp_path) -> Office:
    made = Office(tmp_path / "xa.tiendo")
    with init_file(made.data, "Xã Kẻ Sặt", "ai-2026", clock) as file:
        where = unit(file, "Trạm Y tế xã").id
        for name, phone in (("Nguyễn Văn An", AN), ("Trần Thị Bình", BINH)):
            add_person(file, PersonDraft(name, where, phone=phone))
    return made


def names(office, status):
    return [each["name"] for each in office.run("people", "--status", status)["people"]]


def test_marked_listed_and_taken_away(office):
    done = office.run("mark", "failed", "--phone", AN, "--on", "2026-06-02")
    assert (done["marked"], done["already"], done["passed"]) == (1, 0, 0)
    assert names(office, "failed") == names(office, "registered") == ["Nguyễn Văn An"]
    (person,) = office.run("people", "--status", "failed")["people"]
    assert (person["failed_on"], person["completed_on"]) == ("2026-06-02", None)
    assert office.run("mark", "completed", "--phone", AN)["marked"] == 1
    assert names(office, "failed") == []
    assert office.run("mark", "failed", "--phone", AN, BINH)["passed"] == 1
    assert names(office, "failed") == ["Trần Thị Bình"]
    assert office.run("mark", "failed", "--phone", BINH, "--clear")["marked"] == 1
    assert names(office, "registered") == ["Nguyễn Văn An", "Trần Thị Bình"]


def test_a_list_says_who_failed(office, tmp_path):
    path = tmp_path / "ket-qua.csv"
    path.write_text(
        "Họ và tên,Số điện thoại,Kết quả\n"
        f"Nguyễn Văn An,{AN},Không đạt\nTrần Thị Bình,{BINH},Đạt\n",
        encoding="utf-8",
    )
    assert office.run("mark", "failed", "--file", path)["marked"] == 1
    assert names(office, "failed") == ["Nguyễn Văn An"]
    assert office.run("mark", "completed", "--file", path)["marked"] == 1
    assert names(office, "completed") == ["Trần Thị Bình"]


def test_another_pass_mark_is_told_and_done_on_demand(office):
    office.run("mark", "registered", "--phone", AN, BINH)
    with open_file(office.data) as file, changing(file, "x", "Điểm") as change:
        scores = {AN: 6.0, BINH: 3.0}
        apply_results(
            change, {ids_by_phone(file, phone)[0]: {"score": s} for phone, s in scores.items()}
        )
    done = office.raw("--json", "contest", "set", "pass_mark", "5")
    assert "1 người có điểm từ 5 trở lên chưa được ghi hoàn thành" in done.stderr
    assert "mark completed --by-score" in done.stderr
    assert names(office, "completed") == []
    assert office.run("mark", "completed", "--by-score")["marked"] == 1
    assert office.run("mark", "failed", "--by-score")["marked"] == 1
    assert (names(office, "completed"), names(office, "failed")) == (
        ["Nguyễn Văn An"],
        ["Trần Thị Bình"],
    )
    assert office.raw("--json", "mark", "registered", "--by-score").returncode == 1
