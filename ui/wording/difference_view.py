"""The own text beside the original: what differs is told by signs and strokes, not by colours."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QFont, QPalette, QTextCharFormat
from PySide6.QtWidgets import QTextEdit, QWidget

from models.contests.mark_names import capitalised
from models.papers.wordings import ComparedLine, LineState
from models.text.formats import number
from ui.theme.pieces import column_in, label

SIGNS = {LineState.SAME: "   ", LineState.GONE: "−  ", LineState.NEW: "+  "}
SAME = "Giống hệt bản gốc."


class DifferenceView(QWidget):
    """Lines of the original that are gone (−, struck out), and new ones (+, bold)."""

    def __init__(self) -> None:
        super().__init__()
        self._count = label("", "muted", wrap=True, name="wording-difference-count")
        self._text = QTextEdit()
        self._text.setObjectName("wording-difference")
        self._text.setAccessibleName("So với bản gốc")
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        column = column_in(self)
        column.addWidget(self._count)
        column.addWidget(self._text, 1)

    def show_lines(self, lines: Sequence[ComparedLine]) -> None:
        """Show them, and how many differ."""
        gone, new = (
            sum(1 for line in lines if line.state is state and line.text.strip())
            for state in (LineState.GONE, LineState.NEW)
        )
        left = f"bỏ {number(gone)} dòng của bản gốc (−)" if gone else ""
        added = f"thêm {number(new)} dòng (+)" if new else ""
        words = ", ".join(filter(None, (left, added)))
        self._count.setText(f"{capitalised(words)}." if words else SAME)
        at, first = self._text.verticalScrollBar().value(), -1
        self._text.clear()
        cursor = self._text.textCursor()
        for line in lines:
            if not self._text.document().isEmpty():
                cursor.insertBlock()
            if first < 0 and line.state is not LineState.SAME:
                first = cursor.position()
            cursor.insertText(SIGNS[line.state], self._type(line.state, sign=True))
            cursor.insertText(line.text, self._type(line.state))
        if at or first < 0:
            self._text.verticalScrollBar().setValue(at)
        else:
            cursor.setPosition(first)
            self._text.setTextCursor(cursor)
            self._text.ensureCursorVisible()

    def _type(self, state: LineState, *, sign: bool = False) -> QTextCharFormat:
        made, palette = QTextCharFormat(), self.palette()
        if state is LineState.GONE:
            made.setForeground(palette.color(QPalette.ColorRole.BrightText))
            made.setFontStrikeOut(not sign)
        elif state is LineState.NEW:
            made.setForeground(palette.color(QPalette.ColorRole.Link))
            made.setFontWeight(QFont.Weight.Bold)
        return made
