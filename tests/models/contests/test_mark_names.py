"""What the marks of a contest are called: the usual words, or those of its own, and one mark only."""

from __future__ import annotations

from models.contests.mark_names import USUAL_NAMES, MarkNames, mark_names
from models.records import STATUS_NAMES, Mark, Status
from models.records.person_columns import DAY_TITLES, PERSON_TITLES

SIGNED = MarkNames("", "Đã kích hoạt chữ ký số", one=True)
ESSAYS = MarkNames("đã nộp bài", "bài được chấm")


def test_without_a_contest_and_without_words_the_usual_ones_hold():
    assert mark_names(None) is USUAL_NAMES
    assert {each: USUAL_NAMES.status(each) for each in Status} == STATUS_NAMES
    assert USUAL_NAMES.column_titles() == {
        name: PERSON_TITLES[name] for name in ("registered_on", "completed_on")
    }
    assert USUAL_NAMES.day_title(Mark.COMPLETED) == DAY_TITLES["completed_on"]
    assert (USUAL_NAMES.done(Mark.FAILED), USUAL_NAMES.deed(Mark.FAILED)) == (
        "đã thi, chưa đạt",
        "thi chưa đạt",
    )
    assert USUAL_NAMES.columns_left_out == ()


def test_one_mark_of_its_own():
    assert SIGNED.counted == (Mark.COMPLETED,)
    assert SIGNED.done(Mark.COMPLETED) == "đã kích hoạt chữ ký số"
    assert SIGNED.undone(Mark.COMPLETED) == "chưa kích hoạt chữ ký số"
    assert SIGNED.title(Mark.COMPLETED) == "Kích hoạt chữ ký số"
    assert SIGNED.day_title(Mark.COMPLETED) == "Ngày kích hoạt chữ ký số"
    assert SIGNED.status(Status.NOT_COMPLETED) == "Chưa kích hoạt chữ ký số"
    assert not {Status.REGISTERED, Status.NOT_REGISTERED} & set(SIGNED.statuses)
    assert SIGNED.columns_left_out == ("registered_on",)


def test_two_marks_of_its_own_and_a_word_that_is_no_deed():
    assert ESSAYS.status(Status.REGISTERED) == "Đã nộp bài"
    assert ESSAYS.status(Status.NOT_REGISTERED) == "Chưa nộp bài"
    assert ESSAYS.deed(Mark.COMPLETED) == "bài được chấm"
    assert ESSAYS.counted == (Mark.REGISTERED, Mark.COMPLETED)
