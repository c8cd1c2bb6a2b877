"""Danh sách chưa đăng ký, chưa hoàn thành: the people whom each unit still has to remind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from models.contests.mark_names import capitalised, mark_names
from models.records import Contest, Figures, Mark, Person, Unit, UnitFigures
from models.records.person_columns import DAY_TITLES, PERSON_TITLES
from models.text.formats import number, percent
from models.text.numerals import roman
from reports.blocks import Paragraph, ParagraphStyle
from reports.document import (
    Align,
    CellKind,
    Document,
    DocumentBlock,
    RowStyle,
    Table,
    TableColumn,
    TableRow,
    Title,
    Wide,
)
from reports.kinds.parts import (
    STAFF,
    as_of_words,
    contest_words,
    document_header,
    figures_as_of,
    file_stem,
    note_paragraphs,
    recipients,
    summed_figures,
)
from reports.kinds.people_of_units import (
    Section,
    masked_note,
    phones_shown,
    sections_of,
    shown_phone,
)
from reports.nothing import NothingToList
from reports.occasion import Occasion


@dataclass(frozen=True, slots=True)
class _Words:
    """How one mark is spoken of; `dated`: beside the missing stands when they registered."""

    mark: Mark
    code: str
    stem: str
    done: str
    missing: str
    subject: str
    dated: bool
    unregistered: str


CODES = {
    Mark.REGISTERED: ("not-registered", "ChuaDangKy", " tham gia"),
    Mark.COMPLETED: ("not-completed", "ChuaHoanThanh", ""),
}


def _words_of(mark: Mark, contest: Contest) -> _Words:
    """The words by what the contest calls the mark."""
    code, stem, more = CODES[mark]
    names = mark_names(contest)
    missing = names.undone(mark)
    dated = mark is Mark.COMPLETED and not names.one
    unregistered = capitalised(names.undone(Mark.REGISTERED))
    subject = f"{missing}{more}"
    return _Words(mark, code, stem, names.done(mark), missing, subject, dated, unregistered)


REGISTRATION_COLUMNS = (
    TableColumn("STT", 12, CellKind.INTEGER),
    TableColumn(PERSON_TITLES["name"], 51, align=Align.LEFT),
    TableColumn(PERSON_TITLES["position"], 44, align=Align.LEFT),
    TableColumn(PERSON_TITLES["phone"], 29, CellKind.PHONE),
    TableColumn(PERSON_TITLES["note"], 29, align=Align.LEFT),
)
COMPLETION_COLUMNS = (
    TableColumn("STT", 11, CellKind.INTEGER),
    TableColumn(PERSON_TITLES["name"], 47, align=Align.LEFT),
    TableColumn(PERSON_TITLES["position"], 28, align=Align.LEFT),
    TableColumn(PERSON_TITLES["phone"], 27, CellKind.PHONE),
    TableColumn(DAY_TITLES["registered_on"], 23.5, CellKind.DATE),
    TableColumn(PERSON_TITLES["note"], 28.5, align=Align.LEFT),
)


def missing_people(
    people: Sequence[Person],
    mark: Mark,
    unit: Unit | None,
    occasion: Occasion,
    masked: bool = True,
) -> Document:
    """Who has not registered, or not completed, of one unit or unit by unit of the commune.

    `people` are those who are missing on the day of the figures, in the order in
    which they are to be listed. Raises ValueError when they are not as many as
    the figures say, `NothingToList` when nobody is.
    """
    words = _words_of(mark, occasion.contest)
    sections = _sections(people, mark, unit, occasion.figures)
    place = unit.name if unit else f"Toàn {occasion.commune.lower_name}"
    if not people:
        raise _nobody(sections, words, place, occasion)
    more = (f"Đơn vị: {unit.name}",) if unit else ()
    return Document(
        kind=words.code,
        stem=file_stem(f"DanhSach{words.stem}", occasion.commune, unit.name if unit else ""),
        header=document_header(occasion),
        title=Title("DANH SÁCH", (_subject(words, occasion), *more, figures_as_of(occasion))),
        body=(*_body(sections, words, place, occasion.as_of, masked), *note_paragraphs(occasion)),
        figures=occasion.figures,
        signature=occasion.issuer.signer,
        recipients=recipients(
            occasion, unit.name if unit else "Các cơ quan, đơn vị có tên trong Danh sách"
        ),
        people=len(people),
        phones=phones_shown((person.phone for person in people), masked=masked),
    )


def _nobody(
    sections: Sequence[Section], words: _Words, place: str, occasion: Occasion
) -> NothingToList:
    whole = summed_figures(tuple(section.figures for section in sections))
    if not whole.total:
        return NothingToList(f"{place} chưa có ai thuộc đối tượng tham gia.")
    return NothingToList(
        f"{_state(place, whole, words)} (tính đến {as_of_words(occasion.figures)}). "
        f"Không còn ai {words.missing}."
    )


def _subject(words: _Words, occasion: Occasion) -> str:
    return f"{STAFF[0].upper()}{STAFF[1:]} {words.subject} {contest_words(occasion)}"


def _sections(
    people: Sequence[Person], mark: Mark, unit: Unit | None, figures: Figures
) -> list[Section]:
    wanted = None if unit is None else {unit.id, *(person.unit_id for person in people)}
    lines = [line for line in figures.units if wanted is None or line.unit_id in wanted]
    return sections_of(people, lines, partial(_missing, mark=mark))


def _done(line: UnitFigures, mark: Mark) -> int:
    return line.registered if mark is Mark.REGISTERED else line.completed


def _missing(line: UnitFigures, mark: Mark) -> int:
    return line.total - _done(line, mark)


def _body(
    sections: Sequence[Section], words: _Words, place: str, as_of: date, masked: bool
) -> list[DocumentBlock]:
    whole = summed_figures(tuple(section.figures for section in sections))
    missing = f"còn {number(_missing(whole, words.mark))} người {words.missing}"
    blocks: list[DocumentBlock] = [
        Paragraph(f"{_state(place, whole, words)}; {missing}, cụ thể như sau:"),
        Table(_columns(words), tuple(_rows(sections, words, as_of, masked))),
    ]
    done = [s.figures.name for s in sections if s.figures.total and not s.people]
    if done:
        names = "; ".join(done)
        text = f"Đơn vị không còn ai {words.missing}: {names}."
        blocks.append(Paragraph(text, ParagraphStyle.NOTE))
    phones = (person.phone for section in sections for person in section.people)
    return [*blocks, *masked_note(phones, masked=masked)]


def _state(name: str, line: UnitFigures, words: _Words) -> str:
    done = _done(line, words.mark)
    return (
        f"{name} có {number(line.total)} người thuộc đối tượng tham gia; "
        f"{words.done} {number(done)} người, đạt tỷ lệ {percent(done, line.total)}"
    )


def _columns(words: _Words) -> tuple[TableColumn, ...]:
    return COMPLETION_COLUMNS if words.dated else REGISTRATION_COLUMNS


def _rows(sections: Sequence[Section], words: _Words, as_of: date, masked: bool) -> list[TableRow]:
    held = [section for section in sections if section.people]
    rows = list[TableRow]()
    for i, section in enumerate(held, start=1):
        if len(sections) > 1:
            rows.append(_group_row(i, section.figures, words))
        numbered = enumerate(section.people, start=1)
        rows += [_person_row(n, person, words, as_of, masked) for n, person in numbered]
    if len(held) > 1:
        count = sum(len(section.people) for section in held)
        told = f"Tổng cộng: {number(count)} người {words.missing}"
        rows.append(TableRow((Wide(told, len(_columns(words))),), RowStyle.TOTAL))
    return rows


def _group_row(at: int, line: UnitFigures, words: _Words) -> TableRow:
    done = _done(line, words.mark)
    text = (
        f"{roman(at)}. {line.name}: {words.done} {number(done)}/{number(line.total)} "
        f"({percent(done, line.total)}), còn {number(_missing(line, words.mark))} người"
    )
    return TableRow((Wide(text, len(_columns(words))),), RowStyle.GROUP)


def _person_row(at: int, person: Person, words: _Words, as_of: date, masked: bool) -> TableRow:
    phone = shown_phone(person.phone, masked=masked)
    cells = (at, person.name, person.position, phone)
    if not words.dated:
        return TableRow((*cells, ""))
    day = person.registered_on
    if day is None or day > as_of:
        return TableRow((*cells, None, words.unregistered))
    return TableRow((*cells, day, ""))
