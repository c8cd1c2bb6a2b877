"""The command contest: which contests there are, and which one is worked on."""

from __future__ import annotations

import argparse

from models.contests.choosing import ContestChoice, contest_choices, use_contest
from models.errors import AppError
from ui.commandline.files import opened
from ui.commandline.outcome import Outcome


def contest(arguments: argparse.Namespace) -> Outcome:
    """List the contests, or work on one of them from now on."""
    with opened(arguments) as file:
        if arguments.deed == "list":
            return _listed(contest_choices(file))
        if arguments.code is None:
            known = ", ".join(each.code for each in contest_choices(file))
            raise AppError("Chưa ghi mã cuộc thi.", f"Hãy ghi một trong các mã: {known}.")
        changed = use_contest(file, arguments.code)
        chosen = next(each for each in contest_choices(file) if each.code == arguments.code)
    words = "Từ nay làm việc với" if changed else "Đang làm việc với"
    data = {"contest": chosen.code, "name": chosen.name, "changed": changed}
    return Outcome(data, f"{words} cuộc thi “{chosen.name}”.")


def _listed(choices: tuple[ContestChoice, ...]) -> Outcome:
    data = [
        {"code": c.code, "name": c.name, "added": c.added, "current": c.current} for c in choices
    ]
    return Outcome({"contests": data}, "\n".join(map(_line, choices)) or "Chưa có cuộc thi nào.")


def _line(choice: ContestChoice) -> str:
    state = "đang dùng" if choice.current else "đã có" if choice.added else "chưa thêm"
    return f"{choice.code}  {choice.name} ({state})"
