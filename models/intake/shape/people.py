"""The cell with the name: titles, several people, and what else is written beside a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from models.intake.shape.addressing import (
    ALONE,
    NamesColumn,
    begins_like_title,
    is_whole_name,
    names_column_of,
    without_titles,
)
from models.intake.shape.beside_names import code_beside, parted_names
from models.intake.shape.foreign import foreign_words
from models.intake.shape.looks import (
    is_person,
    is_phone,
    looks_like_position,
    looks_like_unit,
)
from models.intake.shape.spoilt import without_raised
from models.records import Gender
from models.text.formats import number
from models.text.names import ONLY_WORDS, is_plausible_name, split_namesake_suffix, storage_form

NO_NAME = "Thiếu họ và tên."

_NUMBER_BEFORE = re.compile(r"^\s*(?:\d{1,3}\s*[.)/-]|[-–+•*])\s*(?=\D)")
_ABOUT_WORK = re.compile(
    r"\b(?:nghỉ|chuyển|thôi việc|hợp đồng|biệt phái|tăng cường|bổ sung|thai sản|hưu|đi học|ốm"
    r"|thử việc|tập sự|không chuyên trách|kiêm|đã mất|từ trần)\b",
    re.IGNORECASE,
)
"""What stands in brackets after a name and does not tell namesakes apart."""

_SPECIAL_WORD = re.compile(
    r"(?:đồng|ông|bà|cô|thầy|anh|chị|chú|bác|cụ|em|giáo|ong|ba|co|thay|chi|mrs|mr|ms|đại|thượng"
    r"|trung|thiếu|hạ|y|dược|tiến|thạc|kỹ|kĩ|cử|p?gs|ts|ths|bs|ks|cn|ds|đd|bscki+|cki+|gv|nv|cb"
    r"|p?ht|đoàn|đảng|nhân|hội|phó|trưởng|q|quyền|cán|công|viên|chuyên|bí|chủ|ủy|uỷ)",
    re.IGNORECASE,
)
"""With these may begin what is written before a name: only such names need a close look."""
_AND = " và "

_DIGIT = re.compile(r"\d")
_EDGES = " \t\n\u00a0.,;:*_…"
_BROKEN = re.compile(r"[\n\t]")
_BETWEEN = re.compile(r"\n|;|,|:|\s[-–/]\s|/|\s(?:và|&|\+)\s|\t|\s(?=\(?\+?\d[\d .]{8,}\)?$)")
_SCHOOL = re.compile(r"trường\b", re.IGNORECASE)
"""Without its tone it begins a post: Trưởng thôn."""
UNFINISHED = re.compile(r"^\S+ (?:thị|văn)$", re.IGNORECASE)
_BRACKETED = re.compile(r"^(.*?)\s*[(\[]([^()\[\]]*)[)\]]\s*$", re.DOTALL)


class ReadName(NamedTuple):
    """What a name cell says. `problem` is a Vietnamese sentence; then `name` is no use.

    `told` is a sentence about a name that was read and wants a second look.
    """

    name: str
    position: str = ""
    phone: str = ""
    note: str = ""
    gender: Gender | None = None
    problem: str = ""
    told: str = ""
    code: str = ""
    born: str = ""


def read_names(cells: Sequence[str], *, births: bool = False) -> list[ReadName]:
    """The cells of a column of names, each read by what the whole column says.

    `births`: no other column tells the births, so a year beside a name is one.
    """
    if not any(map(_DIGIT.search, cells)):
        return _read_column(cells)
    found = parted_names(cells, births=births)
    return [
        read._replace(code=beside.code, born=beside.born) if not read.problem else read
        for read, beside in zip(_read_column([each.name for each in found]), found, strict=True)
    ]


def _read_column(texts: Sequence[str]) -> list[ReadName]:
    special = [text for text in texts if _is_special(text)]
    column = names_column_of(special, sum(map(bool, texts)) - len(special))
    return [read_name(text, column) if text else ReadName("", problem=NO_NAME) for text in texts]


@lru_cache(65536)
def read_name(text: str, column: NamesColumn = ALONE) -> ReadName:
    """The name in a cell, without titles; what else stands in the cell is kept beside it."""
    if ONLY_WORDS.fullmatch(text) and not _is_special(text) and is_plausible_name(text):
        return ReadName(text)
    text = without_raised(text.rstrip())
    bare, gender, told, given_only = without_titles(
        _NUMBER_BEFORE.sub("", text).strip(_EDGES), column
    )
    name = storage_form(bare)
    if given_only and " " not in name.partition(" ")[2]:
        return ReadName("", problem=_too_short(name))
    read = _read_bare(bare, name, column)
    told = " ".join(filter(None, (told, foreign_words(read.name))))
    return read._replace(gender=gender, told="" if read.problem else told)


@lru_cache(65536)
def _is_special(text: str) -> bool:
    first, blank, _ = text.partition(" ")
    return bool(blank and _may_be_title(first)) or _AND in text.lower()


@lru_cache(4096)
def _may_be_title(word: str) -> bool:
    return _SPECIAL_WORD.fullmatch(word) is not None


def _read_bare(bare: str, name: str, column: NamesColumn) -> ReadName:
    if about := _about_work(name, column):
        return about
    if _BETWEEN.search(bare):
        return _taken_apart(bare)
    if behind := _after_post(name):
        return behind
    return _without_brackets(name) if _is_name(name) else _taken_apart(bare)


def _is_name(name: str) -> bool:
    """Whether a name is whole; "Ông Khoa" is where the column has Ông as a family name."""
    return is_plausible_name(name) or (begins_like_title(name) and bool(ONLY_WORDS.fullmatch(name)))


def _after_post(name: str) -> ReadName | None:
    """A name behind the post of its bearer: "Phó Trưởng phòng Lê Thị Mai"."""
    words = name.split(" ")
    deputy = looks_like_position(" ".join(words[1:]))
    if not looks_like_position(name) or (is_person(name) and not deputy):
        return None
    for at in range(2, len(words) - 1):
        rest = " ".join(words[at:])
        if is_whole_name(rest):
            return ReadName(rest, position=" ".join(words[:at]))
    return None


def _without_brackets(name: str) -> ReadName:
    found = _BRACKETED.match(name)
    if found and looks_like_position(found[2]):
        return ReadName(found[1], position=found[2].strip())
    return ReadName(name)


def _about_work(name: str, column: NamesColumn) -> ReadName | None:
    """A name with a note in brackets that says where the person is now: "(nghỉ hưu từ 1/7)"."""
    found = _BRACKETED.match(name)
    if not found or not _ABOUT_WORK.search(found[2]):
        return None
    read = read_name(found[1], column)
    note = "; ".join(filter(None, (read.note, found[2].strip())))
    return None if read.problem else read._replace(note=note)


def _taken_apart(text: str) -> ReadName:
    parts = [storage_form(part) for part in _BETWEEN.split(text) if part.strip()]
    if is_broken_name(text, parts):
        return ReadName(" ".join(parts))
    people = [part for part in parts if is_person(without_titles(part).text)]
    if len(people) > 1:
        names = "; ".join(people)
        reason = f"Một ô có {number(len(people))} người ({names}); hãy tách mỗi người một dòng."
        return ReadName("", problem=reason)
    if len(parts) > 1 and is_plausible_name(parts[0]):
        return _with_rest(_without_brackets(parts[0]), parts[1:])
    return ReadName("", problem=_why_not(storage_form(text)))


def is_broken_name(text: str, parts: Sequence[str]) -> bool:
    """Whether the parts are one name that was broken over lines to fit its cell."""
    whole = " ".join(parts)
    if not _BROKEN.search(text) or len(parts) < 2 or len(whole.split()) > 5 or not is_person(whole):
        return False
    if UNFINISHED.search(parts[0]):
        return True
    rest = parts[1:]
    return not any(
        is_person(part) or looks_like_position(part) or not part.istitle() for part in rest
    )


def _with_rest(read: ReadName, parts: list[str]) -> ReadName:
    notes = []
    for raw in parts:
        part = raw.strip("() ")
        if not read.phone and is_phone(part):
            read = read._replace(phone=part)
        elif not read.position and looks_like_position(part) and not _SCHOOL.match(part):
            read = read._replace(position=part)
        else:
            notes.append(part)
    return read._replace(note="; ".join(notes))


def units_beside(names: Sequence[ReadName]) -> tuple[list[str], list[ReadName]]:
    """The units that stand behind the names ("Nguyễn Văn An - Trạm Y tế"), and names without.

    Only where most of what stands there begins like a unit; otherwise it is a note.
    """
    beside = [looks_like_unit(read.note) for read in names]
    if not any(beside) or sum(beside) * 2 < sum(1 for read in names if read.note):
        return [""] * len(names), list(names)
    return (
        [
            read.note.replace("; ", " - ") if unit else ""
            for read, unit in zip(names, beside, strict=True)
        ],
        [
            read._replace(note="") if unit else read
            for read, unit in zip(names, beside, strict=True)
        ],
    )


def _why_not(text: str) -> str:
    if why := code_beside(text):
        return why
    bare = split_namesake_suffix(text)[0]
    if " " not in bare and any(letter.isalpha() for letter in bare):
        return _too_short(text)
    return f"“{text[:60]}” không phải là họ và tên."


def _too_short(text: str) -> str:
    return f"“{text}” chưa đủ họ và tên; hãy ghi đầy đủ."
