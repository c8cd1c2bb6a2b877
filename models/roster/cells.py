"""Cells of the roster written as a spreadsheet writes them: planned, then one change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from models.contests.current_stage import CURRENT_CONTEST, marked_stage
from models.errors import AppError
from models.journal.change import Change, WriteStep, changing, rows_by_id
from models.journal.rows import StoredRow
from models.records import Mark, Person, Unit
from models.records.cells import MARK_COLUMNS, WRITABLE_COLUMNS, CellPlan, CellText, PlannedCell
from models.records.moment import Moment
from models.records.person_columns import PERSON_TITLES, written_of
from models.roster.cell_values import GREAT_MOST, USUAL_MOST, CellReader, Meant
from models.roster.doubtful import NO_DOUBT, lacks_its_doubt
from models.roster.marks import participations_of
from models.roster.person_rows import load_people
from models.roster.registration import mark_columns, mark_of_row, registered_from
from models.roster.transfers import end_main_posts
from models.roster.unit_tree import load_units
from models.store.prepared import DeclaredReader
from models.store.schema import contests, participations, people
from models.store.store import Store
from models.text.formats import number, short_date
from models.text.names import match_key

MOST_CELLS = 100_000
STRETCH = 2_000
"""So many cells are read before the work looks whether it shall stop."""


@dataclass(slots=True)
class _Meant:
    """What becomes of one person: columns of the roster, the dates of the marks, the score."""

    person: Person
    columns: dict[str, Any] = field(default_factory=dict)
    marks: dict[str, date | None] = field(default_factory=dict)
    results: dict[str, float | None] = field(default_factory=dict)

    def note(self, column: str, values: Mapping[str, Any]) -> None:
        """What was written into one cell."""
        if column == "score":
            self.results.update(values)
        elif column in MARK_COLUMNS:
            self.marks.update(values)
        else:
            self.columns.update(values)


def plan_cells(
    data_file: Store, cells: Sequence[CellText], step: WriteStep | None = None
) -> CellPlan:
    """What writing `cells` would do; nothing is written. Raises `AppError` for far too many.

    `step` hears how many cells have been read, again and again, and may raise to stop it all.
    """
    with data_file.reading() as connection:
        return _plan(connection, data_file.clock().date(), cells, step)[0]


def write_cells(
    data_file: Store, cells: Sequence[CellText], verb: str = "Sửa", step: WriteStep | None = None
) -> CellPlan:
    """Write what can be written of `cells` as one change; what it did, and what it left out.

    `step` hears of the cells read and then, beyond them, of the rows written; when it raises,
    nothing is written.
    """
    read, today = len(cells), data_file.clock().date()
    written = None if step is None else lambda rows: step(read + min(rows, read))
    with changing(data_file, "cells-edit", "", step=written) as change:
        plan, meant = _plan(change.connection, today, cells, step)
        whose = {line.person_id for line in plan.changes}
        change.summary = _summary(plan, verb)
        _write_people(change, [meant[each] for each in whose], today)
        taking_part = [meant[each] for each in whose if meant[each].marks or meant[each].results]
        _write_marks(change, taking_part)
    return plan


def _summary(plan: CellPlan, verb: str) -> str:
    changes = plan.changes
    if len(changes) == 1:
        return f"{verb} {PERSON_TITLES[changes[0].column].lower()} của {changes[0].name}"
    whose = len({line.person_id for line in changes})
    return f"{verb} {number(len(changes))} ô của {number(whose)} người"


def _plan(
    connection: Connection, today: date, cells: Sequence[CellText], step: WriteStep | None
) -> tuple[CellPlan, dict[int, _Meant]]:
    if len(cells) > MOST_CELLS:
        raise AppError(
            f"Không sửa được {number(len(cells))} ô một lần.",
            f"Hãy chọn không quá {number(MOST_CELLS)} ô.",
        )
    units = _units_by_key(load_units(connection, today))
    reader = CellReader(units, today, _most_score(connection))
    people_reader = DeclaredReader(connection)
    meant: dict[int, _Meant] = {}
    lines: list[PlannedCell | None] = []
    for start in range(0, len(cells), STRETCH):
        part = cells[start : start + STRETCH]
        ids = dict.fromkeys(cell.person_id for cell in part if cell.person_id not in meant)
        found = load_people(people_reader, list(ids), today)
        meant |= {person.id: _Meant(person) for person in found}
        lines += [_line(reader, meant[c.person_id], c) for c in part if c.person_id in meant]
        if step is not None:
            step(start + len(part))
    changes = tuple(_with_losses(line, meant[line.person_id]) for line in lines if line)
    return CellPlan(changes, len(lines) - len(changes)), meant


def _with_losses(line: PlannedCell, meant: _Meant) -> PlannedCell:
    """Who is registered no more has not completed either, nor failed: that is said."""
    person, marks = meant.person, meant.marks
    emptied = line.column == "registered_on" and not line.refusal and marks[line.column] is None
    if not emptied or "completed_on" in marks:
        return line
    if person.completed_on:
        return replace(line, also=f"hoàn thành {short_date(person.completed_on)}")
    failed = person.failed_on
    return replace(line, also=f"thi chưa đạt {short_date(failed)}") if failed else line


def _units_by_key(units: Sequence[Unit]) -> dict[str, Unit]:
    by_key = {match_key(alias): unit for unit in units for alias in unit.aliases}
    return by_key | {match_key(unit.name): unit for unit in units}


def _line(reader: CellReader, meant: _Meant, cell: CellText) -> PlannedCell | None:
    """One line of the plan, its meaning noted in `meant`; None when nothing changes."""
    person = meant.person
    before = written_of(person, cell.column) if cell.column in WRITABLE_COLUMNS else ""

    def line(after: str, refusal: str = "") -> PlannedCell:
        return PlannedCell(person.id, person.name, cell.column, before, after, refusal)

    if cell.column not in WRITABLE_COLUMNS:
        return line(cell.text, "Cột này không sửa được")
    read = reader.read(cell.column, cell.text)
    if not read.refusal and read.shown == before:
        return None
    refusal = read.refusal or _untimely(meant, cell.column, read)
    if not refusal:
        meant.note(cell.column, read.values)
    return line(read.shown, refusal)


def _untimely(meant: _Meant, column: str, read: Meant) -> str:
    """Why what was read does not go with the marks of this person; "" where it does."""
    if column == "score" and read.shown and not _takes_part(meant):
        return "Người này chưa tham gia nên chưa có điểm"
    day = read.values[column] if column == "registered_on" else None
    return _too_late(meant, day) if day else ""


def _most_score(connection: Connection) -> float:
    """The best score that is written: a pass mark may lie beyond the usual one."""
    passed = select(contests.c.pass_mark).where(contests.c.id == CURRENT_CONTEST)
    return GREAT_MOST if (connection.execute(passed).scalar() or 0) > USUAL_MOST else USUAL_MOST


def _takes_part(meant: _Meant) -> bool:
    """Whether they have, or will have, a mark."""
    person = meant.person
    stored = {"registered_on": person.registered_on, "completed_on": person.completed_on}
    return bool(person.failed_on) or any((stored | meant.marks).values())


def _too_late(meant: _Meant, registered: date) -> str:
    """Why nobody registers on that day any more; "" where they may."""
    completed = meant.marks.get("completed_on", meant.person.completed_on)
    failed = meant.person.failed_on
    if completed and registered > completed:
        return f"Sau ngày hoàn thành {short_date(completed)}"
    return f"Sau ngày thi chưa đạt {short_date(failed)}" if failed and registered > failed else ""


def _write_people(change: Change, whose: Sequence[_Meant], today: date) -> None:
    moved = [each for each in whose if "unit_id" in each.columns]
    before = rows_by_id(change.connection, people, [each.person.id for each in moved])
    end_main_posts(change, before, {e.person.id: e.columns["unit_id"] for e in moved}, today)
    alike: dict[tuple[str, ...], dict[int, Mapping[str, Any]]] = {}
    for each in whose:
        if each.columns:
            alike.setdefault(tuple(sorted(each.columns)), {})[each.person.id] = each.columns
    for values in alike.values():
        change.update(people, values)


def _write_marks(change: Change, whose: Sequence[_Meant]) -> None:
    """Completing implies being registered; without a registration nothing is completed."""
    if not whose:
        return
    stage = marked_stage(change.connection)._asdict()
    existing = participations_of(change.connection, [each.person.id for each in whose])
    new: list[dict[str, Any]] = []
    updates: dict[int, dict[str, Any]] = {}
    settled: dict[int, Mapping[str, Any]] = {}
    for each in whose:
        row = existing.get(each.person.id)
        dates = _dates(each, row or {})
        if row is None:
            new.append({"person_id": each.person.id, **stage, **dates, **each.results})
        else:
            updates[row["id"]] = {**dates, **_results(each, row, dates), **each.results}
            if lacks_its_doubt(row, dates):
                settled[row["id"]] = NO_DOUBT
    change.insert(participations, new)
    change.update(participations, updates)
    change.update(participations, settled)


_RESULTS = ("score", "attempts")


def _results(meant: _Meant, row: StoredRow, dates: Mapping[str, Any]) -> dict[str, Any]:
    """Score and attempts go with the mark they belong to."""
    emptied = "completed_on" in meant.marks or not dates["registered_on"]
    kept = dates["completed_on"] or not emptied
    return {name: row[name] if kept else None for name in _RESULTS}


def _dates(meant: _Meant, row: StoredRow) -> dict[str, Any]:
    """The marks as they shall stand. One whose day is written has no time of day."""

    def mark_of(mark: Mark) -> Moment | None:
        if f"{mark}_on" not in meant.marks:
            return mark_of_row(row, mark) if row else None
        day = meant.marks[f"{mark}_on"]
        return None if day is None else Moment(day)

    registered, failed, completed = map(mark_of, Mark)
    if "registered_on" in meant.marks and registered is None:
        failed = None
        completed = completed if "completed_on" in meant.marks else None
    return {
        **mark_columns(Mark.REGISTERED, registered_from(registered, failed, completed)),
        **mark_columns(Mark.FAILED, failed),
        **mark_columns(Mark.COMPLETED, completed),
    }
