"""The head of a sheet: issuer and Quốc hiệu side by side, number and date, drawn lines, title."""

from __future__ import annotations

import base64
from io import BytesIO
from itertools import zip_longest

from openpyxl.drawing.image import Image

from reports.document import Document, Header, Title
from reports.profile import TextStyle
from reports.render.text import (
    addressee_lines,
    annex_name,
    attached_words,
    number_line,
    place_date,
)
from reports.render.xlsx.measure import line_height, text_width
from reports.render.xlsx.placing import placed
from reports.render.xlsx.sheet import SheetWriter

LINE_ROW_POINTS = 5.0
LINE_OFFSET_POINTS = 1.5
# One black point, stretched to a line: openpyxl draws pictures, but no shapes.
BLACK_POINT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
)


def write_heading(sheet: SheetWriter, header: Header, title: Title) -> None:
    """Components 1 to 5 of the decree, ending below the title."""
    _write_names(sheet, header)
    _write_number_and_date(sheet, header, title)
    sheet.end_row(8)
    if title.is_letter:
        return
    styles = sheet.profile.styles
    sheet.title(title.type_name, styles.type_name)
    for text in title.subject:
        sheet.title(text, styles.subject)
    if title.subject:
        length = text_width(title.subject[-1], styles.subject) * sheet.profile.subject_line
        _draw_line(sheet, 1, sheet.columns, length)
    sheet.end_row(LINE_ROW_POINTS * 2)


def write_addressees(sheet: SheetWriter, addressees: tuple[str, ...]) -> None:
    """Kính gửi: one alone in the middle, several below each other; nothing for none."""
    if not addressees:
        return
    style, lines = sheet.profile.styles.addressees, addressee_lines(addressees)
    if len(addressees) == 1:
        sheet.line(f"Kính gửi: {lines[0]}", style)
    else:
        sheet.line("Kính gửi:", style, "left", indent=sheet.profile.addressees_indent)
        below = sheet.profile.addressees_indent + text_width("Kính gửi", style)
        for line in lines:
            sheet.line(line, style, "left", indent=below)
    sheet.end_row(sheet.profile.paragraph_gap_points)


def write_annex_heading(sheet: SheetWriter, document: Document, index: int) -> None:
    """ "Phụ lục I", its title and "(Kèm theo …)"."""
    styles = sheet.profile.styles
    sheet.title(annex_name(document, index), styles.annex_name)
    for text in document.annexes[index].title:
        sheet.title(text, styles.annex_title)
    # Its gaps for number and day are blanks, which a title would close up.
    sheet.line(attached_words(document), styles.attached)
    sheet.end_row(LINE_ROW_POINTS * 2)


def _write_names(sheet: SheetWriter, header: Header) -> None:
    profile = sheet.profile
    styles, split = profile.styles, sheet.grid.split(profile.header_split)
    parent = [(header.parent, styles.parent)] if header.parent else []
    names = [*parent, *((line, styles.issuer) for line in header.issuer)]
    left = [(line, style) for text, style in names for line in sheet.broken(text, style, 1, split)]
    right = [(profile.national_name, styles.national_name), (profile.motto, styles.motto)]
    rows = zip_longest(left, right, fillvalue=("", styles.parent))
    for at, ((issuer, issuer_style), (nation, nation_style)) in enumerate(rows, start=1):
        sheet.text(issuer, issuer_style, 1, split)
        sheet.text(nation, nation_style, split + 1, sheet.columns)
        sheet.end_row(max(line_height(issuer_style), line_height(nation_style)))
        if at == len(left):
            _draw_line(sheet, 1, split, text_width(*left[-1]) * profile.issuer_line)
        if at == len(right):
            _draw_line(sheet, split + 1, sheet.columns, text_width(*right[-1]))
    sheet.end_row(LINE_ROW_POINTS)


def _write_number_and_date(sheet: SheetWriter, header: Header, title: Title) -> None:
    """Beside the date the number, and below it what a công văn is about."""
    styles, split = sheet.profile.styles, sheet.grid.split(sheet.profile.header_split)
    about = title.subject if title.is_letter else ()
    lines: list[tuple[str, TextStyle]] = [(number_line(header), styles.number)]
    for text in about:
        broken = sheet.broken(text, styles.letter_subject, 1, split)
        lines += [(line, styles.letter_subject) for line in broken]
    for at, (line, style) in enumerate(lines):
        sheet.text(line, style, 1, split)
        if not at:
            sheet.text(place_date(header), styles.place_date, split + 1, sheet.columns)
        sheet.end_row(line_height(style))


def _draw_line(sheet: SheetWriter, first: int, last: int, length: float) -> None:
    """A line of `length` millimetres, centred in columns `first` to `last` of the present row."""
    grid = sheet.grid
    left = grid.width(1, first - 1) + (grid.width(first, last) - length) / 2
    top = sheet.rows.height(1, sheet.row - 1) + LINE_OFFSET_POINTS
    picture = Image(BytesIO(BLACK_POINT))
    picture.anchor = placed(left, top, length, sheet.profile.line_points)
    sheet.rows.add_picture(picture)
