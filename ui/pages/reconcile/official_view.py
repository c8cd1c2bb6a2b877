"""Số liệu của thành phố: counts without names beside ours, and what may explain the gap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from models.contests.mark_names import USUAL_NAMES, MarkNames
from models.reconcile.official import explain_gap
from models.reconcile.records import CountGap, OfficialFigure
from models.records import Mark, Unit
from models.store.store import Store
from models.text.formats import number, short_date
from ui.pages.reconcile.official_form import OfficialForm
from ui.table.column import A_DAY, Column, Kind
from ui.table.few_lines import table_beside
from ui.theme.keys import on_key
from ui.theme.letters import ShareSplitter
from ui.theme.pieces import button, card, column_in, fill_place, label, named

UNSAID = "–"
NAMES_SHOWN = 30
EMPTY = (
    "Chưa có số liệu nào của thành phố",
    "Ghi số mà thành phố thông báo để so với danh sách của xã trong cùng ngày.",
)


@dataclass(frozen=True, slots=True)
class Gaps:
    """What may explain a count of the city; None for a mark that it did not count."""

    registered: CountGap | None
    completed: CountGap | None


def explain_gaps(file: Store, figure: OfficialFigure) -> Gaps:
    """What may explain that the city counts otherwise than we."""
    return Gaps(
        explain_gap(file, figure, Mark.REGISTERED), explain_gap(file, figure, Mark.COMPLETED)
    )


def _theirs(count: int | None) -> str:
    return UNSAID if count is None else number(count)


def gap_words(ours: int, theirs: int | None) -> str:
    """ "+7" when we count more, "−3" when fewer, "khớp" when alike."""
    if theirs is None:
        return ""
    difference = ours - theirs
    if not difference:
        return "khớp"
    return f"{'+' if difference > 0 else '−'}{number(abs(difference))}"


def _beside(theirs: int | None, ours: int) -> str:
    """The city's count and ours: "24 / 31"."""
    return f"{_theirs(theirs)} / {number(ours)}"


COLUMNS: tuple[Column[OfficialFigure], ...] = (
    Column("day", "Đến hết ngày", 12, lambda each: short_date(each.day), never_cut=A_DAY),
    Column("unit", "Đơn vị", 26, lambda each: each.unit, Kind.STRONG),
    Column(
        "total", "Tổng: thành phố / xã", 19,
        lambda each: _beside(each.total, each.ours_total), Kind.NUMBER,
    ),
    Column(
        "registered", "Đăng ký: thành phố / xã", 22,
        lambda each: _beside(each.registered, each.ours_registered), Kind.NUMBER,
    ),
    Column(
        "registered-gap", "Chênh", 7,
        lambda each: gap_words(each.ours_registered, each.registered), Kind.NUMBER,
    ),
    Column(
        "completed", "Hoàn thành: thành phố / xã", 25,
        lambda each: _beside(each.completed, each.ours_completed), Kind.NUMBER,
    ),
    Column(
        "completed-gap", "Chênh", 7,
        lambda each: gap_words(each.ours_completed, each.completed), Kind.NUMBER,
    ),
    Column("source", "Nguồn", 20, lambda each: each.source, Kind.QUIET),
)  # fmt: skip


class OfficialView(QWidget):
    """`wanted` asks to keep a count, `removed` to take one away, `explained` why one differs."""

    wanted = Signal(object, object, object, str)
    removed = Signal(int)
    explained = Signal(object)

    def __init__(self, today: date) -> None:
        super().__init__()
        self._figures: dict[int, OfficialFigure] = {}
        self._names = USUAL_NAMES
        self.form = OfficialForm(today)
        self.form.wanted.connect(self.wanted)
        words, of = "Số liệu của thành phố bên cạnh số liệu của xã", lambda at: self._figures[at]
        self._table = table_beside(self, "official-figures", words, COLUMNS, of, EMPTY)
        self._table.picked.connect(self._picked)
        self._shown: OfficialFigure | None = None
        self._remove = button("Xó&a số liệu này", "official-remove")
        self._remove.clicked.connect(self._ask_remove)
        on_key(self._table, "Del", self._ask_remove, alone=True)
        self._why = card()
        self._gaps = named(QScrollArea(), "gap-area", "Lý do chênh lệch")
        self._why_place = QVBoxLayout(self._why)
        self._why_place.setContentsMargins(12, 8, 12, 8)
        self._lay_out()

    def _lay_out(self) -> None:
        self._gaps.setWidgetResizable(True)
        self._gaps.setFrameShape(QFrame.Shape.NoFrame)
        self._gaps.setWidget(self._why)
        split = ShareSplitter("official")
        split.addWidget(self._table)
        split.addWidget(self._gaps)
        acts = QHBoxLayout()
        acts.addStretch(1)
        acts.addWidget(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.form)
        column.addWidget(split, 1)
        column.addLayout(acts)

    def name_marks(self, names: MarkNames) -> None:
        """Call the marks as the contest does, and ask for those that it counts."""
        self._names = names
        titles = {str(mark): f"{names.title(mark)}: thành phố / xã" for mark in names.counted}
        self._table.describe(titles, ("registered", "registered-gap") if names.one else ())
        self.form.name_marks(names)

    def show_figures(self, figures: Sequence[OfficialFigure], units: Sequence[Unit]) -> None:
        """Show all counts, each beside ours."""
        self._figures = {figure.id: figure for figure in figures}
        self.form.set_units(units)
        self._table.rows.set_ids(tuple(self._figures))
        self._shown = None
        if self._figures and self._table.current_id() is None:
            self._table.go_to_first()
        self._picked()

    def show_gaps(self, figure: OfficialFigure, gaps: Gaps) -> None:
        """Show what may explain the gaps of a figure, if it is still the one looked at."""
        if figure != self._shown:
            return
        page = QWidget()
        column = column_in(page, spacing=4)
        column.addWidget(label(f"{figure.unit}, đến hết ngày {short_date(figure.day)}", "heading"))
        found = {Mark.REGISTERED: gaps.registered, Mark.COMPLETED: gaps.completed}
        for mark in self._names.counted:
            for role, line in gap_lines(self._names.title(mark), found[mark]):
                made = label(line, role, wrap=True)
                made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                column.addWidget(made)
        column.addStretch(1)
        fill_place(self._why_place, page)

    def _picked(self) -> None:
        figure = self._figures.get(self._table.current_id() or 0)
        self._remove.setEnabled(figure is not None)
        self._gaps.setVisible(figure is not None)
        if figure is not None and figure != self._shown:
            self._shown = figure
            self.explained.emit(figure)

    def _ask_remove(self) -> None:
        at = self._table.current_id()
        if at is not None:
            self.removed.emit(at)


def gap_lines(words: str, gap: CountGap | None) -> list[tuple[str, str]]:
    """What is said of one gap, as (look, line): the difference, its causes, and the rest."""
    if gap is None:
        return []
    if not gap.difference:
        return [("", f"{words}: khớp, cùng {number(gap.ours)} người.")]
    side = "nhiều hơn" if gap.difference > 0 else "ít hơn"
    lines = [
        (
            "heading",
            f"{words}: xã {number(gap.ours)}, thành phố {number(gap.official)}; "
            f"xã {side} {number(abs(gap.difference))} người.",
        )
    ]
    for cause in gap.causes:
        lines.append(("", f"• {number(cause.count)} người: {cause.words}. {_named(cause.people)}"))
    if gap.unexplained:
        lines.append(("attention", f"• Chưa giải thích được: {number(gap.unexplained)} người."))
    return lines


def _named(people: Sequence[str]) -> str:
    more = len(people) - NAMES_SHOWN
    rest = f" và {number(more)} người khác" if more > 0 else ""
    return f"{', '.join(people[:NAMES_SHOWN])}{rest}." if people else ""
