"""Rows as other programs take them from the clipboard: tab-separated text and an HTML table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QMimeData

from models.text.formula_text import pasted_text

# Without this, Excel would make numbers of phones and lose their leading zero.
_TEXT_STYLE = "mso-number-format:'\\@'"
CellNumbers = Mapping[tuple[int, int], float]
"""What the cells in a line and column, from 0, are as numbers; all others are text."""
NO_NUMBERS: CellNumbers = MappingProxyType({})


def table_mime(
    rows: Sequence[Sequence[str]], titles: Sequence[str] = (), numbers: CellNumbers = NO_NUMBERS
) -> QMimeData:
    """The rows, under `titles` when given, as TSV and as HTML.

    Whether a spreadsheet reads "4,5" as a number, and which, hangs on its language: the HTML says
    so for Excel, Google Sheets and LibreOffice, each in its own way.
    """
    mime = QMimeData()
    lines = [titles, *rows] if titles else list(rows)
    mime.setText("\n".join("\t".join(map(pasted_text, line)) for line in lines))
    mime.setHtml(_html(rows, titles, numbers))
    return mime


def _html(rows: Sequence[Sequence[str]], titles: Sequence[str], numbers: CellNumbers) -> str:
    from html import escape

    head = "".join(f"<th>{escape(title)}</th>" for title in titles)
    body = "".join(
        "<tr>"
        + "".join(
            f"<td {_kind(text, numbers.get((at, column)))}>{escape(text)}</td>"
            for column, text in enumerate(row)
        )
        + "</tr>"
        for at, row in enumerate(rows)
    )
    start = f"<tr>{head}</tr>" if titles else ""
    space = 'xmlns:x="urn:schemas-microsoft-com:office:excel"'
    return f'<meta charset="utf-8"><table {space}>{start}{body}</table>'


def _kind(text: str, number: float | None) -> str:
    """The attributes of a cell: text, or a number that is written out as such."""
    if number is None:
        return f'style="{_TEXT_STYLE}"'
    shown = "0.0%" if text.endswith("%") else "0"
    google = f'data-sheets-value=\'{{"1":3,"3":{number!r}}}\''
    style = "mso-number-format:'{}'".format(shown.replace(".", "\\."))
    return f'style="{style}" x:num="{number!r}" sdval="{number!r}" sdnum="1033;0;{shown}" {google}'
