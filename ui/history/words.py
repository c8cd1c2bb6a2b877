"""What the screens of the history say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.records import ChangeEntry
from models.text.formats import number, short_date

if TYPE_CHECKING:
    from models.journal.reverting import RevertPlan

LISTED = 8
"""So many acts a question or a refusal lists; the others are counted."""


def state_words(entry: ChangeEntry) -> str:
    """Whether a change holds; undoing and redoing are no changes of their own."""
    if entry.undoes is not None:
        return ""
    if entry.in_effect:
        return "Đang có hiệu lực"
    return "Đã lấy lại" if entry.taken_back_by is not None else "Đã hoàn tác"


def entry_words(entry: ChangeEntry) -> str:
    """ "14:05 ngày 08/06/2026 · lan · 12 dòng · Đang có hiệu lực"."""
    at = f"{entry.at:%H:%M} ngày {short_date(entry.at.date())}"
    parts = (at, entry.who, f"{number(entry.rows)} dòng", state_words(entry))
    return " · ".join(filter(None, parts))


def rests_words(plan: RevertPlan) -> str:
    """Why it is not taken back, with all the acts that rest on it, one in a line; else ""."""
    if plan.problem is None:
        return ""
    if not plan.rests:
        return str(plan.problem)
    head = f"Chưa lấy lại riêng được vì {number(len(plan.rests))} việc sau đó dựa vào:"
    return "\n".join([head, *_listed(plan.rests), plan.problem.advice])


def question_words(plan: RevertPlan) -> str:
    """What is going to be taken back."""
    rows = f"{number(plan.rows)} dòng trở lại như trước"
    if len(plan.entries) == 1:
        head = f"“{plan.entries[0].summary}” sẽ được lấy lại: {rows}."
        listed: list[str] = []
    else:
        head = f"{number(len(plan.entries))} việc sẽ được lấy lại, {rows}:"
        listed = _listed(plan.entries)
    tail = "Việc lấy lại được ghi thành một thay đổi mới và hoàn tác được."
    return "\n".join([head, *listed, tail])


def _listed(entries: tuple[ChangeEntry, ...]) -> list[str]:
    lines = [
        f"•  {each.summary} ({each.at:%H:%M} ngày {short_date(each.at.date())}, {each.who})"
        for each in entries[:LISTED]
    ]
    if len(entries) > LISTED:
        lines.append(f"•  và {number(len(entries) - LISTED)} việc khác")
    return lines
