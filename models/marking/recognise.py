"""Who of the roster a mention means: sure, to be decided by the officer, or not found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from models.intake.roster_view import RosterView
from models.marking.lexicon import RosterLexicon, is_name_unmarked
from models.marking.mentions import read_mentions
from models.marking.records import (
    Mention,
    Recognised,
    Recognition,
    Standing,
    Suggestion,
)
from models.marking.words import WHY_DENIED_ELSEWHERE
from models.matching.decisions import decision_key
from models.matching.finder import Finder
from models.matching.identity import Identity
from models.matching.likeness import Likeness, compare_names, written_name
from models.matching.namesakes import agreement, birth_and_suffix
from models.matching.units import UnitFinder
from models.text.formats import number
from models.text.names import match_key, split_namesake_suffix

MOST_SUGGESTED = 8

ONLY_ONE = "đúng họ tên; danh sách chỉ có một người tên này"
BY_PHONE = "đúng số điện thoại"
OF_OFFICE = "số cố định, có thể là của cơ quan"
LEFT = "đã rời danh sách"
NOBODY_WITH_PHONE = "không ai trong danh sách có số này"
NOBODY = "không có ai tên này trong danh sách"
TOO_MANY = "có {count} người tên này; cần ghi đủ họ tên hoặc số điện thoại"
PART_OF_NAME = "chỉ ghi một phần họ tên"
REFUSED = "đã xác nhận không phải người gần giống trong danh sách"
UNKNOWN_UNIT = "đơn vị ghi trong văn bản không có trong danh sách"

Hit = tuple[Identity, tuple[str, ...]]


class Recogniser:
    """Knows a roster as it was read; each mention then costs a few look-ups."""

    def __init__(self, view: RosterView) -> None:
        people = view.identities()
        self.base = view.base
        self._rows: Mapping[int, Mapping[Any, Any]] = view.people
        self.lexicon = RosterLexicon(people, UnitFinder(view.units, view.commune))
        self._finder = Finder(people, view.decisions)
        self._refused = view.decisions.not_same

    def read(self, text: str) -> Recognition:
        """Everybody of whom a text speaks."""
        reading = read_mentions(text, self.lexicon)
        return Recognition(self.recognise(reading.mentions), reading.passed_over)

    def recognise(self, mentions: Iterable[Mention]) -> tuple[Recognised, ...]:
        """Each mention with its answer; who is spoken of twice stands once."""
        return _folded(_contradicted(self.answers(mentions)))

    def answers(self, mentions: Iterable[Mention]) -> list[Recognised]:
        """Each mention with its answer, one by one."""
        return [self._answer(at, each) for at, each in enumerate(mentions)]

    def _answer(self, at: int, mention: Mention) -> Recognised:
        who = self._identity(mention)
        key = decision_key(who) if mention.name and " " in mention.name else ""
        sure, hits, reason = self._by_phone(mention) if not mention.name else self._named(who)
        if sure and self._stays_sure(mention, hits[0][0]):
            return self._recognised(at, mention, Standing.SURE, hits, "", key)
        if not hits:
            return self._recognised(at, mention, Standing.NOT_FOUND, (), reason, key)
        doubt = mention.doubt if sure else reason or mention.doubt
        return self._recognised(at, mention, Standing.UNCERTAIN, hits, doubt, key)

    def _stays_sure(self, mention: Mention, found: Identity) -> bool:
        if not mention.doubt:
            return True
        return mention.phone_settles and bool(mention.phone) and found.phone == mention.phone

    def _by_phone(self, mention: Mention) -> tuple[bool, Sequence[Hit], str]:
        owners = self.lexicon.owners(mention.phone)
        if not owners:
            return False, (), NOBODY_WITH_PHONE
        if len(owners) > 1:
            reason = f"{number(len(owners))} người cùng số điện thoại này"
            return False, [(each, _of_owner(each)) for each in owners], reason
        owner = owners[0]
        sure = not owner.left and bool(owner.mobile)
        return sure, [(owner, _of_owner(owner))], "" if sure else _of_owner(owner)[-1]

    def _named(self, who: Identity) -> tuple[bool, Sequence[Hit], str]:
        found = self._finder.find(who)
        if found.same is not None and found.verdict is not None:
            return True, [(found.same, found.verdict.reasons)], ""
        one = self._by_both(who) or self._only_namesake(who)
        if one is not None:
            return True, [one], ""
        hits = [(each.identity, each.verdict.reasons) for each in found.candidates]
        hits += self._others(who, {each.id for each, _ in hits})
        kept = [hit for hit in hits if not self._is_refused(who, hit[0])]
        if len(who.name.split()) <= 2 and not self.lexicon.namesakes(who.name):
            kept = [hit for hit in kept if hit[0].unit_id == who.unit_id] or kept
        if hits and not kept:
            return False, (), REFUSED
        few = kept if len(kept) <= MOST_SUGGESTED else ()
        return False, few, self._why_open(who, kept)

    def _by_both(self, who: Identity) -> Hit | None:
        """The only owner of the phone whose name agrees, but for marks that were left out."""
        name = written_name(who.name_key)
        agreeing = [
            (each, verdict.reason)
            for each in self.lexicon.owners(who.phone)
            if (verdict := compare_names(name, written_name(each.name_key))).likeness
            >= Likeness.MARKS_ONLY
        ]
        agreeing = agreeing or self._owners_ending(who)
        if len(agreeing) != 1 or agreeing[0][0].left or not who.mobile:
            return None
        found, reason = agreeing[0]
        if self._is_refused(who, found) or _suffixes_differ(who, found):
            return None
        return found, (BY_PHONE, reason)

    def _owners_ending(self, who: Identity) -> list[tuple[Identity, str]]:
        """The owners of a phone beside which only the end of their name is written."""
        if len(who.name.split()) > 2:
            return []
        ending = {each.id for each in self.lexicon.ending(who.name)}
        owners = self.lexicon.owners(who.phone)
        return [(each, PART_OF_NAME) for each in owners if each.id in ending]

    def _only_namesake(self, who: Identity) -> Hit | None:
        """The only person of this name, when nothing that was written speaks against it."""
        alike = self.lexicon.namesakes(who.name)
        rivals = self.lexicon.alike(who.name) if is_name_unmarked(who.name) else alike
        if len(alike) != 1 or len(rivals) != 1 or who.unit:
            return None
        found = alike[0]
        contradicted = (
            found.left
            or self._is_refused(who, found)
            or _suffixes_differ(who, found)
            or bool(who.birth and found.birth and who.birth[:4] != found.birth[:4])
            or bool(who.staff_code and found.staff_code and who.staff_code != found.staff_code)
            or self._other_phone(who, found)
        )
        return None if contradicted else (found, (ONLY_ONE,))

    def _other_phone(self, who: Identity, found: Identity) -> bool:
        """Whether the phone that was written is somebody else's, or not the one that is known."""
        if not who.phone or who.phone == found.phone:
            return False
        return bool(found.phone or self.lexicon.owners(who.phone))

    def _others(self, who: Identity, known: set[int | None]) -> list[Hit]:
        """People of the same or a near name whom the finder does not weigh without a unit."""
        hits: list[Hit] = []
        for each in self.lexicon.namesakes(who.name):
            hits.append((each, ("cùng họ tên",)))
        hits += [(each, (reason,)) for each, reason in self.lexicon.near(who.name)]
        if len(who.name.split()) <= 2:
            hits += [(each, (PART_OF_NAME,)) for each in self.lexicon.ending(who.name)]
        hits += [(each, (BY_PHONE, "họ tên khác")) for each in self.lexicon.owners(who.phone)]
        unique: dict[int | None, Hit] = {}
        for hit in hits:
            if hit[0].id not in known:
                unique.setdefault(hit[0].id, hit)
        return [_told(each, reasons, who) for each, reasons in unique.values()]

    def _why_open(self, who: Identity, hits: Sequence[Hit]) -> str:
        if not hits:
            return NOBODY
        if len(hits) > MOST_SUGGESTED:
            return TOO_MANY.format(count=len(hits))
        if who.unit and who.unit_id is None:
            return UNKNOWN_UNIT
        return f"có {number(len(hits))} người có thể là người này" if len(hits) > 1 else ""

    def _is_refused(self, who: Identity, found: Identity) -> bool:
        return (decision_key(who), found.uid) in self._refused

    def _identity(self, mention: Mention) -> Identity:
        return Identity(
            id=None,
            name=mention.name,
            name_key=match_key(mention.name),
            phone=mention.phone,
            unit_id=self.lexicon.unit_id(mention.unit),
            unit=mention.unit,
            birth=mention.birth,
            staff_code=mention.staff_code,
            uid=mention.uid,
        )

    def _recognised(
        self,
        at: int,
        mention: Mention,
        standing: Standing,
        hits: Sequence[Hit],
        reason: str,
        key: str,
    ) -> Recognised:
        suggestions = tuple(self._suggestion(each, reasons) for each, reasons in hits)
        return Recognised(at, mention, standing, suggestions, reason, key)

    def _suggestion(self, who: Identity, reasons: tuple[str, ...]) -> Suggestion:
        assert who.id is not None
        row = self._rows[who.id]
        return Suggestion(
            person_id=who.id,
            name=who.name,
            unit=who.unit,
            phone=who.phone,
            reasons=reasons,
            registered_on=row["registered_on"],
            completed_on=row["completed_on"],
            left=who.left,
            failed_on=row["failed_on"],
        )


def _of_owner(owner: Identity) -> tuple[str, ...]:
    if owner.left:
        return BY_PHONE, LEFT
    return (BY_PHONE,) if owner.mobile else (BY_PHONE, OF_OFFICE)


def _told(found: Identity, reasons: tuple[str, ...], who: Identity) -> Hit:
    """A hit with what else agrees or differs."""
    if who.phone and found.phone and BY_PHONE not in reasons:
        same = who.phone == found.phone
        reasons += ("cùng số điện thoại" if same else "khác số điện thoại",)
    if who.unit_id is not None:
        reasons += ("cùng đơn vị" if who.unit_id == found.unit_id else "khác đơn vị",)
    return found, (*reasons, LEFT) if found.left else reasons


def _suffixes_differ(who: Identity, found: Identity) -> bool:
    """Whether what tells namesakes apart ("A", "1977") speaks against one person."""
    one = split_namesake_suffix(who.name_key)[1]
    other = split_namesake_suffix(found.name_key)[1]
    said = agreement(birth_and_suffix(who.birth, one), birth_and_suffix(found.birth, other))
    return bool(said.contradiction or (one and said.unsettled))


def _contradicted(found: Sequence[Recognised]) -> list[Recognised]:
    """Who is named as having done it and elsewhere as not having done it, is to be asked about."""
    denied = {
        each.suggestions[0].person_id
        for each in found
        if each.mention.denied and len(each.suggestions) == 1
    }
    return [
        replace(each, standing=Standing.UNCERTAIN, reason=WHY_DENIED_ELSEWHERE)
        if each.standing is Standing.SURE and each.suggestions[0].person_id in denied
        else each
        for each in found
    ]


def _folded(found: Sequence[Recognised]) -> tuple[Recognised, ...]:
    """Who is surely meant twice stands once; a name above its own phone is that person."""
    kept: list[Recognised] = []
    places: dict[int, int] = {}
    for each in found:
        if each.standing is not Standing.SURE:
            kept.append(each)
            continue
        person_id = each.suggestions[0].person_id
        if kept and _is_name_of(kept[-1], each):
            kept.pop()
        if person_id in places:
            first = kept[places[person_id]]
            kept[places[person_id]] = replace(first, times=first.times + 1)
        else:
            places[person_id] = len(kept)
            kept.append(each)
    return tuple(replace(each, id=at) for at, each in enumerate(kept))


def _is_name_of(above: Recognised, phone: Recognised) -> bool:
    """Whether an open name stands right above a phone whose owner it may well be."""
    mention = above.mention
    return (
        above.standing is Standing.UNCERTAIN
        and not phone.mention.name
        and not mention.phone
        and not mention.doubt
        and mention.line + 1 == phone.mention.line
        and any(each.person_id == phone.suggestions[0].person_id for each in above.suggestions)
    )
