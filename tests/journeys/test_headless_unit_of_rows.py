"""Headless import asks once for a table whose unit is unknown, and says what may tell it."""

from __future__ import annotations

import json

import pytest
from openpyxl import Workbook

from ui.commandline.run import run

NAMES = ("Trần Văn An", "Lê Thị Bình", "Phạm Văn Cường")


@pytest.fixture
def office(data_path, capsys):
    """Runs a command on a new file in this process; gives code, JSON and what stands on stderr."""

    def ask(*words):
        code = run(["--data", str(data_path), "--json", *map(str, words)])
        told = capsys.readouterr()
        return code, json.loads(told.out) if told.out else {}, told.err

    ask("init", "--commune", "Xã Kẻ Sặt", "--contest", "ai-2026")
    return ask


def saved(path, *rows):
    book = Workbook()
    for row in rows:
        book.active.append(list(row))
    book.save(path)
    return path


def people(*more):
    return [(n + 1, NAMES[n], f"09821035{n}1", *more) for n in range(3)]


def reasons(answer):
    return [each["reason"] for each in answer["problems"]]


def test_one_question_for_the_table_counts_its_people(office, tmp_path):
    path = saved(tmp_path / "a.xlsx", ("STT", "Họ và tên", "SĐT"), *people())
    code, answer, said = office("import", path)
    assert code == 1
    (asked,) = [each for each in reasons(answer) if "ở đơn vị nào" in each]
    assert "Chưa biết 3 người ở đơn vị nào" in asked
    assert "Chưa biết 3 người" in said
    assert "--unit" in asked
    assert "Phòng Kinh tế" not in asked


def test_the_question_names_the_column_and_the_group_rows(office, tmp_path):
    head = ("STT", "Họ và tên", "SĐT", "Thuộc")
    rows = (head, ("I", "Lãnh đạo"), *people("Trạm Y tế"))
    _, answer, _ = office("import", saved(tmp_path / "a.xlsx", *rows))
    (asked,) = [each for each in reasons(answer) if "ở đơn vị nào" in each]
    assert "Cột D “Thuộc”" in asked
    assert '--map "D=unit"' in asked
    _, answer, _ = office("import", tmp_path / "a.xlsx", "--map", "D=unit")
    assert list(answer["units"].values()) == [3]


def test_groups_of_the_list_win_over_the_common_unit(office, tmp_path):
    rows = (
        ("Họ và tên", "SĐT"), ("* Phòng Kinh tế (1 đ/c)",), (NAMES[0], "0982103501"),
        ("* Văn phòng Đảng ủy (1 đ/c)",), (NAMES[1], "0982103511"),
    )  # fmt: skip
    path = saved(tmp_path / "a.xlsx", *rows)
    _, answer, _ = office("import", path, "--unit", "Trạm Y tế")
    assert answer["units"] == {"Phòng Kinh tế": 1, "Văn phòng Đảng ủy": 1}


def test_the_name_of_the_file_gives_the_unit_and_is_told(office, tmp_path):
    path = saved(
        tmp_path / "Danh sách GV Trường THCS Hoa Sen.xlsx",
        ("STT", "Họ và tên", "SĐT", "Tổ chuyên môn"), *people("Tổ KHTN"),
    )  # fmt: skip
    _, answer, _ = office("import", path)
    assert answer["units"] == {"Trường THCS Hoa Sen": 3}
    assert any("lấy theo tên tệp" in each for each in reasons(answer))


def test_those_who_are_gone_are_proposed_to_leave(office, tmp_path):
    rows = (
        ("DANH SÁCH CÁN BỘ PHÒNG KINH TẾ",), ("STT", "Họ và tên", "SĐT"),
        ("A", "Đang công tác"), (1, NAMES[0], "0982103501"),
        ("B", "Đã nghỉ hưu"), (1, NAMES[1], "0982103511"),
    )  # fmt: skip
    _, answer, _ = office("import", saved(tmp_path / "a.xlsx", *rows))
    assert answer["units"] == {"Phòng Kinh tế": 2}
    assert answer["employment"] == 1
    assert any("rời danh sách" in each for each in reasons(answer))


def test_the_way_on_is_said_and_not_what_is_told_of_a_cell(office, tmp_path):
    head = ("STT", "Họ và tên", "SĐT")
    rows = [(n + 1, NAMES[n], f"0162157706{n}") for n in range(3)]
    code, answer, said = office("import", saved(tmp_path / "a.xlsx", head, *rows))
    assert code == 1
    assert "Số cũ" in " ".join(reasons(answer))
    assert "--unit" in said
    assert "Số cũ" not in said
