"""Marks that stand in doubt, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.records.kinds import Mark


class DoubtKind(StrEnum):
    """Why a mark stands in doubt."""

    LOST = "lost"
    MISMATCH = "mismatch"


DOUBT_NAMES: dict[DoubtKind, str] = {
    DoubtKind.LOST: "lần trước có, nay không có trong {by}",
    DoubtKind.MISMATCH: "ghi theo tài khoản khớp nhầm {by}",
}


@dataclass(frozen=True, slots=True)
class DoubtfulMark:
    """A mark that the platform does not bear out any more; it counts until somebody decides.

    `id` is the person's. `by` is the file, or the account, that brought it into doubt, on the day
    `since`.
    """

    id: int
    name: str
    unit: str
    phone: str
    mark: Mark
    marked_on: date
    kind: DoubtKind
    by: str
    since: date

    @property
    def why(self) -> str:
        """Why, in words."""
        return DOUBT_NAMES[self.kind].format(by=f"“{self.by}”")
