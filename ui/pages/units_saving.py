"""What is typed of a unit until it is written: nothing of it is lost, and how it stands is said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection
from datetime import datetime
from functools import partial
from typing import Concatenate, ParamSpec

from PySide6.QtCore import QObject, Signal

from models.records import Contact
from models.roster.units import set_contacts
from models.store.store import Store
from ui.desk import Desk
from ui.work import Work

P = ParamSpec("P")
Contacts = tuple[Contact, ...]
UNTOUCHED, UNSAVED, SAVING = "Tự lưu khi rời khỏi ô", "Chưa lưu", "Đang lưu…"


class UnitDrafts(QObject):
    """Contacts by unit that differ from what the file holds. `changed` carries the id of the unit
    that stands otherwise now.

    What could not be written stays a draft, so that whoever comes back to the unit finds it.
    """

    changed = Signal(int)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._typed: dict[int, Contacts] = {}
        self._sent: dict[int, Contacts] = {}
        self._under_way: Counter[int] = Counter()
        self._saved_at: dict[int, datetime] = {}

    def typed(self, unit_id: int) -> Contacts | None:
        """What was typed of a unit and is not written yet."""
        return self._typed.get(unit_id)

    def note(self, unit_id: int, contacts: Contacts, stored: Contacts) -> None:
        """Somebody types; what is as it is `stored` is no draft."""
        if contacts == stored:
            self._typed.pop(unit_id, None)
        else:
            self._typed[unit_id] = contacts
        self.changed.emit(unit_id)

    def save(self, unit_id: int) -> None:
        """Write what was typed of a unit, if anything was."""
        contacts = self._typed.get(unit_id)
        if contacts is not None and self._sent.get(unit_id) != contacts:
            self._sent[unit_id] = contacts
            self.write(unit_id, set_contacts, contacts)

    def write(
        self,
        unit_id: int,
        call: Callable[Concatenate[Store, int, P], None],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        """Change something of the unit, and say so beside its fields."""
        self._under_way[unit_id] += 1
        work: Work[None] = Work(
            lambda task: call(task.file, unit_id, *args, **kwargs),
            partial(self._written, unit_id),
            ended=partial(self._ended, unit_id),
            writes=True,
        )
        self._desk.run(work)
        self.changed.emit(unit_id)

    def words(self, unit_id: int) -> str:
        """ "Chưa lưu", "Đang lưu…", "Đã lưu 14:05"; of a unit that nobody has touched, when
        it is saved."""
        if self._under_way[unit_id]:
            return SAVING
        if unit_id in self._typed:
            return UNSAVED
        at = self._saved_at.get(unit_id)
        return f"Đã lưu {at:%H:%M}" if at is not None else UNTOUCHED

    def keep_only(self, unit_ids: Collection[int]) -> None:
        """Units that are gone are spoken of no more."""
        for each in self._typed.keys() - set(unit_ids):
            del self._typed[each]

    def _written(self, unit_id: int, _none: None) -> None:
        self._saved_at[unit_id] = self._desk.now()
        # Meanwhile somebody may have typed on.
        if unit_id in self._sent and self._typed.get(unit_id) == self._sent[unit_id]:
            del self._typed[unit_id]

    def _ended(self, unit_id: int) -> None:
        self._under_way[unit_id] -= 1
        if not self._under_way[unit_id]:
            self._sent.pop(unit_id, None)
        self.changed.emit(unit_id)
