"""From a text to a wording; whatever is written, it becomes one, with what is wrong told."""

from __future__ import annotations

from dataclasses import dataclass, field

from reports.blocks import ParagraphStyle
from reports.wording.grammar import (
    CLOSE,
    OPEN,
    OTHERWISE,
    PREFIXES,
    SUBJECT,
    LineChoice,
    Wording,
    WordingItem,
    WordingLine,
    WordingProblem,
)
from reports.wording.inline import InlineReader

_UNCLOSED = "Dấu [[ này chưa có dấu ]] đóng lại."
_UNOPENED = "Dấu ]] này không có dấu [[ mở ra trước đó."
_SECOND = "Dấu || chỉ đứng giữa [[ và ]], mỗi cặp một lần."


def parse_wording(text: str) -> Wording:
    """The wording that `text` writes down. Never raises: what cannot be read stays as it is."""
    reader = _Reader()
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), start=1):
        reader.read(line, number)
    return reader.finished()


@dataclass(slots=True)
class _OpenChoice:
    """A choice of paragraphs that is not closed yet."""

    line: int
    column: int
    first: list[WordingItem] = field(default_factory=list)
    otherwise: list[WordingItem] | None = None

    @property
    def items(self) -> list[WordingItem]:
        return self.first if self.otherwise is None else self.otherwise


@dataclass(slots=True)
class _Reader:
    items: list[WordingItem] = field(default_factory=list)
    open: list[_OpenChoice] = field(default_factory=list)
    problems: list[WordingProblem] = field(default_factory=list)

    def read(self, line: str, number: int) -> None:
        mark = line.strip()
        column = len(line) - len(line.lstrip()) + 1
        if mark == OPEN:
            self.open.append(_OpenChoice(number, column))
        elif mark == OTHERWISE:
            self._otherwise(number, column)
        elif mark == CLOSE:
            self._close(number, column)
        elif mark:
            self._into().append(self._line(line, number))

    def finished(self) -> Wording:
        while self.open:
            unclosed = self.open.pop()
            self._tell(unclosed.line, unclosed.column, _UNCLOSED)
            self._into().extend([*unclosed.first, *(unclosed.otherwise or ())])
        return Wording(
            tuple(self.items), tuple(sorted(self.problems, key=lambda at: (at.line, at.column)))
        )

    def _into(self) -> list[WordingItem]:
        return self.open[-1].items if self.open else self.items

    def _otherwise(self, number: int, column: int) -> None:
        if not self.open or self.open[-1].otherwise is not None:
            self._tell(number, column, _SECOND)
        else:
            self.open[-1].otherwise = []

    def _close(self, number: int, column: int) -> None:
        if not self.open:
            self._tell(number, column, _UNOPENED)
            return
        closed = self.open.pop()
        self._into().append(LineChoice(tuple(closed.first), tuple(closed.otherwise or ())))

    def _line(self, line: str, number: int) -> WordingLine:
        begin = len(line) - len(line.lstrip())
        prefix, space, _ = line[begin:].partition(" ")
        known = bool(space) and prefix in {*PREFIXES, SUBJECT}
        begin += len(prefix) + 1 if known else 0
        inline = InlineReader(line, number, begin)
        nodes = inline.nodes()
        self.problems += inline.problems
        style = PREFIXES.get(prefix, ParagraphStyle.BODY) if known else ParagraphStyle.BODY
        return WordingLine(nodes, style, number, is_subject=known and prefix == SUBJECT)

    def _tell(self, line: int, column: int, sentence: str) -> None:
        self.problems.append(WordingProblem(line, column, len(OPEN), sentence))
