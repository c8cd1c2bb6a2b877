"""What the overview says: deadlines ahead, today and passed, no contest, everybody done."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from models.records import Contest, Figures, Stage, Status, UnitFigures
from reports.catalog import KINDS
from ui.calls.figures import Look
from ui.pages.overview_curve import curve_of
from ui.pages.overview_tasks import tasks_of
from ui.pages.overview_words import as_of_line, next_deadline, pace_words, title_of

DAY = date(2026, 6, 8)
FIRST = Stage(1, "Nâng cao năng lực", date(2026, 5, 28), date(2026, 6, 11), date(2026, 6, 10))
SECOND = Stage(2, "Chuyển đổi đột phá", date(2026, 6, 12), date(2026, 6, 20))
CONTEST = Contest(1, "ai", "Ứng dụng AI", "Ứng dụng AI 2026", "", "", 100, (FIRST, SECOND))


def figures(registered=24, total=532, completed=11):
    units = (
        UnitFigures(1, "Phòng Kinh tế", None, total - 20, registered, completed),
        UnitFigures(2, "Trạm Y tế xã", None, 20, 0, 0),
    )
    return Figures(DAY, total, registered, completed, 0, units)


def look(**changes):
    days = tuple((DAY - timedelta(days=ago), 24 - ago, 11) for ago in range(5, -1, -1))
    base = Look(DAY, DAY, figures(), CONTEST, FIRST, days, 0, 0)
    made = replace(base, **changes)
    return replace(made, stage=made.contest.stage_on(made.day) if made.contest else None)


def with_deadline(own):
    return replace(CONTEST, stages=(replace(FIRST, internal_ends_on=own), SECOND))


def test_title_names_contest_and_stage():
    assert title_of(CONTEST, FIRST) == "Cuộc thi Ứng dụng AI 2026 · Chặng 1 – Nâng cao năng lực"
    only = replace(CONTEST, stages=(FIRST,))
    assert title_of(only, FIRST) == "Cuộc thi Ứng dụng AI 2026"
    assert title_of(None, None) == "Danh sách của xã"


def test_as_of_line_names_both_deadlines():
    assert as_of_line(look(), datetime(2026, 6, 8, 17, 0)) == (
        "Số liệu đến 17 giờ 00 ngày 08/06/2026 · Hạn của xã 10/06 (còn 2 ngày) · "
        "Hạn của thành phố 11/06 (còn 3 ngày)"
    )


def test_as_of_a_past_day_says_the_end_of_it():
    words = as_of_line(look(day=date(2026, 6, 1)), datetime(2026, 6, 8, 17, 0))
    assert words.startswith("Số liệu đến hết ngày 01/06/2026")


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 6, 10), "Hạn của xã 10/06 (hôm nay)"),
        (date(2026, 6, 11), "Hạn của xã 10/06 (đã quá 1 ngày)"),
        (date(2026, 5, 20), "Bắt đầu 28/05/2026"),
    ],
)
def test_deadlines_today_passed_and_not_begun(day, words):
    assert words in as_of_line(look(day=day), datetime.combine(day, datetime.min.time()))


def test_no_contest_is_said():
    assert "Chưa chọn cuộc thi" in as_of_line(look(contest=None), datetime(2026, 6, 8, 9, 0))
    assert pace_words(look(contest=None)).figure == "–"


def test_pace_to_the_communes_deadline():
    words = pace_words(look())
    assert words.title == "Để đạt 100% đăng ký đúng hạn của xã"
    assert (words.figure, words.unit) == ("254", "người/ngày, còn 508 người")
    assert words.below == (
        "3 ngày qua: 1 người/ngày; theo tốc độ này đến 29/10/2027 mới đạt 100%. "
        "Hoàn thành: 261 người/ngày, còn 521 người chưa hoàn thành"
    )
    assert words.urgent


def test_without_an_own_deadline_the_citys_counts():
    words = pace_words(look(contest=with_deadline(None)))
    assert (words.title, words.figure) == ("Để đạt 100% đăng ký đúng hạn của thành phố", "170")


def test_once_the_own_deadline_has_passed_the_citys_counts():
    words = pace_words(look(contest=with_deadline(date(2026, 6, 7))))
    assert (words.title, words.figure) == ("Để đạt 100% đăng ký đúng hạn của thành phố", "170")


def test_on_the_last_day_everybody_is_due_today():
    words = pace_words(look(day=date(2026, 6, 10)))
    assert (words.figure, words.unit) == ("508", "người phải đăng ký hôm nay")


def test_after_the_deadline_no_pace_is_promised():
    words = pace_words(look(day=date(2026, 6, 15)))
    assert (words.title, words.figure, words.unit) == (
        "Đã hết hạn 11/06/2026",
        "508",
        "người chưa đăng ký",
    )


def test_everybody_done_needs_no_pace():
    words = pace_words(look(figures=figures(registered=532, completed=532)))
    assert (words.figure, words.below) == ("Đạt", "Đã đủ 100% đăng ký và hoàn thành.")
    assert not words.urgent


@pytest.mark.parametrize("completed", [0, 11, 400, 531])
def test_nothing_is_reached_while_people_have_not_completed(completed):
    words = pace_words(look(figures=figures(registered=532, completed=completed)))
    left = 532 - completed
    assert words.title == "Để đạt 100% hoàn thành đúng hạn của xã"
    assert (words.figure, words.urgent) == (str(-(-left // 2)), True)
    assert words.unit == f"người/ngày, còn {left} người"


def test_after_the_deadline_those_who_have_not_completed_are_counted():
    done = figures(registered=532, completed=500)
    words = pace_words(look(day=date(2026, 6, 15), figures=done))
    assert (words.figure, words.unit, words.urgent) == ("32", "người chưa hoàn thành", True)


def test_registering_fast_enough_is_urgent_while_completing_is_not():
    days = tuple((DAY - timedelta(days=ago), 530 - 2 * ago, 11) for ago in range(5, -1, -1))
    words = pace_words(look(figures=figures(registered=530), days=days))
    assert (words.figure, words.urgent) == ("1", True)
    assert "Hoàn thành: 261 người/ngày" in words.below


def test_a_target_that_is_reached_names_who_is_left():
    contest = replace(CONTEST, target=90)
    words = pace_words(look(contest=contest, figures=figures(registered=500, completed=480)))
    assert words.figure == "Đạt"
    assert words.below == "Đã đủ 90% đăng ký và hoàn thành, còn 52 người chưa hoàn thành."


def test_with_nobody_to_take_part_nothing_is_reached():
    assert pace_words(look(figures=Figures(DAY, 0, 0, 0, 3))).figure == "–"


def test_days_before_the_stage_do_not_slow_the_pace():
    begun = replace(FIRST, starts_on=date(2026, 6, 7))
    days = tuple((DAY - timedelta(days=ago), count, 0) for ago, count in enumerate((24, 12, 0, 0)))
    words = pace_words(
        look(contest=replace(CONTEST, stages=(begun, SECOND)), days=tuple(reversed(days)))
    )
    assert words.below.startswith("3 ngày qua: 12 người/ngày")


def test_tasks_lead_to_the_names_behind_them():
    tasks = {task.verb: task for task in tasks_of(look(without_phone=9, empty_units=3))}
    assert tasks["Xem danh sách"].text == "1 đơn vị chưa có ai đăng ký"
    assert tasks["Xem danh sách"].what.unit_ids == frozenset({2})
    assert tasks["Xem danh sách"].what.statuses == frozenset({Status.NOT_REGISTERED})
    assert tasks["Bổ sung"].what.without_phone
    assert tasks["Bổ sung"].text == "9 người chưa có số điện thoại"
    lists = [task for task in tasks_of(look()) if task.verb == "Lập danh sách"]
    assert [(task.text, task.what) for task in lists] == [
        ("Còn 3 ngày, 508 người chưa đăng ký", "not-registered"),
        ("Còn 3 ngày, 521 người chưa hoàn thành", "not-completed"),
    ]


def test_units_where_nobody_has_completed_are_a_task():
    units = (UnitFigures(7, "Trạm Y tế xã", None, 20, 20, 0),)
    whole = Figures(DAY, 20, 20, 0, 0, units)
    (task,) = [task for task in tasks_of(look(figures=whole)) if task.page == "roster"]
    assert task.text == "1 đơn vị đã đăng ký nhưng chưa có ai hoàn thành"
    assert (task.what.unit_ids, task.urgent) == (frozenset({7}), True)
    assert task.what.statuses == frozenset({Status.NOT_COMPLETED})


def test_tasks_ask_for_the_missing_deadline():
    assert "Đặt hạn" not in [task.verb for task in tasks_of(look())]
    found = tasks_of(look(contest=with_deadline(None)))
    assert ("Đặt hạn", "data", "deadline") in [(t.verb, t.page, t.what) for t in found]


def test_urgent_tasks_stand_first():
    urgent = [task.urgent for task in tasks_of(look(without_phone=9))]
    assert urgent == sorted(urgent, reverse=True)


def test_when_everything_is_done_and_over_nothing_is_left_to_do():
    whole = Figures(DAY, 5, 5, 5, 0, (UnitFigures(1, "A", None, 5, 5, 5, head="Lê Văn Bình"),))
    assert tasks_of(look(day=date(2026, 7, 1), figures=whole)) == ()


def test_the_curve_leads_to_the_next_deadline():
    curve = curve_of(look())
    assert curve.goal == (date(2026, 6, 10), 532)
    assert [day for day, _ in curve.deadlines] == [date(2026, 6, 10), date(2026, 6, 11)]
    assert curve_of(look(day=date(2026, 6, 15))).goal is None
    assert curve.goal_begins == 24
    assert curve_of(look(figures=figures(registered=532))).goal_begins == 11


def test_tasks_ask_for_documents_that_exist():
    codes = {kind.code for kind in KINDS}
    found = tasks_of(look(contest=with_deadline(None)))
    assert {task.what for task in found if task.page == "reports"} <= codes


def test_who_stands_twice_is_a_task_that_leads_to_merging():
    (task,) = [task for task in tasks_of(look(twins=2)) if task.page == "command"]
    assert (task.text, task.what) == ("2 người có hai mục trong danh sách", "duplicates")
    assert not [task for task in tasks_of(look()) if task.page == "command"]


SIGNING = replace(CONTEST, one_mark=True, completed_word="đã kích hoạt chữ ký số")


def test_one_mark_alone_is_called_by_its_word_everywhere():
    made = look(contest=SIGNING)
    said = pace_words(made)
    assert said.title == "Để đạt 100% kích hoạt chữ ký số đúng hạn của xã"
    assert "đăng ký" not in f"{said.title} {said.unit} {said.below}"
    texts = [task.text for task in tasks_of(made)]
    assert any("chưa kích hoạt chữ ký số" in each for each in texts)
    assert not any("đăng ký" in each for each in texts)
    curve = curve_of(made)
    assert (curve.completing, curve.top) == (True, 15)


def test_the_deadline_and_the_pace_are_those_of_the_stage_that_is_worked_on():
    second = replace(CONTEST, stage=SECOND.number)
    assert next_deadline(second, DAY) == (SECOND.ends_on, "hạn của thành phố")
