"""Where a wording is written: plain text with places, which are proposed after a brace."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QCompleter, QPlainTextEdit, QWidget

from models.text.names import search_fold
from reports.wording.grammar import WordingProblem
from reports.wording.places import WordingPlace
from ui.table.completing import FOLDED_ROLE, completer_of
from ui.wording.highlighting import WordingHighlighter, in_utf16

POPUP_LETTERS = 44
OF_THE_POPUP = frozenset({
    Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab,
})  # fmt: skip


class WordingEdit(QPlainTextEdit):
    """Letters go to the text as they come; the list of places follows what stands before the
    cursor. Ctrl+Space asks for it anywhere: with some input methods no brace can be typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("wording-text")
        self.setAccessibleName("Lời văn")
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.highlighter = WordingHighlighter(self)
        self._completer: QCompleter | None = None
        self._asked = False
        self.textChanged.connect(self._propose)
        self.cursorPositionChanged.connect(self._leave)
        asking = QShortcut(QKeySequence("Ctrl+Space"), self)
        asking.setContext(Qt.ShortcutContext.WidgetShortcut)
        asking.activated.connect(self._ask)

    def offer(self, places: Sequence[WordingPlace]) -> None:
        """Propose these from now on."""
        made = completer_of([place.code for place in places], self)
        made.setWidget(self)
        made.activated.connect(self._take)
        self._completer = made

    def insert_place(self, name: str) -> None:
        """Put a place at the cursor, in the place of what is begun or selected there."""
        cursor = self.textCursor()
        if not cursor.hasSelection() and (begun := self._begun()) is not None:
            at = cursor.position()
            cursor.setPosition(at - in_utf16(begun) - 1)
            cursor.setPosition(at + self._rest(), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(f"{{{name}}}")
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, problem: WordingProblem) -> None:
        """Select what is wrong."""
        block = self.document().findBlockByNumber(problem.line - 1)
        text, first = block.text(), problem.column - 1
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + in_utf16(text[:first]))
        end = block.position() + in_utf16(text[: first + problem.length])
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def replace_all(self, text: str) -> None:
        """Another text, which Ctrl+Z takes back."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        self.setTextCursor(cursor)

    def _begun(self) -> str | None:
        """What of a name stands between an open brace and the cursor; None without a brace."""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        before = cursor.selectedText().replace("{{", "  ")
        opened = before.rfind("{")
        return None if opened < 0 or "}" in before[opened:] else before[opened + 1 :]

    def _rest(self) -> int:
        """How much of a place stands behind the cursor, with its closing brace."""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        after = cursor.selectedText()
        closed, opened = after.find("}"), after.find("{")
        return 0 if closed < 0 or 0 <= opened < closed else in_utf16(after[: closed + 1])

    def _ask(self) -> None:
        self._asked = True
        self._propose()

    def _propose(self) -> None:
        if self._completer is None or not self.hasFocus():
            return
        begun = self._begun()
        if begun is None and not self._asked:
            self._hide()
            return
        self._asked = False
        self._completer.setCompletionPrefix(begun or "")
        if not self._completer.completionCount():
            self._hide()
            return
        place = self.cursorRect().translated(self.viewport().pos())
        place.setWidth(self.fontMetrics().averageCharWidth() * POPUP_LETTERS)
        self._completer.complete(place)
        if (popup := self._completer.popup()) is not None:
            popup.setCurrentIndex(self._likeliest(begun or ""))

    def _likeliest(self, begun: str) -> QModelIndex:
        """The first name that begins as what was typed does; else the first of all."""
        assert self._completer is not None
        model, sought = self._completer.completionModel(), search_fold(begun)
        found = (model.index(row, 0) for row in range(model.rowCount()))
        likely = (each for each in found if str(each.data(FOLDED_ROLE)).startswith(sought))
        return next(likely, model.index(0, 0))

    @property
    def _proposing(self) -> bool:
        popup = self._completer.popup() if self._completer is not None else None
        return popup is not None and popup.isVisible()

    def _hide(self) -> None:
        popup = self._completer.popup() if self._completer is not None else None
        if popup is not None:
            popup.hide()

    def _leave(self) -> None:
        """Gone from the brace: what was proposed for it goes too."""
        sought = self._completer.completionPrefix() if self._completer is not None else ""
        if sought and self._proposing and self._begun() is None:
            self._hide()

    def _take(self, name: str) -> None:
        self.insert_place(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """While places are proposed, Enter, Tab and Esc are for them; no letter is looked at."""
        if self._proposing and event.key() in OF_THE_POPUP:
            event.ignore()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another theme has other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.highlighter.rehighlight()
