"""A new data file appears at its place when all of it is there."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from models.clock import Clock, now
from models.errors import AppError
from models.machine.leftovers import draft_name
from models.machine.locks import lock_path
from models.machine.long_paths import refuse_long_data_path
from models.machine.places import refuse_shared_place, unwritable
from models.machine.replacing import replace_file
from models.store.data_file import DataFile
from models.store.faults import disk_full, faults_explained
from models.store.holding import held_lock
from models.store.log import set_all_aside
from models.store.parts import present_parts
from models.store.stamping import make_folder, stamp_file
from models.store.store import Store

Fill = Callable[[Store], None]


def create(path: Path, clock: Clock = now, fill: Fill | None = None) -> DataFile:
    """Make a new data file at `path`, with what `fill` writes into it, and open it.

    Raises `AppError` when something lies there already, when the place is shared, or when nothing
    can be written there. A failure leaves nothing behind; after a crash there is either the whole
    file or none.
    """
    refuse_long_data_path(path)
    refuse_shared_place(path)
    if path.exists() or path.is_symlink():
        raise AppError(
            f"Đã có tệp {path}.", "Hãy mở tệp đó, hoặc chọn tên khác; tệp cũ không bị thay đổi."
        )
    make_folder(path.parent)
    there = lock_path(path).exists()
    lock = held_lock(path)
    draft = path.with_name(draft_name(path.stem))
    try:
        with faults_explained(path):
            _make(draft, clock, fill)
            set_all_aside(path, clock())
            replace_file(draft, path)
        made = DataFile(path, clock, lock)
        made.hold()
    except BaseException as error:
        lock.release()
        _take_away(draft, () if there else (lock_path(path),))
        if isinstance(error, OSError):
            raise disk_full(path, error) or unwritable(path.parent) from error
        raise
    return made


def _make(draft: Path, clock: Clock, fill: Fill | None) -> None:
    """All of the file under another name, closed."""
    from models.store.upgrade import migrate

    _take_away(draft)
    stamp_file(draft)
    with DataFile(draft, clock) as made:
        migrate(made.engine)
        if fill is not None:
            fill(made)
        made.settle()


def _take_away(draft: Path, besides: tuple[Path, ...] = ()) -> None:
    for part in (*present_parts(draft), *besides):
        with suppress(OSError):
            part.unlink()
