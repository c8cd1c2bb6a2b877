"""What is said of a contest that is over: when it ended, and what its result was."""

from __future__ import annotations

from datetime import date

from models.contests.stage_status import is_over, last_day
from models.contests.wording import mark_word
from models.records import Contest, Mark
from models.text.formats import number, percent, short_date


def ending_words(contest: Contest, today: date, completed: int, total: int) -> str:
    """ "Đã kết thúc ngày 25/06/2026 · 529/532 hoàn thành (99,4%)"; "" while it runs.

    `completed` of `total` is its result as of its last day.
    """
    if not is_over(contest, today):
        return ""
    if contest.closed_on is not None:
        ended = f"Đã đóng ngày {short_date(contest.closed_on)}"
    else:
        ended = f"Đã kết thúc ngày {short_date(last_day(contest))}"
    return f"{ended} · {completed_words(contest, completed, total)}"


def completed_words(contest: Contest, completed: int, total: int) -> str:
    """ "529/532 hoàn thành (99,4%)"; of nobody "chưa có ai thuộc đối tượng"."""
    if not total:
        return "chưa có ai thuộc đối tượng"
    word = mark_word(Mark.COMPLETED, contest)
    done = word.removeprefix("Đã ") if not contest.completed_word else word
    rate = percent(completed, total)
    return f"{number(completed)}/{number(total)} {done[0].lower()}{done[1:]} ({rate})"


def result_day(contest: Contest, today: date) -> date:
    """The day as of which the result is counted: the last one of the contest, or today."""
    return min(filter(None, (last_day(contest), contest.closed_on, today)))
