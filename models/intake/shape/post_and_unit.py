"""Post and unit written in one column: "Chuyên viên - Phòng Kinh tế", "Trưởng Công an xã"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from models.intake.shape import group_words as words
from models.intake.shape.fields import Field
from models.intake.shape.group_kinds import GroupKind, named_by
from models.intake.shape.headings import GroupsAbove
from models.intake.shape.layout import Layout
from models.intake.shape.looks import looks_like_position
from models.text.names import match_key, storage_form

_BETWEEN = re.compile(r"\s+[-–]+\s+|\s*[,;/(\n]\s*|\s+(?:thuộc|của|tại)\s+")
_OF_POST = re.compile(r"\b(?:chuc vu|chuc danh|vi tri|position|title)\b")
_OF_UNIT = re.compile(
    r"\b(?:don vi|co quan|noi cong tac|noi lam viec|phong ban|dv|dept|department|unit)\b"
)
_HALF_A_POST = re.compile(
    r"(?:(?:quyền|q) )?(?:phó )?(?:trưởng|chánh|chủ tịch|bí thư|giám đốc|ủy viên|phó)"
)
_NO_UNIT = re.compile(r"(?:chi bộ|đảng bộ|thường trực|tổ|nhóm)\b")
_LEAST = 2
_UNITS = (GroupKind.UNIT, GroupKind.BLOCK)


class Pair(NamedTuple):
    """A post and a unit, or "" for what is not written."""

    post: str
    unit: str


def posts_and_units(
    posts: list[str], units: list[str], layout: Layout, groups: Sequence[GroupsAbove], common: str
) -> tuple[list[str], list[str]]:
    """The posts and units of the rows, told apart where one column holds both.

    Where the list tells its units otherwise, only a title that names both counts.
    """
    field = Field.UNIT if Field.UNIT in layout.at else Field.POSITION
    if field not in layout.at or {Field.UNIT, Field.POSITION} <= layout.at.keys():
        return posts, units
    titled = _names_both(layout.header_texts.get(layout.at[field], ()))
    known = common or any(group.unit for group in groups)
    if known and not titled:
        return posts, units
    pairs = posts_apart(units if field is Field.UNIT else posts, titled=titled)
    if pairs is None:
        return posts, units
    return [pair.post for pair in pairs], [pair.unit for pair in pairs]


def posts_apart(texts: Sequence[str], *, titled: bool) -> list[Pair] | None:
    """The posts and units of a column that holds both all the way down; None for any other.

    `titled` says that its title names both: then a cell may hold one of them alone.
    """
    pairs = {text: post_and_unit(text) for text in set(texts) if text}
    both = sum(1 for text in texts if text and pairs[text])
    filled = sum(map(bool, texts))
    if both < _LEAST or (both < filled and not (titled and both * 2 >= filled)):
        return None
    return [(pairs[text] or _one_of_both(text)) if text else Pair("", "") for text in texts]


def _names_both(titles: Iterable[str]) -> bool:
    """Whether the title of a column, folded, speaks of a post and of a unit."""
    text = " ".join(titles)
    return bool(_OF_POST.search(text) and _OF_UNIT.search(text))


@lru_cache(4096)
def post_and_unit(text: str) -> Pair | None:
    """The post and the unit of a cell that surely holds both."""
    whole = storage_form(text).rstrip(" )")
    for found in _BETWEEN.finditer(whole):
        left, right = whole[: found.start()], whole[found.end() :]
        if _is_post(left) and _is_unit(right):
            return Pair(left, right)
        if _is_unit(left) and _is_post(right):
            return Pair(right, left)
    return _run_together(whole)


def _run_together(whole: str) -> Pair | None:
    """ "Trưởng phòng Kinh tế", "Chuyên viên Phòng Kinh tế"."""
    parts = whole.split(" ")
    plain = whole.isascii()
    if words.LEADERS[plain].match(match_key(whole)):
        return None
    for at in range(1, len(parts)):
        post, unit = " ".join(parts[:at]), " ".join(parts[at:])
        key = match_key(post)
        half = _HALF_A_POST.fullmatch(key)
        if _is_unit(unit) and (half or words.WHO[plain].fullmatch(key)):
            return Pair(whole if half else post, unit[:1].upper() + unit[1:])
    return None


def _is_post(text: str) -> bool:
    kind = named_by(text).kind
    return kind is GroupKind.PEOPLE or (looks_like_position(text) and kind not in _UNITS)


def _is_unit(text: str) -> bool:
    """Whether a text is a body with a name of its own, and nothing else."""
    key = match_key(text)
    if words.ANY_BODY[text.isascii()].fullmatch(key) or _NO_UNIT.match(key):
        return False
    if any(map(_begins_with_post, _BETWEEN.split(text)[1:])):
        return False
    named = named_by(text)
    return named.kind in _UNITS and named.unit == text


def _begins_with_post(text: str) -> bool:
    return looks_like_position(text) and not match_key(text).startswith("trường")


def _one_of_both(text: str) -> Pair:
    return Pair("", text) if _is_unit(text) else Pair(text, "")
