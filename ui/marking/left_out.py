"""What of a text is not marked, in words."""

from __future__ import annotations

from models.text.formats import number

SHOWN_PASSED_OVER = 3


def short_stays_words(people: tuple[str, ...]) -> str:
    """Who was in a meeting for too short; "" for nobody."""
    if not people:
        return ""
    shown = ", ".join(people[:SHOWN_PASSED_OVER])
    more = "…" if len(people) > SHOWN_PASSED_OVER else ""
    return f"{number(len(people))} người dự họp chưa đủ số phút: {shown}{more}"


def passed_over_words(lines: tuple[str, ...]) -> str:
    """The lines that name nobody; "" when there are none."""
    if not lines:
        return ""
    shown = "; ".join(f"“{line}”" for line in lines[:SHOWN_PASSED_OVER])
    more = "…" if len(lines) > SHOWN_PASSED_OVER else ""
    return f"{number(len(lines))} dòng không có tên ai: {shown}{more}"
