"""Accounts that may be somebody on the roster, decided one by one, side by side, by key."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from models.reconcile.records import AccountDecision, Box, Entry, Who
from models.records import Unit
from models.text.formats import partial_date, score_words, short_date
from models.text.phones import display_phone
from ui.importing.uncertain import candidate_words, fill
from ui.pages.reconcile.decided import Decided
from ui.pages.reconcile.entries_tab import EntriesTab
from ui.pages.reconcile.lines import place_words
from ui.pages.reconcile.several import decisions_of, left_words
from ui.pages.reconcile.unit_choice import UnitChoice, can_be_new
from ui.pages.reconcile.words import WHO_ACTS, lacking_words
from ui.theme.pieces import button, card, label

KEYS: tuple[tuple[str, Who | None], ...] = (
    ("1", Who.SAME),
    ("2", Who.NOT_THEM),
    ("3", Who.NEW),
    ("0", None),
)

LINES_SEEN = 3
ON_THE_ROSTER = "Người này đã có trong danh sách."
DECIDE_HINTS: dict[Who | None, str] = {
    Who.SAME: "Tài khoản này là của người đang chọn bên phải",
    Who.NOT_THEM: "Tài khoản này không phải của ai trong danh sách",
    Who.NEW: "Đưa người này vào danh sách như người mới",
    None: "Bỏ quyết định",
}


class UncertainTab(EntriesTab):
    """What the file says on the left, who it may be on the right, and four keys."""

    def __init__(self, decided: Decided) -> None:
        super().__init__(Box.UNCERTAIN, decided)
        self._candidates = QButtonGroup(self)
        self._sides = QWidget()
        self._acts = QWidget()
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._sides)
        self._left_place, self._right_place = QVBoxLayout(), QVBoxLayout()
        self.unit = UnitChoice("uncertain-unit", decided)
        self._problem = label("", "attention", wrap=True)
        self._problem.setObjectName("uncertain-problem")
        self._problem.hide()
        self._add_sides()
        self.unit.entered.connect(self._entered)
        self.table.picked.connect(self._show_current)
        for key, who in KEYS:
            self._add_key(key, partial(self.decide, who))
        self._add_key("Right", partial(self._turn_to, 1))
        self._add_key("Left", partial(self._turn_to, -1))

    def _add_key(self, key: str, deed: partial[None]) -> None:
        shortcut = QShortcut(QKeySequence(key), self.table)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(deed)

    def _add_sides(self) -> None:
        cards = self._cards
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(8)
        cards.addWidget(_scrolled("uncertain-file", "Trong tệp", self._left_place), 1)
        cards.addWidget(_scrolled("uncertain-roster", "Trong danh sách", self._right_place), 1)
        acts = QHBoxLayout(self._acts)
        acts.setContentsMargins(0, 0, 0, 0)
        for key, who in KEYS:
            words = f"{WHO_ACTS[who] if who else 'Bỏ'} ({key})"
            made = button(words, f"decide-{who.value if who else 'back'}")
            made.setToolTip(DECIDE_HINTS[who])
            made.clicked.connect(partial(self.decide, who))
            acts.addWidget(made)
        acts.addWidget(self.unit, 1)
        self.layout_.removeWidget(self.table)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.table)
        self._split.addWidget(self._sides)
        self._split.setSizes([1_000, 1_000])
        self.layout_.addWidget(self._split, 1)
        self.layout_.addWidget(self._problem)
        self.layout_.addWidget(self._acts)

    def set_units(self, units: Sequence[Unit], means: dict[str, int | None]) -> None:
        """The units to choose from, and those that texts of the platform mean."""
        self.unit.set_units(units, means)

    def refresh(self) -> None:
        """Without lines there is nothing to decide."""
        super().refresh()
        self._sides.setVisible(bool(self._ids))
        self._acts.setVisible(bool(self._ids))

    def set_low(self, low: bool) -> None:
        """Beside the table where there is no room below it."""
        super().set_low(low)
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        directions = QBoxLayout.Direction
        self._split.setOrientation(across if low else down)
        self._cards.setDirection(directions.TopToBottom if low else directions.LeftToRight)

    def _show_current(self) -> None:
        entry = self.current()
        if entry is not None:
            fill(self._left_place, self._facts_page(entry))
            fill(self._right_place, self._candidates_page(entry))

    def _facts_page(self, entry: Entry) -> QWidget:
        page = QWidget()
        form = QFormLayout(page)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(4)
        rows = place_words(entry)
        form.addRow(label(f"Trong tệp, dòng {rows}" if rows else "Trong tệp", "heading"))
        for words, value in account_facts(entry):
            form.addRow(label(words, "muted"), label(value, wrap=True))
        return page

    def _candidates_page(self, entry: Entry) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        several = len(entry.candidates) > 1
        words = "Trong danh sách (phím ← → để chọn)" if several else "Trong danh sách"
        column.addWidget(label(words, "heading"))
        self._candidates = QButtonGroup(page)
        decision = self.decided.accounts.get(entry.ordinal)
        for at, candidate in enumerate(entry.candidates):
            choice = QRadioButton(candidate.name)
            choice.setAccessibleDescription(candidate_words(candidate))
            chosen = decision is not None and decision.person_id == candidate.person_id
            choice.setChecked(at == 0 or chosen)
            self._candidates.addButton(choice, at)
            column.addWidget(choice)
            where = " · ".join(filter(None, (candidate.unit, display_phone(candidate.phone))))
            column.addWidget(label(where, wrap=True))
            column.addWidget(label("; ".join(candidate.reasons), "attention", wrap=True))
        if entry.person is not None:
            column.addWidget(label(entry.person.name, wrap=True))
            known = (entry.person.unit, display_phone(entry.person.phone))
            column.addWidget(label(" · ".join(filter(None, known)), wrap=True))
        if not entry.candidates:
            column.addWidget(label("; ".join(entry.reasons), "attention", wrap=True))
        column.addStretch(1)
        return page

    def decide(self, who: Who | None, *_clicked: object) -> None:
        """Decide about the current account, or all selected ones, and go on to the next."""
        selected = self.selected()
        if len(selected) > 1:
            self._decide_all(selected, who)
            return
        entry = self.current()
        if entry is None:
            return
        decision = self._decision(entry, who) if who else None
        self._say_lacking(entry, lacking=who is Who.NEW and decision is None)
        if who is not None and decision is None:
            return
        self.decided.decide([entry.ordinal], decision)
        self.refresh()
        if decision is not None:
            self.go_on_from(entry.ordinal)

    def _decide_all(self, entries: Sequence[Entry], who: Who | None) -> None:
        """One word on the selected accounts; those that leave a choice stay open, and are told."""
        words = ""
        if who is None:
            self.decided.decide([entry.ordinal for entry in entries], None)
        else:
            made, left = decisions_of(entries, who, self.unit.new_of)
            words = left_words(who, left)
            self.decided.decide_each(made)
        self._problem.setText(words)
        self._problem.setVisible(bool(words))
        self.refresh()
        if who is not None:
            self.go_on_from(entries[-1].ordinal)

    def _say_lacking(self, entry: Entry, *, lacking: bool) -> None:
        named = can_be_new(entry)
        words = lacking_words(named, not named) if lacking else ""
        if lacking and entry.person is not None:
            words = ON_THE_ROSTER
        self._problem.setText(words)
        self._problem.setVisible(bool(words))
        if lacking and named:
            self.unit.take_focus()

    def _entered(self) -> None:
        self.decide(Who.NEW)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn_to(self, step: int) -> None:
        """Choose another candidate of the current account."""
        buttons = self._candidates.buttons()
        if buttons:
            at = max(0, self._candidates.checkedId()) + step
            buttons[min(max(at, 0), len(buttons) - 1)].setChecked(True)

    def _decision(self, entry: Entry, who: Who) -> AccountDecision | None:
        if who is Who.NEW:
            return self.unit.new_of(entry) if can_be_new(entry) else None
        if who is Who.NOT_THEM:
            return AccountDecision(who)
        if not entry.candidates:
            return None
        chosen = entry.candidates[max(0, self._candidates.checkedId())]
        return AccountDecision(who, chosen.person_id)


def _scrolled(name: str, words: str, place: QVBoxLayout) -> QFrame:
    """A card whose page scrolls where there is little room."""
    made, page, area = card(), QWidget(), QScrollArea()
    page.setLayout(place)
    place.setContentsMargins(0, 0, 0, 0)
    area.setObjectName(name)
    area.setAccessibleName(words)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    area.setWidget(page)
    for each in (page, area.viewport()):
        each.setBackgroundRole(QPalette.ColorRole.Base)
    area.setMinimumHeight(area.fontMetrics().height() * LINES_SEEN)
    inside = QVBoxLayout(made)
    inside.setContentsMargins(10, 6, 10, 6)
    inside.addWidget(area)
    return made


def account_facts(entry: Entry) -> list[tuple[str, str]]:
    """What the file says of an account, with the names of its fields."""
    account = entry.account
    if account is None:
        return []
    facts = (
        ("Họ và tên", account.name),
        ("Điện thoại", display_phone(account.phone)),
        ("Đơn vị", account.unit),
        ("Tài khoản", account.login),
        ("Ngày sinh", partial_date(account.birth)),
        ("Đăng ký", short_date(account.registered_on)),
        ("Hoàn thành", _completed(entry)),
        ("Điểm", score_words(account.score)),
    )
    return [(words, value) for words, value in facts if value]


def _completed(entry: Entry) -> str:
    account = entry.account
    if account is None or not account.completed:
        return ""
    return short_date(account.completed_on) or "có"
