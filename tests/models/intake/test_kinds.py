"""The content decides how a file is read, whatever its name says."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableColumn, TableRow
from odf.text import P

from models.errors import Cancelled
from models.intake.grid import NO_STORED_VALUE, Workbook, column_index, column_letter
from models.intake.reading.parse import parse_plainly
from models.intake.reading.pasted import read_pasted
from models.intake.reading.reader import read_workbook
from models.intake.shape.find import find_tables
from models.intake.shape.rows import shape_rows
from tests.models.intake.raw_xlsx import Raw, sheet_xml, xlsx
from tests.models.intake.workbooks import everybody, numbered

HEAD = ["STT", "Họ và tên", "Số điện thoại"]
ROWS = [HEAD, *numbered()]


def text(delimiter: str, end: str = "\r\n") -> str:
    return end.join(delimiter.join(map(str, row)) for row in ROWS)


def cp1258(words: str) -> bytes:
    """As an old Windows writes Vietnamese: letters and tones apart."""
    result = b""
    for letter in words:
        base = unicodedata.normalize("NFD", letter)
        tones = [mark for mark in base if mark in "\u0300\u0301\u0303\u0309\u0323"]
        rest = unicodedata.normalize("NFC", "".join(m for m in base if m not in tones))
        result += (rest + "".join(tones)).encode("cp1258")
    return result


def table(rows: list[list[object]] = ROWS) -> str:
    lines = ["<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows]
    return "<table>" + "".join(lines) + "</table>"


def xls() -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("DS")
    for r, row in enumerate(ROWS):
        for c, value in enumerate(row):
            sheet.write(r, c, value)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def ods() -> bytes:
    document = OpenDocumentSpreadsheet()
    sheet = Table(name="DS")
    for row in ROWS:
        line = TableRow()
        for value in row:
            cell = (
                TableCell(valuetype="float", value=value)
                if isinstance(value, int)
                else TableCell(valuetype="string")
            )
            cell.addElement(P(text=str(value)))
            line.addElement(cell)
        sheet.addElement(line)
    document.spreadsheet.addElement(sheet)
    stream = BytesIO()
    document.write(stream)
    return stream.getvalue()


def xml2003() -> bytes:
    def cell(value: object) -> str:
        kind = "Number" if isinstance(value, int) else "String"
        return f'<Cell><Data ss:Type="{kind}">{value}</Data></Cell>'

    rows = "".join("<Row>" + "".join(map(cell, row)) + "</Row>" for row in ROWS)
    return (
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
        ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        f'<Worksheet ss:Name="DS"><Table>{rows}</Table></Worksheet></Workbook>'
    ).encode()


def mhtml() -> bytes:
    page = f"<html><head><meta charset=utf-8></head><body>{table()}</body></html>"
    return (
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
        b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        + page.encode()
        + b"\r\n--x--\r\n"
    )


KINDS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "xlsx": ("xlsx", lambda: xlsx(ROWS)),
    "strict xlsx": (
        "xlsx",
        lambda: xlsx(
            ROWS,
            parts={
                "xl/worksheets/sheet1.xml": sheet_xml(ROWS)
                .replace(
                    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                    "http://purl.oclc.org/ooxml/spreadsheetml/main",
                )
                .encode()
            },
        ),
    ),
    "xls": ("xls", xls),
    "ods": ("ods", ods),
    "xml 2003": ("xml", xml2003),
    "html": ("html", f"<html><meta charset='utf-8'>{table()}".encode),
    "html with bom": ("html", lambda: b"\xef\xbb\xbf" + table().encode()),
    "html in utf-16": ("html", lambda: f"<html>{table()}".encode("utf-16")),
    "single file web page": ("html", mhtml),
    "csv utf-8": ("csv", lambda: text(",").encode()),
    "csv utf-8 with bom": ("csv", lambda: text(";").encode("utf-8-sig")),
    "csv utf-16": ("csv", lambda: text("\t").encode("utf-16")),
    "csv utf-16 without bom": ("csv", lambda: text(",").encode("utf-16-le")),
    "csv big endian": ("csv", lambda: text(",").encode("utf-16-be")),
    "csv cp1258": ("csv", lambda: cp1258(text(","))),
    "csv with bar": ("csv", lambda: text("|").encode()),
    "tsv": ("csv", lambda: text("\t", "\n").encode()),
    "csv with old line ends": ("csv", lambda: text(";", "\r").encode()),
    "csv with quotes": (
        "csv", lambda: "\r\n".join(",".join(f'"{c}"' for c in r) for r in ROWS).encode(),
    ),
    "csv in one column of xlsx": ("xlsx", lambda: xlsx([[line] for line in text(";").splitlines()])),
    "csv pasted into a1": ("xlsx", lambda: xlsx([[text(",", "\n")]])),
}  # fmt: skip


def people(workbook: Workbook) -> list[tuple[str, str]]:
    rows = [
        row
        for guess in find_tables(workbook)
        for row in shape_rows(workbook, guess, date(2026, 6, 8)).rows
    ]
    return [(row.name, row.phone.number) for row in rows]


TRUTH = [(truth.name, truth.phone) for truth in everybody()]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("file_name", ["a.xls", "a.csv", "a"])
def test_content_decides_not_the_name(kind: str, file_name: str, tmp_path: Path):
    expected, build = KINDS[kind]
    path = tmp_path / file_name
    path.write_bytes(build())
    workbook = read_workbook(path)
    assert workbook.kind == expected
    assert people(workbook) == TRUTH


def test_separator_line_is_obeyed_and_counted(tmp_path: Path):
    path = tmp_path / "a.csv"
    path.write_bytes(("sep=;\r\n" + text(";")).encode())
    workbook = read_workbook(path)
    assert people(workbook) == TRUTH
    assert find_tables(workbook)[0].header_rows == (2, 2)


def test_hidden_sheets_and_rows_are_told(tmp_path: Path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(xlsx(ROWS, hidden=[3, 5]))
    workbook = read_workbook(path)
    assert workbook.sheets[0].hidden_rows == {2, 4}
    (guess,) = find_tables(workbook)
    assert "2 dòng đang ẩn" in guess.remarks[0]
    rows = shape_rows(workbook, guess, date(2026, 6, 8)).rows
    assert [row.row for row in rows if row.hidden] == [3, 5]


def test_hidden_sheet_is_found_and_not_wanted(tmp_path: Path):
    from openpyxl import Workbook as Book

    book = Book()
    for row in ROWS:
        book.active.append(row)
    hidden = book.create_sheet("Cũ")
    for row in ROWS:
        hidden.append(row)
    hidden.sheet_state = "hidden"
    path = tmp_path / "a.xlsx"
    book.save(path)
    guesses = find_tables(read_workbook(path))
    assert [(guess.hidden, guess.wanted) for guess in guesses] == [(False, True), (True, False)]


def test_formulas_without_value_and_errors_are_named_in_xlsx(tmp_path: Path):
    rows = [HEAD, [1, Raw("", "<f>UPPER(A1)</f>"), 5], [2, Raw('t="e"', "<v>#REF!</v>"), 6]]
    path = tmp_path / "a.xlsx"
    path.write_bytes(xlsx(rows))
    assert read_workbook(path).sheets[0].missing == {(1, 1): NO_STORED_VALUE, (2, 1): "#REF!"}


@pytest.mark.parametrize("value", ["", "<v/>", "<v />", "<v></v>"])
def test_formulas_that_another_program_wrote_have_no_value(value: str, tmp_path: Path):
    content = xlsx([HEAD, [1, Raw("", f"<f>UPPER(A1)</f>{value}"), 5]])
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    gap = {(1, 1): NO_STORED_VALUE}
    assert read_workbook(path).sheets[0].missing == gap
    assert parse_plainly(content, "a.xlsx").sheets[0].gaps.missing == gap


def test_formula_with_an_empty_text_is_no_gap(tmp_path: Path):
    rows = [HEAD, [1, Raw('t="str"', "<f>A1</f><v></v>"), Raw("", "<f>1+1</f><v>2</v>")]]
    path = tmp_path / "a.xlsx"
    path.write_bytes(xlsx(rows))
    assert read_workbook(path).sheets[0].missing == {}


def test_hidden_rows_and_errors_in_xls(tmp_path: Path):
    book = xlwt.Workbook()
    sheet = book.add_sheet("DS")
    for c, value in enumerate(HEAD):
        sheet.write(0, c, value)
    sheet.row(1).set_cell_text(1, "Nguyễn Văn An")
    sheet.row(1).set_cell_error(2, 42)
    sheet.row(1).hidden = True
    path = tmp_path / "a.xls"
    book.save(str(path))
    (read,) = read_workbook(path).sheets
    assert read.hidden_rows == {1}
    assert read.missing == {(1, 2): "#N/A"}


def test_hidden_rows_merges_and_formulas_in_ods(tmp_path: Path):
    document = OpenDocumentSpreadsheet()
    sheet = Table(name="DS")
    title = TableRow()
    wide = TableCell(valuetype="string", numbercolumnsspanned=3)
    wide.addElement(P(text="DANH SÁCH"))
    title.addElement(wide)
    line = TableRow(visibility="filter")
    line.addElement(TableCell(formula="of:=[.A1]"))
    sheet.addElement(title)
    sheet.addElement(line)
    document.spreadsheet.addElement(sheet)
    path = tmp_path / "a.ods"
    document.save(str(path))
    (read,) = read_workbook(path).sheets
    assert read.hidden_rows == {1}
    assert read.missing == {(1, 0): NO_STORED_VALUE}
    assert read.merges == ((0, 0, 0, 0),)


def test_same_bytes_have_the_same_digest(tmp_path: Path):
    first, second = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    first.write_bytes(xlsx(ROWS))
    second.write_bytes(first.read_bytes())
    assert read_workbook(first).sha256 == read_workbook(second).sha256


def test_progress_ends_at_one_and_cancelling_ends_the_reading(tmp_path: Path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(xlsx(ROWS))
    told: list[float] = []
    read_workbook(path, progress=told.append)
    assert told[-1] == 1.0
    path.write_bytes(xlsx([[f"dòng {i}", i] for i in range(60_000)]))

    def stop(_share: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_workbook(path, progress=stop)


PASTED = {
    "excel": text("\t", "\n"),
    "word table": f"<html><body><p>DANH SÁCH</p>{table()}</body></html>",
    "windows clipboard": f"Version:0.9\r\nStartHTML:0000\r\n<html><body>{table()}</body></html>",
    "csv": text(";"),
    "zalo": "\n".join(f"{n}. {name} - {phone}" for n, name, phone in numbered()),
    "zalo with a greeting": "Danh sách đăng ký ạ:\n"
    + "\n".join(f"{name} {phone}" for _, name, phone in numbered()),
}


@pytest.mark.parametrize("kind", PASTED)
def test_pasted_text_is_read(kind: str):
    assert people(read_pasted(PASTED[kind])) == TRUTH


def test_letters_and_indexes_agree():
    assert [column_letter(i) for i in (0, 25, 26, 27, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "AB",
        "ZZ",
        "AAA",
    ]
    assert all(column_index(column_letter(i)) == i for i in range(2000))


def _xlsx_with_hidden_column() -> bytes:
    columns = '<cols><col min="2" max="2" width="9"/><col min="3" max="3" hidden="1"/></cols>'
    part = sheet_xml(ROWS).replace("<sheetData>", f"{columns}<sheetData>")
    return xlsx(ROWS, parts={"xl/worksheets/sheet1.xml": part.encode()})


def _xls_with_hidden_column() -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("DS")
    for r, row in enumerate(ROWS):
        for c, value in enumerate(row):
            sheet.write(r, c, value)
    sheet.col(2).hidden = True
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _ods_with_hidden_column() -> bytes:
    document = OpenDocumentSpreadsheet()
    sheet = Table(name="DS")
    sheet.addElement(TableColumn(numbercolumnsrepeated=2))
    sheet.addElement(TableColumn(visibility="collapse"))
    for row in ROWS:
        line = TableRow()
        for value in row:
            cell = TableCell(valuetype="string")
            cell.addElement(P(text=str(value)))
            line.addElement(cell)
        sheet.addElement(line)
    document.spreadsheet.addElement(sheet)
    stream = BytesIO()
    document.write(stream)
    return stream.getvalue()


def _xml_with_hidden_column() -> bytes:
    columns = b'<Table><Column ss:Width="30"/><Column ss:Index="3" ss:Hidden="1"/>'
    return xml2003().replace(b"<Table>", columns)


@pytest.mark.parametrize(
    "build",
    [
        _xlsx_with_hidden_column,
        _xls_with_hidden_column,
        _ods_with_hidden_column,
        _xml_with_hidden_column,
    ],
)
def test_a_hidden_column_is_read_and_named(build: Callable[[], bytes], tmp_path: Path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(build())
    workbook = read_workbook(path)
    assert workbook.sheets[0].hidden_columns == {2}
    assert people(workbook) == TRUTH
    (guess,) = find_tables(workbook)
    assert guess.remarks == ("Các cột đang ẩn trong tệp vẫn được đọc: C (Số điện thoại)",)


def test_the_second_reader_knows_hidden_columns_too():
    (sheet,) = parse_plainly(_xlsx_with_hidden_column(), "a.xlsx").sheets
    assert sheet.gaps.hidden_columns == {2}


def test_the_hidden_id_of_our_own_kits_is_read_without_a_word(tmp_path: Path):
    rows = [["Mã Tiến Độ", *HEAD], *[[f"id{n}", n, *rest] for n, *rest in numbered()]]
    columns = '<cols><col min="1" max="1" width="0" customWidth="1"/></cols>'
    part = sheet_xml(rows).replace("<sheetData>", f"{columns}<sheetData>")
    path = tmp_path / "a.xlsx"
    path.write_bytes(xlsx(rows, parts={"xl/worksheets/sheet1.xml": part.encode()}))
    workbook = read_workbook(path)
    assert workbook.sheets[0].hidden_columns == {0}
    (guess,) = find_tables(workbook)
    assert guess.remarks == ()
    assert shape_rows(workbook, guess, date(2026, 6, 8)).rows[0].record == "id1"
