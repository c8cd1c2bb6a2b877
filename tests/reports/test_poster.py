"""Posters: what stands on them, the code that a phone reads, and how a long name fits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
import zxingcpp

from models.contests.editing import edit_contest
from models.errors import AppError
from models.records import Contact, Mark
from models.roster.marks import set_marks
from models.roster.units import set_contacts
from reports.catalog import file_name, kind_of
from reports.checking.check import check
from reports.compose import compose, compose_document
from reports.exporting import export
from reports.gather.request import PAPER_SIZES, Request
from reports.nothing import NothingToList
from reports.publish import render_document, render_first
from reports.render.fonts import liberation_serif
from reports.render.pdf.poster import render_poster
from tests.conftest import NOON
from tests.factory import add_people, unit
from tests.reports.pdf_reader import read_pdf

SIZES = {"A4": (210, 297), "A5": (148, 210)}
LONG = (
    "Trung tâm Dịch vụ sự nghiệp công và Phục vụ hành chính công của Ủy ban nhân dân xã Kẻ Sặt, "
    "thành phố Hải Phòng, cơ sở số hai tại thôn Tráng Liệt, bộ phận tiếp nhận và trả kết quả"
)


@pytest.fixture
def peopled(file):
    add_people(file, 3)
    add_people(file, 2, unit(file, "Phòng Kinh tế").id)
    return file


def decoded(pdf):
    """What a phone reads on each page, at the resolution of a poor camera."""
    book = pypdfium2.PdfDocument(pdf)
    try:
        pages = [book[at].render(scale=1.2).to_pil().convert("L") for at in range(len(book))]
    finally:
        book.close()
    return [[code.text for code in zxingcpp.read_barcodes(page)] for page in pages]


def drawn(poster):
    return read_pdf(render_poster(poster, liberation_serif()))


def flat(page):
    return " ".join(page.text.split())


@pytest.mark.parametrize("paper", PAPER_SIZES)
def test_a_poster_for_each_unit_is_read_by_a_phone(peopled, paper):
    poster = compose(peopled, Request("poster", paper=paper))
    pdf = render_poster(poster, liberation_serif())
    pages = read_pdf(pdf).pages
    assert decoded(pdf) == [[poster.link]] * 2
    assert poster.link.startswith("https://onetouch.mic.gov.vn/")
    for page in pages:
        assert (round(page.width), round(page.height)) == SIZES[paper]
        side = 10 if paper == "A4" else 7
        assert all(p.left > side and p.right < page.width - side for p in page.pieces)
        assert all(p.top > side and p.bottom < page.height - side for p in page.pieces)
        assert all(piece.embedded for piece in page.pieces)
    economy, culture = map(flat, pages)
    assert "“Phòng Kinh tế”" in economy
    assert "Phòng Văn hóa - Xã hội”" in culture
    for words in (
        "ỦY BAN NHÂN DÂN XÃ KẺ SẶT CUỘC THI “Ứng dụng AI trong thực thi nhiệm vụ",
        "1 Mở máy ảnh điện thoại hoặc Zalo, quét mã QR",
        "2 Đăng nhập OneTouch bằng số điện thoại của mình",
        "3 Chọn đúng đơn vị:",
        "4 Học hết các bài của khóa học",
        "5 Làm bài thi và nộp bài",
        "Hạn hoàn thành: hết ngày 11/6/2026",
    ):
        assert words in economy


def test_the_code_is_large_and_the_same_bytes_come_again(peopled):
    poster = compose(peopled, Request("poster"))
    assert render_poster(poster, liberation_serif()) == render_poster(poster, liberation_serif())
    book = pypdfium2.PdfDocument(render_poster(poster))
    page = book[0].render(scale=72 / 25.4).to_pil()
    (code,) = zxingcpp.read_barcodes(page)
    corners = code.position
    assert corners.top_right.x - corners.top_left.x > 0.3 * page.width
    book.close()


@pytest.mark.parametrize("paper", PAPER_SIZES)
def test_long_names_fit_and_leave_the_code_its_room(peopled, paper):
    poster = compose(peopled, Request("poster", paper=paper))
    sheet = replace(poster.sheets[0], choose=LONG, help_words=f"Cần hỗ trợ, hỏi {LONG}")
    long = replace(poster, contest=f"{poster.contest} và {LONG}", sheets=(sheet,))
    pdf = render_poster(long, liberation_serif())
    (page,) = read_pdf(pdf).pages
    assert LONG in flat(page).replace("“ ", "“")
    assert max(piece.bottom for piece in page.pieces) < page.height - 5
    assert all(piece.left > 5 and piece.right < page.width - 5 for piece in page.pieces)
    assert decoded(pdf) == [[poster.link]]


def test_the_platforms_own_spelling_stands_there(peopled):
    person = add_people(peopled, 1, unit(peopled, "Trạm Y tế xã").id)
    set_marks(peopled, person, Mark.REGISTERED, date(2026, 6, 5))
    with peopled.writing() as connection:
        connection.exec_driver_sql(
            "UPDATE participations SET platform_unit = 'TRẠM Y TẾ XÃ KẺ SẶT'"
        )
    request = Request("poster", unit_id=unit(peopled, "Trạm Y tế xã").id)
    poster = compose(peopled, request)
    assert [sheet.choose for sheet in poster.sheets] == ["TRẠM Y TẾ XÃ KẺ SẶT"]
    assert poster.unproven == ()
    assert check(peopled, request, poster) == ()
    assert poster.stem == "ApPhich_KeSat_TramYTeXa"
    assert file_name(poster, "pdf", NOON) == "ApPhich_KeSat_TramYTeXa_20260608-1700.pdf"
    (told,) = check(peopled, Request("poster"), compose(peopled, Request("poster")))
    assert not told.blocks
    assert "2 đơn vị (Phòng Kinh tế, Phòng Văn hóa - Xã hội)" in told.sentence


def test_the_head_is_named_without_a_phone_and_it_is_logged(peopled, tmp_path):
    economy = unit(peopled, "Phòng Kinh tế").id
    set_contacts(peopled, economy, [Contact("head", "Bùi Thị Ân", "Trưởng phòng", "0912345678")])
    request = Request("poster", unit_id=economy)
    poster = compose(peopled, request)
    assert (poster.people, poster.phones) == (1, 0)
    path = export(peopled, request, "pdf", tmp_path / "a.pdf", document=poster)
    (page,) = read_pdf(path.read_bytes()).pages
    assert (
        "Cần hỗ trợ, hỏi Bùi Thị Ân (Trưởng phòng) hoặc Phòng Văn hóa - Xã hội xã Kẻ Sặt"
        in flat(page)
    )
    assert "0912" not in page.text
    with pytest.raises(AppError, match="không lập được ở dạng"):
        export(peopled, request, "docx", tmp_path / "a.docx")


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"platform": ""}, "^Cuộc thi “Ứng dụng AI .*” chưa ghi nền tảng"),
        ({"course_url": ""}, "chưa ghi đường dẫn tham gia"),
        ({"course_url": "https://vi.du/" + "a" * 600}, "dài quá"),
    ],
)
def test_a_contest_that_cannot_be_scanned_has_no_poster(peopled, told, sentence):
    edit_contest(peopled, lambda contest: replace(contest, **told))
    with pytest.raises(NothingToList, match=sentence):
        compose(peopled, Request("poster"))


def test_a_stage_of_entries_and_an_empty_roster_have_no_poster(file):
    with pytest.raises(NothingToList, match="Chưa có đơn vị nào có người"):
        compose(file, Request("poster"))
    add_people(file, 1)
    edit_contest(
        file, lambda contest: replace(contest, stages=(replace(contest.stages[1], number=1),))
    )
    with pytest.raises(NothingToList, match="Chặng 1 không tính theo từng người"):
        compose(file, Request("poster"))


@pytest.mark.parametrize(
    ("told", "steps"),
    [
        (
            {"one_mark": True, "completed_word": "đã kích hoạt chữ ký số"},
            ("Làm theo hướng dẫn trên OneTouch", "Kích hoạt chữ ký số"),
        ),
        (
            {"registered_word": "đã cài ứng dụng", "completed_word": "đã kích hoạt"},
            ("Cài ứng dụng", "Kích hoạt"),
        ),
    ],
)
def test_another_contest_has_its_own_steps(peopled, told, steps):
    edit_contest(peopled, lambda contest: replace(contest, **told))
    assert compose(peopled, Request("poster")).steps[3:] == steps


def test_the_communes_own_deadline_stands_out_and_the_official_one_below_it(peopled):
    assert "Ban Tổ chức nhận" not in drawn(compose(peopled, Request("poster"))).text

    def with_own(contest):
        own = date(2026, 6, 10)
        return replace(
            contest, stages=(replace(contest.stages[0], internal_ends_on=own), *contest.stages[1:])
        )

    edit_contest(peopled, with_own)
    poster = compose(peopled, Request("poster"))
    assert poster.deadline == "Hạn hoàn thành: hết ngày 10/6/2026"
    assert poster.later == "(hạn riêng của xã; Ban Tổ chức nhận đến hết ngày 11/6/2026)"
    first, second = (drawn(poster).pages[0].find(words) for words in ("Hạn hoàn", "hạn riêng"))
    assert first.size > second.size
    assert first.bottom <= second.top + 1


def test_a_poster_is_a_pdf_alone_and_no_paper_to_sign(peopled):
    assert kind_of("poster").formats == ("pdf",)
    with pytest.raises(ValueError):
        render_document(compose(peopled, Request("poster")), "xlsx")
    with pytest.raises(AppError, match="không phải văn bản"):
        compose_document(peopled, Request("poster"))
    with pytest.raises(AppError, match="A3"):
        compose(peopled, Request("poster", paper="A3"))


def test_names_of_every_kind_stand_there(peopled):
    poster = compose(peopled, Request("poster"))
    for name in ("Trường “A & B” <C>", "Tổ \u202bdân phố\u202c số 1", "Thôn 😀 Phủ", "X" * 200):
        sheet = replace(poster.sheets[0], choose=name)
        pdf = render_poster(replace(poster, sheets=(sheet,)), liberation_serif())
        (page,) = read_pdf(pdf).pages
        assert decoded(pdf) == [[poster.link]]
        assert all(p.left > 10 and p.right < page.width - 10 for p in page.pieces)
        told = "".join(page.text.split())
        assert "".join(c for c in name if c.isalnum()) in "".join(c for c in told if c.isalnum())


def test_a_campaign_is_called_what_its_name_says(peopled):
    edit_contest(peopled, lambda contest: replace(contest, name="Chiến dịch ký số 2026"))
    poster = compose(peopled, Request("poster"))
    assert (poster.campaign, poster.contest) == ("Chiến dịch", "Ký số 2026")
    assert "CHIẾN DỊCH “Ký số 2026”" in flat(drawn(poster).pages[0])


def test_the_first_page_alone_is_that_of_the_whole(peopled):
    poster = compose(peopled, Request("poster"))
    (first,) = read_pdf(render_first(poster)).pages
    assert first.text == read_pdf(render_document(poster, "pdf")).pages[0].text


def test_it_says_what_it_is_to_readers_and_listeners(peopled):
    pdf = drawn(compose(peopled, Request("poster")))
    assert pdf.metadata["Title"].startswith("Áp phích Cuộc thi “Ứng dụng AI")
    assert pdf.metadata["Author"] == "ỦY BAN NHÂN DÂN XÃ KẺ SẶT"
