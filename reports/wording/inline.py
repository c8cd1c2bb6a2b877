"""One line of wording: its marks are paired, and what has no pair stays a sign and is told."""

from __future__ import annotations

from dataclasses import dataclass, field

from reports.wording.grammar import InlineChoice, InlineNode, PlaceUse, PlainText, WordingProblem
from reports.wording.marks import MarkAt, MarkSign, marks_of_line

_SENTENCES = {
    MarkSign.OPEN: "Dấu [[ này chưa có dấu ]] đóng lại trên cùng dòng.",
    MarkSign.CLOSE: "Dấu ]] này không có dấu [[ mở ra trước đó.",
    MarkSign.OTHERWISE: "Dấu || chỉ đứng giữa [[ và ]], mỗi cặp một lần.",
    MarkSign.BOLD: "Dấu ** này chưa có dấu ** thứ hai để kết thúc chữ đậm.",
    MarkSign.ITALIC: "Dấu * này chưa có dấu * thứ hai để kết thúc chữ nghiêng.",
}
_STRAYS = {
    "{": "Dấu { này chưa có dấu } đóng lại. Nếu muốn in dấu ngoặc nhọn, hãy gõ {{.",
    "}": "Dấu } này không có dấu { mở ra trước đó. Nếu muốn in dấu ngoặc nhọn, hãy gõ }}.",
}
_NAMELESS = "Giữa hai dấu { } chưa có tên chỗ."


@dataclass(slots=True)
class _Level:
    """What is between [[ and ]], or the whole line: both types are paired within it."""

    first: list[InlineNode] | None = None
    nodes: list[InlineNode] = field(default_factory=list)


class InlineReader:
    """Reads the line `number` from the letter `begin` on; `problems` fill up meanwhile."""

    def __init__(self, line: str, number: int, begin: int = 0) -> None:
        self.problems: list[WordingProblem] = []
        self._number = number
        self._signs = list(marks_of_line(line.rstrip(), begin))
        self._paired = self._pairs()
        self._bold = self._italic = False

    def nodes(self) -> tuple[InlineNode, ...]:
        """The nodes of the line."""
        levels = [_Level()]
        for at, sign in enumerate(self._signs):
            if sign.sign is not MarkSign.STRAY and (
                at in self._paired or sign.sign in {MarkSign.WORDS, MarkSign.PLACE}
            ):
                self._take(sign, levels)
            else:
                self._say(sign.words, levels[-1])
        return tuple(levels[0].nodes)

    def _take(self, sign: MarkAt, levels: list[_Level]) -> None:
        match sign.sign:
            case MarkSign.BOLD:
                self._bold = not self._bold
            case MarkSign.ITALIC:
                self._italic = not self._italic
            case MarkSign.OPEN:
                levels.append(_Level())
            case MarkSign.OTHERWISE:
                levels[-1].first, levels[-1].nodes = levels[-1].nodes, []
            case MarkSign.CLOSE:
                done = levels.pop()
                levels[-1].nodes.append(_choice(done))
            case MarkSign.PLACE:
                levels[-1].nodes.append(self._place(sign))
            case _:
                self._say(sign.words, levels[-1])

    def _place(self, sign: MarkAt) -> PlaceUse:
        return PlaceUse(sign.written, self._number, sign.column + 1, self._bold, self._italic)

    def _say(self, words: str, level: _Level) -> None:
        last = level.nodes[-1] if level.nodes else None
        if isinstance(last, PlainText) and (last.bold, last.italic) == (self._bold, self._italic):
            words, level.nodes = last.text + words, level.nodes[:-1]
        level.nodes.append(PlainText(words, self._bold, self._italic))

    def _pairs(self) -> frozenset[int]:
        """The marks that have what belongs to them; of all others it is told what they lack."""
        paired = self._choices()
        scopes: list[dict[MarkSign, list[int]]] = [{}]
        for at, sign in enumerate(self._signs):
            if sign.sign is MarkSign.STRAY:
                self._tell(sign, _STRAYS.get(sign.written, _NAMELESS))
            elif sign.sign in {MarkSign.BOLD, MarkSign.ITALIC}:
                scopes[-1].setdefault(sign.sign, []).append(at)
            elif at in paired and sign.sign is MarkSign.OPEN:
                scopes.append({})
            elif at in paired:
                paired |= self._types(scopes.pop())
                if sign.sign is MarkSign.OTHERWISE:
                    scopes.append({})
        return frozenset(paired | self._types(scopes.pop()))

    def _choices(self) -> set[int]:
        paired: set[int] = set()
        open_: list[list[int]] = []
        for at, sign in enumerate(self._signs):
            if sign.sign is MarkSign.OPEN:
                open_.append([at])
            elif sign.sign is MarkSign.OTHERWISE and open_ and len(open_[-1]) == 1:
                open_[-1].append(at)
            elif sign.sign is MarkSign.CLOSE and open_:
                paired |= {*open_.pop(), at}
            elif sign.sign in {MarkSign.OTHERWISE, MarkSign.CLOSE}:
                self._tell(sign)
        for at in (at for group in open_ for at in group):
            self._tell(self._signs[at])
        return paired

    def _types(self, scope: dict[MarkSign, list[int]]) -> set[int]:
        """The marks of bold and italic letters of one scope that go in twos."""
        found: set[int] = set()
        for marks in scope.values():
            whole = len(marks) // 2 * 2
            found.update(marks[:whole])
            for at in marks[whole:]:
                self._tell(self._signs[at])
        return found

    def _tell(self, sign: MarkAt, sentence: str = "") -> None:
        told = sentence or _SENTENCES[sign.sign]
        mark = sign.written.strip()
        column = sign.column + sign.written.index(mark) + 1
        self.problems.append(WordingProblem(self._number, column, len(mark), told))


def _choice(level: _Level) -> InlineChoice:
    if level.first is None:
        return InlineChoice(tuple(level.nodes))
    return InlineChoice(tuple(level.first), tuple(level.nodes))
