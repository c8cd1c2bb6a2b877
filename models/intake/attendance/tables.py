"""Finds the participants of a meeting, or the answers to a form, in a file that was read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from models.intake.attendance.moments import Moments, minutes_of
from models.intake.attendance.names import participant_name
from models.intake.attendance.records import Attendance, AttendanceTable
from models.intake.attendance.titles import Titles, read_titles
from models.intake.grid import Cell, GridRow, Sheet, Workbook, row_number
from models.matching.likeness import name_form
from models.records import Attended
from models.text.names import match_key

ROWS_SEARCHED = 60
_JOINED = ("join", "đã tham gia", "tham gia", "vào")

TimeSpan = tuple[datetime, datetime]


def attendance_tables(workbook: Workbook) -> list[AttendanceTable]:
    """One for each sheet that is in view and tells who attended or answered; [] for a list."""
    found = (attendance_table(sheet) for sheet in workbook.sheets if not sheet.hidden)
    return [table for table in found if table is not None]


def attendance_table(sheet: Sheet) -> AttendanceTable | None:
    """The participants of a sheet, or None when it is neither of a meeting nor of a form.

    A report of Teams repeats its participants visit by visit further down: the first table counts.
    """
    for index, row in enumerate(sheet.rows[:ROWS_SEARCHED]):
        titles = read_titles(row)
        if titles.of_meeting:
            found = _meeting(sheet, titles, index, _end(sheet.rows, index + 1, titles))
            if found.rows:
                return found
        if titles.of_form and _holds_moments(sheet.rows[index + 1 :], titles):
            return _form(sheet, titles, index)
    return None


def _end(rows: Sequence[GridRow], start: int, titles: Titles) -> int:
    """The first row below `start` that is no longer of the table: a blank one, a new heading."""
    for index in range(start, len(rows)):
        filled = [cell for cell in rows[index] if cell is not None]
        alone = len(filled) == 1 and len(titles.at) > 2 and rows[index][0] is not None
        if not filled or (alone and not _has_name_alone(rows[index], titles)):
            return index
    return len(rows)


def _has_name_alone(row: GridRow, titles: Titles) -> bool:
    """Whether the one filled cell is a name in a column of its own, as of somebody in the lobby."""
    cell = row[titles.at["name"]] if "name" in titles.at else None
    return titles.at.get("name", 0) > 0 and cell is not None


def _holds_moments(rows: Sequence[GridRow], titles: Titles) -> bool:
    """Whether the times of a form's answers stand under its titles."""
    column = titles.at.get("stamp", titles.at.get("end", 0))
    cells = [row[column] for row in rows if row[column] is not None]
    moments = Moments(cells, english=titles.english)
    return bool(cells) and sum(moments.read(c) is not None for c in cells) * 2 > len(cells)


def _form(sheet: Sheet, titles: Titles, header: int) -> AttendanceTable:
    """The answers; who answered stands in columns that differ from form to form."""
    column = titles.at.get("end", titles.at.get("stamp", 0))
    moments = Moments((row[column] for row in sheet.rows[header + 1 :]), english=titles.english)
    rows = [
        _answer(row_number(index), moments.read(row[column]))
        for index, row in enumerate(sheet.rows)
        if index > header and any(cell is not None for cell in row)
    ]
    last = rows[-1].row if rows else row_number(header)
    return AttendanceTable(sheet.name, Attended.FORM, row_number(header), last, (), tuple(rows))


def _answer(number: int, moment: datetime | None) -> Attendance:
    minute = None if moment is None else moment.hour * 60 + moment.minute
    return Attendance(number, "", f"row|{number}", day=_day(moment), at_minute=minute or None)


def _meeting(sheet: Sheet, titles: Titles, header: int, end: int) -> AttendanceTable:
    rows = sheet.rows[header + 1 : end]
    named = [(row_number(header + 1 + at), row, _name(row, titles)) for at, row in enumerate(rows)]
    named = [each for each in named if any(map(str.isalpha, each[2]))]
    mails = [_text(row, titles.at.get("email")).casefold() for _, row, _ in named]
    keys = _keys([name for _, _, name in named], mails)
    spans = _Stays(titles, [row for _, row, _ in named], keys)
    found = [
        Attendance(
            number, name, key, mail, spans.day(key), spans.minutes(key), spans.last_minute(key)
        )
        for (number, _, name), key, mail in zip(named, keys, mails, strict=True)
    ]
    names = tuple(titles.at[part] for part in ("name", "family", "given") if part in titles.at)
    first, last = row_number(header), row_number(end - 1)
    return AttendanceTable(sheet.name, Attended.MEETING, first, last, names, tuple(found))


def _name(row: GridRow, titles: Titles) -> str:
    if "name" in titles.at:
        return participant_name(_text(row, titles.at["name"]))
    family, given = (_text(row, titles.at[part]) for part in ("family", "given"))
    return participant_name(f"{family} {given}")


def _text(row: GridRow, column: int | None) -> str:
    cell = row[column] if column is not None and column < len(row) else None
    return "" if cell is None else str(cell).strip()


def _keys(names: Sequence[str], mails: Sequence[str]) -> list[str]:
    """Equal for the rows of one participant: the name, and the address where names are shared.

    Somebody who joins again without having logged in is the one who bears the name, if there is
    only one address under it.
    """
    forms = [name_form(match_key(name)) for name in names]
    known: dict[str, set[str]] = {}
    for form, mail in zip(forms, mails, strict=True):
        known.setdefault(form, set()).update({mail} - {""})
    return [
        f"{form}|{mail}" if len(known[form]) > 1 else form
        for form, mail in zip(forms, mails, strict=True)
    ]


class _Stays:
    """How long each participant was there in all rows, and on which day."""

    def __init__(self, titles: Titles, rows: Sequence[GridRow], keys: Sequence[str]) -> None:
        self._titles = titles
        stamps = [c for row in rows for c in self._cells(row, "join", "leave", "stamp")]
        self._moments = Moments(stamps, english=titles.english)
        self._rows: dict[str, list[GridRow]] = {}
        for key, row in zip(keys, rows, strict=True):
            self._rows.setdefault(key, []).append(row)
        moments = [moment for cell in stamps if (moment := self._moments.read(cell))]
        self._last = max(moments, default=None)

    def _cells(self, row: GridRow, *fields: str) -> Iterable[Cell]:
        return [row[self._titles.at[field]] for field in fields if field in self._titles.at]

    def day(self, key: str) -> date | None:
        """The day on which the participant joined first."""
        moments = self._moments_of(key)
        return min(moments).date() if moments else None

    def last_minute(self, key: str) -> int | None:
        """The minute of that day at which they were last there; None when it went on to another."""
        moments = self._moments_of(key)
        last = max(moments, default=None)
        if last is None or last.date() != min(moments).date():
            return None
        return last.hour * 60 + last.minute

    def _moments_of(self, key: str) -> list[datetime]:
        fields = ("join", "stamp", "leave")
        cells = [c for row in self._rows[key] for c in self._cells(row, *fields)]
        return [moment for cell in cells if (moment := self._moments.read(cell))]

    def minutes(self, key: str) -> float | None:
        """All visits together; two devices at one time count once where times are told."""
        rows = self._rows[key]
        if "action" in self._titles.at:
            return _length(self._by_actions(rows))
        spans = [self._span(row) for row in rows]
        if "duration" in self._titles.at and (len(rows) == 1 or None in spans):
            told = [minutes for row in rows if (minutes := self._told(row)) is not None]
            if told:
                return sum(told)
        whole = [span for span in spans if span is not None]
        return _length(whole) if whole else None

    def _told(self, row: GridRow) -> float | None:
        cell = row[self._titles.at["duration"]]
        return minutes_of(cell, in_seconds=self._titles.in_seconds)

    def _span(self, row: GridRow) -> TimeSpan | None:
        moments = [self._moments.read(cell) for cell in self._cells(row, "join", "leave")]
        if len(moments) < 2 or moments[0] is None or moments[1] is None:
            return None
        return (moments[0], moments[1]) if moments[0] <= moments[1] else None

    def _by_actions(self, rows: Sequence[GridRow]) -> list[TimeSpan]:
        """From each "Joined" to the "Left" after it; who never left stayed until the last act."""
        spans: list[TimeSpan] = []
        since: datetime | None = None
        acts = sorted(
            (moment, self._joins(row))
            for row in rows
            if (moment := self._moments.read(row[self._titles.at["stamp"]])) is not None
        )
        for moment, joins in acts:
            if joins:
                since = since or moment
            elif since is not None:
                spans.append((since, moment))
                since = None
        if since is not None and self._last is not None:
            spans.append((since, self._last))
        return spans

    def _joins(self, row: GridRow) -> bool:
        return _text(row, self._titles.at["action"]).casefold().startswith(_JOINED)


def _length(spans: Sequence[TimeSpan]) -> float:
    """The minutes that the spans cover together."""
    covered, reached = timedelta(0), datetime.min
    for start, end in sorted(spans):
        if end > reached:
            covered += end - max(start, reached)
            reached = end
    return covered.total_seconds() / 60


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None
