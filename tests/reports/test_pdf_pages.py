"""Pages of letters, reports and long lists: margins, page numbers, and a signature in company."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.records import Mark, Signer, UnitFigures, UnitKind
from reports.blocks import Chart, ChartKind, Paragraph, ParagraphStyle, Series
from reports.document import Document, Orientation
from reports.kinds.missing_people import missing_people
from reports.kinds.unit_summary import unit_summary
from reports.occasion import Occasion
from reports.render.fonts import liberation_serif
from reports.render.pdf import render_first_page, render_pdf
from tests.reports.pdf_reader import Page, Pdf, read_pdf
from tests.reports.sample_papers import LINK, LONG_PARAGRAPH, low_units, reminder, result_report
from tests.reports.samples import (
    AS_OF,
    COMMUNE,
    CONTEST,
    ISSUER,
    as_unit,
    made_up_person,
    many_units,
    of_units,
)


def drawn(document: Document) -> Pdf:
    return read_pdf(render_pdf(document, fonts=liberation_serif()))


def refuse_outside(pdf: Pdf) -> None:
    """No word and no line stands outside of the margins but page numbers and footers."""
    for page in pdf.pages:
        words = [p for p in page.pieces if p.text.strip()]
        inside = [p for p in words if 15 < p.base < page.height - 15]
        for piece in words:
            if piece not in inside:
                assert piece.text.strip().isdigit() or piece.text.startswith("Mã số liệu")
        for piece in (*inside, *page.lines):
            assert piece.left >= 29.6, piece
            assert piece.right <= page.width - 14.4, piece
            assert piece.top >= 19.8, piece
            assert piece.bottom <= page.height - 19.8, piece


def top_numbers(pdf: Pdf) -> list[str]:
    return ["".join(p.text.strip() for p in page.pieces if p.base < 18) for page in pdf.pages]


def last_of_body(pdf: Pdf) -> Page:
    return next(page for page in pdf.pages if "Nơi nhận:" in page.text)


def test_pages_of_annexes_are_numbered_apart():
    annexes = (low_units(rows=3), low_units(Orientation.LANDSCAPE, 60), low_units(rows=80))
    pdf = drawn(replace(reminder(paragraphs=9), annexes=annexes))
    sizes = [round(page.width) for page in pdf.pages]
    first, second, third = (
        next(i for i, page in enumerate(pdf.pages) if f"Phụ lục {n}\n" in page.text)
        for n in ("I", "II", "III")
    )
    numbers = top_numbers(pdf)
    assert numbers[:first] == ["", *map(str, range(2, first + 1))]
    assert numbers[first:second] == [""]
    assert numbers[second:third] == ["", *map(str, range(2, third - second + 1))]
    assert numbers[third:] == ["", *map(str, range(2, len(pdf.pages) - third + 1))]
    assert set(sizes[second:third]) == {297}
    assert set(sizes[:second]) == set(sizes[third:]) == {210}
    refuse_outside(pdf)
    for page in pdf.pages[first:]:
        assert page.find("Mã số liệu ").base > page.height - 18
    assert not any("Mã số liệu" in page.text for page in pdf.pages[:first])


def test_the_table_of_an_annex_has_its_header_on_every_page():
    pdf = drawn(replace(reminder(), annexes=(low_units(rows=90),)))
    pages = [page for page in pdf.pages if "Trường Tiểu học" in page.text]
    assert len(pages) >= 3
    for page in pages:
        assert "Đã đăng ký" in page.text
        assert "(6)" in page.text


def test_an_only_annex_has_no_roman_number():
    pdf = drawn(replace(reminder(), annexes=(low_units(),)))
    assert pdf.pages[-1].find("Phụ lục").text.strip() == "Phụ lục"
    assert "Kèm theo Công văn số" in pdf.pages[-1].text


@pytest.mark.parametrize("paragraphs", range(1, 16))
def test_the_signature_of_a_letter_has_text_above_it(paragraphs: int):
    pdf = drawn(replace(reminder(paragraphs=paragraphs), annexes=()))
    page = last_of_body(pdf)
    assert "thực hiện./." in page.text
    assert "Trần Thị Minh Khuê" in page.text
    assert page is pdf.pages[-1]
    refuse_outside(pdf)


@pytest.mark.parametrize("lines", [1, 2, 3, 5, 9])
def test_the_last_two_lines_of_a_long_paragraph_go_with_the_signature(lines: int):
    """However far the page is filled."""
    end = " ".join([LONG_PARAGRAPH] * 2) + " Xin trân trọng cảm ơn./."
    for filling in range(12):
        body = (*(Paragraph(f"Đoạn {i}.") for i in range(filling * 2 + lines)), Paragraph(end))
        pdf = drawn(replace(reminder(), body=body, annexes=()))
        page = last_of_body(pdf)
        if page is not pdf.pages[0]:
            authority = page.find("Q. CHỦ TỊCH").base
            above = {round(p.base) for p in page.pieces if 19 < p.base < authority - 2}
            assert len(above) >= 2


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from(list(ParagraphStyle)), min_size=1, max_size=30),
    st.integers(1, 40),
    st.integers(0, 3),
)
def test_no_text_of_any_shape_leaves_the_margins(
    styles: list[ParagraphStyle], words: int, addressees: int
):
    body = tuple(Paragraph("Thực hiện kế hoạch đã ban hành " * words, style) for style in styles)
    names = tuple(f"Các cơ quan, đơn vị thuộc xã {i} " * 4 for i in range(addressees))
    document = replace(reminder(tuple(map(str.strip, names))), body=body)
    pdf = drawn(document)
    refuse_outside(pdf)
    assert "Trần Thị Minh Khuê" in pdf.text


@pytest.mark.parametrize("count", [2, 7, 40, 120])
def test_a_letter_to_many_has_them_all(count: int):
    names = tuple(
        f"Trường Tiểu học và Trung học cơ sở số {i} trên địa bàn xã" for i in range(count)
    )
    pdf = drawn(replace(reminder(names), recipients=(*names, "Lưu: VT, VHXH")))
    refuse_outside(pdf)
    text = " ".join(pdf.text.split())
    for at, name in enumerate(names):
        end = "." if at == count - 1 else ";"
        assert f"- {name}{end}" in text
    assert "- Lưu: VT, VHXH." in text
    first = pdf.pages[0]
    dashes = [p for p in first.pieces if p.text.startswith("- ") and p.size == 14]
    assert len({round(p.left, 1) for p in dashes}) == 1


def test_one_addressee_stands_beside_the_words():
    page = drawn(result_report()).pages[0]
    line = page.find("Kính gửi: Sở Khoa học và Công nghệ thành phố Hải Phòng")
    assert abs(line.centre - 112.5) < 0.5


@pytest.mark.parametrize("units", [5, 60, 400])
def test_the_summary_of_any_number_of_units(units: int):
    pdf = drawn(unit_summary(Occasion(many_units(units), ISSUER, COMMUNE, CONTEST)))
    refuse_outside(pdf)
    assert f"Đơn vị số {units}" in pdf.text
    assert top_numbers(pdf) == ["", *map(str, range(2, len(pdf.pages) + 1))]


def test_headings_never_end_a_page():
    for filling in range(1, 30):
        body = (
            *(Paragraph(f"Đoạn {i}.") for i in range(filling)),
            Paragraph("I. PHẦN", ParagraphStyle.PART),
            Paragraph("1. Khoản", ParagraphStyle.CLAUSE),
            Paragraph(LONG_PARAGRAPH),
        )
        pdf = drawn(replace(reminder(), body=body, annexes=()))
        for page in pdf.pages:
            if "1. Khoản" in page.text:
                assert "I. PHẦN" in page.text
                assert "Thực hiện Công văn số 2291" in page.text


def test_justified_lines_reach_both_margins_whatever_stands_out_in_them():
    page = drawn(reminder()).pages[0]
    base = next(p.base for p in page.pieces if p.text.startswith("trường ") and p.base > 100)
    line = sorted((p for p in page.pieces if abs(p.base - base) < 0.1), key=lambda p: p.left)
    assert [p.bold for p in line] == [False, True, False]
    assert abs(line[0].left - 30) < 0.4
    assert abs(line[-1].right - 195) < 0.4
    for before, after in pairwise(line):
        assert 0 < after.left - before.right < 3


def test_the_end_mark_is_never_parted_from_its_word():
    for count in range(1, 60):
        body = (Paragraph("từ " * count + "thực hiện ./."),)
        pdf = drawn(replace(reminder(), body=body, annexes=()))
        lines = pdf.text.splitlines()
        assert not any(line.strip() == "./." for line in lines)


def test_an_address_breaks_at_its_joints():
    pdf = drawn(reminder())
    words = "".join(p.text for page in pdf.pages for p in page.pieces)
    assert LINK in "".join(words.split())
    beginnings = [p.text for page in pdf.pages for p in page.pieces if "https" in p.text]
    assert any("https://onetouch" in text for text in beginnings)


def test_a_chart_of_very_many_units_goes_on_in_another_picture():
    names = tuple(f"Trường Tiểu học và Trung học cơ sở có tên rất dài số {i}" for i in range(150))
    series = (Series("Đã đăng ký", tuple(i / 150 for i in range(150))),)
    chart = Chart(ChartKind.BARS, "Tỷ lệ", names, series, "Nhiều đơn vị.", is_rate=True, target=1.0)
    pdf = drawn(replace(reminder(), body=(chart,), annexes=()))
    refuse_outside(pdf)
    assert len(pdf.pages) >= 4
    assert pdf.text.count("Mục tiêu 100%") >= 3
    assert "99,3%" in pdf.text


def test_a_signer_with_long_authority_and_no_name():
    signer = Signer(
        ("TL. CHỦ TỊCH", "TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI VÀ CÁC PHÒNG KHÁC CÓ TÊN DÀI"), ""
    )
    pdf = drawn(replace(reminder(), signature=signer))
    refuse_outside(pdf)


def test_nothing_to_sign_leaves_nothing_at_the_end():
    pdf = drawn(replace(reminder(), signature=None, recipients=(), annexes=()))
    assert "Nơi nhận" not in pdf.text


def test_a_long_distribution_without_a_signature_goes_over_pages():
    names = tuple(f"Đơn vị {i}" for i in range(150))
    pdf = drawn(replace(reminder(), signature=None, recipients=names, annexes=()))
    refuse_outside(pdf)
    assert len(pdf.pages) > 2
    assert all(f"- {name};" in pdf.text for name in names[:-1])


def test_the_first_page_alone_is_that_of_the_whole(not_registered: Document):
    import pypdfium2

    for document in (not_registered, reminder(), result_report()):
        pictures = []
        for content in (
            render_pdf(document, fonts=liberation_serif()),
            render_first_page(document, fonts=liberation_serif()),
        ):
            book = pypdfium2.PdfDocument(content)
            pictures.append(bytes(book[0].render(scale=2).buffer))
            pages = len(book)
            book.close()
        assert pages == 1
        assert pictures[0] == pictures[1]


def list_of(people: int, name: str = "") -> Document:
    """Everybody of one unit, all of them missing."""
    line = UnitFigures(1, "Trường Tiểu học", UnitKind.SCHOOL, people, 0, 0)
    listed = [made_up_person(i, line) for i in range(1, people + 1)]
    if name:
        listed = [replace(person, name=f"{name} {person.id}") for person in listed]
    occasion = Occasion(of_units(line), ISSUER, COMMUNE, CONTEST, AS_OF)
    return missing_people(listed, Mark.REGISTERED, as_unit(line), occasion)


@pytest.mark.parametrize("people", [*range(14, 44, 2), 700])
@pytest.mark.parametrize("name", ["", "Nguyễn Hoàng Thị Thanh Phương Thảo Nguyên Hạ Vy"])
def test_the_signature_of_a_list_has_rows_above_it(people: int, name: str):
    """Lists of one page, of two and of twenty and more."""
    pdf = drawn(list_of(people, name))
    refuse_outside(pdf)
    last = pdf.pages[-1]
    rows = [p for p in last.pieces if p.text.strip().isdigit() and p.base > 19 and p.left < 45]
    assert "Trần Thị Minh Khuê" in last.text
    assert len(rows) >= min(3, people)
    assert [p.text.strip() for p in rows][-1] == str(people)
    numbers = [
        p.text.strip()
        for page in pdf.pages
        for p in page.pieces
        if p.text.strip().isdigit() and p.base > 19 and p.left < 45 and p.size == 12
    ]
    assert numbers == [str(i) for i in range(1, people + 1)]
    if people == 700:
        assert len(pdf.pages) >= 20
