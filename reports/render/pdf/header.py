"""The head of page 1: issuer and Quốc hiệu side by side, number and date, then the title."""

from __future__ import annotations

from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Spacer, Table, TableStyle

from reports.document import Header, Title
from reports.render.pdf.text import Typesetter
from reports.render.text import number_line, place_date

GAP_UNDER_LINES = 6


def header_flowables(header: Header, setter: Typesetter, width: float) -> list[Any]:
    """Components 1 to 4 as one table of two columns without borders."""
    left = width * setter.profile.header_split
    columns = [left, width - left]
    rows = [
        [_issuer(header, setter, left), _nation(setter)],
        [_number(header, setter), _place_date(header, setter)],
    ]
    gap = ("TOPPADDING", (0, 1), (-1, 1), GAP_UNDER_LINES)
    style = TableStyle([*borderless(setter), gap])
    return [Table(rows, colWidths=columns, style=style), Spacer(1, 6 * mm)]


def borderless(setter: Typesetter) -> list[tuple[Any, ...]]:
    """The style of a table that only sets things side by side."""
    return [
        ("FONTNAME", (0, 0), (-1, -1), setter.face(setter.profile.styles.body)),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("ALIGN", (0, 0), (-1, -1), "CENTER"),
    ]


def _issuer(header: Header, setter: Typesetter, width: float) -> list[Any]:
    styles = setter.profile.styles
    names = [(line, styles.issuer) for line in header.issuer]
    if header.parent:
        names.insert(0, (header.parent, styles.parent))
    set_names = [setter.balanced(line, style, width) for line, style in names]
    drawn = set_names[-1][1] * setter.profile.issuer_line
    return [*(paragraph for paragraph, _ in set_names), *setter.rule(drawn)]


def _nation(setter: Typesetter) -> list[Any]:
    profile = setter.profile
    styles = profile.styles
    return [
        setter.line(profile.national_name, styles.national_name),
        setter.line(profile.motto, styles.motto),
        *setter.rule(setter.width(profile.motto, styles.motto)),
    ]


def _number(header: Header, setter: Typesetter) -> Any:
    return setter.line(number_line(header), setter.profile.styles.number)


def _place_date(header: Header, setter: Typesetter) -> Any:
    return setter.line(place_date(header), setter.profile.styles.place_date)


def title_flowables(title: Title, setter: Typesetter, width: float) -> list[Any]:
    """Tên loại, the lines of the trích yếu, and the drawn line under them."""
    styles, profile = setter.profile.styles, setter.profile
    lines = [setter.balanced(text, styles.subject, width) for text in title.subject]
    length = lines[-1][1] * profile.subject_line if lines else 0
    return [
        setter.line(title.type_name, styles.type_name),
        *(paragraph for paragraph, _ in lines),
        *(setter.rule(length, above=5) if lines else []),
        Spacer(1, 5 * mm),
    ]
