"""What came between the people of a frozen report and those of a day as it is known now.

Nearly everybody counts as they were reported. They are told from the others by what is quickly
read of all; only the others are looked at one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy import Connection, func, select

from models.contests.contests import find_contest_id
from models.figures.dated_facts import DatedFacts, load_facts
from models.figures.denominator import denominator_line
from models.figures.denominator_moves import denominator_move, with_day
from models.records.denominator import DenominatorLine, DenominatorMove
from models.records.frozen import PeopleReported, PersonThen
from models.roster.exempt_days import exempted_on
from models.roster.presence import present_on
from models.roster.unit_of_day import yet_to_end
from models.store.schema import exemptions, people, posts, units

NOWHERE = 0
"""The id of a unit that is no more."""
NOBODY: frozenset[str] = frozenset()
BETWEEN = "\n"
FEW = 1000
"""So many people are asked for by name; of more, everybody is read."""


def moves_since(
    connection: Connection, told: PeopleReported, reported: date, day: date
) -> list[DenominatorMove]:
    """What came between the people `told` of, as of `reported`, and those of the end of `day`."""
    contest_id = find_contest_id(connection)
    asked = _who_may_differ(connection, told, contest_id, day)
    whom = people.c.uid.in_(asked) if len(asked) <= FEW else None
    facts = [each for each in load_facts(connection, contest_id, whom) if each.uid in asked]
    then = {uid: told.by_uid[uid] for uid in sorted(asked) if uid in told.by_uid}
    return moves_from_report(then, facts, unit_places(connection), reported, day)


def moves_from_report(
    names: Mapping[str, PersonThen],
    facts: Iterable[DatedFacts],
    places: Mapping[str, int],
    reported: date,
    day: date,
) -> list[DenominatorMove]:
    """The moves of the people of `names`, by uid as reported, and of `facts`, as known now.

    Whoever stands in one of them only is new, or is no more.
    """
    known = {each.uid: each for each in facts}
    found = []
    for uid in dict.fromkeys([*names, *known]):
        before = line_then(names[uid], places) if uid in names else None
        after = denominator_line(known[uid], day) if uid in known else None
        move = denominator_move(before, after, day.year)
        if move is not None:
            found.append(with_day(move, known[uid], reported, day) if uid in known else move)
    return found


def unit_places(connection: Connection) -> dict[str, int]:
    """The ids of the units by their uid, as reports name them."""
    return {row.uid: row.id for row in connection.execute(select(units.c.uid, units.c.id))}


def line_then(person: PersonThen, places: Mapping[str, int]) -> DenominatorLine:
    """The line of the ledger of somebody as a report tells of them."""
    return DenominatorLine(
        NOWHERE,
        person.uid,
        person.name,
        places.get(person.unit_code, NOWHERE),
        person.outside,
        person.reason,
        person.since,
        person.until,
    )


def _who_may_differ(
    connection: Connection, told: PeopleReported, contest_id: int | None, day: date
) -> set[str]:
    """The uids of at least all who count otherwise than reported; of few others beside."""
    # The units that are read are the present ones: who worked elsewhere that day is looked at.
    elsewhere = select(people.c.uid).where(
        people.c.id.in_(select(posts.c.person_id).where(yet_to_end(day)))
    )
    asked = set(connection.scalars(elsewhere))
    now = _counted_now(connection, contest_id, day)
    for code in {*now, *told.counted}:
        asked |= now.get(code, NOBODY) ^ told.counted.get(code, NOBODY)
    return asked


def _counted_now(
    connection: Connection, contest_id: int | None, day: date
) -> dict[str, frozenset[str]]:
    """The uids of who counts on `day`, by the uid of the present unit: one row for each unit."""
    exempt = select(exemptions.c.person_id).where(
        exemptions.c.contest_id == contest_id, exempted_on(day)
    )
    grouped = (
        select(people.c.unit_id, func.aggregate_strings(people.c.uid, BETWEEN))
        .where(present_on(day), people.c.id.not_in(exempt))
        .group_by(people.c.unit_id)
    )
    codes = {unit_id: uid for uid, unit_id in unit_places(connection).items()}
    found = connection.execute(grouped)
    return {codes[unit_id]: frozenset(uids.split(BETWEEN)) for unit_id, uids in found}
