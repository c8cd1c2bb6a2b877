"""The Word file read back: the same words, order, types and paper as the PDF, and real structure."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest
import zxingcpp
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from PIL import Image

from reports.blocks import Chart, Paragraph, ParagraphStyle, QrCode
from reports.document import Document, Orientation, Title
from reports.profile import ND30_2020
from reports.render.docx import render_docx
from reports.render.fonts import liberation_serif
from reports.render.pdf import render_pdf
from reports.render.text import figures_footer
from tests.reports.pdf_reader import Pdf, read_pdf
from tests.reports.sample_papers import ADDRESSEES, LINK, low_units, reminder, result_report
from tests.reports.word_reader import TWIPS_PER_MM, Word, parts_of_word, read_word


def word_of(document: Document) -> Word:
    return read_word(render_docx(document, fonts=liberation_serif()))


def pdf_of(document: Document) -> Pdf:
    return read_pdf(render_pdf(document, fonts=liberation_serif()))


SAMPLES = {
    "letter": reminder(),
    "letter to one": reminder(ADDRESSEES[:1], paragraphs=1),
    "report": result_report(),
    "landscape": replace(reminder(), orientation=Orientation.LANDSCAPE),
    "without anybody": replace(reminder(), signature=None, recipients=(), addressees=()),
    "without a body": replace(reminder(), body=(), annexes=()),
}


@pytest.fixture(scope="module")
def letter() -> Word:
    return word_of(reminder())


@pytest.fixture(scope="module")
def report() -> Word:
    return word_of(result_report())


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_value_gives_the_same_bytes(name: str):
    files = {render_docx(SAMPLES[name], fonts=liberation_serif()) for _ in range(2)}
    assert len({hashlib.sha256(file).hexdigest() for file in files}) == 1


def words(text: str) -> list[str]:
    """A hyphen that ends a line is read back as the mark of a word that goes on."""
    return text.replace("\u00a0", " ").replace("\x02", "-").replace("\ufffe", "-").split()


def pdf_words(pdf: Pdf) -> list[str]:
    """The words of all pages but for page numbers, footers, and headers that are repeated."""
    found = []
    for page in pdf.pages:
        seen = [
            piece for piece in page.pieces if piece.bottom > 18 and piece.top < page.height - 18
        ]
        found += [word for piece in seen for word in words(piece.text)]
    return found


@pytest.mark.parametrize("name", [name for name in SAMPLES if "report" not in name])
def test_word_and_pdf_say_the_same_words(name: str):
    """As sets with their numbers: the PDF has the head column by column, Word row by row."""
    document = replace(SAMPLES[name], annexes=(low_units(rows=8), low_units(rows=9)))
    said = [word for each in word_of(document).paragraphs for word in words(each.text)]
    drawn = pdf_words(pdf_of(document))
    assert sorted("".join(said)) == sorted("".join(drawn))


def test_the_order_of_the_words_is_that_of_the_pdf():
    document = replace(reminder(), annexes=(low_units(rows=8),))
    said = "".join(word for each in word_of(document).paragraphs for word in words(each.text))
    drawn = "".join(pdf_words(pdf_of(document)))
    start = "Kínhgửi:"
    assert said[said.index(start) :] == drawn[drawn.index(start) :]


@pytest.mark.parametrize("name", ["letter", "report", "letter to one"])
def test_every_word_has_the_type_of_the_pdf(name: str):
    """Size, weight and slant of each piece of text on the pages; charts are pictures in Word."""
    body = tuple(block for block in SAMPLES[name].body if not isinstance(block, Chart))
    document = replace(SAMPLES[name], body=body)
    said: dict[str, set[tuple[float, bool, bool]]] = {}
    for each in word_of(document).paragraphs:
        for text, bold, italic in each.runs:
            for word in words(text):
                said.setdefault(word, set()).add((each.size, bold, italic))
    checked = 0
    for page in pdf_of(document).pages:
        for piece in page.pieces:
            in_margin = piece.bottom < 18 or piece.top > page.height - 18
            for word in [] if in_margin else words(piece.text):
                if word in said:
                    assert (piece.size, "Bold" in piece.font, "Italic" in piece.font) in said[
                        word
                    ], word
                    checked += 1
    assert checked > 200


@pytest.mark.parametrize("name", SAMPLES)
def test_the_paper_is_that_of_the_profile(name: str):
    document = SAMPLES[name]
    sections = word_of(document).file.sections
    turned = [document.orientation, *(annex.orientation for annex in document.annexes)]
    assert len(sections) == len(turned)
    margins = ND30_2020.margins
    for section, orientation in zip(sections, turned, strict=True):
        landscape = orientation is Orientation.LANDSCAPE
        assert (section.orientation is WD_ORIENT.LANDSCAPE) == landscape
        size = (section.page_width.mm, section.page_height.mm)
        assert size == pytest.approx((297, 210) if landscape else (210, 297), abs=0.05)
        assert section.top_margin.mm == pytest.approx(margins.top, abs=0.05)
        assert section.bottom_margin.mm == pytest.approx(margins.bottom, abs=0.05)
        assert section.left_margin.mm == pytest.approx(margins.left, abs=0.05)
        assert section.right_margin.mm == pytest.approx(margins.right, abs=0.05)


def test_pages_are_numbered_from_the_second_on_and_annexes_by_themselves(letter: Word):
    first, *annexes = letter.file.sections
    for section in letter.file.sections:
        assert section.different_first_page_header_footer
        assert "PAGE" in section.header._element.xml
        assert "PAGE" not in section.first_page_header._element.xml
        (number,) = section.header.paragraphs
        assert number.style.name == "Số trang"
        assert number.style.font.size.pt == 13
    starts = [section._sectPr.find(qn("w:pgNumType")) for section in letter.file.sections]
    assert starts[0] is None
    assert [each.get(qn("w:start")) for each in starts[1:]] == ["1", "1"]
    assert first.footer.is_linked_to_previous
    for section in annexes:
        assert section.footer.paragraphs[0].text == figures_footer(reminder())
        assert section.first_page_footer.paragraphs[0].text == figures_footer(reminder())


def test_the_head_and_the_signature_are_tables_of_two_columns_without_borders(report: Word):
    tables = report.file.tables
    head, closing = tables[0], tables[1]
    for table, split in ((head, ND30_2020.header_split), (closing, ND30_2020.signature_split)):
        assert len(table.columns) == 2
        assert table.style.name == "Hai cột không kẻ"
        assert "w:tblBorders" not in table._tbl.xml
        widths = [column.width.mm for column in table.columns]
        assert sum(widths) == pytest.approx(165, abs=0.1)
        assert widths[0] / sum(widths) == pytest.approx(split, abs=0.001)
    assert head.cell(0, 0).paragraphs[0].text == "ỦY BAN NHÂN DÂN"
    assert head.cell(0, 1).paragraphs[0].text == ND30_2020.national_name
    assert closing.cell(0, 0).paragraphs[0].text == "Nơi nhận:"
    assert closing.cell(0, 1).paragraphs[-1].text == "Trần Thị Minh Khuê"


def drawn_lines(word: Word) -> list[tuple[str, float]]:
    """The text above each drawn line and the length of the line in millimetres."""
    found, above = [], ""
    for element in word.file.element.body.iter(qn("w:p")):
        key = element.pPr.pStyle.val
        shown = "".join(each.text or "" for each in element.iter(qn("w:t")))
        if key.startswith("DuongKe"):
            indents = element.pPr.find(qn("w:ind"))
            sides = sum(int(indents.get(qn(f"w:{side}"))) for side in ("left", "right"))
            cells = [e for e in element.iterancestors() if e.tag == qn("w:tc")]
            width = 165 * TWIPS_PER_MM
            if cells:
                width = int(cells[0].find(f"{qn('w:tcPr')}/{qn('w:tcW')}").get(qn("w:w")))
            found.append((above, (width - sides) / TWIPS_PER_MM))
            assert not shown
        above = shown or above
    return found


def test_lines_are_borders_as_long_as_the_profile_says(report: Word):
    page = pdf_of(result_report()).pages[0]
    lengths = dict(drawn_lines(report))
    shares = {
        "XÃ KẺ SẶT": ND30_2020.issuer_line,
        ND30_2020.motto: 1,
        "(số liệu tính đến ngày 08 tháng 6 năm 2026)": ND30_2020.subject_line,
    }
    for text, share in shares.items():
        assert lengths[text] == pytest.approx(page.find(text).width * share, abs=0.5)


def test_nothing_is_drawn_with_signs_or_in_text_boxes(letter: Word, report: Word):
    for word in (letter, report):
        xml = word.file.element.xml
        assert "___" not in xml
        assert "w:txbxContent" not in xml
        assert "w:framePr" not in xml
        assert "mc:AlternateContent" not in xml


def test_the_header_of_a_table_is_repeated_and_no_row_breaks(letter: Word):
    for table in letter.file.tables[-2:]:
        assert table.style.name == "Bảng số liệu"
        rows = table._tbl.tr_lst
        marks = [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows]
        assert marks == [True] * 3 + [False] * (len(rows) - 3)
        assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)
        assert table._tbl.tblPr.find(qn("w:tblLayout")).get(qn("w:type")) == "fixed"
    titles = [cell.text for cell in table.rows[0].cells]
    assert titles == ["STT", "Đơn vị", "Tổng số CBCCVC, NLĐ", *["Đã đăng ký"] * 2, "Ghi chú"]
    lower = [cell.text for cell in table.rows[1].cells]
    assert lower == ["STT", "Đơn vị", "Tổng số CBCCVC, NLĐ", "Số lượng", "Tỷ lệ", "Ghi chú"]
    assert [cell.text for cell in table.rows[2].cells] == [f"({i})" for i in range(1, 7)]


def test_columns_have_the_widths_of_the_pdf(letter: Word):
    table = letter.file.tables[-2]
    weights = [10, 60, 24, 20, 20, 30]
    widths = [column.width.mm for column in table.columns]
    assert widths == pytest.approx([165 * each / sum(weights) for each in weights], abs=0.05)
    for row in table._tbl.tr_lst:
        cells = [int(cell.tcPr.find(qn("w:tcW")).get(qn("w:w"))) for cell in row.tc_lst]
        assert sum(cells) / TWIPS_PER_MM == pytest.approx(165, abs=0.05)


def test_a_table_at_the_end_takes_the_signature_as_its_last_row(summary: Document):
    """So that LibreOffice keeps it with the last rows as Word does."""
    word = word_of(summary)
    table = word.file.tables[1]
    closing = table.rows[-1].cells[0]
    assert len(set(table.rows[-1]._tr.tc_lst)) == 1
    assert closing.tables[0].cell(0, 1).paragraphs[-1].text == summary.signature.name
    kept = [
        paragraph._p.pPr.find(qn("w:keepNext")) is not None
        for row in table.rows[-1 - ND30_2020.rows_kept : -1]
        for cell in row._tr.tc_lst
        for paragraph in [docx_paragraph(cell)]
    ]
    assert all(kept)


def docx_paragraph(cell):
    from docx.text.paragraph import Paragraph

    return Paragraph(cell.p_lst[0], None)


@pytest.mark.parametrize("signed", [True, False])
def test_what_of_noi_nhan_has_no_room_beside_the_signature_goes_on_below(signed: bool):
    """A row that is higher than a page cannot be laid out."""
    listed = tuple(f"Cơ quan số {i}" for i in range(1, 101))
    document = replace(reminder(), annexes=(), recipients=listed)
    word = word_of(document if signed else replace(document, signature=None))
    beside = [
        each for each in word.paragraphs if each.style == "Nơi nhận (danh sách)" and each.cell
    ]
    assert 1 <= len(beside) <= 15
    said = [text.strip("- ;.") for text in word.styled("Nơi nhận (danh sách)")]
    assert tuple(said) == listed


def test_many_notes_below_a_table_are_no_part_of_its_last_row(summary: Document):
    """Such a row could be higher than a page; the last note stays with the signature then."""
    notes = tuple(Paragraph(f"Ghi chú {i}: số liệu.", ParagraphStyle.NOTE) for i in range(60))
    word = word_of(replace(summary, body=(*summary.body, *notes)))
    assert len(word.file.tables) == 3
    assert word.find("Ghi chú 59:").kept
    assert not word.find("Ghi chú 57:").kept


def test_an_issuer_without_a_name_is_an_empty_place(summary: Document):
    word = word_of(replace(summary, header=replace(summary.header, parent="", issuer=())))
    assert word.file.tables[0].cell(0, 0).text == ""
    assert len(drawn_lines(word)) == 2


def test_what_ends_a_letter_stays_with_the_signature(letter: Word):
    assert letter.find("nghiêm túc triển khai thực hiện./.").kept
    assert not letter.find("Thực hiện Công văn số 2291").kept
    assert letter.find("UBND xã yêu cầu:").kept


def test_parts_and_clauses_are_headings_for_the_navigation(report: Word):
    assert report.styled("Heading 1") == ["I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI", "II. KẾT QUẢ"]
    assert report.styled("Heading 2") == ["1. Văn bản đã ban hành"]
    styles = report.file.styles
    levels = {
        name: styles[name].element.pPr.find(qn("w:outlineLvl")).get(qn("w:val"))
        for name in ("Heading 1", "Heading 2", "Phụ lục")
    }
    assert levels == {"Heading 1": "0", "Heading 2": "1", "Phụ lục": "0"}


def test_every_letter_is_times_new_roman_in_vietnamese(letter: Word):
    styles = parts_of_word(render_docx(reminder()))["word/styles.xml"]
    faces = styles.find(f".//{qn('w:rPrDefault')}//{qn('w:rFonts')}")
    assert set(faces.attrib.values()) == {"Times New Roman"}
    assert {each.split("}")[1] for each in faces.attrib} == {"ascii", "hAnsi", "eastAsia", "cs"}
    language = styles.find(f".//{qn('w:lang')}")
    assert language.get(qn("w:val")) == "vi-VN"
    assert len(styles.findall(f".//{qn('w:rFonts')}")) == 1
    assert "w:rFonts" not in letter.file.element.xml


def test_the_file_says_what_it_is(summary: Document):
    said = word_of(summary).file.core_properties
    assert said.title == summary.name
    assert said.author == "ỦY BAN NHÂN DÂN XÃ KẺ SẶT"
    assert said.language == "vi-VN"
    assert "mã số liệu" in said.comments
    assert figures_footer(summary).split()[-1] in said.comments
    assert said.created.date() == summary.figures.as_of


def pictures(word: Word) -> list[tuple[str, Image.Image]]:
    """What each picture says in words, and the picture."""
    from io import BytesIO

    found = []
    for shape in word.file.inline_shapes:
        blip = shape._inline.graphic.graphicData.pic.blipFill.blip
        part = word.file.part.related_parts[blip.embed]
        found.append((shape._inline.docPr.get("descr"), Image.open(BytesIO(part.blob))))
    return found


def test_the_qr_code_is_read_by_a_phone(letter: Word):
    ((said, picture),) = pictures(letter)
    assert LINK in said
    (code,) = zxingcpp.read_barcodes(picture)
    assert code.text == LINK
    assert letter.find("Mã QR cuộc thi").style == "Chú thích hình"
    (shape,) = letter.file.inline_shapes
    assert shape.width.mm == pytest.approx(30, abs=0.1)


def test_a_qr_code_without_a_caption_stands_alone():
    word = word_of(replace(reminder(), body=(QrCode(LINK, ""),)))
    assert not word.styled("Chú thích hình")
    assert len(word.file.inline_shapes) == 1


def test_charts_are_pictures_with_words(report: Word):
    found = pictures(report)
    assert [said for said, _ in found] == ["Tỷ lệ đăng ký tăng đều.", "Văn phòng Đảng ủy đạt 100%."]
    for (_, picture), shape in zip(found, report.file.inline_shapes, strict=True):
        assert shape.width.mm == pytest.approx(165, abs=0.1)
        assert 200 <= picture.width / (shape.width.mm / 25.4) <= 301
        assert len(picture.convert("RGB").getcolors(100)) > 3
    numbers = [shape._inline.docPr.get("id") for shape in report.file.inline_shapes]
    assert len(set(numbers)) == len(numbers)


def test_a_long_chart_goes_on_in_another_picture(report: Word):
    document = result_report()
    chart = document.body[-2]
    long = replace(
        chart,
        categories=chart.categories * 4,
        series=tuple(replace(each, values=each.values * 4) for each in chart.series),
    )
    word = word_of(replace(document, body=(long,)))
    assert len(word.file.inline_shapes) > 1
    assert {said for said, _ in pictures(word)} == {"Văn phòng Đảng ủy đạt 100%."}


def test_a_letter_has_its_subject_below_the_number(letter: Word):
    cell = letter.file.tables[0].cell(1, 0)
    assert [each.style.name for each in cell.paragraphs] == ["Số, ký hiệu", "Trích yếu công văn"]
    assert cell.paragraphs[1].text.startswith("V/v đôn đốc tham gia")
    assert not letter.styled("Tên loại văn bản")


def test_a_title_keeps_its_lines(report: Word):
    page = pdf_of(result_report()).pages[0]
    title = [line for text in report.styled("Trích yếu") for line in text.split("\n")]
    assert len(title) == 3
    for line in title:
        assert page.find(line).size == 14


def test_a_title_without_a_subject_has_no_line():
    word = word_of(replace(result_report(), title=Title("BÁO CÁO", ()), annexes=()))
    assert len(drawn_lines(word)) == 2
