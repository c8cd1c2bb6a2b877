"""Several people in a row by post: every one is read, or one question names all the columns."""

from __future__ import annotations

from datetime import date

import pytest

from models.intake.grid import Cell, GridRow, Sheet, Workbook
from models.intake.shape.evidence.posts import whose_of
from models.intake.shape.fields import Field
from models.intake.shape.find import find_tables
from models.intake.shape.records import SourceRow, TableGuess
from models.intake.shape.rows import shape_rows
from models.intake.wishes import Wishes, left_open, wished_tables

TODAY = date(2026, 11, 29)
AN = ("Nguyễn Văn An", "Trần Thị Bình", "Lê Quang Cường", "Phạm Minh Dũng")
LAN = ("Đỗ Thị Lan", "Bùi Văn Mạnh", "Ngô Thị Nga", "Dương Văn Phúc")
TAM = ("Lương Văn Tám", "Tạ Thị Út", "Đào Văn Vinh", "Phan Thị Xuân")
MANY = ("Cao Văn Bảo, Hà Thị Chi", "Lưu Văn Đạt; Tô Thị Hoa", "Phùng Văn Khải", "Chu Thị Loan")
THON = ("Thôn Nội", "Thôn Ngoại", "Thôn Đông", "Thôn Hạ")
OF_AN = tuple(f"09123456{n}{n}" for n in range(4))
OF_LAN = tuple(f"08823456{n}{n}" for n in range(4))
OF_TAM = tuple(f"03623456{n}{n}" for n in range(4))
DAYS = ("01/5/2026", "02/5/2026", "03/5/2026", "04/5/2026")

Column = tuple[str, tuple[Cell, ...]]


def _book(*columns: Column, above: GridRow = ()) -> Workbook:
    every: list[Column] = [("STT", (1, 2, 3, 4)), *columns]
    head: GridRow = tuple(title for title, _ in every)
    body: list[GridRow] = list(zip(*(cells for _, cells in every), strict=True))
    top: list[GridRow] = [above] if above else []
    return Workbook("ds.xlsx", "", "xlsx", (Sheet("DS", [*top, head, *body]),))


def _people(book: Workbook) -> list[SourceRow]:
    guesses = [guess for guess in find_tables(book) if guess.wanted]
    return [row for guess in guesses for row in shape_rows(book, guess, TODAY).rows]


def _said(rows: list[SourceRow]) -> list[tuple[str, str, str, str]]:
    return [(row.name, row.phone.number, row.unit, row.position) for row in rows]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bí thư", "Trưởng thôn"), ("Hiệu trưởng", "Phó HT"), ("Tổ trưởng", "Tổ phó"),
        ("Chỉ huy trưởng", "Chính trị viên"), ("Chủ tịch", "PCT"), ("Kế toán", "Văn thư"),
        ("Họ tên Bí thư", "Họ tên Trưởng thôn"), ("Chi hội trưởng", "Chi hội phó"),
        ("BI THU", "TRUONG THON"), ("Trưởng trạm", "Phó trạm"), ("Giám đốc", "Thành viên"),
    ],
)  # fmt: skip
def test_everybody_in_the_row_is_read_with_the_phone_behind(one, other):
    book = _book(("Thôn", THON), (one, AN), ("SĐT", OF_AN), (other, LAN), ("SĐT", OF_LAN))
    posts = [title.removeprefix("Họ tên ") for title in (one, other)]
    assert _said(_people(book)) == [
        *((*each, posts[0]) for each in zip(AN, OF_AN, THON, strict=True)),
        *((*each, posts[1]) for each in zip(LAN, OF_LAN, THON, strict=True)),
    ]


def test_three_posts_over_two_rows_of_header_are_read():
    above: GridRow = (
        "STT",
        "Thôn",
        "Bí thư chi bộ",
        None,
        "Trưởng thôn",
        None,
        "Trưởng ban CTMT",
        None,
    )
    book = _book(
        ("", THON), ("Họ và tên", AN), ("SĐT", OF_AN), ("Họ và tên", LAN), ("SĐT", OF_LAN),
        ("Họ và tên", TAM), ("SĐT", OF_TAM), above=above,
    )  # fmt: skip
    rows = _people(book)
    assert [row.name for row in rows] == [*AN, *LAN, *TAM]
    assert [row.phone.number for row in rows] == [*OF_AN, *OF_LAN, *OF_TAM]
    assert {row.position for row in rows} == {"Bí thư chi bộ", "Trưởng thôn", "Trưởng ban CTMT"}


def test_several_members_in_a_cell_stand_beside_those_who_lead():
    book = _book(("Thôn", THON), ("Tổ trưởng", AN), ("Tổ phó", LAN), ("Thành viên", MANY))
    rows = _people(book)
    assert len(rows) == 4 + 4 + 6
    assert [row.unit for row in rows if row.name == "Tô Thị Hoa"] == ["Thôn Ngoại"]


def test_two_members_keep_one_name_of_their_post():
    book = _book(("Thôn", THON), ("Tổ trưởng", AN), ("Thành viên 1", LAN), ("Thành viên 2", TAM))
    assert [row.position for row in _people(book)] == ["Tổ trưởng"] * 4 + ["Thành viên"] * 8


def test_phones_that_name_their_owner_may_stand_anywhere():
    book = _book(
        ("Thôn", THON), ("Bí thư", AN), ("Trưởng thôn", LAN), ("SĐT Bí thư", OF_AN),
        ("SĐT Trưởng thôn", OF_LAN),
    )  # fmt: skip
    assert [row.phone.number for row in _people(book)] == [*OF_AN, *OF_LAN]


@pytest.mark.parametrize(("title", "field"), [("SĐT", Field.PHONE), ("Ghi chú", Field.NOTE)])
def test_what_may_be_anybodys_is_left_open(title, field):
    book = _book(("Thôn", THON), ("Bí thư", AN), ("Trưởng thôn", LAN), (title, OF_LAN))
    guesses = find_tables(book)
    open_ = [column for guess in guesses for column in guess.open_columns]
    assert [(column.letter, column.may_be) for column in open_] == [("E", field)]
    assert not any(row.phone.number or row.note for row in _people(book))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Người trực sáng", "Người trực chiều"), ("Giám thị 1", "Người thay"),
        ("Lãnh đạo", "Cán bộ đầu mối"), ("Bí thư", "Phụ nữ"),
        ("Người hướng dẫn", "Người kèm cặp"), ("Trưởng thôn", "Mặt trận"),
    ],
)  # fmt: skip
def test_people_without_a_post_are_one_question_that_names_them_all(one, other):
    book = _book(("Ngày", DAYS), (one, AN), (other, LAN))
    guesses = find_tables(book)
    read, asked = wished_tables(book, guesses, Wishes())
    assert read == []
    (told,) = left_open(read, asked)
    assert f"C “{one}”, D “{other}”" in told.reason
    assert '--sheet "DS"' in told.reason


@pytest.mark.parametrize(
    ("one", "other"),
    [("Bên A", "Bên B"), ("Người giao", "Người nhận"), ("Bên giao", "Bên nhận"),
     ("Chủ hộ", "Vợ/chồng")],
)  # fmt: skip
def test_parties_are_one_question_too(one, other):
    book = _book(("Ngày", DAYS), (one, AN), (other, LAN))
    read, asked = wished_tables(book, find_tables(book), Wishes())
    assert read == []
    assert {guess.fields.get(2) for guess in asked} == {Field.FULL_NAME, None}
    assert len(left_open(read, asked)) == 1


def test_parties_in_the_row_above_are_not_lost_with_it():
    above: GridRow = ("STT", "Bên A (bên giao)", None, "Bên B (bên nhận)", None)
    columns = (("Họ và tên", AN), ("SĐT", OF_AN), ("Họ và tên", LAN), ("SĐT", OF_LAN))
    guesses = find_tables(_book(*columns, above=above))
    assert {guess.header_rows for guess in guesses} == {(1, 2)}
    assert len({guess.question for guess in guesses}) == 1
    assert all(guess.question for guess in guesses)


def _wished(wishes: Wishes) -> list[TableGuess]:
    book = _book(("Bên A", AN), ("Bên B", LAN))
    read, asked = wished_tables(book, find_tables(book), wishes)
    assert all(guess.wanted and not guess.question for guess in read)
    assert len(read) + len(asked) == 2 or wishes.fields
    return read


def test_the_question_is_answered_for_all_or_for_one_of_them():
    assert len(_wished(Wishes(sheet="DS"))) == 2
    (one,) = _wished(Wishes(fields={"": {2: Field.FULL_NAME}}))
    assert one.fields[2] is Field.FULL_NAME


@pytest.mark.parametrize(
    "columns",
    [
        (("Họ và tên", AN), ("SĐT", OF_AN), ("Tổ trưởng", LAN), ("SĐT tổ trưởng", OF_LAN)),
        (("Lãnh đạo phụ trách", LAN), ("Họ tên CBCC", AN), ("SĐT", OF_AN)),
        (("Thí sinh", AN), ("SĐT", OF_AN), ("Giáo viên hướng dẫn", LAN)),
        (("Họ tên thành viên", AN), ("SĐT", OF_AN)),
        (("Họ và tên", AN), ("SĐT", OF_AN), ("Bí thư", LAN), ("Trưởng thôn", TAM)),
    ],
)
def test_a_row_with_a_person_of_its_own_is_of_that_person_alone(columns):
    rows = _people(_book(*columns))
    assert [(row.name, row.phone.number, row.position) for row in rows] == [
        (name, phone, "") for name, phone in zip(AN, OF_AN, strict=True)
    ]


def test_one_post_above_the_names_is_their_post():
    book = _book(("Trường", THON), ("Hiệu trưởng", AN), ("Điện thoại", OF_AN))
    assert {row.position for row in _people(book)} == {"Hiệu trưởng"}


@pytest.mark.parametrize(
    ("title", "role", "leads"),
    [
        ("Bí thư chi bộ", "Bí thư chi bộ", True), ("SĐT Tổ phó", "Tổ phó", True),
        ("SĐT (Bí thư)", "Bí thư", True), ("P.Hiệu trưởng", "P.Hiệu trưởng", True),
        ("Số điện thoại của trưởng thôn", "trưởng thôn", True), ("Thành viên", "Thành viên", False),
        ("Số điện thoại", "", False), ("Số điện thoại của bạn", "", False),
        ("Trường", "Trường", False), ("DON VI TRUONG", "DON VI TRUONG", False),
        ("Thành phố", "Thành phố", False), ("HT", "HT", False),
    ],
)  # fmt: skip
def test_a_title_says_whose_it_is(title, role, leads):
    whose = whose_of((title,))
    assert (whose.role, whose.leads) == (role, leads)
