"""The command check: whether the data is sound, in sentences; `--mend` mends what is sure."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Any

from models.checking.checking import check_store
from models.checking.findings import Checked, Flaw
from models.checking.logged import check_and_log
from models.checking.mending import Mended, mend
from models.checking.sizes import sized
from models.checking.unopened import check_unopened
from models.store.faults import FileDamaged
from models.store.log import LogMissing
from ui.calls.data_check import (
    checked_words,
    flaw_lines,
    mended_words,
    proven_copy_words,
    size_lines,
)
from ui.commandline.files import data_path, opened
from ui.commandline.outcome import Outcome


def check(arguments: argparse.Namespace) -> Outcome:
    """Look at everything; ends with 1 where something is wrong, also with a file that is damaged
    so much that it cannot be opened."""
    try:
        return _checked(arguments)
    except (FileDamaged, LogMissing) as error:
        return _outcome(data_path(arguments), check_unopened(error, data_path(arguments)), None)


def _checked(arguments: argparse.Namespace) -> Outcome:
    with opened(arguments) as file:
        checked, mended = check_and_log(file), None
        if arguments.mend and checked.to_mend:
            mended = mend(file, checked.to_mend)
            checked = check_store(file)
        return _outcome(file.path, replace(checked, parts=sized(file)), mended)


def _outcome(data: Path, checked: Checked, mended: Mended | None) -> Outcome:
    told: dict[str, Any] = {
        "ok": checked.ok,
        "findings": [_told(each) for each in checked.findings],
        "people": checked.people,
        "rules": checked.rules,
        "entries": checked.entries,
        "size": {
            "bytes": sum(part.size for part in checked.parts),
            "parts": [{"what": part.words, "bytes": part.size} for part in checked.parts],
        },
    }
    lines = [] if mended is None else [mended_words(mended)]
    if mended is not None:
        told["mended"] = [_told(each) for each in mended.findings]
        told["backup"] = None if mended.copy is None else str(mended.copy)
    copy = proven_copy_words(data, checked)
    told["copy"] = copy
    lines += [checked_words(checked), *flaw_lines(checked.findings), copy]
    lines += size_lines(checked.parts)
    return Outcome(told, "\n".join(filter(None, lines)), 0 if checked.ok else 1)


def _told(each: Flaw) -> dict[str, str]:
    return {
        "what": each.what,
        "where": each.where,
        "mend": each.mend,
        "advice": each.advice,
        "rule": each.code,
    }
