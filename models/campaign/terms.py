"""By what of the contest reminders go: its stage, what is low, and when the chairman is told."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, select

from models.contests.current import current_contest
from models.errors import AppError
from models.records import Contest, Stage
from models.store.schema import contests, levels
from models.store.store import Store

LOW = 50.0
"""Below so many per cent a rate is low where the contest has no levels of its own."""
_FINE = frozenset({"good", "fair"})


class ReminderTerms(NamedTuple):
    """A unit below `low` per cent is reminded at once, one below `target` when time gets short.

    After `escalate_after` reminders, or `escalate_days` days after the first, the chairman is
    told; 0: not by that.
    """

    contest: Contest
    stage: Stage | None
    low: float = LOW
    target: int = 100
    escalate_after: int = 2
    escalate_days: int = 3

    @property
    def one_mark(self) -> bool:
        """Whether only completing is counted."""
        return self.contest.one_mark

    @property
    def stage_number(self) -> int:
        """The number of the stage; 1 in a contest without any."""
        return self.stage.number if self.stage is not None else 1


def reminder_terms(data_file: Store, stage: int | None = None) -> ReminderTerms:
    """The terms of the current contest, for the stage of that number or the one worked on.

    Raises `AppError` without a contest, and for a stage that it does not have.
    """
    contest = current_contest(data_file)
    if contest is None:
        raise AppError("Chưa chọn cuộc thi nên chưa đôn đốc được.", "Hãy chọn cuộc thi trước.")
    with data_file.reading() as connection:
        rule = select(contests.c.escalate_after, contests.c.escalate_days)
        after, days = connection.execute(rule.where(contests.c.id == contest.id)).one()
        low = _low(connection, contest.id)
    wanted = contest.stage if stage is None else stage
    found = next((each for each in contest.stages if each.number == wanted), None)
    if found is None and contest.stages:
        known = ", ".join(str(each.number) for each in contest.stages)
        advice = f"Hãy chọn một trong các chặng: {known}."
        raise AppError(f"Cuộc thi không có chặng {wanted}.", advice)
    return ReminderTerms(contest, found, low, contest.target, after, days)


def _low(connection: Connection, contest_id: int) -> float:
    """From how many per cent on a rate is no longer low."""
    statement = select(levels.c.least, levels.c.tone).where(levels.c.contest_id == contest_id)
    fine = [row.least for row in connection.execute(statement) if row.tone in _FINE]
    return min(fine, default=LOW)
