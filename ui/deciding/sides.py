"""A row beside those whom it may be, the reasons first; the officer chooses among them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFormLayout,
    QFrame,
    QRadioButton,
    QScrollArea,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from models.text.formats import number
from ui.deciding.flow import ChoosingFlow, Possible, RowFacts
from ui.theme.pieces import card, column_in, fill_place, label, show_words

LINES_SEEN, LINES_BESIDE = 4, 2.5
SEVERAL = "{title} (phím ← → để chọn)"
PLACE = "Dòng {at} trên {of}"
NARROW_LETTERS, LOW_LINES, LOWEST_LINES = 64, 8, 6
Direction = QBoxLayout.Direction
_WORDS = QStyle.SubElement.SE_RadioButtonContents
Shown = tuple[int, RowFacts, tuple[Possible, ...], int, str] | None


class Room(Enum):
    """How much of a row is said beside those whom it may be: a card, a line above, or nothing,
    where its line in the table has to do."""

    CARDS = auto()
    LINE = auto()
    CHOICES = auto()


class Evidence(QWidget):
    """What is known of the current row. `hears` are the tables in it that hear the keys too;
    `turning` says what ← → do in the list."""

    hears: Sequence[QWidget] = ()
    turning = ""

    def show_row(self, row_id: int | None) -> None:
        """Show what is known of a row; None: of none."""
        raise NotImplementedError

    def choice(self, row_id: int) -> Any | None:
        """What is chosen for a row; None when it is not the one shown."""
        raise NotImplementedError

    def turn(self, step: int) -> None:
        """Choose the next one, or the one before."""

    def set_beside(self, beside: bool) -> None:
        """Whether it stands beside the table, and no longer below it."""


class Sides(Evidence):
    """Two cards that scroll where there is little room.

    `leading`: above them stands which row of how many it is, and why it is asked about; then
    the cards stand one below the other where they would be narrow, and where there is no room for
    both the line above them says what stands in the row, as far as there is room for that.
    """

    def __init__(self, flow: ChoosingFlow[Any], *, leading: bool = False) -> None:
        super().__init__()
        self._flow, self._leading = flow, leading
        self.turning = flow.turning
        self._row: int | None = None
        self._shown: Shown = None
        self._room = Room.CARDS
        self._group = QButtonGroup(self)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        self._place = label("", "muted", wrap=True, name=f"{flow.name}-place")
        self._why = label("", "heading", wrap=True, name=f"{flow.name}-why")
        self._cards = QBoxLayout(Direction.LeftToRight)
        self._cards.setSpacing(8)
        self._facts = _scrolled(f"{flow.name}-facts", "Dòng đang xem", self._left)
        self._cards.addWidget(self._facts, 2)
        self._cards.addWidget(_scrolled(f"{flow.name}-possible", flow.opposite, self._right), 3)
        column = column_in(self, spacing=4)
        for each in (self._place, self._why):
            column.addWidget(each)
            each.setVisible(leading)
        column.addLayout(self._cards, 1)

    def show_row(self, row_id: int | None) -> None:
        """The same evidence stays as it is, with what the officer has chosen in it."""
        flow = self._flow
        self._row = row_id
        if row_id is None:
            shown: Shown = None
        else:
            possible = tuple(flow.shown(row_id, each) for each in flow.choices(row_id))
            nobody = "" if possible else flow.nobody(row_id)
            shown = (row_id, flow.facts(row_id), possible, flow.chosen(row_id), nobody)
        if shown != self._shown:
            self._shown = shown
            self._group = QButtonGroup(self)
            facts = QWidget() if shown is None else _facts_page(shown[1], told=not self._leading)
            fill_place(self._left, facts)
            fill_place(self._right, QWidget() if shown is None else self._possible_page(*shown[2:]))
        if self._leading:
            self._lead()

    def _lead(self) -> None:
        """Why the row is asked about comes first."""
        ids, row_id = self._flow.ids(), self._row
        at = ids.index(row_id) + 1 if row_id in ids else 0
        place = PLACE.format(at=number(at), of=number(len(ids))) if at else ""
        facts = _in_a_line(self._shown[1]) if self._shown and self._room is Room.LINE else ""
        told = "" if self._room is Room.CHOICES else " · ".join(filter(None, (place, facts)))
        show_words(self._place, told)
        show_words(self._why, "" if row_id is None else self._flow.why(row_id))

    def _possible_page(self, possible: Sequence[Possible], chosen: int, nobody: str) -> QWidget:
        title = self._flow.opposite
        page, column = _page(SEVERAL.format(title=title) if len(possible) > 1 else title)
        _add_lines(column, (nobody, "muted"))
        for at, each in enumerate(possible):
            choice = QRadioButton(each.name)
            choice.setAccessibleDescription(f"{each.reasons}. {each.details}")
            choice.setChecked(at == chosen)
            self._group.addButton(choice, at)
            column.addWidget(choice)
            below = QVBoxLayout()
            below.setContentsMargins(_indent(choice), 0, 0, 4)
            below.setSpacing(4)
            # Of somebody who is alone the reasons stand above already.
            told = "" if self._leading and len(possible) == 1 else each.reasons
            _add_lines(below, (told, "attention"), (each.details, ""))
            column.addLayout(below)
        column.addStretch(1)
        return page

    def choice(self, row_id: int) -> int | None:
        """The place of the one who is chosen; None when another row is shown."""
        return self._group.checkedId() if row_id == self._row and self._group.buttons() else None

    def turn(self, step: int) -> None:
        """Choose another of those shown."""
        buttons = self._group.buttons()
        if buttons:
            at = min(max(self._group.checkedId() + step, 0), len(buttons) - 1)
            buttons[at].setChecked(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow cards stand one below the other; of low ones only those to choose from do."""
        super().resizeEvent(event)
        if self._leading:
            metrics = self.fontMetrics()
            narrow = self.width() < metrics.averageCharWidth() * NARROW_LETTERS
            self.set_beside(narrow)
            lines = self.height() / metrics.height()
            room = Room.CARDS if not narrow or lines >= LOW_LINES else Room.LINE
            self._give(Room.CHOICES if room is Room.LINE and lines < LOWEST_LINES else room)

    def _give(self, room: Room) -> None:
        """Let the row have so much room."""
        if room is not self._room:
            self._room = room
            self._facts.setVisible(room is Room.CARDS)
            self._lead()

    def minimumSizeHint(self) -> QSize:
        """Where it leads, it can do without the card of facts."""
        least = super().minimumSizeHint()
        if self._leading and not self._facts.isHidden():
            least.setHeight(least.height() - self._facts.minimumSizeHint().height())
        return least

    def set_beside(self, beside: bool) -> None:
        """Beside the table the cards stand one below the other, and need no more than it."""
        self._cards.setDirection(Direction.TopToBottom if beside else Direction.LeftToRight)
        for each in self.findChildren(_Area):
            each.show_lines(LINES_BESIDE if beside else LINES_SEEN)


def _indent(choice: QRadioButton) -> int:
    """Where the words of a choice begin."""
    choice.ensurePolished()
    option = QStyleOptionButton()
    choice.initStyleOption(option)
    return choice.style().subElementRect(_WORDS, option, choice).left()


def _in_a_line(facts: RowFacts) -> str:
    """The first fact is the name."""
    told = [(words if at else "", value) for at, (words, value) in enumerate(facts.facts) if value]
    values = " · ".join(f"{words} {value}".strip() for words, value in told)
    return f"{facts.title}: {values}" if values else facts.title


def _facts_page(facts: RowFacts, *, told: bool) -> QWidget:
    page, column = _page(facts.title)
    _add_lines(column, (facts.reasons if told else "", "attention"))
    form = QFormLayout()
    form.setVerticalSpacing(4)
    form.setHorizontalSpacing(12)
    for words, value in facts.facts:
        shown = label(value, wrap=True)
        form.addRow(label(words, "muted"), shown) if words else form.addRow(shown)
    column.addLayout(form)
    column.addStretch(1)
    return page


def _page(title: str) -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    column = column_in(page, spacing=4)
    column.addWidget(label(title, "heading", wrap=True))
    return page, column


def _add_lines(column: QVBoxLayout, *lines: tuple[str, str]) -> None:
    for words, role in lines:
        if words:
            column.addWidget(label(words, role, wrap=True))


class _Area(QScrollArea):
    """Wants no more room than it needs to be read, and takes what there is."""

    def show_lines(self, lines: float) -> None:
        """So many lines are seen where there is little room."""
        self.setMinimumHeight(round(self.fontMetrics().height() * lines))

    def sizeHint(self) -> QSize:
        """A few lines, whatever stands in it."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        """Qt would leave room for scroll bars with their arrows."""
        return QSize(super().minimumSizeHint().width(), self.minimumHeight())


def _scrolled(name: str, words: str, place: QVBoxLayout) -> QFrame:
    made, page, area = card(), QWidget(), _Area()
    page.setLayout(place)
    place.setContentsMargins(0, 0, 0, 0)
    area.setObjectName(name)
    area.setAccessibleName(words)
    area.setProperty("reads", True)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
    for each in (page, area.viewport()):
        each.setBackgroundRole(QPalette.ColorRole.Base)
    area.show_lines(LINES_SEEN)
    inside = QVBoxLayout(made)
    inside.setContentsMargins(12, 4, 12, 4)
    inside.addWidget(area)
    return made
