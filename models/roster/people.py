"""The people of the roster: found, listed in Vietnamese order, added and edited."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select

from models.errors import AppError
from models.journal.change import changing, rows_by_id
from models.records import (
    GENDER_NAMES,
    STAFF_TYPE_NAMES,
    PeopleQuery,
    Person,
    PersonDraft,
    Status,
)
from models.roster.column_values import holds_value, is_blank
from models.roster.counted import exempt_on, people_of_day
from models.roster.declared import person_rows, second_posts
from models.roster.person_rows import person_of, second_posts_by_person
from models.roster.presence import gone_by, present_on
from models.roster.registration import completed_by, failed_by, registered_by
from models.roster.searching import has_word, search_rank
from models.roster.transfers import correct_within, end_main_posts, units_today
from models.store.schema import participations, people, posts, units
from models.store.store import Store
from models.text.collation import sort_key
from models.text.name_keys import NameKeys, name_keys
from models.text.names import is_plausible_name, search_fold, storage_form
from models.text.phones import normalise_phone

UID_BYTES = 6
FEW = 5_000
"""Of so many people second posts are looked for one by one; of more, all are read."""


def _by_name_of(column: ColumnElement[str], names: Mapping[Any, str]) -> ColumnElement[Any]:
    """The place of a choice in the order of what it is called."""
    known = sorted(names, key=lambda each: sort_key(names[each]))
    return case({each.value: place for place, each in enumerate(known)}, value=column)


_SECOND_POST = (
    select(func.min(posts.c.position))
    .where(posts.c.person_id == people.c.id, ~posts.c.main)
    .correlate(people)
    .scalar_subquery()
)
_ORDERS: dict[str, tuple[ColumnElement[Any], ...]] = {
    "name": (),
    "unit": (units.c.name_search,),
    "position": (people.c.position,),
    "phone": (people.c.phone,),
    "registered_on": (participations.c.registered_on,),
    "failed_on": (participations.c.failed_on,),
    "completed_on": (participations.c.completed_on,),
    "score": (participations.c.score,),
    "note": (people.c.note,),
    "staff_type": (_by_name_of(people.c.staff_type, STAFF_TYPE_NAMES),),
    "gender": (_by_name_of(people.c.gender, GENDER_NAMES),),
    "birth": (people.c.birth,),
    "email": (people.c.email,),
    "staff_code": (people.c.staff_code,),
    "came_on": (people.c.came_on,),
    "second_posts": (_SECOND_POST,),
}


def list_ids(data_file: Store, query: PeopleQuery) -> tuple[int, ...]:
    """The ids of the people that `query` finds, in its order."""
    day = query.as_of or data_file.clock().date()
    with data_file.reading() as connection:
        return tuple(connection.execute(ids_found(query, day)).scalars())


def ids_found(query: PeopleQuery, day: date) -> Select[Any]:
    """The statement whose only column are the ids of the people that `query` finds on `day`."""
    return filtered_people(select(people.c.id).select_from(people_of_day(day)), query, day)


def count_blanks(order: str, day: date) -> Select[Any]:
    """The statement that counts the people whose column of that `order` is empty."""
    blank = or_(*(is_blank(column) for column in _ORDERS[order]))
    return select(func.count()).select_from(people_of_day(day)).where(blank)


def list_people(
    data_file: Store, query: PeopleQuery, stage: int | None = None
) -> tuple[Person, ...]:
    """The people that `query` finds, whole, with their marks in `stage`, None: in the one that is
    worked on."""
    day = query.as_of or data_file.clock().date()
    statement = filtered_people(person_rows(day, stage), query, day)
    with data_file.reading() as connection:
        rows = connection.execute(statement).mappings().all()
        beside = second_posts(day)
        if len(rows) <= FEW:
            beside = beside.where(posts.c.person_id.in_([row["id"] for row in rows]))
        held = second_posts_by_person(connection.execute(beside).mappings())
        return tuple(person_of(row, held) for row in rows)


def ids_by_phone(data_file: Store, phone: str, *, include_left: bool = False) -> tuple[int, ...]:
    """Who has this phone, however it is written; whoever is gone today only when asked."""
    number = normalise_phone(phone).number
    if not number:
        return ()
    statement = select(people.c.id).where(people.c.phone == number)
    if not include_left:
        statement = statement.where(~gone_by(data_file.clock().date()))
    with data_file.reading() as connection:
        return tuple(connection.execute(statement.order_by(people.c.id)).scalars())


def filtered_people(statement: Select[Any], query: PeopleQuery, day: date) -> Select[Any]:
    """`statement` over `joined(day)` with only whom `query` finds, in its order."""
    conditions: list[ColumnElement[bool]] = []
    if not query.include_left:
        conditions.append(~present_on(day) if query.only_left else present_on(day))
    if query.unit_ids:
        conditions.append(units.c.id.in_(sorted(query.unit_ids)))
    if query.without_phone:
        conditions.append(people.c.phone == "")
    if query.statuses:
        conditions.append(or_(*(_status(each, day) for each in sorted(query.statuses))))
    conditions.extend(holds_value(each) for each in query.columns)
    conditions.extend(has_word(word) for word in search_fold(query.search).split())
    columns = _ORDERS.get(query.order, ())
    ordered: tuple[ColumnElement[Any], ...] = (*columns, people.c.name_sort, people.c.id)
    if not columns and not query.descending and query.search.strip():
        ordered = (*search_rank(query.search), *ordered)
    if query.descending:
        ordered = tuple(column.desc() for column in ordered)
    blanks_last = tuple(is_blank(column) for column in columns)
    return statement.where(and_(True, *conditions)).order_by(*blanks_last, *ordered)


def _status(status: Status, day: date) -> ColumnElement[bool]:
    counted = ~exempt_on()
    return {
        Status.NOT_REGISTERED: counted & ~registered_by(day),
        Status.REGISTERED: counted & registered_by(day),
        Status.FAILED: counted & failed_by(day),
        Status.NOT_COMPLETED: counted & ~completed_by(day),
        Status.COMPLETED: counted & completed_by(day),
        Status.EXEMPT: exempt_on(),
    }[status]


def columns_of(draft: PersonDraft) -> dict[str, Any]:
    """The stored columns of `draft`, keys included; phones and names in storage form."""
    phone = normalise_phone(draft.phone)
    return {
        **person_name_columns(storage_form(draft.name)),
        "unit_id": draft.unit_id,
        "position": storage_form(draft.position),
        "staff_type": draft.staff_type.value if draft.staff_type else "",
        "gender": draft.gender.value if draft.gender else "",
        "birth": draft.birth,
        "phone": phone.number,
        "phone_raw": phone.raw,
        "email": draft.email.strip(),
        "staff_code": draft.staff_code.strip(),
        "note": storage_form(draft.note),
        "came_on": draft.came_on,
    }


def person_name_columns(name: str) -> dict[str, str]:
    """A person's name with the keys that stand beside it."""
    return columns_of_name(name, name_keys(name))


def columns_of_name(name: str, keys: NameKeys) -> dict[str, str]:
    """The same of a name of which the keys are known."""
    match, search, sort = keys
    return {"name": name, "name_key": match, "name_search": search, "name_sort": sort}


def add_person(data_file: Store, draft: PersonDraft) -> int:
    """Add one person; returns the id. Raises `AppError` when the name cannot be one."""
    columns = _checked(draft)
    with changing(data_file, "person-add", f"Thêm {columns['name']}") as change:
        return change.insert(people, [{"uid": new_uids(1)[0], **columns}])[0]


def edit_person(
    data_file: Store,
    person_id: int,
    draft: PersonDraft,
    on: date | None = None,
    *,
    mistaken: bool = False,
) -> None:
    """Set a person's data. Raises `AppError` when they are gone, and as `transfer` does.

    Another unit is a move from `on` (today when None), and the former post is kept; when the
    unit of before was `mistaken`, it is corrected on past days too.
    """
    columns = columns_of(draft)
    today = data_file.clock().date()
    with changing(data_file, "person-edit", f"Sửa thông tin {columns['name']}") as change:
        before = rows_by_id(change.connection, people, [person_id])
        if not before:
            raise AppError(
                f"{columns['name']} không còn trong danh sách nên chưa lưu gì.",
                "Có thể người này vừa được gộp với người khác hoặc vừa được hoàn tác; "
                "hãy tìm lại trong danh sách.",
            )
        if columns["name"] != before[person_id]["name"]:
            _checked(draft)
        if units_today(change, [person_id], today)[person_id] == draft.unit_id:
            del columns["unit_id"]
        elif mistaken:
            correct_within(change, [person_id], columns.pop("unit_id"), today)
        else:
            end_main_posts(change, before, {person_id: draft.unit_id}, on or today)
        change.update(people, {person_id: columns})


def _checked(draft: PersonDraft) -> dict[str, Any]:
    columns = columns_of(draft)
    if not is_plausible_name(columns["name"]):
        raise AppError(
            f"“{columns['name']}” chưa phải là họ và tên đầy đủ.", "Hãy gõ cả họ, đệm và tên."
        )
    return columns


def new_uids(count: int) -> list[str]:
    """Stable ids for people, which exports carry and later files are matched by.

    In order, because an index takes thousands of them faster so.
    """
    return sorted(secrets.token_bytes(UID_BYTES * count).hex(" ", UID_BYTES).split())
