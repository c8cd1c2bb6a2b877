"""What screens ask about the dated facts of a person, and do to them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from models.records.periods import Period, PeriodKind

if TYPE_CHECKING:
    from models.records import Person, Unit
    from models.store.data_file import DataFile

Step = Callable[[int], None]


def units(file: DataFile) -> tuple[Unit, ...]:
    """Every unit to choose from, in the order of the tree."""
    from models.roster.units import list_units

    return list_units(file)


def person_and_periods(file: DataFile, person_id: int) -> tuple[Person, tuple[Period, ...]] | None:
    """One person with all their periods; None when they are gone."""
    from models.roster.person_rows import people_by_ids
    from models.roster.timeline import periods_of

    found = people_by_ids(file, [person_id])
    return (found[0], periods_of(file, person_id)) if found else None


def transfer(
    file: DataFile, ids: Sequence[int], unit_id: int, on: date, step: Step | None = None
) -> int:
    """Move people into a unit from `on`; how many were in another one."""
    from models.roster.transfers import transfer as work

    return work(file, ids, unit_id, on, step)


def correct_unit(file: DataFile, ids: Sequence[int], unit_id: int, step: Step | None = None) -> int:
    """The unit was written wrongly, on past days too; how many stood in another one."""
    from models.roster.transfers import correct_unit as work

    return work(file, ids, unit_id, step)


def edit_period(
    file: DataFile, period: Period, words: str, since: date | None, until: date | None
) -> None:
    """Set the days of a period, and its reason; of a unit only the last day can be set."""
    from models.roster.exemptions import edit_exemption
    from models.roster.leaving import edit_absence
    from models.roster.transfers import edit_last_day

    if period.kind is PeriodKind.UNIT:
        if until is not None:
            edit_last_day(file, period.id, until)
    elif since is not None and period.kind is PeriodKind.AWAY:
        edit_absence(file, period.person_id, period.id, words, since, until)
    elif since is not None:
        edit_exemption(file, period.id, words, since, until)


def remove_period(file: DataFile, period: Period) -> None:
    """Take a period away, as if it had never been."""
    from models.roster.exemptions import remove_exemption
    from models.roster.leaving import remove_absence
    from models.roster.transfers import remove_former

    if period.kind is PeriodKind.UNIT:
        remove_former(file, period.id)
    elif period.kind is PeriodKind.AWAY:
        remove_absence(file, period.person_id, period.id)
    else:
        remove_exemption(file, period.id)
