"""The command that writes second posts (kiêm nhiệm): post."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date, timedelta

from models.roster.posts import add_side_post_of, end_side_posts, remove_side_posts
from models.roster.units import unit_named
from models.store.store import Store
from ui.commandline.outcome import Outcome
from ui.commandline.times import done, periods_listed


def post(arguments: argparse.Namespace) -> Outcome:
    """Somebody is given a second post, holds it no more, never had it; or who holds one."""
    if arguments.act == "list":
        return periods_listed(arguments, "posts", "unit", "Không có ai kiêm nhiệm.")
    deed, words = {
        "add": (_add, "Đã ghi {} người kiêm nhiệm"),
        "end": (_end, "Đã ghi {} người thôi kiêm nhiệm"),
        "remove": (_remove, "Đã xóa vị trí kiêm nhiệm của {} người"),
    }[arguments.act]

    def work(file: Store, ids: Sequence[int], day: date) -> int:
        return deed(file, ids, unit_named(file, arguments.unit).id, day, arguments)

    return done(arguments, work, words)


def _add(
    file: Store, ids: Sequence[int], unit_id: int, _day: date, arguments: argparse.Namespace
) -> int:
    until = arguments.until and arguments.until + timedelta(days=1)
    since = arguments.since or arguments.on
    return add_side_post_of(file, ids, unit_id, arguments.position, since, until)


def _end(
    file: Store, ids: Sequence[int], unit_id: int, day: date, _arguments: argparse.Namespace
) -> int:
    return end_side_posts(file, ids, unit_id, day)


def _remove(
    file: Store, ids: Sequence[int], unit_id: int, _day: date, _arguments: argparse.Namespace
) -> int:
    return remove_side_posts(file, ids, unit_id)
