"""The state of a scene after a crash, as whoever opens it next finds it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from models.checking.checking import check_store
from models.errors import AppError
from models.handover.package import package_facts
from models.machine.leftovers import sweep_drafts_of, sweep_leftovers
from models.safekeeping.passwords import finish_encrypting
from models.store.data_file import DataFile, open_file, view_file
from models.store.driver import connect_to_still
from models.store.keyring import cipher_key
from models.store.parts import present_parts
from tests.crash.locks import also_unlocked, unlocked_by
from tests.crash.scene import LATER, PURGED, Scene, content_of_database, state_of

NAME = "Nguyễn Văn An".encode()
"""Of somebody in every scene, whom an encrypted one must not tell."""


def _clock() -> Any:
    return LATER


def judged(scene: Scene) -> dict[str, Any]:
    """What is found: `state` of the file ("" when there is none), `faults` in words, `flaws` that
    the program's own check finds, `remarks`, `refused` when it does not open, the state of each kept copy by its name, the `password` that
    opens the file ("" for none), and whether a name stands somewhere in `plain`."""
    found: dict[str, Any] = {"state": "", "copies": {}, "refused": ""}
    found |= {"faults": [], "flaws": [], "remarks": []}
    sweep_leftovers(scene.data, scene.copies)
    found["password"] = unlocked_by(scene.data)
    if scene.data.exists():
        try:
            found |= _opened(scene.data)
        except AppError as error:
            found["refused"] = f"{error.sentence} {error.advice}"
    for copy in sorted(scene.copies.glob("*")) if scene.copies.exists() else []:
        _judge_copy(copy, found)
    for place in (scene.package, scene.other):
        sweep_drafts_of(place)
        if place.exists():
            _judge_handed_over(place, found)
    found["there"] = any(PURGED.encode() in each.read_bytes() for each in present_parts(scene.data))
    files = [each for each in scene.root.rglob("*") if each.is_file()]
    found["plain"] = any(NAME in each.read_bytes() for each in files)
    for left in scene.root.rglob("*"):
        if left.name.startswith(("~", "tiendo-")) or left.name.endswith(".tmp"):
            found["faults"].append(f"còn lại {left.relative_to(scene.root)}")
    return found


def _opened(data: Path) -> dict[str, Any]:
    """The file opened as the program does, looked through, closed, and opened once more."""
    with open_file(data, _clock) as file:
        remarks = list(file.remarks)
        finish_encrypting(file)
        flaws = domain_flaws(file)
    with closing(connect_to_still(data, cipher_key(data))) as raw:
        faults = raw_faults(raw)
    state = state_of(data)
    with open_file(data, _clock) as file:
        remarks += list(file.remarks)
    if state_of(data) != state:
        faults.append("mở lại thì khác")
    return {"state": state, "faults": faults, "flaws": flaws, "remarks": remarks}


def raw_faults(raw: sqlite3.Connection) -> list[str]:
    """What SQLite itself finds wrong."""
    faults = [row[0] for row in raw.execute("PRAGMA integrity_check") if row[0] != "ok"]
    return faults + [f"khóa ngoại {row}" for row in raw.execute("PRAGMA foreign_key_check")]


def domain_flaws(file: DataFile) -> list[str]:
    """What the program's own check finds wrong in an open file."""
    return [f"{each.where}: {each.what}" for each in check_store(file).findings]


def _judge_handed_over(place: Path, found: dict[str, Any]) -> None:
    """The package, or the file that was made of it; whatever is there is whole."""
    also_unlocked(place)
    try:
        if package_facts(place) is None:
            with open_file(place, _clock) as file:
                found["faults"] += domain_flaws(file)
    except AppError as error:
        found["faults"].append(f"{place.name}: {error.sentence}")
        return
    key = cipher_key(place)
    with closing(connect_to_still(place, key)) as raw:
        found["faults"] += raw_faults(raw)
        found["copies"][place.name] = content_of_database(raw)


def _judge_copy(copy: Path, found: dict[str, Any]) -> None:
    if copy.suffix != ".tiendo":
        return
    try:
        with view_file(copy, _clock):
            pass
    except AppError as error:
        found["faults"].append(f"bản sao lưu {copy.name}: {error.sentence}")
        return
    with closing(connect_to_still(copy, cipher_key(copy))) as raw:
        found["faults"] += raw_faults(raw)
        found["copies"][copy.name] = content_of_database(raw)
