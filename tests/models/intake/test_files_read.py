"""Files that spread far, break habits, or need more than the reader may take."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import xlwt

from models.errors import AppError
from models.intake.grid import STRUCK
from models.intake.reading import launch
from models.intake.reading.parse import parse_file, parse_plainly
from models.intake.reading.reader import read_workbook
from tests.models.intake.seen_books import HEADER, NAMES, births, table_of, told, xlsx

BIRTHS = [date(1985, 4, 2), date(1990, 9, 15), date(1979, 12, 1)]


def _rewritten(change: Callable[[str, bytes], tuple[str, bytes]], **more: bytes) -> bytes:
    stream = BytesIO()
    with ZipFile(BytesIO(xlsx(births(BIRTHS)))) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(*change(entry.filename, old.read(entry)))
        for name, data in more.items():
            new.writestr(name, data)
    return stream.getvalue()


def _as_it_is(name: str, data: bytes) -> tuple[str, bytes]:
    return name, data


def _in_utf16(encoding: str) -> Callable[[str, bytes], tuple[str, bytes]]:
    def change(name: str, data: bytes) -> tuple[str, bytes]:
        text = data.decode().removeprefix("<?xml version='1.0' encoding='UTF-8'?>")
        mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}[encoding]
        head = '<?xml version="1.0" encoding="UTF-16"?>'
        return name, mark + (head + text).encode(encoding)

    return change


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(lambda: _rewritten(_in_utf16("utf-16-le")), id="UTF-16"),
        pytest.param(lambda: _rewritten(_in_utf16("utf-16-be")), id="UTF-16, big end first"),
        pytest.param(lambda: _rewritten(lambda n, d: (f"/{n}", d)), id="names with a slash"),
        pytest.param(
            lambda: _rewritten(lambda n, d: (n.replace("/", "\\"), d)), id="names with backslashes"
        ),
        pytest.param(
            lambda: _rewritten(
                _as_it_is,
                **{
                    "customXml/item1.xml": b'<?xml version="1.0"?><!DOCTYPE a SYSTEM "a"><a/>',
                    "[trash]/0000.dat": b"\xff" * 100,
                    "xl/embeddings/workbook1.bin": b"\0" * 50,
                    "xl/media/image1.xml": b"<!DOCTYPE svg>",
                    "word/document.xml": b"<w/>",
                },
            ),
            id="stray parts",
        ),
    ],
)
def test_workbooks_that_break_habits_are_read(tmp_path: Path, data: Callable[[], bytes]) -> None:
    table = table_of(tmp_path, "a.xlsx", data())
    assert [(row.name, row.birth) for row in table.rows] == [
        (NAMES[at], day.isoformat()) for at, day in enumerate(BIRTHS)
    ]


def _xls(fill: Callable[[xlwt.Worksheet], None]) -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("DS")
    for column, title in enumerate(HEADER):
        sheet.write(0, column, title)
    fill(sheet)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _people(sheet: xlwt.Worksheet, count: int = 3) -> None:
    day = xlwt.easyxf(num_format_str="dd/mm/yyyy")
    for row in range(1, count + 1):
        sheet.write(row, 0, row)
        sheet.write(row, 1, NAMES[row % 3])
        sheet.write(row, 2, BIRTHS[row % 3], day)
        sheet.write(row, 3, 912345670 + row)
        sheet.write(row, 4, "Trạm Y tế")


def test_an_xls_as_wide_and_long_as_the_format_allows(tmp_path: Path) -> None:
    def fill(sheet: xlwt.Worksheet) -> None:
        _people(sheet)
        blank = xlwt.easyxf("pattern: pattern solid, fore_colour yellow")
        sheet.write(63_999, 255, "", blank)

    table = table_of(tmp_path, "a.xls", _xls(fill))
    assert [(r.name, r.phone.number, r.birth) for r in table.rows] == [
        (NAMES[1], "0912345671", "1990-09-15"),
        (NAMES[2], "0912345672", "1979-12-01"),
        (NAMES[0], "0912345673", "1985-04-02"),
    ]


def test_both_readers_of_xls_agree() -> None:
    def fill(sheet: xlwt.Worksheet) -> None:
        _people(sheet, 400)
        sheet.write_merge(402, 402, 0, 3, "Người lập bảng")
        for row in range(1, 400):
            sheet.write(row, 5, row / 7 if row % 3 else row % 2 == 0)
            sheet.write(row, 6, f"Chữ dài để tràn bản ghi {row}: " + "Đỗ Thị Ánh " * 20)

    data = _xls(fill)
    first, second = parse_file(data, "a.xls", None, lambda *_: None), parse_plainly(data, "a.xls")
    (a,), (b,) = first.sheets, second.sheets
    assert [tuple(cell or None for cell in row) for row in a.sheet().rows] == [
        tuple(cell or None for cell in row) for row in b.sheet().rows
    ]
    assert a.gaps.merges == b.gaps.merges


def test_text_struck_out_in_an_xls(tmp_path: Path) -> None:
    def fill(sheet: xlwt.Worksheet) -> None:
        _people(sheet)
        gone, plain = xlwt.easyfont("struck_out on"), xlwt.easyfont("")
        whole = xlwt.easyxf("font: struck_out on")
        note = xlwt.Font()
        note.escapement = xlwt.Font.ESCAPEMENT_SUPERSCRIPT
        sheet.write_rich_text(4, 1, [("Trần Thị Bính", gone), (" Trần Thị Bình", plain)])
        sheet.write(4, 3, "0912345674")
        sheet.write(4, 4, "Trạm Y tế", whole)
        sheet.write_rich_text(5, 1, ["Phạm Minh Dũng", ("1", note)])
        sheet.write(5, 3, 912345675)
        sheet.write(5, 4, "Trạm Y tế")
        for column, cell in enumerate((6, "Đỗ Thu Hà", "", 912345676, "Trạm Y tế")):
            sheet.write(6, column, cell, whole)

    table = table_of(tmp_path, "a.xls", _xls(fill))
    assert [(row.name, row.unit) for row in table.rows][3:] == [
        ("Trần Thị Bình", ""),
        ("Phạm Minh Dũng", "Trạm Y tế"),
    ]
    assert sorted(told(table)) == [
        (5, "B", "Trần Thị Bính"),
        (5, "E", "Trạm Y tế"),
        (6, "B", "1"),
        (7, "", "6 | Đỗ Thu Hà | 912345676 | Trạm Y tế"),
    ]
    assert table.problems[1].reason == STRUCK


def test_a_reader_without_memory_is_told_as_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(xlsx(births(BIRTHS)))

    def starve(*_: object, **__: object) -> bytes:
        raise launch.WorkerStarved

    monkeypatch.setattr(launch, "run_worker", starve)
    with pytest.raises(AppError, match="quá lớn") as told_as:
        read_workbook(path)
    assert "chép riêng bảng danh sách" in told_as.value.advice
