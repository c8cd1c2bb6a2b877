"""`import` and who a row is: nobody cut, merged or skipped without a sentence with the row."""

from __future__ import annotations

import pytest

from models.office.setup import init_file
from tests.conftest import clock
from tests.journeys.at_hand import OfficeAtHand as Office

HEAD = "STT,Mã cán bộ,Họ và tên,Đơn vị,Chức vụ,Số điện thoại"
HERE, THERE = "Phòng Kinh tế", "Trạm Y tế xã"


@pytest.fixture
def office(tmp_path) -> Office:
    made = Office(tmp_path / "xa.tiendo")
    init_file(made.data, "Xã Kẻ Sặt", "ai-2026", clock).close()
    return made


def taken(office, tmp_path, *rows: str, more: tuple[str, ...] = ()) -> tuple[dict, dict]:
    """What `import` says of these rows, and the roster afterwards by name and code."""
    (tmp_path / "a.csv").write_text("\n".join((HEAD, *rows)) + "\n", encoding="utf-8")
    said = office.run("import", tmp_path / "a.csv", *more)
    return said, {(p["name"], p["staff_code"]): p for p in office.run("people")["people"]}


def reasons(said: dict, row: int) -> str:
    return " ".join(each["reason"] for each in said["problems"] if each["row"] == row)


def test_namesakes_titles_vacancies_and_several_in_a_cell(office, tmp_path):
    said, people = taken(
        office,
        tmp_path,
        f"1,CB001,Nguyễn Văn An,{HERE},,",
        f"2,CB002,Nguyễn Văn An,{HERE},,",
        f"3,CB003,Ông Ích Khiêm,{HERE},,",
        f"4,CB004,Đặng Trọng Tài,{HERE},,",
        f"5,,đang tuyển,{HERE},,",
        f'6,,"1.Lê Thị Ba\n2.Vũ Văn Tư",{THERE},,"0912345671\n0912345672"',
    )
    assert set(people) == {
        ("Nguyễn Văn An", "CB001"), ("Nguyễn Văn An", "CB002"), ("Ông Ích Khiêm", "CB003"),
        ("Đặng Trọng Tài", "CB004"), ("Lê Thị Ba", ""), ("Vũ Văn Tư", ""),
    }  # fmt: skip
    assert people["Vũ Văn Tư", ""]["phone"] == "0912345672"
    assert people["Ông Ích Khiêm", "CB003"]["gender"] is None
    assert "khác mã cán bộ" in reasons(said, 3)
    assert "Vị trí chưa có người" in reasons(said, 6)
    assert "Một ô có 2 người (Lê Thị Ba; Vũ Văn Tư)" in " ".join(
        each["reason"] for each in said["problems"]
    )


def test_who_is_joined_is_named_and_a_second_post_is_recorded_when_told(office, tmp_path):
    rows = (
        f"1,CB001,Nguyễn Văn An,{HERE},Văn thư,",
        f"2,CB001,Nguyễn Văn An,{THERE},Kế toán,",
        f"3,CB003,Lê Thị Ba,{HERE},,0912345673",
        f"4,CB003,Lê Thị Ba,{HERE},,",
    )
    said, people = taken(office, tmp_path, *rows)
    assert (said["new"], said["skipped"], said["units"]) == (2, 2, {HERE: 2})
    assert "Thêm --second-posts để ghi." in reasons(said, 3)
    assert reasons(said, 5) == "Cùng người với Lê Thị Ba, dòng 4: cùng họ tên, cùng mã cán bộ."
    office.run("undo")
    said, people = taken(office, tmp_path, *rows, more=("--second-posts", "--since", "2026-06-01"))
    assert (said["new"], said["units"]) == (2, {HERE: 2})
    assert {each["came_on"] for each in people.values()} == {"2026-06-01"}
    said, _ = taken(office, tmp_path, *rows)
    assert "đã có trong danh sách" in reasons(said, 3)


def test_a_day_that_is_none_is_wrong_usage(office, tmp_path):
    (tmp_path / "a.csv").write_text(HEAD, encoding="utf-8")
    assert "stderr" in office.run("import", tmp_path / "a.csv", "--since", "hôm nào", code=2)
