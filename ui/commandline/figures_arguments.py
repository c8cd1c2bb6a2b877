"""The arguments of the commands figures and freeze."""

from __future__ import annotations

import argparse
from datetime import date

from models.papers.periods import PeriodCut
from models.records.comparing import LAST, Since
from models.records.figures import Grouping
from models.records.moment import Moment, moment_at
from ui.commandline.arguments import typed_count, typed_day, typed_time


def figures_arguments(parser: argparse.ArgumentParser) -> None:
    """As of when, of which stage, by what, beside what."""
    parser.add_argument("--as-of", type=typed_moment)
    parser.add_argument("--since", type=_since)
    parser.add_argument("--by", choices=[str(each) for each in Grouping], default=Grouping.UNIT)
    parser.add_argument("--stage", type=typed_count)
    parser.add_argument("--rollup", action="store_true")


def freeze_arguments(parser: argparse.ArgumentParser) -> None:
    """As of when, or of which period; or the list of what was frozen, or one of it."""
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--list", action="store_true")
    what.add_argument("--show", type=typed_count)
    what.add_argument("--as-of", type=typed_moment)
    what.add_argument("--period")
    parser.add_argument("--cut", choices=[str(each) for each in PeriodCut])
    parser.add_argument("--stage", type=typed_count)
    parser.add_argument("--title", default="")


def typed_moment(text: str) -> date | Moment:
    """A day as "2026-06-08", or a minute of it as "2026-06-08T17:00"."""
    return moment_at(typed_time(text)) if "T" in text else typed_day(text)


def _since(text: str) -> Since:
    """ "last", the id of a frozen report, or a day or moment."""
    if text == LAST:
        return LAST
    if text.isdecimal():
        return int(text)
    try:
        return typed_moment(text)
    except argparse.ArgumentTypeError as error:
        raise argparse.ArgumentTypeError(
            f"{text}: ghi last, số của số liệu đã chốt, hoặc ngày như 2026-06-06"
        ) from error
