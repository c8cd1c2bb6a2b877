"""What the commands undo, redo, history and log take."""

from __future__ import annotations

import argparse
from pathlib import Path

from models.records.actions import ActionGroup
from models.text.typed_numbers import read_whole
from ui.commandline.arguments import typed_day


def undo_arguments(parser: argparse.ArgumentParser) -> None:
    """So many of the newest; or any one entry, or all from one on, as one new change."""
    what = parser.add_mutually_exclusive_group()
    what.add_argument("count", type=_count, nargs="?", default=1)
    what.add_argument("--entry", type=_count)
    what.add_argument("--back-to", type=_count)
    parser.add_argument("--dry-run", action="store_true")


def redo_arguments(parser: argparse.ArgumentParser) -> None:
    """So many."""
    parser.add_argument("count", type=_count, nargs="?", default=1)


def history_arguments(parser: argparse.ArgumentParser) -> None:
    """So many of the newest; or one entry with its rows as they were and as they became."""
    parser.add_argument("entry", type=_count, nargs="?")
    parser.add_argument("--limit", type=_count)


def log_arguments(parser: argparse.ArgumentParser) -> None:
    """Of which days, with which words, of which kind; and where a workbook of it goes."""
    parser.add_argument("--since", type=typed_day)
    parser.add_argument("--until", type=typed_day)
    parser.add_argument("--search", default="")
    parser.add_argument("--group", choices=[str(each) for each in ActionGroup])
    parser.add_argument("--out", type=Path)
    parser.add_argument("--overwrite", action="store_true")


def _count(text: str) -> int:
    value = read_whole(text)
    if not value:
        raise argparse.ArgumentTypeError(f"{text}: cần số nguyên từ 1 trở lên")
    return value
