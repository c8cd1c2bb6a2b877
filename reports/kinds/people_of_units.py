"""What lists of people have in common: sections by unit that tie out, and phones fit to leave."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from models.records import Person, UnitFigures
from models.text.phones import display_phone, mask_phone
from reports.blocks import Paragraph, ParagraphStyle

MASKED_NOTE = "Số điện thoại được che bớt để bảo vệ dữ liệu cá nhân."


@dataclass(frozen=True, slots=True)
class Section:
    """One unit with its counts and those of its people who are listed."""

    figures: UnitFigures
    people: tuple[Person, ...]


def sections_of(
    people: Sequence[Person],
    lines: Iterable[UnitFigures],
    expected: Callable[[UnitFigures], int],
) -> list[Section]:
    """The people under the line of their unit.

    Raises ValueError when a unit has not as many as `expected` of its line, or somebody is in
    none of them: such a list must never be printed.
    """
    by_unit = dict[int, list[Person]]()
    for person in people:
        by_unit.setdefault(person.unit_id, []).append(person)
    sections = [Section(line, tuple(by_unit.pop(line.unit_id or 0, ()))) for line in lines]
    wrong = [s.figures.name for s in sections if len(s.people) != expected(s.figures)]
    if wrong or by_unit:
        raise ValueError(f"the list and the figures differ: {wrong or sorted(by_unit)}")
    return sections


def shown_phone(phone: str, *, masked: bool) -> str:
    """A phone as a list shows it."""
    return mask_phone(phone) if masked else display_phone(phone)


def phones_shown(phones: Iterable[str], *, masked: bool) -> int:
    """How many phones a list tells in full."""
    return 0 if masked else sum(1 for phone in phones if phone)


def masked_note(phones: Iterable[str], *, masked: bool) -> list[Paragraph]:
    """The note below a list in which phones are masked; nothing where there is no phone."""
    return [Paragraph(MASKED_NOTE, ParagraphStyle.NOTE)] if masked and any(phones) else []
