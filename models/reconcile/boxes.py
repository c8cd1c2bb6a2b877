"""Sorting accounts and people into the six boxes; pure, so that decisions can be seen at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from models.reconcile.accounts import one_account
from models.reconcile.records import (
    OTHER_UNITS,
    Account,
    Box,
    Entry,
    Match,
    ReconcileOptions,
    RosterPerson,
    UnitDrop,
)
from models.reconcile.unit_texts import UnitFit, UnitTexts, lower_first, other_commune
from models.records import Mark
from models.text.formats import number, short_date

LOST_REGISTRATION = "lần trước đã đăng ký, nay không còn"
LOST_COMPLETION = "lần trước đã hoàn thành, nay chưa hoàn thành"
NOT_COUNTED = "không tính vào tổng số ở ngày này"
NEW_PERSON = "sẽ thêm vào danh sách"
NOT_IN_FILE = "không có trong tệp"
TAKEN_BACK = "cán bộ đã cho biết tài khoản trong tệp không phải của người này"
HAS_PASSED = (
    "tệp ghi đã thi, chưa đạt; danh sách đang ghi hoàn thành ngày {day}, dấu này được giữ nguyên"
)
FAILED = "đã thi, chưa đạt"
NO_STATE = "tệp chỉ có người chưa đăng ký"


@dataclass(frozen=True, slots=True)
class Sorting:
    """What the boxes are made of; `tells_completion` says whether the file speaks of it.

    By silence people are lost only inside of `scope`; empty: everywhere. `told` are the units of
    which the file has anybody; empty: that is not known.
    """

    accounts: Sequence[Account]
    matches: Sequence[Match]
    people: Sequence[RosterPerson]
    texts: UnitTexts
    options: ReconcileOptions
    tells_completion: bool
    scope: frozenset[int] = frozenset()
    told: frozenset[int] = frozenset()


def sort_into_boxes(sorting: Sorting) -> tuple[Entry, ...]:
    """Each account in one entry (those of one person share it), each person who counts in one."""
    by_person: dict[int, list[int]] = {}
    for at, match in enumerate(sorting.matches):
        if match.person_id is not None:
            by_person.setdefault(match.person_id, []).append(at)
    people = {each.id: each for each in sorting.people}
    asked = _asked_about(sorting.matches, sorting.accounts)
    entries: list[Entry] = []
    for at, (account, match) in enumerate(zip(sorting.accounts, sorting.matches, strict=True)):
        if match.person_id is None:
            entries.append(_alone(account, match, sorting))
        elif by_person[match.person_id][0] == at:
            held = [sorting.accounts[each] for each in by_person[match.person_id]]
            entries.append(_matched(held, match, people[match.person_id], sorting))
    unsaid = _why_silent(sorting)
    first = len(sorting.accounts)
    for at, person in enumerate(sorting.people):
        if person.counts and person.id not in by_person:
            silent = _silent(first + at, person, asked.get(person.id, ""), unsaid(person))
            untold = bool(sorting.told) and person.unit_id not in sorting.told
            entries.append(_of_untold_unit(silent) if untold else silent)
    return tuple(entries)


def unit_drops(entries: Sequence[Entry], tells_completion: bool) -> tuple[UnitDrop, ...]:
    """The units that count fewer people than the previous reconciliation saw there."""
    if not any(entry.account and entry.account.registered for entry in entries):
        return ()
    counted: dict[int, list[int]] = {}
    names: dict[int, str] = {}
    for entry in entries:
        person, account = entry.person, entry.account
        if person is None or not person.counts:
            continue
        names[person.unit_id] = person.unit
        completed = account is not None and account.completed
        row = counted.setdefault(person.unit_id, [0, 0, 0, 0])
        row[0] += person.seen
        row[1] += account is not None and account.registered
        row[2] += person.seen_completed
        row[3] += completed if tells_completion else person.seen_completed
    return tuple(
        UnitDrop(unit_id, names[unit_id], *row)
        for unit_id, row in counted.items()
        if row[1] < row[0] or row[3] < row[2]
    )


def _asked_about(matches: Sequence[Match], accounts: Sequence[Account]) -> Mapping[int, str]:
    """By person: the uncertain account that may be theirs."""
    found: dict[int, str] = {}
    for account, match in zip(accounts, matches, strict=True):
        for each in match.candidates if match.person_id is None else ():
            shown = account.name or account.login or account.phone
            found.setdefault(each.person_id, f"có thể là tài khoản “{shown}” đang cần quyết định")
    return found


def _alone(account: Account, match: Match, sorting: Sorting) -> Entry:
    """An account of nobody who is sure."""
    entry = Entry(
        ordinal=account.ordinal,
        box=Box.UNCERTAIN if match.candidates or match.asked else Box.NOT_ON_ROSTER,
        account=account,
        platform_unit=account.unit,
        reasons=match.reasons,
        candidates=match.candidates,
        key=match.key,
    )
    if match.new:
        return _new(entry, account, match, sorting)
    told = match.reasons or _why_unknown(account, sorting)
    return replace(entry, reasons=(account.doubt, *told) if account.doubt else told)


def _why_unknown(account: Account, sorting: Sorting) -> tuple[str, ...]:
    texts = sorting.texts
    if not account.unit or texts.find(account.unit).unit_id is not None:
        return ("không có ai trong danh sách khớp với tài khoản này",)
    other = other_commune(account.unit, texts.commune)
    return (
        (f"nền tảng ghi đơn vị thuộc {lower_first(other)}",)
        if other
        else ("nền tảng ghi đơn vị không có trong xã",)
    )


def _new(entry: Entry, account: Account, match: Match, sorting: Sorting) -> Entry:
    """Somebody whom the officer takes into the roster; until then under a negative id."""
    unit_id = match.unit_id
    if unit_id is None:
        return entry
    unit = sorting.texts.names[unit_id]
    person = RosterPerson(
        id=-account.ordinal - 1,
        uid="",
        name=account.name,
        unit_id=unit_id,
        unit=unit,
        phone=account.phone,
    )
    made = _matched([account], match, person, sorting)
    return replace(made, reasons=(NEW_PERSON, *made.reasons), candidates=())


def _matched(
    held: Sequence[Account], match: Match, person: RosterPerson, sorting: Sorting
) -> Entry:
    account = one_account(held, sorting.options)
    verdict = sorting.texts.judge(account.unit, person.unit_id)
    wrong = verdict.standing is UnitFit.OTHER and person.counts and account.registered
    lost = [] if account.doubt else _lost(account, person, sorting.tells_completion)
    reasons = [account.doubt, *lost, _failing(account, person), verdict.reason, *match.reasons]
    if len(held) > 1:
        reasons.append(f"{number(len(held))} tài khoản của một người")
    if not person.counts:
        reasons.append(NOT_COUNTED)
    if not account.registered and not account.doubt:
        reasons.append("nền tảng ghi chưa đăng ký")
    return Entry(
        ordinal=account.ordinal,
        box=_box(lost, account, wrong),
        account=account,
        person=person,
        right_unit=person.unit,
        platform_unit=account.unit,
        unit_wrong=wrong,
        reasons=tuple(reason for reason in reasons if reason),
        key=match.key,
    )


def _failing(account: Account, person: RosterPerson) -> str:
    """What is told of somebody who took part without passing; their completion stays."""
    if not account.failed:
        return ""
    done = person.completed_on
    return HAS_PASSED.format(day=short_date(done)) if done else FAILED


def _box(lost: Sequence[str], account: Account, wrong: bool) -> Box:
    if account.doubt:
        return Box.UNCERTAIN
    if lost:
        return Box.REGRESSED
    if not account.registered:
        return Box.NOT_REGISTERED
    return Box.WRONG_UNIT if wrong else Box.MATCHED


def _lost(account: Account, person: RosterPerson, tells_completion: bool) -> list[str]:
    if not person.counts:
        return []
    if (person.seen or person.lost is Mark.REGISTERED) and not account.registered:
        return [LOST_REGISTRATION]
    completed = person.seen_completed or person.lost is Mark.COMPLETED
    if completed and tells_completion and not account.completed:
        return [LOST_COMPLETION]
    return []


def _silent(ordinal: int, person: RosterPerson, asked: str, unsaid: str) -> Entry:
    """Somebody of whom the file says nothing; `unsaid` is why that loses nobody, else ""."""
    lost = (person.seen or person.lost is not None) and not unsaid
    reasons = [LOST_REGISTRATION] if lost else []
    if unsaid in (OTHER_UNITS, TAKEN_BACK):
        reasons.append(unsaid)
    if person.registered_on is not None:
        marked = short_date(person.registered_on)
        reasons.append(f"danh sách đang ghi đã đăng ký ngày {marked}; dấu này được giữ nguyên")
    if asked:
        reasons.append(asked)
    return Entry(
        ordinal=ordinal,
        box=Box.REGRESSED if lost else Box.NOT_REGISTERED,
        person=replace(person, seen=False, seen_completed=False) if unsaid else person,
        right_unit=person.unit,
        reasons=tuple(reasons) or (NOT_IN_FILE,),
        asked=bool(asked),
    )


def _of_untold_unit(entry: Entry) -> Entry:
    """The line of somebody whose unit the file leaves out; who is lost stays lost."""
    if entry.box is not Box.NOT_REGISTERED or OTHER_UNITS in entry.reasons:
        return entry
    others = tuple(reason for reason in entry.reasons if reason != NOT_IN_FILE)
    return replace(entry, reasons=(OTHER_UNITS, *others))


def _why_silent(sorting: Sorting) -> Callable[[RosterPerson], str]:
    """Why it loses nobody that the file says nothing of a person; "" where it does."""
    whole = "" if any(account.registered for account in sorting.accounts) else NO_STATE
    refused = {match.refused for match in sorting.matches if match.refused is not None}

    def why(person: RosterPerson) -> str:
        if person.id in refused:
            return TAKEN_BACK
        outside = bool(sorting.scope) and person.unit_id not in sorting.scope
        return whole or (OTHER_UNITS if outside else "")

    return why
