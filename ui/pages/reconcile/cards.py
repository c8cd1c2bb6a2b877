"""The six boxes as cards with their numbers; one of them is open."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget

from models.contests.mark_names import USUAL_NAMES, MarkNames
from models.reconcile.records import Box
from models.reconcile.sentences import box_name
from models.text.formats import number
from ui.pages.reconcile.words import BOX_BELOW, BOX_ORDER, SHORT_NAMES
from ui.theme.keys import on_key
from ui.theme.pieces import label, named, restyle

ALARM = "⚠ {name}"
AIR, LOW_AIR = (12, 8, 8, 8), (8, 4, 8, 4)


class BoxCard(QFrame):
    """One box: its name, its number, what it means. `chosen` tells of a click or a key."""

    chosen = Signal()

    def __init__(self, box: Box) -> None:
        super().__init__()
        self._box, self._names, self._meaning = box, USUAL_NAMES, BOX_BELOW[box]
        self.setProperty("role", "card")
        self._title = label(SHORT_NAMES[box], "muted", wrap=True)
        self.figure = named(QPushButton("–"), f"card-{box.value}")
        self.figure.setProperty("number", True)
        self.figure.setCursor(Qt.CursorShape.PointingHandCursor)
        self.figure.clicked.connect(self.chosen)
        self._below = label("", "muted", wrap=True)
        self.say_below(BOX_BELOW[box])
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(*AIR)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addWidget(self.figure)
        column.addWidget(self._below)
        column.addStretch(1)

    def name_marks(self, names: MarkNames) -> None:
        """Call the box as the contest calls its marks."""
        self._names = names
        self._title.setText(box_name(self._box, names, SHORT_NAMES))
        self.say_below(self._meaning)

    def show_count(self, count: int) -> None:
        """Show how many lie in the box; people who were lost stand out."""
        loud = self._box is Box.REGRESSED and count > 0
        asks = self._box is Box.UNCERTAIN and count > 0
        name = box_name(self._box, self._names, SHORT_NAMES)
        self._title.setText(ALARM.format(name=name) if loud else name)
        self._title.setProperty("role", "attention" if loud else "muted")
        restyle(self._title)
        self.figure.setText(number(count))
        self.figure.setAccessibleName(f"{self._whole}: {number(count)}")
        self.figure.setProperty("attention", loud or asks)
        restyle(self.figure)

    def say_below(self, words: str) -> None:
        """What the number means; in a low window its tip tells it."""
        self._meaning = words
        self._below.setText(words)
        self.setToolTip(f"{self._whole}: {words}")

    @property
    def _whole(self) -> str:
        return box_name(self._box, self._names)

    def set_low(self, low: bool) -> None:
        """In a low window the line below the number, and the air, give their room to the table."""
        self._below.setVisible(not low)
        self._title.setWordWrap(not low)
        self._column.setContentsMargins(*(LOW_AIR if low else AIR))

    def set_open(self, is_open: bool) -> None:
        """Show whether the lines of this box stand below."""
        self.setProperty("current", is_open)
        state = "đang xem" if is_open else ""
        self.figure.setAccessibleDescription(state)
        restyle(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere on the card opens it."""
        super().mousePressEvent(event)
        self.chosen.emit()


class BoxCards(QWidget):
    """`chosen` carries the box that somebody wants to see. ← and → move between the cards."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Sáu nhóm kết quả")
        self._cards = {box: BoxCard(box) for box in BOX_ORDER}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._columns = 0
        self._arrange(len(BOX_ORDER))
        for box, card in self._cards.items():
            card.chosen.connect(partial(self.chosen.emit, box))
        for key, step in ((Qt.Key.Key_Left, -1), (Qt.Key.Key_Right, 1)):
            on_key(self, key, partial(self._move, step))

    def set_narrow(self, narrow: bool) -> None:
        """Two rows of three when six would be too narrow for their words."""
        self._arrange(3 if narrow else len(BOX_ORDER))

    def set_low(self, low: bool) -> None:
        """In a low window only names and numbers stay."""
        for card in self._cards.values():
            card.set_low(low)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, box in enumerate(BOX_ORDER):
            self._grid.addWidget(self._cards[box], place // columns, place % columns)
        for column in range(len(BOX_ORDER)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def show_counts(self, counts: Mapping[Box, int]) -> None:
        """Show the numbers."""
        for box, card in self._cards.items():
            card.show_count(counts[box])

    def name_marks(self, names: MarkNames) -> None:
        """Call the boxes as the contest calls its marks."""
        for card in self._cards.values():
            card.name_marks(names)

    def show_meaning(self, box: Box, words: str) -> None:
        """Say below a number what it holds this time."""
        self._cards[box].say_below(words)

    def show_open(self, box: Box | None) -> None:
        """Show whose lines stand below."""
        for each, card in self._cards.items():
            card.set_open(each is box)

    def _move(self, step: int) -> None:
        boxes = list(BOX_ORDER)
        at = next((at for at, box in enumerate(boxes) if self._has_focus(box)), 0)
        following = boxes[(at + step) % len(boxes)]
        self._cards[following].figure.setFocus(Qt.FocusReason.TabFocusReason)
        self.chosen.emit(following)

    def _has_focus(self, box: Box) -> bool:
        return self._cards[box].figure.hasFocus()
