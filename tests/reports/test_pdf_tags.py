"""What a listener hears of a PDF: language, headings, tables by cells, pictures in words."""

from __future__ import annotations

from dataclasses import replace

from reports.blocks import Paragraph
from reports.document import Document, Table, TableColumn, TableRow
from reports.render.fonts import liberation_serif
from reports.render.pdf import render_pdf
from reports.render.pdf.table import FINELY_TAGGED
from tests.reports.pdf_reader import alternatives, read_pdf
from tests.reports.sample_papers import LINK, reminder, result_report


def test_bookmarks_lead_to_parts_clauses_and_annexes():
    pdf = read_pdf(render_pdf(result_report(), fonts=liberation_serif()))
    assert pdf.bookmarks == (
        (0, "I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI", 0),
        (1, "1. Văn bản đã ban hành", 0),
        (0, "II. KẾT QUẢ", 0),
        (0, "Phụ lục. DANH SÁCH ĐƠN VỊ CÓ TỶ LỆ THẤP", len(pdf.pages) - 1),
    )


def test_headings_follow_one_another_without_a_step_left_out():
    pdf = read_pdf(render_pdf(result_report(), fonts=liberation_serif()))
    headings = [kind for page in pdf.tags for kind in page if kind.startswith("H")]
    assert headings == ["H1", "H2", "H3", "H2", "H1"]
    letter = read_pdf(render_pdf(reminder(), fonts=liberation_serif()))
    assert "H1" in letter.tags[0]


def test_a_table_is_told_by_rows_and_cells():
    tags = read_pdf(render_pdf(result_report(), fonts=liberation_serif())).tags[-1]
    assert tags.count("Table") == 1
    assert tags.count("TR") == 3 + 13
    assert tags.count("TH") == 5 + 2 + 6
    assert tags.count("TD") >= 12 * 5


def test_pictures_are_told_in_words():
    content = render_pdf(result_report(), fonts=liberation_serif())
    assert alternatives(content) == ["Tỷ lệ đăng ký tăng đều.", "Văn phòng Đảng ủy đạt 100%."]
    assert alternatives(render_pdf(reminder(), fonts=liberation_serif())) == [f"Mã QR: {LINK}"]


def test_the_file_says_that_it_is_tagged_and_in_what_language():
    content = render_pdf(reminder(), fonts=liberation_serif())
    for words in (b"/Marked true", b"/StructTreeRoot", b"vi-VN", b"/DisplayDocTitle true"):
        assert words in content


def test_a_very_long_list_is_told_page_by_page():
    columns = (TableColumn("STT", 1), TableColumn("Họ tên", 4))
    rows = tuple(TableRow((i, f"Người {i}")) for i in range(FINELY_TAGGED + 1))
    document = replace(reminder(), body=(Paragraph("Danh sách:"), Table(columns, rows)), annexes=())
    pdf = read_pdf(render_pdf(document, fonts=liberation_serif()))
    assert "TD" not in {kind for page in pdf.tags for kind in page}
    assert "P" in pdf.tags[5]
    assert f"Người {FINELY_TAGGED}" in pdf.pages[-1].text


def test_pages_are_told_in_the_order_in_which_they_stand():
    """But the head, where the issuer stands beside Quốc hiệu."""
    for document in (result_report(), replace(reminder(paragraphs=12), annexes=())):
        pdf = read_pdf(render_pdf(document, fonts=liberation_serif()))
        assert len(pdf.pages) > 1
        for page in pdf.told[1:]:
            # A paragraph that began on the page before tells its number there too.
            own = page[1:] if page[0] and page[1] == 0 else page
            own = own[:-1] if own[-1] == 0 else own
            assert own == tuple(range(len(own)))


def test_the_units_of_a_long_list_have_bookmarks(not_registered: Document):
    pdf = read_pdf(render_pdf(not_registered, fonts=liberation_serif()))
    titles = [title for _, title, _ in pdf.bookmarks]
    assert titles[0].startswith("I. Ban Xây dựng Đảng")
    assert len(titles) == 24
    for _, title, page in pdf.bookmarks:
        assert title.split(":")[0] in " ".join(pdf.pages[page].text.split())
