"""Whose number a column holds: one's own, somebody else's, the office's, or a bank's."""

from __future__ import annotations

import pytest

from models.intake.grid import Cell, Sheet, Workbook
from models.intake.shape.fields import Field
from models.intake.shape.find import find_tables
from models.intake.shape.records import TableGuess

NAMES = ("Nguyễn Văn An", "Trần Thị Bình", "Lê Quang Cường", "Phạm Minh Dũng")
UNITS = ("Trạm Y tế xã", "Công an xã", "Trạm Y tế xã", "Phòng Kinh tế")
OWN = tuple(f"09123456{n}{n}" for n in range(4))
OTHER = tuple(f"08823456{n}{n}" for n in range(4))
NINE = (352490632, 383804736, 346033395, 346059307)
MONEY = (7_792_200, 5_910_000, 6_233_760, 7_168_824)

Column = tuple[str, tuple[Cell, ...]]


def _guess(*columns: Column, hidden: str = "") -> TableGuess:
    every = (("STT", (1, 2, 3, 4)), ("Họ và tên", NAMES), ("Đơn vị", UNITS), *columns)
    head: tuple[Cell, ...] = tuple(title for title, _ in every)
    body: list[tuple[Cell, ...]] = list(zip(*(cells for _, cells in every), strict=True))
    sheet = Sheet("DS", [head, *body], hidden_columns=frozenset("ABCDEFG".index(x) for x in hidden))
    (guess,) = find_tables(Workbook("a", "0", "xlsx", (sheet,)))
    return guess


def _field(guess: TableGuess, letter: str) -> Field:
    return next(column.field for column in guess.columns if column.letter == letter)


@pytest.mark.parametrize(
    "title",
    ["Emergency phone", "Emergency contact", "Emergency contact number", "Next of kin phone",
     "SĐT người thân", "Liên hệ khẩn cấp", "ĐT khẩn cấp", "Người báo tin", "Phone of spouse",
     "Relative's phone", "SĐT khi cần báo tin", "Số điện thoại hàng xóm", "SĐT vợ/chồng",
     "SĐT tổ trưởng", "Số điện thoại (người thân)"],
)  # fmt: skip
@pytest.mark.parametrize("own", ["Mobile", "Di động", "Số điện thoại"])
def test_a_number_of_somebody_else_is_never_read(title, own):
    for columns in [((own, OWN), (title, OTHER)), ((title, OTHER), (own, OWN))]:
        guess = _guess(*columns)
        read = {column.header_text: column.field for column in guess.columns}
        assert read[own] is Field.PHONE
        assert read[title] is Field.IGNORED


@pytest.mark.parametrize(
    "title",
    ["Số TK", "STK", "TK ngân hàng", "Account no", "ATM", "Số thẻ ATM", "Bank account",
     "Tài khoản nhận lương", "Số TK Vietcombank", "Số tài khoản"],
)  # fmt: skip
def test_a_number_of_a_bank_is_private_whatever_it_looks_like(title):
    assert _field(_guess((title, NINE)), "D") is Field.NATIONAL_ID


@pytest.mark.parametrize(
    "columns",
    [
        (("Số", NINE), ("Ngân hàng", ("VCB",) * 4)),
        (("Số", NINE), ("Mở tại", ("Vietcombank", "Agribank", "BIDV", "MB Bank"))),
        (("Tài khoản", NINE), ("Lương", MONEY), ("Phụ cấp", MONEY)),
    ],
)
def test_what_stands_beside_tells_a_bank_too(columns):
    assert _field(_guess(*columns), "D") is Field.NATIONAL_ID


@pytest.mark.parametrize("title", ["XYZ", "TKNH", "Tài khoản", "TK"])
def test_nine_digits_under_no_title_of_phones_are_asked_about(title):
    (open_,) = _guess((title, NINE)).open_columns
    assert (open_.letter, open_.field, open_.may_be) == ("D", Field.IGNORED, Field.PHONE)


def test_nine_digits_under_a_title_of_phones_are_phones():
    assert _field(_guess(("SĐT", NINE)), "D") is Field.PHONE
    assert _field(_guess(("XYZ", OWN)), "D") is Field.PHONE


def test_a_branch_of_a_bank_is_no_unit():
    rows = (("STK", NINE), ("Ngân hàng", ("VCB",) * 4), ("Chi nhánh", ("Hải Dương",) * 4))
    guess = _guess(*rows)
    assert _field(guess, "C") is Field.UNIT
    assert _field(guess, "F") is Field.IGNORED


@pytest.mark.parametrize(
    "title",
    ["Số điện thoại (cơ quan cấp)", "SĐT công vụ", "ĐT bàn", "Điện thoại nhà riêng", "Office phone",
     "Điện thoại (cơ quan)", "SĐT (đơn vị cấp)"],
)  # fmt: skip
def test_the_number_of_the_office_is_read_only_when_somebody_says_so(title):
    both = _guess((title, OTHER), ("Số điện thoại (cá nhân)", OWN))
    assert (_field(both, "D"), _field(both, "E")) == (Field.IGNORED, Field.PHONE)
    (open_,) = _guess((title, OTHER)).open_columns
    assert (open_.letter, open_.may_be) == ("D", Field.PHONE)


@pytest.mark.parametrize(
    "title",
    ["Số điện thoại của bạn", "SĐT cá nhân", "Điện thoại (để nhà trường liên hệ)",
     "Điện thoại cá nhân (số dùng lâu dài để cơ quan liên hệ khi cần)",
     "Số điện thoại (cá nhân, không ghi số cơ quan)"],
)  # fmt: skip
def test_the_number_that_a_form_asks_for_is_ones_own(title):
    assert _field(_guess((title, OWN)), "D") is Field.PHONE


@pytest.mark.parametrize(("hidden", "read", "left"), [("D", "E", "D"), ("E", "D", "E")])
def test_of_two_equal_columns_the_visible_one_is_read(hidden, read, left):
    guess = _guess(("Số điện thoại", OTHER), ("Số điện thoại", OWN), hidden=hidden)
    assert (_field(guess, read), _field(guess, left)) == (Field.PHONE, Field.IGNORED)
    assert any(f"{left} (Số điện thoại)" in remark for remark in guess.remarks)


def test_a_hidden_column_alone_is_read_and_told():
    guess = _guess(("Số điện thoại", OWN), hidden="D")
    assert _field(guess, "D") is Field.PHONE
    assert "vẫn được đọc: D" in " ".join(guess.remarks)


def test_two_numbers_of_ones_own_are_a_first_and_a_second():
    guess = _guess(("SĐT 1", OWN), ("SĐT 2", OTHER))
    assert (_field(guess, "D"), _field(guess, "E")) == (Field.PHONE, Field.OTHER_PHONE)


def test_the_office_is_named_under_phones_and_not_above_them():
    def read(above: str, *titles: str) -> list[Field]:
        top: tuple[Cell, ...] = ("STT", "Họ và tên", "Đơn vị", above, *(None for _ in titles[1:]))
        below: tuple[Cell, ...] = (None, None, None, *titles)
        columns = (OTHER, OWN)[: len(titles)]
        body: list[tuple[Cell, ...]] = list(zip((1, 2, 3, 4), NAMES, UNITS, *columns, strict=True))
        (guess,) = find_tables(Workbook("a", "0", "xlsx", (Sheet("DS", [top, below, *body]),)))
        return [column.field for column in guess.columns][3:]

    assert read("Điện thoại", "Cơ quan", "Di động") == [Field.IGNORED, Field.PHONE]
    assert read("Thông tin của cơ quan", "Số điện thoại")[0] is Field.PHONE


@pytest.mark.parametrize(
    ("title", "seen", "unseen", "field"),
    [
        ("Đơn vị công tác", ("Công an xã",) * 4, UNITS, Field.UNIT),
        ("Email", tuple(f"a{n}@x.vn" for n in range(4)), ("b@x.vn",) * 4, Field.EMAIL),
        ("Ngày sinh", ("03/04/1985",) * 4, ("01/02/1980",) * 4, Field.BIRTH),
        ("Chức vụ", ("Chuyên viên",) * 4, ("Kế toán",) * 4, Field.POSITION),
    ],
)
def test_what_is_hidden_gives_way_whatever_it_is(title, seen, unseen, field):
    for hidden, columns in [("E", (seen, unseen)), ("D", (unseen, seen))]:
        every = (("STT", (1, 2, 3, 4)), ("Họ và tên", NAMES), ("SĐT", OWN))
        told = (*every, *((title, cells) for cells in columns))
        head: tuple[Cell, ...] = tuple(each for each, _ in told)
        body: list[tuple[Cell, ...]] = list(zip(*(cells for _, cells in told), strict=True))
        sheet = Sheet("DS", [head, *body], hidden_columns=frozenset(("ABCDE".index(hidden),)))
        (guess,) = find_tables(Workbook("a", "0", "xlsx", (sheet,)))
        assert _field(guess, hidden) is Field.IGNORED
        assert field in guess.fields.values()
