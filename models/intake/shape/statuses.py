"""What one cell says of the contest: who registered, who completed, and what must be decided.

The one judge of a status cell, for lists, marking, reconciliation and the window. Words answer
for themselves, a bare mark answers its column. A word that passes beside one that fails, points
below the pass mark, or a lone day that no word explains is for a person to decide.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from models.intake.grid import Cell
from models.intake.shape.cells import folded_cell, is_bare_mark, read_mark
from models.intake.shape.contest_words import CELL_WORDS, DENIAL_WORDS, without_punctuation
from models.intake.shape.legends import legend_meaning
from models.intake.shape.points import points_below, points_in
from models.intake.shape.status_days import HOLDS_DAY, DayFound, believed_day, day_in
from models.intake.shape.status_words import polarities
from models.records import Mark
from models.text.dates import parse_date

BOTH_WAYS = "vừa cho biết đã làm vừa cho biết chưa được"
LONE_DAY = "chỉ ghi ngày, không cho biết đã làm gì"
ONLY_A_YEAR = "chỉ ghi năm, không ghi ngày"
OTHER_THINGS = "nói thêm việc khác, chưa rõ có tính cho cuộc thi không"
IN_QUESTION = "có dấu hỏi, chưa chắc chắn"
ONE_PART = "chỉ nói một phần, một vòng hoặc một bài"
NOT_SETTLED = "cho thấy chưa được tính, cần xem lại"
TOO_FEW = "có số điểm hoặc số phần chưa đủ để đạt"


class StatusSaid(NamedTuple):
    """What a cell says; `asked` are the marks that it may give, for the reason `doubt`."""

    registered: bool | None = None
    completed: bool | None = None
    registered_on: date | None = None
    completed_on: date | None = None
    asked: tuple[Mark, ...] = ()
    doubt: str = ""


class StatusAsked(NamedTuple):
    """How a cell is judged: what a bare mark under its title means, and what counts as a pass.

    `named` says that the title itself has a word of marking, so that a lone day answers it;
    `begins` is the first day of the contest, `legend` what the title says that signs mean.
    """

    about_completion: bool
    named: bool
    today: date
    pass_mark: float | None = None
    begins: date | None = None
    legend: tuple[tuple[str, bool], ...] = ()


NOTHING = StatusSaid()

_PART = re.compile(
    r"\b(?:phan|vong|chang|giai doan|bai(?: thi| hoc| kiem tra)?|buoi|chuong|module|noi dung"
    r"|chuyen de|hoc phan|stage|round|part) (?:so |thu )?(?:\d+|[ivx]+|mot|hai|ba|dau)\b(?![/.:])"
)
_DENIED_ELSE = re.compile(r"\b(?:chua|khong|ko|not)\b")
_ABOUT_A_DAY = re.compile(
    r"(?:(?:ngay|luc|vao|hom|gio|h|sang|chieu|toi|sa|ch|am|pm|t\d|\d+|[/.:%-]+|t) ?)*"
)


def judge_status(cell: Cell, asked: StatusAsked) -> StatusSaid:
    """What a cell under a title of marks says."""
    if asked.legend and (said := legend_meaning(str(cell), dict(asked.legend))) is not None:
        return _bare(said, asked)
    if isinstance(cell, str):
        return _of_text(cell, asked)
    if isinstance(cell, date):
        day = parse_date(cell, asked.today).day
        return _of_day(day, "" if day else ONLY_A_YEAR, asked)
    mark = read_mark(cell)
    if mark is None and isinstance(cell, float) and 0 < cell < 1:
        mark = False
    return _bare(mark, asked)


def says_no(cell: Cell) -> bool:
    """Whether a cell says in words that something has not been done."""
    if not isinstance(cell, str):
        return False
    return read_mark(cell) is False or any(False in said for said in polarities(cell))


def is_mark(cell: Cell) -> bool:
    """Whether a cell is a mark and nothing else: x, ✓, có, chưa, 1 …"""
    if isinstance(cell, str):
        return is_bare_mark(cell) or any(polarities(cell))
    return isinstance(cell, bool) or cell in {0, 1}


@lru_cache(8192)
def _of_text(text: str, asked: StatusAsked) -> StatusSaid:
    registration, completion = polarities(text)
    if not registration and not completion:
        mark = read_mark(text)
        return _bare(mark, asked) if mark is not None else _of_lone_day(text, asked)
    day, no_day = _day_of(text, asked)
    if no_day and True in registration | completion:
        return _doubtful(registration, completion, no_day)
    if True in completion and _too_few(text, asked):
        return _doubtful(registration, completion, TOO_FEW)
    if len(registration) > 1 or len(completion) > 1:
        return _doubtful(registration, completion, BOTH_WAYS)
    if why := _why_unsure(text, registration | completion):
        return _doubtful(registration, completion, why)
    registered, completed = _only(registration), _only(completion)
    return StatusSaid(
        registered,
        completed,
        day if registered and completed is None else None,
        day if completed else None,
    )


def _doubtful(registration: frozenset[bool], completion: frozenset[bool], why: str) -> StatusSaid:
    """A cell of which a person must say whether its "yes" counts."""
    in_doubt = [
        mark
        for mark, said in ((Mark.REGISTERED, registration), (Mark.COMPLETED, completion))
        if True in said
    ]
    sure = registration == {True} and True in completion and why in {TOO_FEW, BOTH_WAYS}
    if sure:
        return StatusSaid(True, False, asked=(Mark.COMPLETED,), doubt=why)
    return StatusSaid(
        False if registration else None,
        False if completion else None,
        asked=tuple(in_doubt),
        doubt=why,
    )


def _of_lone_day(text: str, asked: StatusAsked) -> StatusSaid:
    if not HOLDS_DAY.search(text) or not _ABOUT_A_DAY.fullmatch(folded_cell(text)):
        return NOTHING
    if points_in(text) is not None:
        return NOTHING
    return _of_day(*_day_of(text, asked), asked)


def _day_of(text: str, asked: StatusAsked) -> DayFound:
    return DayFound() if points_in(text) else day_in(text, asked.today, asked.begins)


def _of_day(day: date | None, why: str, asked: StatusAsked) -> StatusSaid:
    mark = Mark.COMPLETED if asked.about_completion else Mark.REGISTERED
    if day is not None:
        why = believed_day(day, asked.today, asked.begins).doubt
    why = why or ("" if asked.named else LONE_DAY)
    if why:
        return StatusSaid(asked=(mark,), doubt=why)
    return (
        StatusSaid(completed=True, completed_on=day)
        if mark is Mark.COMPLETED
        else StatusSaid(registered=True, registered_on=day)
    )


def _bare(mark: bool | None, asked: StatusAsked) -> StatusSaid:
    if mark is None:
        return NOTHING
    return StatusSaid(completed=mark) if asked.about_completion else StatusSaid(registered=mark)


def _why_unsure(text: str, said: frozenset[bool]) -> str:
    """Why words that say yes or no leave something to decide; "" when every word is plain."""
    written = without_punctuation(text)
    if True not in said:
        return NOT_SETTLED if DENIAL_WORDS.unknown(written) else ""
    if "?" in text:
        return IN_QUESTION
    if _PART.search(folded_cell(text)):
        return ONE_PART
    denied = bool(_DENIED_ELSE.search(folded_cell(text))) and False not in said
    return OTHER_THINGS if denied or CELL_WORDS.unknown(written) else ""


def _too_few(text: str, asked: StatusAsked) -> bool:
    points = points_in(text)
    return points is not None and points_below(points, asked.pass_mark)


def _only(said: frozenset[bool]) -> bool | None:
    return next(iter(said)) if said else None
