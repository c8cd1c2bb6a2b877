"""Draws one table of people: which columns, in which order, under which titles."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

from lists import decoys
from lists.people import BIRTH_STYLES, PHONE_STYLES, Crowd, MadeUp, birth_cell, phone_cell
from lists.vocabulary import KNOWN_AS, TITLES

Title = tuple[str, ...]
"""The title of a column from the top row of the header to the lowest."""


@dataclass(slots=True)
class Table:
    """Columns of a table without its header, and for each row what is right."""

    titles: list[Title]
    columns: list[list[object]]
    truth: list[dict[str, Any]]
    traits: list[str]

    def shuffled(self, draw: Random) -> None:
        """Another order of the columns; the first stays, and pairs of a name stay together."""
        order = list(range(1, len(self.titles)))
        glued = {
            at: at + 1
            for at in order[:-1]
            if self.titles[at][-1] in TITLES["family"] or self._halves(at)
        }
        followers = set(glued.values())
        heads = [at for at in order if at not in followers]
        draw.shuffle(heads)
        chosen = [0]
        for at in heads:
            chosen += [at, glued[at]] if at in glued else [at]
        self.titles = [self.titles[at] for at in chosen]
        self.columns = [self.columns[at] for at in chosen]

    def _halves(self, at: int) -> bool:
        """Whether a column and the next one stand under one upper title."""
        here, after = self.titles[at], self.titles[at + 1]
        return len(here) > 1 and here[0] == after[0]


def draw_table(draw: Random, crowd: Crowd, people: list[MadeUp], *, unit_column: bool) -> Table:
    """A table of these people with columns drawn at random."""
    table = Table([], [], [], [])
    if draw.random() < 0.85:
        add(table, draw.choice(TITLES["order"]), [at + 1 for at in range(len(people))])
    else:
        add(table, draw.choice(TITLES["code"]), [each.code for each in people])
    if draw.random() < 0.3 and table.titles[0][0] not in TITLES["code"]:
        add(table, draw.choice(TITLES["code"]), [each.code for each in people])
    table.truth = [_known(each) for each in people]
    add_names(draw, table, people)
    if draw.random() < 0.75:
        add_births(draw, table, people)
    if draw.random() < 0.85:
        add_phones(draw, table, people)
    if draw.random() < 0.6:
        add(table, draw.choice(TITLES["post"]), [each.post for each in people])
        for known, person in zip(table.truth, people, strict=True):
            known["position"] = person.post
    if unit_column:
        add_units(draw, table, people)
    if draw.random() < 0.3:
        mails = [f"{each.code.lower()}@xa.gov.vn" for each in people]
        add(table, draw.choice(TITLES["email"]), mails)
    add_decoys(draw, crowd, table, len(people))
    if draw.random() < 0.6:
        table.shuffled(draw)
        table.traits.append("columns shuffled")
    return table


def _known(person: MadeUp) -> dict[str, Any]:
    """What is right for somebody before any column tells more than name and unit."""
    also = KNOWN_AS.get(person.unit, [])
    blank = {"phone": "", "birth": "", "position": ""}
    return {"name": person.name, "unit": person.unit, "unit_ok": also, **blank}


def add(table: Table, title: str | Title, cells: list[object]) -> None:
    """One more column at the right."""
    table.titles.append((title,) if isinstance(title, str) else title)
    table.columns.append(cells)


def add_names(draw: Random, table: Table, people: list[MadeUp]) -> None:
    """Names in one column, or family and given name in two."""
    style = draw.choice(("whole", "whole", "whole", "capitals", "split"))
    if style == "split":
        add(table, draw.choice(TITLES["family"]), [each.family for each in people])
        add(table, draw.choice(TITLES["given"]), [each.given for each in people])
        table.traits.append("name in two columns")
    else:
        names: list[object] = [p.name.upper() if style == "capitals" else p.name for p in people]
        add(table, draw.choice(TITLES["name"]), names)
    if draw.random() < 0.5:
        men = [("Nữ" if each.woman else "Nam") for each in people]
        add(table, draw.choice(TITLES["gender"]), list(men))
    elif draw.random() < 0.3:
        add(table, "Nữ", [("x" if each.woman else None) for each in people])


def add_births(draw: Random, table: Table, people: list[MadeUp]) -> None:
    """Births in one column, or under Nam and Nữ."""
    style = draw.choice(BIRTH_STYLES)
    cells = [birth_cell(each.birth, style) for each in people]
    for known, (_, knowable) in zip(table.truth, cells, strict=True):
        known["birth"] = knowable
    if draw.random() < 0.1 and not any(title[-1] in ("Nữ",) for title in table.titles):
        halves = (False, True)
        for woman in halves:
            column = [cell if each.woman is woman else None
                      for each, (cell, _) in zip(people, cells, strict=True)]  # fmt: skip
            add(table, ("Ngày sinh ", "Nữ" if woman else "Nam"), column)
        table.traits.append("births under Nam and Nữ")
    else:
        title = "Năm sinh" if style == "year" else draw.choice(TITLES["birth"])
        add(table, title, [cell for cell, _ in cells])


def add_phones(draw: Random, table: Table, people: list[MadeUp]) -> None:
    """Phones in one style, a few blank."""
    style = draw.choice(PHONE_STYLES)
    cells: list[object] = []
    for known, person in zip(table.truth, people, strict=True):
        blank = draw.random() < 0.05
        cells.append(None if blank else phone_cell(person.phone, style))
        known["phone"] = "" if blank else person.phone
    add(table, draw.choice(TITLES["phone"]), cells)
    table.traits.append(f"phones {style}")
    if draw.random() < 0.12:
        add(table, "Điện thoại cơ quan", ["02203777888"] * len(people))
        table.traits.append("phone of the office too")


def add_units(draw: Random, table: Table, people: list[MadeUp]) -> None:
    """The unit of each row, now and then only where it changes."""
    cells: list[object] = [each.unit for each in people]
    title = draw.choice(TITLES["unit"])
    if draw.random() < 0.2:
        cells = [
            cell if at == 0 or cells[at - 1] != cell else None for at, cell in enumerate(cells)
        ]
        table.traits.append("unit written once")
    add(table, title, cells)


def add_decoys(draw: Random, crowd: Crowd, table: Table, rows: int) -> None:
    """Columns of other things."""
    if draw.random() < 0.3:
        for title, cells in decoys.other_people(draw, crowd, rows):
            add(table, title, cells)
        table.traits.append("somebody else's names")
    seen: set[str] = set()
    for _ in range(draw.choice((0, 0, 1, 2, 3, 6))):
        title, cells = decoys.plain(draw, rows)
        if title not in seen:
            seen.add(title)
            add(table, title, cells)
    if draw.random() < 0.3:
        add(table, draw.choice(TITLES["note"]), [None] * rows)
