"""How a wording stands out in its editor: places, marks, and what is wrong, not by colour alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from PySide6.QtGui import QColor, QFont, QPalette, QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit

from reports.wording.grammar import PREFIXES, SUBJECT, WordingProblem
from reports.wording.marks import MarkSign, marks_of_line

Role = QPalette.ColorRole


def in_utf16(text: str) -> int:
    """How long a text is for Qt, which counts in UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class WordingHighlighter(QSyntaxHighlighter):
    """Places are bold in the accent colour, marks quiet, problems underlined in waves."""

    def __init__(self, editor: QPlainTextEdit) -> None:
        super().__init__(editor.document())
        self._editor = editor
        self._problems: dict[int, list[WordingProblem]] = {}

    def show_problems(self, problems: Iterable[WordingProblem]) -> None:
        """Underline these from now on; only lines that have others are drawn anew."""
        found = defaultdict[int, list[WordingProblem]](list)
        for each in problems:
            found[each.line].append(each)
        lines = {
            line
            for line in {*found, *self._problems}
            if found.get(line) != self._problems.get(line)
        }
        self._problems = dict(found)
        for line in sorted(lines):
            block = self.document().findBlockByNumber(line - 1)
            if block.isValid():
                self.rehighlightBlock(block)

    def highlightBlock(self, text: str) -> None:
        """One line."""
        palette = self._editor.palette()
        begin = self._prefix(text, palette)
        for sign in marks_of_line(text, begin):
            style = self._style(sign.sign, palette)
            if style is not None:
                at = in_utf16(text[: sign.column])
                self.setFormat(at, in_utf16(sign.written), style)
        for problem in self._problems.get(self.currentBlock().blockNumber() + 1, ()):
            self._underline(text, problem, palette)

    def _prefix(self, text: str, palette: QPalette) -> int:
        """Mark what a line begins with; where the rest of it begins."""
        begin = len(text) - len(text.lstrip())
        prefix, space, _ = text[begin:].partition(" ")
        if not space or prefix not in {*PREFIXES, SUBJECT}:
            return 0
        self.setFormat(begin, len(prefix), _format(palette.color(Role.Link), bold=True))
        return begin + len(prefix) + 1

    def _style(self, sign: MarkSign, palette: QPalette) -> QTextCharFormat | None:
        if sign is MarkSign.WORDS:
            return None
        if sign is MarkSign.PLACE:
            return _format(palette.color(Role.Link), bold=True)
        return _format(palette.color(Role.PlaceholderText), bold=True)

    def _underline(self, text: str, problem: WordingProblem, palette: QPalette) -> None:
        first = in_utf16(text[: problem.column - 1])
        length = in_utf16(text[problem.column - 1 : problem.column - 1 + problem.length])
        for at in range(first, first + length):
            style = self.format(at)
            style.setForeground(palette.color(Role.BrightText))
            style.setUnderlineColor(palette.color(Role.BrightText))
            style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            self.setFormat(at, 1, style)


def _format(colour: QColor, *, bold: bool) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(colour)
    if bold:
        made.setFontWeight(QFont.Weight.DemiBold)
    return made
