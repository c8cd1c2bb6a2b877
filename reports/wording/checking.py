"""What is wrong with a wording of one kind of document, in sentences, each at its letter."""

from __future__ import annotations

from reports.wording.grammar import PlaceUse, Wording, WordingProblem
from reports.wording.known import known_place, nearest_places
from reports.wording.parsing import parse_wording


def check_wording(kind: str, text: str) -> tuple[WordingProblem, ...]:
    """The problems of its marks and of its places, in the order of the text."""
    wording = parse_wording(text)
    found = [*wording.problems, *_of_places(kind, wording)]
    return tuple(sorted(found, key=lambda at: (at.line, at.column)))


def _of_places(kind: str, wording: Wording) -> list[WordingProblem]:
    alone = {line.alone for line in wording.lines()}
    found = []
    for use in wording.places():
        sentence = _sentence(kind, use, alone=use in alone)
        if sentence:
            found.append(WordingProblem(use.line, use.column, len(use.written), sentence))
    return found


def _sentence(kind: str, use: PlaceUse, *, alone: bool) -> str:
    place = known_place(use.name)
    if place is None:
        near = [f"{{{name}}}" for name in nearest_places(kind, use.name)]
        more = f" Có phải là {' hoặc '.join(near)}?" if near else ""
        return f"Không có chỗ nào tên là {use.written}.{more}"
    if not place.is_of(kind):
        return f"Chỗ {use.written} không có số liệu trong loại văn bản này."
    if place.is_block and not alone:
        return f"Chỗ {use.written} phải đứng một mình trên một dòng."
    return ""
