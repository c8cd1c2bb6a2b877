"""The figures of a document in a sentence, so that they can be checked before it goes out."""

from __future__ import annotations

from models.contests.mark_names import MarkNames
from models.records import Figures, Mark
from models.text.formats import number, percent, short_date


def counts_of(figures: Figures, names: MarkNames) -> str:
    """As of when, how many, and what whoever reads them has to know."""
    having = {Mark.REGISTERED: figures.registered, Mark.COMPLETED: figures.completed}
    told = ", ".join(
        f"{names.done(mark)} {number(having[mark])} ({percent(having[mark], figures.total)})"
        for mark in names.counted
    )
    at = (
        "hết" if figures.minute is None else f"{figures.minute // 60:02d}:{figures.minute % 60:02d}"
    )
    return (
        f"Số liệu đến {at} ngày {short_date(figures.as_of)}: tổng số {number(figures.total)} "
        f"người, {told}." + "".join(f"\n{note}" for note in figures.notes)
    )
