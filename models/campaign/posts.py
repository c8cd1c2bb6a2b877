"""Which post heads a unit: told by the name of the unit, else by its khối."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from models.matching.unit_forms import unit_readings
from models.records import UnitKind
from models.text.names import match_key, search_fold, storage_form

HeadingPosts = tuple[str, ...]

_VILLAGE: HeadingPosts = (
    "trưởng thôn", "trưởng xóm", "trưởng bản", "trưởng ấp", "trưởng buôn", "trưởng khu dân cư",
    "trưởng khu phố", "trưởng khu", "tổ trưởng tổ dân phố", "tổ trưởng dân phố", "tổ trưởng",
)  # fmt: skip
_OFFICE: HeadingPosts = ("chánh văn phòng",)
_BOARD: HeadingPosts = ("trưởng ban",)
_CENTRE: HeadingPosts = ("giám đốc", "trưởng trung tâm")
_CHAIR: HeadingPosts = ("chủ tịch",)
_SECRETARY: HeadingPosts = ("bí thư",)

# What the name of a unit begins with, the longer before the shorter, and who heads it then.
_BY_NAME: tuple[tuple[str, HeadingPosts], ...] = (
    ("văn phòng", _OFFICE),
    ("phòng", ("trưởng phòng",)),
    ("trung tâm", _CENTRE),
    ("trường", ("hiệu trưởng", "giám đốc")),
    ("trạm", ("trạm trưởng", "trưởng trạm", "giám đốc")),
    ("công an", ("trưởng công an",)),
    ("ban chỉ huy", ("chỉ huy trưởng",)),
    ("ban quản lý", (*_CENTRE, *_BOARD)),
    ("ban", _BOARD),
    ("ủy ban kiểm tra", ("chủ nhiệm",)),
    ("ủy ban", _CHAIR),
    ("lãnh đạo ủy ban", _CHAIR),
    ("thường trực ủy ban", _CHAIR),
    ("thường trực hội đồng", _CHAIR),
    ("thường trực đảng ủy", _SECRETARY),
    ("hội đồng", _CHAIR),
    ("hội", _CHAIR),
    ("công đoàn", _CHAIR),
    ("đoàn", _SECRETARY),
    ("đảng ủy", _SECRETARY),
    ("chi bộ", _SECRETARY),
    ("thôn", _VILLAGE),
    ("xóm", _VILLAGE),
    ("bản", _VILLAGE),
    ("ấp", _VILLAGE),
    ("buôn", _VILLAGE),
    ("khu", _VILLAGE),
    ("tổ dân phố", _VILLAGE),
    ("tổ", ("tổ trưởng",)),
    ("đội", ("đội trưởng",)),
)
_BY_KIND: dict[UnitKind, HeadingPosts] = {
    UnitKind.PARTY: (*_SECRETARY, *_OFFICE, *_BOARD, "chủ nhiệm"),
    UnitKind.COUNCIL: (*_CHAIR, *_BOARD),
    UnitKind.GOVERNMENT: (*_CHAIR, "trưởng phòng", *_OFFICE, *_CENTRE),
    UnitKind.FRONT: (*_CHAIR, *_SECRETARY),
    UnitKind.PUBLIC_SERVICE: (*_CENTRE, *_BOARD),
    UnitKind.SCHOOL: ("hiệu trưởng", "giám đốc"),
    UnitKind.HEALTH: ("trạm trưởng", "trưởng trạm", "giám đốc"),
    UnitKind.FORCES: ("chỉ huy trưởng", "trưởng công an"),
    UnitKind.VILLAGE: _VILLAGE,
}
_EVERY: HeadingPosts = tuple(
    dict.fromkeys(
        each for posts in (*_BY_KIND.values(), *(posts for _, posts in _BY_NAME)) for each in posts
    )
)
_SHORT = {
    "ht": "hiệu trưởng", "tp": "trưởng phòng", "gđ": "giám đốc", "cht": "chỉ huy trưởng",
    "cvp": "chánh văn phòng", "ct": "chủ tịch", "bt": "bí thư", "tt": "trưởng thôn",
}  # fmt: skip
_SAYS_LITTLE = frozenset(
    ("xã", "phường", "thị", "trấn", "đặc", "khu", "ubnd", "ủy", "ban", "nhân", "dân", "của",
     "trường", "trạm", "đảng", "bộ")
)  # fmt: skip

_PARTS = re.compile(r"\s*(?:[,;/+&\n]|\s[-–]\s|\bkiêm nhiệm\b|\bkiêm\b|\bkiem\b)\s*", re.IGNORECASE)
_ACTING = re.compile(r"(?:quyền|quyen|q\b\.?)\s*", re.IGNORECASE)
_SEVERAL = re.compile(r"(?:các|những) ")
_OTHER_BODIES = ("chi bộ", "chi bo", "chi đoàn", "chi doan", "công đoàn", "cong doan")
VILLAGE_SECRETARY = "bí thư chi bộ"


class HeadPost(NamedTuple):
    """A post that may head a unit: as it is written, and what is doubtful about it, or ""."""

    written: str
    doubt: str = ""


def heads_several(unit: str) -> bool:
    """Whether the name of a unit means several bodies, each with a head: "Các Ban HĐND"."""
    return bool(_SEVERAL.match(match_key(unit)))


def head_posts(unit: str, kind: UnitKind) -> HeadingPosts:
    """The posts that head a unit, in keys."""
    key = match_key(unit).removeprefix("các ")
    named = next((posts for word, posts in _ordered() if _begins(key, word)), None)
    if named is not None:
        return named
    if kind is UnitKind.OTHER:
        return _EVERY
    return _BY_KIND[kind]


def heading_post(position: str, unit: str, kind: UnitKind) -> HeadPost | None:
    """The part of a position that may head the unit; None for deputies and everybody else."""
    parts = dict.fromkeys([storage_form(position), *parts_of(position)])
    found = [each for part in parts if (each := _judged(part, unit, kind))]
    return min(found, key=lambda each: bool(each.doubt), default=None)


def names_more(post: str) -> bool:
    """Whether a post says more than itself, as of what: "Chủ tịch UBND xã"."""
    return bool(_rest_of(post, _EVERY))


def parts_of(position: str) -> list[str]:
    """A position that holds several posts, taken apart: "Bí thư Chi bộ, Trưởng thôn"."""
    return [each for each in _PARTS.split(storage_form(position)) if each]


def _judged(part: str, unit: str, kind: UnitKind) -> HeadPost | None:
    acting = _ACTING.match(part)
    bare = part[acting.end() :] if acting else part
    short = _SHORT.get(match_key(bare))
    posts = head_posts(unit, kind)
    if short is not None:
        written = f"{short[0].upper()}{short[1:]}"
        return HeadPost(written, f"“{part}” là chữ viết tắt") if short in posts else None
    rest = _rest_of(bare, posts)
    if rest is None:
        if kind is UnitKind.VILLAGE and match_key(bare).startswith(VILLAGE_SECRETARY):
            return HeadPost(part, "bí thư chi bộ không phải là trưởng thôn, tổ trưởng")
        return None
    if rest and not _is_of(rest, unit):
        return HeadPost(part, f"chức vụ ghi “{part}”, không giống tên đơn vị")
    return HeadPost(part, "là người quyền cấp trưởng" if acting else "")


def _rest_of(post: str, posts: HeadingPosts) -> list[str] | None:
    """The words behind the name of a post that heads the unit; None when it is none of `posts`."""
    fold = search_fold if post.isascii() else match_key
    key = fold(post)
    for each in sorted(posts, key=len, reverse=True):
        if _begins(key, fold(each)):
            return key[len(fold(each)) :].split()
    return None


def _is_of(words: Sequence[str], unit: str) -> bool:
    """Whether words behind a post name nothing but the unit, or nothing at all."""
    if " ".join(words).startswith(_OTHER_BODIES):
        return False
    known = {word for reading in unit_readings(unit) for word in reading} | _SAYS_LITTLE
    known |= set(map(search_fold, known))
    return any(known.issuperset(reading) for reading in unit_readings(" ".join(words)))


def _ordered() -> list[tuple[str, HeadingPosts]]:
    return sorted(_BY_NAME, key=lambda each: len(each[0]), reverse=True)


def _begins(key: str, words: str) -> bool:
    return key == words or key.startswith(f"{words} ")
