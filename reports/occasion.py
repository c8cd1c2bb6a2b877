"""What every document of the commune is written on: when, of what contest, by whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.records import Commune, Contest, Figures, Issuer
from models.records.choices import NOTHING_CHOSEN, DocumentChoices
from models.records.comparing import Comparison


@dataclass(frozen=True, slots=True)
class Occasion:
    """The figures of one day, whose they are, of which contest, and who issues them.

    Without `issued_on` the clerk fills the day of issue in by hand. `period` is the period reported
    on, in words, and `remarks` are sentences that go below the figures' own notes. `choices` is
    what was chosen for the kind of the document, `number` what the clerk has given it. `beside`
    compares the figures with those of the period before, where there are any. `drafted_on` is the
    day on which a paper about an earlier period is made; its month then stands at the head.
    """

    figures: Figures
    issuer: Issuer
    commune: Commune
    contest: Contest
    issued_on: date | None = None
    period: str = ""
    remarks: tuple[str, ...] = ()
    choices: DocumentChoices = NOTHING_CHOSEN
    number: int | None = None
    beside: Comparison | None = None
    drafted_on: date | None = None

    @property
    def as_of(self) -> date:
        """The day of the figures."""
        return self.figures.as_of
