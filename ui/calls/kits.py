"""What the page of units asks about kits: who may get one, and to write them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from models.store.data_file import DataFile
    from reports.compose_kits import KitOffer, KitsWritten
    from ui.lane import Task


def kit_offer(file: DataFile) -> KitOffer:
    """The units with their people of today, and the deadline that is usual now."""
    from reports.compose_kits import kit_offer as work

    return work(file)


def write_kits(
    task: Task, file: DataFile, unit_ids: Sequence[int], deadline: date | None, folder: Path
) -> KitsWritten:
    """Write the kit of each unit; the task tells how far it is and may be cancelled."""
    from models.text.formats import number
    from reports.compose_kits import write_kits as work

    def tell(done: int, of: int, words: str) -> None:
        task.report(done, of, f"{words} ({number(done + 1)}/{number(of)})")

    return work(file, unit_ids, deadline, folder, tell)
