"""The lines of one box below the cards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from models.reconcile.records import Box, Entry
from ui.importing.boxes import BoxTab
from ui.pages.reconcile.decided import Decided
from ui.pages.reconcile.lines import BOX_COLUMNS, EntryLine
from ui.pages.reconcile.words import BOX_HINTS

EMPTY = {
    Box.REGRESSED: "Không ai bị mất so với lần trước",
    Box.UNCERTAIN: "Không còn ai cần xem",
    Box.NOT_REGISTERED: "Mọi người trong danh sách đều có trong tệp",
}


class EntriesTab(BoxTab):
    """Shows the lines of a box; each is made only when it is looked at."""

    def __init__(self, box: Box, decided: Decided) -> None:
        self._entries: Mapping[int, Entry] = {}
        self.decided = decided
        name = f"reconcile-{box.value}"
        super().__init__(name, BOX_HINTS[box], BOX_COLUMNS[box], (), self._line_of)
        self.table.empty_title = EMPTY.get(box, "Không có ai")

    def _line_of(self, ordinal: int) -> EntryLine:
        return EntryLine(ordinal, self._entries[ordinal], self.decided.accounts.get(ordinal))

    def show_entries(self, ids: Sequence[int], entries: Mapping[int, Entry]) -> None:
        """Show these lines; `entries` has them by ordinal."""
        self._ids, self._entries = ids, entries
        self.refresh()

    def set_low(self, low: bool) -> None:
        """In a low window the hint gives its room to the lines."""
        first = self.layout_.itemAt(0)
        hint = first.widget() if first is not None else None
        if hint is not None:
            hint.setVisible(not low)
        self.table.setToolTip(self.table.accessibleName() if low else "")

    def current(self) -> Entry | None:
        """The entry of the current line."""
        at = self.table.current_id()
        return None if at is None else self._entries.get(at)

    def selected(self) -> list[Entry]:
        """The entries of the selected lines."""
        ids = self.table.selected_ids()
        return [self._entries[each] for each in ids if each in self._entries]

    def go_on_from(self, ordinal: int) -> None:
        """Go to the next line, round the end, that nobody has decided about."""
        order = list(self._ids)
        at = order.index(ordinal) if ordinal in order else 0
        following = (*order[at + 1 :], *order[:at])
        undecided = (each for each in following if self.decided.is_open(each))
        target = next(undecided, None)
        if target is not None:
            self.table.go_to(target)
