"""Whatever is done to a list, the same people come out of it, or a question: never other people."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from models.intake.grid import Cell, GridRow, Sheet, Workbook
from models.intake.shape.find import find_tables
from models.intake.shape.rows import shape_rows
from tests.models.intake.workbooks import EVERYBODY, HALL, SCHOOL

TODAY = date(2026, 6, 8)
UNITS = (HALL, SCHOOL)
POSTS = ("Chuyên viên", "Giáo viên", "Kế toán")

NAME, PHONE, UNIT, POST, BORN = range(5)
SYNONYMS = (
    ("Họ và tên", "HỌ TÊN", "HoTen", "ho_ten", "Họ tên cán bộ", "Tên CB", "Full name"),
    ("Số điện thoại", "SĐT", "ĐT di động", "sdt", "SoDienThoai", "Mobile", "Số ĐT (*)"),
    ("Đơn vị", "Đơn vị công tác", "Phòng/Ban", "DonVi", "Bộ phận", "Department"),
    ("Chức vụ", "Chức danh", "Vị trí việc làm", "ChucVu", "Position"),
    ("Ngày sinh", "Năm sinh", "NgaySinh", "Ngày, tháng, năm sinh", "DOB"),
)
DECOYS: tuple[tuple[str, tuple[Cell, ...]], ...] = (
    ("Họ tên lãnh đạo phụ trách", ("Đỗ Thị Hà", "Vũ Đức Huy", "Bùi Văn Kha")),
    ("Họ và tên chủ hộ", ("Đặng Văn Bảy", "Ngô Thị Sáu", "Phan Văn Chín")),
    ("Người liên hệ", ("Lý Thị Tám", "Hồ Văn Ba", "Mai Thị Tư")),
    ("SĐT người thân", ("0977000111", "0977000222", "0977000333")),
    ("Ngày vào làm", ("01/9/2010", "15/8/2012", "20/7/2015")),
    ("Ngày cấp", ("01/9/2020", "15/8/2021", "20/7/2022")),
    ("Số CCCD", ("031085001234", "031085001235", "031085001236")),
    ("Phụ cấp chức vụ", (0.3, 0.5, 0.7)),
    ("Mã ngạch", ("01.003", "V.07.03.29", "06.031")),
    ("Dân tộc", ("Kinh", "Tày", "Kinh")),
    ("Ký nhận", (None, None, None)),
    ("Đăng ký hiến máu", ("x", None, "x")),
    ("Quê quán", ("Xã Thanh Miện", "Phường Lê Chân", "Xã Kẻ Sặt")),
)
TITLES: tuple[tuple[Cell, ...], ...] = (
    ("ỦY BAN NHÂN DÂN XÃ KẺ SẶT",),
    (None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("DANH SÁCH CÁN BỘ, CÔNG CHỨC",),
    ("(Kèm theo Công văn số 12/UBND-VHXH)",),
    (),
)
FOOTERS: tuple[tuple[Cell, ...], ...] = (
    ("Tổng cộng", None, None),
    (),
    (None, "Kẻ Sặt, ngày 08 tháng 6 năm 2026"),
    (None, "NGƯỜI LẬP BIỂU"),
    (None, "Phạm Thị Lập"),
)

Person = tuple[str, str, str, str, str]


def people() -> list[Person]:
    """Made-up people with everything that a list says of them."""
    return [
        (name, phone, UNITS[at % 2], POSTS[at % 3], f"{1970 + at}-04-0{1 + at % 9}")
        for at, (name, phone) in enumerate(EVERYBODY)
    ]


def column_of(field: int, title: str) -> list[Cell]:
    """One column of the list, its title first."""
    return [title, *(person[field] for person in people())]


def sheet_of(columns: list[list[Cell]], above: list[GridRow], below: list[GridRow]) -> Workbook:
    """The columns as a sheet, with rows above and below them."""
    body: list[tuple[Cell, ...]] = list(zip(*columns, strict=True))
    width = max(len(columns), 3)
    rows: list[GridRow] = [
        tuple(row) + (None,) * (width - len(row)) for row in (*above, *body, *below)
    ]
    return Workbook("a", "0", "xlsx", (Sheet("DS", rows),))


@st.composite
def lists(draw: st.DrawFn) -> Workbook:
    """The list with other titles, in another order, with decoys, and with rows around it."""
    columns = [column_of(at, draw(st.sampled_from(SYNONYMS[at]))) for at in range(5)]
    for title, cells in draw(st.lists(st.sampled_from(DECOYS), max_size=4, unique=True)):
        body = [cells[at % len(cells)] for at in range(len(EVERYBODY))]
        columns.append([title, *body])
    columns = [columns[at] for at in draw(st.permutations(range(len(columns))))]
    above: list[GridRow] = [(None,)] * draw(st.integers(0, 12))
    above += draw(st.lists(st.sampled_from(TITLES), max_size=4))
    return sheet_of(columns, above, list(draw(st.sampled_from(((), FOOTERS)))))


@settings(max_examples=120, deadline=None)
@given(lists())
def test_a_list_gives_the_same_people_or_a_question(book: Workbook):
    guesses = find_tables(book)
    assert guesses
    truth = {person[NAME]: person for person in people()}
    for guess in guesses:
        if not guess.wanted:
            assert guess.question
            continue
        asked = {column.may_be.value for column in guess.open_columns if column.may_be}
        rows = shape_rows(book, guess, TODAY).rows
        assert sorted(row.name for row in rows) == sorted(truth)
        for row in rows:
            person = truth[row.name]
            assert row.phone.number == ("" if "phone" in asked else person[PHONE])
            assert row.unit == person[UNIT]
            assert row.position == ("" if "position" in asked else person[POST])
            assert row.birth == person[BORN]


@settings(max_examples=40, deadline=None)
@given(
    order=st.permutations(range(4)),
    titled=st.booleans(),
    family_first=st.booleans(),
)
def test_names_in_two_columns_are_one_name_in_any_order(order, titled, family_first):
    names = [name.rsplit(" ", 1) for name, _ in EVERYBODY]
    family: list[Cell] = ["Họ và tên đệm", *(name[0] for name in names)]
    given_: list[Cell] = ["Tên", *(name[1] for name in names)]
    pair = [family, given_] if family_first else [given_, family]
    rest: list[list[list[Cell]]] = [
        pair,
        [column_of(BORN, "Ngày sinh")],
        [column_of(PHONE, "SĐT")],
        [["STT", *range(1, len(EVERYBODY) + 1)]],
    ]
    columns = [column for at in order for column in rest[at]]
    if not titled:
        columns = [column[1:] for column in columns]
    book = sheet_of(columns, [], [])
    (guess,) = find_tables(book)
    rows = shape_rows(book, guess, TODAY).rows
    assert [row.name for row in rows] == [name for name, _ in EVERYBODY]
    assert [row.phone.number for row in rows] == [phone for _, phone in EVERYBODY]
