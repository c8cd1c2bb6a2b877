"""Accounts whose person is found; a wrong one can be taken back, and is looked at in Cần xem."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from models.reconcile.records import AccountDecision, Box, Entry, ReconcilePlan, Who
from models.text.formats import number
from ui.pages.reconcile.decided import Decided
from ui.pages.reconcile.entries_tab import EntriesTab
from ui.pages.reconcile.saying import Saying
from ui.theme.pieces import button

KEY = "2"
SAID = (
    "Đã chuyển {count} tài khoản sang Cần xem và sẽ nhớ cho các tệp sau; ở đó nhấn phím 0 để "
    "trả lại."
)
NO_LINE = "Hãy chọn dòng khớp nhầm trước."
NO_ACCOUNT = "Người này không có tài khoản nào trong tệp."


class FoundTab(EntriesTab):
    """Key 2 says of the selected lines that the account is not this person's."""

    def __init__(self, box: Box, decided: Decided) -> None:
        super().__init__(box, decided)
        self._accounts: dict[int, list[int]] = {}
        self._said = Saying(f"taken-back-{box.value}", "muted")
        self._said.say("")
        self._act = button(f"Không phải người này ({KEY})", f"not-this-{box.value}")
        self._act.clicked.connect(self.take_back)
        acts = QHBoxLayout()
        acts.addWidget(self._act, 0, Qt.AlignmentFlag.AlignLeft)
        acts.addWidget(self._said, 1)
        self.layout_.addLayout(acts)
        shortcut = QShortcut(QKeySequence(KEY), self.table)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self.take_back)

    def show_plan(self, plan: ReconcilePlan) -> None:
        """Another plan: several accounts may be one line of it."""
        self._accounts = {}
        for at, match in enumerate(plan.matches):
            if match.person_id is not None:
                self._accounts.setdefault(match.person_id, []).append(at)
        self._said.say("")

    def show_entries(self, ids: Sequence[int], entries: Mapping[int, Entry]) -> None:
        """Show these lines; the button stands where one of them has an account."""
        super().show_entries(ids, entries)
        self._act.setVisible(any(entries[each].account is not None for each in ids))

    def take_back(self, *_clicked: object) -> None:
        """Say of the selected lines that their accounts are not these people's."""
        selected = self.selected()
        chosen = [entry for entry in selected if entry.account is not None]
        ordinals = {entry.ordinal for entry in chosen}
        for entry in chosen:
            if entry.person is not None:
                ordinals.update(self._accounts.get(entry.person.id, ()))
        count = len(ordinals)
        lacking = NO_ACCOUNT if selected else NO_LINE
        self._said.say(SAID.format(count=number(count)) if count else lacking)
        if ordinals:
            self.decided.decide(sorted(ordinals), AccountDecision(Who.NOT_THIS))
