"""One word on several accounts at once: each only as far as it leaves nothing to choose."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from models.reconcile.records import AccountDecision, Entry, Who
from models.text.formats import number
from ui.pages.reconcile.unit_choice import can_be_new

NewOf = Callable[[Entry], AccountDecision | None]
LEFT_OPEN = {
    Who.SAME: "{count} dòng có nhiều người có thể khớp, hoặc không có ai: hãy xem từng dòng.",
    Who.NEW: "{count} dòng chưa rõ đơn vị hoặc không có họ tên: hãy xem từng dòng.",
}


def decisions_of(
    entries: Iterable[Entry], who: Who, new_of: NewOf
) -> tuple[dict[int, AccountDecision], int]:
    """The decisions by the ordinal of their line, and how many lines are left open.

    Who an account is is taken only where one person comes into question.
    """
    made: dict[int, AccountDecision] = {}
    left = 0
    for entry in entries:
        decision = _decision(entry, who, new_of)
        if decision is None:
            left += 1
        else:
            made[entry.ordinal] = decision
    return made, left


def left_words(who: Who, left: int) -> str:
    """What is to be said of the lines that stay open; "" for none."""
    return LEFT_OPEN[who].format(count=number(left)) if left else ""


def _decision(entry: Entry, who: Who, new_of: NewOf) -> AccountDecision | None:
    if who is Who.NEW:
        return new_of(entry) if can_be_new(entry) else None
    if who is Who.SAME:
        alone = len(entry.candidates) == 1
        return AccountDecision(who, entry.candidates[0].person_id) if alone else None
    return AccountDecision(who)
