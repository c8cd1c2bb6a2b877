"""A name cell that holds the person's unit as well: "TYT_Trần Thị Bình", "Lê Văn Nam | THCS"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from models.intake.shape.looks import is_person, is_phone, looks_like_position, looks_like_unit
from models.matching.unit_abbreviations import ABBREVIATIONS
from models.text.hyphens import plain_hyphens
from models.text.names import match_key, storage_form
from models.text.syllables import is_plain_syllable

_BETWEEN = re.compile(
    r"[_|:;/\\~#>\n\t()\[\]{}]+|\s-+\s|(?<=[A-ZĐ])[-.](?=\S)|\s-(?=\S)|(?<=\S)-\s"
)
_ORDER = re.compile(r"\d{1,4}\.?")
_SHORT = re.compile(r"([A-ZĐ][A-ZĐ0-9.&]{1,7})[ .]+(?=\S)")
_VILLAGE = re.compile(r"(?:thôn|xóm|tổ|khu|tdp|kdc)\b", re.IGNORECASE)


class NamedThere(NamedTuple):
    """A person's name, with the unit and the phone that stand beside it, or ""."""

    name: str
    unit: str
    phone: str = ""


@lru_cache(4096)
def name_and_unit(text: str) -> NamedThere | None:
    """The one person of a cell whose other parts are units or posts; None for any other cell."""
    whole = plain_hyphens(storage_form(text.replace("\n", " | ")))
    parts = [part.strip(" .,-") for part in _BETWEEN.split(whole)]
    parts = [part for part in parts if part]
    if len(parts) == 1:
        parts = _abbreviated(parts[0])
    people = [part for part in parts if is_person(part) and not _is_unit(part)]
    others = [part for part in parts if part not in people]
    if len(people) != 1 or not others or len(parts) != len(others) + 1:
        return None
    units = [part for part in others if _is_unit(part)]
    rest = [part for part in others if part not in units]
    phones = [part for part in rest if is_phone(part)]
    known = (part in phones or _ORDER.fullmatch(part) or looks_like_position(part) for part in rest)
    if len(phones) > 1 or not all(known):
        return None
    return NamedThere(people[0], " - ".join(units), "".join(phones))


def begins_with_unit(text: str) -> bool:
    """Whether letters that are no syllable stand before a name: "TYT Trần Thị Bình"."""
    return len(_abbreviated(text.strip())) > 1


def _abbreviated(part: str) -> list[str]:
    found = _SHORT.match(part)
    if found is None or is_plain_syllable(match_key(found[1])):
        return [part]
    return [found[1], part[found.end() :]] if _is_short(found[1]) else [part]


def _is_unit(part: str) -> bool:
    return looks_like_unit(part) or _is_short(part) or bool(_VILLAGE.match(part))


def _is_short(part: str) -> bool:
    """Whether a text begins with what offices write for a unit: TYT, THCS, VHXH."""
    first = match_key(part).split(" ")[0].rstrip(".")
    shortened = part[:2].isupper() or not is_plain_syllable(first)
    return first in ABBREVIATIONS and shortened and not is_person(part)
