"""The cell with the name: titles, several people, and what else is written beside a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from models.intake.shape.looks import (
    is_person,
    is_phone,
    looks_like_position,
    looks_like_unit,
)
from models.records import Gender
from models.text.names import ONLY_WORDS, is_plausible_name, split_namesake_suffix, storage_form

_NUMBER_BEFORE = re.compile(r"^\s*(?:\d{1,3}\s*[.)/-]|[-–+•*])\s*(?=\D)")
# A word is a title only where it ends: Công, Bàng and Bàn are surnames.
_TITLE = re.compile(
    r"^(?:(?P<title>(?:đồng chí|ông|bà|cô|thầy|mrs|mr|ms)\b|đ/c)"
    r"|(?:gs|pgs|ts|ths|th\.s|bs|ks|cn|ds|đd|bscki|bsckii|nsưt)(?=\.)"
    r"|(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy|uý)\b|(?:thượng|trung|hạ) (?:sĩ|sỹ)\b"
    r"|(?:bác|y|dược|tiến|thạc) (?:sĩ|sỹ)\b|(?:kỹ|kĩ) sư\b|cử nhân\b"
    # Without a full stop only what has no vowel, or is written in a way of its own, is no name.
    r"|(?-i:PGS|GS|TS|ThS|THS|Ths|BS|KS|CN|DS|ĐD|BSCKI|BSCKII|CKI|CKII|GV|NV|CB|HT|PHT)\b"
    r"|(?:đoàn|đảng|giáo|nhân|hội) viên\b"
    r"|(?-i:Th\.[sS]|TH\.S))[\s.:]*(?=\w)",
    re.IGNORECASE,
)
_ABOUT_WORK = re.compile(
    r"\b(?:nghỉ|chuyển|thôi việc|hợp đồng|biệt phái|tăng cường|bổ sung|thai sản|hưu|đi học|ốm"
    r"|thử việc|tập sự|không chuyên trách|kiêm|đã mất|từ trần)\b",
    re.IGNORECASE,
)
"""What stands in brackets after a name and does not tell namesakes apart."""

_GENDER_OF_TITLE = {
    "ông": Gender.MALE, "thầy": Gender.MALE, "mr": Gender.MALE,
    "bà": Gender.FEMALE, "cô": Gender.FEMALE, "ms": Gender.FEMALE, "mrs": Gender.FEMALE,
}  # fmt: skip
_SPECIAL_WORD = re.compile(
    r"^(?:đồng|ông|bà|cô|thầy|mrs|mr|ms|đại|thượng|trung|thiếu|hạ|bác|y|dược|tiến|thạc|kỹ|kĩ|cử"
    r"|p?gs|ts|ths|bs|ks|cn|ds|đd|bscki+|cki+|gv|nv|cb|p?ht|đoàn|đảng|giáo|nhân|hội) | và ",
    re.IGNORECASE,
)
_EDGES = " \t\n\u00a0.,;:*_…"
_BETWEEN = re.compile(r"\n|;|,|:|\s[-–/]\s|/|\s(?:và|&|\+)\s|\t|\s(?=\(?\+?\d[\d .]{8,}\)?$)")
_SCHOOL = re.compile(r"trường\b", re.IGNORECASE)
"""Without its tone it begins a post: Trưởng thôn."""
_UNFINISHED = re.compile(r"^\S+ (?:thị|văn)$", re.IGNORECASE)
_NO_FAMILY = re.compile(r"^(?:thị|văn) \S+$", re.IGNORECASE)
_BRACKETED = re.compile(r"^(.*?)\s*[(\[]([^()\[\]]*)[)\]]\s*$", re.DOTALL)


class ReadName(NamedTuple):
    """What a name cell says. `problem` is a Vietnamese sentence; then `name` is no use."""

    name: str
    position: str = ""
    phone: str = ""
    note: str = ""
    gender: Gender | None = None
    problem: str = ""


@lru_cache(65536)
def read_name(text: str) -> ReadName:
    """The name in a cell, without titles; what else stands in the cell is kept beside it."""
    if ONLY_WORDS.fullmatch(text) and not _SPECIAL_WORD.search(text) and is_plausible_name(text):
        return ReadName(text)
    bare, gender = _without_titles(_NUMBER_BEFORE.sub("", text).strip(_EDGES))
    name = storage_form(bare)
    if about := _about_work(name):
        return about._replace(gender=gender)
    if is_plausible_name(name) and not _BETWEEN.search(bare):
        return _without_brackets(name)._replace(gender=gender)
    return _taken_apart(bare)._replace(gender=gender)


def _without_titles(text: str) -> tuple[str, Gender | None]:
    """The text behind its titles, and the gender that they tell."""
    gender: Gender | None = None
    while title := _TITLE.match(text):
        rest = text[title.end() :]
        # "Ông Thị Mai" is of the family Ông: nobody is called only Thị Mai.
        if len(rest.split()) < 2 or _NO_FAMILY.match(rest):
            break
        text = rest
        gender = gender or _GENDER_OF_TITLE.get((title["title"] or "").lower())
    return text, gender


def _without_brackets(name: str) -> ReadName:
    found = _BRACKETED.match(name)
    if found and looks_like_position(found[2]):
        return ReadName(found[1], position=found[2].strip())
    return ReadName(name)


def _about_work(name: str) -> ReadName | None:
    """A name with a note in brackets that says where the person is now: "(nghỉ hưu từ 1/7)"."""
    found = _BRACKETED.match(name)
    if not found or not _ABOUT_WORK.search(found[2]):
        return None
    read = read_name(found[1])
    note = "; ".join(filter(None, (read.note, found[2].strip())))
    return None if read.problem else read._replace(note=note)


def _taken_apart(text: str) -> ReadName:
    parts = [storage_form(part) for part in _BETWEEN.split(text) if part.strip()]
    if _is_broken_name(text, parts):
        return ReadName(" ".join(parts))
    people = [part for part in parts if is_person(_TITLE.sub("", part))]
    if len(people) > 1:
        names = "; ".join(people)
        reason = f"Một ô có {len(people)} người ({names}); hãy tách mỗi người một dòng."
        return ReadName("", problem=reason)
    if len(parts) > 1 and is_plausible_name(parts[0]):
        return _with_rest(_without_brackets(parts[0]), parts[1:])
    return ReadName("", problem=_why_not(storage_form(text)))


def _is_broken_name(text: str, parts: list[str]) -> bool:
    """Whether the parts are one name that was broken over lines to fit its cell."""
    whole = " ".join(parts)
    if "\n" not in text or len(parts) < 2 or len(whole.split()) > 5 or not is_person(whole):
        return False
    if _UNFINISHED.search(parts[0]):
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
    bare = split_namesake_suffix(text)[0]
    if " " not in bare and any(letter.isalpha() for letter in bare):
        return f"“{text}” chưa đủ họ và tên; hãy ghi đầy đủ."
    return f"“{text[:60]}” không phải là họ và tên."
