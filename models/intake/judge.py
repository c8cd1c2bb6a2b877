"""Judging one row of a file: who it is, what it would change, and so its box."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from models.intake.merging import (
    cell_changes,
    changed_marks,
    changed_values,
    marks_of,
    stored_values,
)
from models.intake.plan_records import Box, PersonCandidate, PlanOptions, PlanRow, Policy
from models.intake.roster_view import RosterView
from models.intake.shape.records import SourceRow
from models.matching.finder import Candidate, Finder
from models.matching.identity import Identity
from models.matching.units import UnitFinder, UnitFinding
from models.roster.people import name_columns

Shown = tuple[int, str, str, int, str, str, str]
"""The first fields of a `PlanRow`: ordinal, file, sheet, row, name, phone, unit."""

NO_UNIT = "Chưa biết người này ở đơn vị nào; hãy chọn đơn vị cho cả tệp rồi xem lại."
TWICE = "Trùng với dòng {row} ở trên."


class Judge:
    """Judges rows one after another, remembering who has already been spoken of."""

    def __init__(self, view: RosterView, units: UnitFinder, options: PlanOptions) -> None:
        self._view = view
        self._options = options
        self._unit_finder = units
        self._unit_names = {unit.id: unit.name for unit in view.units}
        self._found_units: dict[str, UnitFinding] = {}
        self._finder = Finder(view.identities())
        self._taken: dict[int, PlanRow] = {}
        self._new: dict[tuple[str, str, str], PlanRow] = {}

    def unit(self, name: str) -> UnitFinding:
        """The unit that `name` means; each name is looked up once."""
        found = self._found_units.get(name)
        if found is None:
            found = self._found_units[name] = self._unit_finder.find(name)
        return found

    def row(self, index: int, file: str, source: SourceRow) -> PlanRow:
        """The plan for one row."""
        unit = source.unit or self._options.unit
        names = name_columns(source.name)
        finding = self._finder.find(self._identity(source, names, unit))
        place = (index, file, source.sheet, source.row, names["name"])
        shown = (*place, source.phone.number or source.phone.raw, unit)
        if finding.same is not None and finding.same.id is not None:
            return self._known(shown, source, finding.same.id)
        fresh = self._fresh(shown, source, names)
        if finding.candidates:
            candidates = tuple(_candidate(each) for each in finding.candidates)
            reasons = candidates[0].reasons
            return fresh._replace(box=Box.UNCERTAIN, candidates=candidates, reasons=reasons)
        return fresh

    def _identity(self, source: SourceRow, names: Mapping[str, str], unit: str) -> Identity:
        return Identity(
            id=None,
            name=names["name"],
            name_key=names["name_key"],
            phone=source.phone.number,
            unit_id=self.unit(unit).unit_id if unit else None,
            unit=unit,
            birth=source.birth,
            staff_code=source.staff_code,
        )

    def _known(self, shown: Shown, source: SourceRow, person_id: int) -> PlanRow:
        first = self._taken.get(person_id)
        if first is not None:
            reasons = (TWICE.format(row=first.row),)
            return PlanRow(*shown, Box.SKIPPED, person_id=person_id, reasons=reasons)
        old = self._view.people[person_id]
        values = changed_values(old, stored_values(source), self._options.policy)
        marks = changed_marks(old, marks_of(source, self._view.today))
        moved = self._moved(old, shown[-1])
        cells = cell_changes(old, values, marks, moved) if values or marks or moved else ()
        known = self._taken[person_id] = PlanRow(
            *shown,
            Box.UPDATED if cells else Box.UNCHANGED,
            person_id=person_id,
            changes=cells,
            values={**values, "unit": shown[-1]} if moved else values,
            marks=marks,
        )
        return known

    def _moved(self, old: Mapping[str, Any], unit: str) -> tuple[str, str] | None:
        """The old and the new unit's name, when the file moves the person."""
        if not unit or self._options.policy is not Policy.NEW_WINS:
            return None
        new_id = self.unit(unit).unit_id
        if new_id == old["unit_id"]:
            return None
        new = self._unit_names[new_id] if new_id is not None else unit
        return self._unit_names[old["unit_id"]], new

    def _fresh(self, shown: Shown, source: SourceRow, names: Mapping[str, str]) -> PlanRow:
        unit = shown[-1]
        if not unit:
            return PlanRow(*shown, Box.REJECTED, reasons=(NO_UNIT,))
        key = (names["name_key"], source.phone.number, unit)
        first = self._new.get(key)
        if first is not None:
            return PlanRow(*shown, Box.SKIPPED, reasons=(TWICE.format(row=first.row),))
        fresh = self._new[key] = PlanRow(
            *shown,
            Box.NEW,
            values={**names, **stored_values(source)},
            marks=marks_of(source, self._view.today),
        )
        return fresh


def _candidate(candidate: Candidate) -> PersonCandidate:
    who = candidate.identity
    assert who.id is not None
    reasons = (*candidate.verdict.reasons, *candidate.verdict.warnings)
    return PersonCandidate(who.id, who.name, who.unit, who.phone, reasons)
