"""Making the plan of a reconciliation: accounts and people into six boxes; nothing is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from models.contests.wording import what_attending_comes_to
from models.errors import AppError
from models.intake.memory import mappings_of
from models.intake.plan_records import Progress, SourceFile
from models.machine.collector import paused_collector
from models.reconcile.accounts import accounts_of
from models.reconcile.attended import attended_together, of_one_kind
from models.reconcile.boxes import Sorting, sort_into_boxes, unit_drops
from models.reconcile.matching import Matcher, without_the_found
from models.reconcile.open_status import accepted
from models.reconcile.records import (
    Account,
    AccountDecision,
    Entry,
    Match,
    PlatformSource,
    ReconcileDecisions,
    ReconcileOptions,
    ReconcilePlan,
    UnitName,
    Who,
)
from models.reconcile.roster import digest_of, roster_of_day, when_reconciled, without_the_past
from models.reconcile.scope import scope_of, units_told
from models.reconcile.sentences import told_of_later
from models.reconcile.taken_back import Others
from models.reconcile.unit_texts import UnitTexts
from models.store.store import Store
from models.text.formats import short_date
from models.text.names import is_plausible_name

STEP = 1_000

SCORES_ONLY = (
    "Tệp có điểm nhưng không nói ai đã hoàn thành; hãy đặt điểm đạt của cuộc thi, hoặc chỉ lấy "
    "phần đăng ký."
)
SEVERAL_KINDS = (
    "Các tệp thuộc nhiều loại (danh sách, dự họp, biểu mẫu) nên chưa tính hết; hãy đối soát riêng "
    "từng loại."
)


def plan_reconciliation(
    data_file: Store,
    sources: Sequence[PlatformSource],
    options: ReconcileOptions,
    progress: Progress | None = None,
) -> ReconcilePlan:
    """Match the accounts of `sources` with the roster as it is now; nothing is written.

    `progress` gets (accounts done, accounts in all) and may raise `Cancelled`. Raises `AppError`
    for a day that is still to come, or without a contest.
    """
    today = data_file.clock().date()
    day = _checked(options.as_of or today, today)
    sha256 = digest_of(sources)
    attended = attended_together(each.attended for each in sources)
    roster = roster_of_day(data_file, day, sha256)
    if attended is not None:
        roster = without_the_past(roster)
    with paused_collector():
        marked = [of_one_kind(each, attended) for each in sources]
        accounts = accounts_of(marked, options, today)
        texts = UnitTexts(roster.units, roster.commune)
        matches = _matches(Matcher(roster, texts, accounts), accounts, texts, progress)
        tells = _tells_completion(sources, accounts)
        scope = scope_of(options.units, accounts, matches, roster.people, texts)
        told = units_told(accounts, matches, roster.people, texts)
        sorting = Sorting(accounts, matches, roster.people, texts, options, tells, scope, told)
        entries = sort_into_boxes(sorting)
    return ReconcilePlan(
        files=tuple(
            SourceFile(each.name, each.sha256, when_reconciled(data_file, sha256))
            for each in sources
        ),
        sha256=sha256,
        as_of=day,
        rows=sum(len(each.rows) + each.unread for each in sources),
        unread=sum(each.unread for each in sources),
        accounts=accounts,
        people=roster.people,
        entries=entries,
        matches=matches,
        texts=texts,
        tells_completion=tells,
        unit_names=_unit_names(entries, texts),
        unit_drops=unit_drops(entries, tells) if roster.previous else (),
        problems=tuple(problem for each in sources for problem in each.problems),
        remarks=(*_remarks(sources, accounts, options), *told_of_later(sources, day)),
        previous=roster.previous,
        scope=scope,
        options=options,
        base=roster.base,
        attended=attended,
        mappings=mappings_of([guess for each in sources for guess in each.guesses]),
    )


def plan_with_decisions(plan: ReconcilePlan, decisions: ReconcileDecisions) -> ReconcilePlan:
    """The plan as it stands with the decisions: the same ordinals, each line in its new box."""
    texts = plan.texts.with_learnt(decisions.units)
    decided = _for_all_accounts(plan, decisions)
    anybody = any(each.who is Who.NOT_THIS for each in decided.values())
    others = Others(plan) if anybody else None
    matches = tuple(
        _decided(plan, at, decided[at], texts, others) if at in decided else match
        for at, match in enumerate(plan.matches)
    )
    accounts = tuple(
        accepted(account) if at in decided and decided[at].accepts else account
        for at, account in enumerate(plan.accounts)
    )
    told = units_told(accounts, matches, plan.people, texts)
    sorting = Sorting(
        accounts, matches, plan.people, texts, plan.options, plan.tells_completion,
        plan.scope, told,
    )  # fmt: skip
    entries = sort_into_boxes(sorting)
    return replace(
        plan,
        entries=entries,
        matches=matches,
        texts=texts,
        unit_names=_unit_names(entries, texts) if decisions.units else plan.unit_names,
        unit_drops=unit_drops(entries, plan.tells_completion) if plan.previous else (),
    )


def _for_all_accounts(
    plan: ReconcilePlan, decisions: ReconcileDecisions
) -> dict[int, AccountDecision]:
    """The decisions by account: a word on a line counts for all accounts that share it.

    Which of several accounts is not the person's is said of each by itself.
    """
    lines: dict[int, list[int]] = {}
    for at, match in enumerate(plan.matches):
        if match.person_id is not None:
            lines.setdefault(match.person_id, []).append(at)
    decided: dict[int, AccountDecision] = {}
    for at, decision in decisions.accounts.items():
        person_id = plan.matches[at].person_id
        alone = person_id is None or decision.who is Who.NOT_THIS
        for each in [at] if alone or person_id is None else lines[person_id]:
            if each == at or each not in decisions.accounts:
                decided[each] = decision
    return decided


def _checked(day: date, today: date) -> date:
    if day > today:
        raise AppError(
            f"Ngày {short_date(day)} chưa đến nên chưa đối soát được.",
            "Hãy chọn hôm nay hoặc một ngày đã qua.",
        )
    return day


def _matches(
    matcher: Matcher, accounts: Sequence[Account], texts: UnitTexts, progress: Progress | None
) -> tuple[Match, ...]:
    found: list[Match] = []
    for account in accounts:
        found.append(matcher.match(account))
        if progress and len(found) % STEP == 0:
            progress(len(found), len(accounts))
    return without_the_found(accounts, found, texts)


def _decided(
    plan: ReconcilePlan,
    at: int,
    decision: AccountDecision,
    texts: UnitTexts,
    others: Others | None,
) -> Match:
    account, match = plan.accounts[at], plan.matches[at]
    found = match.person_id
    if decision.who is Who.AS_FOUND:
        return match
    if decision.who is Who.SAME and decision.person_id is not None:
        refused = found if found != decision.person_id else None
        return Match(match.key, decision.person_id, ("cán bộ đã xác nhận",), refused=refused)
    if decision.who is Who.NOT_THIS:
        return match if found is None or others is None else others.without(at, found)
    if decision.who is Who.NOT_THEM:
        return Match(match.key, refused=found)
    unit_id = decision.unit_id
    if unit_id is None and account.unit:
        unit_id = texts.find(account.unit).unit_id
    can_be_new = unit_id is not None and is_plausible_name(account.name)
    return Match(match.key, new=True, unit_id=unit_id, refused=found) if can_be_new else match


def _tells_completion(sources: Sequence[PlatformSource], accounts: Sequence[Account]) -> bool:
    """Whether the file says of anybody that they have completed, or that they have not."""
    said = any(row.completed is not None for source in sources for row in source.rows)
    return said or any(account.completed for account in accounts)


def _remarks(
    sources: Sequence[PlatformSource], accounts: Sequence[Account], options: ReconcileOptions
) -> tuple[str, ...]:
    remarks = [remark for each in sources for remark in each.remarks]
    attended = attended_together(each.attended for each in sources)
    if attended is not None:
        remarks.append(what_attending_comes_to(attended, options.attendance))
    if any(each.attended not in {None, attended} for each in sources):
        remarks.append(SEVERAL_KINDS)
    scored = any(account.score is not None for account in accounts)
    if scored and not _tells_completion(sources, accounts):
        remarks.append(SCORES_ONLY)
    return tuple(dict.fromkeys(remarks))


def _unit_names(entries: Iterable[Entry], texts: UnitTexts) -> tuple[UnitName, ...]:
    """The spellings of the file: those that nobody understood and that concern people first.

    "UBND xã Kẻ Sặt" and "Khác" are left out: nobody stands wrong by them.
    """
    accounts: Counter[str] = Counter()
    people: Counter[str] = Counter()
    for entry in entries:
        if entry.platform_unit:
            accounts[entry.platform_unit] += 1
            people[entry.platform_unit] += entry.person is not None
    names = [
        _unit_name(text, count, people[text], texts)
        for text, count in accounts.items()
        if not texts.names_no_unit(text)
    ]
    return tuple(
        sorted(names, key=lambda n: (n.unit_id is not None, -n.people, -n.accounts, n.text))
    )


def _unit_name(text: str, accounts: int, people: int, texts: UnitTexts) -> UnitName:
    found = texts.find(text)
    suggestions = tuple((each, texts.names[each], why) for each, why in found.suggestions)
    return UnitName(text, accounts, people, found.unit_id, suggestions, found.reason)
