"""Danh sách cán bộ, công chức, viên chức, người lao động: the roster itself, unit by unit.

Its Excel is an export: taken in again it changes nothing, because each row keeps its code.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from models.records import Figures, Person, Unit, UnitFigures
from models.records.person_columns import DAY_TITLES, PERSON_TITLES, written_of
from models.text.formats import number
from models.text.numerals import roman
from reports.blocks import Paragraph
from reports.document import (
    Align,
    CellKind,
    Document,
    DocumentBlock,
    Orientation,
    RowStyle,
    Table,
    TableColumn,
    TableRow,
    Title,
    Wide,
)
from reports.kinds.parts import (
    STAFF,
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

CODE = "people"
COLUMNS = (
    TableColumn("STT", 12, CellKind.INTEGER),
    TableColumn(PERSON_TITLES["name"], 52, align=Align.LEFT),
    TableColumn(PERSON_TITLES["birth"], 25),
    TableColumn(PERSON_TITLES["position"], 48, align=Align.LEFT),
    TableColumn(PERSON_TITLES["staff_type"], 36, align=Align.LEFT),
    TableColumn(PERSON_TITLES["phone"], 29, CellKind.PHONE),
    TableColumn(DAY_TITLES["registered_on"], 25, CellKind.DATE),
    TableColumn(DAY_TITLES["completed_on"], 25, CellKind.DATE),
)

WITH_POSTS = (
    TableColumn("STT", 12, CellKind.INTEGER),
    TableColumn(PERSON_TITLES["name"], 46, align=Align.LEFT),
    TableColumn(PERSON_TITLES["birth"], 24),
    TableColumn(PERSON_TITLES["position"], 38, align=Align.LEFT),
    TableColumn(PERSON_TITLES["second_posts"], 33, align=Align.LEFT),
    TableColumn(PERSON_TITLES["staff_type"], 26, align=Align.LEFT),
    TableColumn(PERSON_TITLES["phone"], 28, CellKind.PHONE),
    TableColumn(DAY_TITLES["registered_on"], 22.5, CellKind.DATE),
    TableColumn(DAY_TITLES["completed_on"], 22.5, CellKind.DATE),
)
"""Only where somebody of the list serves elsewhere too."""


def people_list(
    people: Sequence[Person],
    unit: Unit | None,
    occasion: Occasion,
    masked: bool = True,
) -> Document:
    """Who works for one unit, or for the commune unit by unit, on the day of the figures.

    `people` are those present on that day, in the order in which they are to be listed.
    Raises ValueError when they are not as many as the figures say, `NothingToList` for nobody.
    """
    if not people:
        whose = unit.name if unit else occasion.commune.name
        raise NothingToList(f"{whose} chưa có ai trong danh sách.")
    sections = _sections(people, unit, occasion.figures)
    more = (f"Đơn vị: {unit.name}",) if unit else ()
    subject = f"{STAFF[0].upper()}{STAFF[1:]} {occasion.commune.lower_name}"
    return Document(
        kind=CODE,
        stem=file_stem("DanhSachCanBo", occasion.commune, unit.name if unit else ""),
        header=document_header(occasion),
        title=Title("DANH SÁCH", (subject, *more, figures_as_of(occasion))),
        body=(
            *_body(sections, unit.name if unit else occasion.commune.name, occasion, masked),
            *note_paragraphs(occasion),
        ),
        figures=occasion.figures,
        signature=occasion.issuer.signer,
        recipients=recipients(occasion),
        orientation=Orientation.LANDSCAPE,
        people=len(people),
        phones=phones_shown((person.phone for person in people), masked=masked),
    )


def _sections(people: Sequence[Person], unit: Unit | None, figures: Figures) -> list[Section]:
    lines = [line for line in figures.units if unit is None or line.unit_id == unit.id]
    return [section for section in sections_of(people, lines, _present) if section.people]


def _present(line: UnitFigures) -> int:
    return line.total + line.exempt


def _body(
    sections: Sequence[Section], place: str, occasion: Occasion, masked: bool
) -> list[DocumentBlock]:
    whole = summed_figures(tuple(section.figures for section in sections))
    words = f"{place} có {number(_present(whole))} {STAFF}"
    if whole.exempt:
        words += (
            f", trong đó {number(whole.exempt)} người không thuộc đối tượng tham gia "
            f"{contest_words(occasion)}"
        )
    phones = (person.phone for section in sections for person in section.people)
    return [
        Paragraph(f"{words}; cụ thể như sau:"),
        _table(sections, occasion.as_of, masked),
        *masked_note(phones, masked=masked),
    ]


def _table(sections: Sequence[Section], as_of: date, masked: bool) -> Table:
    serves = any(person.second_posts for section in sections for person in section.people)
    columns = WITH_POSTS if serves else COLUMNS
    return Table(columns, tuple(_rows(sections, as_of, masked, columns)))


def _rows(
    sections: Sequence[Section], as_of: date, masked: bool, columns: Sequence[TableColumn]
) -> list[TableRow]:
    rows = list[TableRow]()
    for i, section in enumerate(sections, start=1):
        if len(sections) > 1:
            # The name alone: whoever takes the list in again reads the unit from this row.
            heading = f"{roman(i)}. {section.figures.name}"
            rows.append(TableRow((Wide(heading, len(columns)),), RowStyle.GROUP))
        numbered = enumerate(section.people, start=1)
        rows += [_person_row(at, each, as_of, masked, columns) for at, each in numbered]
    if len(sections) > 1:
        count = sum(len(section.people) for section in sections)
        words = f"Tổng cộng: {number(count)} người"
        rows.append(TableRow((Wide(words, len(columns)),), RowStyle.TOTAL))
    return rows


def _person_row(
    at: int, person: Person, as_of: date, masked: bool, columns: Sequence[TableColumn]
) -> TableRow:
    second = (person.second_posts,) if columns is WITH_POSTS else ()
    cells = (
        at,
        person.name,
        written_of(person, "birth"),
        person.position,
        *second,
        written_of(person, "staff_type"),
        shown_phone(person.phone, masked=masked),
        _by(person.registered_on, as_of),
        _by(person.completed_on, as_of),
    )
    return TableRow(cells, code=person.uid)


def _by(day: date | None, as_of: date) -> date | None:
    """What was done later is not yet told."""
    return day if day is not None and day <= as_of else None
