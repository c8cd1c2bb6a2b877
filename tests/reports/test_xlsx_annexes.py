"""Annexes, addressees, charts and codes of a document as a workbook, and its form as XML."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
import zxingcpp
from openpyxl.worksheet.worksheet import Worksheet
from PIL import Image

from reports.blocks import (
    Chart,
    ChartKind,
    Paragraph,
    ParagraphStyle,
    QrCode,
    Series,
    TextRun,
    paragraph_of,
)
from reports.document import (
    Annex,
    Document,
    Orientation,
    Table,
    TableColumn,
    TableRow,
    figures_hash,
)
from reports.render.xlsx import render_xlsx
from tests.reports.libreoffice import is_installed, pages_of
from tests.reports.workbook_reader import values_of

BARS = Chart(
    ChartKind.BARS,
    "Tỷ lệ đăng ký theo đơn vị",
    ("Công an xã", "=Trạm Y tế & Thú y"),
    (Series("Đã đăng ký", (0.25, 1.0)),),
    'Trạm Y tế đã đạt "100%"',
    is_rate=True,
    target=0.8,
)
LINE = Chart(
    ChartKind.LINE,
    "Số người theo ngày",
    ("07/6", "08/6", "09/6"),
    (Series("Đã đăng ký", (3, None, 24)),),
    "Tăng",
)
SMALL = Table(
    (TableColumn("Tên", 1), TableColumn("Ngày", 2)), (TableRow(("An", date(2026, 6, 8))),)
)
# The order of ECMA-376, part 1, 18.3.1.99: Excel repairs a sheet that has another.
ORDER = [
    "sheetPr",
    "dimension",
    "sheetViews",
    "sheetFormatPr",
    "cols",
    "sheetData",
    "autoFilter",
    "mergeCells",
    "dataValidations",
    "printOptions",
    "pageMargins",
    "pageSetup",
    "headerFooter",
    "rowBreaks",
    "drawing",
]


@pytest.fixture(scope="module")
def document(summary: Document) -> Document:
    (table,) = [block for block in summary.body if isinstance(block, Table)]
    return replace(
        summary,
        type_words="Báo cáo",
        charts=(),
        addressees=("Sở Khoa học và Công nghệ", "Sở Nội vụ"),
        annexes=(
            Annex(
                ("BIỂU ĐỒ",),
                (
                    Paragraph("I. KẾT QUẢ", ParagraphStyle.PART),
                    paragraph_of(TextRun("Có "), TextRun("24/532", bold=True), TextRun(" người")),
                    BARS,
                    LINE,
                    QrCode("https://thi.example.vn/xã", "Mã QR để đăng ký"),
                ),
            ),
            Annex(("BIỂU TỔNG HỢP",), (table, SMALL), Orientation.LANDSCAPE),
        ),
    )


@pytest.fixture(scope="module")
def content(document: Document) -> bytes:
    return render_xlsx(document)


@pytest.fixture(scope="module")
def sheets(content: bytes) -> dict[str, Worksheet]:
    book = openpyxl.load_workbook(BytesIO(content), rich_text=True)
    return {sheet.title: sheet for sheet in book.worksheets}


def texts(sheet: Worksheet) -> list[str]:
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]


def test_each_annex_is_a_sheet_with_its_name(sheets):
    assert list(sheets) == ["Biểu tổng hợp", "Phụ lục I", "Phụ lục II", "Số liệu biểu đồ"]
    first = texts(sheets["Phụ lục I"])
    assert first[:2] == ["Phụ lục I", "BIỂU ĐỒ"]
    assert first[2].startswith("(Kèm theo Báo cáo số        /BC-UBND ngày")


def test_addressees_stand_one_below_the_other(sheets):
    held = texts(sheets["Biểu tổng hợp"])
    at = held.index("Kính gửi:")
    assert held[at + 1 : at + 3] == ["- Sở Khoa học và Công nghệ;", "- Sở Nội vụ."]


def test_annexes_count_their_own_pages_and_carry_the_hash(sheets, document):
    words = f"Mã số liệu {figures_hash(document)}"
    for name in ("Phụ lục I", "Phụ lục II"):
        sheet = sheets[name]
        assert (sheet.oddHeader.center.text, sheet.firstHeader.center.text) == ("&P", None)
        assert sheet.oddFooter.left.text == sheet.firstFooter.left.text == words
        assert sheet.page_setup.firstPageNumber == 1
    assert sheets["Phụ lục I"].page_setup.orientation == "portrait"
    assert sheets["Phụ lục II"].page_setup.orientation == "landscape"


def test_some_of_a_line_stands_out(sheets):
    (rich,) = [
        cell.value
        for row in sheets["Phụ lục I"].iter_rows()
        for cell in row
        if str(cell.value) == "Có 24/532 người"
    ]
    assert [str(part) for part in rich if getattr(getattr(part, "font", None), "b", False)] == [
        "24/532"
    ]


def test_two_tables_have_their_columns_on_one_grid(sheets):
    sheet = sheets["Phụ lục II"]
    (name,) = [cell for row in sheet.iter_rows() for cell in row if cell.value == "Tên"]
    merged = {str(part) for part in sheet.merged_cells.ranges}
    assert any(part.startswith(f"A{name.row}:") for part in merged)
    assert sheet.print_title_rows is None


def test_figures_of_charts_are_a_small_table(content):
    rows = values_of(content)["Số liệu biểu đồ"]
    assert rows[0][0] == "Tỷ lệ đăng ký theo đơn vị"
    assert rows[1][1:3] == ["Chỉ tiêu", "Đã đăng ký"]
    assert rows[3][:3] == ["=Trạm Y tế & Thú y", 0.8, 1]
    assert [row[1] for row in rows[7:10]] == [3, "", 24]


def test_charts_are_native_and_refer_to_the_figures(sheets, content):
    bars, line = sheets["Phụ lục I"]._charts
    assert (bars.tagname, bars.barDir, line.tagname) == ("barChart", "bar", "lineChart")
    assert (bars.y_axis.scaling.min, bars.y_axis.scaling.max) == (0, 1)
    assert bars.y_axis.number_format.formatCode == "0%"
    assert not bars.y_axis.delete
    assert [each.val.numRef.f for each in bars.ser] == [
        "'Số liệu biểu đồ'!$B$3:$B$4",
        "'Số liệu biểu đồ'!$C$3:$C$4",
    ]
    with ZipFile(BytesIO(content)) as archive:
        chart = archive.read("xl/charts/chart1.xml").decode()
        drawing = archive.read("xl/drawings/drawing2.xml").decode()
    assert "<v>0.25</v>" in chart
    assert "Công an xã" in chart
    assert "descr='Trạm Y tế đã đạt \"100%\"'" in drawing


def test_the_code_is_read(content):
    with ZipFile(BytesIO(content)) as archive:
        pictures = [
            Image.open(BytesIO(archive.read(name)))
            for name in archive.namelist()
            if name.startswith("xl/media/")
        ]
    read = [code.text for picture in pictures for code in zxingcpp.read_barcodes(picture)]
    assert read == ["https://thi.example.vn/xã"]


def test_the_parts_of_each_sheet_stand_in_the_order_of_the_standard(content):
    with ZipFile(BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/sheet"):
                text = archive.read(name).decode()
                for inner in (
                    "sheetPr",
                    "sheetViews",
                    "cols",
                    "sheetData",
                    "mergeCells",
                    "headerFooter",
                ):
                    text = re.sub(
                        rf"<{inner}>.*?</{inner}>|<{inner} [^>/]*>.*?</{inner}>",
                        f"<{inner}/>",
                        text,
                        flags=re.S,
                    )
                parts = re.findall(r"<(\w+)[ />]", text)[1:]
                known = [part for part in parts if part in ORDER]
                assert known == sorted(known, key=ORDER.index)
                assert "sheetData" in known


def test_the_same_document_is_the_same_bytes(document, content):
    assert render_xlsx(document) == content


def test_a_letter_says_below_its_number_what_it_is_about(summary):
    title = replace(summary.title, type_name="", subject=("V/v hưởng ứng Cuộc thi",))
    letter = replace(summary, title=title, type_words="Công văn", addressees=("Trạm Y tế xã",))
    held = texts(openpyxl.load_workbook(BytesIO(render_xlsx(letter))).worksheets[0])
    number = held.index("Số:        /BC-UBND")
    assert held[number + 2] == "V/v hưởng ứng Cuộc thi"
    assert "Kính gửi: Trạm Y tế xã" in held


def test_charts_that_paper_has_not_are_a_sheet_of_a_workbook(summary: Document):
    two = replace(BARS, series=(*BARS.series, Series("Đã hoàn thành", (0.1, 0.5))))
    content = render_xlsx(replace(summary, charts=(LINE, two)))
    book = openpyxl.load_workbook(BytesIO(content))
    assert book.sheetnames == ["Biểu tổng hợp", "Biểu đồ", "Số liệu biểu đồ"]
    line, bars = book["Biểu đồ"]._charts
    assert (line.tagname, bars.tagname, len(bars.ser), bars.overlap) == (
        "lineChart",
        "barChart",
        2,
        0,
    )
    with ZipFile(BytesIO(content)) as archive:
        assert "(chỉ tiêu 80,0%)" in archive.read("xl/charts/chart2.xml").decode()


@pytest.mark.slow
@pytest.mark.skipif(not is_installed(), reason="packaging/setup/office.sh installs LibreOffice")
def test_another_program_prints_it_as_the_profile_says(content, tmp_path):
    pages = pages_of({"a.xlsx": content}, tmp_path)["a.xlsx"].pages
    sizes = [(round(page.width), round(page.height)) for page in pages]
    assert sizes == [(210, 297)] * 3 + [(297, 210)] * 2 + [(210, 297)]
    assert not [piece for piece in pages[0].pieces if piece.top < 15]
    for page in (pages[1], pages[4]):
        (number,) = [piece for piece in page.pieces if piece.top < 15 and piece.text.strip()]
        assert number.text.strip() == "2"
        assert number.centre == pytest.approx(30 + (page.width - 45) / 2, abs=0.5)
        assert number.bottom == pytest.approx(12, abs=0.5)
    hashed = [page for page in pages if page.text.count("Mã số liệu") == 1]
    assert hashed == [pages[2], pages[3], pages[4]]
    for page in pages[:-1]:
        assert min(piece.left for piece in page.pieces) > 29
        assert max(piece.right for piece in page.pieces) < page.width - 14
