"""What the officer has decided of a plan so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from models.reconcile.records import (
    Account,
    AccountDecision,
    Match,
    ReconcileDecisions,
    ReconcilePlan,
    Who,
)


class Decided(QObject):
    """Decisions on accounts by the ordinal of their line, on units by the platform's text.

    `changed` tells that a decision was made or taken back.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.accounts: dict[int, AccountDecision] = {}
        self.units: dict[str, int] = {}

    @property
    def records(self) -> ReconcileDecisions:
        """All decisions as they stand."""
        return ReconcileDecisions(dict(self.accounts), dict(self.units))

    @property
    def any(self) -> bool:
        """Whether anything is decided."""
        return bool(self.accounts or self.units)

    def is_open(self, ordinal: int) -> bool:
        """Whether nobody has said yet who an account is."""
        made = self.accounts.get(ordinal)
        return made is None or made.who is Who.NOT_THIS

    def begin(self, decisions: ReconcileDecisions) -> None:
        """Begin with these, without a word."""
        self.accounts, self.units = dict(decisions.accounts), dict(decisions.units)

    def decide(self, ordinals: Sequence[int], decision: AccountDecision | None) -> None:
        """Decide about lines alike; None takes decisions back."""
        for ordinal in ordinals:
            if decision is None:
                self.accounts.pop(ordinal, None)
            else:
                self.accounts[ordinal] = decision
        self.changed.emit()

    def decide_each(self, decisions: Mapping[int, AccountDecision]) -> None:
        """Decide about several lines, about each in its own way."""
        self.accounts.update(decisions)
        self.changed.emit()

    def mean(self, text: str, unit_id: int | None) -> None:
        """Let a text of the platform mean a unit; None takes that back."""
        if unit_id is None:
            self.units.pop(text, None)
        else:
            self.units[text] = unit_id
        self.changed.emit()


def still_right(
    old: ReconcilePlan, made: ReconcileDecisions, new: ReconcilePlan
) -> ReconcileDecisions:
    """The decisions on one plan that a newer plan of the same file leaves right."""
    decided = {
        identity(account): (made.accounts[at], old.matches[at].person_id)
        for at, account in enumerate(old.accounts)
        if at in made.accounts
    }
    kept = {
        at: decided[identity(account)][0]
        for at, account in enumerate(new.accounts)
        if identity(account) in decided and _possible(new.matches[at], *decided[identity(account)])
    }
    texts = {name.text for name in new.unit_names}
    return ReconcileDecisions(kept, {t: unit for t, unit in made.units.items() if t in texts})


def identity(account: Account) -> tuple[str, str, str, str]:
    """What makes an account the same one in another plan of its file."""
    return account.login, account.phone, account.name, account.unit


def _possible(match: Match, decision: AccountDecision, was: int | None) -> bool:
    """Whether a decision still makes sense: of the same find, or of those who it may be."""
    if match.person_id is not None or was is not None:
        return match.person_id == was
    if decision.who is not Who.SAME:
        return True
    return any(each.person_id == decision.person_id for each in match.candidates)


def recognised(names: Mapping[str, int | None], chosen: Mapping[str, int], text: str) -> int | None:
    """The unit that a text of the platform means by now; None when nobody knows."""
    return chosen.get(text, names.get(text))
