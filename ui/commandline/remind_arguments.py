"""What the commands remind and heads take."""

from __future__ import annotations

import argparse

from models.records.reminders import Addressee, ReminderWay
from ui.commandline.arguments import typed_count


def remind_arguments(parser: argparse.ArgumentParser) -> None:
    """A unit to remind; or the log, who is due, what to tell the chairman."""
    parser.add_argument("--unit", default="")
    parser.add_argument("--stage", type=typed_count)
    parser.add_argument("--way", choices=[str(way) for way in ReminderWay], default="zalo")
    parser.add_argument("--to", choices=(str(Addressee.HEAD), str(Addressee.STAFF)), default="head")
    parser.add_argument("--text", action="store_true")
    parser.add_argument("--every-name", action="store_true")
    parser.add_argument("--note", default="")
    parser.add_argument("--dry-run", action="store_true")
    asked = parser.add_mutually_exclusive_group()
    for other in ("--list", "--due", "--escalate"):
        asked.add_argument(other, action="store_true")


def heads_arguments(parser: argparse.ArgumentParser) -> None:
    """Who is proposed as the head of each unit; `--apply` names those who are sure."""
    parser.add_argument("--apply", action="store_true")
