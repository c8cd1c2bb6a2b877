"""Tables in HTML: what web systems call ".xls", and what Word, Zalo and browsers copy."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from models.intake.grid import GridRow, ToldCell
from models.intake.reading import encodings
from models.intake.reading.delimited import squared
from models.intake.reading.faults import TooManyCells
from models.intake.reading.left_out import Run, rest_of
from models.intake.reading.markup_marks import MarkupMarks
from models.intake.reading.old_fonts import FontTrail, font_of_style, fonts_of_classes, old_font
from models.intake.reading.raw import MOST_CELLS, RawSheet, SheetGaps, of_rows

WIDEST_SPAN = 1_000
SILENT = {"script", "style", "title", "xml", "head"}
BREAKING = {"p", "div", "li"}
CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
SPACES = re.compile(r"[ \t\r\n]+")
SPACES_AT_BREAK = re.compile(r" *\n *")


def page_of(data: bytes) -> str:
    """The text of a page, in the encoding that it declares unless its bytes say otherwise."""
    found = CHARSET.search(data[:4096])
    declared = found[1].decode("ascii", "replace").lower() if found else "utf-8"
    if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")) or declared.startswith("utf"):
        return encodings.decode_bytes(data)
    try:
        return encodings.without_byte_order_marks(data).decode("utf-8")
    except UnicodeDecodeError:
        return encodings.decode_bytes(data)


def page_of_mhtml(data: bytes) -> str:
    """The first page inside a "single file web page" as Excel saves it."""
    from email import message_from_bytes, policy

    message = message_from_bytes(data, policy=policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            text = page_of(payload) if isinstance(payload, bytes) else ""
            if "<td" in text.lower():
                return text
    return ""


def read_html(text: str, title: str = "Bảng") -> RawSheet | None:
    """All tables of the page under one another, as Excel shows them; None without a table."""
    parser = _TableParser(fonts_of_classes(text), MarkupMarks(text))
    parser.feed(text)
    parser.close()
    if not parser.seen_table:
        return None
    gaps = SheetGaps(merges=tuple(parser.merges), fonts=parser.trail.runs(), told=parser.told)
    return of_rows(title, squared(parser.rows), gaps=gaps)


@dataclass(slots=True)
class _Table:
    """A table being read: the row under construction and cells that reach into later rows."""

    row: list[str | None] | None = None
    reaching: dict[int, int] = field(default_factory=dict)
    text: list[Run] | None = None
    span: tuple[int, int] = (1, 1)
    font: str = ""


class _TableParser(HTMLParser):
    """Collects rows; a table inside a cell is read as part of the text of that cell."""

    def __init__(self, fonts: dict[str, str], marks: MarkupMarks) -> None:
        super().__init__(convert_charrefs=True)
        self.told: dict[tuple[int, int], ToldCell] = {}
        self._marks = marks
        self.trail = FontTrail()
        self._fonts = fonts
        self.rows: list[GridRow] = []
        self.merges: list[tuple[int, int, int, int]] = []
        self.seen_table = False
        self._table: _Table | None = None
        self._depth = 0
        self._silent = 0
        self._loose: list[str] = []
        self._count = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SILENT:
            self._silent += 1
        elif tag == "table":
            self._open_table()
        elif self._depth == 1 and tag == "tr":
            self._finish_row()
            self._table = self._table or _Table()
            self._table.row = []
        elif self._depth == 1 and tag in {"td", "th"}:
            self._open_cell(dict(attrs))
            self._marks.begin_cell(tag, dict(attrs))
        elif tag == "br" or tag in BREAKING:
            self._break(tag)
        if tag not in {"td", "th"}:
            self._marks.start(tag, dict(attrs))
        if attrs and self._table and self._table.text is not None:
            self._table.font = self._font_of(dict(attrs)) or self._table.font

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._break(tag)
        elif self._depth == 1 and tag in {"td", "th"}:
            self._open_cell(dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        self._marks.end(tag)
        if tag in SILENT:
            self._silent = max(self._silent - 1, 0)
        elif tag == "table":
            self._close_table()
        elif self._depth == 1 and tag in {"td", "th"}:
            self._finish_cell()
        elif self._depth == 1 and tag == "tr":
            self._finish_row()
        elif tag in BREAKING:
            self._break(tag)

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        if self._table and self._table.text is not None:
            self._table.text.append(self._run(SPACES.sub(" ", data)))
        elif self._depth == 0:
            self._loose.append(SPACES.sub(" ", data))

    def close(self) -> None:
        super().close()
        self._finish_row()
        self._flush_loose()

    def _run(self, text: str) -> Run:
        return Run(text, self._marks.is_struck, self._marks.is_raised)

    def _font_of(self, given: dict[str, str | None]) -> str:
        """The old font that a tag asks for by name, by style or by class."""
        face = old_font((given.get("face") or "").partition(",")[0].strip("\"' "))
        named = self._fonts.get(given.get("class") or "", "")
        return face or font_of_style(given.get("style") or "") or named

    def _open_table(self) -> None:
        self._depth += 1
        if self._depth == 1:
            self._flush_loose()
            self.seen_table = True
            self._table = _Table()

    def _close_table(self) -> None:
        if self._depth == 1:
            self._finish_row()
            self._table = None
        self._depth = max(self._depth - 1, 0)

    def _break(self, tag: str) -> None:
        if self._table and self._table.text is not None:
            self._table.text.append(Run("\n"))
        elif self._depth == 0 and tag != "br":
            self._flush_loose()

    def _open_cell(self, attributes: dict[str, str | None]) -> None:
        self._finish_cell()
        table = self._table
        if table is None:
            return
        if table.row is None:
            table.row = []
        table.text, table.font = [], ""
        table.span = (_span(attributes.get("rowspan")), _span(attributes.get("colspan")))

    def _finish_cell(self) -> None:
        table = self._table
        if table is None or table.text is None or table.row is None:
            return
        rest = rest_of(table.text)
        whole = rest.kept if rest else "".join(run.text for run in table.text)
        text = SPACES_AT_BREAK.sub("\n", whole).strip(" \n")
        table.text = None
        while table.reaching.get(len(table.row), 0):
            table.row.append(None)
        rows, columns = table.span
        start = len(table.row)
        if text:
            self.trail.note(len(self.rows), start, table.font)
        if rest:
            self.told[len(self.rows), start] = ToldCell(rest.left, rest.reason)
        table.row.extend([text or None] + [None] * (columns - 1))
        if rows > 1 or columns > 1:
            row = len(self.rows)
            self.merges.append((row, start, row + rows - 1, start + columns - 1))
        for column in range(start, start + columns):
            table.reaching[column] = rows

    def _finish_row(self) -> None:
        self._finish_cell()
        table = self._table
        if table is None or table.row is None:
            return
        self._append(table.row)
        table.row = None
        table.reaching = {c: left - 1 for c, left in table.reaching.items() if left > 1}

    def _flush_loose(self) -> None:
        text = "".join(self._loose).strip()
        self._loose = []
        if text:
            self._append([text])

    def _append(self, cells: list[str | None]) -> None:
        self._count += len(cells)
        if self._count > MOST_CELLS:
            raise TooManyCells
        self.rows.append(tuple(cells))


def _span(value: str | None) -> int:
    text = (value or "").strip()
    return (
        max(1, min(int(text), WIDEST_SPAN))
        if text.isascii() and text.isdigit() and len(text) < 6
        else 1
    )
