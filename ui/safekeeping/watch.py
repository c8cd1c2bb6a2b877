"""What is done for the copies of one open file, in whichever lane: no widget is touched here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from models.errors import AppError
from models.records.kept_copies import CopyReason
from models.safekeeping.when import carrying_due
from ui.safekeeping.memory import Carried

if TYPE_CHECKING:
    from models.records.kept_copies import SecondPlace
    from models.safekeeping.keeping import CopyKept
    from models.store.data_file import DataFile
    from models.store.kept import KeptCopy


class FileWatch:
    """An open file, up to which of its commits there is a copy, and the bound of bytes."""

    def __init__(self, file: DataFile, bound: int) -> None:
        self.file, self.bound = file, bound
        self.copied = -1

    @property
    def is_behind(self) -> bool:
        """Whether there is something that stands in no copy of this sitting."""
        return self.file.commits != self.copied

    def keep(self, reason: CopyReason) -> CopyKept:
        """A proven copy of what has been committed. Raises `AppError`."""
        from models.safekeeping.keeping import keep_copy

        commits = self.file.commits
        kept = keep_copy(self.file.path, reason, self.file.clock, self.bound)
        self.copied = max(self.copied, commits)
        return kept

    def guard(
        self, told: Callable[[CopyKept | AppError], object], reason: CopyReason, for_good: bool
    ) -> None:
        """Keep what was before something risky; `told` hears how that went. Raises `AppError`
        where it is not to be done without."""
        from models.safekeeping.keeping import keep_before

        commits = self.file.commits
        path, clock = self.file.path, self.file.clock
        try:
            kept = keep_before(path, reason, clock, self.bound, for_good=for_good)
        except AppError as error:
            told(error)
            raise
        if not isinstance(kept, AppError):
            self.copied = max(self.copied, commits)
        told(kept)


class CopiesSeen(NamedTuple):
    """The copies that lie beside the file, and the folder of the second place, if it is there."""

    copies: tuple[KeptCopy, ...]
    folder: Path | None


class Arrived(NamedTuple):
    """What went to the second place, and where it lies there."""

    carried: Carried
    path: Path


def see_copies(data: Path, place: SecondPlace | None) -> CopiesSeen:
    """Look at what is there now."""
    from models.store.kept import kept_copies

    if place is None:
        return CopiesSeen(kept_copies(data), None)
    from models.safekeeping.second_place import find_second_place

    return CopiesSeen(kept_copies(data), find_second_place(place))


def carry(watch: FileWatch, place: SecondPlace, before: Carried | None) -> Arrived | None:
    """Carry the newest proven copy to the second place, if that is due and the place is there.

    Raises `AppError` when the copy does not arrive whole.
    """
    from models.safekeeping.keeping import thin_copies
    from models.safekeeping.second_place import carry_copy, refuse_open_names
    from models.store.kept import copies_paused

    with copies_paused():
        seen = see_copies(watch.file.path, place)
        newest = next((each for each in seen.copies if each.proven_at is not None), None)
        made, now = newest.made_at if newest else None, watch.file.clock()
        if seen.folder is None or newest is None:
            return None
        if not carrying_due(made, before.made_at if before else None, now):
            return None
        refuse_open_names(seen.folder, encrypted=newest.encrypted)
        arrived = carry_copy(newest, seen.folder, watch.file.clock)
        thin_copies(watch.file.path, watch.file.clock, watch.bound, arrived.path.parent)
    return Arrived(Carried(newest.made_at, newest.people, watch.file.clock()), arrived.path)


def note_carried(file: DataFile, people: int, place: str) -> None:
    """Put on record that the data of so many people left the machine for `place`."""
    from models.papers.action_log import log_action
    from models.records.actions import ActionKind

    log_action(file, ActionKind.SECOND_PLACE, count=people, place=place)


def place_for(folder: Path, data: Path) -> SecondPlace:
    """`folder` as the second place of the file at `data`. Raises `AppError` if it will not do."""
    from models.safekeeping.second_place import second_place_at
    from models.store.keyring import is_encrypted

    return second_place_at(folder, data, encrypted=is_encrypted(data))
