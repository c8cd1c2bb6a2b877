"""Finding the person of the roster that a row is about: sure, to be decided, or nobody."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace

from models.matching.blocks import Blocks
from models.matching.decisions import NO_DECISIONS, Decisions, decision_key
from models.matching.identity import Identity
from models.matching.likeness import name_form
from models.matching.people import PersonVerdict, Tier, compare_people, same_unit
from models.matching.spelling import is_unmarked
from models.text.formats import number

REMEMBERED = PersonVerdict(Tier.SAME, ("đã được xác nhận ở lần nhập trước",))


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be the one, and why."""

    identity: Identity
    verdict: PersonVerdict


@dataclass(frozen=True, slots=True)
class Finding:
    """`same` is the sure one, and `verdict` says why; otherwise the officer decides.

    `candidates` are LIKELY, the likeliest first; they are empty when `same` is set.
    """

    same: Identity | None
    candidates: tuple[Candidate, ...] = ()
    verdict: PersonVerdict | None = None


NOBODY = Finding(None)


class Finder:
    """Finds people in a roster; built once, then each question costs a few look-ups.

    `incoming` are the rows that will be asked about: a row that fits only by name and unit is
    never sure when another row fits as well. `trust_units` is for lists that come from the units;
    on a platform people choose their unit themselves, and name and unit are not enough when the
    roster has a namesake elsewhere.
    """

    def __init__(
        self,
        identities: Sequence[Identity],
        decisions: Decisions = NO_DECISIONS,
        incoming: Iterable[Identity] = (),
        trust_units: bool = True,
    ) -> None:
        self._blocks = Blocks(identities)
        self._trust_units = trust_units
        self._chosen = decisions.same
        self._by_uid = {each.uid: each for each in identities} if decisions.same else {}
        self._refusals: dict[str, set[str]] = {}
        for key, uid in decisions.not_same:
            self._refusals.setdefault(key, set()).add(uid)
        self._incoming: dict[str, list[Identity]] = {}
        for each in incoming:
            self._incoming.setdefault(name_form(each.name_key), []).append(each)

    def find(self, who: Identity) -> Finding:
        """Who of the roster `who` is. Two that may both be the one are never guessed between."""
        if not self._blocks.people:
            return NOBODY
        form = name_form(who.name_key)
        key = decision_key(who) if self._chosen or self._refusals else ""
        if (known := self._remembered(key, form)) is not None:
            return Finding(known, verdict=REMEMBERED)
        refused: Set[str] = self._refusals.get(key, frozenset())
        sure = self._weighed(who, self._blocks.certain(who, form), refused)
        if (one := _recorded(who, sure) or _only_sure(sure)) is not None:
            return Finding(one.identity, verdict=one.verdict)
        if self._trust_units and not (_is_unmarked(form) or who.birth):
            close = self._weighed(who, self._blocks.close(who, form), refused)
            if (one := self._alone(who, form, close)) is not None:
                return Finding(one.identity, verdict=one.verdict)
        weighed = self._weighed(who, self._blocks.met(who, form), refused)
        return self._decided(who, form, weighed) if weighed else NOBODY

    def _remembered(self, key: str, form: str) -> Identity | None:
        """Whom the officer chose before, unless they left or several rows of the file fit."""
        known = self._by_uid.get(self._chosen.get(key, "")) if key else None
        if known is None or known.left:
            return None
        rows = [each for each in self._incoming.get(form, ()) if decision_key(each) == key]
        return known if len(rows) <= 1 else None

    def _weighed(self, who: Identity, places: Iterable[int], refused: Set[str]) -> list[Candidate]:
        people = self._blocks.people
        return [
            Candidate(people[at], verdict)
            for at in places
            if (verdict := compare_people(who, people[at])).tier is not Tier.DIFFERENT
            and people[at].uid not in refused
        ]

    def _decided(self, who: Identity, form: str, weighed: list[Candidate]) -> Finding:
        if (one := self._alone(who, form, weighed)) is not None:
            return Finding(one.identity, verdict=one.verdict)
        same = [each for each in weighed if each.verdict.tier is Tier.SAME]
        doubts = tuple[str, ...]()
        if len(same) > 1:
            doubts = (f"danh sách có {number(len(same))} người cùng khớp",)
        elif same:
            doubts = self._doubts(who, form, same[0], weighed)
        candidates = sorted(
            (_doubted(each, doubts) for each in weighed), key=lambda each: -each.verdict.score
        )
        return Finding(None, tuple(candidates))

    def _alone(self, who: Identity, form: str, weighed: Sequence[Candidate]) -> Candidate | None:
        """The one who fits by name and unit, when nobody else on either side does."""
        same = [each for each in weighed if each.verdict.tier is Tier.SAME]
        if len(same) != 1 or not same[0].verdict.if_alone:
            return None
        return None if self._doubts(who, form, same[0], weighed) else same[0]

    def _doubts(
        self, who: Identity, form: str, one: Candidate, weighed: Sequence[Candidate]
    ) -> tuple[str, ...]:
        """Why somebody who fits by name and unit is not sure to be the one."""
        others = [each.identity for each in weighed if each is not one]
        if any(self._rivals(who, form, other) for other in others):
            return ("danh sách còn người khác cũng có thể khớp",)
        rows = self._incoming.get(form, ())
        fitting = [each for each in rows if compare_people(each, one.identity).tier is Tier.SAME]
        if len(fitting) > 1:
            return (f"tệp có {number(len(fitting))} dòng cùng khớp với người này",)
        return ()

    def _rivals(self, who: Identity, form: str, other: Identity) -> bool:
        """Whether `other` casts doubt on somebody found by name and unit only."""
        if _share_a_number(who, other):
            return True
        if name_form(other.name_key) == form:
            born = bool(who.birth) and who.birth[:4] == other.birth[:4]
            return born or same_unit(who, other) or not self._trust_units
        return _is_unmarked(form) and same_unit(who, other)


def _recorded(who: Identity, weighed: Sequence[Candidate]) -> Candidate | None:
    """The one whose record and name the row carries; a twin with the same phone is no doubt."""
    for each in weighed:
        if who.uid and each.identity.uid == who.uid and each.identity.name_key == who.name_key:
            return each if each.verdict.tier is Tier.SAME else None
    return None


def _only_sure(weighed: Sequence[Candidate]) -> Candidate | None:
    """The one who shares more than a name, when nothing else points to somebody else."""
    sure = [each for each in weighed if each.verdict.tier is Tier.SAME]
    if len(sure) != 1 or sure[0].verdict.if_alone:
        return None
    others = [each for each in weighed if each is not sure[0] and not each.identity.left]
    return None if others else sure[0]


def _share_a_number(who: Identity, other: Identity) -> bool:
    pairs = (
        (who.mobile, other.mobile),
        (who.uid, other.uid),
        (who.staff_code, other.staff_code),
    )
    return any(one and one == another for one, another in pairs)


def _is_unmarked(form: str) -> bool:
    """Whether a name has no marks at all, so that An, Ân and Ấn may be meant alike."""
    return is_unmarked(form.split(" "))


def _doubted(candidate: Candidate, doubts: tuple[str, ...]) -> Candidate:
    verdict = candidate.verdict
    if verdict.tier is not Tier.SAME:
        return candidate
    reasons = verdict.reasons + doubts
    return replace(
        candidate, verdict=replace(verdict, tier=Tier.LIKELY, reasons=reasons, if_alone=False)
    )
