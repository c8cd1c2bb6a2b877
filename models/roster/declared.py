"""The statements by which the roster is read, of which `models.store.texts` is made."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Select, func, select

from models.contests.current_stage import CURRENT_CONTEST, of_current_stage
from models.roster.counted import counts_on, people_of_day
from models.roster.exempt_days import exempted_on
from models.roster.presence import present_on
from models.roster.registration import (
    completed_by,
    failed_by,
    registered_by,
    registered_from_columns,
)
from models.roster.unit_of_day import held_on, unit_on, yet_to_end
from models.store.bound import DAY, IDS, LINES
from models.store.schema import (
    exemptions,
    participations,
    people,
    posts,
    saved_filters,
    unit_aliases,
    unit_contacts,
    units,
)

_BY_NAME = people.c.name_sort, people.c.id


def person_rows(day: date, stage: int | None = None) -> Select[Any]:
    """People as of `day` with their unit, their exemption, and their marks in `stage`, None: in
    the one that is worked on."""
    columns = (
        registered_from_columns(
            participations.c.registered_on,
            participations.c.failed_on,
            participations.c.completed_on,
        ).label("registered_on"),
        participations.c.failed_on,
        participations.c.completed_on,
        participations.c.score,
        participations.c.attempts,
        participations.c.platform_unit,
        exemptions.c.reason.label("exempt_reason"),
        units.c.id.label("unit_on"),
        units.c.name.label("unit"),
        present_on(day).label("present"),
        counts_on(day).label("counts"),
    )
    return select(people, *columns).select_from(people_of_day(day, stage))


PERSON_ROWS = person_rows(DAY).where(people.c.id.in_(IDS))


def second_posts(day: date) -> Select[Any]:
    """The posts held on `day` beside the main one, but those in the main unit itself."""
    return (
        select(posts.c.person_id, posts.c.position, units.c.name.label("unit"))
        .select_from(
            posts.join(people, people.c.id == posts.c.person_id).join(
                units, units.c.id == posts.c.unit_id
            )
        )
        .where(~posts.c.main, held_on(day), posts.c.unit_id != unit_on(day))
        .order_by(posts.c.id)
    )


SECOND_POSTS = second_posts(DAY).where(posts.c.person_id.in_(IDS))

KEYS = select(
    people.c.id,
    unit_on(DAY).label("unit_on"),
    people.c.name_search,
    people.c.name_key,
    people.c.phone,
    people.c.position,
    people.c.note,
    present_on(DAY).label("present"),
).order_by(*_BY_NAME)
"""Of everybody, in the order of names."""

UNIT_KEYS = select(units.c.id, units.c.name_search)

_MARKED = select(participations.c.person_id).where(of_current_stage())
REGISTERED = _MARKED.where(registered_by(DAY))
FAILED = _MARKED.where(failed_by(DAY))
COMPLETED = _MARKED.where(completed_by(DAY))
EXEMPTED = select(exemptions.c.person_id).where(
    exemptions.c.contest_id == CURRENT_CONTEST, exempted_on(DAY)
)

# Whoever has left is taken out afterwards: looking for them in all rows costs half as much
# again, and what remains is still the beginning of the list.
_BEGINNING = select(people.c.id).order_by(*_BY_NAME).limit(LINES)
FIRST_EVER = select(people.c.id).where(people.c.id.in_(_BEGINNING)).order_by(*_BY_NAME)
FIRST_PRESENT = FIRST_EVER.where(present_on(DAY))
SCORED = select(
    select(participations.c.id)
    .where(of_current_stage(), participations.c.score.is_not(None))
    .exists()
    .label("scored")
)
"""Whether any score is known."""
LAST_ID = select(func.max(people.c.id).label("last"))

PRESENT = select(func.count().label("people")).select_from(people).where(present_on(DAY))

UNITS = select(units).order_by(units.c.position, units.c.id)
PEOPLE_BY_UNIT = (
    select(people.c.unit_id, func.count().label("people"))
    .where(present_on(DAY))
    .group_by(people.c.unit_id)
)
_YET_TO_MOVE = select(posts.c.person_id).where(yet_to_end(DAY))
MOVING = select(people.c.unit_id.label("stored"), unit_on(DAY).label("unit_on")).where(
    people.c.id.in_(_YET_TO_MOVE), present_on(DAY)
)
"""Who has yet to move: the unit that stands with them, and the one of the day."""
CONTACTS = select(unit_contacts).order_by(unit_contacts.c.id)
ALIASES = select(unit_aliases).order_by(unit_aliases.c.id)

SAVED_FILTERS = select(saved_filters)
