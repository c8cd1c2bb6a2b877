"""What a returned file hides is told, and what only waits to be calculated hides no change."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import docx
import openpyxl
import pytest
from docx.oxml import OxmlElement

from models.papers.issuing import issued_bytes
from models.records import Mark
from models.roster.marks import set_marks
from reports.catalog import UNIT_SUMMARY
from reports.gather.request import Request
from reports.issuing import issue
from reports.verifying.by_words import compare_words
from reports.verifying.content import FilePart, FilePartKind, ReadContent, ReadRow, read_piece
from reports.verifying.reading import read_content
from reports.verifying.transfer import packed_content, unpacked_content
from reports.verifying.verdict import VerifyOutcome
from reports.verifying.verify import verify
from tests.factory import add_people, unit
from tests.reports.verifying.tampering import own_tables

JUNE_8 = date(2026, 6, 8)


@pytest.fixture
def sent(file):
    """A table of units as it was issued."""
    ids = add_people(file, 12)
    ids += add_people(file, 7, unit(file, "Phòng Kinh tế").id)
    set_marks(file, ids[::3], Mark.REGISTERED, date(2026, 6, 5))
    return issue(file, Request(UNIT_SUMMARY, JUNE_8))


@pytest.fixture
def told(file, sent, tmp_path):
    def tell(fmt, change):
        opened = docx.Document if fmt == "docx" else openpyxl.load_workbook
        book = opened(BytesIO(issued_bytes(file, sent.id, fmt)))
        change(book)
        path = tmp_path / f"tra-lai.{fmt}"
        book.save(path)

        def read(path):
            return unpacked_content(packed_content(read_content(path.read_bytes(), path.name)))

        return verify(file, path, None, read)

    return tell


def total_row(word):
    rows = own_tables(word)[0].rows
    return next(row for row in rows if row.cells[0].text.startswith("Tổng cộng"))


def count_of(page):
    """The first plain number of the table: no formula."""
    return next(c for row in page.iter_rows() for c in row if type(c.value) is int and c.value > 1)


def test_a_hidden_run_or_row_of_a_word_file_is_not_there(told):
    def hide_run(word):
        cell = total_row(word).cells[2]
        cell.paragraphs[0].runs[0].font.hidden = True

    [place] = told("docx", hide_run).differences
    assert place.words.endswith("bản phát hành 19, tệp này để trống")

    def hide_row(word):
        row = total_row(word)
        row._tr.get_or_add_trPr().append(OxmlElement("w:hidden"))

    assert told("docx", hide_row).outcome is VerifyOutcome.CHANGED

    def shown(word):
        total_row(word).cells[2].paragraphs[0].runs[0].font.hidden = False

    assert told("docx", shown).outcome is VerifyOutcome.SAME


@pytest.mark.parametrize(
    ("code", "words"), [('"99"', "99"), (";;;", ""), ('[Red]"không"', "không"), ("@", None)]
)
def test_a_format_that_shows_something_else_is_told(told, code, words):
    def dress(book):
        count_of(book.worksheets[0]).number_format = code

    found = told("xlsx", dress)
    assert [each.returned for each in found.differences] == ([] if words is None else [words])


def test_hidden_rows_are_told_and_compared(told):
    def hide(book):
        page = book.worksheets[0]
        page.row_dimensions[count_of(page).row].hidden = True

    found = told("xlsx", hide)
    assert found.outcome is VerifyOutcome.SAME
    assert found.notes == ("Tệp có 1 dòng bị ẩn; chữ và số trong đó vẫn được so.",)
    assert told("xlsx", lambda book: None).notes == ()


def test_cells_that_wait_to_be_calculated_are_no_difference_beside_one_that_is(told):
    def add_sheet(book):
        book.create_sheet("Khác").append(["Đã xem"])

    [place] = told("xlsx", add_sheet).differences
    assert place.place == "trang “Khác”"

    def add_row(book):
        page = book.worksheets[0]
        page.cell(page.max_row + 3, 2, "Ý kiến thêm")

    [place] = told("xlsx", add_row).differences
    assert place.returned == "Ý kiến thêm"

    def other_formula(book):
        page = book.worksheets[0]
        add_row(book)
        cells = (c for row in page.iter_rows() for c in row if str(c.value).startswith("=SUM"))
        next(cells).value = "=MAX(C1:C99)"

    assert "=MAX(C1:C99)" in [each.returned for each in told("xlsx", other_formula).differences]


def test_a_row_put_between_others_is_told_alone_though_all_results_are_gone(told):
    def insert(book):
        page = book.worksheets[0]
        row = count_of(page).row
        page.insert_rows(row)
        page.cell(row, 2, "Đơn vị thêm")

    differences = told("xlsx", insert).differences
    added = [each for each in differences if each.issued is None]
    assert [each.returned for each in added] == ["Đơn vị thêm"]
    # What openpyxl leaves of formulas that it does not move may be told; no other row is.
    assert all("=" in (each.returned or "") for each in differences if each not in added)


def content_of(*lines):
    rows = (ReadRow((1, at), (read_piece(1, line),)) for at, line in enumerate(lines, start=1))
    return ReadContent("pdf", (FilePart(FilePartKind.PAGES, "", tuple(rows)),))


def test_a_blank_within_a_number_beside_words_read_elsewhere_is_no_difference():
    issued = content_of("một hai", "Thôn Đoài 14,3%", "ba bốn năm", "sáu bảy tám")
    returned = content_of("một hai", "14,3 %", "ba bốn năm", "Thôn Đoài", "sáu bảy tám")
    assert compare_words(issued, returned).differences == []
    changed = content_of("một hai", "14,4 %", "ba bốn năm", "Thôn Đoài", "sáu bảy tám")
    [place] = compare_words(issued, changed).differences
    assert (place.issued, place.returned) == ("14,3%", "14,4 %")


def test_a_blank_within_a_number_before_a_head_that_is_repeated_is_no_difference():
    head = ReadRow((1,), (read_piece(1, "Đơn vị Tổng số"),), heads=True)
    rows = (head, *(ReadRow((at,), (read_piece(1, e),)) for at, e in ((2, "30,0%"), (3, "0%"))))
    issued = ReadContent("docx", (FilePart(FilePartKind.TABLE, "bảng 1", rows),))
    lines = ("Đơn vị Tổng số", "30,0 %", "Đơn vị Tổng số", "0.0%")
    pages = tuple(
        ReadRow((1 + at // 2, 1 + at), (read_piece(1, each),)) for at, each in enumerate(lines)
    )
    returned = ReadContent("pdf", (FilePart(FilePartKind.PAGES, "", pages),))
    assert compare_words(issued, returned).differences == []


def test_words_of_charts_on_printed_pages_are_no_difference_and_that_is_told(file, sent):
    issued = read_content(issued_bytes(file, sent.id, "xlsx"), "bieu.xlsx")
    assert [each.name for each in issued.parts if each.charted] == ["Biểu đồ"]
    assert unpacked_content(packed_content(issued)) == issued
    at = next(at for at, each in enumerate(issued.parts) if each.charted)
    parts = list(issued.parts)
    drawn = FilePart(
        FilePartKind.SHEET, "vẽ", (ReadRow((1,), (read_piece(1, "28/5 0 50 100 Chỉ tiêu"),)),)
    )
    printed = ReadContent("pdf", (*parts[: at + 1], drawn, *parts[at + 1 :]))
    found = compare_words(issued, printed)
    assert (found.differences, found.charted) == ([], True)
    elsewhere = compare_words(issued, ReadContent("pdf", (*parts[:at], drawn, *parts[at:])))
    assert [each.returned for each in elsewhere.differences] == ["28/5 0 50 100 Chỉ tiêu"]
