"""Commands say what the window says: every sentence of a plan, and nothing is written over."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from openpyxl import Workbook

from models.office.setup import init_file
from models.store.backup import back_up
from models.store.data_file import open_file
from tests.conftest import clock
from tests.factory import add_people
from ui.commandline import lists
from ui.commandline.run import ROLLED_BACK, WRITTEN, run

ROOT = Path(__file__).parents[2]


@pytest.fixture
def office(data_path, capsys):
    """Runs a command on the file in this process; gives code, JSON and what stands on stderr."""

    def ask(*words, data=data_path):
        code = run(["--data", str(data), "--json", *map(str, words)])
        told = capsys.readouterr()
        return code, json.loads(told.out) if told.out else {}, told.err

    return ask


def workbook(path, *sheets):
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


HEADER = ["STT", "Họ và tên", "Số điện thoại", "Đơn vị"]
NAMES = ("Nguyễn Văn An", "Trần Thị Bình", "Lê Quang Cường", "Phạm Thu Dung")


def reasons(found):
    return [each["reason"] for each in found["problems"]]


def test_an_unknown_unit_is_said_once_for_the_table_with_its_advice(office, tmp_path):
    rows = [["Họ và tên", "Số điện thoại"], *([n, f"091200000{i}"] for i, n in enumerate(NAMES))]
    code, found, _ = office("import", workbook(tmp_path / "a.xlsx", ("Danh sách", rows)))
    assert (code, found["rejected"]) == (1, 4)
    said = [each for each in found["problems"] if "đơn vị nào" in each["reason"]]
    assert [(each["sheet"], each["row"], each["value"]) for each in said] == [
        ("Danh sách", 2, "4 dòng")
    ]
    assert "hãy ghi ở ô Đơn vị chung" in said[0]["reason"]


def test_each_table_says_it_for_itself(office, tmp_path):
    sheets = [
        (
            name,
            [
                ["Họ và tên", "Số điện thoại"],
                *([n, f"09120{k}000{i}"] for i, n in enumerate(NAMES)),
            ],
        )
        for k, name in enumerate(("Sheet1", "Sheet2"), start=1)
    ]
    _, found, _ = office("import", workbook(tmp_path / "a.xlsx", *sheets), "--dry-run")
    said = [each["sheet"] for each in found["problems"] if "đơn vị nào" in each["reason"]]
    assert len(said) == len(set(said))
    assert set(said) == {"Sheet1", "Sheet2"}


def test_rows_that_wait_for_a_decision_are_named_with_who_they_may_be(office, tmp_path, data_path):
    with open_file(data_path, clock) as file:
        add_people(file, 3)
    rows = [HEADER, [1, "Nguyễn Văn An", "", "Trạm Y tế"], [2, "Trần Văn An", "", "Trạm Y tế"]]
    _, found, _ = office("import", workbook(tmp_path / "a.xlsx", ("DS", rows)), "--dry-run")
    unsure = [each for each in found["problems"] if each["reason"].startswith("Cần quyết định")]
    rows = {each["row"] for each in unsure if each["value"] in {"Nguyễn Văn An", "Trần Văn An"}}
    assert len(rows) == found["uncertain"]


def test_the_same_file_again_and_who_is_absent_are_said(office, tmp_path):
    rows = [HEADER, *([i, n, f"091200000{i}", "Trạm Y tế"] for i, n in enumerate(NAMES))]
    listed = workbook(tmp_path / "a.xlsx", ("DS", rows))
    office("import", listed)
    _, again, _ = office("import", listed)
    assert any("đã" in each["reason"] and "nhập" in each["reason"] for each in again["problems"])
    _, part, _ = office("import", workbook(tmp_path / "b.xlsx", ("DS", rows[:3])), "--dry-run")
    absent = [each for each in part["problems"] if "không có ở tệp này" in each["reason"]]
    assert absent[0]["value"] == "Lê Quang Cường, Phạm Thu Dung"
    assert absent[0]["reason"].startswith("2 người")


def test_private_columns_and_hidden_sheets_are_said(office, tmp_path):
    rows = [[*HEADER, "Số CCCD"], [1, NAMES[0], "0912000001", "Trạm Y tế", "001"]]
    path = workbook(tmp_path / "a.xlsx", ("DS", rows), ("Ẩn", [HEADER, *rows[1:]]))
    from openpyxl import load_workbook

    book = load_workbook(path)
    book["Ẩn"].sheet_state = "hidden"
    book.save(path)
    _, found, _ = office("import", path, "--dry-run")
    assert any("riêng tư" in reason for reason in reasons(found))
    assert any(each["sheet"] == "Ẩn" for each in found["problems"])


OTHERS = ("Đỗ Thị Lan", "Hồ Văn Tư", "Ngô Thị Năm")
DUTIES = [["LỊCH TRỰC CƠ QUAN THÁNG 6"], HEADER, *([i, n, "", ""] for i, n in enumerate(OTHERS))]
TWICE = [
    ["STT", "Họ tên cán bộ", "Họ tên giáo viên", "Số điện thoại"],
    *([i, n, NAMES[i], f"098210359{i}"] for i, n in enumerate(OTHERS)),
]
CHILDREN = [
    ["DANH SÁCH TRẺ EM ĐƯỢC TẶNG QUÀ"],
    ["STT", "Họ và tên trẻ", "Họ tên bố", "Số điện thoại"],
    *([i, n, NAMES[i], f"098210359{i}"] for i, n in enumerate(OTHERS)),
]


@pytest.mark.parametrize("dry", [True, False])
@pytest.mark.parametrize("rows", [DUTIES, TWICE, CHILDREN], ids=["duties", "two names", "children"])
def test_a_table_that_is_passed_over_is_said_with_its_sheet_and_the_way_to_read_it(
    office, tmp_path, rows, dry
):
    sure = [HEADER, *([i, n, f"091200000{i}", "Trạm Y tế xã"] for i, n in enumerate(NAMES))]
    path = workbook(tmp_path / "a.xlsx", ("DS", sure), ("Bảng khác", rows))
    code, found, told = office("import", path, *(["--dry-run"] if dry else []))
    assert (code, found["new"], told) == (0, 4, "")
    passed = [each for each in found["problems"] if each["sheet"] == "Bảng khác"]
    assert any("--sheet" in each["reason"] or "--map" in each["reason"] for each in passed)
    assert any(each["value"].endswith(" dòng") for each in passed)
    assert all(each["row"] for each in passed)
    names = {each["name"] for each in office("people")[1]["people"]}
    assert names == (set() if dry else set(NAMES))


def test_words_and_json_say_the_same(office, tmp_path, data_path, capsys):
    rows = [["Họ và tên", "Số điện thoại"], [NAMES[0], "0912000001"]]
    listed = workbook(tmp_path / "a.xlsx", ("DS", rows))
    _, found, _ = office("import", listed, "--dry-run")
    assert run(["--data", str(data_path), "import", str(listed), "--dry-run"]) == 1
    text = capsys.readouterr().out
    assert all(reason in text for reason in reasons(found))


@pytest.mark.parametrize("fmt", ["pdf", "xlsx"])
def test_a_document_is_not_written_over_unless_that_is_said(office, tmp_path, fmt):
    target = tmp_path / f"bao-cao.{fmt}"
    target.write_text("của tôi")
    words = ("report", "unit-summary", "--format", fmt, "--out", target)
    code, found, told = office(*words)
    assert (code, found) == (1, {})
    assert "Đã có tệp" in told
    assert "--overwrite" in told
    assert target.read_text() == "của tôi"
    assert office(*words, "--overwrite")[0] == 0
    assert target.stat().st_size > 2_000


def test_a_contest_is_chosen_at_any_time(office, tmp_path):
    bare = tmp_path / "bare.tiendo"
    init_file(bare, "Xã Kẻ Sặt", None, clock).close()
    with open_file(bare, clock) as file:
        add_people(file, 1)
    assert office("mark", "registered", "--phone", "0912000000", data=bare)[0] == 1
    _, listed, _ = office("contest", "list", data=bare)
    assert [(c["code"], c["added"], c["current"]) for c in listed["contests"]] == [
        ("ai-2026", False, False)
    ]
    assert office("contest", "use", "ai-2026", data=bare)[1]["changed"] is True
    assert office("contest", "use", "ai-2026", data=bare)[1]["changed"] is False
    assert office("mark", "registered", "--phone", "0912000000", data=bare)[1]["marked"] == 1
    assert office("contest", "list", data=bare)[1]["contests"][0]["current"] is True
    code, _, told = office("contest", "use", "khong-co", data=bare)
    assert code == 1
    assert "ai-2026" in told
    assert office("contest", "use", data=bare)[0] == 1


def test_choosing_a_contest_can_be_undone(office, tmp_path):
    bare = tmp_path / "bare.tiendo"
    init_file(bare, "Xã Kẻ Sặt", None, clock).close()
    office("contest", "use", "ai-2026", data=bare)
    assert office("undo", data=bare)[1]["undone"] == ["Thêm cuộc thi Ứng dụng AI 2026"]
    assert office("contest", "list", data=bare)[1]["contests"][0]["added"] is False


def test_a_kept_copy_is_read_and_not_written(office, data_path):
    with open_file(data_path, clock) as file:
        add_people(file, 2)
    copy = back_up(data_path, clock=clock).path
    before = copy.read_bytes()
    assert len(office("people", data=copy)[1]["people"]) == 2
    code, _, told = office("mark", "registered", "--phone", "0912000000", data=copy)
    assert code == 1
    assert "chỉ xem bản sao lưu" in told
    assert copy.read_bytes() == before


@pytest.mark.parametrize("ahead", [1, 400, 30_000])
def test_a_clock_before_the_newest_entry_is_said(office, data_path, ahead):
    from models.clock import now

    with open_file(data_path, lambda: now() + timedelta(days=ahead)) as file:
        add_people(file, 1)
    code, _, told = office("figures")
    assert code == 0
    assert "trước lần ghi gần nhất" in told


def test_a_bug_after_the_writing_does_not_look_like_a_failure(
    office, tmp_path, monkeypatch, data_path, caplog
):
    def break_down(*_args, **_kwargs):
        raise RuntimeError("ours")

    rows = [HEADER, [1, NAMES[0], "0912000001", "Trạm Y tế"]]
    listed = workbook(tmp_path / "a.xlsx", ("DS", rows))
    with monkeypatch.context() as patched:
        patched.setattr(lists, "planned", break_down)
        code, _, told = office("import", listed)
    assert (code, told.strip()) == (1, ROLLED_BACK)
    with monkeypatch.context() as patched:
        patched.setattr(lists, "count_people", break_down)
        code, found, told = office("import", listed)
    assert (code, found, told.strip()) == (0, {"written": True}, WRITTEN)
    assert len(office("people")[1]["people"]) == 1
    caplog.clear()


def test_a_long_name_on_the_command_line_is_a_sentence(data_path, tmp_path):
    for words in (
        ("--data", tmp_path / f"{'x' * 300}.tiendo", "figures"),
        ("--data", data_path, "import", tmp_path / f"{'đ' * 200}.xlsx"),
        ("--data", data_path, "report", "unit-summary", "--out", tmp_path / f"{'x' * 300}.pdf"),
        ("--data", data_path, "backup", tmp_path / f"{'x' * 300}.tiendo"),
        ("--data", data_path, "mark", "registered", "--file", tmp_path / f"{'x' * 300}.txt"),
    ):
        command = [sys.executable, str(ROOT / "main.py"), *map(str, words)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
        assert done.returncode == 1
        assert "quá dài" in done.stderr
