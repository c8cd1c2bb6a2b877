"""Heads of units, proposed from the posts of the roster. Pure; nothing is written here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from models.campaign.posts import abbreviated_deputy, heading_post, heads_several
from models.records import Contact, Unit
from models.records.heads import HeadCandidate, HeadProposal
from models.text.names import match_key, split_namesake_suffix
from models.text.phones import normalise_phone

SEVERAL_BODIES = "tên đơn vị gồm nhiều cơ quan"
SEVERAL_PEOPLE = "có nhiều người giữ chức vụ đứng đầu"
BESIDE = "kiêm nhiệm, thuộc {unit}"
REPLACES = "đang ghi người đứng đầu là {name}"


class PostHolder(NamedTuple):
    """Somebody with a post in a unit on the day looked at, or who had one: `gone` says so.

    `unit_id` is of this post; `home` names the main unit when the post stands beside it.
    """

    person_id: int
    name: str
    unit_id: int
    position: str
    phone: str = ""
    email: str = ""
    home: str = ""
    gone: str = ""


def propose_heads(units: Iterable[Unit], holders: Iterable[PostHolder]) -> tuple[HeadProposal, ...]:
    """A proposal for each unit whose head is not named, or may be another one by now."""
    by_unit: dict[int, list[PostHolder]] = {}
    for each in holders:
        by_unit.setdefault(each.unit_id, []).append(each)
    found = (_of_unit(unit, by_unit.get(unit.id, ())) for unit in units)
    return tuple(each for each in found if each is not None)


def _of_unit(unit: Unit, holders: Sequence[PostHolder]) -> HeadProposal | None:
    candidates = _candidates(unit, [each for each in holders if not each.gone])
    noted = unit.head if unit.head is not None and unit.head.name else None
    if noted is None:
        return _made(unit, candidates, None, "") if candidates else None
    if any(is_same_head(noted, each.name, each.phone) for each in candidates):
        return None
    gone = _why_gone(noted, holders)
    return _made(unit, candidates, noted, gone) if candidates or gone else None


def _made(
    unit: Unit, candidates: Sequence[HeadCandidate], noted: Contact | None, gone: str
) -> HeadProposal:
    first = [each for each in candidates if not each.doubts] or candidates
    reasons = [
        SEVERAL_BODIES * heads_several(unit.name),
        SEVERAL_PEOPLE * (len(first) > 1),
        *(first[0].doubts if len(first) == 1 else ()),
        REPLACES.format(name=noted.name) if noted is not None else "",
        gone,
    ]
    return HeadProposal(
        unit.id, unit.name, unit.kind, tuple(first), noted, gone, tuple(filter(None, reasons))
    )


def _candidates(unit: Unit, holders: Sequence[PostHolder]) -> list[HeadCandidate]:
    """Whose post heads the unit, each person once.

    An abbreviation is no doubt where the unit's deputies have it too: "TP" beside "PTP".
    """
    found: dict[int, HeadCandidate] = {}
    deputies = {abbreviated_deputy(each.position) for each in holders} - {""}
    for each in holders:
        post = heading_post(each.position, unit.name, unit.kind)
        if post is None:
            continue
        doubt = "" if post.short in deputies else post.doubt
        doubts = [doubt, BESIDE.format(unit=each.home) if each.home else ""]
        made = HeadCandidate(
            each.person_id,
            each.name,
            each.position,
            each.phone,
            each.email,
            tuple(filter(None, doubts)),
        )
        known = found.get(each.person_id)
        if known is None or len(made.doubts) < len(known.doubts):
            found[each.person_id] = made
    return list(found.values())


def is_same_head(noted: Contact, name: str, phone: str) -> bool:
    """Whether the head that is named is this person, as far as name and phone tell.

    Equal names are one person unless both have a phone and these differ.
    """
    if _name_key(noted.name) != _name_key(name):
        return False
    phones = {normalise_phone(noted.phone).number, phone} - {""}
    return len(phones) < 2


def _why_gone(noted: Contact, holders: Sequence[PostHolder]) -> str:
    """Why the head that is named may head the unit no more; "" when nothing says so.

    A name that the unit never had may be of anybody.
    """
    same = [each for each in holders if is_same_head(noted, each.name, each.phone)]
    gone = [each.gone for each in same]
    return f"{noted.name} {gone[-1]}" if gone and all(gone) else ""


def _name_key(name: str) -> str:
    return match_key(split_namesake_suffix(name)[0])
