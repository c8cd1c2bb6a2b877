"""An import that is cancelled or breaks, at whatever moment, leaves the file as it was."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from models.errors import Cancelled
from models.intake.apply import apply_plan
from models.intake.plan import Source, make_plan
from models.intake.plan_records import ImportBox, ImportDecisions, ImportPlan, PlanOptions
from models.intake.shape.records import ShapedTable, SourceRow
from models.journal import change as journal
from models.journal.history import fingerprint, history
from models.records import PeopleQuery
from models.roster.people import list_people
from models.text.phones import normalise_phone
from tests.factory import add_people, made_up_name

HERE, NEW_UNIT = "Phòng Văn hóa - Xã hội", "Trường Mầm non Hoa Sen"
KNOWN, FRESH = 6, 10


@pytest.fixture
def plan(file) -> ImportPlan:
    """Six people with a new position, ten new ones in a new unit, marks, and one who leaves."""
    add_people(file, KNOWN + 1)
    rows = tuple(
        SourceRow(
            "DS",
            at + 2,
            made_up_name(at),
            normalise_phone(f"0912{at:06d}"),
            HERE if at < KNOWN else NEW_UNIT,
            position="Chuyên viên",
            registered=True,
            completed_on=date(2026, 6, 7) if at % 2 else None,
        )
        for at in [*range(KNOWN), *range(50, 50 + FRESH)]
    )
    made = make_plan(
        file, [Source("a.xlsx", "0" * 64, (ShapedTable(rows, (), ()),))], PlanOptions()
    )
    assert (made.counts[ImportBox.UPDATED], made.counts[ImportBox.NEW]) == (KNOWN, FRESH)
    return made


@pytest.fixture
def decisions(plan) -> ImportDecisions:
    (absent,) = plan.absent
    return ImportDecisions(leave=frozenset({absent.person_id}))


class _Broken(Exception):
    """The disk, the driver or anything else gave up."""


def test_cancelled_at_any_step_nothing_is_written(file, plan, decisions, monkeypatch):
    monkeypatch.setattr(journal, "STRETCH", 3)
    before = (fingerprint(file), history(file))
    told: list[tuple[int, int]] = []
    apply_until = 0

    def stop(done: int, of: int) -> None:
        told.append((done, of))
        if len(told) > apply_until:
            raise Cancelled

    while True:
        told.clear()
        try:
            apply_plan(file, plan, decisions, stop)
        except Cancelled:
            assert (fingerprint(file), history(file)) == before
            apply_until += 1
        else:
            break
    assert apply_until >= 10
    assert all(done <= of for done, of in told)
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1][0] == told[-1][1]
    assert len(list_people(file, PeopleQuery())) == KNOWN + FRESH


def test_broken_at_any_statement_nothing_is_written(file, plan, decisions):
    before = (fingerprint(file), history(file))
    left = 0

    def count(*_arguments: object) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise _Broken

    broken = 0
    while True:
        left = broken
        event.listen(Engine, "before_cursor_execute", count)
        try:
            apply_plan(file, plan, decisions)
        except _Broken:
            broken += 1
        else:
            break
        finally:
            event.remove(Engine, "before_cursor_execute", count)
        assert (fingerprint(file), history(file)) == before
    assert broken >= 20
    assert len(list_people(file, PeopleQuery())) == KNOWN + FRESH
