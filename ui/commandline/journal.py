"""The commands undo, redo and history."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from models.errors import AppError
from models.journal import replay
from models.journal.details import entry_row_ids, row_changes
from models.journal.history import entries_of_ids
from models.journal.history import history as entries
from models.journal.reverting import NAMED, act_words, revert_plan, take_back
from models.records import ChangeEntry
from models.records.history import ACT_NAMES, RowChange
from models.store.store import Store
from models.text.formats import number, short_date
from ui.commandline.files import opened
from ui.commandline.outcome import Outcome

PAGE = 1_000
"""So many rows of an entry are put into words at a time."""


def undo(arguments: argparse.Namespace) -> Outcome:
    """Take back the newest changes; or any one, or all from one on, as one new change."""
    entry = arguments.entry or arguments.back_to
    if entry is not None:
        return _taken_back(arguments, entry, onwards=arguments.back_to is not None)
    if arguments.dry_run:
        raise AppError(
            "--dry-run chỉ dùng cùng --entry hoặc --back-to.",
            "Muốn biết lệnh undo sẽ hoàn tác việc nào, hãy xem lệnh history.",
        )
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


def _taken_back(arguments: argparse.Namespace, entry: int, *, onwards: bool) -> Outcome:
    with opened(arguments) as file:
        with file.reading() as connection:
            plan = revert_plan(connection, entry, onwards=onwards)
        if plan.problem is not None:
            told = [f"  {act_words(each)}" for each in plan.rests[NAMED:]]
            raise AppError("\n".join([plan.problem.sentence, *told]), plan.problem.advice)
        data = {"entries": [_entry(each) for each in plan.entries], "rows": plan.rows}
        if arguments.dry_run:
            told = [f"  {act_words(each)}" for each in plan.entries]
            head = f"Sẽ lấy lại {number(len(told))} việc, {number(plan.rows)} dòng:"
            return Outcome({**data, "undone": []}, "\n".join([head, *told]))
        summary = take_back(file, entry, onwards=onwards)
    return Outcome({**data, "undone": [summary]}, f"Đã ghi: {summary}.")


def history(arguments: argparse.Namespace) -> Outcome:
    """The changes, newest first; or one of them row by row."""
    if arguments.entry is not None:
        return _one_entry(arguments, arguments.entry)
    with opened(arguments) as file:
        found = entries(file, limit=arguments.limit or 10_000)
    text = "\n".join(
        f"{entry.at:%H:%M} {short_date(entry.at.date())}  {entry.id:>4}  {entry.summary}"
        + _standing(entry)
        for entry in found
    )
    return Outcome({"changes": [_entry(each) for each in found]}, text or "Chưa có thay đổi nào.")


def _standing(entry: ChangeEntry) -> str:
    if entry.in_effect:
        return ""
    return " (đã lấy lại)" if entry.taken_back_by else " (đã hoàn tác)"


def _one_entry(arguments: argparse.Namespace, entry: int) -> Outcome:
    with opened(arguments) as file:
        ids = entry_row_ids(file, entry)
        with file.reading() as connection:
            (told,) = entries_of_ids(connection, [entry])
        rows = [
            row for at in range(0, len(ids), PAGE) for row in row_changes(file, ids[at : at + PAGE])
        ]
    lines = [f"{act_words(told)}{_standing(told)}"]
    for row in rows:
        lines.append(f"  {ACT_NAMES[row.act]} {row.table} {row.subject}".rstrip())
        lines += [f"      {c.title}: {c.before or '–'} → {c.after or '–'}" for c in row.cells]
    return Outcome({**_entry(told), "changes": [_row(each) for each in rows]}, "\n".join(lines))


def _entry(entry: ChangeEntry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "at": entry.at.isoformat(sep=" "),
        "who": entry.who,
        "summary": entry.summary,
        "rows": entry.rows,
        "in_effect": entry.in_effect,
        "taken_back_by": entry.taken_back_by,
    }


def _row(row: RowChange) -> dict[str, Any]:
    return {
        "table": row.table,
        "subject": row.subject,
        "act": str(row.act),
        "cells": [{"title": c.title, "before": c.before, "after": c.after} for c in row.cells],
    }
