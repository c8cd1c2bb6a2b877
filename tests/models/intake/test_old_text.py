"""Lists in the old fonts are found column by column, and Unicode ones are never touched."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from models.errors import AppError
from models.intake.grid import GridRow, Sheet, Workbook
from models.intake.old_text import find_old_text, with_converted
from models.intake.plan_records import PlanOptions
from models.intake.reading.parse import parse_plainly
from models.intake.reading.reader import read_workbook
from models.intake.shape.find import find_tables
from models.intake.shape.rows import shape_rows
from models.intake.sitting.lists import plan_file
from models.text.legacy.codec import (
    OLD_ENCODINGS,
    LegacyEncoding,
    encode,
    encoding_of_font,
    font_draws_capitals,
)
from tests.models.intake.old_books import KINDS, Fonts, Rows
from tests.models.intake.workbooks import EVERYBODY, HALL, SCHOOL

ROWS: list[GridRow] = [
    ("DANH SÁCH CÁN BỘ", None, None, None),
    ("STT", "Họ và tên", "Số điện thoại", "Đơn vị"),
    *[(n, name, phone, (HALL, SCHOOL)[n % 2]) for n, (name, phone) in enumerate(EVERYBODY, 1)],
]


def workbook(rows: list[GridRow]) -> Workbook:
    return Workbook("a.xls", "0", "xls", (Sheet("DS", rows),))


def names(book: Workbook) -> list[tuple[str, str]]:
    (guess,) = find_tables(book)
    return [(r.name, r.unit) for r in shape_rows(book, guess, date(2026, 6, 8)).rows]


def test_unicode_is_left_alone():
    assert find_old_text(workbook(ROWS)) == []


@pytest.mark.parametrize("units", [("Trạm Y tế", "Công an xã"), ("Công an xã", "Thôn Hà")])
@pytest.mark.parametrize("encoding", OLD_ENCODINGS)
def test_unicode_columns_beside_an_old_one_are_not_touched(
    encoding: LegacyEncoding, units: tuple[str, str]
):
    people: list[GridRow] = [
        (n, encode(name, encoding), phone, units[n % 2])
        for n, (name, phone) in enumerate(EVERYBODY, 1)
    ]
    mixed = workbook([("STT", "Họ và tên", "SĐT", "Đơn vị"), *people])
    (found,) = find_old_text(mixed)
    assert (found.letter, found.encoding) == ("B", encoding)
    assert names(with_converted(mixed, [found])) == [
        (name, units[n % 2]) for n, (name, _) in enumerate(EVERYBODY, 1)
    ]


def test_whoever_cannot_ask_takes_in_no_old_text(file, tmp_path: Path):
    path = tmp_path / "cũ.csv"
    old = [encode(name, LegacyEncoding.TCVN3) for name, _ in EVERYBODY]
    path.write_text("\n".join(["Họ và tên,Đơn vị", *(f"{n},Công an xã" for n in old)]), "utf-8")
    with pytest.raises(AppError, match="phông chữ cũ") as refused:
        plan_file(file, path, PlanOptions())
    assert "cửa sổ" in refused.value.advice


@pytest.mark.parametrize("encoding", [LegacyEncoding.TCVN3, LegacyEncoding.VNI])
def test_old_list_is_found_shown_and_converted(encoding: LegacyEncoding):
    old = workbook(
        [tuple(encode(c, encoding) if isinstance(c, str) else c for c in row) for row in ROWS]
    )
    found = find_old_text(old)
    assert {column.letter for column in found} >= {"B", "D"}
    assert {column.encoding for column in found} == {encoding}
    before, after = found[0].examples[0]
    assert before != after
    assert names(with_converted(old, found)) == names(workbook(ROWS))


def test_only_confirmed_columns_are_converted():
    encoding = LegacyEncoding.VNI
    old = workbook(
        [tuple(encode(c, encoding) if isinstance(c, str) else c for c in row) for row in ROWS]
    )
    found = [column for column in find_old_text(old) if column.letter == "B"]
    converted = with_converted(old, found).sheets[0].rows
    assert [row[1] for row in converted] == [row[1] for row in ROWS]
    assert [row[3] for row in converted] == [row[3] for row in old.sheets[0].rows]


LIST: list[list[object]] = [
    ["STT", "Họ và tên", "Điện thoại", "Nơi ở"],
    *[[n, name, phone, "Thanh Hà"] for n, (name, phone) in enumerate(EVERYBODY, 1)],
]


def in_old_font(font: str) -> list[list[object]]:
    """`LIST` with its names typed for `font`; in a font of capitals they are typed small."""
    encoding = encoding_of_font(font)
    assert encoding
    small = font_draws_capitals(font)
    return [
        [row[0], encode(str(row[1]).lower() if small else str(row[1]), encoding), *row[2:]]
        for row in LIST
    ]


def saved_to(folder: Path, kind: str, rows: Rows, fonts: Fonts) -> Workbook:
    path = folder / "a.xls"
    path.write_bytes(KINDS[kind](rows, fonts))
    return read_workbook(path)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("font", [".VnTime", ".VnArial", ".VnTimeH", "VNI-Times", "VPS Times"])
def test_fonts_are_read_from_the_file_and_name_the_column(kind: str, font: str, tmp_path: Path):
    book = saved_to(tmp_path, kind, in_old_font(font), lambda _, c: font if c == 1 else "")
    assert dict(book.sheets[0].fonts) == {1: ((0, 8, font),)}
    (found,) = find_old_text(book)
    assert (found.letter, found.encoding) == ("B", encoding_of_font(font))
    assert "phông chữ" in found.why
    expected = [str(row[1]) for row in LIST]
    read = [row[1] for row in with_converted(book, [found]).sheets[0].rows]
    assert read == ([name.upper() for name in expected] if font.endswith("H") else expected)
    assert found.examples[0][1] == read[0]


@pytest.mark.parametrize("kind", KINDS)
def test_one_name_in_an_old_font_is_enough(kind: str, tmp_path: Path):
    rows = [["Họ và tên", "Số"], ["Tr\xc7n An", 1]]
    plain = saved_to(tmp_path, kind, rows, lambda r, c: "")
    assert find_old_text(plain) == []
    assert plain.sheets[0].fonts == {}
    told = saved_to(tmp_path, kind, rows, lambda r, c: ".VnTime" if r else "")
    (found,) = find_old_text(told)
    read = [row[0] for row in with_converted(told, [found]).sheets[0].rows]
    assert read == ["Họ và tên", "Trần An"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("font", [".VnTime", ".VnTimeH", "VNI-Times"])
def test_unicode_and_plain_text_in_an_old_font_are_not_touched(
    kind: str, font: str, tmp_path: Path
):
    plain = [[n, "Tran Van An", "x"] for n in range(5)]
    for rows in (LIST, plain, [["Tên"], ["Lê Hà"], ["Hoàng Lâm"], ["Hoà"]]):
        assert find_old_text(saved_to(tmp_path, kind, rows, lambda _r, _c: font)) == []


def test_capitals_are_those_of_each_cell_and_ordinary_cells_stay(tmp_path: Path):
    old = LegacyEncoding.TCVN3
    rows = [
        ["Họ và tên"],
        [encode("nguyễn văn an", old)],
        [encode("Trần Thị Bình", old)],
        [encode("lê quang cường", old)],
        ["Hoà"],
        ["Lê Hà"],
    ]
    fonts = ["", ".VnTimeH", ".VnTime", ".VnTimeH", "", ""]
    book = saved_to(tmp_path, "xlsx", rows, lambda r, _: fonts[r])
    (found,) = find_old_text(book)
    read = [row[0] for row in with_converted(book, [found]).sheets[0].rows]
    assert read == [
        "Họ và tên", "NGUYỄN VĂN AN", "Trần Thị Bình", "LÊ QUANG CƯỜNG", "Hoà", "Lê Hà",
    ]  # fmt: skip


def test_a_column_in_an_ordinary_font_does_not_follow_its_neighbour(tmp_path: Path):
    old = LegacyEncoding.VNI
    rows = [[encode(name, old), "Hoà"] for name, _ in EVERYBODY]
    book = saved_to(tmp_path, "xlsx", rows, lambda _, c: "" if c else "VNI-Times")
    assert [found.letter for found in find_old_text(book)] == ["A"]


def test_fonts_that_change_in_every_row_are_followed_only_so_far(tmp_path: Path):
    rows = [["Nguyễn Văn An"]] * 12_000
    book = saved_to(tmp_path, "xlsx", rows, lambda r, _: ".VnTime" if r % 2 else "")
    assert 0 < len(book.sheets[0].fonts[0]) <= 5_000
    assert find_old_text(book) == []


def test_a_long_column_keeps_the_font_that_it_has(tmp_path: Path):
    rows = [[encode("Nguyễn Văn An", LegacyEncoding.TCVN3), n] for n in range(6_000)]
    book = saved_to(tmp_path, "xlsx", rows, lambda _, c: "" if c else ".VnTimeH")
    (found,) = find_old_text(book)
    read = {row[0] for row in with_converted(book, [found]).sheets[0].rows}
    assert read == {"NGUYỄN VĂN AN"}


def test_the_second_reader_follows_fonts_too(tmp_path: Path):
    data = KINDS["xlsx"](in_old_font(".VnTime"), lambda _, c: ".VnTime" if c == 1 else "")
    parsed = parse_plainly(data, "a.xlsx")
    assert dict(parsed.sheets[0].gaps.fonts) == {1: ((0, 8, ".VnTime"),)}
