"""Keeping a copy of the data: made and proven, or the one that is there proven again; then thinned.

What stands in the newest copy already is not copied a second time: the head of the journal's chain
tells, as it is over everything that ever was written.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from models.clock import Clock
from models.errors import AppError
from models.records.kept_copies import USUAL_BOUND, CopyReason, reason_words
from models.safekeeping.proof import CopyBroken, journal_head, journal_holds, prove_again
from models.safekeeping.thinning import HELD, thin
from models.store.backup import back_up
from models.store.copies import backup_folder
from models.store.driver import driver_errors
from models.store.kept import CopyUnproven, KeptCopy, copies_paused, kept_copies, kept_copy_at
from models.store.keyring import cipher_key
from models.store.lineage import first_link, first_link_of_copy
from models.store.log import looking_into

ALWAYS = HELD | {CopyReason.PURGE, CopyReason.MANUAL}
"""A copy for another reason does not stand for one of these, though it holds the same."""


class CopyKept(NamedTuple):
    """The copy that holds the present state, proven just now; whether it was made for that, and
    what to say besides. `doubt` is why it does not count as proven."""

    copy: KeptCopy
    made: bool
    remarks: tuple[str, ...] = ()
    doubt: AppError | None = None


def keep_copy(data: Path, reason: CopyReason, clock: Clock, bound: int = USUAL_BOUND) -> CopyKept:
    """A proven copy of what has been committed to `data`, also while somebody works with it.

    Raises `AppError` when it cannot be made; the copies that are there stay as they are then.
    """
    with copies_paused():
        same = _same_state(data)
        if same is not None and (reason not in ALWAYS or same.reason == reason):
            with suppress(CopyBroken):
                return CopyKept(prove_again(same, clock), made=False)
        made = back_up(data, clock=clock, reason=reason, further=journal_holds)
        copy = kept_copy_at(made.path)
        if copy is None:
            raise AppError(
                f"Bản sao lưu vừa ghi vào {made.path.parent} không còn ở đó.",
                "Hãy kiểm tra ổ đĩa, rồi sao lưu lại.",
            )
        thin_copies(data, clock, bound)
        return CopyKept(copy, True, made.remarks, None if made.proven else CopyUnproven())


def keep_before(
    data: Path, reason: CopyReason, clock: Clock, bound: int = USUAL_BOUND, *, for_good: bool
) -> CopyKept | AppError:
    """The copy that is kept before something risky, or why there is none.

    What is done `for_good` is not done without: then it is raised.
    """
    try:
        return keep_copy(data, reason, clock, bound)
    except AppError as error:
        if not for_good:
            return error
        raise AppError(
            f"Chưa làm vì chưa có bản sao lưu {reason_words(reason)}: {error.sentence}",
            error.advice,
        ) from error


def thin_copies(
    data: Path, clock: Clock, bound: int = USUAL_BOUND, folder: Path | None = None
) -> tuple[KeptCopy, ...]:
    """Take away the copies that are not needed any more; returns those that went.

    At most half of the room that there is goes to copies, so that the next one finds some. In
    another `folder` copies of another file of that name may lie: those stay.
    """
    copies = kept_copies(data, folder)
    if folder is not None and folder != backup_folder(data):
        own = first_link(data)
        copies = tuple(each for each in copies if first_link_of_copy(each.path) == own)
    room = _room(folder or backup_folder(data), copies)
    gone = []
    for each in thin(copies[::-1], clock(), min(bound, room)):
        with suppress(OSError):
            each.path.unlink()
            gone.append(each)
    return tuple(gone)


def _room(folder: Path, copies: Sequence[KeptCopy]) -> int:
    taken = sum(each.size for each in copies)
    try:
        return (shutil.disk_usage(folder).free + taken) // 2
    except OSError:
        return taken


def _same_state(data: Path) -> KeptCopy | None:
    """The newest proven copy, if it holds all that is in `data` now."""
    newest = next((each for each in kept_copies(data) if each.proven_at is not None), None)
    if newest is None or not newest.link:
        return None
    with (
        suppress(*driver_errors(OSError, AppError)),
        looking_into(data, cipher_key(data)) as connection,
    ):
        return newest if journal_head(connection) == newest.link else None
    return None
