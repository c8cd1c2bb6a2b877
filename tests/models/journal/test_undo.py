"""The journal: one change, one undo; all of it survives a restart."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

from models.contests.contests import set_internal_deadline
from models.contests.current import current_contest
from models.errors import AppError
from models.journal.change import changing
from models.journal.history import fingerprint, history, history_of
from models.journal.packing import pack_journal
from models.journal.replay import redo, undo
from models.journal.standing import next_redo, next_undo
from models.records import Mark, PersonDraft, UnitKind
from models.roster.leaving import bring_back, set_left
from models.roster.marks import clear_marks, set_marks
from models.roster.people import edit_person
from models.roster.unit_tree import list_units
from models.roster.units import add_unit, move_unit, rename_unit
from models.store.schema import people, units
from tests.conftest import clock
from tests.engines import KeptData
from tests.factory import add_people, unit
from tests.models.journal.sound import faults_of

TOMORROW = clock() + timedelta(days=1)


def test_a_change_is_named_and_undone_and_redone(file):
    ids = add_people(file, 12)
    before = fingerprint(file)
    set_marks(file, ids, Mark.COMPLETED)
    after = fingerprint(file)
    assert next_undo(file) == "Đánh dấu 12 người đã hoàn thành"
    assert undo(file) == "Đánh dấu 12 người đã hoàn thành"
    assert fingerprint(file) == before
    assert next_redo(file) == "Đánh dấu 12 người đã hoàn thành"
    redo(file)
    assert fingerprint(file) == after
    assert next_redo(file) is None


def test_undo_and_redo_survive_a_restart(kept):
    prints = []
    with kept.open() as file:
        prints.append(fingerprint(file))
        ids = add_people(file, 3)
        prints.append(fingerprint(file))
        set_marks(file, ids, Mark.REGISTERED)
        prints.append(fingerprint(file))
    with kept.open() as file:
        undo(file)
        assert fingerprint(file) == prints[1]
        for _ in ids:
            undo(file)
        assert fingerprint(file) == prints[0]
    with kept.open() as file:
        while redo(file):
            pass
        assert fingerprint(file) == prints[2]


def test_a_new_deed_closes_the_way_forward(file):
    ids = add_people(file, 2)
    undo(file)
    set_marks(file, ids[:1], Mark.REGISTERED)
    assert next_redo(file) is None
    assert redo(file) is None


def test_a_change_that_breaks_leaves_nothing(file):
    before = fingerprint(file)
    entries = history(file)

    def break_off():
        with changing(file, "x", "Việc dở dang") as change:
            change.update(units, {unit(file).id: {"name": "Đổi"}})
            raise RuntimeError

    with pytest.raises(RuntimeError):
        break_off()
    assert fingerprint(file) == before
    assert history(file) == entries


def test_a_change_that_touches_nothing_leaves_no_trace(file):
    ids = add_people(file, 1)
    set_marks(file, ids, Mark.REGISTERED)
    count = len(history(file))
    assert set_marks(file, ids, Mark.REGISTERED).already == 1
    assert len(history(file)) == count


def test_the_making_of_the_file_is_never_undone(file):
    before = fingerprint(file)
    assert next_undo(file) is None
    assert undo(file) is None
    assert fingerprint(file) == before
    assert history(file)[-1].summary == "Tạo dữ liệu cho xã Kẻ Sặt"


def test_listeners_hear_of_committed_changes_only(file):
    heard: list[frozenset[str]] = []
    file.on_change(heard.append)
    add_people(file, 1)
    assert heard == [frozenset({"people", "changes"})]
    with pytest.raises(AppError):
        add_unit(file, "", UnitKind.OTHER)
    assert len(heard) == 1
    undo(file)
    assert "people" in heard[1]


def test_the_history_tells_who_when_what(file):
    ids = add_people(file, 1)
    set_marks(file, ids, Mark.REGISTERED, date(2026, 6, 2))
    undo(file)
    newest, mark, *_ = history(file)
    assert newest.summary == "Hoàn tác: đánh dấu 1 người đã đăng ký"
    assert newest.undoes == mark.id
    assert (mark.in_effect, mark.rows, mark.at) == (False, 1, clock())
    assert mark.who
    for in_effect in (False, True):
        told = [(entry.summary, entry.in_effect) for entry in history_of(file, ids[0])]
        assert told == [("Đánh dấu 1 người đã đăng ký", in_effect), ("Thêm Nguyễn Văn An", True)]
        redo(file)


def test_ids_are_never_used_twice(file):
    first = add_people(file, 2)
    undo(file)
    undo(file)
    again = add_people(file, 1)
    assert again[0] > max(first)


def test_a_person_moves_and_comes_back_through_undo(file):
    person = add_people(file, 1)[0]
    other = unit(file, "Công an xã")
    before = fingerprint(file)
    edit_person(file, person, PersonDraft(name="Nguyễn Văn An", unit_id=other.id))
    undo(file)
    assert fingerprint(file) == before


class Journal(RuleBasedStateMachine):
    """Any deeds, undone all the way and redone all the way, end where they were."""

    new_data: Callable[[], KeptData]

    @initialize()
    def begin(self) -> None:
        self.file = self.new_data().open()
        self.ids: list[int] = []
        self.renamed = unit(self.file).id
        self.prints = [fingerprint(self.file)]
        self.depth = 0

    def _did(self) -> None:
        now = fingerprint(self.file)
        if now != self.prints[self.depth]:
            self.prints = [*self.prints[: self.depth + 1], now]
            self.depth += 1

    @rule(count=st.integers(1, 2))
    def add(self, count: int) -> None:
        for _ in range(count):
            self.ids += add_people(self.file, 1, self.renamed)
            self._did()

    @precondition(lambda self: self.ids)
    @rule(
        data=st.data(),
        mark=st.sampled_from(list(Mark)),
        day=st.dates(date(2026, 5, 28), date(2026, 6, 8)),
    )
    def mark(self, data: st.DataObject, mark: Mark, day: date) -> None:
        some = (
            data.draw(st.lists(st.sampled_from(self._present()), unique=True, max_size=4))
            if self._present()
            else []
        )
        set_marks(self.file, some, mark, day)
        self._did()

    @precondition(lambda self: self.ids)
    @rule(mark=st.sampled_from(list(Mark)))
    def clear(self, mark: Mark) -> None:
        clear_marks(self.file, self._present(), mark)
        self._did()

    @precondition(lambda self: self.ids)
    @rule(act=st.sampled_from((set_left, bring_back)), day=st.integers(1, 9))
    def leave_or_come_back(self, act: Callable[..., int], day: int) -> None:
        before = fingerprint(self.file)
        try:
            act(self.file, self._present()[:1], date(2026, 6, day))
        except AppError:
            assert fingerprint(self.file) == before
        self._did()

    @rule(index=st.integers(0, 3))
    def move(self, index: int) -> None:
        every = list_units(self.file)
        top = [each for each in every if each.parent_id is None]
        leaf = next(each for each in reversed(every) if each.id not in {u.parent_id for u in every})
        target = top[index % len(top)]
        move_unit(self.file, leaf.id, None if target.id == leaf.id else target.id, 0)
        self._did()

    @rule(letter=st.sampled_from("ABC"))
    def rename(self, letter: str) -> None:
        rename_unit(self.file, self.renamed, f"Đơn vị thử {letter}")
        self._did()

    @rule()
    def step_back(self) -> None:
        if undo(self.file):
            self.depth -= 1
        assert fingerprint(self.file) == self.prints[self.depth]

    @rule()
    def step_forward(self) -> None:
        if redo(self.file):
            self.depth += 1
        assert fingerprint(self.file) == self.prints[self.depth]

    @rule()
    def pack(self) -> None:
        pack_journal(self.file, lambda: True, before=TOMORROW, newest=0)
        assert fingerprint(self.file) == self.prints[self.depth]

    def _present(self) -> list[int]:
        with self.file.reading() as connection:
            found = set(connection.execute(people.select()).scalars())
        return [each for each in self.ids if each in found]

    def teardown(self) -> None:
        assert faults_of(self.file) == []
        for expected in reversed(self.prints[: self.depth]):
            undo(self.file)
            assert fingerprint(self.file) == expected
        for expected in self.prints[1:]:
            redo(self.file)
            assert fingerprint(self.file) == expected
        assert faults_of(self.file) == []
        self.file.close()


def test_any_deeds_undone_and_redone_end_where_they_were(new_data):
    class Bound(Journal):
        pass

    Bound.new_data = staticmethod(new_data)
    run_state_machine_as_test(
        Bound,
        settings=settings(
            max_examples=6,
            stateful_step_count=12,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_the_internal_deadline_is_a_change_too(file):
    before = fingerprint(file)
    set_internal_deadline(file, 1, date(2026, 6, 10))
    assert current_contest(file).stages[0].internal_ends_on == date(2026, 6, 10)
    with pytest.raises(AppError, match="Hạn của xã"):
        set_internal_deadline(file, 1, date(2026, 6, 12))
    undo(file)
    assert fingerprint(file) == before


def test_the_history_is_searched_with_or_without_diacritics(file):
    made = add_unit(file, "Phòng Đô thị", UnitKind.GOVERNMENT)
    rename_unit(file, made, "Phòng Đô thị và Môi trường")
    undo(file)
    summaries = [each.summary for each in history(file, text="do thi them")]
    assert summaries == ["Thêm đơn vị Phòng Đô thị"]
    assert len(history(file, text="ĐÔ THỊ")) == 3
    assert [each.summary for each in history(file, 1, "đô thị")] == [history(file)[0].summary]
    assert history(file, text="không có ở đâu") == ()
