"""Rows as other programs take them from the clipboard: tab-separated text and an HTML table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData

from models.text.formula_text import pasted_text

# Without this, Excel would make numbers of phones and lose their leading zero.
_TEXT_STYLE = "mso-number-format:'\\@'"


def table_mime(rows: Sequence[Sequence[str]], titles: Sequence[str] = ()) -> QMimeData:
    """The rows, under `titles` when given, as TSV and as HTML whose cells are text."""
    mime = QMimeData()
    lines = [titles, *rows] if titles else list(rows)
    mime.setText("\n".join("\t".join(map(pasted_text, line)) for line in lines))
    mime.setHtml(_html(rows, titles))
    return mime


def _html(rows: Sequence[Sequence[str]], titles: Sequence[str]) -> str:
    from html import escape

    head = "".join(f"<th>{escape(title)}</th>" for title in titles)
    body = "".join(
        "<tr>" + "".join(f'<td style="{_TEXT_STYLE}">{escape(text)}</td>' for text in row) + "</tr>"
        for row in rows
    )
    start = f"<tr>{head}</tr>" if titles else ""
    return f'<meta charset="utf-8"><table>{start}{body}</table>'
