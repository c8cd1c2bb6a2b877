"""The unit tree: adding, renaming, moving, removing."""

from __future__ import annotations

import pytest

from models.errors import AppError
from models.records import Contact, UnitKind
from models.roster.units import (
    add_unit,
    list_units,
    move_unit,
    remove_unit,
    rename_unit,
    set_contacts,
    set_unit_kind,
    unit_named,
)
from tests.factory import add_people, unit


def test_the_starter_tree_has_the_bodies_of_the_letters(file):
    names = {each.name for each in list_units(file)}
    assert {"Văn phòng Đảng ủy", "Phòng Văn hóa - Xã hội", "Công an xã"} <= names


def test_parents_come_before_their_children(file):
    seen: set[int] = set()
    for each in list_units(file):
        assert each.parent_id is None or each.parent_id in seen
        seen.add(each.id)


def test_a_renamed_unit_is_still_found_by_its_old_name(file):
    old = unit(file)
    rename_unit(file, old.id, "Phòng Văn hoá và Xã hội")
    assert unit_named(file, "PHÒNG VĂN HÓA - XÃ HỘI").id == old.id
    assert unit_named(file, "Phòng Văn hóa và Xã hội").name == "Phòng Văn hoá và Xã hội"


def test_two_units_never_share_a_name(file):
    with pytest.raises(AppError, match="Đã có đơn vị"):
        add_unit(file, "công an XÃ", UnitKind.FORCES)
    with pytest.raises(AppError, match="còn trống"):
        add_unit(file, " \u00a0 ", UnitKind.OTHER)


def test_an_unknown_unit_is_named(file):
    with pytest.raises(AppError, match="Phòng Không Có"):
        unit_named(file, "Phòng Không Có")


def test_units_move_in_the_tree_but_not_into_themselves(file):
    parent = add_unit(file, "Khối thử", UnitKind.OTHER)
    child = add_unit(file, "Tổ thử", UnitKind.OTHER, parent)
    with pytest.raises(AppError, match="thuộc chính nó"):
        move_unit(file, parent, child)
    move_unit(file, child, None, 0)
    assert next(iter(list_units(file))).id == child


def test_only_an_empty_unit_is_removed(file):
    add_people(file, 1)
    with pytest.raises(AppError, match="còn người"):
        remove_unit(file, unit(file).id)
    new = add_unit(file, "Tổ thử", UnitKind.OTHER)
    remove_unit(file, new)
    assert new not in {each.id for each in list_units(file)}


def test_heads_contacts_and_kinds(file):
    one = unit(file)
    head = Contact("head", "Phạm Đức Thuận", "Trưởng phòng", "0912000001")
    set_contacts(file, one.id, [head])
    set_unit_kind(file, one.id, UnitKind.OTHER)
    now = unit(file)
    assert now.head == head
    assert now.kind is UnitKind.OTHER
    add_people(file, 2)
    assert unit(file).people == 2
