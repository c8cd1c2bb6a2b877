"""Carrying out a reconciliation: one change, so one undo takes all of it back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from models.contests.current_stage import MarkedStage, marked_stage, of_current_stage
from models.errors import AppError
from models.intake.memory import remember_columns
from models.intake.plan_records import Progress
from models.journal.change import Change, changing
from models.journal.history import newest_change
from models.machine.collector import paused_collector
from models.reconcile.doubts import note_doubts
from models.reconcile.earlier import newest_reconciliation
from models.reconcile.found_marks import PeopleFound, write_found_marks
from models.reconcile.kept import keep_leftovers, keep_spellings
from models.reconcile.matching import login_refusal
from models.reconcile.plan import plan_with_decisions
from models.reconcile.records import (
    Account,
    Box,
    Entry,
    ReconcileDecisions,
    ReconcilePlan,
    ReconcileResult,
    RosterPerson,
    Who,
)
from models.reconcile.scope import keep_units
from models.reconcile.slips import SlipMoves, move_slips
from models.reconcile.taken_back import forget_taken_back
from models.records import PersonDraft, ScoreRule
from models.roster.match_decisions import remember_decisions
from models.roster.people import columns_of, new_uids
from models.roster.units import add_alias
from models.store.schema import participations, people, reconciliations
from models.store.store import Store
from models.text.formats import number


@dataclass(frozen=True, slots=True)
class _Done:
    """What was written, for the result."""

    registered: int
    failed: int
    completed: int
    new_people: int
    slips: SlipMoves
    rows: int


def apply_reconciliation(
    data_file: Store,
    plan: ReconcilePlan,
    decisions: ReconcileDecisions,
    progress: Progress | None = None,
) -> ReconcileResult:
    """Write marks, slips and what was decided, as one change named after the file.

    Nobody is unmarked. The newest file again changes nothing. `progress` gets (rows written, rows
    in all) and may raise `Cancelled`: then nothing is written. Raises `AppError` when the roster
    has changed since the plan was made.
    """
    final = plan_with_decisions(plan, decisions)
    total = 4 * len(plan.accounts) + 10
    step = (lambda done: progress(min(done, total), total)) if progress else None
    with (
        paused_collector(),
        changing(data_file, "reconcile", _summary(final), step=step) as change,
    ):
        _refuse_stale(change, plan)
        done = _write(data_file, change, plan, final, decisions)
    return _result(final, done)


def _write(
    data_file: Store,
    change: Change,
    plan: ReconcilePlan,
    final: ReconcilePlan,
    decisions: ReconcileDecisions,
) -> _Done:
    stage = marked_stage(change.connection)
    contest_id = stage.contest_id
    own_id, again = _register(data_file, change, stage, final)
    for text, unit_id in decisions.units.items():
        add_alias(change, unit_id, text)
    made = insert_new_people(change, final)
    found = _found(final, made)
    registered, failed, completed = write_found_marks(change, found, final)
    slips = SlipMoves()
    if final.attended is None:
        _results(change, own_id, found, final)
        note_doubts(change, final)
        keep_spellings(change, contest_id, final)
        forget_taken_back(change, contest_id, final)
        slips = move_slips(change, contest_id, final.as_of, found, final.texts)
    remember_decisions(change, _words_to_keep(plan, final, decisions, made))
    remember_columns(change, plan.mappings)
    if final.attended is None:
        keep_leftovers(change, contest_id, final)
    if again and change.row_count:
        change.update(reconciliations, {own_id: _counts(final)})
    return _Done(registered, failed, completed, len(made), slips, change.row_count)


def _refuse_stale(change: Change, plan: ReconcilePlan) -> None:
    if newest_change(change.connection, before=change.id) != plan.base:
        raise AppError(
            "Dữ liệu đã thay đổi từ lúc xem trước nên chưa ghi gì.",
            "Hãy đọc lại tệp, xem lại kết quả đối soát rồi bấm Ghi kết quả lần nữa.",
        )


def _register(
    data_file: Store, change: Change, stage: MarkedStage, final: ReconcilePlan
) -> tuple[int, bool]:
    """The reconciliation's own row; the newest file again keeps the row that it has."""
    newest = newest_reconciliation(change.connection)
    if newest is not None and newest.sha256 == final.sha256:
        return int(newest.id), True
    row = {
        **stage._asdict(),
        "at": data_file.clock(),
        "who": data_file.who,
        "file_name": ", ".join(each.name for each in final.files),
        "sha256": final.sha256,
        "as_of": final.as_of,
        "rows": final.rows,
        "attended": final.attended is not None,
        **_counts(final),
    }
    return change.insert(reconciliations, [row])[0], False


def _counts(final: ReconcilePlan) -> dict[str, int | str]:
    return {
        "accounts": final.account_count,
        **{box.value: count for box, count in final.counts.items()},
        "registered": final.registered,
        "completed": final.completed,
        "units": keep_units(final.scope),
    }


def _found(final: ReconcilePlan, made: Mapping[int, int]) -> PeopleFound:
    """The people whom the file has, new ones under the ids that they have been given."""
    return [
        (made.get(entry.person.id, entry.person.id), entry)
        for entry in final.entries
        if entry.person is not None and entry.account is not None
    ]


def _results(change: Change, own_id: int, found: PeopleFound, final: ReconcilePlan) -> None:
    """What the platform has of each person; a score or a unit that it leaves out stays."""
    statement = select(participations).where(of_current_stage())
    rows = {row["person_id"]: row for row in change.connection.execute(statement).mappings()}
    updates = {
        rows[person_id]["id"]: _told(rows[person_id], entry.account, own_id, final)
        for person_id, entry in found
        if entry.account is not None and entry.account.registered and person_id in rows
    }
    change.update(participations, updates)


def _told(
    old: Mapping[Any, Any], account: Account, own_id: int, final: ReconcilePlan
) -> dict[str, Any]:
    return {
        "score": _score(old["score"], account.score, final.options.rule),
        "attempts": max(filter(None, (old["attempts"], account.attempts)), default=None),
        "account": account.login or account.phone or old["account"],
        "platform_unit": account.unit or old["platform_unit"],
        "seen_in": own_id,
        "seen_completed": account.completed if final.tells_completion else old["seen_completed"],
    }


def _score(old: float | None, new: float | None, rule: ScoreRule) -> float | None:
    """The score by the rule; a file of some days only takes no better score away."""
    if new is None or old is None:
        return old if new is None else new
    return max(old, new) if rule is ScoreRule.BEST else new


def _words_to_keep(
    plan: ReconcilePlan,
    final: ReconcilePlan,
    decisions: ReconcileDecisions,
    made: Mapping[int, int],
) -> list[tuple[str, int, bool]]:
    """What the officer said of accounts, as it is remembered: who they are, who they are not."""
    words: list[tuple[str, int, bool]] = []
    owners = {(match.key, match.person_id) for match in final.matches}
    for at, decision in decisions.accounts.items():
        if decision.who is Who.AS_FOUND:
            continue
        match, login = plan.matches[at], login_refusal(plan.accounts[at])
        if match.person_id not in (None, decision.person_id):
            # Another account of theirs may be written alike: then only the login tells them apart.
            key = "" if (match.key, match.person_id) in owners else match.key
            words += [(each, match.person_id, False) for each in (key, login) if each]
        if decision.who is Who.SAME and decision.person_id is not None:
            words += [(each, decision.person_id, True) for each in (match.key, login) if each]
        elif decision.who is Who.NOT_THEM or -at - 1 in made:
            words += [(match.key, each.person_id, False) for each in match.candidates]
        if decision.who is Who.NEW and -at - 1 in made:
            words.append((match.key, made[-at - 1], True))
    return words


def _summary(final: ReconcilePlan) -> str:
    names = ", ".join(each.name for each in final.files)
    told = (
        (Box.MATCHED, "khớp"),
        (Box.WRONG_UNIT, "sai đơn vị"),
        (Box.UNCERTAIN, "cần quyết định"),
    )
    found = [f"{number(final.counts[box])} {words}" for box, words in told if final.counts[box]]
    return f"Đối soát {names}: {', '.join(found) or 'không khớp ai'}"


def _result(final: ReconcilePlan, done: _Done) -> ReconcileResult:
    return ReconcileResult(
        rows=final.rows,
        accounts=final.account_count,
        boxes=final.counts,
        registered=final.registered,
        completed=final.completed,
        newly_registered=done.registered,
        newly_completed=done.completed,
        newly_failed=done.failed,
        new_people=done.new_people,
        slips_opened=done.slips.opened,
        slips_closed=done.slips.closed,
        slips_reopened=done.slips.reopened,
        unchanged=not done.rows,
    )


def insert_new_people(change: Change, final: ReconcilePlan) -> dict[int, int]:
    """Insert them within `change`; returns the new ids by the negative ids of the plan."""
    new = [found for entry in final.entries if (found := _newcomer(entry)) is not None]
    drafts = [_draft(person, account) for person, account in new]
    uids = new_uids(len(drafts))
    rows = [{"uid": uid, **columns_of(each)} for uid, each in zip(uids, drafts, strict=True)]
    ids = change.insert(people, rows)
    return {person.id: given for (person, _), given in zip(new, ids, strict=True)}


def _newcomer(entry: Entry) -> tuple[RosterPerson, Account] | None:
    if entry.person is None or entry.account is None or entry.person.id >= 0:
        return None
    return entry.person, entry.account


def _draft(person: RosterPerson, account: Account) -> PersonDraft:
    return PersonDraft(
        name=account.name,
        unit_id=person.unit_id,
        birth=account.birth,
        phone=account.phone,
        staff_code=account.staff_code,
    )
