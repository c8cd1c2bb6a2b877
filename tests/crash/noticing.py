"""What the program says of a damaged file or copy, and whether the way back leads back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from models.checking.at_start import looked_over
from models.checking.checking import check_store
from models.checking.findings import Checked
from models.checking.mending import mend
from models.errors import AppError
from models.journal.history import fingerprint
from models.safekeeping.bringing_back import BroughtIn, newest_whole_copy, restore_copy
from models.store.data_file import DataFile, open_file, view_file
from tests.crash.judge import domain_flaws
from tests.crash.locks import unlocked_by
from tests.crash.scene import LATER, Scene, state_of

CLEAR = 30
"""A sentence that has fewer letters tells nothing."""


class Found(StrEnum):
    """How a damage is noticed, if it is."""

    REFUSED = "refused at opening"
    REMARK = "told at opening"
    START = "found by the look at the start"
    CHECK = "found by the check"
    HARMLESS = "nothing that is read has changed"
    SILENT = "silently wrong"
    BROKE = "broke the program"


class Back(StrEnum):
    """What led back to sound data."""

    NOTHING = "none needed"
    MENDED = "mended"
    RESTORED = "a copy"
    ALL_SAVED = "a copy and all later acts"
    SOME_SAVED = "a copy and some later acts"
    ANOTHER = "the file or another copy"


class Noticed(NamedTuple):
    """How a damage was noticed, what is wrong with that, and what can be mended of it."""

    found: Found
    faults: list[str]
    checked: Checked | None = None


def _clock() -> Any:
    return LATER


def truths_of(scene: Scene) -> dict[str, str]:
    """What the file and each of its copies hold, by their names, before they are damaged."""
    unlocked_by(scene.data)
    paths = [scene.data, *scene.copies.glob("*.tiendo")]
    truths = {each.name: state_of(each) for each in paths}
    for each in paths:
        with view_file(each, _clock) as file:
            truths[f"{each.name} office"] = fingerprint(file)
    return truths


def noticed(scene: Scene, copy: str, truths: Mapping[str, str]) -> dict[str, Any]:
    """How the damage in the scene is noticed, or in its copy of that name; `faults` in words, and
    what led `back`."""
    unlocked_by(scene.data)
    if copy:
        told = _looked_at(scene.copies / copy, truths[copy])
        back = Back.NOTHING if told.found is Found.HARMLESS else Back.ANOTHER
        return {"found": told.found, "faults": told.faults, "back": back}
    told = _looked_at(scene.data, truths[scene.data.name])
    faults, back = list(told.faults), Back.NOTHING
    if told.found in (Found.START, Found.CHECK) and _can_mend(told.checked):
        back = Back.MENDED
        faults += _mended(scene, truths)
    elif told.found is not Found.HARMLESS:
        back, more = _restored(scene, truths)
        faults += more
    return {"found": told.found, "faults": faults, "back": back}


def _looked_at(path: Path, truth: str) -> Noticed:
    is_copy = "sao-luu" in path.parts
    opening = view_file if is_copy else open_file
    try:
        with opening(path, _clock) as file:
            told = _in_open(file)
            if told is not None:
                return told
    except AppError as error:
        unclear = min(len(error.sentence), len(error.advice)) < CLEAR
        return Noticed(Found.REFUSED, [f"nói chưa rõ: {error}"] if unclear else [])
    if state_of(path) == truth:
        return Noticed(Found.HARMLESS, [])
    return Noticed(Found.SILENT, ["không ai thấy gì"])


def _in_open(file: DataFile) -> Noticed | None:
    at_once = looked_over(file)
    checked = check_store(file)
    if not file.remarks and not checked.findings:
        return None
    found = Found.REMARK if file.remarks else Found.START if at_once else Found.CHECK
    said = [*file.remarks, *(f"{each.where}: {each.what}" for each in checked.findings)]
    return Noticed(found, [f"nói chưa rõ: {each}" for each in said if len(each) < CLEAR], checked)


def _can_mend(checked: Checked | None) -> bool:
    return checked is not None and all(each.can_mend for each in checked.findings)


def _mended(scene: Scene, truths: Mapping[str, str]) -> Iterator[str]:
    """What the check can mend is mended, and every figure is as it was."""
    with open_file(scene.data, _clock) as file:
        try:
            mend(file, check_store(file).to_mend)
        except AppError as error:
            yield f"không sửa được: {error.sentence}"
            return
        yield from domain_flaws(file)
        if fingerprint(file) != truths[f"{scene.data.name} office"]:
            yield "sửa ra số liệu khác"


def _restored(scene: Scene, truths: Mapping[str, str]) -> tuple[Back, list[str]]:
    """The newest whole copy is restored with what the file still holds of later acts."""
    copy = newest_whole_copy(scene.data)
    if copy is None:
        return Back.RESTORED, ["không còn bản sao lưu lành"]
    try:
        done = restore_copy(copy.path, scene.data, _clock)
        with open_file(scene.data, _clock) as file:
            faults = domain_flaws(file)
            office = fingerprint(file)
    except AppError as error:
        return Back.RESTORED, [f"không khôi phục được: {error.sentence}"]
    if done.kept is None or not done.kept.exists():
        faults.append("tệp hỏng không được giữ lại")
    back = _way(done)
    wanted = {
        Back.RESTORED: [truths[f"{copy.path.name} office"]],
        Back.ALL_SAVED: [truths[f"{scene.data.name} office"]],
    }.get(back)
    if wanted and office not in wanted:
        faults.append(f"khôi phục ra dữ liệu khác ({back})")
    return back, faults


def _way(done: BroughtIn) -> Back:
    if done.salvaged is None:
        return Back.RESTORED
    return Back.ALL_SAVED if done.salvaged.whole else Back.SOME_SAVED
