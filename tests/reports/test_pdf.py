"""The pages of the PDF, read back with another library and measured against the decree."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from models.records import Issuer, Mark, Signer, UnitFigures, UnitKind
from reports.document import Document, Orientation
from reports.kinds.missing_people import missing_people
from reports.kinds.unit_summary import unit_summary
from reports.occasion import Occasion
from reports.render.fonts import liberation_serif
from reports.render.pdf import render_pdf
from tests.reports.pdf_reader import Page, Pdf, Piece, read_pdf
from tests.reports.samples import (
    AS_OF,
    COMMUNE,
    CONTEST,
    DEPARTMENT,
    ISSUER,
    as_unit,
    made_up_person,
    many_units,
    of_units,
)

ROOT = Path(__file__).parents[2]
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"


def drawn(document: Document) -> Pdf:
    return read_pdf(render_pdf(document, fonts=liberation_serif()))


def summary_of(issuer: Issuer = ISSUER, units: int = 25, day: date | None = None) -> Document:
    return unit_summary(Occasion(many_units(units), issuer, COMMUNE, CONTEST, day))


def line_below(page: Page, piece: Piece) -> Piece:
    """The drawn line nearest below a piece of text, within 3 mm."""
    below = [
        line
        for line in page.lines
        if 0 <= line.top - piece.bottom < 3 and abs(line.centre - piece.centre) < 20
    ]
    assert below
    return min(below, key=lambda line: line.top)


def test_same_value_same_bytes(summary: Document, not_registered: Document):
    for document in (summary, not_registered):
        hashes = {
            hashlib.sha256(render_pdf(document, fonts=liberation_serif())).hexdigest()
            for _ in range(3)
        }
        assert len(hashes) == 1


SCRIPT = """
import hashlib
import os
import subprocess
import sys
from reports.render.fonts import liberation_serif
from reports.render.pdf import render_pdf
from tests.reports.sample_papers import reminder, result_report
for document in (reminder(), result_report()):
    print(hashlib.sha256(render_pdf(document, fonts=liberation_serif())).hexdigest())
"""


def test_same_bytes_in_any_process():
    told = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1
    assert len(told.pop().split()) == 2


def test_paper_and_orientation(summary: Document, summary_pdf: Pdf):
    assert {(round(p.width), round(p.height)) for p in summary_pdf.pages} == {(210, 297)}
    turned = drawn(replace(summary, orientation=Orientation.LANDSCAPE))
    assert {(round(p.width), round(p.height)) for p in turned.pages} == {(297, 210)}


@pytest.mark.parametrize("orientation", list(Orientation))
def test_nothing_stands_in_the_margins(not_registered: Document, orientation: Orientation):
    pdf = drawn(replace(not_registered, orientation=orientation))
    for number, page in enumerate(pdf.pages, start=1):
        inside = [piece for piece in page.pieces if piece.text.strip() != str(number)]
        if number > 1:
            inside += [p for p in page.pieces if p.text.strip() == str(number) and p.top > 20]
        assert min(piece.left for piece in inside) >= 29.8
        assert max(piece.right for piece in inside) <= page.width - 14.8
        assert min(piece.top for piece in inside) >= 19.8
        assert max(piece.bottom for piece in inside) <= page.height - 19.8


def test_quoc_hieu_on_one_line_above_the_tieu_ngu(summary_pdf: Pdf):
    page = summary_pdf.pages[0]
    nation, motto = page.find(NATION), page.find(MOTTO)
    assert nation.size == 12
    assert motto.size == 13
    assert nation.font == motto.font == "LiberationSerif-Bold"
    assert abs(nation.centre - motto.centre) < 0.5
    assert nation.left > page.width * 0.4
    line = line_below(page, motto)
    assert abs(line.width - motto.width) < 1
    assert abs(line.centre - motto.centre) < 0.5


@pytest.mark.parametrize("issuer", [ISSUER, DEPARTMENT])
def test_the_line_under_the_issuer_is_a_third_to_a_half(issuer: Issuer):
    page = drawn(summary_of(issuer)).pages[0]
    name = page.find(issuer.lines[-1])
    line = line_below(page, name)
    assert 1 / 3 <= line.width / name.width <= 1 / 2
    assert abs(line.centre - name.centre) < 0.5


def test_the_line_under_the_subject_is_a_third_to_a_half(summary_pdf: Pdf):
    page = summary_pdf.pages[0]
    last = page.find("(số liệu tính đến ngày 08 tháng 6 năm 2026)")
    assert 1 / 3 <= line_below(page, last).width / last.width <= 1 / 2
    assert page.find("BIỂU TỔNG HỢP").size == 14


def test_number_and_date_stand_on_one_row(summary_pdf: Pdf):
    page = summary_pdf.pages[0]
    number, day = page.find("/BC-UBND"), page.find("Kẻ Sặt, ngày")
    assert number.size == day.size == 13
    assert day.font == "LiberationSerif-Italic"
    assert "Số:" in number.text
    assert number.width > 30
    assert day.text.endswith("tháng 6 năm 2026")
    assert abs(day.centre - page.find(MOTTO).centre) < 0.5
    assert abs(number.top - day.top) < 1


def test_the_day_of_issue_when_it_is_known():
    page = drawn(summary_of(day=date(2026, 1, 5))).pages[0]
    assert page.find("Kẻ Sặt, ngày 05 tháng 01 năm 2026")


def test_a_list_has_no_number(not_registered: Document):
    page = drawn(not_registered).pages[0]
    assert "Số:" not in page.text
    assert page.find("Kẻ Sặt, ngày 08 tháng 6 năm 2026")


def test_page_numbers_from_page_two_on_in_the_top_margin(not_registered: Document):
    pdf = drawn(not_registered)
    assert len(pdf.pages) > 10
    assert not [piece for piece in pdf.pages[0].pieces if piece.top < 20]
    for number, page in enumerate(pdf.pages[1:], start=2):
        above = [piece for piece in page.pieces if piece.bottom < 20]
        assert [piece.text.strip() for piece in above] == [str(number)]
        assert abs(above[0].centre - (30 + page.width - 15) / 2) < 0.5
        assert above[0].size == 13


def test_the_table_header_is_repeated_on_every_page():
    pdf = drawn(summary_of(units=60))
    assert len(pdf.pages) >= 3
    for page in pdf.pages:
        for words in ("Đơn vị", "Đã đăng ký", "Đã hoàn thành", "CBCCVC,", "(8)"):
            assert words in page.text


def test_the_faces_are_embedded(summary_pdf: Pdf):
    pieces = [piece for page in summary_pdf.pages for piece in page.pieces]
    assert all(piece.embedded for piece in pieces)
    assert {piece.font for piece in pieces} == {
        "LiberationSerif",
        "LiberationSerif-Bold",
        "LiberationSerif-Italic",
        "LiberationSerif-BoldItalic",
    }


def test_no_face_is_named_that_is_not_in_the_file(summary: Document):
    assert b"Helvetica" not in render_pdf(summary, fonts=liberation_serif())


def test_what_the_file_says_of_itself(summary_pdf: Pdf):
    about = summary_pdf.metadata
    assert about["Title"].startswith("BIỂU TỔNG HỢP Kết quả tham gia Cuộc thi")
    assert about["Author"] == "ỦY BAN NHÂN DÂN XÃ KẺ SẶT"
    assert "tính đến ngày 08/06/2026" in about["Subject"]
    assert about["CreationDate"].startswith("D:20260608")


def test_totals_on_the_page_are_the_figures(summary_pdf: Pdf):
    assert "Tổng cộng 532 24 4,5% 10 1,9%" in summary_pdf.text


def test_room_for_the_signature(summary_pdf: Pdf):
    page = summary_pdf.pages[-1]
    office, name = page.find("PHÓ CHỦ TỊCH"), page.find("Trần Thị Minh Khuê")
    assert name.top - office.bottom >= 30
    assert abs(office.centre - name.centre) < 0.5
    assert office.left > page.width / 2
    recipients, authority = page.find("Nơi nhận:"), page.find("TM. ỦY BAN NHÂN DÂN")
    assert abs(recipients.left - 30) < 0.5
    assert abs(recipients.top - authority.top) < 1.5
    assert recipients.size == 12
    assert page.find("- Lưu: VT, VHXH.").size == 11


@pytest.mark.parametrize("units", range(14, 40, 2))
def test_the_signature_never_stands_alone(units: int):
    page = drawn(
        unit_summary(Occasion(many_units(units, UnitKind.SCHOOL), ISSUER, COMMUNE, CONTEST))
    )
    last = page.pages[-1]
    assert "Tổng cộng" in last.text
    assert "TM. ỦY BAN NHÂN DÂN" in last.text
    assert "Trần Thị Minh Khuê" in last.text
    assert f"Đơn vị số {units}" in last.text
    assert sum(p.text.count("Tổng cộng") for p in page.pages) == 1


def test_every_unit_is_printed_once():
    pieces = [
        piece.text.strip() for page in drawn(summary_of(units=60)).pages for piece in page.pieces
    ]
    assert [pieces.count(f"Đơn vị số {i}") for i in range(1, 61)] == [1] * 60


def test_a_group_is_never_the_last_row_of_a_page(not_registered: Document):
    for page in drawn(not_registered).pages[:-1]:
        rows = sorted(page.pieces, key=lambda piece: piece.top)
        assert "đã đăng ký" not in rows[-1].text


def test_very_long_names_stay_in_their_columns():
    long_unit = "Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ sở " * 4
    line = UnitFigures(1, long_unit.strip(), UnitKind.SCHOOL, 1, 0, 0)
    page = drawn(unit_summary(Occasion(of_units(line), ISSUER, COMMUNE, CONTEST))).pages[0]
    rule = max(line.right for line in page.lines)
    assert max(piece.right for piece in page.pieces) <= rule + 0.1
    person = replace(
        made_up_person(1, line), name="Nguyễn" * 20, position="Phó Trưởng phòng kiêm " * 8
    )
    document = missing_people(
        [person],
        Mark.REGISTERED,
        as_unit(line),
        Occasion(of_units(line), ISSUER, COMMUNE, CONTEST, AS_OF),
    )
    page = drawn(document).pages[0]
    assert max(piece.right for piece in page.pieces) <= 195.3


def test_a_long_issuer_wraps_and_leaves_quoc_hieu_alone():
    issuer = replace(
        ISSUER,
        parent="ỦY BAN NHÂN DÂN PHƯỜNG NGUYỄN LƯƠNG BẰNG",
        lines=("TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG PHƯỜNG NGUYỄN LƯƠNG BẰNG",),
        signer=Signer(("TL. CHỦ TỊCH", "TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI"), ""),
    )
    page = drawn(summary_of(issuer)).pages[0]
    nation = page.find(NATION)
    left = [piece for piece in page.pieces if piece.top < 45 and piece.centre < 96]
    assert max(piece.right for piece in left) < nation.left


def test_marks_of_markup_and_control_characters_are_only_text():
    name = "Tổ <b>1</b> & \x07“2”\x00 Ｋ"
    line = UnitFigures(1, name, UnitKind.OTHER, 1, 0, 0)
    text = drawn(unit_summary(Occasion(of_units(line), ISSUER, COMMUNE, CONTEST))).text
    assert "Tổ <b>1</b> & “2”" in text


def test_letters_in_pieces_are_drawn_whole():
    name = "Nguyễn Thị Hường".encode().decode()
    import unicodedata

    line = UnitFigures(1, "Thôn", UnitKind.VILLAGE, 1, 0, 0)
    person = replace(made_up_person(1, line), name=unicodedata.normalize("NFD", name))
    document = missing_people(
        [person],
        Mark.REGISTERED,
        as_unit(line),
        Occasion(of_units(line), ISSUER, COMMUNE, CONTEST, AS_OF),
    )
    assert name in drawn(document).text


def test_all_vietnamese_letters_survive():
    letters = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"
    line = UnitFigures(1, f"{letters[:40]} {letters[40:]}", UnitKind.OTHER, 1, 0, 0)
    upper = replace(line, unit_id=2, name=line.name.upper())
    text = drawn(unit_summary(Occasion(of_units(line, upper), ISSUER, COMMUNE, CONTEST))).text
    joined = "".join(text.split())
    assert letters in joined
    assert letters.upper() in joined


def test_body_text_is_justified_with_an_indent(not_registered: Document):
    page = drawn(not_registered).pages[0]
    first = page.find("Toàn xã Kẻ Sặt có 532")
    assert first.size == 14
    assert abs(first.left - (30 + 12.7)) < 0.6
    assert abs(first.right - 195) < 1.5
