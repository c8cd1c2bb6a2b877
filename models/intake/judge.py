"""Judging one row of a file: who it is, what it would change, and so its box."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import repeat
from typing import Any

from models.intake.candidates import namesake, of_roster
from models.intake.merging import (
    NO_MARKS,
    as_columns,
    cell_changes,
    changed_marks,
    changed_values,
    marks_in_row,
    stored_values,
)
from models.intake.newcomers import PersonColumns, plan_newcomers
from models.intake.owned import that_part
from models.intake.plan_records import ImportBox, PersonCandidate, PlanOptions, PlanRow, Policy
from models.intake.roster_view import RosterView
from models.intake.second_posts import HELD, OFFERED, says_second
from models.intake.shape.records import SourceRow
from models.intake.shape.samples import PLACEHOLDER, is_placeholder
from models.intake.shape.unit_asked import ASKED, OF_ALL
from models.intake.spoken import Spoken, SpokenOf
from models.matching.decisions import decision_key
from models.matching.finder import NOBODY, Finder
from models.matching.identity import Identity
from models.matching.units import UnitFinder, UnitFinding
from models.roster.people import person_name_columns
from models.text.name_keys import NameKeys, name_keys
from models.text.names import match_key

Seen = tuple[int, str, str, int, str, str, str]
"""The first fields of a `PlanRow`: ordinal, file, sheet, row, name, phone, unit."""

NO_UNIT = ASKED + OF_ALL


class Judge:
    """Judges rows one after another, remembering who has already been spoken of.

    `stay` are the ordinals of rows that would move somebody of whom a later row says that they
    are in their unit as before, which is its value. `no_unit` is what is asked of the table in
    hand where rows name no unit.
    """

    def __init__(self, view: RosterView, units: UnitFinder, options: PlanOptions) -> None:
        self._view = view
        self._options = options
        self._unit_finder = units
        self._unit_names = {unit.id: unit.name for unit in view.units}
        self._finder = Finder(())
        self._keys: dict[str, NameKeys] = {}
        self._of_anybody: set[str] = set()
        self._spoken = Spoken((), "", self._keys)
        self.stay: dict[int, str] = {}
        self.no_unit = NO_UNIT

    def unit(self, name: str) -> UnitFinding:
        """The unit that `name` means; each name is looked up once."""
        return self._unit_finder.find(name)

    def identities(self, rows: Iterable[SourceRow]) -> Iterable[Identity | None]:
        """The rows as matching sees them; told beforehand, a row is never sure by a mere name
        when another row of the file fits as well. None each when there is nobody to match."""
        told = list(rows)
        names = {row.name for row in told}
        self._keys = dict(zip(names, map(name_keys, names), strict=True))
        self._of_anybody = set(filter(is_placeholder, names))
        self._spoken = Spoken(told, self._options.unit, self._keys)
        if not self._view.people:
            return repeat(None)
        found = [self._identity(row) for row in told]
        self._finder = Finder(self._view.identities(), self._view.decisions, found)
        return found

    def rows(
        self, first: int, file: str, sources: Sequence[SourceRow], whos: Iterable[Identity | None]
    ) -> list[PlanRow]:
        """The plans for rows one after another, from the ordinal `first` on. Where nobody is on
        the roster, those of whom no other row speaks are new, all at once."""
        ordinals = range(first, first + len(sources))
        if self._view.people:
            judged = zip(ordinals, sources, whos, strict=False)
            return [self.row(at, file, source, who) for at, source, who in judged]
        units = [source.unit or self._options.unit for source in sources]
        alone = self._spoken.are_alone(sources, units, self._keys)
        plain = [
            by_itself and unit != "" and source.name not in self._of_anybody
            for by_itself, unit, source in zip(alone, units, sources, strict=True)
        ]
        new = plan_newcomers(ordinals, file, sources, units, plain, self._keys, self._view.today)
        return [
            next(new) if is_new else self.row(at, file, source, None)
            for at, source, is_new in zip(ordinals, sources, plain, strict=True)
        ]

    def row(self, ordinal: int, file: str, source: SourceRow, who: Identity | None) -> PlanRow:
        """The plan for one row."""
        unit = source.unit or self._options.unit
        phone = source.phone.number or source.phone.raw
        shown = (ordinal, file, source.sheet, source.row, source.name, phone, unit)
        finding = NOBODY if who is None else self._finder.find(who)
        if finding.same is not None and finding.same.id is not None:
            return self._known(shown, source, finding.same.id)
        if not unit:
            return PlanRow(*shown, ImportBox.REJECTED, reasons=(self.no_unit,))
        values = PersonColumns(source, self._keys[source.name])
        marks = marks_in_row(source, self._view.today)
        if not finding.candidates:
            return self._fresh(shown, source, values, marks)
        candidates = tuple(of_roster(each) for each in finding.candidates)
        return PlanRow(
            *shown,
            ImportBox.UNCERTAIN,
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
            staff_code=source.staff_code if self._spoken.owned(source).code else "",
            uid=source.record,
        )

    def _known(self, shown: Seen, source: SourceRow, person_id: int) -> PlanRow:
        values = stored_values(source)
        marks = marks_in_row(source, self._view.today)
        mention = self._spoken.of_person(person_id)
        if mention is not None:
            return self._met_again(mention, shown, source, person_id)
        old = self._view.people[person_id]
        changed = changed_values(old, values, self._options.policy)
        if source.record and self._options.policy is Policy.NEW_WINS:
            changed |= _renamed(old, source.name)
        new_marks = changed_marks(old, marks)
        moved = self._moved(old, shown[-1])
        beside = moved is not None and self._is_beside(person_id, source)
        if beside:
            moved = None
            changed.pop("position", None)
        cells = cell_changes(old, changed, new_marks, None) if changed or new_marks else ()
        known = PlanRow(
            *shown,
            ImportBox.UPDATED if cells else ImportBox.UNCHANGED,
            person_id=person_id,
            changes=cells,
            values=changed,
            marks=new_marks,
            move=moved,
        )
        if beside:
            known = self._offering(known, source, self._unit_names[old["unit_id"]])
        owned = self._spoken.owned(source)
        self._spoken.keep_person(person_id, SpokenOf(known, old, "score" in marks, owned))
        return known

    def _met_again(
        self, mention: SpokenOf, shown: Seen, source: SourceRow, person_id: int
    ) -> PlanRow:
        """A later row that fits somebody on the roster of whom a row has spoken already."""
        owned = self._spoken.owned(source)
        if why := that_part(mention.owned, owned):
            return self._contested(mention, shown, source, person_id, why)
        home = self._unit_names[self._view.people[person_id]["unit_id"]]
        first = mention.first
        if first.move is not None and not self._differ(home, shown[-1]):
            # The list has the person here as well: who has not left stays, the other is beside.
            self.stay[first.ordinal] = home
            home = shown[-1]
        elif first.move is not None:
            home = first.unit
        return self._again(mention, shown, source, home, person_id)

    def _contested(
        self, mention: SpokenOf, shown: Seen, source: SourceRow, person_id: int, why: str
    ) -> PlanRow:
        old = self._view.people[person_id]
        reason = f"dòng {mention.first.row} đã là người này, nhưng {why}"
        unit = self._unit_names[old["unit_id"]]
        candidate = PersonCandidate(person_id, old["name"], unit, old["phone"], (reason,))
        return PlanRow(
            *shown,
            ImportBox.UNCERTAIN,
            reasons=(reason,),
            candidates=(candidate,),
            values=PersonColumns(source, self._keys[source.name]),
            marks=marks_in_row(source, self._view.today),
            key=decision_key(self._identity(source)),
        )

    def _moved(self, old: Mapping[str, Any], unit: str) -> tuple[str, str] | None:
        """The old and the new unit's name, when the file moves the person."""
        if not unit or self._options.policy is not Policy.NEW_WINS:
            return None
        new_id = self.unit(unit).unit_id
        if new_id == old["unit_id"]:
            return None
        new = self._unit_names[new_id] if new_id is not None else unit
        return self._unit_names[old["unit_id"]], new

    def _is_beside(self, person_id: int, source: SourceRow) -> bool:
        """Whether a row in another unit is about a second post, and moves nobody."""
        unit_id = self.unit(source.unit or self._options.unit).unit_id
        held = self._view.side_units.get(person_id, frozenset())
        return unit_id in held or says_second(source.position, source.note)

    def _differ(self, one: str, other: str) -> bool:
        """Whether two unit names mean two units, as far as is known."""
        if not (one and other) or match_key(one) == match_key(other):
            return False
        first, second = self.unit(one).unit_id, self.unit(other).unit_id
        return first is None or first != second

    def _again(
        self,
        mention: SpokenOf,
        shown: Seen,
        source: SourceRow,
        home: str,
        person_id: int | None = None,
    ) -> PlanRow:
        """A later row about somebody: it only adds what the earlier rows left open, and where it
        names another unit it offers a second post."""
        owned = self._spoken.owned(source)
        marks = mention.counted(marks_in_row(source, self._view.today))
        values = stored_values(source)
        beside = self._differ(home, shown[-1])
        if beside:
            values["position"] = ""
        changed = changed_values(mention.state, values, Policy.FILL_BLANKS)
        new_marks = changed_marks(mention.state, marks)
        cells = cell_changes(mention.state, changed, new_marks, None)
        row = PlanRow(
            *shown,
            ImportBox.UPDATED if cells else ImportBox.SKIPPED,
            person_id=person_id,
            changes=cells,
            reasons=(mention.words(shown[1], owned),),
            values=changed,
            marks=new_marks,
            same_as=mention.first.ordinal,
        )
        mention.learn(owned)
        mention.state.update(changed, **as_columns(new_marks))
        new_unit = shown[-1] not in mention.elsewhere
        mention.elsewhere.add(shown[-1])
        return self._offering(row, source, home) if beside and new_unit else row

    def _offering(self, row: PlanRow, source: SourceRow, home: str) -> PlanRow:
        """The row with the offer of a second post, unless the roster has it."""
        if row.person_id is not None:
            held = self._view.side_units.get(row.person_id, frozenset())
            if self.unit(row.unit).unit_id in held:
                return row._replace(reasons=(*row.reasons, HELD.format(unit=row.unit)))
        reason = OFFERED.format(unit=row.unit, home=home)
        return row._replace(reasons=(*row.reasons, reason), post=source.position)

    def _fresh(
        self, shown: Seen, source: SourceRow, values: Mapping[str, Any], marks: Mapping[str, Any]
    ) -> PlanRow:
        unit, key = shown[-1], values["name_key"]
        fresh = PlanRow(*shown, ImportBox.NEW, values=values, marks=marks)
        if source.name in self._of_anybody:
            why = PLACEHOLDER.format(name=source.name)
            return fresh._replace(box=ImportBox.UNCERTAIN, reasons=(why,))
        if self._spoken.is_alone(source, key, unit):
            return fresh
        owned = self._spoken.owned(source)
        mention = self._spoken.of_new(source.name, key, unit, owned)
        if mention is not None:
            return self._again(mention, shown, source, mention.first.unit)
        if doubts := self._spoken.in_doubt(source.name, key, unit, owned):
            candidates = tuple(namesake(each.first) for each in doubts)
            return fresh._replace(
                box=ImportBox.UNCERTAIN, reasons=candidates[0].reasons, candidates=candidates
            )
        self._spoken.keep_new(key, unit, SpokenOf(fresh, NO_MARKS, "score" in marks, owned))
        return fresh


def _renamed(old: Mapping[str, Any], name: str) -> dict[str, Any]:
    """The new name of somebody known by the stable id; spelling that means the same stays."""
    return {} if match_key(name) == old["name_key"] else dict(person_name_columns(name))
