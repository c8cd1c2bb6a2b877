"""Puts a made-up table on a sheet: what stands above it, its header, groups, faults, its end."""

from __future__ import annotations

import unicodedata
from random import Random

from lists.people import Crowd, MadeUp
from lists.sheet import MadeList, Sheet
from lists.table import Table, draw_table
from lists.vocabulary import DEPARTMENTS, OFFICES, SCHOOLS, VILLAGES

ABOVE = (
    ("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("XÃ KẺ SẶT", "Độc lập - Tự do - Hạnh phúc"),
)
TITLES = (
    "DANH SÁCH CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC", "DANH SÁCH NHÂN SỰ NĂM 2026",
    "Danh sách trích ngang cán bộ, giáo viên, nhân viên", "DANH SÁCH THAM GIA CUỘC THI",
)  # fmt: skip


def people_list(draw: Random, label: str) -> MadeList:
    """A list of people whose shape is drawn at random."""
    crowd = Crowd(draw)
    units = draw.sample([*OFFICES, *SCHOOLS, *VILLAGES], draw.randrange(2, 6))
    given_by = draw.choice(("column", "column", "column", "groups", "sheets", "nothing"))
    if given_by == "nothing":
        units = ["Phòng Kinh tế"]
    if given_by == "column" and draw.random() < 0.15:
        units = list(DEPARTMENTS[: draw.randrange(2, 5)])
    people = [crowd.one(unit) for unit in units for _ in range(draw.randrange(3, 14))]
    if draw.random() < 0.25:
        first = people[0]
        people.append(crowd.one(people[-1].unit, namesake=first.name))
    made = MadeList(label, [f"unit by {given_by}"], [], [])
    if given_by == "nothing":
        made.unit = "Phòng Kinh tế"
    if given_by == "sheets":
        for unit in units:
            mine = [each for each in people if each.unit == unit]
            table = draw_table(draw, crowd, mine, unit_column=False)
            put(draw, made, Sheet(unit.replace("/", "-")[:31]), table, mine, groups=False)
    else:
        table = draw_table(draw, crowd, people, unit_column=given_by == "column")
        put(draw, made, Sheet("Sheet1"), table, people, groups=given_by == "groups")
    add_other_sheets(draw, crowd, made)
    made.format = draw.choice(("xlsx", "xlsx", "xlsx", "xls", "csv"))
    if len(made.sheets) > 1 and made.format == "csv":
        made.format = "xlsx"
    return made


def put(
    draw: Random, made: MadeList, sheet: Sheet, table: Table, people: list[MadeUp], *, groups: bool
) -> None:
    """The table on the sheet, with the truth of each row."""
    left = draw.choice((0, 0, 0, 1, 2))
    width = len(table.titles)
    put_above(draw, made, sheet, left, width)
    header = put_header(draw, made, sheet, table, left)
    put_under_header(draw, made, sheet, table, left)
    unit = None
    again = draw.random() < 0.08 and len(people) > 12
    for at, person in enumerate(people):
        if groups and person.unit != unit:
            unit = person.unit
            number = draw.choice(("I. ", "1. ", "A. ", ""))
            sheet.rows.append([None] * left + [f"{number}{unit}"] + [None] * (width - 1))
            if draw.random() < 0.5:
                row = len(sheet.rows) - 1
                sheet.merges.append((row, left, row, left + width - 1))
        if again and at == len(people) // 2:
            sheet.rows += [list(row) for row in header]
            made.traits.append("header repeated")
        sheet.rows.append([None] * left + [column[at] for column in table.columns])
        made.people.append({**table.truth[at], "sheet": sheet.name, "row": len(sheet.rows)})
    made.traits += table.traits
    put_end(draw, made, sheet, table, left, len(people))
    spoil(draw, made, sheet, first=len(header))
    made.sheets.append(sheet)


def put_above(draw: Random, made: MadeList, sheet: Sheet, left: int, width: int) -> None:
    """Agency and motto, a title, blank rows."""
    blank: list[object] = [None] * (left + width)
    if draw.random() < 0.4 and width >= 4:
        for one, other in ABOVE:
            row = list(blank)
            row[left], row[left + width // 2] = one, other
            sheet.rows.append(row)
        sheet.rows.append(list(blank))
        made.traits.append("agency and motto above")
    if draw.random() < 0.7:
        for text in (draw.choice(TITLES), "(Kèm theo Công văn số      /UBND-VHXH)")[
            : draw.choice((1, 1, 2))
        ]:
            row = list(blank)
            row[left] = text
            sheet.rows.append(row)
        made.traits.append("title above")
    sheet.rows += [list(blank) for _ in range(draw.choice((0, 0, 1, 2)))]


def put_header(
    draw: Random, made: MadeList, sheet: Sheet, table: Table, left: int
) -> list[list[object]]:
    """The header in one row, or in two with merged cells; the rows written are returned."""
    first = len(sheet.rows)
    two = any(len(title) > 1 for title in table.titles) or draw.random() < 0.2
    if not two:
        rows = [[None] * left + [dressed(draw, title[-1]) for title in table.titles]]
    else:
        upper: list[object] = [None] * left
        lower: list[object] = [None] * left
        for at, title in enumerate(table.titles):
            column = left + at
            if len(title) > 1:
                repeated = at > 0 and table.titles[at - 1][0] == title[0]
                upper.append(None if repeated else title[0].strip())
                lower.append(title[1])
                if repeated:
                    sheet.merges.append((first, column - 1, first, column))
            else:
                upper.append(dressed(draw, title[0]))
                lower.append(None)
                sheet.merges.append((first, column, first + 1, column))
        rows = [upper, lower]
        made.traits.append("header in two rows")
    sheet.rows += [list(row) for row in rows]
    return rows


def dressed(draw: Random, title: str) -> str:
    """A title as typed: now and then a mark, a break, a blank at its end, capitals."""
    chance = draw.random()
    if chance < 0.06:
        return f"{title} (*)"
    if chance < 0.12:
        return title.replace(" ", "\n", 1) + " "
    if chance < 0.2:
        return title.upper()
    return title


def put_under_header(draw: Random, made: MadeList, sheet: Sheet, table: Table, left: int) -> None:
    """A row of numbers under the header, as forms have it."""
    if draw.random() < 0.15:
        numbers = [f"({at + 1})" for at in range(len(table.titles))]
        sheet.rows.append([None] * left + list(numbers))
        made.traits.append("row of numbers")


def put_end(
    draw: Random, made: MadeList, sheet: Sheet, table: Table, left: int, count: int
) -> None:
    """Numbered empty rows, a total, place and date, signatures with names."""
    width = len(table.titles)

    def line(text: str, column: int) -> None:
        row: list[object] = [None] * (left + width)
        row[left + min(column, width - 1)] = text
        sheet.rows.append(row)

    if draw.random() < 0.1:
        for number in range(count + 1, count + 4):
            sheet.rows.append([None] * left + [number] + [None] * (width - 1))
        made.traits.append("numbered empty rows")
    if draw.random() < 0.3:
        line(draw.choice((f"Tổng cộng: {count}", f"Danh sách gồm {count} người", "Tổng số")), 1)
        made.traits.append("total")
    if draw.random() < 0.3:
        sheet.rows.append([None] * (left + width))
        line("Kẻ Sặt, ngày 05 tháng 6 năm 2026", width - 2)
        line("NGƯỜI LẬP BIỂU", 1)
        line("TM. ỦY BAN NHÂN DÂN", width - 2)
        line("(Ký, ghi rõ họ tên)", 1)
        line(draw.choice(("Trần Thị Ký", "Phạm Văn Lập", "Lê Thị Biểu")), 1)
        made.traits.append("signatures")


def spoil(draw: Random, made: MadeList, sheet: Sheet, first: int) -> None:
    """What typing does to cells: blanks at the ends, marks apart from their letters."""
    chance = draw.random()
    if chance < 0.12:
        sheet.rows[:] = [
            [f"{cell}\xa0 " if isinstance(cell, str) and cell else cell for cell in row]
            for row in sheet.rows
        ]
        made.traits.append("blanks at the end of cells")
    elif chance < 0.2:
        sheet.rows[:] = [
            [unicodedata.normalize("NFD", c) if isinstance(c, str) else c for c in row]
            for row in sheet.rows
        ]
        made.traits.append("marks apart")


def add_other_sheets(draw: Random, crowd: Crowd, made: MadeList) -> None:
    """A sheet of codes, or of relatives, beside the list."""
    if draw.random() < 0.1:
        rows: list[list[object]] = [["Mã", "Tên danh mục"]]
        rows += [[at, word] for at, word in enumerate(("Kinh", "Tày", "Nùng", "Hoa", "Thái"), 1)]
        made.sheets.append(Sheet("DanhMuc", rows))
        made.traits.append("sheet of codes")
    elif draw.random() < 0.06:
        rows = [["STT", "Nhân viên", "Họ tên người phụ thuộc", "Quan hệ", "Năm sinh"]]
        for at in range(6):
            relation = draw.choice(("Con", "Bố", "Mẹ", "Vợ"))
            boss = made.people[at % len(made.people)]["name"]
            rows.append([at + 1, boss, crowd.one("").name, relation, 1950 + at * 9])
        made.sheets.append(Sheet("Người phụ thuộc", rows))
        made.traits.append("sheet of relatives")
