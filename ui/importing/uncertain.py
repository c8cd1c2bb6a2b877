"""Rows that may be somebody on the roster, decided one by one, side by side, by key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from models.intake.plan_records import (
    FIELD_TITLES,
    Box,
    Choice,
    Decision,
    ImportPlan,
    PersonCandidate,
    PlanRow,
)
from models.text.formats import number, partial_date
from models.text.phones import display_phone
from ui.importing.boxes import BoxTab
from ui.importing.plan_columns import Line, row_columns
from ui.importing.words import BOX_HINTS, CHOICE_WORDS
from ui.theme.pieces import button, card, label

KEYS_HINT = "Phím 1: là người này; 2: là người mới; 3: bỏ qua; 0: xóa quyết định."
TURN_HINT = "Phím ← →: chọn giữa những người giống."
NOBODY_ALIKE = "Chưa có ai giống trong danh sách"
IN_FILE = "Người mới ở dòng khác"
KEYS: tuple[tuple[str, Choice | None], ...] = (
    ("1", Choice.SAME),
    ("2", Choice.NEW),
    ("3", Choice.SKIP),
    ("0", None),
)


class UncertainTab(BoxTab):
    """`decided` tells that a decision was made or taken back; `decisions` has them all.

    It begins with `decisions` that were made before.
    """

    decided = Signal()

    def __init__(self, plan: ImportPlan, decisions: Mapping[int, Decision]) -> None:
        rows = plan.in_box(Box.UNCERTAIN)
        columns = row_columns(plan, Box.UNCERTAIN)
        hint = f"{BOX_HINTS[Box.UNCERTAIN]} {KEYS_HINT}"
        if any(len(row.candidates) > 1 for row in rows):
            hint = f"{hint} {TURN_HINT}"
        self.decisions: dict[int, Decision] = dict(decisions)
        self._uncertain = rows
        self._rows = plan.rows
        self._by_ordinal = {row.ordinal: row for row in rows}
        super().__init__(Box.UNCERTAIN, hint, columns, list(self._by_ordinal), self._line_of)
        self._candidates = QButtonGroup(self)
        self._left, self._right = card(), card()
        self._right_place = QVBoxLayout(self._right)
        self._left_place = QVBoxLayout(self._left)
        self._buttons: dict[Choice, QPushButton] = {}
        self._add_sides()
        self.table.picked.connect(self._show_current)
        for key, choice in KEYS:
            shortcut = QShortcut(QKeySequence(key), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(partial(self.decide, choice))
        for arrow, step in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Left, -1)):
            shortcut = QShortcut(QKeySequence(arrow), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(partial(self._turn_to, step))

    def _add_sides(self) -> None:
        sides = QHBoxLayout()
        sides.setSpacing(12)
        sides.addWidget(self._left, 1)
        sides.addWidget(self._right, 1)
        acts = QHBoxLayout()
        for key, choice in KEYS[:3]:
            assert choice is not None
            made = button(f"{CHOICE_WORDS[choice]} ({key})", f"decide-{choice}")
            made.setAutoDefault(False)
            made.clicked.connect(partial(self.decide, choice))
            self._buttons[choice] = made
            acts.addWidget(made)
        acts.addStretch(1)
        self.layout_.addLayout(sides)
        self.layout_.addLayout(acts)

    def _line_of(self, ordinal: int) -> Line:
        return Line(ordinal, self._by_ordinal[ordinal], self.decisions.get(ordinal))

    def _current(self) -> PlanRow | None:
        current = self.table.current_id()
        return None if current is None else self._by_ordinal.get(current)

    def _show_current(self) -> None:
        row = self._current()
        if row is not None:
            fill(self._left_place, self._facts_page(row))
            fill(self._right_place, self._candidates_page(row))
            self._buttons[Choice.SAME].setEnabled(bool(row.candidates))

    def _facts_page(self, row: PlanRow) -> QWidget:
        page = QWidget()
        form = QFormLayout(page)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(4)
        form.addRow(label(f"Trong tệp, dòng {number(row.row)}", "heading"))
        for words, value in row_facts(row):
            form.addRow(label(words, "muted"), label(value, wrap=True))
        return page

    def _candidates_page(self, row: PlanRow) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if not row.candidates:
            column.addWidget(label(NOBODY_ALIKE, "heading"))
            column.addWidget(label("; ".join(row.reasons), "attention", wrap=True))
            column.addStretch(1)
            return page
        in_file = all(each.row is not None for each in row.candidates)
        column.addWidget(label(IN_FILE if in_file else "Trong danh sách", "heading"))
        self._candidates = QButtonGroup(page)
        decision = self.decisions.get(row.ordinal)
        for at, candidate in enumerate(row.candidates):
            choice = QRadioButton(self._words_of(row, candidate))
            choice.setChecked(at == 0 or (decision is not None and _means(decision, candidate)))
            self._candidates.addButton(choice, at)
            column.addWidget(choice)
            column.addWidget(label("; ".join(candidate.reasons), "attention", wrap=True))
        column.addStretch(1)
        return page

    def _words_of(self, row: PlanRow, candidate: PersonCandidate) -> str:
        words = candidate_words(candidate)
        if candidate.row is None:
            return words
        first = self._rows[candidate.row]
        where = "" if first.file == row.file else f" của tệp “{first.file}”"
        return f"Dòng {number(first.row)}{where}: {words}"

    def decide(self, choice: Choice | None, *_clicked: object) -> None:
        """Decide about the current row and go on to the next that is undecided."""
        row = self._current()
        if row is None or (choice is Choice.SAME and not row.candidates):
            return
        if choice is None:
            self.decisions.pop(row.ordinal, None)
        else:
            self.decisions[row.ordinal] = self._decision(row, choice)
        self.refresh()
        if choice is not None:
            self._go_on(row)
        self.decided.emit()

    def _turn_to(self, step: int) -> None:
        """Choose another candidate of the current row."""
        buttons = self._candidates.buttons()
        if buttons:
            at = max(0, self._candidates.checkedId()) + step
            buttons[min(max(at, 0), len(buttons) - 1)].setChecked(True)

    def _decision(self, row: PlanRow, choice: Choice) -> Decision:
        if choice is not Choice.SAME:
            return Decision(choice)
        chosen = row.candidates[max(0, self._candidates.checkedId())]
        known = chosen.person_id if chosen.row is None else None
        return Decision(choice, known, chosen.row)

    def _go_on(self, row: PlanRow) -> None:
        order = [each.ordinal for each in self._uncertain]
        at = order.index(row.ordinal)
        following = [*order[at + 1 :], *order[:at]]
        undecided = next((each for each in following if each not in self.decisions), None)
        if undecided is not None:
            self.table.go_to(undecided)


def _means(decision: Decision, candidate: PersonCandidate) -> bool:
    if candidate.row is not None:
        return decision.row == candidate.row
    return decision.person_id == candidate.person_id


def still_right(
    old: ImportPlan, made: Mapping[int, Decision], new: ImportPlan
) -> dict[int, Decision]:
    """The decisions made about the plan before that a new plan of the same rows leaves right."""
    by_place = {_place(old.rows[ordinal]): decision for ordinal, decision in made.items()}
    kept: dict[int, Decision] = {}
    for row in new.in_box(Box.UNCERTAIN):
        decision = by_place.get(_place(row))
        if decision is not None and (
            decision.choice is not Choice.SAME
            or any(_means(decision, candidate) for candidate in row.candidates)
        ):
            kept[row.ordinal] = decision
    return kept


def _place(row: PlanRow) -> tuple[str, str, int, str]:
    return row.file, row.sheet, row.row, row.name


def row_facts(row: PlanRow) -> Sequence[tuple[str, str]]:
    """What the file says of a person, with the names of the fields."""
    values = row.values
    facts = (
        ("name", row.name),
        ("unit", row.unit),
        ("position", str(values.get("position") or "")),
        ("phone", display_phone(row.phone)),
        ("birth", partial_date(str(values.get("birth") or ""))),
    )
    return [(FIELD_TITLES[name], value) for name, value in facts if value]


def candidate_words(candidate: PersonCandidate) -> str:
    """ "Trần Văn An · Trường THCS Kẻ Sặt · 0982 103 591"."""
    parts = (candidate.name, candidate.unit, display_phone(candidate.phone))
    return " · ".join(part for part in parts if part)


def fill(place: QVBoxLayout, page: QWidget) -> None:
    """Put `page` in the place of what stood there."""
    while (item := place.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
    place.addWidget(page)
