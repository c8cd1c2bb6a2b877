"""What one status cell says: done, not done, or to be decided; never a mark on a guess."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from models.intake.grid import Cell
from models.intake.shape.status_words import polarities
from models.intake.shape.statuses import NOTHING, StatusAsked, StatusSaid, judge_status
from models.records import Mark

TODAY = date(2026, 6, 8)
STATUS = StatusAsked(about_completion=True, named=False, today=TODAY)
COMPLETED = STATUS._replace(named=True)
REGISTERED = StatusAsked(about_completion=False, named=True, today=TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "Hoàn thành (không đạt)",
        "Đã thi, trượt",
        "Hoàn thành: Không",
        "Đã hoàn thành nhưng chưa đạt",
        "Đã thi - không đạt",
        "Đã làm bài, phải thi lại",
        "Đã nộp bài; bị hủy kết quả",
        "Hoàn thành một phần",
        "Đã hoàn thành (chưa được công nhận)",
        "Chưa (hoàn thành)",
        "Đạt 4/10",
        "Đạt 4/10 điểm",
        "Hoàn thành, 45/100",
        "Đạt 0 điểm",
        "Đã hoàn thành 3/5 bài",
        "Completed (failed)",
        "Hoàn thành khám sức khỏe",
        "Đã hoàn thành lớp bồi dưỡng",
        "Đã hoàn thành 31/12/2026",
    ],
)
def test_a_pass_beside_a_failure_completes_nobody_and_is_asked(text: str) -> None:
    said = judge_status(text, STATUS)
    assert said.completed is False
    assert Mark.COMPLETED in said.asked
    assert said.doubt


@pytest.mark.parametrize(
    "text",
    [
        "Đã đăng ký nhưng bị từ chối",
        "Đã đăng ký, chờ duyệt",
        "Đã đăng ký (bị hủy)",
        "Đăng ký: Chưa",
        "Đã đăng ký, xin rút",
        "Đã đăng ký không thành công",
        "Đã đăng ký hiến máu",
        "Đã tham gia tập huấn",
        "Đã đăng ký tạm trú",
    ],
)
def test_a_registration_that_was_refused_or_is_of_other_things_is_asked(text: str) -> None:
    said = judge_status(text, REGISTERED)
    assert not said.registered
    assert said.asked == (Mark.REGISTERED,)


@pytest.mark.parametrize(
    ("text", "registered", "completed"),
    [
        ("Đã hoàn thành", None, True),
        ("Hoàn thành xuất sắc", None, True),
        ("Đã thi, đạt", None, True),
        ("Đạt 8/10", None, True),
        ("Đạt 85 điểm", None, True),
        ("Đã hoàn thành 5/5 bài", None, True),
        ("Đã nộp bài lúc 8h30", None, True),
        ("Hoàn thành khóa học trên OneTouch", None, True),
        ("Đã đăng ký, chưa hoàn thành", True, False),
        ("Đã đăng ký, đã hoàn thành", True, True),
        ("Chưa hoàn thành", None, False),
        ("Không đạt", None, False),
        ("Trượt", None, False),
        ("Chưa đăng ký", False, None),
        ("Hoàn thành 80%", None, False),
        ("x", None, True),
        ("Không", None, False),
    ],
)
def test_words_that_agree_are_taken(
    text: str, registered: bool | None, completed: bool | None
) -> None:
    said = judge_status(text, STATUS)
    assert (said.registered, said.completed, said.asked) == (registered, completed, ())


@pytest.mark.parametrize(
    "cell",
    [
        "Nghỉ thai sản đến 30/9/2026",
        "Nghỉ hưu từ 01/5/2026",
        "Hợp đồng đến 31/12/2026",
        "Đi công tác 5/6",
        "Chuyển công tác 01/6/2026",
        "Biệt phái từ 02/3/2026",
        "Sinh ngày 02/04/1985",
        "Đang công tác",
        "Họp ngày 05/6/2026",
    ],
)
def test_a_day_beside_other_words_marks_nobody(cell: str) -> None:
    assert judge_status(cell, STATUS) == judge_status(cell, REGISTERED) == NOTHING


@pytest.mark.parametrize("cell", ["05/6/2026", date(2026, 6, 5), datetime(2026, 6, 5, 8), "5/6/26"])
def test_a_lone_day_counts_only_under_a_title_that_marks(cell: Cell) -> None:
    day = date(2026, 6, 5)
    assert judge_status(cell, COMPLETED) == StatusSaid(completed=True, completed_on=day)
    assert judge_status(cell, REGISTERED) == StatusSaid(registered=True, registered_on=day)
    assert judge_status(cell, STATUS).asked == (Mark.COMPLETED,)
    assert judge_status(cell, STATUS).completed is None


@pytest.mark.parametrize(
    "text", ["Đã hoàn thành 05/6/2026", "Hoàn thành ngày 05/06/2026", "Đã thi (05/6/2026)"]
)
def test_the_day_beside_a_marking_word_is_its_day(text: str) -> None:
    assert judge_status(text, STATUS) == StatusSaid(completed=True, completed_on=date(2026, 6, 5))


@pytest.mark.parametrize(
    ("text", "mark", "passes"),
    [
        ("Đạt 45/100", 50.0, False),
        ("Đạt 55/100", 50.0, True),
        ("Đạt 4/10", 3.0, True),
        ("Đạt 8/10", 50.0, True),
        ("Đạt 4/10", 50.0, False),
        ("Hoàn thành, 6 điểm", 7.0, False),
        ("Hoàn thành, 7,5 điểm", 7.0, True),
    ],
)
def test_points_are_measured_by_the_pass_mark_of_the_contest(
    text: str, mark: float, passes: bool
) -> None:
    assert judge_status(text, STATUS._replace(pass_mark=mark)).completed is passes


@pytest.mark.parametrize(
    "text",
    [
        "Hoàn thành?",
        "Hoàn thành ???",
        "Hoàn thành (thi lại)",
        "Đã hoàn thành nhưng chưa có kết quả",
        "Hoàn thành, chờ xác nhận",
        "Đã thi, chưa có kết quả",
        "Đã hoàn thành (thi hộ)",
        "Hoàn thành phần 1",
        "Hoàn thành vòng 1",
        "Đã làm bài 2",
        "Đã nộp bài, bị lỗi",
        "Có lẽ đã hoàn thành",
        "Đã hoàn thành (bằng tài khoản người khác)",
        "Hoàn thành, phải xem lại",
        "Đã thi thử",
    ],
)
def test_a_yes_with_any_further_word_is_to_be_decided(text: str) -> None:
    said = judge_status(text, COMPLETED)
    assert (said.registered, said.completed) in {(None, False), (False, False)}
    assert Mark.COMPLETED in said.asked


@pytest.mark.parametrize(
    "text",
    [
        "Đã đăng ký (lỗi OTP)",
        "Đã đăng ký ???",
        "Đã đăng ký, quên mật khẩu",
        "Đã đăng ký nhưng hệ thống báo lỗi",
        "Nghe nói đã đăng ký",
        "Đăng ký nhầm tài khoản",
        "Đăng ký trùng",
    ],
)
def test_a_registration_with_any_further_word_is_to_be_decided(text: str) -> None:
    assert judge_status(text, REGISTERED).asked == (Mark.REGISTERED,)
    assert judge_status(text, REGISTERED).registered is False


@pytest.mark.parametrize(
    "text",
    ["Đang chờ duyệt", "Bị hủy kết quả", "Vi phạm quy chế", "Phải thi lại", "Bị từ chối đăng ký"],
)
def test_a_no_that_is_disputed_marks_nobody_and_is_told(text: str) -> None:
    said = judge_status(text, STATUS)
    assert True not in {said.registered, said.completed}
    assert said.doubt


@pytest.mark.parametrize(
    "text", ["Chưa", "Chưa hoàn thành", "Chưa nộp bài", "Sẽ đăng ký", "Đang làm bài", "Thi trượt"]
)
def test_a_plain_no_is_not_told(text: str) -> None:
    assert not judge_status(text, STATUS).doubt


@pytest.mark.parametrize(
    "text",
    [
        "Chưa đăng ký / Đã đăng ký",
        "Đã đăng ký / Chưa đăng ký",
        "Chưa hoàn thành/Đã hoàn thành",
        "chua dang ky - da dang ky",
        "Chưa đăng ký hay đã đăng ký",
    ],
)
def test_a_cell_with_both_answers_of_a_form_is_asked(text: str) -> None:
    said = judge_status(text, STATUS)
    assert said.asked
    assert True not in (said.registered, said.completed)


@pytest.mark.parametrize(
    "text",
    ["Chưa học", "Chưa bắt đầu", "Đang tiến hành", "Chưa nộp", "Chưa vào thi", "Đang ôn tập"],
)
def test_what_platforms_say_of_who_is_not_done_is_a_plain_no(text: str) -> None:
    assert judge_status(text, STATUS) == StatusSaid(completed=False)


@pytest.mark.parametrize("text", ["Not completed", "Not yet completed", "Not finished"])
def test_an_english_no_is_a_plain_no(text: str) -> None:
    assert judge_status(text, STATUS) == StatusSaid(completed=False)


@pytest.mark.parametrize("text", ["Cán bộ đã đăng ký", "can bo dang ky", "Cán bộ đăng ký tham gia"])
def test_cadres_are_not_a_need(text: str) -> None:
    """ "cần" denies what follows; "cán bộ" without its marks reads alike and denies nothing."""
    assert polarities(text) == (frozenset({True}), frozenset())
    assert polarities("cần đăng ký")[0] == {False}
