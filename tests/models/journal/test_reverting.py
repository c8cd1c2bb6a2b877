"""Any entry of the history is taken back as if it had never been, unless something rests on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from random import Random

import pytest
from sqlalchemy import select

from models.campaign.rights.purging_person import purge_person
from models.errors import AppError
from models.figures.closing import close_contest
from models.figures.frozen import freeze
from models.journal.chain_check import broken_links, state_faults
from models.journal.change import changing
from models.journal.details import entry_row_ids, row_changes
from models.journal.differences import journal_differences
from models.journal.history import fingerprint, history
from models.journal.replay import redo, undo
from models.journal.reverting import revert_plan, take_back
from models.records import Mark, PersonDraft, UnitKind
from models.roster.leaving import set_left
from models.roster.marks import clear_marks, set_marks
from models.roster.people import add_person, edit_person
from models.roster.unit_tree import list_units
from models.roster.units import add_unit, move_unit, remove_unit, rename_unit
from models.store.schema import DOMAIN_TABLES, metadata, people, unit_aliases, units
from models.store.store import Store
from tests.factory import add_people, unit

Dump = dict[tuple[str, int], dict]


def dump(store: Store) -> Dump:
    """Every row of the office's data."""
    with store.reading() as connection:
        return {
            (table.name, row["id"]): dict(row)
            for table in DOMAIN_TABLES
            for row in connection.execute(select(table)).mappings()
        }


def plan(store: Store, entry: int, *, onwards: bool = False):
    with store.reading() as connection:
        return revert_plan(connection, entry, onwards=onwards)


def newest(store: Store) -> int:
    return history(store, 1)[0].id


def test_an_older_entry_is_taken_back_alone_and_that_is_undone_and_redone(file):
    ids = add_people(file, 4)
    set_marks(file, ids[:2], Mark.REGISTERED)
    marked = newest(file)
    set_marks(file, ids[2:], Mark.COMPLETED)
    before = fingerprint(file)
    assert plan(file, marked).rows == 2
    assert take_back(file, marked) == "Lấy lại: đánh dấu 2 người đã đăng ký"
    after = fingerprint(file)
    assert len([key for key in dump(file) if key[0] == "participations"]) == 2
    entry = next(each for each in history(file) if each.id == marked)
    assert (entry.in_effect, entry.taken_back_by) == (False, newest(file))
    assert str(plan(file, marked).problem).startswith(
        "“Đánh dấu 2 người đã đăng ký” đã được lấy lại"
    )
    undo(file)
    assert fingerprint(file) == before
    assert next(each for each in history(file) if each.id == marked).in_effect
    redo(file)
    assert fingerprint(file) == after


def test_what_was_taken_back_is_taken_back_again(file):
    ids = add_people(file, 1)
    set_marks(file, ids, Mark.REGISTERED)
    marked, before = newest(file), fingerprint(file)
    for _ in range(2):
        take_back(file, marked)
        taken = newest(file)
        assert plan(file, marked).problem is not None
        take_back(file, taken)
        assert fingerprint(file) == before
        assert plan(file, taken).problem is not None
        assert plan(file, marked).problem is None


def test_later_acts_on_the_same_rows_are_named(file):
    (person,) = add_people(file, 1)
    added = newest(file)
    edit_person(file, person, PersonDraft(name="Trần Thị Bình", unit_id=unit(file).id))
    edited = newest(file)
    set_marks(file, [person], Mark.REGISTERED)
    marked = newest(file)
    found = plan(file, added)
    assert [each.id for each in found.rests] == [marked, edited]
    assert "2 việc sau đó dựa vào" in str(found.problem)
    assert "17:00 ngày 08/06/2026" in str(found.problem)
    with pytest.raises(AppError):
        take_back(file, added)
    # What was undone rests on nothing any more.
    undo(file)
    assert [each.id for each in plan(file, added).rests] == [edited]
    take_back(file, edited)
    take_back(file, added)
    assert ("people", person) not in dump(file)


def test_what_refers_to_a_new_row_keeps_it(file):
    add_unit(file, "Trường Mầm non Hoa Sen", UnitKind.SCHOOL)
    made = newest(file)
    home = unit(file, "Trường Mầm non Hoa Sen")
    add_people(file, 2, home.id)
    assert len(plan(file, made).rests) == 2
    take_back(file, made, onwards=True)
    assert "Trường Mầm non Hoa Sen" not in {each.name for each in list_units(file)}
    undo(file)
    assert "Trường Mầm non Hoa Sen" in {each.name for each in list_units(file)}


def test_a_row_does_not_come_back_under_one_that_is_gone(file):
    home = add_unit(file, "Tổ một", UnitKind.OTHER)
    (person,) = add_people(file, 1, home)
    with changing(file, "transfer", "Sửa đơn vị ghi nhầm") as change:
        change.update(people, {person: {"unit_id": unit(file).id}})
    moved = newest(file)
    with changing(file, "unit-remove", "Xóa Tổ một") as change:
        change.delete(units, [home])
    assert [each.summary for each in plan(file, moved).rests] == ["Xóa Tổ một"]


def test_what_must_be_alone_does_not_come_back_beside_another(file):
    alias = {"unit_id": unit(file).id, "alias": "VHXH", "alias_key": "vhxh"}
    with changing(file, "x", "Đặt tên tắt") as change:
        (first,) = change.insert(unit_aliases, [alias])
    with changing(file, "x", "Bỏ tên tắt") as change:
        change.delete(unit_aliases, [first])
    removed = newest(file)
    with changing(file, "x", "Đặt lại tên tắt") as change:
        change.insert(unit_aliases, [alias])
    assert [each.summary for each in plan(file, removed).rests] == ["Đặt lại tên tắt"]


def test_what_was_changed_past_the_journal_is_not_overwritten(file):
    (person,) = add_people(file, 1)
    added = newest(file)
    with file.writing() as connection:
        connection.execute(people.update().values(note="sửa thẳng vào tệp"))
    assert "không còn như việc này đã ghi" in str(plan(file, added).problem)
    assert person


def test_figures_that_were_frozen_and_contests_that_are_closed_stay(file):
    ids = add_people(file, 2)
    set_marks(file, ids, Mark.COMPLETED)
    marked = newest(file)
    freeze(file)
    frozen = newest(file)
    assert str(plan(file, frozen).problem).endswith("Hãy chọn một việc khác trong lịch sử.")
    close_contest(file)
    assert "đã đóng" in str(plan(file, marked).problem)
    assert "đã đóng" in str(plan(file, marked, onwards=True).problem)


def test_nobody_who_was_purged_comes_back(file):
    (person,) = add_people(file, 1)
    edit_person(file, person, PersonDraft(name="Trần Thị Bình", unit_id=unit(file).id))
    edited = newest(file)
    purge_person(file, person)
    assert "đã được xóa hẳn" in str(plan(file, edited).problem)
    (row,) = row_changes(file, entry_row_ids(file, edited))
    assert "Bình" not in str(row)


def test_there_must_be_such_an_entry_that_holds(file):
    assert "không có việc này" in str(plan(file, 99).problem)
    assert "không lấy lại được" in str(plan(file, 1).problem)
    add_people(file, 1)
    undo(file)
    assert "chỉ là một bước" in str(plan(file, newest(file)).problem)
    assert "đã được hoàn tác" in str(plan(file, newest(file) - 1).problem)


def test_all_from_one_on_goes_at_once(file):
    add_people(file, 2)
    before, start = fingerprint(file), newest(file) + 1
    set_marks(file, [1], Mark.REGISTERED)
    rename_unit(file, unit(file).id, "Phòng Văn hóa")
    take_back(file, newest(file))
    add_people(file, 1)
    after = fingerprint(file)
    assert take_back(file, start, onwards=True) == "Lấy lại 4 việc từ: đánh dấu 1 người đã đăng ký"
    assert fingerprint(file) == before
    assert [each.in_effect for each in history(file)[:5]] == [True, False, False, False, False]
    undo(file)
    assert fingerprint(file) == after


class Walk:
    """Random acts, with what the data was before and after each entry that still holds."""

    def __init__(self, store: Store, seed: int) -> None:
        self.store, self.random = store, Random(seed)
        self.before: dict[int, Dump] = {}
        self.after: dict[int, Dump] = {}
        self.people = add_people(store, 3)
        self.acts: tuple[Callable[[], object], ...] = (
            self.add, self.edit, self.mark, self.unmark, self.leave, self.new_unit, self.move,
            self.rename, self.remove, lambda: undo(store), lambda: redo(store), self.back, self.back,
        )  # fmt: skip

    def run(self, steps: int) -> None:
        for _ in range(steps):
            was, last = dump(self.store), newest(self.store)
            try:
                self.random.choice(self.acts)()
            except AppError:
                assert dump(self.store) == was
                continue
            if newest(self.store) != last:
                self.before[newest(self.store)], self.after[newest(self.store)] = (
                    was,
                    dump(self.store),
                )

    def person(self) -> int:
        there = [row for table, row in dump(self.store) if table == people.name]
        return self.random.choice(there or self.people)

    def unit(self) -> int:
        return self.random.choice([each.id for each in list_units(self.store)][-4:])

    def add(self) -> None:
        name = f"Người Thứ {self.random.randrange(99)}"
        self.people.append(add_person(self.store, PersonDraft(name=name, unit_id=self.unit())))

    def edit(self) -> None:
        draft = PersonDraft(name="Lê Thị Sửa", unit_id=self.unit(), note=str(self.random.random()))
        edit_person(self.store, self.person(), draft)

    def mark(self) -> None:
        set_marks(
            self.store, [self.person()], self.random.choice([Mark.REGISTERED, Mark.COMPLETED])
        )

    def unmark(self) -> None:
        clear_marks(self.store, [self.person()], Mark.REGISTERED)

    def leave(self) -> None:
        set_left(self.store, [self.person()], date(2026, 6, 1), "Nghỉ hưu")

    def new_unit(self) -> None:
        add_unit(self.store, f"Tổ {self.random.randrange(999)}", UnitKind.OTHER)

    def move(self) -> None:
        move_unit(self.store, self.unit(), self.unit())

    def rename(self) -> None:
        rename_unit(self.store, self.unit(), f"Phòng {self.random.randrange(999)}")

    def remove(self) -> None:
        remove_unit(self.store, self.unit())

    def back(self) -> None:
        """Take back some entry, and look whether that was right."""
        held = [each for each in history(self.store) if each.in_effect and each.id in self.before]
        held = [each for each in held if each.undoes is None]
        if not held:
            return
        entry, was = self.random.choice(held), dump(self.store)
        own = self.own(entry.id)
        on_top = {each.id for each in held if each.id > entry.id and own & self.own(each.id)}
        on_top -= {
            each.id for each in history(self.store) if each.taken_back_by and each.id > entry.id
        }
        found = plan(self.store, entry.id)
        if found.problem is not None:
            assert own == set() or on_top or self.is_referred_to(entry.id, was) or found.rests
            assert on_top - self.reverts() <= {each.id for each in found.rests}
            return
        take_back(self.store, entry.id)
        is_now, then = dump(self.store), self.before[entry.id]
        assert {key: is_now.get(key) for key in own} == {key: then.get(key) for key in own}
        others = was.keys() - own
        assert {key: is_now[key] for key in others} == {key: was[key] for key in others}
        assert is_now.keys() - own == others

    def reverts(self) -> set[int]:
        return {each.id for each in history(self.store) if each.kind.startswith("revert")}

    def own(self, entry: int) -> set[tuple[str, int]]:
        """The rows that an entry changed."""
        before, after = self.before[entry], self.after[entry]
        keys = before.keys() | after.keys()
        return {key for key in keys if before.get(key) != after.get(key)}

    def is_referred_to(self, entry: int, now: Dump) -> bool:
        new = {key for key in self.own(entry) if key not in self.before[entry]}
        return any(
            (key.column.table.name, row.get(column.name)) in new
            for (table, _), row in now.items()
            for column in metadata.tables[table].c
            for key in column.foreign_keys
        )


def walk(store: Store, seed: int, steps: int) -> None:
    try:
        Walk(store, seed).run(steps)
    except AssertionError as error:
        raise AssertionError(f"seed {seed}") from error
    with store.reading() as connection:
        assert broken_links(connection) == []
        assert state_faults(connection) == []
        assert journal_differences(connection) == []


@pytest.mark.parametrize("seed", range(2))
def test_random_acts_are_taken_back_as_if_they_had_never_been(file, seed):
    walk(file, seed, 16)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 160))
def test_very_many_random_acts_are_taken_back(file, seed):
    walk(file, seed, 30)
