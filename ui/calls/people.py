"""What the roster asks about people, and does to them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from models.records import PeopleQuery, Status
from models.roster import index
from models.roster.first_lines import first_ids, has_scores
from models.roster.index import count_people_now, find_ids
from models.roster.person_rows import people_by_ids

if TYPE_CHECKING:
    from models.records import ChangeEntry, Person, Post
    from models.records.periods import Period
    from models.roster.taking_part import TakingPart
    from models.store.store import Store

TOPICS = frozenset(
    {"people", "participations", "units", "unit_aliases", "exemptions", "absences", "contests"}
    | {"posts"}
)
"""The tables of which the roster shows something."""


class Found(NamedTuple):
    """Whom a query finds; `everybody` counts the whole roster of that day.

    `first` are the people of the first lines, so that they can be painted at once. When it is
    not `whole`, these first lines are all that has been found by now. `scored` tells whether any
    score is known.
    """

    ids: Sequence[int]
    everybody: int
    first: tuple[Person, ...] = ()
    whole: bool = True
    scored: bool = False
    left: int = 0


class Looked(NamedTuple):
    """One person with the changes that touched them, newest first, contests, periods, and the
    second posts that are not over."""

    person: Person
    history: tuple[ChangeEntry, ...]
    contests: tuple[TakingPart, ...] = ()
    periods: tuple[Period, ...] = ()
    posts: tuple[Post, ...] = ()


def find_people(file: Store, query: PeopleQuery, lines: int = 0) -> Found:
    """The ids in the order of the query with the first `lines` people, and the whole count."""
    ids = find_ids(file, query)
    present = count_people_now(file, include_left=False)
    ever = count_people_now(file, include_left=True)
    if query.as_of is None:
        everybody = ever if query.include_left or query.only_left else present
    else:
        whole = query.include_left or query.only_left
        everybody = len(find_ids(file, PeopleQuery(include_left=whole, as_of=query.as_of)))
    first = people_by_ids(file, ids[:lines], query.as_of)
    return Found(ids, everybody, first, scored=has_scores(file), left=ever - present)


def find_first_people(file: Store, query: PeopleQuery, lines: int) -> Found | None:
    """The first lines of a roster so large that finding everybody takes a while; else None."""
    ids = first_ids(file, query, lines)
    if not ids:
        return None
    return Found(ids, len(ids), people_by_ids(file, ids), whole=False)


def statuses_of_day(file: Store, day: date | None = None) -> dict[Status, int]:
    """How many people have each status as of `day`; today they stand in the index."""
    return index.count_statuses(file) if day is None else _statuses_on(file, day)


def _statuses_on(file: Store, day: date) -> dict[Status, int]:
    from models.figures.figures import figures

    counted = figures(file, day)
    return {
        Status.NOT_REGISTERED: counted.total - counted.registered,
        Status.REGISTERED: counted.registered,
        Status.FAILED: counted.failed,
        Status.NOT_COMPLETED: counted.total - counted.completed,
        Status.COMPLETED: counted.completed,
        Status.EXEMPT: counted.exempt,
    }


def look_at(file: Store, person_id: int) -> Looked | None:
    """One person and their history; None when they are gone."""
    from models.journal.history import history_of
    from models.roster.posts import side_posts_of
    from models.roster.taking_part import contests_of
    from models.roster.timeline import periods_of

    found, today = people_by_ids(file, [person_id]), file.clock().date()
    if not found:
        return None
    return Looked(
        found[0],
        history_of(file, person_id),
        contests_of(file, person_id),
        periods_of(file, person_id),
        tuple(post for post in side_posts_of(file, person_id) if not post.is_over(today)),
    )
