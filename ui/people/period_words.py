"""A period of a person in words."""

from __future__ import annotations

from models.records.periods import PERIOD_NAMES, Period
from models.text.formats import days_words


def period_words(period: Period) -> str:
    """ "Không thuộc đối tượng: Nghỉ thai sản, từ 01/06/2026 đến hết 04/06/2026"."""
    named = ": ".join(filter(None, (PERIOD_NAMES[period.kind], period.words)))
    return f"{named}, {days_words(period.since, period.until)}"
