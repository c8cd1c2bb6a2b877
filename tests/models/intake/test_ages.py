"""Titles that name a time: the newer column is read, the older one is shown."""

from datetime import date

import pytest

from models.intake.grid import Sheet, Workbook
from models.intake.shape.ages import Age, age_of, without_age
from models.intake.shape.fields import Field
from models.intake.shape.find import find_tables
from models.intake.shape.rows import shape_rows

TODAY = date(2026, 6, 8)


@pytest.mark.parametrize(
    ("title", "age", "thing"),
    [
        ("Đơn vị cũ", Age.OLD, "Đơn vị"),
        ("Đơn vị (cũ)", Age.OLD, "Đơn vị"),
        ("Don vi cu", Age.OLD, "Don vi"),
        ("Chức vụ trước sắp xếp", Age.OLD, "Chức vụ"),
        ("Chức vụ (trước khi sáp nhập)", Age.OLD, "Chức vụ"),
        ("Đơn vị trước 01/7/2025", Age.OLD, "Đơn vị"),
        ("Nơi công tác trước đây", Age.OLD, "Nơi công tác"),
        ("Tên đơn vị cũ trước sáp nhập", Age.OLD, "Tên đơn vị"),
        ("SĐT mới", Age.NEW, "SĐT"),
        ("Chức vụ hiện nay", Age.NEW, "Chức vụ"),
        ("Đơn vị mới (sau sắp xếp)", Age.NEW, "Đơn vị"),
        ("Đơn vị sau 01/7/2025", Age.NEW, "Đơn vị"),
        ("Nơi ở hiện nay", Age.NEW, "Nơi ở"),
        ("Khu dân cư", None, "Khu dân cư"),
        ("KHU DAN CU", None, "KHU DAN CU"),
        ("Cán bộ đầu mối", None, "Cán bộ đầu mối"),
        ("Đơn vị cũ - mới", None, "Đơn vị cũ - mới"),
    ],
)
def test_a_title_tells_its_time_and_its_thing(title: str, age: Age | None, thing: str) -> None:
    assert (age_of([title]), without_age(title)) == (age, thing)


def _fields(*header: tuple[str | None, ...]) -> dict[str, Field]:
    person = ("1", "Nguyễn Văn An", "UBND xã Tráng Liệt", "Phòng Kinh tế", "0911111110",
              "0912345671")  # fmt: skip
    other = ("2", "Trần Thị Bình", "UBND xã Tráng Liệt", "Phòng Kinh tế", "0911111111",
             "0912345672")  # fmt: skip
    book = Workbook("ds.xlsx", "", "xlsx", (Sheet("Trang", [*header, person, other]),))
    (guess,) = find_tables(book)
    return {column.letter: column.field for column in guess.columns}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("cũ", "mới"),
        ("(cũ)", "(mới)"),
        ("trước sắp xếp", "sau sắp xếp"),
        ("trước sáp nhập", "hiện nay"),
        ("cũ", ""),
        ("trước đây", "hiện tại"),
        ("trước 01/7/2025", "từ sau 01/7/2025"),
    ],
)
@pytest.mark.parametrize("swapped", [False, True])
def test_of_two_columns_the_newer_one_is_read(old: str, new: str, *, swapped: bool) -> None:
    first, second = (new, old) if swapped else (old, new)
    header = ("STT", "Họ và tên", *(f"{thing} {age}".strip() for thing in ("Đơn vị", "SĐT")
              for age in (first, second)))  # fmt: skip
    fields = _fields(header)
    read, unread = ("CE", "DF") if swapped else ("DF", "CE")
    assert [fields[at] for at in read] == [Field.UNIT, Field.PHONE]
    assert [fields[at] for at in unread] == [Field.IGNORED, Field.IGNORED]


def test_the_time_may_stand_in_the_row_above() -> None:
    above = ("STT", "Họ và tên", "Đơn vị công tác", None, "Số điện thoại", None)
    fields = _fields(above, (None, None, "Cũ", "Mới", "Cũ", "Mới"))
    assert (fields["D"], fields["F"]) == (Field.UNIT, Field.PHONE)
    assert (fields["C"], fields["E"]) == (Field.IGNORED, Field.IGNORED)


def test_the_older_column_is_told_once_for_the_table() -> None:
    rows = [
        ("STT", "Họ và tên", "Đơn vị cũ", "Đơn vị mới", "Số điện thoại"),
        ("1", "Nguyễn Văn An", "UBND xã Tráng Liệt", "Phòng Kinh tế", "0912345671"),
        ("2", "Trần Thị Bình", "UBND xã Tráng Liệt", "Phòng Kinh tế", "0912345672"),
    ]
    book = Workbook("ds.xlsx", "", "xlsx", (Sheet("Trang", list(rows)),))
    (guess,) = find_tables(book)
    table = shape_rows(book, guess, TODAY)
    assert [row.unit for row in table.rows] == ["Phòng Kinh tế", "Phòng Kinh tế"]
    (told,) = table.problems
    assert (told.row, told.column, told.value) == (1, "C", "Đơn vị cũ")
    assert told.reason == "Cột ghi đơn vị cũ nên không đọc."
    chosen = guess.with_columns({2: Field.UNIT, 3: Field.IGNORED})
    assert not shape_rows(book, chosen, TODAY).problems
