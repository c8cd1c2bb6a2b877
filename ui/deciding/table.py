"""The one table in which rows are decided by key: list, evidence, answers, the next open row."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from models.text.formats import number
from ui.deciding.acts import ActsRow, WrappedActs
from ui.deciding.answers import REPEAT, Answer, keys_words
from ui.deciding.flow import DecisionFlow
from ui.deciding.likeness import AlikeRows
from ui.deciding.sides import Evidence
from ui.deciding.taking_back import AnswersTakenBack
from ui.table.box_tab import BoxTab
from ui.theme.keys import on_key
from ui.theme.letters import ShareSplitter, SideSplitter, on_other_letters
from ui.theme.pieces import button, column_in, label, restyle, show_words

NO_LINE = "Hãy chọn ít nhất một dòng trước."
ALIKE = "Như vậy cho {count} dòng giống"
NONE_ALIKE = "Như vậy cho các dòng giống"
ALIKE_HINT = "Quyết định các dòng cùng lý do như dòng vừa quyết định"
LINES_SHARE = 0.55
"""Of the height: a header takes some of that of the lines, and the facts scroll."""
REPEATED = "Đã quyết định {count} dòng giống"
BACK_BY_KEY = "; phím 0 để lấy lại."
LATER = "Dòng sau (↓)"
LATER_HINT = "Để dòng này lại, xem dòng chưa quyết định tiếp theo"
WIDE_LETTERS, QUEUE_SHARE, CROWDED_LINES = 90, 0.34, 15
PORTION = 1_000


class DecisionTable(BoxTab):
    """`decided` tells that something was decided or taken back.

    `more` stands beside the buttons. With `side_letters` the table is a narrow queue of that
    width, beside one row at a time with its evidence and its answers; else it stands beside the
    evidence only where the screen is low.
    """

    decided = Signal()

    def __init__(
        self,
        flow: DecisionFlow[Any],
        evidence: Evidence | None = None,
        more: Sequence[QWidget] = (),
        side_letters: float = 0,
    ) -> None:
        repeats = flow.repeats and bool(flow.answers)
        turning = evidence.turning if evidence is not None else ""
        keys = keys_words(flow.answers, turning, repeating=repeats)
        hint = " ".join(filter(None, (flow.hint, keys)))
        super().__init__(flow.name, hint, flow.columns, flow.ids(), flow.line)
        self.flow = flow
        self.table.empty_title, self.table.empty_hint = flow.empty
        self._evidence = evidence
        self._like = AlikeRows(flow)
        self._last: tuple[int, ...] = ()
        self._stood: list[int] = []
        self._beside, self._side_letters = bool(side_letters), side_letters
        self._split = self._made_split(side_letters)
        self._buttons = {answer: self._button(answer) for answer in flow.answers}
        self._alike = button("", f"{flow.name}-alike")
        self._alike.setToolTip(ALIKE_HINT)
        self._alike.clicked.connect(self.repeat)
        self._said = label("", wrap=True, name=f"{flow.name}-said")
        answering = [*self._buttons.values(), *self._later(side_letters)]
        beside = (*more, *([self._alike] * repeats))
        wraps = bool(side_letters)
        self._acts = WrappedActs((*answering, *beside)) if wraps else ActsRow(answering, beside)
        self._counting = QTimer(self, singleShot=True, interval=0)
        self._counting.timeout.connect(self._count_alike)
        self._lay_out()
        hears = (self.table, *(self._evidence.hears if self._evidence else ()))
        self._add_keys(hears, repeats=repeats)
        self._answers = AnswersTakenBack(hears, flow.is_decided, self._undo, self)
        self.table.picked.connect(self._show_current)
        self._say("")
        self._count_alike()
        self._acts.setVisible(flow.asks())
        on_other_letters(self, self._count_letters)

    def _made_split(self, side_letters: float) -> SideSplitter | ShareSplitter:
        name = self.flow.name
        if side_letters:
            return SideSplitter(0, side_letters, name)
        return ShareSplitter(name, LINES_SHARE)

    def _button(self, answer: Answer) -> QPushButton:
        words = answer.on_button(self.flow.answers[answer])
        made = button(words, f"{self.flow.name}-{answer.name.lower()}")
        made.setToolTip(self.flow.tooltips.get(answer, ""))
        made.clicked.connect(partial(self.decide, answer))
        return made

    def _later(self, side_letters: float) -> list[QPushButton]:
        """In a queue a row can be left for later by a button too."""
        if not side_letters:
            return []
        made = button(LATER, f"{self.flow.name}-later")
        made.setToolTip(LATER_HINT)
        made.clicked.connect(self._pass_on)
        return [made]

    def _pass_on(self) -> None:
        current = self.table.current_id()
        if current is not None:
            self._go_on(current)

    def _lay_out(self) -> None:
        foot = self.layout_
        if self._evidence is not None:
            self.layout_.removeWidget(self.table)
            if isinstance(self._split, SideSplitter):
                beside = QWidget()
                # The buttons name their keys.
                self._hint.setText(self.flow.hint)
                foot = column_in(beside)
                foot.setContentsMargins(8, 0, 0, 0)
                foot.addWidget(self._evidence, 1)
                self._split.set_halves(self.table, beside)
            else:
                self._split.addWidget(self.table)
                self._split.addWidget(self._evidence)
            self.layout_.addWidget(self._split, 1)
        foot.addWidget(self._said)
        foot.addWidget(self._acts)

    def _add_keys(self, hears: Sequence[QWidget], *, repeats: bool) -> None:
        for listener in hears:
            for answer in self.flow.answers:
                self._once(listener, answer.value, partial(self.decide, answer))
            if repeats:
                self._once(listener, REPEAT, self.repeat)
        if self._evidence is not None:
            for arrow, step in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Left, -1)):
                self._once(self.table, arrow, partial(self._evidence.turn, step))

    def _once(self, listener: QWidget, keys: Any, deed: Callable[[], object]) -> None:
        """A key that is held down answers once: nobody decides about rows that were not seen."""
        on_key(listener, keys, deed, alone=True, repeats=False)

    def begin(self) -> None:
        """Other rows come: nothing has been answered yet."""
        self._last = ()
        self._answers.forget()
        self._like.forget()
        self._counting.start()
        self._say("")

    def refresh(self) -> None:
        """Show the rows anew; without any there is nothing to decide."""
        self._show_rows()
        self._like.begin()
        self._counting.start()

    def _show_rows(self) -> None:
        self._ids = self.flow.ids()
        BoxTab.refresh(self)
        self._acts.setVisible(self.flow.asks())
        if self._evidence is not None:
            self._evidence.setVisible(bool(self._ids))
        self._show_current()

    def _show_current(self) -> None:
        current = self.table.current_id()
        if self._evidence is not None:
            self._evidence.show_row(current)
        several = len(self.table.selected_ids()) > 1
        words = self.flow.answers
        if current is not None and not several:
            words = self.flow.answers_of(current)
        for answer, made in self._buttons.items():
            made.setText(answer.on_button(words[answer]))
            one = current is not None and self.flow.offers(current, answer)
            made.setEnabled(several or one)

    def decide(self, answer: Answer, *_clicked: object) -> None:
        """Answer for the current row, or all selected ones, and go on to the next open one."""
        ids = self.chosen()
        if answer is Answer.BACK and (ids or self._last):
            self._take_back(ids)
        elif not ids:
            self._say(NO_LINE, lacking=True)
        else:
            choice = self._evidence.choice(ids[0]) if self._evidence and len(ids) == 1 else None
            made = self.flow.decisions(ids, answer, choice)
            self.put(answer, made, [each for each in ids if each not in made])

    def put(
        self, answer: Answer, made: Mapping[int, Any], left: Sequence[int] = (), words: str = ""
    ) -> None:
        """Keep these decisions, say what is to be said of the rows `left` open, and go on."""
        if made:
            rows = tuple(made)
            self._like.answered(answer, rows[-1])
            self.flow.store(answer, made)
            self._answers.answered(rows)
            self._like.found.difference_update(rows)
            self._counting.start()
            self._show_rows()
            self._go_on(rows[-1])
            if left and answer is Answer.NEW:
                # What they lack can be told of all of them at once.
                self.table.select_ids(left)
            self._last, self._stood = rows, self.chosen()
        self._say(words or self.flow.said(answer, tuple(made), left), lacking=bool(left))
        if made:
            self.decided.emit()

    def repeat(self, *_clicked: object) -> None:
        """The last answer once more, for all open rows that are alike."""
        answer, made = self._like.answer, self._like.decisions()
        if made and answer is not None:
            back = BACK_BY_KEY if Answer.BACK in self.flow.answers else "."
            self.put(answer, made, words=f"{REPEATED.format(count=number(len(made)))}{back}")

    def _take_back(self, ids: Sequence[int]) -> None:
        """Where the last answer has led, and nothing is decided, that answer is taken back."""
        led_here = bool(self._last) and list(ids) in ([], self._stood)
        just_now = led_here and not any(
            self.flow.is_decided(each) and each not in self._last for each in ids
        )
        self._undo(self._last if just_now else tuple(ids), stay=not just_now)

    def _undo(self, rows: Sequence[int], *, stay: bool = False) -> None:
        """Take back what was decided of these rows, and go there unless the officer is there."""
        self._last = ()
        self._like.forget()
        self.flow.take_back(rows)
        self.refresh()
        if not stay and self.table.go_to(rows[0]) and len(rows) > 1:
            self.table.select_ids(rows)
        self._show_current()
        self._say("")
        self.decided.emit()

    def chosen(self) -> list[int]:
        """The selected rows; else the one whose evidence is shown."""
        selected, current = self.table.selected_ids(), self.table.current_id()
        shown = self._evidence is not None and current is not None
        return selected or ([current] if shown and current is not None else [])

    def _count_alike(self) -> None:
        if not self._like.look(PORTION):
            self._counting.start()
            return
        count = len(self._like.found)
        words = ALIKE.format(count=number(count)) if count else NONE_ALIKE
        self._alike.setText(f"{words} ({REPEAT})")
        self._alike.setEnabled(bool(count))
        self._offer_alike()

    def _offer_alike(self) -> None:
        """In a low queue the last button takes room only while it can be pressed."""
        if self._side_letters and self._alike.parentWidget() is not None:
            crowded = self.height() < self.fontMetrics().height() * CROWDED_LINES
            self._alike.setVisible(self._alike.isEnabled() or not crowded)

    def _go_on(self, row_id: int) -> None:
        """Go to the next row, round the end, that is open."""
        rows = self.table.rows
        at, ids = rows.place_of(row_id) or 0, rows.ids
        following = (ids[each] for each in chain(range(at + 1, len(ids)), range(at)))
        target = next((each for each in following if self.flow.is_open(each)), None)
        if target is not None:
            self.table.go_to(target)
        self._show_current()

    def _say(self, words: str, *, lacking: bool = False) -> None:
        show_words(self._said, words)
        self._said.setProperty("role", "attention" if lacking else "muted")
        restyle(self._said)

    def _count_letters(self) -> None:
        """Where there is no room below the table, the evidence stands beside it."""
        self._offer_alike()
        if isinstance(self._split, SideSplitter):
            letters = self.width() / self.fontMetrics().averageCharWidth()
            self._split.give(min(self._side_letters, letters * QUEUE_SHARE), self.flow.name)
        if self._evidence is None or isinstance(self._split, SideSplitter):
            return
        wide = self.width() > self.fontMetrics().averageCharWidth() * WIDE_LETTERS
        beside = self.is_low and wide
        if beside != self._beside:
            self._beside = beside
            across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
            self._split.turn(across if beside else down)
            self._evidence.set_beside(beside)
