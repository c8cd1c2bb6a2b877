"""The four numbers of the overview; each opens the names behind it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from models.contests.mark_names import MarkNames, capitalised, mark_names
from models.figures.behind import FigureNumber, people_behind
from models.figures.forecast import WINDOWS, forecast_words
from models.records import Mark, PeopleQuery, Status
from models.text.formats import number, percent
from ui.calls.figures import Look
from ui.pages.overview_beside import grown_words, signed
from ui.pages.overview_words import mark_ahead, pace_words
from ui.theme.pieces import label, link, restyle


class MarkCard(NamedTuple):
    """What a card of a mark opens: who has it, who lacks it, and the numbers of both."""

    done: Status
    counted: FigureNumber
    missing: Status
    lacking: FigureNumber


CARDS = {
    Mark.REGISTERED: MarkCard(
        Status.REGISTERED, FigureNumber.REGISTERED,
        Status.NOT_REGISTERED, FigureNumber.NOT_REGISTERED,
    ),
    Mark.COMPLETED: MarkCard(
        Status.COMPLETED, FigureNumber.COMPLETED,
        Status.NOT_COMPLETED, FigureNumber.NOT_COMPLETED,
    ),
}  # fmt: skip


class NumberCard(QFrame):
    """A title, a large number with a word beside it, and a line below that may be a link.

    `chosen` carries the query of the people behind the number that was clicked, `explained` how
    it comes about.
    """

    chosen = Signal(object)
    explained = Signal(str)

    def __init__(self, title: str, name: str, beside: str = "") -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._query: PeopleQuery | None = None
        self._below_query: PeopleQuery | None = None
        self._title = label(title, "muted")
        self._figure = QPushButton("–")
        self._figure.setObjectName(name)
        self._figure.setProperty("number", True)
        self._figure.setCursor(Qt.CursorShape.PointingHandCursor)
        self._beside = label(role=beside)
        self._below = link("", f"{name}Below")
        self._plain = label(role="muted", wrap=True)
        self._plain.setObjectName(f"{name}Words")
        self._change = label(role="muted", wrap=True)
        self._change.setObjectName(f"{name}Change")
        self._change.hide()
        self._figure.clicked.connect(lambda: self._open(self._query, self._figure.toolTip()))
        self._below.clicked.connect(lambda: self._open(self._below_query, self._below.toolTip()))
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._figure)
        row.addWidget(self._beside, 1, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 12, 8)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addLayout(row)
        column.addWidget(self._below)
        column.addWidget(self._plain)
        column.addWidget(self._change)
        column.addStretch(1)

    def set_title(self, title: str) -> None:
        """Another title."""
        self._title.setText(title)

    def _open(self, query: PeopleQuery | None, formula: str) -> None:
        self.chosen.emit(query)
        self.explained.emit(formula)

    def show_number(
        self,
        figure: str,
        beside: str,
        query: PeopleQuery | None,
        formula: str = "",
        *,
        urgent: bool = False,
    ) -> None:
        """Show the number; `query` finds the people behind it, `formula` says how it came."""
        self._query = query
        self._figure.setText(figure)
        self._figure.setEnabled(query is not None)
        self._figure.setAccessibleName(f"{self._title.text()}: {figure} {beside}".strip())
        self._figure.setToolTip(formula)
        self._figure.setProperty("attention", urgent)
        restyle(self._figure)
        self._beside.setText(beside)

    def show_below(self, words: str, query: PeopleQuery | None = None, formula: str = "") -> None:
        """Show the line below, as a link when `query` finds the people it speaks of."""
        self._below_query = query
        self._below.setVisible(query is not None)
        self._plain.setVisible(query is None)
        self._below.setText(words)
        self._below.setToolTip(formula)
        self._plain.setText(words)

    def show_change(self, words: str, basis: str = "", *, shrunk: bool = False) -> None:
        """Say how the number has changed, more of the `basis` under the pointer and to a screen
        reader; one that has shrunk stands out."""
        self._change.setText(words)
        self._change.setToolTip(basis)
        self._change.setAccessibleDescription(basis)
        self._change.setVisible(bool(words))
        self._change.setProperty("role", "attention" if shrunk else "muted")
        restyle(self._change)


class NumberCards(QWidget):
    """The four cards, in one row, or in two when the window is narrow."""

    chosen = Signal(object)
    explained = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._total = NumberCard("Tổng số phải tham gia", "cardTotal")
        self._registered = NumberCard("Đã đăng ký", "cardRegistered", "rate")
        self._completed = NumberCard("Đã hoàn thành", "cardCompleted", "rate")
        self._pace = NumberCard("Tốc độ cần đạt", "cardPace")
        self._cards = (self._total, self._registered, self._completed, self._pace)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self._columns = 4
        self._shown: tuple[NumberCard, ...] = self._cards
        self._arrange()
        for each in self._cards:
            each.chosen.connect(self.chosen)
            each.explained.connect(self.explained)

    def set_narrow(self, narrow: bool) -> None:
        """Two rows of two when four would be too narrow for their words."""
        columns = 2 if narrow else 4
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    def _arrange(self) -> None:
        columns, last = self._columns, len(self._shown) - 1
        for each in self._cards:
            self._grid.removeWidget(each)
        for place, each in enumerate(self._shown):
            alone = columns == 2 and place == last and place % columns == 0
            span = columns if alone else 1
            self._grid.addWidget(each, place // columns, place % columns, 1, span)
        for column in range(4):
            wide = 5 if column == last else 4
            shown = column < min(columns, last + 1)
            self._grid.setColumnStretch(column, wide if shown else 0)

    def _call_marks(self, names: MarkNames) -> None:
        """Under the words of the contest; a mark that it does not count has no card."""
        self._registered.set_title(capitalised(names.done(Mark.REGISTERED)))
        self._completed.set_title(capitalised(names.done(Mark.COMPLETED)))
        shown = tuple(each for each in self._cards if each is not self._registered or not names.one)
        if shown != self._shown:
            self._shown = shown
            self._registered.setVisible(not names.one)
            self._arrange()

    def show_look(self, look: Look) -> None:
        """Show the numbers of `look`."""
        day = None if look.day == look.today else look.day
        figures = look.figures

        def people(*statuses: Status) -> PeopleQuery:
            return PeopleQuery(statuses=frozenset(statuses), as_of=day)

        def formula(which: FigureNumber) -> str:
            return people_behind(which, figures, None, look.contest).formula

        names = mark_names(look.contest)
        self._call_marks(names)
        first = CARDS[names.counted[0]]
        everybody = people(first.missing, first.done)
        self._total.show_number(
            number(figures.total), "người", everybody, formula(FigureNumber.TOTAL)
        )
        if figures.exempt:
            both = number(figures.total + figures.exempt)
            words = f"{both} người, {number(figures.exempt)} không thuộc đối tượng"
            self._total.show_below(words, people(Status.EXEMPT), formula(FigureNumber.EXEMPT))
        else:
            self._total.show_below("Tất cả đều thuộc đối tượng")
        for shown, done, mark in (
            (self._registered, figures.registered, Mark.REGISTERED),
            (self._completed, figures.completed, Mark.COMPLETED),
        ):
            told = CARDS[mark]
            rate = percent(done, figures.total)
            shown.show_number(number(done), rate, people(told.done), formula(told.counted))
            if rest := figures.total - done:
                words = f"{number(rest)} người {names.undone(mark)}"
                if mark is Mark.COMPLETED and figures.failed:
                    words += f", {number(figures.failed)} thi chưa đạt"
                shown.show_below(words, people(told.missing), formula(told.lacking))
            else:
                shown.show_below("Không còn ai")
        self._show_changes(look)
        ahead = mark_ahead(look)
        missing = {Mark.REGISTERED: Status.NOT_REGISTERED, Mark.COMPLETED: Status.NOT_COMPLETED}
        self._show_pace(look, people(missing[ahead]))

    def _show_changes(self, look: Look) -> None:
        """Beside what is compared with, and what the day itself has brought."""
        for shown, name in (
            (self._total, "total"),
            (self._registered, "registered"),
            (self._completed, "completed"),
        ):
            if look.beside is None:
                shown.show_change("")
                continue
            count = getattr(look.beside.whole, name)
            said = grown_words(count, look.beside.basis)
            if look.so_far is not None and name != "total":
                said = f"{said}; hôm nay {signed(getattr(look.so_far, name))}"
            shown.show_change(said, capitalised(look.beside.basis.words), shrunk=count < 0)

    def _show_pace(self, look: Look, missing: PeopleQuery) -> None:
        words = pace_words(look)
        self._pace.set_title(words.title)
        query = missing if look.contest is not None else None
        told = look.paces.whole if look.paces else ()
        names = mark_names(look.contest)
        lines = [forecast_words(each, window, names) for window in WINDOWS for each in told]
        self._pace.show_number(
            words.figure, words.unit, query, "\n".join(dict.fromkeys(lines)), urgent=words.urgent
        )
        self._pace.show_below(words.below)
