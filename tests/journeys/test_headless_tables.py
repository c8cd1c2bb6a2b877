"""What a table leaves open, by command: it is not read, `problems` says what to pass, and that works."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.journeys.at_hand import OfficeAtHand as Office

HEAD = ("STT", "Họ và tên", "Số điện thoại", "Đơn vị")
AN, BINH, CUONG = "Nguyễn Văn An", "Trần Thị Bình", "Lê Quang Cường"
PEOPLE = [
    (at, name, f"098210359{at}", "Trạm Y tế xã") for at, name in enumerate((AN, BINH, CUONG), 1)
]
OTHERS = [
    (at, name, f"091233011{at}", "Công an xã")
    for at, name in enumerate(("Phạm Minh Dũng", "Vũ Thị Hoa"), 1)
]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = Office(tmp_path / "xa.tiendo")
    made.run("init", "--commune", "Xã Kẻ Sặt", "--contest", "ai-2026")
    return made


def book_of(path: Path, **sheets: list[tuple[object, ...]]) -> Path:
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def reasons(answer: dict) -> str:
    return "\n".join(each["reason"] for each in answer.get("problems", []))


def names(office: Office) -> set[str]:
    return {person["name"] for person in office.run("people")["people"]}


def test_the_header_is_the_row_that_was_named(office: Office, tmp_path: Path) -> None:
    strange = ("Số", "Danh xưng đầy đủ", "Gọi", "Ở đâu")
    path = book_of(tmp_path / "a.xlsx", DS=[("DANH SÁCH",), (), strange, *PEOPLE])
    answer = office.run(
        "import", path, "--header", "3", "--map", "B=name,C=phone,D=unit", "--unit", "Công an xã"
    )
    assert answer["new"] == 3
    assert names(office) == {AN, BINH, CUONG}


def test_a_header_that_is_not_there_is_refused(office: Office, tmp_path: Path) -> None:
    path = book_of(tmp_path / "a.xlsx", DS=[HEAD, *PEOPLE])
    answer = office.run("import", path, "--header", "90", code=1)
    assert "dòng" in answer["stderr"]
    assert names(office) == set()


def test_a_sheet_is_passed_over_by_its_name(office: Office, tmp_path: Path) -> None:
    path = book_of(tmp_path / "a.xlsx", DS=[HEAD, *PEOPLE], Mau=[HEAD, *OTHERS])
    assert office.run("import", path, "--skip-sheet", "Mau")["new"] == 3
    assert names(office) == {AN, BINH, CUONG}


@pytest.mark.parametrize(
    "title", ["LỊCH TRỰC TẾT NĂM 2026", "LỊCH CÔNG TÁC TUẦN 23", "THỜI KHÓA BIỂU", "PHÂN CÔNG TRỰC BAN"]
)  # fmt: skip
def test_a_schedule_is_no_list_until_its_sheet_is_named(
    office: Office, tmp_path: Path, title: str
) -> None:
    rows = [(title,), HEAD, *PEOPLE]
    path = book_of(tmp_path / "a.xlsx", Truc=rows, DS=[HEAD, *OTHERS])
    told = office.run("import", path)
    assert '--sheet "Truc"' in reasons(told)
    assert names(office) == {name for _, name, *_ in OTHERS}
    office.run("import", path, "--sheet", "Truc")
    assert {AN, BINH, CUONG} <= names(office)


def test_of_two_competing_names_the_officer_says_which(office: Office, tmp_path: Path) -> None:
    head = ("STT", "Họ tên cán bộ", "Họ tên giáo viên", "Số điện thoại", "Đơn vị")
    rows = [
        (at, name, other, f"098210359{at}", "Trạm Y tế xã")
        for at, (name, other) in enumerate(
            [(AN, "Đỗ Thị Lan"), (BINH, "Hồ Văn Tư"), (CUONG, "Ngô Thị Năm")], 1
        )
    ]
    path = book_of(tmp_path / "a.xlsx", DS=[head, *rows])
    asked = office.run("import", path, code=1)
    assert "hai cột tên người khác nhau" in asked.get("stderr", "") + reasons(asked)
    assert names(office) == set()
    office.run("import", path, "--map", "B=name")
    assert names(office) == {AN, BINH, CUONG}


def test_two_columns_that_fit_equally_wait_for_a_word(office: Office, tmp_path: Path) -> None:
    head = (*HEAD, "Email", "Email")
    rows = [(*row, f"a{row[0]}@xa.gov.vn", f"b{row[0]}@gmail.com") for row in PEOPLE]
    path = book_of(tmp_path / "a.xlsx", DS=[head, *rows])
    assert '--map "E=email"' in reasons(office.run("import", path))


def test_old_fonts_are_converted_only_when_told(office: Office, tmp_path: Path) -> None:
    rows = [
        (1, "NguyÔn V¨n An", "0982103591", "Tr¹m Y tÕ x·"),
        (2, "TrÇn ThÞ B×nh", "0982103592", "Tr¹m Y tÕ x·"),
        (3, "Lª Quang C­êng", "0982103593", "Tr¹m Y tÕ x·"),
    ]
    path = book_of(tmp_path / "a.xlsx", DS=[("STT", "Hä vµ tªn", "§iÖn tho¹i", "§¬n vÞ"), *rows])
    refused = office.run("import", path, code=1)
    assert "phông chữ cũ" in refused["stderr"]
    assert names(office) == set()
    office.run("import", path, "--convert")
    assert names(office) == {AN, BINH, CUONG}
