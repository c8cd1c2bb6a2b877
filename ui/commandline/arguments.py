"""Arguments that several commands take, and how the values of arguments are typed."""

from __future__ import annotations

import argparse
from datetime import date, datetime
from pathlib import Path

from models.text.dates import FIRST_YEAR, LAST_YEAR
from models.text.typed_numbers import read_whole


def shared_flags(parser: argparse.ArgumentParser, *, fresh: bool) -> None:
    """What every command takes; only of a `fresh` parser it has defaults."""
    missing = None if fresh else argparse.SUPPRESS
    for file in ("--data", "--password-file"):
        parser.add_argument(file, type=Path, default=missing)
    for flag in ("--json", "--without-log"):
        parser.add_argument(flag, action="store_true", default=False if fresh else missing)


def acts_of(parser: argparse.ArgumentParser, *names: str) -> tuple[argparse.ArgumentParser, ...]:
    """A parser for each act of a command: `entry add`, `entry list`."""
    acts = parser.add_subparsers(dest="act", required=True)
    made = tuple(acts.add_parser(name) for name in names)
    for each in made:
        shared_flags(each, fresh=False)
    return made


def named_people(parser: argparse.ArgumentParser, *, required: bool = True) -> None:
    """Whom a command is about: by phone, by uid, or by a file."""
    who = parser.add_mutually_exclusive_group(required=required)
    who.add_argument("--phone", nargs="+", action="extend", default=[])
    who.add_argument("--uid", nargs="+", action="extend", default=[])
    who.add_argument("--file", type=Path)


def typed_day(text: str) -> date:
    """A day as "2026-06-08"."""
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text}: ngày ghi theo dạng 2026-06-08") from error
    _refuse_far(text, day)
    return day


def typed_time(text: str) -> datetime:
    """A day with its time as "2026-06-08T16:30", to the minute."""
    told = f"{text}: thời gian ghi theo dạng 2026-06-08T16:30"
    if "T" not in text:
        raise argparse.ArgumentTypeError(told)
    try:
        at = datetime.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(told) from error
    if at.tzinfo is not None:
        raise argparse.ArgumentTypeError(told)
    _refuse_far(text, at)
    return at.replace(second=0, microsecond=0)


def _refuse_far(text: str, day: date) -> None:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        told = f"{text}: năm phải từ {FIRST_YEAR} đến {LAST_YEAR}"
        raise argparse.ArgumentTypeError(told)


def typed_count(text: str) -> int:
    """A whole number from 0 on, such as a store can keep."""
    value = read_whole(text)
    if value is None:
        raise argparse.ArgumentTypeError(f"{text}: cần số nguyên từ 0 trở lên")
    return value
