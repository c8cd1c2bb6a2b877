"""What the journal says, looked at once: where it is broken, what differs, what it surely knows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sqlalchemy import func, select, update

from models.checking.findings import FlawCure
from models.checking.journal_texts import TextMend, note_row, text_mends
from models.checking.sight import Sight
from models.journal.chain_check import (
    ORDER,
    BrokenLink,
    StateFault,
    broken_links,
    state_faults,
)
from models.journal.differences import RowDifference, journal_differences
from models.store.schema import change_rows, changes

if TYPE_CHECKING:
    from models.journal.change import Change


@dataclass(frozen=True, slots=True)
class _SetState:
    """Sets what became of an entry."""

    change_id: int
    state: str
    table: str
    row_id: int

    def __call__(self, change: Change) -> None:
        own = changes.c.id == self.change_id
        change.connection.execute(update(changes).where(own).values(state=self.state))
        note_row(change, self.table, self.row_id)


class JournalSight:
    """The journal of one state of the data; made once for it by `of`."""

    def __init__(self, sight: Sight) -> None:
        self._sight = sight
        self._connection = sight.connection

    @classmethod
    def of(cls, sight: Sight) -> JournalSight:
        """The one for this state."""
        if sight.journal is None:
            sight.journal = cls(sight)
        assert isinstance(sight.journal, cls)
        return sight.journal

    @cached_property
    def broken(self) -> list[BrokenLink]:
        """The entries that do not fit."""
        return broken_links(self._connection)

    @cached_property
    def _mends(self) -> dict[int, TextMend]:
        return {each.change_id: each for each in text_mends(self._connection, self.broken)}

    def mend_of(self, broken: BrokenLink) -> FlawCure | None:
        """What surely mends it; a damaged state is mended by itself."""
        mend = self._mends.get(broken.change_id)
        return mend if mend is not None and broken.what != ORDER else None

    @cached_property
    def _unsure(self) -> int:
        """The newest entry that is broken for good: what was written before it is not sure."""
        lasting = (each.change_id for each in self.broken if self.mend_of(each) is None)
        return max(lasting, default=0)

    @cached_property
    def differences(self) -> list[RowDifference]:
        """The rows that differ from the journal, but for those of which its text is damaged."""
        if not (found := journal_differences(self._connection)):
            return found
        spoilt = {(each.table, each.row_id) for each in self._mends.values() if each.row}
        return [each for each in found if (each.table, each.row_id) not in spoilt]

    def knows(self, difference: RowDifference) -> bool:
        """Whether it is sure what the journal says of a row."""
        if not self._unsure:
            return True
        of_row = (change_rows.c.table_name == difference.table) & (
            change_rows.c.row_id == difference.row_id
        )
        newest = select(func.max(change_rows.c.change_id)).where(of_row)
        return (self._connection.execute(newest).scalar() or 0) > self._unsure

    @cached_property
    def states(self) -> list[tuple[StateFault, FlawCure | None]]:
        """The entries whose state is another than doing, undoing and redoing come to."""
        sure = not self._unsure
        return [
            (each, self._set_state(each) if sure else None)
            for each in state_faults(self._connection)
        ]

    def _set_state(self, fault: StateFault) -> FlawCure:
        first = select(change_rows.c.table_name, change_rows.c.row_id).where(
            change_rows.c.change_id == fault.change_id
        )
        row = self._connection.execute(first.limit(1)).first()
        return _SetState(fault.change_id, fault.journal, *(row or ("", 0)))

    def entry_words(self, change_id: int) -> str:
        """ "mục nhật ký số 12: “Đánh dấu 3 người đã đăng ký”"."""
        from models.journal.raw import any_text

        with any_text(self._connection):
            found = self._sight.rows("SELECT summary FROM changes WHERE id = :own", own=change_id)
        summary = str(found[0].summary).encode("utf-8", "replace").decode() if found else ""
        return f"mục nhật ký số {change_id}" + (f": “{summary}”" if summary else "")
