"""What a text says of those whom it names: who has not done it is never marked without asking."""

from __future__ import annotations

import unicodedata

import pytest

from models.intake.roster_view import roster_view
from models.marking.recognise import Recogniser
from models.marking.records import Standing
from models.office.setup import init_file
from models.records import PersonDraft
from models.roster.people import add_person
from tests.conftest import clock
from tests.factory import unit
from tests.models.marking.roster import CLINIC, OFFICE, SCHOOL, fill

MORE = {
    "khong": ("Cao Văn Không", OFFICE),
    "chua": ("Nguyễn Thị Chưa", OFFICE),
    "thu": ("Hoàng Thị Thu", CLINIC),
    "thu hoa": ("Hoàng Thị Thu Hòa", CLINIC),
    "kim lan": ("Ngô Kim Lan", SCHOOL),
}


@pytest.fixture(scope="module")
def reads(tmp_path_factory):
    path = tmp_path_factory.mktemp("said") / "xa.tiendo"
    with init_file(path, "Xã Kẻ Sặt", "ai-2026", clock) as file:
        ids = fill(file)
        for short, (name, where) in MORE.items():
            ids[short] = add_person(file, PersonDraft(name, unit(file, where).id))
        recogniser = Recogniser(roster_view(file))
        shorts = {each: short for short, each in ids.items()}

        def read(text):
            found = recogniser.read(unicodedata.normalize("NFD", text))
            return {
                standing: [
                    {shorts[one.person_id] for one in each.suggestions}
                    for each in found.of(standing)
                ]
                for standing in Standing
            }

        yield read


def sure(found):
    return {short for each in found[Standing.SURE] for short in each}


def asked(found):
    return {short for each in found[Standing.UNCERTAIN] for short in each}


DENIED = {
    "heading in capitals without marks": "DS CHUA DANG KY\n1. Nguyen Van An 0912345678",
    "the list goes on below its first line": "Chưa: Đỗ Thị Hòa\nNguyễn Văn An",
    "a comma goes on": "Chưa đăng ký gồm Đỗ Thị Hòa,\nNguyễn Văn An",
    "k for không": "Nguyễn Văn An k đăng ký được",
    "k tham gia": "anh Nguyễn Văn An k tham gia nhé",
    "what is left": "Còn: Nguyễn Văn An",
    "who is left": "Trường em 41/43, còn cô Đỗ Thị Hòa và Nguyễn Văn An",
    "who alone is left": "Trường em 41/43, còn Nguyễn Văn An",
    "a rota": "Lịch trực: Nguyễn Văn An",
    "only one": "Còn mỗi Nguyễn Văn An thôi ạ",
    "urged": "Cần đôn đốc: Nguyễn Văn An",
    "urged below": "Đề nghị các đ/c sau khẩn trương đăng ký:\n1. Nguyễn Văn An",
    "asked to do it": "Yêu cầu các đồng chí sau đăng ký trước 17h:\n1. Nguyễn Văn An",
    "reminded": "Nhắc các đồng chí sau:\nNguyễn Văn An",
    "will do": "Tối nay Nguyễn Văn An sẽ đăng ký ạ",
    "doing": "Nguyễn Văn An đang đăng ký",
    "waits": "Nguyễn Văn An đợi mã OTP",
    "called in the group": "@Nguyễn Văn An nhớ đăng ký nhé",
    "told to": "@Nguyễn Văn An em đăng ký đi nhé",
    "a question": "Nguyễn Văn An đăng ký rồi à?",
    "ill": "Nguyễn Văn An ốm",
    "away": "Nguyễn Văn An đi công tác",
    "an error": "Nguyễn Văn An đăng ký lỗi",
    "blocked": "Nguyễn Văn An tài khoản bị khóa",
    "no points": "Nguyễn Văn An: 0 điểm",
    "instead of": "Thay Nguyễn Văn An bằng người khác",
    "taken off": "Bớt: Nguyễn Văn An",
    "struck out": "~~Nguyễn Văn An~~",
    "of the group": "Nguyễn Văn An đã rời nhóm",
    "asked for a phone": "Cho em xin số của Nguyễn Văn An",
    "an empty box": "☐ Nguyễn Văn An",
    "an empty bracket": "[ ] Nguyễn Văn An",
    "a white cross": "Nguyễn Văn An ❎",
    "answered below": "Nguyễn Văn An 08:15\nEm chưa ạ, để chiều em làm",
    "answered below the hour": "Nguyễn Văn An\n08:15\nChưa ạ",
    "only an answer": "Nguyễn Văn An 08:15\nDạ vâng chị",
    "answered below a colon": "Nguyễn Văn An:\nEm chưa đăng ký ạ",
    "sent in Zalo": "[08:13, 8/6/2026] Nguyễn Văn An: em chưa đk được",
    "a cell in a line of its own": "Đỗ Thị Hòa\nĐã đăng ký\nNguyễn Văn An\nChưa đăng ký",
    "signed": "Đỗ Thị Hòa\nHiệu trưởng\n(đã ký)\nNguyễn Văn An",
    "answered": "Trả lời Nguyễn Văn An\nOk em",
    "said twice": "1. Nguyễn Văn An\n2. Đỗ Thị Hòa\nSửa lại: Nguyễn Văn An chưa ạ",
}


@pytest.mark.parametrize("name", DENIED)
def test_who_has_not_done_it_is_asked_about(reads, name):
    found = reads(DENIED[name])
    assert "an" not in sure(found)
    assert "an" in asked(found)


AFFIRMED = {
    "a name that denies": ("Cao Văn Không\nNguyễn Thị Chưa", {"khong", "chua"}),
    "a name that denies, denied": ("Cao Văn Không chưa đăng ký\nĐỗ Thị Hòa", {"hoa"}),
    "an excuse above": ("Em gửi chậm, hôm qua em bận quá\n1. Nguyễn Văn An", {"an"}),
    "as was demanded": ("Theo yêu cầu của UBND xã, em gửi ds đã đăng ký:\nNguyễn Văn An", {"an"}),
    "more will come": ("Nguyễn Văn An\nĐỗ Thị Hòa\nCòn lại em sẽ báo sau ạ", {"an", "hoa"}),
    "done again": ("Chưa: Nguyễn Văn An\nĐã: Đỗ Thị Hòa\nTrần Thị Bình", {"hoa", "binh"}),
    "part-timers": ("Người hoạt động không chuyên trách:\nNguyễn Văn An", {"an"}),
    "a school sends": ("Trường gửi chị danh sách: Nguyễn Văn An", {"an"}),
    "our school": ("Trường em có 1 người: Nguyễn Văn An", {"an"}),
    "hyphens": ("Nguyễn Văn An-Đỗ Thị Hòa-Trần Thị Bình", {"an", "hoa", "binh"}),
    "underscores": ("Nguyễn Văn An_0912345678_đã đk", {"an"}),
    "run together": ("1.NguyễnVăn An\n2.ĐỗThịHòa", {"an", "hoa"}),
    "numbers after commas": ("1.Nguyễn Văn An,2.Đỗ Thị Hòa,3.Trần Thị Bình", {"an", "hoa", "binh"}),
    "broken lines": ("1. Nguyễn Văn\nAn 0912345678\n2. Đỗ Thị\nHòa", {"an", "hoa"}),
    "posts": ("Nguyễn Văn An - NV thiết bị\nĐỗ Thị Hòa - GV Lịch sử, nhóm trẻ", {"an", "hoa"}),
    "sexes": ("Nguyễn Văn An, Nam, 1985, Chuyên viên", {"an"}),
    "a school without the word": ("Lê Thị Lan THCS Kẻ Sặt", {"lan1"}),
    "a unit in one word": ("Lê Thị Lan TYT", {"lan2"}),
}


@pytest.mark.parametrize("name", AFFIRMED)
def test_who_has_done_it_is_sure(reads, name):
    text, expected = AFFIRMED[name]
    assert sure(reads(text)) == expected


def test_who_lacks_the_tick_of_the_others_is_asked_about(reads):
    for tick in (" x", " ✅", ": v", "\tCó", "\tĐã ĐK"):
        found = reads(f"1. Nguyễn Văn An{tick}\n2. Đỗ Thị Hòa\n3. Trần Thị Bình{tick}")
        assert sure(found) == {"an", "binh"}, tick
        assert asked(found) == {"hoa"}, tick


def test_a_broken_name_is_not_taken_for_a_shorter_one(reads):
    assert sure(reads("Hoàng Thị Thu\nHòa")) == set()
    assert sure(reads("Hoàng Thị Thu\nHòa đã đăng ký")) == set()
    assert sure(reads("Hoàng Thị Thu\nNguyễn Văn An")) == {"thu", "an"}


def test_the_unit_below_a_name_is_not_that_of_the_next(reads):
    cards = f"Họ tên: Đỗ Thị Hòa\nĐơn vị: {OFFICE}\nHọ tên: Lê Thị Lan\nĐơn vị: {CLINIC}"
    assert sure(reads(cards)) == {"hoa", "lan2"}
    assert sure(reads(f"Phạm Đức Cường\n{SCHOOL}\nLê Thị Lan\n{CLINIC}")) == {"cuong"}
    headed = f"Đơn vị: {SCHOOL}\n1. Lê Thị Lan\nĐơn vị: {CLINIC}\n1. Lê Thị Lan"
    assert sure(reads(headed)) == {"lan1", "lan2"}


@pytest.mark.parametrize(
    "text", ["Hòa, Cường", "Xong: Hòa; Cường", "a Cường, e Hòa", "Đ.T.Hòa, Cường"]
)
def test_given_names_are_shown_and_never_sure(reads, text):
    found = reads(text)
    assert found[Standing.SURE] == []
    assert asked(found) >= {"hoa", "cuong"}


@pytest.mark.parametrize("text", ["cô Lan TYT", "c Lan trạm y tế", "Trạm y tế: Lan", "Lan (TYT)"])
def test_a_given_name_with_a_unit_is_looked_for_there(reads, text):
    assert reads(text)[Standing.UNCERTAIN] == [{"lan2"}]


def test_who_sends_a_message_of_others_is_no_less_sure_in_the_list(reads):
    found = reads("[08:13, 8/6/2026] Nguyễn Văn An: em gửi ds:\n1. Nguyễn Văn An\n2. Đỗ Thị Hòa")
    assert sure(found) == {"an", "hoa"}
