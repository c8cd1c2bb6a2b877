"""Where copies of the open file lie besides those beside it: what becomes of it becomes of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ui.desk import Desk
from ui.safekeeping.keeper import keeper_of

if TYPE_CHECKING:
    from models.records.kept_copies import SecondPlace


def second_place_of(desk: Desk) -> SecondPlace | None:
    """The second place of the open file, if one was chosen."""
    keeper = keeper_of(desk)
    memory = keeper.memory if keeper is not None else None
    return memory.place if memory is not None else None


def other_folders(place: SecondPlace | None) -> tuple[Path, ...]:
    """The folder there, if the disk is there now. Asked in the lane: disks are slow."""
    if place is None:
        return ()
    from models.safekeeping.second_place import find_second_place

    found = find_second_place(place)
    return (found,) if found is not None else ()
