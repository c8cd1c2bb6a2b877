"""From rows to accounts: all attempts of one login as one, by the rule of the contest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from models.matching.identity import Identity, identity
from models.reconcile.attended import by_attendance
from models.reconcile.failures import completes, with_failures
from models.reconcile.names import TEXTS_REMEMBERED, form_once, names_apart, without_marks
from models.reconcile.open_status import open_in_accounts, open_in_rows
from models.reconcile.records import (
    Account,
    PlatformRow,
    PlatformSource,
    ReconcileOptions,
    RowPlace,
)
from models.reconcile.times import minutes_together, with_minutes
from models.records import Attended, ScoreRule
from models.text.names import match_key
from models.text.phones import normalise_phone


class _Attempt(NamedTuple):
    """A row with its file; `day` is when it happened as far as the file says."""

    file: str
    row: PlatformRow
    day: date | None


Attempts = list[_Attempt]


def accounts_of(
    sources: Sequence[PlatformSource], options: ReconcileOptions, today: date
) -> tuple[Account, ...]:
    """The accounts of all rows, in the order of the files. Days that are to come are left out."""
    by_key: dict[str, Attempts] = {}
    for source in sources:
        for row in source.rows:
            attempt = _Attempt(source.name, row, _day(row, today))
            by_key.setdefault(_key(row), []).append(attempt)
    groups = [group for held in by_key.values() for group in _accounts_in(held)]
    counts = any(_tries(group) > 1 for group in groups)
    return tuple(_account(at, group, options, today, counts) for at, group in enumerate(groups))


@lru_cache(TEXTS_REMEMBERED)
def login_key(login: str) -> str:
    """Equal for one login however it was written; a phone in any of its forms."""
    number = normalise_phone(login).number if login[-1:].isdigit() else ""
    return number or login.casefold()


def identity_of(account: Account, unit_id: int | None) -> Identity:
    """The account as matching sees it."""
    return identity(
        account.name,
        phone=account.phone,
        unit_id=unit_id,
        unit=account.unit,
        birth=account.birth,
        staff_code=account.staff_code,
    )


def one_account(accounts: Sequence[Account], options: ReconcileOptions) -> Account:
    """Several accounts of one person as one: the one that counts, with all attempts."""
    if len(accounts) == 1:
        return accounts[0]
    best = _counting(accounts, options.rule)
    stays = [each.minutes for each in accounts if each.minutes is not None]
    attempts = [each.attempts for each in accounts if each.attempts is not None]
    done = [each.completed_on for each in accounts if each.completed and each.completed_on]
    left = open_in_accounts(accounts)
    whole = replace(
        best,
        ordinal=min(each.ordinal for each in accounts),
        login=", ".join(dict.fromkeys(each.login for each in accounts if each.login)),
        attempts=sum(attempts) if attempts else None,
        registered=any(each.registered for each in accounts),
        completed=any(each.completed for each in accounts),
        registered_on=_first(each.registered_on for each in accounts),
        completed_on=_first(done),
        first_on=_first(each.first_on for each in accounts),
        last_on=max((each.last_on for each in accounts if each.last_on), default=None),
        rows=tuple(place for each in accounts for place in each.rows),
        minutes=sum(stays) if stays else None,
        attended=_kind(each.attended for each in accounts),
        doubt=left.doubt,
        open_marks=left.marks,
        open_on=left.day,
        failed=any(each.failed for each in accounts) and not any(e.completed for e in accounts),
        failed_on=_first(each.failed_on for each in accounts),
    )
    return by_attendance(minutes_together(accounts, whole), options.attendance)


def _counting(accounts: Sequence[Account], rule: ScoreRule) -> Account:
    if rule is ScoreRule.BEST:
        return max(accounts, key=lambda each: (each.completed, each.score or -1.0))
    dated = [each for each in accounts if each.first_on] or list(accounts)
    if rule is ScoreRule.FIRST:
        return min(dated, key=lambda each: each.first_on or date.max)
    return max(dated, key=lambda each: each.last_on or date.min)


def _key(row: PlatformRow) -> str:
    """The record of our own export, else the login, the mobile, the name with its unit."""
    source = row.source
    if source.record:
        return f"record|{source.record}"
    if row.token:
        return f"token|{row.token}"
    if source.login:
        return f"key|{login_key(source.login)}"
    number = source.phone.number
    if len(number) == 10 and number[1] in "35789":
        return f"key|{number}"
    return f"name|{match_key(source.name)}|{match_key(source.unit)}|{source.birth}"


def _accounts_in(held: Attempts) -> list[Attempts]:
    """The accounts of one key. A login is one account, whatever names it bears by and by; rows
    that share no more than a phone are other people under other names.
    """
    if len(held) == 1:
        return [held]
    known = {form_once(each.row.source.name) for each in held if _has_login(each.row)}
    if not known:
        return _people_of(held)
    rest = [
        each
        for each in held
        if not _has_login(each.row) and form_once(each.row.source.name) not in known
    ]
    mine = [each for each in held if each not in rest] if rest else held
    return [mine, *_people_of(rest)]


def _has_login(row: PlatformRow) -> bool:
    return bool(row.token or row.source.login)


def _people_of(held: Attempts) -> list[Attempts]:
    """The groups by name; one without marks is the same when there is one with them."""
    names: dict[str, Attempts] = {}
    for each in held:
        names.setdefault(form_once(each.row.source.name), []).append(each)
    if len(names) <= 1:
        return list(names.values())
    written = {form: group for form, group in names.items() if not _is_bare(form)}
    apart: list[Attempts] = []
    for form, group in names.items():
        if form in written:
            continue
        whole = [each for each in written if not form or without_marks(each) == form]
        if len(whole) == 1:
            written[whole[0]] = [*written[whole[0]], *group]
        else:
            apart.append(group)
    return [*written.values(), *apart]


def _is_bare(form: str) -> bool:
    return without_marks(form) == form


def _day(row: PlatformRow, today: date) -> date | None:
    day = row.source.completed_on or row.source.registered_on
    return day if day is not None and day <= today else None


def _is_attempt(attempt: _Attempt) -> bool:
    source = attempt.row.source
    return source.score is not None or source.completed_on is not None


def _account(
    ordinal: int, group: Attempts, options: ReconcileOptions, today: date, counts: bool
) -> Account:
    in_order = _in_order(group)
    tried = [each for each in in_order if _is_attempt(each)] or in_order
    chosen = _chosen(tried, options.rule)
    completed, completed_on = _completion(tried, chosen, options)
    unit_row = next((e for e in reversed(in_order) if e.row.source.unit), None)
    sources = [each.row.source for each in in_order]
    name, *others = names_apart(each.name for each in sources if each.name) or [""]
    days = [each.day for each in in_order if each.day]
    registered = completed or any(each.row.registered for each in group)
    rows = [each.row for each in group]
    left = open_in_rows(rows, today, registered=registered, completed=completed)
    account = Account(
        ordinal=ordinal,
        login=next((each.login for each in sources if each.login), ""),
        name=name,
        phone=next((each.phone.number for each in sources if each.phone.number), ""),
        unit=unit_row.row.source.unit if unit_row else "",
        score=chosen.row.source.score,
        attempts=_attempts(in_order, counts),
        registered=registered,
        completed=completed,
        registered_on=_first(e.registered_on for e in sources if _past(e.registered_on, today)),
        completed_on=completed_on if _past(completed_on, today) else None,
        first_on=min(days, default=None),
        last_on=max(days, default=None),
        rows=tuple(map(_place, group)),
        unit_row=_place(unit_row) if unit_row else None,
        birth=next((each.birth for each in sources if each.birth), ""),
        staff_code=next((each.staff_code for each in sources if each.staff_code), ""),
        record=sources[0].record,
        attended=_kind(row.attended for row in rows),
        doubt=left.doubt,
        open_marks=left.marks,
        open_on=left.day,
        minutes=max((e.row.minutes for e in group if e.row.minutes is not None), default=None),
        other_names=tuple(others),
    )
    account = with_failures(account, (each.row for each in tried), options.pass_mark, today)
    account = with_minutes(account, rows, options.pass_mark)
    return by_attendance(account, options.attendance)


def _kind(kinds: Iterable[Attended | None]) -> Attended | None:
    """What is to be decided of all rows together; nothing when some of them say it themselves."""
    told = list(kinds)
    return None if None in told else told[0]


def _in_order(group: Attempts) -> Attempts:
    """By day where every row has one, else as the file has them."""
    if any(each.day is None for each in group):
        return group
    return sorted(group, key=lambda each: each.day or date.min)


def _chosen(tried: Attempts, rule: ScoreRule) -> _Attempt:
    if rule is ScoreRule.FIRST:
        return tried[0]
    if rule is ScoreRule.LAST:
        return tried[-1]
    scored = [each for each in tried if each.row.source.score is not None]
    return max(scored, key=lambda each: each.row.source.score or 0.0) if scored else tried[-1]


def _completion(
    tried: Attempts, chosen: _Attempt, options: ReconcileOptions
) -> tuple[bool, date | None]:
    """Whether and when: any attempt will do unless the rule names one of them."""
    counted = tried if options.rule is ScoreRule.BEST else [chosen]
    done = [each for each in counted if completes(each.row, options.pass_mark)]
    return bool(done), _first(each.row.source.completed_on for each in done)


def _attempts(group: Attempts, counts: bool) -> int | None:
    told = [each.row.source.attempts for each in group if each.row.source.attempts is not None]
    tried = _tries(group)
    if told:
        return max(*told, tried if counts else 0, 0)
    return tried if counts and tried else None


def _tries(group: Attempts) -> int:
    """How many attempts the rows tell of; a sheet that repeats another one adds none."""
    by_sheet: dict[tuple[str, str], Counter[tuple[object, ...]]] = {}
    for each in filter(_is_attempt, group):
        source = each.row.source
        told = by_sheet.setdefault((each.file, source.sheet), Counter())
        told[source.completed_on, source.score] += 1
    whole: Counter[tuple[object, ...]] = Counter()
    for told in by_sheet.values():
        whole |= told
    return whole.total()


def _place(attempt: _Attempt) -> RowPlace:
    return RowPlace(attempt.file, attempt.row.source.sheet, attempt.row.source.row)


def _past(day: date | None, today: date) -> bool:
    return day is not None and day <= today


def _first(days: Iterable[date | None]) -> date | None:
    return min((day for day in days if day), default=None)
