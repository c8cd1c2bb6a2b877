"""A poster as a value: a sheet for each unit, with a code to scan, five steps and the deadline."""

from __future__ import annotations

from dataclasses import dataclass

from models.records import Figures

UNIT_STEP = 2
"""The index of the step in which the unit is chosen: its name stands out below it."""


@dataclass(frozen=True, slots=True)
class PosterSheet:
    """The poster of one unit. `choose` is its name as the platform spells it, `proven` says that
    the platform has been seen to; `help_words` say whom to ask."""

    unit: str
    choose: str
    help_words: str
    proven: bool = True


@dataclass(frozen=True, slots=True)
class Poster:
    """Sheets that hang side by side: they differ in their units alone.

    `campaign` and `contest` head them ("Cuộc thi", its name without quotes), `invitation` says what
    the code is for, `link` is what it reads. `deadline` stands out, `later` below it may be "".
    `paper` is "A4" or "A5". `people` counts who is named on them; no phone is. One `for_practice`
    says so at its upper edge.
    """

    kind: str
    stem: str
    author: str
    campaign: str
    contest: str
    invitation: str
    link: str
    steps: tuple[str, ...]
    deadline: str
    later: str
    sheets: tuple[PosterSheet, ...]
    figures: Figures
    paper: str = "A4"
    people: int = 0
    phones: int = 0
    for_practice: bool = False

    @property
    def name(self) -> str:
        """The title in one line."""
        return f"Áp phích {self.campaign} “{self.contest}”"

    @property
    def unproven(self) -> tuple[str, ...]:
        """The units whose name on the platform no file has shown yet."""
        return tuple(sheet.unit for sheet in self.sheets if not sheet.proven)
