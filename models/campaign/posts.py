"""Which post heads a unit: told by the name of the unit, else by its khối."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from models.campaign.post_parts import is_former, parts_of, whole_post
from models.campaign.post_words import (
    BY_KIND,
    BY_NAME,
    CHAIR,
    EVERY_POST,
    PLACE_WORDS,
    SECRETARY,
    SHORT_POSTS,
    VILLAGE_HEADS,
    HeadingPosts,
)
from models.matching.unit_forms import unit_readings
from models.records import UnitKind
from models.text.names import match_key, search_fold
from models.text.patterns import later

_OF_ANY_BODY = frozenset((*CHAIR, *SECRETARY))
"""Posts that many bodies of one commune have, so that the body named behind them tells which."""
_SAYS_LITTLE = PLACE_WORDS | frozenset(("nhà", "trường", "trạm", "đơn", "vị"))
_PARTY = frozenset(("đảng", "ủy", "bộ"))
_COMMITTEE = frozenset(("ubnd", "ủy", "ban", "nhân", "dân"))
_LEAST_INITIALS = 3

_ACTING = later(r"(?:quyền|quyen|q\b\.?)\s*", re.IGNORECASE)
_SEVERAL = later(r"(?:các|những) ")
_OTHER_BODIES = ("chi bộ", "chi bo", "chi đoàn", "chi doan", "công đoàn", "cong doan")
_DEPUTY = frozenset(("phó", "pho", "p"))
_IN_CHARGE = later(
    r"(?:\b(?:được |duoc )?(?:giao |phân công |phan cong ))?"
    r"\b(?:phụ trách|phu trach)\b\s*(?:chung\b)?",
    re.IGNORECASE,
)
_WORD = later(r"\w+")
VILLAGE_SECRETARY = "bí thư chi bộ"


class HeadPost(NamedTuple):
    """A post that may head a unit: as it is written, and what is doubtful about it, or "".

    `short` is the key of the abbreviation that is the only doubt: "tp".
    """

    written: str
    doubt: str = ""
    short: str = ""


def heads_several(unit: str) -> bool:
    """Whether the name of a unit means several bodies, each with a head: "Các Ban HĐND"."""
    return bool(_SEVERAL.match(match_key(unit)))


def head_posts(unit: str, kind: UnitKind) -> HeadingPosts:
    """The posts that head a unit, in keys."""
    word = _kind_word(unit)
    if not word and kind is UnitKind.OTHER:
        return EVERY_POST
    posts = dict(BY_NAME)[word] if word else BY_KIND[kind]
    if VILLAGE_HEADS[0] not in posts:
        return posts
    own = word or match_key(unit).partition(" ")[0]
    return (*posts, f"trưởng {own}", f"{own} trưởng")


def heading_post(position: str, unit: str, kind: UnitKind) -> HeadPost | None:
    """The part of a position that may head the unit; None for deputies and everybody else.

    A deputy who is in charge of the unit is one of doubt.
    """
    parts = parts_of(position)
    found = [each for part in (whole_post(position), *parts) if (each := _judged(part, unit, kind))]
    best = min(found, key=lambda each: (bool(each.doubt), not each.short), default=None)
    if best is None or (best.doubt and not best.short):
        return best
    against = [each for each in parts if is_former(each) or _is_deputy(each, unit, kind)]
    if against:
        return HeadPost(best.written, f"chức vụ ghi cả “{against[0]}”")
    return HeadPost(best.written, "chức vụ có dấu hỏi") if "?" in position else best


def abbreviated_deputy(position: str) -> str:
    """The abbreviation before which a deputy's post has a P: "tp" of "PTP", "Phó TP"; else ""."""
    for part in parts_of(position):
        words = match_key(part).replace(".", " ").split()
        if words and words[0] in _DEPUTY:
            words = words[1:]
        elif words:
            words = [words[0].removeprefix("p")] if words[0].startswith("p") else []
        if words and words[0] in SHORT_POSTS:
            return words[0]
    return ""


def names_more(post: str) -> bool:
    """Whether a post says more than itself, as of what: "Chủ tịch UBND xã"."""
    found = _rest_of(_keys_of(post)[0], EVERY_POST)
    return found is not None and bool(found[1])


def _judged(part: str, unit: str, kind: UnitKind) -> HeadPost | None:
    acting = _ACTING.match(part)
    bare = part[acting.end() :] if acting else part
    first, _, behind = bare.partition(" ")
    short = match_key(first)
    full = SHORT_POSTS.get(short, "")
    written = f"{full[:1].upper()}{full[1:]} {behind}".strip() if full else part
    told = _told(written if full else bare, unit, kind)
    if told is None:
        if kind is UnitKind.VILLAGE and match_key(bare).startswith(VILLAGE_SECRETARY):
            return HeadPost(part, "bí thư chi bộ không phải là trưởng thôn, tổ trưởng")
        return _in_charge(part, unit, kind)
    if told:
        return HeadPost(part, f"chức vụ ghi “{part}”, không giống tên đơn vị")
    if acting:
        return HeadPost(written, "là người quyền cấp trưởng")
    return HeadPost(written, f"“{part}” là chữ viết tắt", short) if full else HeadPost(part)


def _told(post: str, unit: str, kind: UnitKind) -> str | None:
    """What a post tells that is not of the unit, "" for nothing; None when it heads no unit so."""
    for key in _keys_of(post):
        found = _rest_of(key, head_posts(unit, kind))
        if found is not None:
            head, rest = found
            little = _SAYS_LITTLE | _above(kind)
            if head in _OF_ANY_BODY and _kind_word(unit):
                little = PLACE_WORDS
            return "" if not rest or _is_of(rest, unit, little) else " ".join(rest)
    return None


def _in_charge(part: str, unit: str, kind: UnitKind) -> HeadPost | None:
    """A deputy in charge of the unit, or somebody of whom nothing but that is written."""
    found = _IN_CHARGE.search(part)
    if found is None:
        return None
    before, behind = part[: found.start()].strip(" ("), match_key(part[found.end() :]).split()
    if before:
        charged = _is_deputy(before, unit, kind) and (
            not behind or _is_of(behind, unit, _SAYS_LITTLE)
        )
    else:
        charged = bool(behind) and _is_of(behind, unit, _SAYS_LITTLE)
    return HeadPost(part, "là người được giao phụ trách") if charged else None


def _is_deputy(part: str, unit: str, kind: UnitKind) -> bool:
    """Whether a part is the post of a deputy of this unit: "Phó Trưởng phòng", "Hiệu phó"."""
    posts = head_posts(unit, kind)
    if short := abbreviated_deputy(part):
        behind = match_key(part).partition(short)[2].strip()
        return _told(f"{SHORT_POSTS[short]} {behind}", unit, kind) == ""
    words = _WORD.findall(match_key(part))
    if not words or _DEPUTY.isdisjoint((words[0], words[-1])):
        return False
    known = {word for post in posts for word in post.split()} | _DEPUTY
    known |= {word for reading in unit_readings(unit) for word in reading}
    return set(map(search_fold, words)).issubset(map(search_fold, known))


@lru_cache(4096)
def _keys_of(post: str) -> tuple[str, ...]:
    """A post in keys: as it is written, then with the abbreviations of units in full.

    The post itself is not guessed from a letter: "T.Trưởng".
    """
    key = search_fold(post) if post.isascii() else match_key(post)
    first = _WORD.findall(key)[:1]
    return (key, *(" ".join(each) for each in unit_readings(post) if [*each[:1]] == first))


def _rest_of(key: str, posts: HeadingPosts) -> tuple[str, list[str]] | None:
    """The post that a key begins with and the words behind it; None when it is none of `posts`."""
    fold = search_fold if key.isascii() else match_key
    for each in sorted(posts, key=len, reverse=True):
        if _begins(key, fold(each)):
            return each, key[len(fold(each)) :].split()
    return None


def _above(kind: UnitKind) -> frozenset[str]:
    """The words of the body that a unit of this khối stands under: they tell no other unit."""
    if kind is UnitKind.OTHER:
        return _PARTY | _COMMITTEE
    return _PARTY if kind is UnitKind.PARTY else _COMMITTEE


def _initials(reading: Sequence[str]) -> set[str]:
    """What may abbreviate a part of a name: "nct" of "hội người cao tuổi"."""
    letters = "".join(word[0] for word in reading)
    ends = range(_LEAST_INITIALS, len(letters) + 1)
    return {letters[at:end] for end in ends for at in range(end - _LEAST_INITIALS + 1)}


def _is_of(words: Sequence[str], unit: str, little: frozenset[str]) -> bool:
    """Whether words behind a post name nothing but the unit, or nothing at all."""
    told, readings = " ".join(words), unit_readings(unit)
    named = {" ".join(reading) for reading in readings}
    named |= set(map(search_fold, named))
    if any(told.startswith(each) and each not in " ".join(named) for each in _OTHER_BODIES):
        return False
    known = {word for reading in readings for word in (*reading, *_initials(reading))} | little
    known |= set(map(search_fold, known))
    return any(known.issuperset(reading) for reading in unit_readings(told))


@lru_cache(1024)
def _kind_word(unit: str) -> str:
    """The longest of `BY_NAME` that the unit's name begins with, abbreviated or not; else ""."""
    plain = match_key(unit).removeprefix("các ")
    names = [plain, *map(" ".join, unit_readings(plain))]
    found = (word for word, _ in BY_NAME if any(_begins(name, word) for name in names))
    return max(found, key=len, default="")


def _begins(key: str, words: str) -> bool:
    return key == words or key.startswith(f"{words} ")
