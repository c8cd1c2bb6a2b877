"""Who may head a unit, as the roster's posts propose it."""

from __future__ import annotations

from dataclasses import dataclass

from models.records.kinds import UnitKind
from models.records.roster import Contact


@dataclass(frozen=True, slots=True)
class HeadCandidate:
    """Somebody whose post may head a unit; `doubts` say what is not sure about it."""

    person_id: int
    name: str
    position: str
    phone: str = ""
    email: str = ""
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HeadProposal:
    """Who is proposed as the head of a unit.

    `noted` is the head named by now, `gone` says in words why that one may head it no more. It is
    `sure` when there is one candidate without a doubt, and nobody is replaced; else it is asked.
    Without candidates only the gone head is asked about.
    """

    unit_id: int
    unit: str
    kind: UnitKind
    candidates: tuple[HeadCandidate, ...]
    noted: Contact | None = None
    gone: str = ""
    reasons: tuple[str, ...] = ()

    @property
    def sure(self) -> bool:
        """Whether it is proposed without a question."""
        return not self.reasons and len(self.candidates) == 1
