"""The unit tree: adding, renaming, moving, removing."""

from __future__ import annotations

from datetime import date

import pytest

from models.errors import AppError
from models.journal.change import changing
from models.journal.history import fingerprint, history
from models.reconcile.official import set_official_figure
from models.records import Contact, UnitKind
from models.roster.leaving import set_left
from models.roster.posts import add_side_post, end_side_posts
from models.roster.transfers import transfer
from models.roster.unit_tree import list_units
from models.roster.units import (
    add_unit,
    move_unit,
    remove_unit,
    rename_unit,
    set_contacts,
    set_unit_kind,
    unit_named,
)
from models.store.schema import wrong_unit_slips
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
    with pytest.raises(AppError, match="còn 1 người"):
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


D1, D8, D9 = date(2026, 6, 1), date(2026, 6, 8), date(2026, 6, 9)


def moved_out(file, new):
    transfer(file, add_people(file, 1, new), unit(file).id, D8)


def side_post(file, new):
    (person,) = add_people(file, 1)
    add_side_post(file, person, new)
    end_side_posts(file, [person], new, D8)


def official(file, new):
    set_official_figure(file, D8, new, total=3)


def slip(file, new):
    (person,) = add_people(file, 1)
    row = {"person_id": person, "contest_id": 1, "unit_id": new, "platform_unit": "Nơi khác"}
    with changing(file, "slip", "Phiếu") as change:
        closed = {"opened_on": D1, "opened_by": "a", "closed_on": D8, "closed_by": "b", "times": 1}
        change.insert(wrong_unit_slips, [{**row, **closed}])


@pytest.mark.parametrize(
    ("hangs", "words"),
    [
        (moved_out, "1 vị trí công tác của những ngày trước"),
        (side_post, "1 vị trí công tác của những ngày trước hoặc kiêm nhiệm"),
        (official, "1 số liệu của thành phố"),
        (slip, "1 phiếu sửa đơn vị"),
        (lambda file, new: add_people(file, 2, new), "2 người"),
        (lambda file, new: set_left(file, add_people(file, 1, new), D1), "1 người"),
        (lambda file, new: add_unit(file, "Tổ thử", UnitKind.OTHER, new), "1 đơn vị trực thuộc"),
    ],
)
def test_what_hangs_on_a_unit_is_named_and_nothing_is_lost(file, hangs, words):
    new = add_unit(file, "Đơn vị thử", UnitKind.OTHER)
    hangs(file, new)
    before = fingerprint(file)
    with pytest.raises(AppError, match=f"Chưa xóa được Đơn vị thử vì đơn vị này còn {words}"):
        remove_unit(file, new)
    assert fingerprint(file) == before


def test_a_unit_counts_whoever_is_present_in_it_today(file):
    here, there = unit(file).id, unit(file, "Công an xã").id
    ids = add_people(file, 5)
    set_left(file, ids[:1], D8)
    set_left(file, ids[1:2], D9)
    transfer(file, ids[2:3], there, D9)
    transfer(file, ids[3:4], there, D8)
    counts = {each.id: each.people for each in list_units(file)}
    assert (counts[here], counts[there]) == (3, 1)


@pytest.mark.parametrize(
    ("before", "after", "whom"),
    [
        ([], [Contact("head", "Lê Thị Hoa")], "người đứng đầu"),
        ([], [Contact("contact", "Lê Thị Hoa")], "đầu mối"),
        (
            [Contact("head", "Lê Thị Hoa"), Contact("contact", "Vũ Văn Tú")],
            [Contact("head", "Lê Thị Hoa"), Contact("contact", "Vũ Văn Tú", phone="0912345678")],
            "đầu mối",
        ),
        (
            [Contact("head", "Lê Thị Hoa"), Contact("contact", "Vũ Văn Tú")],
            [],
            "người đứng đầu, đầu mối",
        ),
    ],
)
def test_the_history_says_whether_a_head_or_a_contact_was_changed(file, before, after, whom):
    held = unit(file)
    set_contacts(file, held.id, before)
    set_contacts(file, held.id, after)
    assert history(file)[0].summary == f"Cập nhật {whom} của {held.name}"
