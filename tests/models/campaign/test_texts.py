"""The texts for the head of a unit and for the chairman, and the words of the log."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from models.campaign.chairman_text import Chairman, chairman_text
from models.campaign.due import units_behind
from models.campaign.terms import ReminderTerms
from models.campaign.unit_text import UnitCase, unit_messages, unit_text
from models.campaign.words import (
    MarkWords,
    gain_words,
    mark_words,
    reminder_words,
    signed_gain,
)
from models.records import (
    Contact,
    Contest,
    Figures,
    Person,
    Stage,
    Unit,
    UnitFigures,
    UnitKind,
)
from models.records.reminders import Addressee, Gain, Reminder, ReminderWay, UnitCounts

NOW = datetime(2026, 6, 9, 14, 5)
STAGE = Stage(1, "Nâng cao năng lực", date(2026, 5, 28), date(2026, 6, 11), date(2026, 6, 10))
CONTEST = Contest(1, "ai", "Ứng dụng AI", "AI", "OneTouch", "https://vi.du/khoa", 100, (STAGE,))
TERMS = ReminderTerms(CONTEST, STAGE)
HEAD = Contact("head", "Lê Thị Bình", "Hiệu trưởng", "0912000002")
SCHOOL = Unit(7, "u", "Trường THCS Ban Mai", UnitKind.SCHOOL, None, 0, contacts=(HEAD,))
COUNTS = UnitCounts(35, 12, 4)
AN = Person(1, "a", "Trần Văn An", 7, SCHOOL.name, phone="0912330118", position="Giáo viên")
CUC = Person(2, "c", "Phạm Thị Cúc", 7, SCHOOL.name, registered_on=date(2026, 6, 2))


def before(number=2, counts=(35, 9, 3), to=Addressee.HEAD, way=ReminderWay.ZALO, day=8):
    at = datetime(2026, 6, day, 9, 30)
    return Reminder(
        number, 7, SCHOOL.name, 1, number, at, "", way, to, HEAD.name, "", UnitCounts(*counts)
    )


def test_the_head_gets_the_figures_the_names_and_the_deadline():
    case = UnitCase(SCHOOL, COUNTS, (AN, CUC), before())
    assert unit_text(case, TERMS, NOW) == (
        "Kính gửi đồng chí Lê Thị Bình, Hiệu trưởng Trường THCS Ban Mai,\n"
        "Về Cuộc thi “Ứng dụng AI”, Chặng 1 (Nâng cao năng lực): đến 14 giờ 05 ngày 09/06/2026, "
        "Trường THCS Ban Mai có 35 người phải tham gia, đã đăng ký 12 (34,3%), "
        "đã hoàn thành 4 (11,4%).\n"
        "Đây là lần nhắc thứ 3; từ lần trước (08/6) đơn vị thêm 3 người đăng ký, "
        "1 người hoàn thành.\n"
        "\n"
        "Chưa đăng ký (1 người):\n"
        "1. Trần Văn An\n"
        "Đã đăng ký, chưa hoàn thành (1 người):\n"
        "1. Phạm Thị Cúc\n"
        "\n"
        "Đề nghị đồng chí chỉ đạo các đồng chí có tên trên thực hiện chậm nhất hết ngày 10/06/2026 "
        "(hạn chung của Cuộc thi: hết ngày 11/06/2026).\n"
        "Địa chỉ tham gia: https://vi.du/khoa\n"
        "Nếu đã thực hiện, xin báo lại để cập nhật. Trân trọng cảm ơn!"
    )


def test_nothing_private_is_told_and_a_first_reminder_says_nothing_of_others():
    text = unit_text(UnitCase(SCHOOL, COUNTS, (AN, CUC)), TERMS, NOW)
    assert "lần nhắc" not in text
    assert "0912" not in text
    assert "Giáo viên" not in text


def test_one_mark_is_called_as_the_contest_calls_it():
    contest = replace(CONTEST, one_mark=True, completed_word="Đã kích hoạt chữ ký số")
    terms = TERMS._replace(contest=contest)
    text = unit_text(UnitCase(SCHOOL, COUNTS, (AN, CUC), before()), terms, NOW)
    assert "35 người phải tham gia, đã kích hoạt chữ ký số 4 (11,4%)." in text
    assert "Chưa kích hoạt chữ ký số (2 người):\n1. Trần Văn An\n2. Phạm Thị Cúc" in text
    assert "thêm 1 người kích hoạt chữ ký số" in text
    assert "đăng ký" not in text


def test_who_took_part_without_passing_is_told_apart():
    failed = replace(CUC, id=3, name="Vũ Văn Dũng", failed_on=date(2026, 6, 5))
    text = unit_text(UnitCase(SCHOOL, COUNTS, (AN, CUC, failed)), TERMS, NOW)
    assert "Đã đăng ký, chưa hoàn thành (1 người):\n1. Phạm Thị Cúc\n" in text
    assert "Đã thi, chưa đạt (1 người):\n1. Vũ Văn Dũng\n" in text


def crowd(count):
    return tuple(replace(AN, id=at, name=f"Nguyễn Thị Hoa {at:03d}") for at in range(count))


@pytest.mark.parametrize("count", [60, 90, 150, 400])
def test_a_long_list_is_cut_and_the_rest_counted(count):
    text = unit_text(UnitCase(SCHOOL, COUNTS, (*crowd(count), CUC)), TERMS, NOW)
    assert len(text) <= 2_000
    shown = text.count("Hoa ")
    assert f"Chưa đăng ký ({count} người):" in text
    assert (f"… và {count - shown} người khác" in text) is (shown < count)
    assert shown >= 40
    assert "Đã đăng ký, chưa hoàn thành (1 người)" in text


def test_or_all_names_come_in_parts_that_each_stand_alone():
    parts = unit_messages(UnitCase(SCHOOL, COUNTS, (*crowd(200), CUC)), TERMS, NOW)
    assert len(parts) > 2
    assert all(len(part) <= 2_000 for part in parts)
    assert sum(part.count("Hoa ") for part in parts) == 200
    for at, part in enumerate(parts, start=1):
        assert part.startswith(f"({at}/{len(parts)}) Kính gửi đồng chí Lê Thị Bình")
        assert "10/06/2026" in part
    assert len(unit_messages(UnitCase(SCHOOL, COUNTS, (AN,)), TERMS, NOW)) == 1


def test_the_chairman_is_told_of_the_units_their_heads_and_how_it_went():
    figures = Figures(NOW.date(), 532, 24, 0, 0, (UnitFigures(7, SCHOOL.name, None, 35, 10, 3),))
    log = (before(1, (35, 9, 3), day=7), before(2, (35, 9, 3)))
    due = units_behind(figures, log, NOW.date(), TERMS)
    assert due[0].escalate
    chairman = Chairman("Chủ tịch UBND xã Kẻ Sặt", "Phạm Đức Thuận")
    text = chairman_text(chairman, due, {7: SCHOOL}, log, figures, TERMS, NOW)
    assert text == (
        "Kính gửi đồng chí Phạm Đức Thuận, Chủ tịch UBND xã Kẻ Sặt,\n"
        "Về Cuộc thi “Ứng dụng AI”, Chặng 1 (Nâng cao năng lực): đến 14 giờ 05 ngày 09/06/2026, "
        "toàn xã có 532 người phải tham gia, đã đăng ký 24 (4,5%), đã hoàn thành 0 (0%).\n"
        "Các đơn vị sau đây đã được đôn đốc nhưng kết quả chuyển biến chậm:\n"
        "1. Trường THCS Ban Mai (Hiệu trưởng: Lê Thị Bình): 35 người, đã đăng ký 10 (28,6%), "
        "đã hoàn thành 3 (8,6%); đã nhắc 2 lần (07/6, 08/6), từ lần đầu thêm 1 người đăng ký.\n"
        "Kính đề nghị đồng chí cho ý kiến chỉ đạo để các đơn vị trên thực hiện chậm nhất hết ngày "
        "10/06/2026 (hạn chung của Cuộc thi: hết ngày 11/06/2026).\n"
        "Trân trọng báo cáo!"
    )
    nameless = chairman_text(chairman._replace(name=""), due, {7: SCHOOL}, log, figures, TERMS, NOW)
    late = chairman_text(
        chairman, due, {7: SCHOOL}, log, figures, TERMS, datetime(2026, 6, 12, 8, 0)
    )
    assert "nay đã qua. Kính đề nghị đồng chí cho ý kiến chỉ đạo để các đơn vị trên" in late
    assert nameless.startswith("Kính gửi đồng chí Chủ tịch UBND xã Kẻ Sặt,\n")


def test_many_units_are_cut_for_the_chairman_too():
    units = {at: replace(SCHOOL, id=at, name=f"Trường Tiểu học số {at}") for at in range(1, 115)}
    lines = tuple(UnitFigures(at, each.name, None, 35, 0, 0) for at, each in units.items())
    figures = Figures(NOW.date(), 4000, 0, 0, 0, lines)
    log = tuple(replace(before(day=5), id=at, unit_id=at) for at in units)
    due = units_behind(figures, log, NOW.date(), TERMS)
    chairman = Chairman("Chủ tịch UBND xã Kẻ Sặt")
    text = chairman_text(chairman, due, units, log, figures, TERMS, NOW)
    assert len(text) <= 2_000
    shown = text.count("Trường Tiểu học")
    assert f"… và {114 - shown} đơn vị khác" in text


@pytest.mark.parametrize(
    ("reminder", "words"),
    [
        (replace(before(3), at=NOW), "nhắc lần 3, 09/6 14:05"),
        (replace(before(1), at=datetime(2027, 2, 5, 8, 0)), "nhắc lần 1, 05/02 08:00"),
        (replace(before(1, to=Addressee.CHAIRMAN), at=NOW), "báo cáo Chủ tịch lần 1, 09/6 14:05"),
    ],
)
def test_the_line_of_the_log(reminder, words):
    assert reminder_words(reminder) == words


@pytest.mark.parametrize(
    ("gain", "words", "signed"),
    [
        (Gain(3, 1), "thêm 3 người đăng ký, 1 người hoàn thành", "+3 đăng ký, +1 hoàn thành"),
        (Gain(0, 0), "chưa có thêm ai", "chưa thay đổi"),
        (
            Gain(2, -1),
            "thêm 2 người đăng ký, bớt 1 người hoàn thành",
            "+2 đăng ký, −1 hoàn thành",
        ),
    ],
)
def test_what_has_come_of_it(gain, words, signed):
    assert gain_words(gain, MarkWords()) == words
    assert signed_gain(gain, MarkWords()) == signed
    assert mark_words(CONTEST) == MarkWords()
