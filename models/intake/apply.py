"""Carrying out a plan: one change, so one undo takes all of it back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from models.errors import AppError
from models.intake.memory import remember_columns
from models.intake.plan_records import (
    Choice,
    Decision,
    ImportBox,
    ImportDecisions,
    ImportPlan,
    ImportResult,
    PlanRow,
    Progress,
)
from models.intake.proposals import carry_out_proposals, with_moves
from models.intake.writing import insert_people, merge_into, update_people, write_marks
from models.journal.change import Change, WriteStep, changing
from models.journal.history import newest_change
from models.machine.collector import paused_collector
from models.roster.kinds import kind_of_name, parent_for
from models.roster.match_decisions import remember_decisions
from models.roster.posts import add_side_posts
from models.roster.unit_tree import load_units
from models.roster.units import add_alias, insert_units
from models.store.schema import imports, people
from models.store.store import Store
from models.text.names import match_key


@dataclass(slots=True)
class _Work:
    """What the plan and the decisions come to."""

    new: list[PlanRow] = field(default_factory=list)
    updates: list[PlanRow] = field(default_factory=list)
    merges: list[tuple[int, PlanRow]] = field(default_factory=list)
    decided: list[tuple[str, int, bool]] = field(default_factory=list)
    posts: list[PlanRow] = field(default_factory=list)
    folded: int = 0
    left_alone: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nobody on the roster is touched."""
        return not (self.new or self.updates or self.merges or self.posts)


def apply_plan(
    data_file: Store,
    plan: ImportPlan,
    decisions: ImportDecisions,
    progress: Progress | None = None,
) -> ImportResult:
    """Write what the plan and the decisions say, as one change named after the files.

    `progress` gets (rows written, rows in all) and may raise `Cancelled`: then nothing is
    written. Raises `AppError` when the roster has changed since the plan was made.
    """
    accepted = [each for each in plan.proposals if each.id in decisions.accepted]
    rows = with_moves(plan.rows, accepted)
    work = _sort_out(plan, rows, decisions)
    touches = not work.is_empty or bool(decisions.leave or accepted)
    step = _counted(progress, work, decisions) if progress else None
    with (
        paused_collector(),
        changing(data_file, "import", "", undoable=touches, step=step) as change,
    ):
        _refuse_stale(change, plan)
        day = data_file.clock().date()
        known = {each.name: decisions.units.get(each.name, each.unit_id) for each in plan.units}
        merged = merge_into(change, work.merges, plan.options.policy, known.get)
        work.updates.extend(row for row in merged if row.changes)
        same = sum(not row.changes for row in merged)
        unit_ids, made = _unit_ids(change, plan, decisions, work, day)
        ids, marks = insert_people(change, work.new, unit_ids, decisions.since)
        marks |= update_people(change, work.updates, unit_ids, day)
        asked = carry_out_proposals(change, accepted, {**_known_ids(rows, work, ids), **ids}, day)
        marks |= {each: {**dates, **marks.get(each, {})} for each, dates in asked.items()}
        posts = add_side_posts(change, _wanted_posts(work, ids, unit_ids), day)
        change.summary = _summary(plan, work, posts)
        registered, completed = write_marks(change, marks)
        leaving = {each: {"left_on": day, "left_reason": ""} for each in decisions.leave}
        change.update(people, leaving)
        remember_columns(change, plan.mappings)
        remember_decisions(change, work.decided)
        result = ImportResult(
            new=len(work.new),
            updated=len(work.updates) + work.folded,
            unchanged=sum(row.box is ImportBox.UNCHANGED for row in rows) + same,
            uncertain=work.left_alone,
            rejected=plan.counts[ImportBox.REJECTED],
            skipped=plan.counts[ImportBox.SKIPPED],
            registered=registered,
            completed=completed,
            people=len(plan.rows),
            new_units=made,
            posts=posts,
        )
        _register(change, data_file, plan, result)
    return result


def _counted(progress: Progress, work: _Work, decisions: ImportDecisions) -> WriteStep:
    """Tells `progress` of the rows of people and marks among all that will be written."""
    touched = [*work.new, *work.updates, *(row for _, row in work.merges)]
    total = len(touched) + sum(bool(row.marks) for row in touched) + len(decisions.leave)
    return lambda done: progress(min(done, total), total)


def _known_ids(rows: Sequence[PlanRow], work: _Work, made: Mapping[int, int]) -> dict[int, int]:
    """The person of each row that means somebody known, or the new person of an earlier row."""
    ids = {row.ordinal: row.person_id for row in rows if row.person_id is not None}
    ids |= {
        row.ordinal: made[row.same_as]
        for row in rows
        if row.same_as is not None and row.same_as in made
    }
    return ids | {row.ordinal: person_id for person_id, row in work.merges}


def _sort_out(plan: ImportPlan, rows: Sequence[PlanRow], decisions: ImportDecisions) -> _Work:
    work = _Work()
    added: dict[int, list[PlanRow]] = {}
    undecided = Decision(Choice.NEW if plan.options.uncertain == "new" else Choice.SKIP)
    for row in rows:
        if row.post is not None and row.ordinal in decisions.posts:
            work.posts.append(row)
        if row.box is ImportBox.NEW:
            work.new.append(row)
        elif row.box is ImportBox.UPDATED and row.person_id is None and row.same_as is not None:
            added.setdefault(row.same_as, []).append(row)
        elif row.box is ImportBox.UPDATED:
            work.updates.append(row)
        elif row.box is ImportBox.UNCERTAIN:
            decision = decisions.rows.get(row.ordinal)
            if decision is not None and decision.row is not None:
                first = rows[decision.row]
                added.setdefault(first.ordinal, []).append(_adding_to(first, row))
                if row.unit and row.unit != first.unit:
                    work.posts.append(_beside(first, row))
                continue
            _decided(work, row, decision or undecided)
            if decision is not None:
                work.decided += _words_to_keep(row, decision)
    work.folded = sum(map(len, added.values()))
    if added:
        work.new = [_completed(row, added.get(row.ordinal, ())) for row in work.new]
    return work


def _beside(first: PlanRow, row: PlanRow) -> PlanRow:
    """A row of another unit that the officer said is the person of an earlier one."""
    position = str(row.values.get("position") or "")
    return row._replace(same_as=first.ordinal, post=position)


def _wanted_posts(
    work: _Work, ids: Mapping[int, int], unit_ids: Mapping[str, int]
) -> list[tuple[int, int, str]]:
    """The second posts to record: person, unit, position. Who was not taken in has none; `ids`
    are those of the new people by the ordinals of their rows."""
    wanted: list[tuple[int, int, str]] = []
    for row in work.posts:
        person_id = row.person_id
        if person_id is None and row.same_as is not None:
            person_id = ids.get(row.same_as)
        if person_id is not None:
            wanted.append((person_id, unit_ids[row.unit], row.post or ""))
    return wanted


def _adding_to(first: PlanRow, row: PlanRow) -> PlanRow:
    """A row about the new person of an earlier one, with what that one left open."""
    values = {name: each for name, each in row.values.items() if not first.values.get(name)}
    marks = {name: each for name, each in row.marks.items() if name not in first.marks}
    return row._replace(values=values, marks=marks)


def _completed(row: PlanRow, later: Sequence[PlanRow]) -> PlanRow:
    """A new person with what later rows add."""
    for each in later:
        row = row._replace(values={**row.values, **each.values}, marks={**row.marks, **each.marks})
    return row


def _decided(work: _Work, row: PlanRow, decision: Decision) -> None:
    if decision.choice is Choice.NEW and row.unit:
        # Two rows that say the same are one new person, though nobody could tell who else.
        twice = any(each.key == row.key for each in work.new if each.key)
        work.left_alone += twice
        work.new += [] if twice else [row]
    elif decision.choice is Choice.SAME and decision.person_id is not None:
        work.merges.append((decision.person_id, row))
    else:
        work.left_alone += 1


def _words_to_keep(row: PlanRow, decision: Decision) -> list[tuple[str, int, bool]]:
    """What the officer said of `row`, as it is remembered: who it is, or who it is not."""
    if decision.choice is Choice.SAME and decision.person_id is not None:
        return [(row.key, decision.person_id, True)]
    if decision.choice is Choice.NEW:
        return [(row.key, each.person_id, False) for each in row.candidates if each.row is None]
    return []


def _summary(plan: ImportPlan, work: _Work, posts: int) -> str:
    """What was done, as it was done: a post that is held already, or is the main one, is none."""
    names = ", ".join(file.name for file in plan.files[:3])
    more = f" và {len(plan.files) - 3} tệp khác" if len(plan.files) > 3 else ""
    counted = (
        (len(work.new), "người mới"),
        (len(work.updates) + work.folded, "người cập nhật"),
        (posts, "chức vụ kiêm nhiệm"),
    )
    done = ", ".join(f"{count} {words}" for count, words in counted if count)
    return f"Nhập {names}{more}: {done}" if done else f"Nhập {names}{more}"


def _refuse_stale(change: Change, plan: ImportPlan) -> None:
    if newest_change(change.connection, before=change.id) != plan.base:
        raise AppError(
            "Danh sách đã thay đổi từ lúc xem trước nên chưa nhập gì.",
            "Hãy xem lại kế hoạch nhập rồi bấm Nhập lần nữa.",
        )


def _unit_ids(
    change: Change, plan: ImportPlan, decisions: ImportDecisions, work: _Work, day: date
) -> tuple[Mapping[str, int], int]:
    """The unit id of each name in use; missing units are made under their block's group."""
    used = {row.unit for row in (*work.new, *work.posts)}
    used |= {row.unit for row in work.updates if "unit" in row.values}
    sure = {each.name: each.unit_id for each in plan.units}
    chosen = {**sure, **decisions.units}
    leads = {name: decisions.joined.get(name, name) for name in sure if name in used}
    spelt = dict[str, str]()
    for name, lead in leads.items():
        if chosen[lead] is None:
            # The same name in capitals, or with its tones set elsewhere, is no second unit.
            leads[name] = spelt.setdefault(match_key(lead), lead)
    made = _make_units(change, list(spelt.values()), day)
    ids: dict[str, int] = {}
    for name, lead in leads.items():
        ids[name] = chosen[lead] or made[lead]
        if ids[name] != sure[name] and match_key(name) not in spelt:
            add_alias(change, ids[name], name)
    return ids, len(made)


def _make_units(change: Change, names: Sequence[str], day: date) -> dict[str, int]:
    tree = load_units(change.connection, day)
    first = len(tree)
    rows = []
    for offset, name in enumerate(names):
        kind = kind_of_name(name)
        rows.append((name, kind, parent_for(kind, tree), first + offset))
    return dict(zip(names, insert_units(change, rows), strict=True))


def _register(change: Change, data_file: Store, plan: ImportPlan, result: ImportResult) -> None:
    """Note each file in the register: its bytes, when, by whom, with what result (F26)."""
    boxes = {str(box): getattr(result, box) for box in ImportBox}
    row = {"at": data_file.clock(), "who": data_file.who, "rows": result.people, **boxes}
    change.insert(
        imports,
        [{**row, "file_name": source.name, "sha256": source.sha256} for source in plan.files],
    )
