"""What of the data would make a report untrue or hard to defend, counted before it is sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, or_, select

from models.contests.current import current_contest
from models.contests.current_stage import of_current_stage
from models.figures.digest import figures_digest
from models.figures.figures import figures
from models.matching.unit_forms import spelling_key
from models.reconcile.earlier import earlier_files
from models.reconcile.records import Box, EarlierFile
from models.reconcile.slips import names_on_platform
from models.records import Commune, Figures, Unit
from models.records.doubts import DoubtKind
from models.roster.doubtful import doubtful_marks
from models.roster.unit_tree import list_units
from models.store.schema import participations
from models.store.store import Store
from resources.catalog import find_commune


@dataclass(frozen=True, slots=True)
class Readiness:
    """How things stand behind the figures of a report.

    `empty_units` have neither people nor units below, `renamed` are ours with the name that the
    platform has. `lost` people had a mark that the newest file does not bear out, `mismatched` one
    that came of a wrong match, both until somebody decides. `undecided` accounts of the newest
    reconciliation were left open. `to_come` people have a mark of a day after today. `newer` are
    the figures of today, where they differ from those of the report's earlier day. `begins` is the
    first day of the contest, where the report is of a day before it.
    """

    empty_units: tuple[str, ...]
    renamed: tuple[tuple[str, str], ...]
    unlisted_commune: str
    lost: int
    mismatched: int
    undecided: int
    newest_file: EarlierFile | None
    to_come: int
    newer: Figures | None
    begins: date | None


def readiness(store: Store, shown: Figures, commune: Commune) -> Readiness:
    """How things stand behind the figures `shown` of `commune` now."""
    today = store.clock().date()
    tree = list_units(store)
    doubts = doubtful_marks(store)
    files = earlier_files(store)
    newest = files[0] if files else None
    known = find_commune(commune.name) is not None or "Hải Phòng" not in commune.province
    return Readiness(
        empty_units=_empty(tree),
        renamed=_renamed(store, tree, today),
        unlisted_commune="" if known else commune.name,
        lost=sum(each.kind is DoubtKind.LOST for each in doubts),
        mismatched=sum(each.kind is not DoubtKind.LOST for each in doubts),
        undecided=newest.boxes[Box.UNCERTAIN] if newest else 0,
        newest_file=newest,
        to_come=_to_come(store, today),
        newer=_newer(store, shown, today),
        begins=_begins_after(store, shown.as_of),
    )


def _empty(tree: tuple[Unit, ...]) -> tuple[str, ...]:
    parents = {unit.parent_id for unit in tree}
    return tuple(unit.name for unit in tree if not unit.people and unit.id not in parents)


def _renamed(store: Store, tree: tuple[Unit, ...], day: date) -> tuple[tuple[str, str], ...]:
    """Units whose people choose another name on the platform than the one that we print."""
    official = names_on_platform(store, day)
    return tuple(
        (unit.name, official[unit.id])
        for unit in tree
        if unit.people
        and unit.id in official
        and spelling_key(official[unit.id]) != spelling_key(unit.name)
    )


def _to_come(store: Store, today: date) -> int:
    days = (participations.c.registered_on, participations.c.failed_on,
            participations.c.completed_on)  # fmt: skip
    later = or_(*(day > today for day in days))
    statement = select(func.count()).select_from(participations).where(of_current_stage(), later)
    with store.reading() as connection:
        return int(connection.execute(statement).scalar_one())


def _begins_after(store: Store, day: date) -> date | None:
    contest = current_contest(store)
    first = min((stage.starts_on for stage in contest.stages), default=None) if contest else None
    return first if first is not None and day < first else None


def _newer(store: Store, shown: Figures, today: date) -> Figures | None:
    """The figures of today where an earlier day is told of and they are others by now."""
    if shown.as_of >= today:
        return None
    now = figures(store, today, shown.stage)
    alike = (shown.total, shown.registered, shown.completed)
    return None if (now.total, now.registered, now.completed) == alike else now


def moved_on(store: Store, shown: Figures) -> bool:
    """Whether the figures that a document shows are not those of its moment any more."""
    return figures_digest(figures(store, shown.moment, shown.stage)) != figures_digest(shown)
