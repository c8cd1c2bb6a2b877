"""What the overview asks: one look at the office as of the end of a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from models.campaign.due import DueUnit
    from models.contests.retention import ContestKeeping
    from models.figures.paces import Paces
    from models.records import Contest, Figures, Stage, Unit
    from models.records.comparing import Comparison, Difference, Since
    from models.records.documents import DueDocument
    from models.records.figures import DailyCounts
    from models.records.frozen import FrozenReport
    from models.records.reminders import Reminder
    from models.store.store import Store

PACE_DAYS = 3


class NewestCopy(NamedTuple):
    """The day on which the file was last copied; None: never."""

    day: date | None


@dataclass(frozen=True, slots=True)
class Look:
    """The figures of `day` and what is known around them.

    `stage` is the one that `day` falls in; the marks are of the one that is worked on, so `days`
    holds (day, registered, completed) from its first day, or from a few days before `day`
    when it has just begun, up to `day`. `empty_units` have neither people nor units below.
    `twins` are the people who surely stand twice on the roster, `doubts` those whose mark the
    platform does not bear out any more. `reminded` holds the newest reminder of each unit, `due`
    the units that want a reminder, `slips` how many wrong units are still open. `copy` tells of
    the newest copy of a file; None on a server. `letters` are the documents to answer, the most
    urgent first, `late_tasks` how many publicity tasks are overdue.
    `keeping` are the contests of whose personal data it is to be said how long, or that it goes.
    `beside` compares with what was asked, `so_far` with the day before, where that is another;
    `reports` are those that were frozen, the newest first; `paces` where the marks lead.
    """

    day: date
    today: date
    figures: Figures
    contest: Contest | None
    stage: Stage | None
    days: DailyCounts
    empty_units: int
    without_phone: int
    twins: int = 0
    doubts: int = 0
    reminded: Mapping[int, Reminder] = field(default_factory=dict)
    due: tuple[DueUnit, ...] = ()
    slips: int = 0
    copy: NewestCopy | None = None
    letters: tuple[DueDocument, ...] = ()
    late_tasks: int = 0
    keeping: tuple[ContestKeeping, ...] = ()
    beside: Comparison | None = None
    so_far: Difference | None = None
    reports: tuple[FrozenReport, ...] = ()
    paces: Paces | None = None


def look(file: Store, day: date | None = None, since: Since | None = None) -> Look:
    """The whole overview as of the end of `day` (today when None), beside `since`.

    None: beside the last report that was frozen, or else the day before.
    """
    from models.campaign.publicity import list_tasks
    from models.campaign.publicity_words import publicity_progress
    from models.contests.current import current_contest
    from models.contests.retention import keeping_to_settle
    from models.figures.curve import daily_counts
    from models.figures.figures import figures
    from models.figures.frozen_reports import list_frozen
    from models.figures.paces import paces
    from models.papers.documents import register_of
    from models.papers.due import documents_due
    from models.reconcile.slips import list_slips
    from models.records.documents import Direction
    from models.roster.doubtful import doubtful_marks
    from models.roster.twins import count_twins
    from models.roster.unit_tree import list_units
    from models.store.copies import newest_copy_day
    from models.store.data_file import DataFile

    today = file.clock().date()
    shown = day or today
    contest = current_contest(file)
    first = shown - timedelta(days=PACE_DAYS)
    if contest is not None and (marked := contest.marked_stage) is not None:
        first = min(first, marked.starts_on)
    counted = figures(file, shown)
    beside, so_far = _compared(file, counted, since) if contest else (None, None)
    reminded, due = _reminders(file, contest, counted, shown)
    return Look(
        day=shown,
        today=today,
        figures=counted,
        contest=contest,
        stage=contest.stage_on(shown) if contest else None,
        days=daily_counts(file, first, shown),
        empty_units=_empty_units(list_units(file)),
        without_phone=_without_phone(file, shown),
        twins=count_twins(file),
        doubts=len(doubtful_marks(file, shown)),
        reminded=reminded,
        due=due,
        slips=sum(len(unit.slips) for unit in list_slips(file)),
        beside=beside,
        so_far=so_far,
        reports=list_frozen(file) if contest else (),
        paces=paces(file, counted, contest),
        letters=documents_due(register_of(file, Direction.IN), today),
        late_tasks=publicity_progress(list_tasks(file), today).overdue if contest else 0,
        keeping=keeping_to_settle(file, today),
        copy=NewestCopy(newest_copy_day(file.path)) if isinstance(file, DataFile) else None,
    )


def _compared(
    file: Store, counted: Figures, since: Since | None
) -> tuple[Comparison, Difference | None]:
    """Beside what was asked for, and what the day itself has brought."""
    from models.figures.comparing import compared, last_compared, today_so_far

    if since is None and (last := last_compared(file, counted)) is not None:
        return last, today_so_far(file, counted).whole
    found = today_so_far(file, counted)
    if since is None or since == counted.as_of - timedelta(days=1):
        return found, None
    return compared(file, counted, since), found.whole


def _reminders(
    file: Store, contest: Contest | None, counted: Figures, day: date
) -> tuple[Mapping[int, Reminder], tuple[DueUnit, ...]]:
    """The newest reminder of each unit, and whom to remind, as known by the end of `day`."""
    if contest is None:
        return {}, ()
    from models.campaign.due import units_behind
    from models.campaign.reminders import reminders_given
    from models.campaign.terms import reminder_terms
    from models.records.reminders import Addressee

    given = [each for each in reminders_given(file, stage=contest.stage) if each.day <= day]
    asked = {each.unit_id: each for each in given if each.to is not Addressee.CHAIRMAN}
    return asked, units_behind(counted, given, day, reminder_terms(file))


def _empty_units(units: tuple[Unit, ...]) -> int:
    parents = {unit.parent_id for unit in units}
    return sum(1 for unit in units if not unit.people and unit.id not in parents)


def _without_phone(file: Store, day: date) -> int:
    from models.records import PeopleQuery
    from models.roster.people import list_ids

    return len(list_ids(file, PeopleQuery(without_phone=True, as_of=day)))
