"""Judging one row of a file: who it is, what it would change, and so its box."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import repeat
from typing import Any

from models.intake.merging import (
    NO_MARKS,
    as_columns,
    cell_changes,
    changed_marks,
    changed_values,
    marks_of,
    stored_values,
)
from models.intake.plan_records import Box, PersonCandidate, PlanOptions, PlanRow, Policy
from models.intake.roster_view import RosterView
from models.intake.shape.records import SourceRow
from models.intake.spoken import Mention, Spoken, shared_names
from models.matching.decisions import decision_key
from models.matching.finder import NOBODY, Candidate, Finder
from models.matching.identity import Identity
from models.matching.units import UnitFinder, UnitFinding
from models.roster.people import name_columns
from models.text.names import match_key

Shown = tuple[int, str, str, int, str, str, str]
"""The first fields of a `PlanRow`: ordinal, file, sheet, row, name, phone, unit."""

NO_UNIT = "Chưa biết người này ở đơn vị nào; hãy chọn đơn vị cho cả tệp rồi xem lại."

SHARED_NAME = ("cùng họ tên", "cùng đơn vị", "đơn vị này có hai người trùng tên trong các tệp")


class Judge:
    """Judges rows one after another, remembering who has already been spoken of."""

    def __init__(self, view: RosterView, units: UnitFinder, options: PlanOptions) -> None:
        self._view = view
        self._options = options
        self._unit_finder = units
        self._unit_names = {unit.id: unit.name for unit in view.units}
        self._found_units: dict[str, UnitFinding] = {}
        self._finder = Finder(())
        self._spoken = Spoken()

    def unit(self, name: str) -> UnitFinding:
        """The unit that `name` means; each name is looked up once."""
        found = self._found_units.get(name)
        if found is None:
            found = self._found_units[name] = self._unit_finder.find(name)
        return found

    def identities(self, rows: Iterable[SourceRow]) -> Iterable[Identity | None]:
        """The rows as matching sees them; told beforehand, a row is never sure by a mere name
        when another row of the file fits as well. None each when there is nobody to match."""
        told = list(rows)
        self._spoken = Spoken(shared_names(told, self._options.unit))
        if not self._view.people:
            return repeat(None)
        found = [self._identity(row) for row in told]
        self._finder = Finder(self._view.identities(), self._view.decisions, found)
        return found

    def row(self, ordinal: int, file: str, source: SourceRow, who: Identity | None) -> PlanRow:
        """The plan for one row."""
        unit = source.unit or self._options.unit
        phone = source.phone.number or source.phone.raw
        shown = (ordinal, file, source.sheet, source.row, source.name, phone, unit)
        finding = NOBODY if who is None else self._finder.find(who)
        if finding.same is not None and finding.same.id is not None:
            return self._known(shown, source, finding.same.id)
        if not unit:
            return PlanRow(*shown, Box.REJECTED, reasons=(NO_UNIT,))
        values = {**name_columns(source.name), **stored_values(source)}
        marks = marks_of(source, self._view.today)
        if not finding.candidates:
            return self._fresh(shown, source, values, marks)
        candidates = tuple(_candidate(each) for each in finding.candidates)
        return PlanRow(
            *shown,
            Box.UNCERTAIN,
            reasons=candidates[0].reasons,
            candidates=candidates,
            values=values,
            marks=marks,
            key=decision_key(who) if who else "",
            move=self._moved(self._view.people[candidates[0].person_id], unit),
        )

    def _identity(self, source: SourceRow) -> Identity:
        unit = source.unit or self._options.unit
        return Identity(
            id=None,
            name=source.name,
            name_key=match_key(source.name),
            phone=source.phone.number,
            unit_id=self.unit(unit).unit_id if unit else None,
            unit=unit,
            birth=source.birth,
            staff_code=source.staff_code,
            uid=source.record,
        )

    def _known(self, shown: Shown, source: SourceRow, person_id: int) -> PlanRow:
        values = stored_values(source)
        marks = marks_of(source, self._view.today)
        mention = self._spoken.of_person(person_id)
        if mention is not None:
            return _again(mention, shown, values, marks)._replace(person_id=person_id)
        old = self._view.people[person_id]
        changed = changed_values(old, values, self._options.policy)
        if source.record and self._options.policy is Policy.NEW_WINS:
            changed |= _renamed(old, source.name)
        new_marks = changed_marks(old, marks)
        moved = self._moved(old, shown[-1])
        cells = cell_changes(old, changed, new_marks, None) if changed or new_marks else ()
        known = PlanRow(
            *shown,
            Box.UPDATED if cells else Box.UNCHANGED,
            person_id=person_id,
            changes=cells,
            values=changed,
            marks=new_marks,
            move=moved,
        )
        self._spoken.keep_person(person_id, Mention(known, old, "score" in marks))
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

    def _fresh(
        self, shown: Shown, source: SourceRow, values: Mapping[str, Any], marks: Mapping[str, Any]
    ) -> PlanRow:
        unit = shown[-1]
        mention = self._spoken.of_new(source.name, values, unit)
        if mention is not None:
            return _again(mention, shown, values, marks)
        fresh = PlanRow(*shown, Box.NEW, values=values, marks=marks)
        if doubts := self._spoken.in_doubt(source.name, values, unit):
            candidates = tuple(_namesake(each.first) for each in doubts)
            return fresh._replace(
                box=Box.UNCERTAIN, reasons=candidates[0].reasons, candidates=candidates
            )
        self._spoken.keep_new(values, unit, Mention(fresh, NO_MARKS, "score" in marks))
        return fresh


def _renamed(old: Mapping[str, Any], name: str) -> dict[str, Any]:
    """The new name of somebody known by the stable id; spelling that means the same stays."""
    return {} if match_key(name) == old["name_key"] else dict(name_columns(name))


def _again(
    mention: Mention, shown: Shown, values: Mapping[str, Any], marks: Mapping[str, Any]
) -> PlanRow:
    """A later row about somebody: it only adds what the earlier rows left open."""
    marks = mention.counted(marks)
    changed = changed_values(mention.state, values, Policy.FILL_BLANKS)
    new_marks = changed_marks(mention.state, marks)
    if not changed and not new_marks:
        return PlanRow(*shown, Box.SKIPPED, reasons=(mention.words(shown[1]),))
    cells = cell_changes(mention.state, changed, new_marks, None)
    mention.state.update(changed, **as_columns(new_marks))
    return PlanRow(
        *shown,
        Box.UPDATED,
        changes=cells,
        reasons=(mention.words(shown[1]),),
        values=changed,
        marks=new_marks,
        same_as=mention.first.ordinal,
    )


def _namesake(row: PlanRow) -> PersonCandidate:
    return PersonCandidate(0, row.name, row.unit, row.phone, SHARED_NAME, row=row.ordinal)


def _candidate(candidate: Candidate) -> PersonCandidate:
    who = candidate.identity
    assert who.id is not None
    reasons = (*candidate.verdict.reasons, *candidate.verdict.warnings)
    return PersonCandidate(who.id, who.name, who.unit, who.phone, reasons)
