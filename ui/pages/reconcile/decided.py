"""What the officer has decided of a plan so far."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, Signal

from models.reconcile.records import (
    AccountDecision,
    ReconcileDecisions,
    Who,
)


class DecidedSoFar(QObject):
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

    def decide(self, decisions: Mapping[int, AccountDecision]) -> None:
        """Decide about lines, about each in its own way."""
        self.accounts.update(decisions)
        self.changed.emit()

    def take_back(self, ordinals: Iterable[int]) -> None:
        """Forget what was decided of these lines."""
        for each in ordinals:
            self.accounts.pop(each, None)
        self.changed.emit()

    def mean(self, units: Mapping[str, int]) -> None:
        """Let texts of the platform mean these units."""
        self.units.update(units)
        self.changed.emit()

    def mean_nothing(self, texts: Iterable[str]) -> None:
        """Let texts mean again what was found at first."""
        for each in texts:
            self.units.pop(each, None)
        self.changed.emit()


def recognised(names: Mapping[str, int | None], chosen: Mapping[str, int], text: str) -> int | None:
    """The unit that a text of the platform means by now; None when nobody knows."""
    return chosen.get(text, names.get(text))
