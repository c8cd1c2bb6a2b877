"""A list of people to mark, in a table or in plain text: found on the roster, never by a guess."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from models.contests.attendance import attendance_rule
from models.errors import AppError
from models.intake.attendance.tables import attendance_tables
from models.intake.grid import Workbook
from models.intake.merging import marks_in_row
from models.intake.plan import Source, of_commune
from models.intake.platform_file import NoList
from models.intake.reading import encodings
from models.intake.reading.kinds import looks_like_text
from models.intake.reading.reader import read_workbook
from models.intake.roster_view import roster_view
from models.intake.shape.evidence.folding import fold_header
from models.intake.shape.fields import Field
from models.intake.shape.list_titles import other_matter_of
from models.intake.shape.records import SourceRow
from models.intake.shape.values import TOLD_OF_MARKS
from models.intake.sitting.lists import ListSitting
from models.intake.unread_columns import told_unread
from models.machine.long_paths import reachable
from models.machine.names import refuse_unusable_name
from models.marking.list_doubts import OF_ANOTHER_MATTER, DoubtfulRow, list_doubts
from models.marking.recognise import Recogniser
from models.marking.records import Mention, Recognised, Standing
from models.marking.stays import Stays, stays_in
from models.marking.talk import denial_in
from models.records import AttendanceRule, Attended, Mark
from models.records.moment import Moment, as_moment
from models.store.store import Store

PLAIN_TEXT = (".txt", ".text", ".md", "")
LARGEST_TEXT = 5 * 2**20

WITHOUT_RULE = (
    "Tệp là {what} và chưa chọn người {who} được tính như vậy nên không đánh dấu ai; hãy chọn ở "
    "trang Đối soát (bằng lệnh: --attended registered hoặc --attended completed)."
)

NOT_READ_HERE = (
    "ngày và lý do trong tệp không được đọc; mọi người được ghi cùng ngày, cùng lý do của lệnh."
)
_DAY_OR_REASON = re.compile(
    r"\b(?:ngay|tu|den|thoi gian|thoi diem|ly do|since|until|date|reason)\b"
)
_BESIDE_THE_PERSON = frozenset({Field.IGNORED, Field.NOTE, Field.EMPLOYMENT})

_COLUMNS = {
    Mark.REGISTERED: {Field.REGISTERED, Field.NOT_REGISTERED, Field.REGISTERED_ON},
    Mark.FAILED: {Field.COMPLETED, Field.NOT_COMPLETED, Field.COMPLETED_ON},
    Mark.COMPLETED: {Field.COMPLETED, Field.NOT_COMPLETED, Field.COMPLETED_ON},
}
"""The columns in which a list says of each of its people whether they have a mark."""


@dataclass(frozen=True, slots=True)
class MarkList:
    """Who the list speaks of: the dates of each person by id, and the rows that are nobody.

    What the officer would have to decide is among them, with the reason.
    """

    marks: Mapping[int, Mapping[Mark, date | Moment]]
    not_found: tuple[str, ...]

    def only(self, mark: Mark) -> dict[int, dict[Mark, date | Moment]]:
        """Those whom the list gives this mark, with it alone."""
        return {each: {mark: dates[mark]} for each, dates in self.marks.items() if mark in dates}


def read_mark_list(
    data_file: Store,
    path: Path,
    mark: Mark,
    day: date | Moment,
    attendance: AttendanceRule | None = None,
) -> MarkList:
    """Read a list of people to mark. A list without any mark of its own means `mark` on `day`.

    A text, or a workbook without a table of people, is read like a message. Of a meeting who was
    in it long enough is marked, of a form who answered when the rule says so: that of the
    contest, or `attendance` this once. A row with a day of its own is marked on that day.

    Raises `AppError` when the file cannot be read.
    """
    view = roster_view(data_file)
    seeker = Recogniser(view)
    text = _plain_text(path)
    if text is not None:
        return _of_text(seeker, text, mark, day, path)
    workbook = read_workbook(path)
    kinds = {each.kind for each in attendance_tables(workbook)}
    if Attended.MEETING in kinds:
        rule = attendance or attendance_rule(data_file, Attended.MEETING)
        if rule.mark is not mark:
            return MarkList({}, (WITHOUT_RULE.format(what="danh sách dự họp", who="dự họp"),))
        return _of_meeting(seeker, stays_in(workbook, rule.least_minutes), mark, day)
    try:
        source = of_commune(ListSitting(data_file).take_workbook(workbook), view.commune)
    except NoList as error:
        return _of_workbook(seeker, workbook, mark, day, error)
    rows = [row for table in source.tables for row in table.rows]
    if mark is not Mark.FAILED:
        # Of who failed a list of other marks says no more than that they have none of these.
        rows = [row._replace(failed=False) for row in rows]
    columns = [f"Cột {p.column} “{p.value}”: {p.reason}" for p in told_unread(source.guesses)]
    says_nothing = _is_plain(source, rows, mark)
    if Attended.FORM in kinds:
        answered = (attendance or attendance_rule(data_file, Attended.FORM)).mark is mark
        says_nothing = says_nothing and answered
        told = WITHOUT_RULE.format(what="câu trả lời biểu mẫu", who="trả lời")
        columns += [] if answered else [told]
    else:
        says_nothing = says_nothing and not columns
    today = data_file.clock().date()
    doubts: dict[DoubtfulRow, str] = {}
    if says_nothing:
        doubts = list_doubts(path, workbook, source.guesses, source.tables, today)
    known = _of_rows(seeker, rows, doubts, day, mark if says_nothing else None)
    unread = [f"{r.text}: {r.reason}" for table in source.tables for r in table.rejected]
    return MarkList(known.marks, (*known.not_found, *unread, *_left_open(source), *columns))


def _of_meeting(seeker: Recogniser, stays: Stays, mark: Mark, day: date | Moment) -> MarkList:
    found = seeker.read("\n".join(stays.names)).found
    last = as_moment(day).day
    known = _collected(found, mark, stays.day if stays.day and stays.day < last else day)
    short = tuple(f"{each}: dự họp chưa đủ số phút" for each in stays.short)
    return MarkList(known.marks, (*known.not_found, *short))


def read_people_list(data_file: Store, path: Path, *, include_left: bool = False) -> MarkList:
    """Whom a list names, whatever it says of them: each with a mark that means nothing.

    With `include_left` whoever has left is found like everybody else. Raises `AppError` when the
    file cannot be read.
    """
    view = roster_view(data_file)
    seeker = Recogniser(view.as_if_nobody_left() if include_left else view)
    day = data_file.clock().date()
    text = _plain_text(path)
    if text is not None:
        return _collected(seeker.read(text).found, Mark.REGISTERED, day)
    source = of_commune(ListSitting(data_file).take(path), view.commune)
    rows = [row for table in source.tables for row in table.rows]
    known = _of_rows(seeker, rows, {}, day, Mark.REGISTERED)
    unread = [f"{r.text}: {r.reason}" for table in source.tables for r in table.rejected]
    told = (*unread, *_left_open(source), *_days_and_reasons(source))
    return MarkList(known.marks, (*known.not_found, *told))


def _left_open(source: Source) -> list[str]:
    """The tables of which nobody was read, each with why."""
    whole = (each for each in source.problems if not each.column)
    return [f"Trang tính “{each.sheet}”: {each.reason}" for each in whole]


def _days_and_reasons(source: Source) -> list[str]:
    """The columns that say of each person from when and why, which nobody reads here."""
    beside = [c for g in source.guesses for c in g.columns if c.field in _BESIDE_THE_PERSON]
    return [
        f"Cột {column.letter} “{' '.join(column.header_text.split())}”: {NOT_READ_HERE}"
        for column in beside
        if _DAY_OR_REASON.search(fold_header(column.header_text))
    ]


def _plain_text(path: Path) -> str | None:
    """The content of a file that is called a text and is one."""
    refuse_unusable_name(path)
    place = reachable(path)
    if path.suffix.lower() not in PLAIN_TEXT or not place.is_file():
        return None
    if place.stat().st_size > LARGEST_TEXT:
        return None
    data = place.read_bytes()
    return encodings.decode_bytes(data) if data.strip() and looks_like_text(data) else None


def _of_workbook(
    seeker: Recogniser, workbook: Workbook, mark: Mark, day: date | Moment, error: NoList
) -> MarkList:
    """The cells read like a message; the `error` stands when nobody is in them either."""
    lines = [
        "\t".join("" if cell is None else str(cell) for cell in row)
        for sheet in workbook.sheets
        if not sheet.hidden
        for row in sheet.rows
    ]
    found = seeker.read("\n".join(lines)).found
    if not found:
        raise error
    return _collected(found, mark, day)


def _of_text(seeker: Recogniser, text: str, mark: Mark, day: date | Moment, path: Path) -> MarkList:
    denied = denial_in(path.stem)
    found = seeker.read(f"{denied}:\n{text}" if denied else text).found
    if not found:
        raise AppError(
            f"Không tìm thấy họ tên hay số điện thoại nào trong tệp “{path.name}”.",
            "Hãy kiểm tra xem có chọn nhầm tệp không.",
        )
    if other := other_matter_of((), path.stem):
        why = OF_ANOTHER_MATTER.format(title=other)
        return MarkList({}, tuple(f"{each.mention.text}: cần quyết định ({why})" for each in found))
    return _collected(found, mark, day)


def _collected(found: Sequence[Recognised], mark: Mark, day: date | Moment) -> MarkList:
    sure = [each for each in found if each.standing is Standing.SURE]
    missing = [_words_of(each) for each in found if each.standing is not Standing.SURE]
    return MarkList({each.suggestions[0].person_id: {mark: day} for each in sure}, tuple(missing))


def _of_rows(
    seeker: Recogniser,
    rows: Sequence[SourceRow],
    doubts: Mapping[DoubtfulRow, str],
    day: date | Moment,
    for_all: Mark | None,
) -> MarkList:
    found: dict[int, dict[Mark, date | Moment]] = {}
    missing: list[str] = []
    mentions = [_mention(row, doubts.get((row.sheet, row.row), "")) for row in rows]
    for row, answer in zip(rows, seeker.answers(mentions), strict=True):
        said = marks_in_row(row, day)
        dates = {each: said[each] for each in Mark if each in said}
        if for_all is not None and not row.asked and not _says_no(row):
            dates = {for_all: day}
        if answer.standing is not Standing.SURE:
            missing.append(_words_of(answer))
            continue
        if why := _why_unmarked(row, dates):
            missing.append(f"{answer.mention.text}: {why}")
        if dates:
            found[answer.suggestions[0].person_id] = dates
    return MarkList(found, tuple(missing))


def _why_unmarked(row: SourceRow, dates: Mapping[Mark, date | Moment]) -> str:
    """What the row says of the contest or of work that somebody must look at; "" for nothing."""
    reasons = [each.reason for each in row.problems if each.reason.startswith(TOLD_OF_MARKS)]
    why = "; ".join(reasons).rstrip(".")
    if row.asked:
        return f"cần quyết định ({why})"
    if why or dates:
        return why
    work = row.employment
    return f"ghi “{work.text}”, không phải kết quả của cuộc thi" if work else ""


def _mention(row: SourceRow, doubt: str) -> Mention:
    return Mention(
        text=f"{row.name} ({row.phone.number or row.phone.raw or 'không có số'})",
        line=row.row,
        name=row.name,
        phone=row.phone.number,
        unit=row.unit,
        birth=row.birth,
        staff_code=row.staff_code,
        uid=row.record,
        doubt=doubt,
        denied=bool(doubt),
    )


def _words_of(answer: Recognised) -> str:
    """The text as it was; when somebody may be meant, who."""
    if answer.standing is Standing.NOT_FOUND:
        return answer.mention.text
    people = ", ".join(f"{each.name} – {each.unit}" for each in answer.suggestions)
    why = f" ({answer.reason})" if answer.mention.denied and answer.reason else ""
    return f"{answer.mention.text}: cần quyết định{why}, có thể là {people}"


def _is_plain(source: Source, rows: Sequence[SourceRow], mark: Mark) -> bool:
    """Whether a list has no word of its own on `mark`, so that being in it is the word."""
    columns = {field for guess in source.guesses for field in guess.fields.values()}
    return not columns & _COLUMNS[mark] and not any(_says(row, mark) for row in rows)


def _says_no(row: SourceRow) -> bool:
    return row.registered is False or row.completed is False


def _says(row: SourceRow, mark: Mark) -> bool:
    if mark is Mark.REGISTERED:
        return row.registered is not None or row.registered_on is not None
    return row.completed is not None or row.completed_on is not None
