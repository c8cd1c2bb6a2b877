"""The text of .ods cells as it is meant: tabs and line breaks kept, struck-out text left out."""

from __future__ import annotations

from collections.abc import Mapping

from models.intake.reading.left_out import CellPlace, LeftOut, Rest, Run, rest_of, rest_of_struck

StyleAttributes = Mapping[str, str]

NEEDLES = (b"<text:tab", b"<text:line-break", b"line-through", b'text-position="super')
_CELLS = frozenset({"table:table-cell", "table:covered-table-cell"})
_BREAKS = {"text:tab": " ", "text:line-break": "\n"}
TextMarks = tuple[bool | None, bool]
_PLAIN: TextMarks = (None, False)


class CellTexts:
    """Follows the elements of `content.xml`: styles first, then the texts of the cells."""

    def __init__(self) -> None:
        self._styles: dict[str, TextMarks] = {}
        self._style = ""
        self._inside = False
        self._cell_style = ""
        self._runs: list[Run] = []
        self._marks: list[TextMarks] = []
        self._paragraphs = 0
        self._in_note = 0
        self._mended = False

    def start(self, tag: str, given: StyleAttributes) -> None:
        """An element begins."""
        if tag == "style:style":
            self._style = given.get("style:name", "")
        elif tag == "style:text-properties":
            self._styles[self._style] = _marks_of(given)
        elif tag in _CELLS:
            self._inside, self._cell_style = True, given.get("table:style-name", "")
            self._runs, self._marks, self._paragraphs, self._mended = [], [], 0, False
        elif tag == "office:annotation":
            self._in_note += 1
        elif self._inside and not self._in_note:
            self._start_text(tag, given)

    def _start_text(self, tag: str, given: StyleAttributes) -> None:
        if tag == "text:p":
            if self._paragraphs:
                self._add("\n")
            self._paragraphs += 1
        elif tag == "text:span":
            self._marks.append(self._styles.get(given.get("text:style-name", ""), _PLAIN))
        elif tag in _BREAKS:
            self._mended = True
            self._add(_BREAKS[tag])
        elif tag == "text:s":
            count = given.get("text:c", "1")
            self._add(" " * (int(count) if count.isdecimal() and len(count) < 4 else 1))

    def text(self, data: str) -> None:
        """Letters inside the element that is open."""
        if self._inside and self._paragraphs and not self._in_note:
            self._add(data)

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag == "office:annotation":
            self._in_note -= 1
        elif tag == "text:span" and self._marks and not self._in_note:
            self._marks.pop()

    def note_cell(self, place: CellPlace, found: LeftOut) -> None:
        """Note what has been read of the cell that ends."""
        self._inside = False
        if not self._runs:
            return
        struck = self._cell_is_struck()
        if rest := rest_of_struck(self._runs) if struck else rest_of(self._runs):
            found.parts[place] = rest
        elif struck:
            found.struck.add(place)
        elif self._mended:
            found.parts[place] = Rest("".join(run.text for run in self._runs), "", "")

    def _add(self, text: str) -> None:
        told = (mark[0] for mark in reversed(self._marks) if mark[0] is not None)
        struck = next(told, self._cell_is_struck())
        raised = any(mark[1] for mark in self._marks)
        self._runs.append(Run(text, struck, raised))

    def _cell_is_struck(self) -> bool:
        return bool(self._styles.get(self._cell_style, _PLAIN)[0])


def _marks_of(given: StyleAttributes) -> TextMarks:
    """(struck, raised) as the properties of a style say; None for what is as around it."""
    line = given.get("style:text-line-through-style") or given.get("style:text-line-through-type")
    raised = given.get("style:text-position", "").startswith("super")
    return line != "none" if line else None, raised
