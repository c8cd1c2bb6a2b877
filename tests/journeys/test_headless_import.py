"""Lists by command: nobody is marked, moved or taken away who was not said to be."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.journeys.at_hand import OfficeAtHand as Office

AN, BINH, CUONG, DUNG = "Nguyễn Văn An", "Trần Thị Bình", "Lê Quang Cường", "Phạm Minh Dũng"
NAMES = (AN, BINH, CUONG, DUNG)
HEALTH, POLICE = "Trạm Y tế xã", "Công an xã"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = Office(tmp_path / "xa.tiendo")
    made.run("init", "--commune", "Xã Kẻ Sặt", "--contest", "ai-2026")
    return made


def written(
    path: Path, titles: tuple[str, ...], *cells: tuple[object, ...], unit: str = HEALTH
) -> Path:
    book = Workbook()
    book.active.append(["STT", "Họ và tên", "Số điện thoại", "Đơn vị", *titles])
    for at, (name, more) in enumerate(zip(NAMES, cells, strict=False), 1):
        book.active.append([at, name, f"091234567{at}", unit, *more])
    book.save(path)
    return path


def reasons(answer: dict) -> str:
    return "\n".join(each["reason"] for each in answer["problems"])


def marked(office: Office) -> tuple[int, int]:
    found = office.run("figures")
    return found["registered"], found["completed"]


def test_another_matter_is_told_and_chosen_only_by_hand(office: Office, tmp_path: Path) -> None:
    path = written(tmp_path / "ds.xlsx", ("Đăng ký tiêm chủng",), ("x",), ("x",), ("",), ("",))
    told = office.run("import", path)
    (problem,) = told["problems"]
    assert (problem["column"], problem["value"]) == ("E", "Đăng ký tiêm chủng")
    refused = office.run("mark", "registered", "--file", path)
    assert refused["marked"] == 0
    assert any("Đăng ký tiêm chủng" in each for each in refused["not_found"])
    assert marked(office) == (0, 0)
    office.run("import", path, "--map", "E=registered")
    assert marked(office) == (2, 0)


def test_a_map_that_cannot_be_read_is_refused(office: Office, tmp_path: Path) -> None:
    path = written(tmp_path / "ds.xlsx", ("Ghi chú",), ("",))
    answer = office.run("import", path, "--map", "E=lạ", code=1)
    assert "--map" in answer["stderr"]


def test_times_of_a_form_complete_nobody(office: Office, tmp_path: Path) -> None:
    times = ("05/06/2026 08:01", "05/06/2026 08:03")
    path = written(tmp_path / "form.xlsx", ("Giờ bắt đầu", "Giờ hoàn thành"), times, times)
    assert reasons(office.run("import", path)).count("biểu mẫu") == 2
    assert office.run("mark", "completed", "--file", path)["marked"] == 0
    assert "Giờ hoàn thành" in {e["value"] for e in office.run("reconcile", path)["problems"]}
    assert marked(office)[1] == 0


def test_a_failure_is_to_be_decided(office: Office, tmp_path: Path) -> None:
    words = ("Đã thi (trượt)", "Đạt 3/10", "Đã hoàn thành", "Đã nộp bài nhưng bị hủy kết quả")
    path = written(tmp_path / "ds.xlsx", ("Kết quả thi chặng 1",), *((each,) for each in words))
    tried = office.run("import", path)
    assert (tried["people"], tried["doubtful"]) == (4, 3)
    assert reasons(tried).count("Cần quyết định") == 3
    assert marked(office) == (1, 1)
    again = office.run("mark", "completed", "--file", path)
    assert (again["marked"], again["already"], len(again["not_found"])) == (0, 1, 3)
    assert office.run("mark", "registered", "--file", path)["marked"] == 0
    assert office.run("reconcile", path)["completed"] == 1
    office.run("import", path, "--doubtful", "apply")
    assert marked(office) == (4, 4)


def test_words_about_work_are_left_undone_unless_told(office: Office, tmp_path: Path) -> None:
    words = ("Nghỉ thai sản đến 30/9/2030", "Đã nghỉ việc từ 01/5/2026", "Đang làm", "Hợp đồng")
    path = written(tmp_path / "ds.xlsx", ("Tình trạng",), *((each,) for each in words))
    told = office.run("import", path)
    assert (told["employment"], reasons(told).count("chưa thực hiện")) == (3, 3)
    assert marked(office) == (0, 0)
    assert (office.run("figures")["total"], office.run("figures")["exempt"]) == (4, 0)
    done = office.run("import", path, "--employment", "apply")
    assert "chưa thực hiện" not in reasons(done)
    found = office.run("figures")
    assert (found["total"], found["exempt"]) == (2, 1)
    assert next(p for p in office.run("people")["people"] if p["name"] == DUNG)["staff_type"]


def test_nobody_is_marked_by_a_list_of_leaves(office: Office, tmp_path: Path) -> None:
    path = written(tmp_path / "nghi.xlsx", ("Ghi chú",), ("Nghỉ thai sản",), ("Nghỉ hưu",), ("",))
    office.run("import", path)
    answer = office.run("mark", "completed", "--file", path)
    assert (answer["marked"], len(answer["not_found"])) == (1, 2)


def test_a_move_is_counted_and_left_undone_unless_told(office: Office, tmp_path: Path) -> None:
    first = written(tmp_path / "a.xlsx", (), (), ())
    office.run("import", first)
    second = written(tmp_path / "b.xlsx", (), (), (), unit=POLICE)
    told = office.run("import", second)
    assert (told["moves"], told["units"]) == (2, {HEALTH: 2})
    assert POLICE in reasons(told)
    assert office.run("import", second, "--moves", "apply")["units"] == {POLICE: 2}


EXPORTS = (
    ("Tên đăng nhập", "Điểm thi", "Ngày thi"),
    ("Tài khoản", "Số lượt thi", "Trạng thái"),
    ("Username", "Score", "Completed on"),
    ("Tên đăng nhập", "Tên bài thi", "Thời gian làm bài"),
    ("Tên truy cập", "Điểm", "Trạng thái bài thi"),
)


@pytest.mark.parametrize("titles", EXPORTS)
def test_a_file_of_the_platform_is_not_read_as_a_list(
    office: Office, tmp_path: Path, titles: tuple[str, ...]
) -> None:
    office.run("import", written(tmp_path / "a.xlsx", (), (), ()))
    cells = (("an90", "8", "02/06/2026"), ("binh85", "9", "02/06/2026"))
    export = written(tmp_path / "b.xlsx", titles, *cells, unit="Nhóm thi số 7")
    answer = office.run("import", export, code=1)
    assert "nền tảng" in answer["stderr"]
    assert "reconcile" in answer["stderr"]
    told = office.run("import", export, "--as-list")
    assert told["units"] == {HEALTH: 2}
    assert told["moves"] == 2


def test_several_attempts_of_one_person_are_an_export(office: Office, tmp_path: Path) -> None:
    office.run("import", written(tmp_path / "a.xlsx", (), (), ()))
    book = Workbook()
    book.active.append(["Họ và tên", "Số điện thoại", "Đơn vị", "Điểm"])
    for points in (70, 100, 90):
        book.active.append([AN, "0912345671", "Nhóm 7", points])
    book.save(tmp_path / "b.xlsx")
    assert "nhiều dòng" in office.run("import", tmp_path / "b.xlsx", code=1)["stderr"]


@pytest.mark.parametrize("titles", EXPORTS)
def test_without_a_roster_an_export_is_read_only_as_a_list(
    office: Office, tmp_path: Path, titles: tuple[str, ...]
) -> None:
    export = written(tmp_path / "b.xlsx", titles, ("an90", "8", "02/06/2026"))
    answer = office.run("import", export, code=1)
    assert "reconcile" in answer["stderr"]
    assert "--as-list" in answer["stderr"]
    assert "Danh sách cán bộ đang trống" in answer["stderr"]
    told = office.run("import", export, "--as-list")
    assert told["people"] == 1
    assert "nền tảng" in reasons(told)


@pytest.mark.parametrize(
    "titles", [("Đã đăng ký", "Hoàn thành"), ("Ngày đăng ký", "Điểm"), ("Ngày thi", "Điểm")]
)
def test_a_list_that_the_office_keeps_is_read(
    office: Office, tmp_path: Path, titles: tuple[str, ...]
) -> None:
    office.run("import", written(tmp_path / "a.xlsx", (), (), ()))
    office.run("import", written(tmp_path / "b.xlsx", titles, ("", ""), ("", "")))


ATTENDANCES = (
    ("Name (Original Name)", "User Email", "Join Time", "Leave Time", "Duration (Minutes)"),
    ("Name", "First Join", "Last Leave", "In-Meeting Duration", "Email"),
    ("Họ và tên", "Email", "Giờ vào", "Giờ ra", "Tổng thời gian tham dự"),
)


@pytest.mark.parametrize("titles", ATTENDANCES)
@pytest.mark.parametrize("with_roster", [True, False])
def test_an_attendance_list_says_what_it_is(
    office: Office, tmp_path: Path, titles: tuple[str, ...], with_roster: bool
) -> None:
    if with_roster:
        office.run("import", written(tmp_path / "a.xlsx", (), (), ()))
    book = Workbook()
    book.active.append(titles)
    start, end = "05/06/2026 14:00:00", "05/06/2026 15:00:00"
    spans = {"Join Time": start, "First Join": start, "Giờ vào": start, "Leave Time": end,
             "Last Leave": end, "Giờ ra": end}  # fmt: skip
    book.active.append([AN if at == 0 else spans.get(t, "60") for at, t in enumerate(titles)])
    book.save(tmp_path / "hop.xlsx")
    said = office.run("import", tmp_path / "hop.xlsx", code=1)["stderr"]
    assert said.startswith("Tệp “hop.xlsx” là danh sách dự họp")
    assert "reconcile" in said
    assert ("mark … --file" in said) is with_roster
    assert office.run("figures")["total"] == (2 if with_roster else 0)


def test_roll_calls_say_what_they_are(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "diem-danh.csv"
    path.write_text(
        "Last name,First name,P,L,E,A,Taken sessions\nNguyễn Văn,An,1,0,0,0,1\n", encoding="utf-8"
    )
    assert "bảng điểm danh" in office.run("import", path, code=1)["stderr"]
