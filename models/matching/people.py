"""Comparing two people: a tier and the reasons for it, in words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, StrEnum
from typing import NamedTuple

from models.matching.identity import Identity
from models.matching.likeness import (
    EQUAL,
    Likeness,
    NameVerdict,
    WrittenName,
    compare_names,
    written_name,
)
from models.matching.namesakes import NOTHING_SAID, Agreement, agreement, birth_and_suffix
from models.text.formats import short_date

PHONE_OF_TWO = "một số điện thoại của hai người"
CODE_OF_TWO = "một mã cán bộ của hai người"
ROWS_MIXED_UP = "cùng mã hồ sơ nhưng họ tên khác hẳn; có thể các dòng của tệp đã bị xáo trộn"


class Tier(StrEnum):
    """SAME is taken without asking, LIKELY is decided by the officer."""

    SAME = "same"
    LIKELY = "likely"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class PersonVerdict:
    """How two people compare, and why; `warnings` are for the officer's eye.

    `if_alone`: SAME only as long as nobody else on either side fits as well. `score` orders
    candidates and is never shown.
    """

    tier: Tier
    reasons: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    if_alone: bool = False
    score: int = 0


class _Field(Enum):
    """What a field says: equal, different, or empty on one side."""

    SAME = "same"
    OTHER = "other"
    SILENT = "silent"


class _Facts(NamedTuple):
    """What the fields of two people say about each other."""

    name: NameVerdict
    phone: _Field
    code: _Field
    unit: _Field
    namesake: Agreement

    @property
    def own_number(self) -> bool:
        """Whether something that belongs to one person only is shared."""
        return self.phone is _Field.SAME or self.code is _Field.SAME

    @property
    def other_number(self) -> bool:
        """Whether the phone or the staff code differs and neither is shared."""
        differs = self.phone is _Field.OTHER or self.code is _Field.OTHER
        return differs and not self.own_number


def compare_people(a: Identity, b: Identity) -> PersonVerdict:
    """Whether `a` and `b` are one person. Symmetric; knows nothing of other people."""
    facts = _facts(a, b)
    verdict = _judged(facts, bool(a.uid) and a.uid == b.uid)
    gone = a if a.left else b
    if gone.left and verdict.tier is not Tier.DIFFERENT:
        told = f"người này đã rời danh sách ngày {short_date(gone.left_on)}"
        reason = told if gone.left_on else "người này đã rời danh sách"
        return replace(
            verdict, tier=Tier.LIKELY, reasons=(*verdict.reasons, reason), if_alone=False
        )
    return verdict


def same_unit(a: Identity, b: Identity) -> bool:
    """Whether both are said to work in one unit, known or only named alike."""
    return _unit_field(a, b) is _Field.SAME


def _facts(a: Identity, b: Identity) -> _Facts:
    return _Facts(
        name=EQUAL if a.name_key == b.name_key else compare_names(*_written(a, b)),
        phone=_field(a.mobile, b.mobile),
        code=_field(a.staff_code, b.staff_code),
        unit=_unit_field(a, b),
        namesake=_namesake(a, b),
    )


def _written(a: Identity, b: Identity) -> tuple[WrittenName, WrittenName]:
    return written_name(a.name_key), written_name(b.name_key)


def _namesake(a: Identity, b: Identity) -> Agreement:
    if not (a.birth or b.birth) and a.name_key[-1:].isalpha() and b.name_key[-1:].isalpha():
        return NOTHING_SAID
    name_a, name_b = _written(a, b)
    return agreement(
        birth_and_suffix(a.birth, name_a.suffix), birth_and_suffix(b.birth, name_b.suffix)
    )


def _field(a: str, b: str) -> _Field:
    if not (a and b):
        return _Field.SILENT
    return _Field.SAME if a == b else _Field.OTHER


def _unit_field(a: Identity, b: Identity) -> _Field:
    if a.unit_id is not None and b.unit_id is not None:
        return _Field.SAME if a.unit_id == b.unit_id else _Field.OTHER
    alike = bool(a.unit and b.unit) and (a.unit == b.unit or a.unit_key == b.unit_key)
    return _Field.SAME if alike else _Field.SILENT


def _judged(facts: _Facts, same_uid: bool) -> PersonVerdict:
    likeness = facts.name.likeness
    if same_uid:
        return _same_record(facts)
    if facts.namesake.contradiction:
        return _contradicted(facts)
    if likeness is Likeness.FAR:
        return _another_name(facts)
    return _same_name(facts) if likeness is Likeness.EQUAL else _variant(facts)


def _same_record(facts: _Facts) -> PersonVerdict:
    reasons = ("cùng mã hồ sơ", *_reasons(facts))
    if facts.name.likeness is Likeness.FAR:
        return PersonVerdict(Tier.LIKELY, reasons, (ROWS_MIXED_UP,), score=8)
    against = tuple(filter(None, (facts.namesake.contradiction,)))
    return PersonVerdict(
        Tier.SAME, reasons, against + facts.namesake.doubts, score=8 + _score(facts)
    )


def _contradicted(facts: _Facts) -> PersonVerdict:
    far = facts.name.likeness is Likeness.FAR
    tier = Tier.LIKELY if facts.own_number and not far else Tier.DIFFERENT
    reasons = (*_reasons(facts), facts.namesake.contradiction)
    return PersonVerdict(tier, reasons, _shared(facts) if far else (), score=_score(facts) - 3)


def _another_name(facts: _Facts) -> PersonVerdict:
    tier = Tier.LIKELY if facts.own_number else Tier.DIFFERENT
    return PersonVerdict(tier, _reasons(facts), _shared(facts), score=_score(facts))


def _same_name(facts: _Facts) -> PersonVerdict:
    said, score = facts.namesake, _score(facts)
    reasons = _reasons(facts)
    if said.open_suffix:
        reasons += ("chỉ một bên ghi ký hiệu phân biệt người trùng tên",)
    if facts.own_number:
        tier = Tier.LIKELY if said.open_suffix else Tier.SAME
        return PersonVerdict(tier, reasons, said.doubts, score=score)
    reasons += said.doubts
    if facts.other_number:
        elsewhere = facts.unit is _Field.OTHER and not said.full_birth
        return PersonVerdict(Tier.DIFFERENT if elsewhere else Tier.LIKELY, reasons, score=score)
    if _confirmed(facts) and not (said.doubts or said.open_suffix or said.unsettled):
        return PersonVerdict(Tier.SAME, reasons, if_alone=True, score=score)
    return PersonVerdict(Tier.LIKELY, reasons, score=score)


def _confirmed(facts: _Facts) -> bool:
    """Whether the unit, or the day of birth where no unit is told, confirms an equal name."""
    if facts.unit is _Field.SAME:
        return True
    return facts.unit is _Field.SILENT and facts.namesake.full_birth


def _variant(facts: _Facts) -> PersonVerdict:
    likeness, said = facts.name.likeness, facts.namesake
    in_unit = facts.unit is _Field.SAME
    if facts.own_number:
        asked = True
    elif likeness is Likeness.PHONE_NEEDED:
        asked = False
    elif facts.other_number:
        asked = said.full_birth or (in_unit and likeness is Likeness.MARKS_ONLY)
    else:
        asked = in_unit or said.full_birth
    reasons = _reasons(facts) + said.doubts
    return PersonVerdict(Tier.LIKELY if asked else Tier.DIFFERENT, reasons, score=_score(facts))


def _shared(facts: _Facts) -> tuple[str, ...]:
    warnings = {PHONE_OF_TWO: facts.phone, CODE_OF_TWO: facts.code}
    return tuple(text for text, field in warnings.items() if field is _Field.SAME)


def _reasons(facts: _Facts) -> tuple[str, ...]:
    reasons = [facts.name.reason]
    for what, said in (
        ("số điện thoại", facts.phone),
        ("mã cán bộ", facts.code),
        ("đơn vị", facts.unit),
    ):
        if said is not _Field.SILENT:
            reasons.append(f"cùng {what}" if said is _Field.SAME else f"khác {what}")
    if facts.namesake.full_birth:
        reasons.append("cùng ngày sinh")
    elif facts.namesake.same_year and not facts.namesake.doubts:
        reasons.append("cùng năm sinh")
    return tuple(reasons)


def _score(facts: _Facts) -> int:
    numbers = (facts.phone is _Field.SAME) + (facts.code is _Field.SAME)
    born = 3 * facts.namesake.full_birth + facts.namesake.same_year
    return facts.name.likeness + 4 * numbers + 2 * (facts.unit is _Field.SAME) + born
