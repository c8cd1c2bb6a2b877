"""Reminders in words: which one it was and when, what has come of it, figures in a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from models.contests.wording import mark_word, marks_counted
from models.records import Contest, Mark
from models.records.reminders import WAY_NAMES, Addressee, Gain, Reminder, UnitCounts
from models.text.formats import number, percent

NOTHING_NEW = "chưa có thêm ai"
NO_CHANGE = "chưa thay đổi"


class MarkWords(NamedTuple):
    """What the two marks of a contest are called; the first is "" where only one is counted."""

    registered: str = "đã đăng ký"
    completed: str = "đã hoàn thành"

    @property
    def done(self) -> tuple[str, str]:
        """The same as what is done: "đăng ký", "hoàn thành"."""
        return self.registered.removeprefix("đã "), self.completed.removeprefix("đã ")


def mark_words(contest: Contest) -> MarkWords:
    """The words of a contest, the usual ones where it has none of its own."""
    counted = marks_counted(contest)
    both = (Mark.REGISTERED, Mark.COMPLETED)
    words = (mark_word(each, contest) if each in counted else "" for each in both)
    return MarkWords(*(each[:1].lower() + each[1:] for each in words))


def short_day(day: date) -> str:
    """ "09/6", as in a message; January and February get their zero, as decree 30/2020 has it."""
    return f"{day.day:02d}/{day.month:02d}" if day.month <= 2 else f"{day.day:02d}/{day.month}"


def moment_words(at: datetime) -> str:
    """ "14 giờ 05 ngày 09/06/2026"."""
    return f"{at:%H} giờ {at:%M} ngày {at:%d/%m/%Y}"


def reminder_words(reminder: Reminder) -> str:
    """ "nhắc lần 3, 09/6 14:05"; to the chairman "báo cáo Chủ tịch lần 1, 09/6 14:05"."""
    chairman = reminder.to is Addressee.CHAIRMAN
    deed = "báo cáo Chủ tịch" if chairman else "nhắc"
    return f"{deed} lần {reminder.number}, {short_day(reminder.day)} {reminder.at:%H:%M}"


def addressee_words(reminder: Reminder) -> str:
    """To whom and by which way: "đồng chí Lê Thị Bình, qua Zalo"."""
    if reminder.to is Addressee.STAFF:
        whom = "người trong đơn vị"
    elif reminder.to is Addressee.CHAIRMAN:
        whom = f"Chủ tịch {reminder.name}".rstrip()
    else:
        whom = reminder.name or "lãnh đạo đơn vị"
    return f"{whom}, {WAY_NAMES[reminder.way]}"


PEOPLE, BOUND = "người", "người phải tham gia"


def standing_words(counts: UnitCounts, marks: MarkWords, people: str = PEOPLE) -> str:
    """ "35 người, đã đăng ký 12 (34,3%), đã hoàn thành 4 (11,4%)"."""
    parts = (marks.registered, counts.registered), (marks.completed, counts.completed)
    told = (f"{word} {number(n)} ({percent(n, counts.total)})" for word, n in parts if word)
    return ", ".join((f"{number(counts.total)} {people}", *told))


def gain_words(gain: Gain, marks: MarkWords) -> str:
    """ "thêm 3 người đăng ký, 1 người hoàn thành"; fewer are said too."""
    parts = _parts(gain, marks)
    more = _counted(parts, 1)
    fewer = _counted(parts, -1)
    told = [f"thêm {more}" if more else "", f"bớt {fewer}" if fewer else ""]
    return ", ".join(filter(None, told)) or NOTHING_NEW


def signed_gain(gain: Gain, marks: MarkWords) -> str:
    """The same for a line of the log: "+3 đăng ký, +1 hoàn thành"."""
    told = [f"{_signed(count)} {word}" for count, word in _parts(gain, marks) if count]
    return ", ".join(told) or NO_CHANGE


def _parts(gain: Gain, marks: MarkWords) -> list[tuple[int, str]]:
    return [(n, word) for n, word in zip(gain, marks.done, strict=True) if word]


def _signed(count: int) -> str:
    return f"−{number(-count)}" if count < 0 else f"+{number(count)}"


def _counted(parts: Iterable[tuple[int, str]], sign: int) -> str:
    return ", ".join(f"{number(n * sign)} người {word}" for n, word in parts if n * sign > 0)
