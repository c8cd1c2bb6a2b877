"""Which rows of a table are people, and under which group they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from models.intake.grid import Cell, Sheet, row_number
from models.intake.shape import furniture, samples, totals
from models.intake.shape.circles.kin import KIN_ROW, is_kin
from models.intake.shape.evidence.folding import fold_header
from models.intake.shape.evidence.title import read_title
from models.intake.shape.fields import Field
from models.intake.shape.group_kinds import NO_UNIT, is_group_name, named_by
from models.intake.shape.headings import GroupsAbove, Headings, Path
from models.intake.shape.layout import Layout, name_text, wide_merges
from models.intake.shape.looks import is_person, looks_personal
from models.intake.shape.records import SkippedRow, TableGuess
from models.intake.shape.several import people_in
from models.intake.shape.titles import unit_of_titles
from models.intake.shape.vacancy import are_names_unmarked, is_vacancy

LETTERS = [chr(code) for code in range(ord("A"), ord("Z") + 1)]
VACANT = "Vị trí chưa có người"
GROUP = "Dòng tên nhóm, đơn vị"
NOT_FILLED = "Dòng chưa điền thông tin"
_IN_WORDS = (Field.UNIT, Field.POSITION, Field.STAFF_TYPE)
BLANK_LIKE = {"", "-", "–", "…", "...", "."}


@dataclass(frozen=True, slots=True)
class Sorted:
    """The rows that are meant as people, each with the group above it, and all others.

    `rows` are 0-based; `names` are the texts of the name columns.
    """

    rows: list[int]
    names: list[str]
    groups: list[GroupsAbove]
    skipped: list[SkippedRow]


def sort_rows(sheet: Sheet, guess: TableGuess, layout: Layout) -> Sorted:
    """Tell people from furniture, row by row."""
    return _Sorter(sheet, guess, layout).sorted()


class _Sorter:
    """Walks down the table; remembers the group, and whether the signatures have begun."""

    def __init__(self, sheet: Sheet, guess: TableGuess, layout: Layout) -> None:
        self._sheet = sheet
        self._layout = layout
        self._first, self._last = guess.data_rows[0] - 1, guess.data_rows[1] - 1
        self._name = layout.name_indexes
        self._order = layout.at.get(Field.ORDER_NUMBER, -1)
        self._relation = layout.at.get(Field.RELATION, -1)
        self._merged = wide_merges(sheet)
        self._missing = {row for row, column in sheet.missing if column in self._name}
        self._headings = Headings(guess.unit)
        self._paths: list[Path] = []
        self._headless = guess.header_rows == (0, 0)
        self._in_tail = False
        self._examples = samples.examples_in(sheet.rows, self._first, self._name)
        self._result = Sorted([], [], [], [])

    def sorted(self) -> Sorted:
        identifying, columns, merged = self._layout.identifying, self._name, self._merged
        rows, plain = self._sheet.rows, totals.PLAIN_BEGINNINGS
        one_column = len(columns) == 1
        for at in range(self._first, min(self._last + 1, len(rows))):
            row = rows[at]
            if self._relation >= 0 and is_kin(row[self._relation]):
                self._skip(at, KIN_ROW, f"{name_text(row, columns)} | {row[self._relation]}")
                continue
            cell = row[columns[0]] if one_column else None
            name = cell if isinstance(cell, str) else name_text(row, columns)
            if at in self._examples:
                self._skip(at, samples.EXAMPLE, name)
                continue
            known = name and not self._in_tail and is_person(name) and at not in merged
            if known and name[:4].lower() not in plain:
                for index in identifying:
                    if row[index] is not None:
                        self._take(at, name)
                        break
                else:
                    self._look_closely(at, row, name)
            else:
                self._look_closely(at, row, name)
        self._result.groups.extend(self._headings.groups(self._paths))
        return self._result

    @cached_property
    def _unmarked(self) -> bool:
        """Whether all names of the table are typed without diacritics."""
        rows = self._sheet.rows[self._first : self._last + 1]
        return are_names_unmarked(name_text(row, self._name) for row in rows)

    def _take(self, at: int, name: str) -> None:
        result = self._result
        result.rows.append(at)
        result.names.append(name)
        self._paths.append(self._headings.path())

    def _skip(self, at: int, reason: str, text: str, *, rejected: bool = False) -> None:
        skipped = SkippedRow(self._sheet.name, row_number(at), reason, text[:200], rejected)
        self._result.skipped.append(skipped)

    def _look_closely(self, at: int, row: Sequence[Cell], name: str) -> None:
        cells = {index: _text(row[index]) for index in self._layout.indexes}
        cells = {index: text for index, text in cells.items() if text not in BLANK_LIKE}
        if not cells:
            if at in self._missing:
                self._take(at, name)
            return
        shown = " | ".join(cells.values())
        if self._repeats_header(cells):
            self._in_tail = False
            self._skip(at, "Tiêu đề lặp lại", shown)
        elif self._numbers_columns(cells):
            self._skip(at, "Dòng đánh số cột", shown)
        elif not self._about_somebody(row) and all(map(furniture.is_rule, cells.values())):
            self._skip(at, "Dòng kẻ", shown)
        elif is_vacancy(name, unmarked=self._unmarked):
            self._skip(at, VACANT, shown)
        elif samples.is_example(name):
            self._skip(at, samples.EXAMPLE, shown)
        elif not self._in_tail and people_in(name):
            self._take(at, name)
        elif reason := self._beside_list(row, cells, name) or self._furniture(at, row, cells, name):
            self._skip(at, reason, shown, rejected=reason == totals.OPEN)
        elif self._opens_group(at, cells, name):
            self._skip(at, GROUP, shown)
        elif not name.strip() and at not in self._missing and not self._about_somebody(row):
            self._skip(at, NOT_FILLED, shown)
        else:
            self._in_tail = False
            self._take(at, name)

    def _beside_list(self, row: Sequence[Cell], cells: dict[int, str], name: str) -> str:
        """Why a row of a list without a header is no person; "" when nothing says so."""
        if not self._headless:
            return ""
        if self._about_somebody(row):
            return ""
        if self._heads_columns(cells):
            return "Dòng tiêu đề"
        return "Lời nhắn kèm danh sách" if furniture.is_message(name) else ""

    def _repeats_header(self, cells: dict[int, str]) -> bool:
        texts = self._layout.header_texts
        same = sum(1 for index, text in cells.items() if _folded_in(text, texts.get(index)))
        return same >= 2 and same * 2 >= len(cells)

    def _heads_columns(self, cells: dict[int, str]) -> bool:
        """Whether most cells of a row are headers that are known."""
        known = sum(1 for text in cells.values() if len(text) <= 120 and read_title((text,)).thing)
        return known >= 2 and known * 2 >= len(cells)

    def _numbers_columns(self, cells: dict[int, str]) -> bool:
        numbers = [text.strip("()[] ").rstrip(".") for text in cells.values()]
        if len(numbers) > 1 and numbers == LETTERS[: len(numbers)]:
            return True
        if len(numbers) < 3 or not all(len(text) < 3 for text in numbers):
            return False
        digits = [int(text) for text in numbers if text.isdecimal()]
        rising = all(a < b for a, b in pairwise(digits))
        return rising and len(digits) >= 2 and len(digits) >= len(numbers) - 2 and digits[0] <= 2

    def _furniture(self, at: int, row: Sequence[Cell], cells: dict[int, str], name: str) -> str:
        """Why the row is no person, "" when nothing says so."""
        first = next(iter(cells.values()))
        leading = [text for text in (first, name.strip()) if text]
        if total := self._total(row, cells, leading):
            return total
        if is_person(name) and not self._in_tail and at not in self._merged:
            return ""
        sure = self._is_numbered(cells) or (
            self._about_somebody(row) and not (self._in_tail and self._people_are_numbered())
        )
        if self._in_tail and not (sure and name.strip() and is_person(name)):
            return "Phần ký tên, ghi chú ở cuối bảng"
        return "" if sure else self._remark(cells, leading)

    def _total(self, row: Sequence[Cell], cells: dict[int, str], leading: list[str]) -> str:
        """Why a row sums up others, "" when it does not. "Cộng Hòa Bình" begins like one and is
        somebody, when the rest of the row is of somebody."""
        if not any(map(totals.may_sum_up, leading)):
            return totals.TOTAL if self._sums_up_in_numbers(row, cells, leading) else ""
        about = self._about_somebody(row)
        if any(map(totals.is_plain_total, leading)):
            return "" if about and all(map(str.isascii, leading)) else totals.TOTAL
        if not totals.may_be_name(leading[-1]):
            return totals.TOTAL
        columns = [self._layout.at.get(field, -1) for field in _IN_WORDS]
        beside = any(column in cells and not _is_count(cells[column]) for column in columns)
        return "" if about or beside or self._is_numbered(cells) else totals.OPEN

    def _sums_up_in_numbers(
        self, row: Sequence[Cell], cells: dict[int, str], leading: list[str]
    ) -> bool:
        """Whether a text that is no name stands beside numbers alone: "Điểm trung bình", 8,00."""
        others = [text for text in cells.values() if text.strip() != leading[-1]]
        return (
            bool(others)
            and all(map(totals.is_number, others))
            and not (self._is_numbered(cells) or self._about_somebody(row))
            and totals.is_no_name(leading[-1])
        )

    def _remark(self, cells: dict[int, str], leading: list[str]) -> str:
        """What a row that is about nobody says about the list, "" when it may open a group."""
        if furniture.is_numbering(cells.get(self._order, "")) and is_group_name(leading[-1]):
            return ""
        if any(map(furniture.is_signature, cells.values())):
            self._in_tail = True
            return "Phần ký tên, ghi chú ở cuối bảng"
        if any(map(furniture.is_note, leading)) and not is_group_name(leading[-1]):
            return "Ghi chú của bảng"
        if furniture.is_title(leading[0]):
            self._enter_title(leading[0])
            return "Tiêu đề của bảng"
        return ""

    def _enter_title(self, text: str) -> None:
        """A title between the people opens a group when it says of which kind or unit they are."""
        unit, named = unit_of_titles([[text]]), named_by(text)
        if unit:
            self._headings.enter(unit)
        elif named.kind in NO_UNIT:
            self._headings.enter(text)

    def _opens_group(self, at: int, cells: dict[int, str], name: str) -> bool:
        order = cells.get(self._order, "")
        others = [
            text for index, text in cells.items() if index != self._order and not _is_count(text)
        ]
        numbered = furniture.is_numbering(order)
        if numbered and is_group_name(name) and name.strip() in others:
            self._headings.enter(name, order)
            return True
        if len(others) > 1 or (
            others and self._name and others[0] != name.strip() and name.strip()
        ):
            return False
        if not others:
            text = order if len(order) > 3 and not order.isdecimal() else ""
        else:
            text = others[0]
        if not text or not any(letter.isalpha() for letter in text):
            return False
        if not self._names_group(at, text, numbered=numbered, order=order):
            return False
        self._headings.enter(text, "" if text == order else order)
        return True

    def _names_group(self, at: int, text: str, *, numbered: bool, order: str) -> bool:
        if order.rstrip(".").isdecimal() and is_person(text):
            return False
        if at in self._merged or numbered or text == order:
            return True
        if is_group_name(text):
            return True
        if order.strip(".").isdecimal() or is_person(text):
            return False
        if self._headless:
            return furniture.is_numbered(text) or text.endswith(":")
        return furniture.is_numbered(text) or bool(self._layout.identifying)

    def _is_numbered(self, cells: dict[int, str]) -> bool:
        return cells.get(self._order, "").rstrip(".").isdecimal()

    def _people_are_numbered(self) -> bool:
        """Whether the last person has a number, as everybody in the list then has."""
        taken = self._result.rows
        return bool(taken and self._order >= 0 and self._sheet.rows[taken[-1]][self._order])

    def _about_somebody(self, row: Sequence[Cell]) -> bool:
        return any(looks_personal(row[index]) for index in self._layout.identifying)


def _text(cell: Cell) -> str:
    return "" if cell is None else str(cell).replace("\u00a0", " ").strip()


def _folded_in(text: str, texts: frozenset[str] | None) -> bool:
    return bool(texts) and len(text) <= 120 and fold_header(text) in (texts or ())


def _is_count(text: str) -> bool:
    return text.rstrip(".").isdecimal() and len(text) < 5
