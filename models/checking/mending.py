"""What can surely be mended is mended, as one change that can be undone.

A copy is made before. What stood there before is journaled too: undo brings it back as it was. What
breaks a rule of the domain the next check finds again; a value that only the journal knew to be
another is then one that an act of the officer's has put there.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from sqlalchemy.exc import IntegrityError

from models.checking.checking import DOMAIN_RULES, found_by
from models.checking.findings import Flaw
from models.checking.journal_rules import JOURNAL_RULES
from models.checking.sight import Sight
from models.errors import AppError
from models.journal.change import Change, WriteStep, changing
from models.journal.closed_marks import MEND
from models.journal.history import newest_change
from models.papers.action_log import log_action
from models.records.actions import ActionKind
from models.store.backup import back_up
from models.store.data_file import DataFile
from models.store.kept import CopyUnproven, kept_copies
from models.store.store import Store
from models.text.formats import number


class Mended(NamedTuple):
    """What was mended, and the newest copy, which was made before; None of what has no copies."""

    findings: tuple[Flaw, ...]
    copy: Path | None = None


def mend(store: Store, findings: Collection[Flaw], step: WriteStep | None = None) -> Mended:
    """Mend those of `findings` that can be and still are; raises `AppError` when none is.

    What is not among them stays, though it could be mended too.
    """
    wanted = {each for each in findings if each.can_mend}
    if not wanted:
        raise AppError(
            "Không có gì chắc chắn để sửa.", "Hãy làm theo lời khuyên ở từng chỗ, hoặc khôi phục."
        )
    by_journal, base = _known_to_the_journal(store, wanted)
    _copied(store)
    with changing(store, MEND, "", step=step) as change:
        if newest_change(change.connection, before=change.id) != base:
            raise AppError(
                "Dữ liệu vừa được ghi thêm nên chưa sửa gì.", "Hãy kiểm tra lại rồi sửa."
            )
        done = _mended(change, store, wanted, by_journal)
        change.summary = _summary(done)
    log_action(store, ActionKind.MENDED, count=len(done))
    return Mended(tuple(done), _newest_copy(store))


def _known_to_the_journal(store: Store, wanted: set[Flaw]) -> tuple[list[Flaw], int]:
    """What of it the journal knows, and the newest entry of that.

    It is asked before the change begins: an entry that is being written is in no chain yet.
    """
    with store.reading() as connection:
        found = found_by(Sight(connection, store.clock().date()), JOURNAL_RULES)
        return [each for each in found if each in wanted], newest_change(connection)


def _copied(store: Store) -> None:
    """Copy the file, unless the change will ask whoever guards the data."""
    if store.only_read is not None:
        raise AppError(store.only_read.sentence, store.only_read.advice)
    if isinstance(store, DataFile) and store.guard is None:
        # What is damaged proves nothing, but it is kept as it is.
        with suppress(CopyUnproven):
            back_up(store.path, clock=store.clock)


def _newest_copy(store: Store) -> Path | None:
    if not isinstance(store, DataFile):
        return None
    return next((each.path for each in kept_copies(store.path)), None)


def _mended(
    change: Change, store: Store, wanted: set[Flaw], by_journal: Sequence[Flaw]
) -> list[Flaw]:
    """What the journal knows comes first: other rules may be broken by the same damage.

    Raises `AppError` where nothing is wrong any more, and where nothing could be set right.
    """
    if change.connection.dialect.name == "sqlite":
        # What was lost may be named by what comes back before it.
        change.connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    done = _cured(change, by_journal)
    sight = Sight(change.connection, store.clock().date())
    rest = [each for each in found_by(sight, DOMAIN_RULES) if each in wanted]
    done += _cured(change, rest)
    if not (by_journal or rest):
        raise AppError("Những chỗ ấy nay đã đúng, không còn gì phải sửa.", "Hãy kiểm tra lại.")
    if not done:
        raise AppError(
            "Chưa sửa được chỗ nào: giá trị đúng của mỗi chỗ đang bị một mục khác giữ.",
            "Hãy khôi phục từ bản sao lưu gần nhất.",
        )
    return done


def _cured(change: Change, flaws: Sequence[Flaw]) -> list[Flaw]:
    """Those that could be cured. Where a value that only one row may have is still held by
    another row, a cure waits until that one is cured: the next round begins at the other end, as
    rows that moved by one wait for each other in their order."""
    done: list[Flaw] = []
    waiting = [each for each in flaws if each.can_mend]
    while waiting:
        held: list[Flaw] = []
        for each in waiting:
            (done if _is_cured(change, each) else held).append(each)
        if len(held) == len(waiting):
            break
        waiting = held[::-1]
    return done


def _is_cured(change: Change, flaw: Flaw) -> bool:
    if flaw.cure is None:
        return True
    try:
        with change.connection.begin_nested():
            flaw.cure(change)
    except IntegrityError:
        return False
    return True


def _summary(done: Collection[Flaw]) -> str:
    places = "; ".join(dict.fromkeys(each.where for each in list(done)[:3]))
    more = f" và {number(len(done) - 3)} chỗ nữa" if len(done) > 3 else ""
    return f"Sửa {number(len(done))} chỗ sai sau khi kiểm tra dữ liệu: {places}{more}"
