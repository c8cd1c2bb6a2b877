"""Danh sách cán bộ, công chức, viên chức, người lao động: the roster itself, unit by unit.

Its Excel is an export: taken in again it changes nothing, because each row keeps its code.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from models.records import (
    STAFF_TYPE_NAMES,
    Commune,
    Contest,
    Figures,
    Issuer,
    Person,
    Unit,
    UnitFigures,
)
from models.text.formats import number, partial_date
from models.text.phones import display_phone, mask_phone
from reports.document import (
    Align,
    Block,
    CellKind,
    Column,
    Document,
    Orientation,
    Paragraph,
    ParagraphStyle,
    Row,
    RowStyle,
    Table,
    Title,
    Wide,
)
from reports.kinds.parts import (
    MASKED_NOTE,
    STAFF,
    as_of_line,
    contest_words,
    file_stem,
    header,
    roman,
    summed,
)

CODE = "people"
COLUMNS = (
    Column("STT", 12, CellKind.INTEGER),
    Column("Họ và tên", 52, align=Align.LEFT),
    Column("Ngày sinh", 25),
    Column("Chức vụ", 48, align=Align.LEFT),
    Column("Loại", 36, align=Align.LEFT),
    Column("Điện thoại", 29, CellKind.PHONE),
    Column("Ngày đăng ký", 25, CellKind.DATE),
    Column("Ngày hoàn thành", 25, CellKind.DATE),
)


@dataclass(frozen=True, slots=True)
class _Section:
    """One unit with its people, also those who are exempt."""

    figures: UnitFigures
    people: tuple[Person, ...]


def people_list(
    people: Sequence[Person],
    unit: Unit | None,
    figures: Figures,
    issuer: Issuer,
    commune: Commune,
    contest: Contest,
    issued_on: date | None,
    masked: bool = True,
) -> Document:
    """Who works for one unit, or for the commune unit by unit, on the day of `figures`.

    `people` are those present on that day, in the order in which they are to be listed.
    Raises ValueError when they are not as many as `figures` say.
    """
    sections = _sections(people, unit, figures)
    more = (f"Đơn vị: {unit.name}",) if unit else ()
    subject = f"{STAFF[0].upper()}{STAFF[1:]} {commune.lower_name}"
    return Document(
        kind=CODE,
        stem=file_stem("DanhSachCanBo", commune, unit.name if unit else ""),
        header=header(issuer, issued_on, figures.as_of),
        title=Title("DANH SÁCH", (subject, *more, as_of_line(figures))),
        body=tuple(_body(sections, unit.name if unit else commune.name, contest, figures, masked)),
        figures=figures,
        signature=issuer.signer,
        recipients=(f"Lưu: {issuer.archive}",),
        orientation=Orientation.LANDSCAPE,
    )


def _sections(people: Sequence[Person], unit: Unit | None, figures: Figures) -> list[_Section]:
    by_unit = dict[int, list[Person]]()
    for person in people:
        by_unit.setdefault(person.unit_id, []).append(person)
    lines = [line for line in figures.units if unit is None or line.unit_id == unit.id]
    sections = [_Section(line, tuple(by_unit.pop(line.unit_id or 0, ()))) for line in lines]
    wrong = [s.figures.name for s in sections if len(s.people) != _present(s.figures)]
    if wrong or by_unit:
        raise ValueError(f"the list and the figures differ: {wrong or sorted(by_unit)}")
    return [section for section in sections if section.people]


def _present(line: UnitFigures) -> int:
    return line.total + line.exempt


def _body(
    sections: Sequence[_Section], place: str, contest: Contest, figures: Figures, masked: bool
) -> list[Block]:
    whole = summed(tuple(section.figures for section in sections))
    words = f"{place} có {number(_present(whole))} {STAFF}"
    if not sections:
        return [Paragraph(f"{words}.")]
    if whole.exempt:
        words += (
            f", trong đó {number(whole.exempt)} người không thuộc đối tượng tham gia "
            f"{contest_words(contest)}"
        )
    blocks: list[Block] = [
        Paragraph(f"{words}; cụ thể như sau:"),
        Table(COLUMNS, tuple(_rows(sections, figures.as_of, masked))),
    ]
    if masked and any(person.phone for section in sections for person in section.people):
        blocks.append(Paragraph(MASKED_NOTE, ParagraphStyle.NOTE))
    return blocks


def _rows(sections: Sequence[_Section], as_of: date, masked: bool) -> list[Row]:
    rows = list[Row]()
    for i, section in enumerate(sections, start=1):
        if len(sections) > 1:
            # The name alone: whoever takes the list in again reads the unit from this row.
            heading = f"{roman(i)}. {section.figures.name}"
            rows.append(Row((Wide(heading, len(COLUMNS)),), RowStyle.GROUP))
        numbered = enumerate(section.people, start=1)
        rows += [_person_row(at, person, as_of, masked) for at, person in numbered]
    if len(sections) > 1:
        count = sum(len(section.people) for section in sections)
        words = f"Tổng cộng: {number(count)} người"
        rows.append(Row((Wide(words, len(COLUMNS)),), RowStyle.TOTAL))
    return rows


def _person_row(at: int, person: Person, as_of: date, masked: bool) -> Row:
    cells = (
        at,
        person.name,
        partial_date(person.birth),
        person.position,
        STAFF_TYPE_NAMES[person.staff_type] if person.staff_type else "",
        mask_phone(person.phone) if masked else display_phone(person.phone),
        _by(person.registered_on, as_of),
        _by(person.completed_on, as_of),
    )
    return Row(cells, code=person.uid)


def _by(day: date | None, as_of: date) -> date | None:
    """What was done later is not yet told."""
    return day if day is not None and day <= as_of else None
