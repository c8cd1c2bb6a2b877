"""What the page Cuộc thi asks: the contests side by side, and how the one worked on stands."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from models.contests.choosing import ContestChoice, contest_choices
from models.contests.current import current_contest
from models.contests.ending import ending_words, result_day
from models.contests.stage_status import StageStatus, is_over, stage_status
from models.figures.closing import closing_figures
from models.figures.figures import figures
from models.figures.stage_progress import StageProgress, stage_progress
from models.records import Contest, Stage, StageKind
from models.store.store import Store


class ContestHead(NamedTuple):
    """The contests of the file, the one worked on, and what its result was if it is over."""

    choices: tuple[ContestChoice, ...]
    contest: Contest | None
    ending: str


class StageLine(NamedTuple):
    """One stage as the table shows it; of a single stage with marks none is `worked_on`."""

    id: int
    stage: Stage
    status: StageStatus
    progress: StageProgress
    worked_on: bool


class StagesLook(NamedTuple):
    """The contest with its stages as they stand on `today`."""

    contest: Contest | None
    today: date
    lines: tuple[StageLine, ...]


def contest_head(file: Store) -> ContestHead:
    """What stands over the tabs."""
    added = tuple(each for each in contest_choices(file) if each.added)
    contest, today = current_contest(file), file.clock().date()
    if contest is None or not is_over(contest, today):
        return ContestHead(added, contest, "")
    counted = closing_figures(file, contest) or figures(file, result_day(contest, today))
    words = ending_words(contest, today, counted.completed, counted.total)
    return ContestHead(added, contest, words)


def stages_look(file: Store) -> StagesLook:
    """What the tab Chặng shows."""
    contest, today = current_contest(file), file.clock().date()
    if contest is None:
        return StagesLook(None, today, ())
    several = sum(stage.kind is StageKind.EACH for stage in contest.stages) > 1
    progress = stage_progress(file, contest, today)
    lines = (
        StageLine(
            stage.number,
            stage,
            stage_status(
                stage,
                today,
                done=progress[stage.number].done,
                closed=contest.closed_on is not None,
            ),
            progress[stage.number],
            several and stage.number == contest.stage,
        )
        for stage in contest.stages
    )
    return StagesLook(contest, today, tuple(lines))
