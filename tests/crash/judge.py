"""The state of a scene after a crash, as whoever opens it next finds it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from models.errors import AppError
from models.machine.leftovers import sweep_leftovers
from models.store.data_file import open_file, view_file
from models.store.log import LogMissing
from tests.crash.scene import LATER, Scene, content_of_database, state_of


def _clock() -> Any:
    return LATER


def judged(scene: Scene) -> dict[str, Any]:
    """What is found: `state` of the file ("" when there is none), `faults` in words, `remarks`,
    `refused` when it does not open, and the state of each kept copy by its name."""
    found: dict[str, Any] = {"state": "", "faults": [], "remarks": [], "copies": {}, "refused": ""}
    sweep_leftovers(scene.data, scene.copies)
    if scene.data.exists():
        try:
            found |= _opened(scene.data)
        except AppError as error:
            found["refused"] = f"{error.sentence} {error.advice}"
            found["log_missing"] = isinstance(error, LogMissing)
    for copy in sorted(scene.copies.glob("*")) if scene.copies.exists() else []:
        _judge_copy(copy, found)
    for left in scene.root.rglob("*"):
        if left.name.startswith(("~", "tiendo-")) or left.name.endswith(".tmp"):
            found["faults"].append(f"còn lại {left.relative_to(scene.root)}")
    return found


def _opened(data: Path) -> dict[str, Any]:
    """The file opened as the program does, looked through, closed, and opened once more."""
    with open_file(data, _clock) as file:
        remarks = list(file.remarks)
        faults = domain_faults(file)
    with closing(sqlite3.connect(f"file:{data}?immutable=1", uri=True)) as raw:
        faults += raw_faults(raw)
    state = state_of(data)
    with open_file(data, _clock) as file:
        remarks += list(file.remarks)
    if state_of(data) != state:
        faults.append("mở lại thì khác")
    return {"state": state, "faults": faults, "remarks": remarks}


def raw_faults(raw: sqlite3.Connection) -> list[str]:
    """What SQLite itself finds wrong."""
    faults = [row[0] for row in raw.execute("PRAGMA integrity_check") if row[0] != "ok"]
    return faults + [f"khóa ngoại {row}" for row in raw.execute("PRAGMA foreign_key_check")]


def domain_faults(file: Any) -> list[str]:
    """What the program's own check finds wrong in an open file."""
    return []


def _judge_copy(copy: Path, found: dict[str, Any]) -> None:
    if copy.suffix != ".tiendo":
        return
    try:
        with view_file(copy, _clock):
            pass
    except AppError as error:
        found["faults"].append(f"bản sao lưu {copy.name}: {error.sentence}")
        return
    with closing(sqlite3.connect(f"file:{copy}?immutable=1", uri=True)) as raw:
        found["faults"] += raw_faults(raw)
        found["copies"][copy.name] = content_of_database(raw)
