"""In which unit somebody worked on a day: in the database, and beside it over plain values."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement, and_, func, or_, select

from models.records import Post
from models.store.schema import people, posts


def held_on(day: date) -> ColumnElement[bool]:
    """Whether a post is held on `day`; on the day of its end it is no more."""
    since, until = posts.c.since, posts.c.until
    return and_(or_(since.is_(None), since <= day), or_(until.is_(None), until > day))


def is_held(since: date | None, until: date | None, day: date) -> bool:
    """The twin of `held_on`."""
    return (since is None or since <= day) and (until is None or until > day)


def unit_on(day: date) -> ColumnElement[int]:
    """The unit of a person's main post on `day`: one that ended since, else the present one."""
    ended = (
        select(posts.c.unit_id)
        .where(posts.c.person_id == people.c.id, yet_to_end(day), held_on(day))
        .order_by(posts.c.until, posts.c.id)
        .limit(1)
        .correlate(people)
        .scalar_subquery()
    )
    return func.coalesce(ended, people.c.unit_id)


def yet_to_end(day: date) -> ColumnElement[bool]:
    """Whether a post is a main one that ends only after `day`: who has one works elsewhere now."""
    return and_(posts.c.main, posts.c.until > day)


def unit_of(present: int, held: Iterable[Post], day: date) -> int:
    """The twin of `unit_on` for somebody whose newest unit is `present`, with the posts beside."""
    ended = [
        (each.until, each.id, each.unit_id)
        for each in held
        if each.main and each.until is not None and is_held(each.since, each.until, day)
    ]
    return min(ended)[2] if ended else present
