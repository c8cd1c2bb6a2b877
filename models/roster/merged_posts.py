"""The posts of two entries that became one: the unit that is not chosen, and posts of both."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import select

from models.journal.change import Change
from models.journal.rows import StoredRow
from models.roster.posts import posts_meet
from models.roster.presence import Times, is_gone
from models.store.schema import posts


def unite_posts(
    change: Change, keep: StoredRow, other: StoredRow, *, other_stays: bool, today: date
) -> None:
    """The unit that is not chosen becomes a side post, and former main posts of its entry too.

    A side post that ends with the entry's leaving is not made for somebody who had left.
    """
    main, side = (other, keep) if other_stays else (keep, other)
    demoted = change.connection.execute(
        select(posts.c.id).where(posts.c.person_id == side["id"], posts.c.main)
    ).scalars()
    if main["unit_id"] != side["unit_id"]:
        change.update(posts, {each: {"main": False} for each in list(demoted)})
        held = select(posts.c.id).where(
            posts.c.person_id.in_((keep["id"], other["id"])),
            posts.c.unit_id == side["unit_id"],
            posts.c.main.is_(False),
            posts.c.until.is_(None),
        )
        left = is_gone(Times(left_on=side["left_on"]), today)
        if not left and change.connection.execute(held).first() is None:
            change.insert(posts, [_side_post(keep["id"], side)])


def _side_post(person_id: int, side: StoredRow) -> dict[str, Any]:
    return {
        "person_id": person_id,
        "unit_id": side["unit_id"],
        "position": side["position"],
        "main": False,
        "since": side["came_on"],
        "until": None,
    }


def join_side_posts(change: Change, person_id: int) -> None:
    """Entries of one side post that share a day become one, over all their days."""
    own = select(posts).where(posts.c.person_id == person_id, ~posts.c.main).order_by(posts.c.id)
    kept: list[dict[str, Any]] = []
    longer: dict[int, dict[str, Any]] = {}
    gone: list[int] = []
    for row in change.connection.execute(own).mappings():
        joined = dict(row)
        while met := next((each for each in kept if posts_meet(each, joined)), None):
            kept.remove(met)
            gone.append(joined["id"])
            joined = {**met, **_days_of_both(met, joined)}
            longer[met["id"]] = _days_of_both(met, joined)
        kept.append(joined)
    change.update(posts, {each: days for each, days in longer.items() if each not in gone})
    change.delete(posts, gone)


def _days_of_both(one: StoredRow, other: StoredRow) -> dict[str, Any]:
    """All days of the two; without a day it has always been held, or has no end."""
    since, until = (one["since"], other["since"]), (one["until"], other["until"])
    return {
        "since": None if None in since else min(since),
        "until": None if None in until else max(until),
    }
