"""Whom the pass mark of the contest would decide otherwise by the scores that are kept.

Nobody is marked because a pass mark has changed: it is told, and done when the officer says so.
"""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, select

from models.contests.current_stage import CURRENT_CONTEST
from models.errors import AppError
from models.journal.change import changing
from models.records import Mark, MarkResult
from models.records.moment import Moment, moment_at
from models.roster.counted import counts_on, people_of_day
from models.roster.marks import Dates, apply_marks
from models.roster.registration import mark_of_row
from models.store.schema import contests, participations, people
from models.store.store import Store
from models.text.formats import number, score_words


class ByScore(NamedTuple):
    """Those who count today and whom their score would mark, by id.

    The `passed` reach the pass mark without having completed, the `failed` have tried below it and
    are marked as registered alone; of those who completed below it only the number is told.
    """

    pass_mark: float
    passed: dict[int, Moment | None]
    failed: dict[int, Moment | None]
    below: int

    @property
    def whom(self) -> dict[Mark, dict[int, Moment | None]]:
        """Those who would get each mark, with when they are known to have tried."""
        return {Mark.COMPLETED: self.passed, Mark.FAILED: self.failed}


def marks_by_score(data_file: Store) -> ByScore | None:
    """Whom the pass mark would decide otherwise; None without a pass mark."""
    with data_file.reading() as connection:
        return _by_score(connection, moment_at(data_file.clock()))


def mark_by_score(data_file: Store, wanted: frozenset[Mark]) -> MarkResult:
    """Mark whom their scores decide otherwise, as far as the marks are `wanted`; one change.

    Who had failed completes on that day, as the try is the same. Raises `AppError` without a pass
    mark.
    """
    now = moment_at(data_file.clock())
    with changing(data_file, "mark-by-score", "") as change:
        found = _by_score(change.connection, now)
        if found is None:
            raise AppError(
                "Cuộc thi chưa đặt điểm đạt nên chưa đánh dấu ai theo điểm.",
                "Hãy đặt điểm đạt ở trang Cuộc thi (bằng lệnh: contest set pass_mark 5).",
            )
        marks: dict[int, Dates] = {
            person: {mark: tried or now}
            for mark in wanted
            for person, tried in found.whom[mark].items()
        }
        marked = apply_marks(change, marks)
        change.summary = (
            f"Đánh dấu {number(marked)} người theo điểm đạt {score_words(found.pass_mark)}"
        )
    return MarkResult(marked, len(marks) - marked)


def _by_score(connection: Connection, now: Moment) -> ByScore | None:
    own = select(contests.c.pass_mark).where(contests.c.id == CURRENT_CONTEST)
    pass_mark = connection.execute(own).scalar()
    if pass_mark is None:
        return None
    statement = (
        select(people.c.id.label("person"), participations)
        .select_from(people_of_day(now.day))
        .where(counts_on(now.day), participations.c.score.is_not(None))
        .order_by(people.c.name_sort, people.c.id)
    )
    passed: dict[int, Moment | None] = {}
    failed: dict[int, Moment | None] = {}
    below = 0
    for row in connection.execute(statement).mappings():
        reached, done = row["score"] >= pass_mark, row["completed_on"] is not None
        if reached and not done:
            passed[row["person"]] = mark_of_row(row, Mark.FAILED)
        elif not reached and done:
            below += 1
        elif not reached and row["failed_on"] is None and row["score"] > 0:
            failed[row["person"]] = None
    return ByScore(pass_mark, passed, failed, below)


def by_score_words(found: ByScore) -> str:
    """ "12 người có điểm từ 5 trở lên chưa được ghi hoàn thành."; "" when nothing is otherwise."""
    mark = score_words(found.pass_mark)
    parts = (
        (len(found.passed), f"có điểm từ {mark} trở lên chưa được ghi hoàn thành"),
        (len(found.failed), f"có điểm dưới {mark} chưa được ghi là đã thi, chưa đạt"),
    )
    told = [f"{number(count)} người {words}" for count, words in parts if count]
    if not told:
        return ""
    kept = f"; {number(found.below)} người đã hoàn thành có điểm dưới {mark} giữ nguyên"
    return f"{'; '.join(told)}{kept if found.below else ''}."
