"""The head of a document: issuer and Quốc hiệu side by side, number and date, title, Kính gửi."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from reportlab.lib.units import mm

from reports.document import Align, Document, Header, Title
from reports.profile import TextStyle
from reports.render.pdf.lining import BrokenLine
from reports.render.pdf.outline import TITLE_LEVEL, Branch
from reports.render.pdf.paper import Paper
from reports.render.pdf.sheet import PdfSheet
from reports.render.pdf.strips import Keep, Strip
from reports.render.pdf.structure import Element
from reports.render.pdf.typesetter import SetLine, Typesetter
from reports.render.text import addressee_lines, number_line, place_date


class HeaderColumn:
    """One of the two columns of the head: its lines from the top down, and how far they reach.

    `free` points of its width, half on each side, are kept free of words.
    """

    def __init__(
        self, setter: Typesetter, left: float, width: float, branch: Branch, free: float = 0
    ) -> None:
        self._setter, self._left, self._width, self._branch = setter, left, width, branch
        self._room = width - free
        self._lines: list[tuple[float, SetLine]] = []
        self._rules: list[tuple[float, float, float]] = []
        self.bottom = 0.0

    def add(self, text: str, style: TextStyle, kind: str = "P") -> float:
        """Text in the middle of the column; how long its last line is."""
        lines = self._setter.balanced(text, style, self._room)
        element, height = Element(kind, self._branch.element), self._setter.leading(style)
        for line in lines:
            made = SetLine(line, style, self._left, self._width, height, Align.CENTER, element)
            self._lines.append((self.bottom, made))
            self.bottom += height
        return lines[-1].width

    def rule(self, length: float, gap: float) -> None:
        """A drawn line in the middle, `gap` below what was added."""
        middle = self._left + self._width / 2
        self.bottom += gap
        self._rules.append((self.bottom, middle - length / 2, middle + length / 2))
        self.bottom += self._setter.profile.line_points

    def draw(self, sheet: PdfSheet, top: float) -> None:
        """Draw it all."""
        for down, line in self._lines:
            line.draw(sheet, top + down)
        for down, start, end in self._rules:
            y = top + down
            sheet.rule(start, y, end, y, self._setter.profile.line_points)


def header_strip(document: Document, setter: Typesetter, paper: Paper, branch: Branch) -> Strip:
    """Components 1 to 4, and the "V/v …" of a công văn below its number."""
    profile, header, title = setter.profile, document.header, document.title
    styles, gaps = profile.styles, profile.gaps
    split = paper.text_width * profile.header_split
    beside, free = paper.text_width - split, gaps.column_points
    left = HeaderColumn(setter, paper.left, split, branch, free)
    right = HeaderColumn(setter, paper.left + split, beside, branch, free)
    _issuer(left, header, setter)
    right.add(profile.national_name, styles.national_name)
    right.rule(right.add(profile.motto, styles.motto), gaps.rule_points)
    left.bottom = right.bottom = max(left.bottom, right.bottom) + gaps.number_row_points
    if number := number_line(header):
        left.add(number, styles.number)
    right.add(place_date(header), styles.place_date)
    if title.is_letter and title.subject:
        _letter_subject(left, title, setter)
    height = max(left.bottom, right.bottom) + gaps.below_header * float(mm)
    return Strip(height, partial(_draw_columns, left, right), keep=Keep.WISH)


def _draw_columns(left: HeaderColumn, right: HeaderColumn, sheet: PdfSheet, top: float) -> None:
    left.draw(sheet, top)
    right.draw(sheet, top)


def _issuer(column: HeaderColumn, header: Header, setter: Typesetter) -> None:
    styles, length = setter.profile.styles, 0.0
    if header.parent:
        column.add(header.parent, styles.parent)
    for line in header.issuer:
        length = column.add(line, styles.issuer)
    column.rule(length * setter.profile.issuer_line, setter.profile.gaps.rule_points)


def _letter_subject(column: HeaderColumn, title: Title, setter: Typesetter) -> None:
    column.bottom += setter.profile.letter_subject_gap_points
    style = setter.profile.styles.letter_subject
    for text in title.subject:
        column.add(text, style, f"H{TITLE_LEVEL}")


def title_strips(title: Title, setter: Typesetter, paper: Paper, branch: Branch) -> list[Strip]:
    """Tên loại, the lines of the trích yếu, and the drawn line under them; none of a công văn."""
    if title.is_letter:
        return []
    styles, profile = setter.profile.styles, setter.profile
    column = HeaderColumn(setter, paper.left, paper.text_width, branch)
    column.add(title.type_name, styles.type_name, f"H{TITLE_LEVEL}")
    lengths = [column.add(text, styles.subject) for text in title.subject]
    if lengths:
        column.rule(lengths[-1] * profile.subject_line, profile.gaps.title_rule_points)
    height = column.bottom + profile.gaps.below_title * float(mm)
    return [Strip(height, column.draw, keep=Keep.WISH)]


def addressee_strips(
    addressees: Sequence[str], setter: Typesetter, paper: Paper, branch: Branch
) -> list[Strip]:
    """Kính gửi: one alone on the same line, several below it with dashes under the colon."""
    if not addressees:
        return []
    profile, style = setter.profile, setter.profile.styles.addressees
    texts = addressee_lines(addressees)
    if len(texts) == 1:
        placed = _one_addressee(texts[0], setter, paper)
    else:
        indent = profile.addressees_indent * float(mm)
        placed = [(indent, setter.lines("Kính gửi:", style, paper.text_width)[0])]
        # A dash stands under the colon, so the words before it are measured without it.
        dash = indent + setter.width("Kính gửi", style)
        for text in texts:
            placed += _hanging("-", text.removeprefix("- "), dash, setter, paper)
    element, height = Element("P", branch.element), setter.leading(style)
    drawn = [
        SetLine(line, style, paper.left + left, line.width, height, Align.LEFT, element)
        for left, line in placed
    ]
    last, below = len(drawn) - 1, profile.gaps.below_addressees * float(mm)
    return [
        Strip(height + (below if at == last else 0.0), each.draw, 0.0, Keep.WISH)
        for at, each in enumerate(drawn)
    ]


def _one_addressee(text: str, setter: Typesetter, paper: Paper) -> list[tuple[float, BrokenLine]]:
    """In the middle where one line holds it, else with its further lines under its beginning."""
    style, words = setter.profile.styles.addressees, f"Kính gửi: {text}"
    (first, *more) = setter.lines(words, style, paper.text_width)
    if not more:
        return [((paper.text_width - first.width) / 2, first)]
    indent = setter.profile.first_line_indent * float(mm)
    return _hanging("Kính gửi:", text, indent, setter, paper)


def _hanging(
    mark: str, text: str, left: float, setter: Typesetter, paper: Paper
) -> list[tuple[float, BrokenLine]]:
    """`mark` and the text from `left` on; further lines begin below the text's own beginning."""
    style = setter.profile.styles.addressees
    face = setter.face(style)
    inset = face.width(f"{mark} ", style.size)
    first, *more = setter.lines(text, style, paper.text_width - left - inset)
    pieces = ((face, f"{mark} {first.pieces[0][1]}"),)
    whole = replace(first, pieces=pieces, width=first.width + inset)
    return [(left, whole), *((left + inset, line) for line in more)]
