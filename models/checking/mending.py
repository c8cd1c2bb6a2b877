"""What can surely be mended is mended, as one change that can be undone.

A copy is made before. What stood there before is journaled too: undo brings it back as it was, and
the next check finds it again.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from models.checking.checking import DOMAIN_RULES, found_by
from models.checking.findings import Flaw
from models.checking.sight import Sight
from models.errors import AppError
from models.journal.change import Change, WriteStep, changing
from models.journal.closed_marks import MEND
from models.store.backup import Backup, back_up
from models.store.data_file import DataFile
from models.store.store import Store
from models.text.formats import number


class Mended(NamedTuple):
    """What was mended, and the copy that was made before; None where whoever guards made it."""

    findings: tuple[Flaw, ...]
    copy: Backup | None = None


def mend(store: Store, findings: Collection[Flaw], step: WriteStep | None = None) -> Mended:
    """Mend those of `findings` that can be and still are; raises `AppError` when none is.

    What is not among them stays, though it could be mended too.
    """
    wanted = {each for each in findings if each.can_mend}
    if not wanted:
        raise AppError(
            "Không có gì chắc chắn để sửa.", "Hãy làm theo lời khuyên ở từng chỗ, hoặc khôi phục."
        )
    copy = _copied(store)
    with changing(store, MEND, "", step=step) as change:
        done = _mended(change, store, wanted)
        change.summary = _summary(done)
    return Mended(tuple(done), copy)


def _copied(store: Store) -> Backup | None:
    if store.only_read is not None:
        raise AppError(store.only_read.sentence, store.only_read.advice)
    if not isinstance(store, DataFile) or store.guard is not None:
        return None
    return back_up(store.path, clock=store.clock)


def _mended(change: Change, store: Store, wanted: set[Flaw]) -> list[Flaw]:
    """What the journal knows comes first: it may be what other rules stumbled over."""
    done: list[Flaw] = []
    for rules in (DOMAIN_RULES,):
        look = Sight(change.connection, store.clock().date())
        for each in found_by(look, rules):
            if each.cure is not None and each in wanted:
                each.cure(change)
                done.append(each)
    return done


def _summary(done: Collection[Flaw]) -> str:
    places = "; ".join(dict.fromkeys(each.where for each in list(done)[:3]))
    more = f" và {number(len(done) - 3)} chỗ nữa" if len(done) > 3 else ""
    return f"Sửa {number(len(done))} chỗ sai sau khi kiểm tra dữ liệu: {places}{more}"
