"""Who of the roster an account is: sure, to be decided, or nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from models.intake.plan_records import PersonCandidate
from models.matching.decisions import Decisions, decision_key
from models.matching.finder import REMEMBERED, Candidate, Finder
from models.matching.identity import Identity
from models.matching.likeness import (
    name_form,
)
from models.reconcile.accounts import identity_of, login_key
from models.reconcile.names import (
    IN_UNIT,
    NEAR_NAME,
    NOTHING_ELSE,
    NearNames,
    all_names,
    same_but_written,
)
from models.reconcile.records import Account, Match
from models.reconcile.roster import RosterOfDay
from models.reconcile.unit_texts import UnitTexts
from models.text.names import is_plausible_name, match_key

KNOWN_LOGIN = "cùng tài khoản với lần đối soát trước"
OTHER_NAME = "cùng tài khoản với lần đối soát trước nhưng khác họ tên"
ONLY_NUMBER = "cùng số điện thoại; tệp không ghi họ tên"
NUMBER_OF_MANY = "một số điện thoại của nhiều người; tệp không ghi họ tên"
NO_SURE_NAME = "cùng số điện thoại; họ tên trong tệp không đầy đủ"
OWN_RECORD = "cùng mã hồ sơ"
FOUND_ELSEWHERE = "người cùng họ tên trong danh sách đã khớp với tài khoản khác"
ELSEWHERE = -1
LOGIN = "login|"
_TELLING = frozenset({IN_UNIT, "cùng ngày sinh", "cùng mã cán bộ", OTHER_NAME})
_NAME_ALONE = ("cùng họ tên",)
LEFT = "người này đã rời danh sách"


class Matcher:
    """Matches accounts one after another; what is sure by name alone knows all other accounts."""

    def __init__(self, roster: RosterOfDay, texts: UnitTexts, accounts: Sequence[Account]) -> None:
        self._logins = roster.logins
        self._identities = [identity_of(each, _unit_id(texts, each)) for each in accounts]
        self._not_by_login = _by_login(roster.decisions)
        decisions = _with_logins(roster.decisions, self._not_by_login, accounts, self._identities)
        self._refused = decisions.not_same
        self._by_id = {each.id: each for each in roster.identities if each.id is not None}
        self._by_mobile: dict[str, list[Identity]] = {}
        for each in roster.identities:
            if each.mobile:
                self._by_mobile.setdefault(each.mobile, []).append(each)
        named = [each for each in self._identities if is_plausible_name(each.name)]
        self._finder = Finder(roster.identities, decisions, named, trust_units=False)
        self._by_uid = {each.uid: each for each in roster.identities}
        self._near = NearNames(roster.identities, texts)

    def match(self, account: Account) -> Match:
        """What matching says of one account; never somebody whom the officer has refused it."""
        found = self._match(account, self._identities[account.ordinal])
        if account.other_names and found.reasons != REMEMBERED.reasons:
            found = self._of_all_names(account, found)
        if not self._not_by_login:
            return found
        refused = self._not_by_login.get(login_refusal(account))
        if not refused:
            return found
        ids = {self._by_uid[uid].id for uid in refused if uid in self._by_uid}
        kept = tuple(each for each in found.candidates if each.person_id not in ids)
        if found.person_id in ids:
            return Match(found.key, candidates=kept)
        return replace(found, candidates=kept)

    def _of_all_names(self, account: Account, first: Match) -> Match:
        """One login under several names is sure only when all of them are one person's."""
        who = self._identities[account.ordinal]
        others = [
            self._match(account, replace(who, name=name, name_key=match_key(name)))
            for name in account.other_names
        ]
        people = dict.fromkeys(each.person_id for each in (first, *others))
        if len(people) == 1 and first.person_id is not None:
            return first
        said = all_names(account)
        sure = [self._by_id[each] for each in people if each is not None]
        candidates = [_person_candidate(each, (said,)) for each in sure]
        for each in (first, *others):
            known = {candidate.person_id for candidate in candidates}
            candidates += [c for c in each.candidates if c.person_id not in known]
        uids = {each.uid: each.id for each in sure}
        refused = {uids.get(uid) for key, uid in self._refused if key == first.key}
        kept = tuple(each for each in candidates if each.person_id not in refused)
        return Match(first.key, None, (said,), kept)

    def _match(self, account: Account, who: Identity) -> Match:
        key = decision_key(who)
        owners = self._owners(account, key)
        named = is_plausible_name(account.name)
        same = [each for each in owners if not account.name or _same_name(who, each)]
        if len(same) == 1 and not same[0].left:
            return Match(key, same[0].id, (KNOWN_LOGIN,))
        own = self._by_uid.get(account.record)
        if own is not None and not own.left and _same_name(who, own):
            return Match(key, own.id, (OWN_RECORD,))
        found = self._by_name(who, key) if named else self._by_number(who, key)
        if found.person_id is None and named:
            found = self._as_platforms_write(who, key) or found
        if found.person_id is None:
            strangers = [each for each in owners if each not in same]
            return _with_owners(found, strangers)
        return found

    def _as_platforms_write(self, who: Identity, key: str) -> Match | None:
        """The one with this number whose name the platform repeats, or has without marks."""
        same = [
            (each, reasons)
            for each in self._by_mobile.get(who.mobile, ())
            if who.mobile
            if (key, each.uid) not in self._refused and (reasons := same_but_written(who, each))
        ]
        if len(same) != 1:
            return None
        (each, reasons) = same[0]
        return Match(key, each.id, reasons)

    def _owners(self, account: Account, key: str) -> list[Identity]:
        """Who had this login before, without those of whom the officer said no."""
        if not self._logins or not account.login:
            return []
        ids = self._logins.get(login_key(account.login), ())
        known = [self._by_id[each] for each in ids]
        return [each for each in known if (key, each.uid) not in self._refused]

    def _by_name(self, who: Identity, key: str) -> Match:
        finding = self._finder.find(who)
        if finding.same is not None:
            reasons = finding.verdict.reasons if finding.verdict else ()
            return Match(key, finding.same.id, reasons)
        candidates = tuple(map(_candidate, finding.candidates)) or self._alike(who, key)
        reasons = candidates[0].reasons if candidates else ()
        if reasons == _NAME_ALONE:
            reasons = (*_NAME_ALONE, NOTHING_ELSE)
        return Match(key, reasons=reasons, candidates=candidates)

    def _alike(self, who: Identity, key: str) -> tuple[PersonCandidate, ...]:
        """Those whose name is typed without its marks, or who stand in the unit with one that is
        nearly the same."""
        found = self._near.unmarked(who) or self._near.in_unit(who)
        return tuple(
            _person_candidate(each, reasons)
            for each, reasons in found
            if (key, each.uid) not in self._refused
        )

    def _by_number(self, who: Identity, key: str) -> Match:
        """A row without a usable name: only a number of one person says who it is."""
        owners = [
            each
            for each in self._by_mobile.get(who.mobile, ())
            if (key, each.uid) not in self._refused
        ]
        if len(owners) == 1 and not who.name and not owners[0].left:
            return Match(key, owners[0].id, (ONLY_NUMBER,))
        reason = NO_SURE_NAME if who.name else NUMBER_OF_MANY
        if len(owners) == 1 and owners[0].left:
            reason = LEFT
        candidates = tuple(_person_candidate(each, (reason,)) for each in owners)
        return Match(key, reasons=(reason,) if owners else (), candidates=candidates)


def login_refusal(account: Account) -> str:
    """The key under which it is remembered whose a login is not; "" without a login."""
    return f"{LOGIN}{login_key(account.login)}" if account.login else ""


def _by_login(decisions: Decisions) -> Mapping[str, Set[str]]:
    """Whose a login is not, by the key under which that was remembered."""
    found: dict[str, set[str]] = {}
    for key, uid in decisions.not_same:
        if key.startswith(LOGIN):
            found.setdefault(key, set()).add(uid)
    return found


def _with_logins(
    decisions: Decisions,
    refused: Mapping[str, Set[str]],
    accounts: Sequence[Account],
    identities: Sequence[Identity],
) -> Decisions:
    """What was said of a login holds however the file writes the name, the unit, the phone.

    Two accounts that are written alike share a key; then it is left to the login alone.
    """
    if not refused:
        return decisions
    keys = [decision_key(who) for who in identities]
    alone = {key for key, count in Counter(keys).items() if count == 1}
    more = {
        (key, uid)
        for account, key in zip(accounts, keys, strict=True)
        if key in alone
        for uid in refused.get(login_refusal(account), ())
    }
    return replace(decisions, not_same=decisions.not_same | more)


def without_the_found(
    accounts: Sequence[Account], matches: Sequence[Match], texts: UnitTexts
) -> tuple[Match, ...]:
    """The matches, where a namesake with another phone or commune is no question any more.

    Whoever is surely found by an account of their own is not asked about for a stranger who
    shares no more than the name; in a file of the whole city there are hundreds of these.
    """
    found = {match.person_id for match in matches if match.person_id is not None}
    return tuple(
        _without(account, match, found, texts) if match.candidates else match
        for account, match in zip(accounts, matches, strict=True)
    )


def _without(account: Account, match: Match, found: Set[int], texts: UnitTexts) -> Match:
    elsewhere = texts.is_elsewhere(account.unit)
    kept = tuple(
        each
        for each in match.candidates
        if not (each.person_id in found and _only_name_shared(account, each, elsewhere=elsewhere))
    )
    if len(kept) == len(match.candidates):
        return match
    return replace(match, candidates=kept, reasons=match.reasons if kept else (FOUND_ELSEWHERE,))


def _only_name_shared(account: Account, candidate: PersonCandidate, *, elsewhere: bool) -> bool:
    if account.phone and account.phone == candidate.phone:
        return False
    if NEAR_NAME in candidate.reasons:
        return True
    if not elsewhere and not (account.phone and candidate.phone):
        return False
    return not _TELLING.intersection(candidate.reasons)


def _unit_id(texts: UnitTexts, account: Account) -> int | None:
    """The unit of the account; a unit of another commune is none of ours, and that is known."""
    if not account.unit:
        return None
    found = texts.find(account.unit).unit_id
    return ELSEWHERE if found is None and texts.is_elsewhere(account.unit) else found


def _same_name(who: Identity, other: Identity) -> bool:
    return name_form(who.name_key) == name_form(other.name_key)


def _with_owners(found: Match, owners: Sequence[Identity]) -> Match:
    known = {each.person_id for each in found.candidates}
    more = tuple(_person_candidate(each, (OTHER_NAME,)) for each in owners if each.id not in known)
    if not more:
        return found
    reasons = found.reasons or (OTHER_NAME,)
    return Match(found.key, None, reasons, (*found.candidates, *more))


def _candidate(candidate: Candidate) -> PersonCandidate:
    verdict = candidate.verdict
    return _person_candidate(candidate.identity, (*verdict.reasons, *verdict.warnings))


def _person_candidate(who: Identity, reasons: tuple[str, ...]) -> PersonCandidate:
    assert who.id is not None
    return PersonCandidate(who.id, who.name, who.unit, who.phone, reasons)
