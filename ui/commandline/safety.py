"""The command backup: a proven copy, also while a window has the file open."""

from __future__ import annotations

import argparse

from models.store.backup import back_up
from models.text.formats import number
from ui.commandline.files import data_path
from ui.commandline.outcome import Outcome


def backup(arguments: argparse.Namespace) -> Outcome:
    """Copy the data file; the file itself is not taken from the window that works with it."""
    made = back_up(data_path(arguments), arguments.path)
    text = f"Đã sao lưu {number(made.people)} người vào {made.path} và đọc lại được nguyên vẹn."
    return Outcome({"path": str(made.path), "people": made.people, "proven": True}, text)
