"""A file of some units calls nobody of the others lost; a file of all units misses nobody."""

from __future__ import annotations

import pytest

from models.journal.replay import undo
from models.reconcile.apply import apply_reconciliation
from models.reconcile.earlier import earlier_files
from models.reconcile.records import Box, ReconcileDecisions, ReconcilePlan
from models.records import UnitKind
from models.roster.units import add_unit
from models.store.data_file import DataFile
from tests.factory import unit
from tests.models.reconcile.exports import CULTURE, ECONOMY, export, person, plan

CLINIC, OFFICE = "Trạm Y tế xã", "Văn phòng HĐND và UBND"
SIZES = {CULTURE: 6, ECONOMY: 4, CLINIC: 4, OFFICE: 4}
NAMES = ("Nguyễn Văn", "Trần Thị", "Lê Minh", "Phạm Đức", "Hoàng Ngọc", "Vũ Thu")
LAST = ("An", "Bình", "Cường", "Dung")

Row = tuple[object, ...]


@pytest.fixture
def rows(file: DataFile) -> dict[str, list[Row]]:
    """The rows of each unit, as the platform has them when all is well."""
    if OFFICE not in {each.name for each in _units(file)}:
        add_unit(file, OFFICE, UnitKind.GOVERNMENT)
    made: dict[str, list[Row]] = {}
    for at, (where, size) in enumerate(SIZES.items()):
        for each in range(size):
            name, phone = f"{NAMES[each]} {LAST[at]}", f"09121{at}000{each}"
            person(file, name, phone, where)
            made.setdefault(where, []).append((phone, name, where, "90", "02/06/2026"))
    return made


def _units(file: DataFile):
    from models.roster.unit_tree import list_units

    return list_units(file)


def everybody(rows: dict[str, list[Row]]) -> list[Row]:
    return [row for held in rows.values() for row in held]


def written(file: DataFile, *rows: Row, **options: object) -> ReconcilePlan:
    made = plan(file, export(*rows), **options)
    apply_reconciliation(file, made, ReconcileDecisions())
    return made


def lost(made: ReconcilePlan) -> list[str]:
    return [entry.person.name for entry in made.in_box(Box.REGRESSED) if entry.person]


def test_one_unit_after_all_loses_only_its_own(file: DataFile, rows: dict[str, list[Row]]) -> None:
    first = written(file, *everybody(rows))
    assert first.scope == frozenset()
    made = plan(file, export(*rows[CULTURE][1:]))
    assert lost(made) == ["Nguyễn Văn An"]
    assert made.scope == {unit(file, CULTURE).id}
    assert [drop.unit for drop in made.unit_drops] == [CULTURE]
    assert sum(made.counts.values()) == len(made.entries) == sum(SIZES.values())
    silent = next(e for e in made.entries if e.person and e.person.name == "Nguyễn Văn Bình")
    assert silent.box is Box.NOT_REGISTERED
    assert "đơn vị này không có trong tệp" in silent.reasons


def test_everybody_can_be_counted_all_the_same(file: DataFile, rows: dict[str, list[Row]]) -> None:
    written(file, *everybody(rows))
    made = plan(file, export(*rows[CULTURE]), units=())
    assert len(lost(made)) == 12
    assert len(made.unit_drops) == 3


def test_a_file_without_units_is_known_by_its_people(
    file: DataFile, rows: dict[str, list[Row]]
) -> None:
    written(file, *everybody(rows))
    made = plan(file, export(*[(*row[:2], "", *row[3:]) for row in rows[ECONOMY][:3]]))
    assert lost(made) == ["Phạm Đức Bình"]


def test_a_stray_row_does_not_make_its_unit_one_of_the_file(
    file: DataFile, rows: dict[str, list[Row]]
) -> None:
    written(file, *everybody(rows))
    more = [(f"098800000{at}", f"Đào Văn Hải {at}", CULTURE, "9", "02/06/2026") for at in range(7)]
    made = plan(file, export(*rows[CULTURE], rows[ECONOMY][0], *more))
    assert made.scope == {unit(file, CULTURE).id}
    assert lost(made) == []


def test_a_file_of_all_units_in_which_many_are_missing_is_no_part(
    file: DataFile, rows: dict[str, list[Row]]
) -> None:
    written(file, *everybody(rows))
    made = plan(file, export(*[held[0] for held in rows.values()]))
    assert made.scope == frozenset()
    assert len(lost(made)) == sum(SIZES.values()) - len(SIZES)


def test_one_unit_of_four_missing_is_a_loss(file: DataFile, rows: dict[str, list[Row]]) -> None:
    written(file, *everybody(rows))
    made = plan(file, export(*rows[CULTURE], *rows[ECONOMY], *rows[CLINIC]))
    assert made.scope == frozenset()
    assert len(lost(made)) == SIZES[OFFICE]


def test_the_officer_names_the_units(file: DataFile, rows: dict[str, list[Row]]) -> None:
    written(file, *everybody(rows))
    only = (unit(file, CLINIC).id,)
    made = plan(file, export(*rows[CULTURE], *rows[CLINIC][:-1]), units=only)
    assert lost(made) == ["Phạm Đức Cường"]


def test_after_files_of_parts_each_unit_is_compared_with_its_own_last_file(
    file: DataFile, rows: dict[str, list[Row]]
) -> None:
    written(file, *everybody(rows))
    written(file, *rows[CULTURE])
    written(file, *rows[ECONOMY])
    again = plan(file, export(*[row for row in everybody(rows) if row[1] not in MISSED]))
    assert sorted(lost(again)) == sorted(MISSED)
    assert again.previous.count("số liệu đến") == 2
    assert "1 tệp khác" in again.previous
    same = plan(file, export(*rows[ECONOMY]))
    assert lost(same) == []


MISSED = ("Nguyễn Văn An", "Trần Thị Bình", "Lê Minh Cường")


def test_the_units_below_belong_to_a_unit(file: DataFile, rows: dict[str, list[Row]]) -> None:
    group = add_unit(file, "Tổ Truyền thông", UnitKind.OTHER, unit(file, CULTURE).id)
    person(file, "Đinh Quốc Huy", "0912900001", "Tổ Truyền thông")
    below = ("0912900001", "Đinh Quốc Huy", CULTURE, "9", "02/06/2026")
    written(file, *everybody(rows), below)
    made = plan(file, export(*rows[CULTURE]))
    assert made.scope == {unit(file, CULTURE).id, group}
    assert lost(made) == ["Đinh Quốc Huy"]


def test_earlier_files_are_listed_with_their_six_counts(
    file: DataFile, rows: dict[str, list[Row]]
) -> None:
    written(file, *everybody(rows))
    made = written(file, *rows[CULTURE][1:])
    newest, first = earlier_files(file)
    assert newest.boxes == made.counts
    assert newest.units == (CULTURE,)
    assert (first.units, first.accounts, first.boxes[Box.MATCHED]) == ((), 18, 18)
    assert (first.as_of, first.rows) == (made.as_of, 18)
    undo(file)
    assert [each.id for each in earlier_files(file)] == [first.id]


def test_without_a_file_nothing_is_listed(file: DataFile) -> None:
    assert earlier_files(file) == ()


def test_who_is_of_a_unit_that_the_file_leaves_out_is_counted_apart(
    file: DataFile, rows: dict[str, list[Row]]
) -> None:
    first = plan(file, export(*rows[CLINIC][:3]))
    assert (first.counts[Box.NOT_REGISTERED], first.in_other_units) == (15, 14)
    written(file, *everybody(rows))
    part = plan(file, export(*rows[CLINIC][:3]))
    assert (part.counts[Box.REGRESSED], part.in_other_units) == (1, 14)
    assert sum(part.counts.values()) == 18


def test_a_file_of_everybody_or_without_clear_units_leaves_no_unit_out(
    file: DataFile, rows: dict[str, list[Row]]
) -> None:
    whole = [row for held in rows.values() for row in held[:1]]
    assert plan(file, export(*whole)).in_other_units == 0
    unclear = [(f"nick{at}", "Đỗ Thị Lạ", "Ban nào đó", "9", "02/06/2026") for at in range(3)]
    assert plan(file, export(*rows[CLINIC], *unclear)).in_other_units == 0
    missing = "DANH SÁCH CHƯA ĐĂNG KÝ\t\n" + export(
        *((name, phone) for phone, name, *_ in rows[CLINIC]), head=("Họ tên", "Điện thoại")
    )
    assert plan(file, missing).in_other_units == 14
