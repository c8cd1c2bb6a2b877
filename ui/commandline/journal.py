"""The commands undo, redo and history."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from models.errors import AppError
from models.journal import replay
from models.journal.history import history as entries
from models.store.store import Store
from models.text.formats import short_date
from ui.commandline.files import opened
from ui.commandline.outcome import Outcome


def undo(arguments: argparse.Namespace) -> Outcome:
    """Take back the newest changes."""
    return _steps(arguments, replay.undo, "undone", "Đã hoàn tác", "hoàn tác")


def redo(arguments: argparse.Namespace) -> Outcome:
    """Do again what was undone."""
    return _steps(arguments, replay.redo, "redone", "Đã làm lại", "làm lại")


def _steps(
    arguments: argparse.Namespace,
    step: Callable[[Store], str | None],
    key: str,
    words: str,
    verb: str,
) -> Outcome:
    done: list[str] = []
    with opened(arguments) as file:
        for _ in range(arguments.count):
            try:
                summary = step(file)
            except AppError as error:
                # Each step is a change of its own: those before the refused one are done.
                told = f"{words}: {'; '.join(done)}. " if done else ""
                raise AppError(told + error.sentence, error.advice) from error
            if summary is None:
                break
            done.append(summary)
    text = "\n".join(f"{words}: {summary}" for summary in done) or f"Không có gì để {verb}."
    return Outcome({key: done}, text)


def history(arguments: argparse.Namespace) -> Outcome:
    """The changes, newest first."""
    with opened(arguments) as file:
        found = entries(file, limit=arguments.limit or 10_000)
    data = [
        {
            "id": entry.id,
            "at": entry.at.isoformat(sep=" "),
            "who": entry.who,
            "summary": entry.summary,
            "rows": entry.rows,
            "in_effect": entry.in_effect,
        }
        for entry in found
    ]
    text = "\n".join(
        f"{entry.at:%H:%M} {short_date(entry.at.date())}  {entry.summary}"
        + ("" if entry.in_effect else " (đã hoàn tác)")
        for entry in found
    )
    return Outcome({"changes": data}, text or "Chưa có thay đổi nào.")
