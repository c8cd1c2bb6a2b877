"""The command that makes the data file: init."""

from __future__ import annotations

import argparse

from models.contests.current import current_contest
from models.office.setup import init_file
from models.office.whose import count_units, the_commune
from resources.catalog import contest_codes
from ui.commandline.files import data_path
from ui.commandline.outcome import Outcome


def init(arguments: argparse.Namespace) -> Outcome:
    """Make the data file from the presets."""
    path = data_path(arguments)
    with init_file(path, arguments.commune, arguments.contest or _only_contest()) as file:
        units = count_units(file)
        contest = current_contest(file)
        commune = the_commune(file)
    data = {"data": str(path), "units": units, "contest": contest.code if contest else None}
    words = f" và cuộc thi “{contest.name}”" if contest else ""
    text = f"Đã tạo {path} cho {commune.lower_name}, có sẵn {units} đơn vị{words}."
    return Outcome(data, text)


def _only_contest() -> str | None:
    """The contest that is meant when none is named: nothing can be marked without one."""
    codes = contest_codes()
    return codes[0] if len(codes) == 1 else None
