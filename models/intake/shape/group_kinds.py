"""What a row that stands alone between people names: a unit, a part of one, or a kind of people.

A text is read from its front: people ("Công chức", "Lãnh đạo"), what is said of them ("Đã nghỉ
hưu"), a part ("Tổ Toán"), a body ("Trạm Y tế"). People before a body are people of that body.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from models.intake.shape import group_words as words
from models.intake.shape.cells import read_staff_type
from models.intake.shape.employment import is_about_work
from models.intake.shape.furniture import group_name
from models.intake.shape.looks import is_person, looks_like_unit
from models.intake.shape.titles import announced_unit, is_other_body, is_short_unit
from models.records import StaffType
from models.text.names import match_key, search_fold


class GroupKind(IntEnum):
    """What a group is. `UNKNOWN` may be a unit of any name ("Nguyễn Trãi"), by its company.

    A `PART` is always one of a unit; a `LOOSE_PART` ("Tổ 1", "Khoa Nội") may be a unit itself.
    """

    UNIT = 1
    BLOCK = 2
    PART = 3
    LOOSE_PART = 4
    PEOPLE = 5
    STATUS = 6
    UNKNOWN = 7


class NamedGroup(NamedTuple):
    """A group: its kind, and the name of the unit or the kind of staff where it is one."""

    kind: GroupKind
    unit: str = ""
    staff_type: StaffType | None = None


NO_UNIT = frozenset({GroupKind.PEOPLE, GroupKind.STATUS})

_SIGNS = re.compile(r"[^\w/&+]+|_+")


@lru_cache(4096)
def named_by(text: str) -> NamedGroup:
    """What a group row names."""
    if unit := announced_unit(text.strip()):
        return NamedGroup(GroupKind.UNIT, unit)
    name = group_name(text)
    key, plain = _key(name), name.isascii()
    lead = words.LEAD[plain].match(key)
    bare = key[lead.end() :] if lead else key
    if not bare or words.ORDER[plain].fullmatch(bare):
        return NamedGroup(GroupKind.PEOPLE)
    if words.LEADERS[plain].match(bare):
        return NamedGroup(GroupKind.UNIT, name)
    surely = _of_people(name, bare, plain)
    if surely is not None:
        return surely
    return _as_person(name, bare, plain) or _of_the_rest(name, bare, plain)


def is_group_name(text: str) -> bool:
    """Whether a text that stands alone in its row names a group rather than a person."""
    return named_by(text).kind is not GroupKind.UNKNOWN


def _key(name: str) -> str:
    return _SIGNS.sub(" ", match_key(name)).strip()


def _of_people(name: str, bare: str, plain: bool) -> NamedGroup | None:
    """A text that begins with people: nothing more, what is said of them, or their body.

    None where it begins otherwise, or may be the name of one person.
    """
    found = words.WHO[plain].match(bare)
    if found is None or (plain and words.SCHOOL.match(bare)):
        return None
    people, rest = found[0].strip(), bare[found.end() :]
    if people in words.LONE and rest:
        return None
    of = words.WHERE[plain].match(rest)
    where = rest[of.end() :] if of else rest
    generic = (words.NOTHING_MORE, words.OF_COMMUNE, words.ANY_BODY)
    if any(each[plain].fullmatch(where) for each in generic):
        return NamedGroup(GroupKind.PEOPLE, "", _staff_type(people))
    if is_about_work(rest):
        return NamedGroup(GroupKind.STATUS)
    if looks_like_unit(where) and not words.POST[plain].match(where):
        body = _of_body(_tail(name, where), where, plain)
        if body.kind in (GroupKind.UNIT, GroupKind.BLOCK):
            return body._replace(staff_type=_staff_type(people))
    return None if is_person(name) else NamedGroup(GroupKind.PEOPLE)


def _as_person(name: str, bare: str, plain: bool) -> NamedGroup | None:
    """A text that may be the name of one person, though some bodies are written like one."""
    if not is_person(name) or (plain and (is_about_work(bare) or words.SCHOOL.match(bare))):
        return None
    short = is_short_unit(name, alone=True)
    return NamedGroup(GroupKind.UNIT if short else GroupKind.UNKNOWN, name)


def _of_the_rest(name: str, bare: str, plain: bool) -> NamedGroup:
    said = words.SAID[plain].match(bare) if not plain else None
    if is_about_work(bare) and (said or not looks_like_unit(name)):
        return NamedGroup(GroupKind.STATUS)
    return NamedGroup(GroupKind.PEOPLE) if said else _of_body(name, bare, plain)


def _of_body(name: str, bare: str, plain: bool) -> NamedGroup:
    if not words.OTHER_TO[plain].match(bare):
        if words.PART[plain].match(bare):
            return NamedGroup(GroupKind.PART, name)
        if words.LOOSE[plain].match(bare):
            return NamedGroup(GroupKind.LOOSE_PART, name)
    several = words.SEVERAL[plain].match(bare)
    if words.BLOCK[plain].match(bare) or (several and looks_like_unit(bare[several.end() :])):
        return NamedGroup(GroupKind.BLOCK, name)
    body = looks_like_unit(name) or words.BODY[plain].match(bare) or is_short_unit(name)
    if body and is_other_body(name):
        return NamedGroup(GroupKind.PEOPLE)
    if body and not words.POST[plain].match(bare):
        return NamedGroup(GroupKind.UNIT, name)
    said = len(name.split(" ")) > 2 and words.TELLING.search(f" {name} ")
    return NamedGroup(GroupKind.PEOPLE if said else GroupKind.UNKNOWN, name)


def _tail(name: str, key: str) -> str:
    """The end of a name of which only the key is known."""
    parts = name.split(" ")
    tails = (" ".join(parts[at:]) for at in range(len(parts)))
    return next((tail.strip(" -–,:") for tail in tails if _key(tail) == key), key)


def _staff_type(people: str) -> StaffType | None:
    """The kind of staff where only one is named."""
    key = search_fold(people)
    if "khong chuyen trach" in key:
        return StaffType.PART_TIME
    if key.startswith(("hop dong", "hd", "lao dong", "nguoi lao dong", "nld")):
        return StaffType.WORKER
    return read_staff_type(people)
