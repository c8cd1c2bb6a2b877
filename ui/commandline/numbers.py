"""The command that shows the numbers: figures."""

from __future__ import annotations

import argparse
from typing import Any

from models.figures.figures import figures
from models.figures.notes import days_to_come
from models.figures.rollup import rolled_up
from models.records import Figures
from models.roster.doubtful import doubtful_marks
from models.text.formats import number, percent, short_date
from ui.commandline.files import opened
from ui.commandline.outcome import Outcome

LOST = "{count} người đã đánh dấu mà nền tảng không còn ghi nhận; cần quyết định giữ hay bỏ."


def show_figures(arguments: argparse.Namespace) -> Outcome:
    """The numbers as of a day; with --rollup each unit with the people of those below it."""
    with opened(arguments) as file:
        found = figures(file, arguments.as_of)
        lost = len(doubtful_marks(file, arguments.as_of))
        shown = rolled_up(file, found) if arguments.rollup else found
        today = file.clock().date()
    text = _figures_text(shown) + (f"\n{LOST.format(count=number(lost))}" if lost else "")
    data = figures_data(shown) | {"rollup": arguments.rollup, "lost": lost}
    return Outcome(data, text, warnings=days_to_come(found.as_of, today))


def figures_data(found: Figures) -> dict[str, Any]:
    """The figures as the JSON contract has them; rates are the words that are printed."""
    names = {unit.unit_id: unit.name for unit in found.units}
    units = [
        {
            "name": unit.name,
            "kind": str(unit.kind),
            "parent": names.get(unit.parent_id),
            "total": unit.total,
            "registered": unit.registered,
            "completed": unit.completed,
            "exempt": unit.exempt,
            "rate_registered": percent(unit.registered, unit.total),
            "rate_completed": percent(unit.completed, unit.total),
        }
        for unit in found.units
    ]
    return {
        "as_of": found.as_of,
        "total": found.total,
        "registered": found.registered,
        "completed": found.completed,
        "exempt": found.exempt,
        "rate_registered": percent(found.registered, found.total),
        "rate_completed": percent(found.completed, found.total),
        "units": units,
        "notes": found.notes,
    }


def _figures_text(found: Figures) -> str:
    lines = [
        f"Số liệu đến hết ngày {short_date(found.as_of)}: {number(found.total)} người, "
        f"đã đăng ký {number(found.registered)} ({percent(found.registered, found.total)}), "
        f"đã hoàn thành {number(found.completed)} ({percent(found.completed, found.total)})."
    ]
    for unit in found.units:
        rate = percent(unit.registered, unit.total)
        lines.append(f"  {unit.name}: {unit.registered}/{unit.total} ({rate})")
    return "\n".join([*lines, *found.notes])
