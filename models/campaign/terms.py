"""By what of the contest reminders go: its stage, what is low, and when the chairman is told."""

from __future__ import annotations

from typing import NamedTuple

from models.contests.current import current_contest
from models.errors import AppError
from models.records import Contest, Stage
from models.store.store import Store


class ReminderTerms(NamedTuple):
    """A unit whose rate is low by the levels of the contest is reminded at once, one below its
    target when time gets short; when the chairman is told stands with the contest too."""

    contest: Contest
    stage: Stage | None

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
    wanted = contest.stage if stage is None else stage
    found = next((each for each in contest.stages if each.number == wanted), None)
    if found is None and contest.stages:
        known = ", ".join(str(each.number) for each in contest.stages)
        advice = f"Hãy chọn một trong các chặng: {known}."
        raise AppError(f"Cuộc thi không có chặng {wanted}.", advice)
    return ReminderTerms(contest, found)
