"""What the program says of a damaged file or copy, and whether the way back leads back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from models.errors import AppError
from models.store.data_file import open_file, view_file
from models.store.restoring import restore
from tests.crash.judge import domain_flaws
from tests.crash.scene import LATER, Scene, state_of

CLEAR = 30
"""A sentence that has fewer letters tells nothing."""


class Found(StrEnum):
    """How a damage is noticed, if it is."""

    REFUSED = "refused at opening"
    REMARK = "told at opening"
    CHECK = "found by the check"
    HARMLESS = "nothing that is read has changed"
    SILENT = "silently wrong"
    BROKE = "broke the program"


def _clock() -> Any:
    return LATER


def noticed(scene: Scene, copy: str, truths: Mapping[str, str]) -> dict[str, Any]:
    """How the damage in the scene is noticed, or in its copy of that name; `faults` in words."""
    copies = sorted(scene.copies.glob("*.tiendo"))
    if copy:
        found, faults = _looked_at(scene.copies / copy, truths[copy])
        return {"found": found, "faults": faults}
    found, faults = _looked_at(scene.data, truths[scene.data.name])
    if found is not Found.HARMLESS:
        faults += _way_back(scene, copies[-1], truths[copies[-1].name])
    return {"found": found, "faults": faults}


def _looked_at(path: Path, truth: str) -> tuple[Found, list[str]]:
    opening = view_file if "sao-luu" in path.parts else open_file
    try:
        with opening(path, _clock) as file:
            said = [*file.remarks, *domain_flaws(file)]
            found = Found.REMARK if file.remarks else Found.CHECK
            if said:
                return found, [f"nói chưa rõ: {each}" for each in said if len(each) < CLEAR]
    except AppError as error:
        unclear = min(len(error.sentence), len(error.advice)) < CLEAR
        return Found.REFUSED, [f"nói chưa rõ: {error}"] if unclear else []
    if state_of(path) == truth:
        return Found.HARMLESS, []
    return Found.SILENT, ["không ai thấy gì"]


def _way_back(scene: Scene, copy: Path, wanted: str) -> Iterator[str]:
    """The newest proven copy is restored, and is all there."""
    try:
        done = restore(copy, scene.data, _clock)
        with open_file(scene.data, _clock) as file:
            yield from domain_flaws(file)
    except AppError as error:
        yield f"không khôi phục được: {error.sentence}"
        return
    if state_of(scene.data) != wanted:
        yield "khôi phục ra dữ liệu khác"
    if done.kept is None or not done.kept.exists():
        yield "tệp hỏng không được giữ lại"
