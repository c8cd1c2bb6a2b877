"""The unit tree: read as records, changed through the journal."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, func, select

from models.errors import AppError
from models.journal.change import Change, changing
from models.records import Contact, Unit, UnitKind
from models.roster.unit_tree import list_units, load_units
from models.store.schema import metadata, people, unit_aliases, unit_contacts, units
from models.store.store import Store
from models.text.formats import number
from models.text.names import match_key, search_fold, storage_form

OWNED = (unit_aliases, unit_contacts)
ROLE_WORDS = {"head": "người đứng đầu", "contact": "đầu mối"}
CONTACT_FACTS = ("role", "name", "position", "phone", "email")
HELD = {
    "people": "người",
    "units": "đơn vị trực thuộc",
    "posts": "vị trí công tác của những ngày trước hoặc kiêm nhiệm",
    "wrong_unit_slips": "phiếu sửa đơn vị",
    "official_figures": "số liệu của thành phố",
    "reminders": "lần đôn đốc",
    "entries": "bài dự thi",
    "awards": "giải thưởng",
    "publicity_tasks": "nhiệm vụ tuyên truyền",
}
"""What may hang on a unit, by table."""


def unit_named(data_file: Store, name: str) -> Unit:
    """The unit of that name or alias. Raises `AppError` when there is none."""
    key = match_key(name)
    for unit in list_units(data_file):
        if key in (match_key(unit.name), *map(match_key, unit.aliases)):
            return unit
    raise AppError(f"Không có đơn vị nào tên là “{name}”.", "Hãy xem lại tên ở trang Đơn vị.")


def add_unit(data_file: Store, name: str, kind: UnitKind, parent_id: int | None = None) -> int:
    """Add a unit as the last child of `parent_id`; returns its id.

    Raises `AppError` when the name is empty or another unit has it.
    """
    clean = _clean_name(name)
    with changing(data_file, "unit-add", f"Thêm đơn vị {clean}") as change:
        _refuse_taken(change, clean, None)
        position = _end_of(change.connection, parent_id)
        return insert_units(change, [(clean, kind, parent_id, position)])[0]


def insert_units(change: Change, new: Sequence[tuple[str, UnitKind, int | None, int]]) -> list[int]:
    """Insert units given as (name, kind, parent id, position) within `change`."""
    return change.insert(
        units,
        [
            {
                "uid": secrets.token_hex(6),
                "name": name,
                **unit_name_columns(name),
                "kind": kind.value,
                "parent_id": parent_id,
                "position": position,
            }
            for name, kind, parent_id, position in new
        ],
    )


def unit_name_columns(name: str) -> dict[str, str]:
    """The keys that stand beside a unit's name."""
    return {"name_key": match_key(name), "name_search": search_fold(name)}


def rename_unit(data_file: Store, unit_id: int, name: str) -> None:
    """Give a unit a new name; the old one stays as an alias, so that lists still find it."""
    clean = _clean_name(name)
    with changing(data_file, "unit-rename", "") as change:
        _refuse_taken(change, clean, unit_id)
        old = _named(change, unit_id)
        change.summary = f"Đổi tên đơn vị {old} thành {clean}"
        change.update(units, {unit_id: {"name": clean, **unit_name_columns(clean)}})
        if match_key(old) != match_key(clean):
            add_alias(change, unit_id, old)


def set_unit_kind(data_file: Store, unit_id: int, kind: UnitKind) -> None:
    """Put a unit into another block (khối)."""
    with changing(data_file, "unit-kind", "") as change:
        change.summary = f"Đổi khối của đơn vị {_named(change, unit_id)}"
        change.update(units, {unit_id: {"kind": kind.value}})


def move_unit(data_file: Store, unit_id: int, parent_id: int | None, index: int = -1) -> None:
    """Put a unit under another parent, at `index` among its children (-1: the end).

    Raises `AppError` when the new parent is the unit itself or lies below it.
    """
    with changing(data_file, "unit-move", "") as change:
        name = _named(change, unit_id)
        every = load_units(change.connection, data_file.clock().date())
        parents = {unit.id: unit.parent_id for unit in every}
        walk = parent_id
        while walk is not None:
            if walk == unit_id:
                raise AppError(
                    f"Không thể đưa {name} vào đơn vị thuộc chính nó.",
                    "Hãy chọn đơn vị cấp trên khác.",
                )
            if walk not in parents:
                raise _gone()
            walk = parents[walk]
        siblings = [u.id for u in every if u.parent_id == parent_id and u.id != unit_id]
        siblings.insert(len(siblings) if index < 0 else index, unit_id)
        change.summary = f"Chuyển vị trí đơn vị {name}"
        change.update(units, {unit_id: {"parent_id": parent_id}})
        change.update(units, {each: {"position": place} for place, each in enumerate(siblings)})


def remove_unit(data_file: Store, unit_id: int) -> None:
    """Remove a unit that nothing hangs on. Raises `AppError` that names what does."""
    with changing(data_file, "unit-remove", "") as change:
        name = _named(change, unit_id)
        change.summary = f"Xóa đơn vị {name}"
        held = _held_by(change.connection, unit_id)
        if held:
            raise AppError(
                f"Chưa xóa được {name} vì đơn vị này còn {', '.join(held.values())}.",
                "Hãy chuyển người và đơn vị trực thuộc sang nơi khác trước."
                if held.keys() & {people.name, units.name}
                else "Số liệu và văn bản của những ngày trước cần đến đơn vị này nên hãy giữ lại; "
                "đơn vị không còn người thì không có trong báo cáo.",
            )
        for table in OWNED:
            owned = select(table.c.id).where(table.c.unit_id == unit_id)
            change.delete(table, list(change.connection.execute(owned).scalars()))
        change.delete(units, [unit_id])


def set_contacts(data_file: Store, unit_id: int, contacts: Sequence[Contact]) -> None:
    """Replace the head and the contacts of a unit."""
    with changing(data_file, "unit-contacts", "") as change:
        owned = select(unit_contacts).where(unit_contacts.c.unit_id == unit_id)
        before = change.connection.execute(owned).mappings().all()
        change.summary = f"Cập nhật {_who(before, contacts)} của {_named(change, unit_id)}"
        change.delete(unit_contacts, [row["id"] for row in before])
        change.insert(
            unit_contacts,
            [
                {
                    "unit_id": unit_id,
                    "role": contact.role,
                    "name": storage_form(contact.name),
                    "position": contact.position,
                    "phone": contact.phone,
                    "email": contact.email,
                }
                for contact in contacts
            ],
        )


def _who(before: Sequence[Mapping[Any, Any]], contacts: Sequence[Contact]) -> str:
    """Whom a replacement touches: "người đứng đầu", "đầu mối" or both."""
    old = [tuple(row[name] or "" for name in CONTACT_FACTS) for row in before]
    new = [tuple(getattr(each, name) or "" for name in CONTACT_FACTS) for each in contacts]
    touched = {role for role, *_ in set(old) ^ set(new)} or {role for role, *_ in old + new}
    names = [words for role, words in ROLE_WORDS.items() if role in touched]
    return ", ".join(names) or ROLE_WORDS["contact"]


def add_alias(change: Change, unit_id: int, alias: str) -> None:
    """Remember another name of a unit, unless that name is already spoken for."""
    key = match_key(alias)
    taken = select(unit_aliases.c.id).where(unit_aliases.c.alias_key == key)
    if change.connection.execute(taken).first() is None:
        row = {"unit_id": unit_id, "alias": storage_form(alias), "alias_key": key}
        change.insert(unit_aliases, [row])


def _named(change: Change, unit_id: int) -> str:
    statement = select(units.c.name).where(units.c.id == unit_id)
    name = change.connection.execute(statement).scalar()
    if name is None:
        raise _gone()
    return str(name)


def _gone() -> AppError:
    return AppError("Đơn vị này không còn trong danh sách.", "Hãy chọn đơn vị khác.")


def _clean_name(name: str) -> str:
    clean = storage_form(name)
    if not clean:
        raise AppError("Tên đơn vị còn trống.", "Hãy gõ tên đơn vị.")
    return clean


def _refuse_taken(change: Change, name: str, own_id: int | None) -> None:
    statement = select(units.c.id).where(units.c.name_key == match_key(name))
    same = change.connection.execute(statement).scalar()
    if same is not None and same != own_id:
        raise AppError(f"Đã có đơn vị {name}.", "Hãy đặt tên khác hoặc dùng đơn vị đã có.")


def _end_of(connection: Connection, parent_id: int | None) -> int:
    own = units.c.parent_id.is_(None) if parent_id is None else units.c.parent_id == parent_id
    last = connection.execute(select(func.max(units.c.position)).where(own)).scalar()
    return 0 if last is None else int(last) + 1


def _held_by(connection: Connection, unit_id: int) -> dict[str, str]:
    """What points to a unit, by table, in words; what is the unit's own goes with it."""
    found: dict[str, str] = {}
    for table in metadata.sorted_tables:
        for column in table.c:
            if table in OWNED or not any(key.column is units.c.id for key in column.foreign_keys):
                continue
            statement = select(func.count()).select_from(table).where(column == unit_id)
            count = connection.execute(statement).scalar_one()
            if count:
                found[table.name] = f"{number(count)} {HELD.get(table.name, 'mục khác')}"
    return found
