"""What the commands entry, award and task take."""

from __future__ import annotations

import argparse
from pathlib import Path

from models.records.entries import Channel
from models.text.typed_numbers import doubt_words, read_decimal
from ui.commandline.arguments import acts_of, typed_count, typed_day, typed_time


def entry_arguments(parser: argparse.ArgumentParser) -> None:
    """Entries, the jury and its scores, the representative and what became of it."""
    listed, add, put, remove, jury, score, choose, send, present = acts_of(
        parser, "list", "add", "set", "remove", "jury", "score", "choose", "send", "present"
    )
    listed.add_argument("--stage", type=typed_count)
    add.add_argument("--title", required=True)
    add.add_argument("--unit", required=True)
    add.add_argument("--stage", type=typed_count)
    for each in (put, remove, score, choose, send, present):
        each.add_argument("id", type=typed_count)
    put.add_argument("--title")
    put.add_argument("--unit")
    for each in (add, put):
        each.add_argument("--phone", nargs="+", action="extend", default=[])
        each.add_argument("--uid", nargs="+", action="extend", default=[])
        each.add_argument("--author", action="append", default=[])
        each.add_argument("--summary")
        each.add_argument("--received", type=typed_day)
        _files(each)
    _jury(jury)
    score.add_argument("--juror", required=True)
    given = score.add_mutually_exclusive_group(required=True)
    given.add_argument("--score", type=_score)
    given.add_argument("--clear", action="store_true")
    score.add_argument("--note", default="")
    choose.add_argument("--replace", action="store_true")
    choose.add_argument("--clear", action="store_true")
    send.add_argument("--by", choices=[str(channel) for channel in Channel])
    send.add_argument("--at", type=typed_time)
    send.add_argument("--note", default="")
    send.add_argument("--clear", action="store_true")
    _files(send)
    present.add_argument("--at", type=typed_time)
    present.add_argument("--presenter")
    present.add_argument("--result")
    present.add_argument("--clear", action="store_true")


def _jury(jury: argparse.ArgumentParser) -> None:
    deed = jury.add_mutually_exclusive_group()
    deed.add_argument("--add")
    deed.add_argument("--remove")
    deed.add_argument("--scale", type=typed_count)
    jury.add_argument("--position", default="")
    jury.add_argument("--role", default="")
    jury.add_argument("--with-scores", action="store_true")


def award_arguments(parser: argparse.ArgumentParser) -> None:
    """Prizes that were given."""
    _, add, put, remove = acts_of(parser, "list", "add", "set", "remove")
    for each in (put, remove):
        each.add_argument("id", type=typed_count)
    add.add_argument("--prize", required=True)
    put.add_argument("--prize")
    for each in (add, put):
        who = each.add_mutually_exclusive_group(required=each is add)
        who.add_argument("--entry", type=typed_count)
        who.add_argument("--phone", nargs=1, default=[])
        who.add_argument("--uid", nargs=1, default=[])
        who.add_argument("--unit")
        each.add_argument("--on", type=typed_day)
        each.add_argument("--decision")
        each.add_argument("--note")


def task_arguments(parser: argparse.ArgumentParser) -> None:
    """Publicity tasks."""
    listed, add, put, remove, propose = acts_of(parser, "list", "add", "set", "remove", "propose")
    listed.add_argument("--as-of", type=typed_day)
    listed.add_argument("--overdue", action="store_true")
    listed.add_argument("--paragraph", action="store_true")
    for each in (put, remove):
        each.add_argument("id", type=typed_count)
    add.add_argument("--what", required=True)
    put.add_argument("--what")
    for each in (add, put):
        each.add_argument("--unit")
        each.add_argument("--channel")
        each.add_argument("--due", type=typed_day)
        each.add_argument("--asked", type=typed_count)
        each.add_argument("--done", type=typed_count)
        each.add_argument("--done-on", type=typed_day)
        each.add_argument("--link", action="append", default=[])
        each.add_argument("--note")
        _files(each)
    put.add_argument("--clear-links", action="store_true")
    propose.add_argument("--add", action="store_true")


def _files(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--attach", nargs="+", action="extend", type=Path, default=[])


def _score(text: str) -> float:
    score = read_decimal(text)
    if score is None:
        told = doubt_words(text) or f"{text}: điểm ghi như 85 hoặc 8,5"
        raise argparse.ArgumentTypeError(told)
    return score
