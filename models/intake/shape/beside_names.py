"""What is written into the cells of names beside them: a code, a year of birth.

"CB001 - Nguyễn Văn Bình", "Đặng Hữu Toàn SN 2001". Whether a bare year is a birth, and a number
before a name a code, is told by the whole column.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from models.intake.shape.addressing import without_titles
from models.intake.shape.looks import is_person, is_phone
from models.text.names import split_namesake_suffix

HABIT = 2
"""What one cell in so many has is a habit of the column."""

SHORTEST_NUMBER, LONGEST_CODE = 4, 16

FIRST_SHORT_YEAR = "30"

_DAY = r"\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{4}|\d{1,2}\s?[./-]\s?(?:19|20)\d\d"
_OF_BIRTH = (
    r"(?i:sinh(?: (?:ngày|tháng|năm|ngay|thang|nam))+|sn|ns|s\.\s?n|n\.\s?s|s/n)"
    r"|(?:ngày|năm|ngay|nam)(?: (?:tháng|năm|thang|nam))* sinh|NĂM SINH|NAM SINH|NGÀY SINH|sinh"
)
_BORN = re.compile(
    rf"(?:\s*[,;(\[–-]\s*(?i:{_OF_BIRTH})|[\s,;(\[–-]*(?<![^\W\d_])(?:{_OF_BIRTH}))\s*[.:]*\s*"
    rf"(?P<day>{_DAY}|(?:19|20)\d\d|'?\d\d)(?!\d)\s*[)\]]?"
)
"""A year that is said to be one of birth; "Sinh" and "Năm" with a capital may be the name."""

_YEAR = re.compile(
    rf"(?<=[^\W\d_])\s*[,;(\[–/-]*\s*(?P<day>(?:{_DAY})|19[4-9]\d|200\d|201[0-2])\s*[)\]]?\s*$"
)
"""A bare year, or a day, behind a name."""

_CODE = r"(?:[A-Za-zĐđ]{1,8}[-._/]?){0,3}(?:\d{1,9}[-._/]?){0,2}\d{1,9}[A-Za-z]?"
_CODE_BEFORE = re.compile(
    rf"\s*[\[(]?(?P<code>{_CODE})[\])]?(?:\s*[-–—_:.|/]\s*|\s+)(?=[^\W\d_])(?P<name>.+)", re.DOTALL
)
_CODE_BEHIND = re.compile(
    rf"(?P<name>.*[^\W\d_.])\s*[-–—_:|/(\[]+\s*(?P<code>{_CODE})[\])]?\s*", re.DOTALL
)

CODE_TO_PART = (
    "“{cell}” có mã “{code}” đứng cạnh họ tên; hãy tách mã ra một cột riêng rồi nhập lại."
)


class NameCell(NamedTuple):
    """A cell of names: the name alone, and what stood beside it."""

    name: str
    code: str = ""
    born: str = ""


def parted_names(texts: Sequence[str], *, births: bool) -> list[NameCell]:
    """The cells of a column of names. `births`: no other column tells the births."""
    cells = _without_codes(texts)
    return _without_births(cells) if births else cells


def bare_name(text: str) -> str:
    """A text without a code before it or a birth behind it, as far as one cell can tell."""
    if not any(map(str.isdecimal, text)):
        return text
    found = _code_in(text)
    name = found.name if found else text
    return _YEAR.sub("", _BORN.sub("", name)).strip()


def code_beside(text: str) -> str:
    """The sentence about a name that cannot be read for the code beside it; "" for others."""
    found = _code_in(text)
    if found is None or not is_person(found.name):
        return ""
    return CODE_TO_PART.format(cell=text[:60], code=found.code)


def _code_in(text: str) -> NameCell | None:
    found = _CODE_BEFORE.fullmatch(text) or _CODE_BEHIND.fullmatch(text)
    if found is None:
        return None
    code, name = found["code"], found["name"].strip()
    lettered = any(map(str.isalpha, code))
    if found.re is _CODE_BEHIND and not lettered:
        return None
    number = code.isdecimal() and len(code) >= SHORTEST_NUMBER
    if len(code) > LONGEST_CODE or is_phone(code) or not (lettered or number):
        return None
    return NameCell(name, code) if is_person(without_titles(name).text) else None


def _without_codes(texts: Sequence[str]) -> list[NameCell]:
    found = [_code_in(text) if any(map(str.isdecimal, text)) else None for text in texts]
    codes = [each.code for each in found if each]
    filled = sum(map(bool, texts))
    if len(codes) * HABIT < filled or len(set(codes)) < len(codes) or not codes:
        return [NameCell(text) for text in texts]
    return [each or NameCell(text) for each, text in zip(found, texts, strict=True)]


def _without_births(cells: Sequence[NameCell]) -> list[NameCell]:
    found = [_born(cell) for cell in cells]
    alone = [each[0] if each else cell for each, cell in zip(found, cells, strict=True)]
    bare = [each for each in found if each and not each[1]]
    if not bare:
        return alone
    habit = len(bare) * HABIT >= sum(1 for cell in cells if cell.name)
    names = Counter(split_namesake_suffix(each.name)[0] for each in alone)
    # Of two who bear one name the year tells which is which: it stays with the name.
    return [
        each[0] if each and (each[1] or habit or names[each[0].name] == 1) else cell
        for each, cell in zip(found, cells, strict=True)
    ]


def _born(cell: NameCell) -> tuple[NameCell, bool] | None:
    """The cell without its birth, and whether that was called one."""
    if not any(map(str.isdecimal, cell.name)):
        return None
    said = _BORN.search(cell.name)
    found = said or _YEAR.search(cell.name)
    if found is None:
        return None
    before, behind = cell.name[: found.start()].rstrip(" ,;-–(["), cell.name[found.end() :]
    if not before:
        return None
    name = f"{before}{behind}" if behind.strip() else before
    return cell._replace(name=name, born=_whole_year(found["day"])), said is not None


def _whole_year(day: str) -> str:
    year = day.lstrip("'")
    if len(year) > len("85"):
        return year
    return f"19{year}" if year >= FIRST_SHORT_YEAR else f"20{year}"
