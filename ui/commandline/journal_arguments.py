"""What the commands undo, redo, history and log take."""

from __future__ import annotations

import argparse
from pathlib import Path

from models.records.actions import ActionGroup
from ui.commandline.arguments import typed_day


def steps_arguments(parser: argparse.ArgumentParser) -> None:
    """So many."""
    parser.add_argument("count", type=_count, nargs="?", default=1)


def history_arguments(parser: argparse.ArgumentParser) -> None:
    """So many of the newest."""
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
    if not text.isdecimal() or int(text) < 1 or len(text) > 15:
        raise argparse.ArgumentTypeError(f"{text}: cần số nguyên từ 1 trở lên")
    return int(text)
