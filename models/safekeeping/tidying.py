"""The data file does not grow without bound: old history is packed, and empty room given back.

Both are for a quiet moment: of 20.000 acts they take seconds.
"""

from __future__ import annotations

from typing import NamedTuple

from models.journal.packing import pack_journal, packing_due
from models.records.kept_copies import USUAL_BOUND, CopyReason
from models.safekeeping.keeping import keep_copy
from models.store.data_file import DataFile
from models.store.kept import KeptCopy


class Tidied(NamedTuple):
    """So many rows of the history were packed, and by so many bytes the file got smaller."""

    rows: int = 0
    freed: int = 0


def tidy_file(file: DataFile, bound: int = USUAL_BOUND) -> Tidied:
    """Pack what is old or too much, once a copy of it has proven itself, and shrink the file.

    `bound` is that of the bytes of all copies. Raises `AppError` where no copy proves itself; then
    nothing is packed.
    """
    if file.only_read is not None:
        return Tidied()
    file.write_home()
    before, rows = file.path.stat().st_size, 0
    until = packing_due(file)
    if until is not None:
        rows = pack_journal(file, lambda: _proven_copy(file, bound), before=until).rows
    file.shrink()
    file.write_home()
    return Tidied(rows, max(0, before - file.path.stat().st_size))


def _proven_copy(file: DataFile, bound: int) -> KeptCopy | None:
    """The copy that holds all of the file, if it proved itself just now."""
    kept = keep_copy(file.path, CopyReason.INTERVAL, file.clock, bound)
    return kept.copy if kept.doubt is None else None
