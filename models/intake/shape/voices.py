"""From single cells to what they have to say of a row: words, days, points and remarks."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache

from models.intake.grid import Cell
from models.intake.shape.cells import folded_cell, is_bare_mark, read_count, read_mark, read_score
from models.intake.shape.employment import employment_of, tells_of_work
from models.intake.shape.list_titles import object_of
from models.intake.shape.points import Points, full_marks, points_below, points_in
from models.intake.shape.row_marks import Part, Voice
from models.intake.shape.status_words import deeds_denied, has_not_passed, is_failure
from models.intake.shape.statuses import NOTHING, StatusSaid, says_no
from models.records import Mark

_ABSENT = re.compile(
    r"\b(?:vang (?:mat|thi|co (?:ly do|phep)|khong (?:ly do|phep)|buoi|hoc)|(?<!can )bo (?:thi|hoc)"
    r"|(?:xin )?hoan thi|mien thi|khong (?:du thi|den thi|thi|tham du)|absent|no show"
    r"|dinh chi thi)\b|^(?:vang|mien|hoan|vang (?:p|k|kp|cp))$"
)
_GRADE = re.compile(
    r"(?:loai |xep loai |dat )?(?:xuat sac|gioi|kha|tot|trung binh(?: kha)?)"
    r"|(?:dat )?giai (?:nhat|nhi|ba|tu|kk|khuyen khich|a|b|c)|[abc]\+?"
    r"|(?:da |duoc )*(?:hop le|cong nhan|xac nhan)"
)
_UNDONE = re.compile(
    r"\b(?:huy (?:ket qua|bai)|bi loai|khong (?:duoc )?cong nhan|vi pham quy che)\b"
)
_MAY_DENY = re.compile(
    r"lo[aạ]i|vi ph[aạ]m|đình chỉ"
    r"|ch[uư]a|kh[oô]ng|\bko\b|v[aắ]ng|b[oỏ]|h[uủ]y|ho[aã]n|mi[eễ]n|ngh[iỉ]|t[uừ] ch[oố]i|absent"
    r"|dinh chi|biệt phái|biet phai|thai sản|thai san|ốm|om|điều trị|dieu tri|hưu|huu",
    re.IGNORECASE,
)
"""What stands in a remark that can speak against a mark; others need no closer look."""


def voice_of_status(
    cell: Cell, said: StatusSaid, today: date, part: Part, *, overall: bool = False
) -> Voice:
    """What a cell of a status column says."""
    away = is_absent(cell) and not said.completed and not said.registered
    unclear = away or (said == NOTHING and _holds_words(cell) and not _is_of_work(cell, today))
    completed = False if away and said.completed is None else said.completed
    failed = completed is False and isinstance(cell, str) and is_failure(cell)
    unpassed = failed and isinstance(cell, str) and has_not_passed(cell)
    return Voice(part, said.registered, completed, said.asked, unclear, failed, overall, unpassed)


def voice_of_denial(cell: Cell, mark: Mark) -> Voice:
    """What a cell of a column "Chưa …" says: a no under it is none, and a mark is one."""
    bare_no = isinstance(cell, str) and is_bare_mark(cell) and "ch" not in folded_cell(cell)
    denied = bool(read_mark(cell)) or (says_no(cell) and not bare_no)
    return _denying(Part.WORD, mark) if denied else Voice(Part.WORD)


def voice_of_day(cell: Cell, day: date | None, mark: Mark, part: Part) -> Voice:
    """What a cell of a column of event dates says."""
    if day is not None:
        return _affirming(part, mark)
    if is_absent(cell):
        return Voice(Part.WITNESS, completed=False, unclear=True)
    denied = isinstance(cell, str) and len(cell.strip()) > 1 and says_no(cell)
    return _denying(Part.WITNESS, mark) if denied else Voice(part)


def voice_of_early_day(mark: Mark, part: Part) -> Voice:
    """A day before the contest: what was completed then may be another matter; an account may well
    have been made before."""
    return Voice(part, asked=(mark,)) if mark is Mark.COMPLETED else Voice(part)


def points_voice(pass_mark: float | None) -> Callable[[Cell], Voice]:
    """Reads what points say, by the mark that passes, else only where they are none or all."""

    def read(cell: Cell) -> Voice:
        if is_absent(cell):
            return Voice(Part.POINTS, completed=False, unclear=True)
        points = _points_of(cell)
        if points is None or (points.of is not None and points.got > points.of):
            lacking = pass_mark is not None and not _holds_words(cell)
            return Voice(Part.POINTS, unclear=lacking or points is not None)
        below = points_below(points, pass_mark) if pass_mark is not None else _of_all(points)
        completed = None if below is None else not below
        # Without a mark that passes, the day of a try without a point is not that of completion.
        unclear = below is None and points.got == 0
        failed = completed is False
        return Voice(Part.POINTS, points.got > 0 or None, completed, (), unclear, failed)

    return read


def voice_of_attempts(cell: Cell) -> Voice:
    """Somebody who has tried has registered."""
    return Voice(Part.POINTS, registered=True if read_count(cell) else None)


@lru_cache(4096)
def voice_of_note(cell: Cell, day: date) -> Voice:
    """What a remark says against a mark: that it was denied, that somebody was away."""
    if not isinstance(cell, str) or not _MAY_DENY.search(cell):
        return Voice(Part.WITNESS)
    work = employment_of(cell, day)
    gone = work is not None and work.takes_away
    away = is_absent(cell)
    undone = away or bool(_UNDONE.search(folded_cell(cell)))
    denied = deeds_denied(cell, object_of)
    return Voice(
        Part.WITNESS,
        False if Mark.REGISTERED in denied else None,
        False if undone or Mark.COMPLETED in denied else None,
        unclear=gone or away,
    )


def is_absent(cell: Cell) -> bool:
    """Whether a cell says that somebody was not there, or gave up."""
    return isinstance(cell, str) and bool(_ABSENT.search(folded_cell(cell)))


def _holds_words(cell: Cell) -> bool:
    return cell is not None and not (isinstance(cell, str) and cell.strip(" -–—.") == "")


def _is_of_work(cell: Cell, today: date) -> bool:
    """Whether a cell says that somebody is at work as ever, or how well they did."""
    if not isinstance(cell, str):
        return False
    if _GRADE.fullmatch(folded_cell(cell)):
        return True
    work = employment_of(cell, today)
    return tells_of_work(cell, today) and not (work is not None and work.takes_away)


def _points_of(cell: Cell) -> Points | None:
    found = points_in(cell) if isinstance(cell, str) else None
    if found is not None:
        return found
    got = read_score(cell)
    of = full_marks(cell) if isinstance(cell, str) else None
    return None if got is None else Points(got, of)


def _of_all(points: Points) -> bool | None:
    """Whether points without a mark that passes are none of all (True) or all of all (False)."""
    if points.of is None or 0 < points.got < points.of:
        return None
    return points.got == 0


def _denying(part: Part, mark: Mark) -> Voice:
    return (
        Voice(part, registered=False) if mark is Mark.REGISTERED else Voice(part, completed=False)
    )


def _affirming(part: Part, mark: Mark) -> Voice:
    return Voice(part, registered=True) if mark is Mark.REGISTERED else Voice(part, completed=True)
