"""How the reminders of a stage stand at this moment: figures, log, who is due."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from models.campaign.due import DueUnit, units_behind, units_to_escalate, units_to_remind
from models.campaign.reminders import reminders_given
from models.campaign.terms import ReminderTerms, reminder_terms
from models.figures.figures import figures
from models.records import Figures, Unit
from models.records.reminders import Addressee, Reminder, UnitCounts
from models.roster.unit_tree import list_units
from models.store.store import Store


@dataclass(frozen=True, slots=True)
class ReminderLook:
    """All that reminders of one stage are made of. `behind` are the units that want one."""

    now: datetime
    terms: ReminderTerms
    figures: Figures
    units: Mapping[int, Unit]
    reminders: tuple[Reminder, ...]
    behind: tuple[DueUnit, ...]

    @property
    def due(self) -> tuple[DueUnit, ...]:
        """The units to remind today."""
        return units_to_remind(self.figures, self.reminders, self.now.date(), self.terms)

    @property
    def escalate(self) -> tuple[DueUnit, ...]:
        """The units of which the chairman is to be told."""
        return units_to_escalate(self.figures, self.reminders, self.now.date(), self.terms)

    def log_of(self, unit_id: int) -> tuple[Reminder, ...]:
        """The reminders of a unit, oldest first."""
        return tuple(each for each in self.reminders if each.unit_id == unit_id)

    def newest(self) -> dict[int, Reminder]:
        """The newest reminder of each unit, those to the chairman left out."""
        asked = (each for each in self.reminders if each.to is not Addressee.CHAIRMAN)
        return {each.unit_id: each for each in asked}

    def scope_of(self, unit_id: int) -> frozenset[int]:
        """Whose people a reminder of the unit is about: its own, or of a mere group those below."""
        own = {each.unit_id for each in self.figures.units}
        return frozenset({unit_id}) if unit_id in own else self._below(unit_id)

    def standing(self, unit_id: int) -> UnitCounts:
        """The counts of those people."""
        scope = self.scope_of(unit_id)
        lines = [each for each in self.figures.units if each.unit_id in scope]
        return UnitCounts(
            sum(each.total for each in lines),
            sum(each.registered for each in lines),
            sum(each.completed for each in lines),
        )

    def _below(self, unit_id: int) -> frozenset[int]:
        children = (each.id for each in self.units.values() if each.parent_id == unit_id)
        return frozenset({unit_id}).union(*(self._below(each) for each in children))


def reminder_look(
    data_file: Store, stage: int | None = None, found: Figures | None = None
) -> ReminderLook:
    """How reminders stand now, for the stage of that number or the one worked on.

    `found` are today's figures where they have been counted already.

    Raises `AppError` without a contest, and for a stage that it does not have.
    """
    terms = reminder_terms(data_file, stage)
    found = found or figures(data_file, stage=stage)
    given = reminders_given(data_file, stage=terms.stage_number)
    now = data_file.clock()
    return ReminderLook(
        now=now,
        terms=terms,
        figures=found,
        units={each.id: each for each in list_units(data_file)},
        reminders=given,
        behind=units_behind(found, given, now.date(), terms),
    )
