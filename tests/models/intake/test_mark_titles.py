"""A column marks people only when its title is about this contest."""

from __future__ import annotations

from datetime import datetime

import pytest

from models.intake.grid import Cell, GridRow, Sheet, Workbook
from models.intake.shape.fields import Field
from models.intake.shape.find import find_tables
from models.intake.shape.mark_titles import mark_title
from models.intake.shape.records import TableGuess
from models.intake.unread_columns import told_unread
from tests.models.intake.workbooks import AN, BINH

HEAD = ("STT", "Họ và tên", "Số điện thoại", "Đơn vị")
STARTED, ENDED = datetime(2026, 6, 5, 8, 1), datetime(2026, 6, 5, 8, 3)

OTHER_MATTERS = """
    Đăng ký hiến máu; Đăng ký khám sức khỏe; Đăng ký thường trú; Đăng ký tạm trú; Đăng ký kết hôn;
    Hoàn thành nghĩa vụ quân sự; Hoàn thành kê khai tài sản; Tham gia lớp bồi dưỡng;
    Tham gia bảo hiểm xã hội; Hoàn thành tiêm chủng; Đăng ký chữ ký số; Kết quả thi đua;
    Đăng ký xe ô tô; Đăng ký học thạc sĩ; Đăng ký thi nâng ngạch; Đăng ký thi công chức;
    Tham gia dân quân tự vệ; Đăng ký mua bảo hiểm y tế; Kết quả xét nghiệm; Kết quả bầu cử;
    Đăng ký tài khoản VNeID; Tham gia công đoàn; Tham gia tập huấn; Đăng ký nghỉ phép;
    Hoàn thành nhiệm vụ; Mức độ hoàn thành; Tình trạng hôn nhân; Trạng thái sức khỏe;
    Ngày hoàn thành tập sự; Ngày đăng ký kết hôn; Kết quả khám; Đăng ký vé tàu; Kết quả toán;
    Tiến độ giải ngân; Marital status; Đăng ký ăn trưa; Kết quả đánh giá; Dang ky hien mau;
    ĐĂNG KÝ HIẾN MÁU; Đã đăng ký (hiến máu); Chưa đăng ký tạm trú; Không tham gia bảo hiểm;
    Điểm thi đua; Số lần hiến máu; Tham gia hội thi cắm hoa; Tham gia; Đã tham gia; Kết quả học tập;
    Kết quả học tập và rèn luyện; Anh/chị có đăng ký tham gia hiến máu không?; Tham gia (x)
"""
MARKS: dict[Field, str] = {
    Field.REGISTERED: """
        Đăng ký; Đã đăng ký; Tình trạng đăng ký; Đăng ký dự thi; Đăng ký tham gia; Đã đăng ký chưa?;
        Đăng ký (đánh dấu x); Đăng ký cuộc thi AI; Đăng ký tài khoản OneTouch; Đã/chưa đăng ký;
        Tham gia khóa học; Tham gia cuộc thi Ứng dụng AI trong thực thi nhiệm vụ của các cơ quan
        hành chính; Đăng ký dự thi Chặng 1: Nâng cao năng lực; Dang ky tham gia;
        Đăng ký trên hệ thống đào tạo trực tuyến; Đăng ký chặng 1; Kết quả đăng ký trên nền tảng;
        Anh/chị đã đăng ký tài khoản OneTouch chưa?; Bạn đã đăng ký chưa?; Thầy/cô có tham gia cuộc
        thi không?; Ông (bà) đã đăng ký dự thi chưa?
    """,
    Field.COMPLETED: """
        Hoàn thành; Đã hoàn thành; Kết quả; Trạng thái; Tiến độ; Hoàn thành khoá học (x);
        Hoàn thành bài thi; Đã hoàn thành bài kiểm tra chưa?; Hoàn thành vòng 2; Kết quả đợt 1;
        Tình trạng làm bài; Status; Đồng chí đã hoàn thành bài thi chưa?; Em đã thi chưa?
    """,
    Field.REGISTERED_ON: "Ngày đăng ký; Thời gian đăng ký; Ngày giờ đăng ký tham gia",
    Field.COMPLETED_ON: """
        Ngày hoàn thành; Ngày hoàn thành khóa học; Thời gian hoàn thành bài thi; Ngày thi chặng 1
    """,
    Field.NOT_REGISTERED: "Chưa đăng ký; Không tham gia; Chưa đăng ký tài khoản",
    Field.NOT_COMPLETED: "Chưa hoàn thành; Chưa làm bài; Chưa hoàn thành khóa học",
    Field.SCORE: "Điểm; Điểm thi; Điểm bài thi cao nhất",
    Field.ATTEMPTS: "Số lần thi; Số lượt",
    Field.FORM_TIME: """
        Thời gian hoàn thành; Thời gian bắt đầu; Giờ bắt đầu; Start time; Completion time;
        Timestamp; Dấu thời gian; Thời gian gửi biểu mẫu; Last modified time; Submission Date
    """,
    Field.EMPLOYMENT: "Tình trạng công tác; Trạng thái làm việc; Tình trạng việc làm",
}
NOTHING = "Họ và tên; Đơn vị; Thị trấn; Chứng chỉ; Thời gian làm bài; Ghi chú; Hiến máu"


def _each(text: str) -> list[str]:
    return [" ".join(part.split()) for part in text.split(";")]


@pytest.mark.parametrize("title", _each(OTHER_MATTERS))
def test_a_title_with_another_object_marks_nobody(title: str) -> None:
    assert mark_title((title,)) is Field.OTHER_MATTER


@pytest.mark.parametrize(
    ("title", "field"), [(title, field) for field, text in MARKS.items() for title in _each(text)]
)
def test_a_title_of_the_contest_keeps_its_meaning(title: str, field: Field) -> None:
    assert mark_title((title,)) is field


@pytest.mark.parametrize("title", _each(NOTHING))
def test_other_titles_are_left_to_others(title: str) -> None:
    assert mark_title((title,)) is None


@pytest.mark.parametrize(
    ("levels", "field"),
    [
        (("Hiến máu", "Đăng ký"), Field.OTHER_MATTER),
        (("Nghĩa vụ quân sự", "Hoàn thành"), Field.OTHER_MATTER),
        (("Khám sức khỏe", "Kết quả"), Field.OTHER_MATTER),
        (("Thi nâng ngạch", "Ngày thi"), Field.OTHER_MATTER),
        (("Kê khai tài sản", "Đã hoàn thành", "Có"), Field.OTHER_MATTER),
        (("Chặng 1", "Đã hoàn thành"), Field.COMPLETED),
        (("Cuộc thi AI", "Đăng ký"), Field.REGISTERED),
        (("Kết quả tham gia", "Ngày hoàn thành"), Field.REGISTERED_ON),
        (("Khóa học", "Thời gian hoàn thành"), Field.COMPLETED_ON),
    ],
)
def test_upper_rows_of_the_header_count(levels: tuple[str, ...], field: Field) -> None:
    assert mark_title(levels) is field


def _guess(extra: tuple[str, ...], *cells: tuple[Cell, ...]) -> TableGuess:
    people = [(1, *AN, "Trạm Y tế"), (2, *BINH, "Trạm Y tế")]
    rows: list[GridRow] = [(*HEAD, *extra)]
    rows += [(*person, *more) for person, more in zip(people, cells, strict=True)]
    (guess,) = find_tables(Workbook("a.xlsx", "0" * 64, "xlsx", (Sheet("DS", rows),)))
    return guess


def _fields(guess: TableGuess) -> list[Field]:
    return [column.field for column in guess.columns][len(HEAD) :]


def test_a_column_of_another_matter_is_told_with_its_letter_and_title() -> None:
    guess = _guess(("Đăng ký hiến máu",), ("x",), (None,))
    assert _fields(guess) == [Field.OTHER_MATTER]
    (told,) = told_unread([guess])
    assert (told.row, told.column, told.value) == (1, "E", "Đăng ký hiến máu")
    assert "không nhập" in told.reason


def test_the_column_can_be_chosen_by_hand_and_is_then_no_longer_told() -> None:
    guess = _guess(("Đăng ký hiến máu",), ("x",), (None,)).with_columns({4: Field.REGISTERED})
    assert _fields(guess) == [Field.REGISTERED]
    assert told_unread([guess]) == ()


@pytest.mark.parametrize(
    "title",
    [
        "Tham gia dân quân",
        "Đăng ký tài khoản dịch vụ công",
        "Tham gia tập huấn chuyển đổi số",
        "Đăng ký tài khoản",
        "Tham gia công đoàn",
        "Đã tham gia",
    ],
)
def test_a_title_that_sounds_like_a_mark_is_named_whatever_else_it_names(title: str) -> None:
    guess = _guess((title,), ("x",), (None,))
    assert [told.column for told in told_unread([guess])] == ["E"]
    assert not {Field.REGISTERED, Field.COMPLETED} & set(_fields(guess))


def test_a_second_column_of_one_meaning_is_named() -> None:
    guess = _guess(("Đăng ký", "Đăng ký học"), ("x", "x"), (None, None))
    assert [told.value for told in told_unread([guess])] == ["Đăng ký học"]


@pytest.mark.parametrize("answers", [("Rồi", "Chưa"), ("Có", "Không"), ("Đã đăng ký", "Chưa")])
def test_a_question_of_a_form_is_read(answers: tuple[str, str]) -> None:
    title = "Anh/chị đã đăng ký tài khoản OneTouch chưa?"
    guess = _guess((title,), *((answer,) for answer in answers))
    assert _fields(guess) == [Field.REGISTERED]


@pytest.mark.parametrize("title", ["Đăng ký bảo hiểm y tế", "Hoàn thành lớp lý luận chính trị"])
def test_a_column_of_private_matters_is_told_too(title: str) -> None:
    guess = _guess((title,), ("x",), (None,))
    assert [told.column for told in told_unread([guess])] == ["E"]


@pytest.mark.parametrize(
    ("titles", "cells"),
    [
        (("Thời gian bắt đầu", "Thời gian hoàn thành"), (STARTED, ENDED)),
        (("Start time", "Completion time"), (STARTED, ENDED)),
        (("Giờ bắt đầu", "Giờ hoàn thành"), (STARTED, ENDED)),
        (("Start time", "Completion time", "Điểm"), (STARTED, ENDED, 80)),
        (("Dấu thời gian",), (ENDED,)),
        (("Timestamp", "Điểm"), (ENDED, 90)),
        (("Thời gian hoàn thành",), (ENDED,)),
    ],
)
def test_the_times_of_a_form_are_told_and_no_days(
    titles: tuple[str, ...], cells: tuple[Cell, ...]
) -> None:
    guess = _guess(titles, cells, cells)
    times = [title for title in titles if title != "Điểm"]
    assert [told.value for told in told_unread([guess])] == times
    assert Field.COMPLETED_ON not in _fields(guess)


@pytest.mark.parametrize("beside", ["Điểm", "Đã đăng ký", "Tên đăng nhập", "Số lần thi"])
def test_a_lone_time_beside_results_is_the_day_of_the_contest(beside: str) -> None:
    guess = _guess((beside, "Thời gian hoàn thành"), ("1", ENDED), ("1", ENDED))
    assert _fields(guess)[1] is Field.COMPLETED_ON
    assert told_unread([guess]) == ()
