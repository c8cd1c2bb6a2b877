"""What whoever reads the numbers has to know: a day that is to come, marks without a time,
units below units."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from models.records import Figures, Unit
from models.records.moment import Moment
from models.text.formats import number, short_date

OWN_PEOPLE = "Mỗi đơn vị chỉ tính người của chính đơn vị, không gồm các đơn vị trực thuộc."
WITH_BELOW = "Mỗi đơn vị tính cả người của các đơn vị trực thuộc nên các dòng không cộng lại được."


def figure_notes(
    day: date, today: date, with_people: Collection[int], tree: Sequence[Unit]
) -> tuple[str, ...]:
    """The sentences that belong to the figures of `day`; `with_people` are ids of units."""
    found = list(days_to_come(day, today))
    if _stands_above(with_people, tree):
        found.append(OWN_PEOPLE)
    return tuple(found)


def days_to_come(day: date, today: date) -> tuple[str, ...]:
    """The sentence for figures of a day that nobody can know yet; () for any other day."""
    if day <= today:
        return ()
    return (
        f"Ngày {short_date(day)} chưa đến: đây là số liệu theo những gì đã ghi đến hôm nay, "
        f"{short_date(today)}.",
    )


def without_time(moment: Moment, people: int) -> tuple[str, ...]:
    """The sentence on marks of the day that hold for all of it; () for the end of a day."""
    if moment.minute is None or not people:
        return ()
    return (
        f"{number(people)} người được đánh dấu trong ngày {short_date(moment.day)} mà không ghi "
        f"giờ; những người này đều được tính.",
    )


def later_attempts(found: Figures, today: date) -> tuple[str, ...]:
    """The sentence on the attempts of a past day, of which only the newest number is kept.

    () where nobody took more than one.
    """
    if found.as_of >= today or found.attempts <= found.completed + found.failed:
        return ()
    return ("Số lượt thi theo lần ghi mới nhất, nên có thể gồm cả lượt thi sau ngày này.",)


def _stands_above(with_people: Collection[int], tree: Sequence[Unit]) -> bool:
    """Whether a unit with people has units with people somewhere below it."""
    parents = {unit.id: unit.parent_id for unit in tree}
    for unit_id in with_people:
        above = parents.get(unit_id)
        while above is not None:
            if above in with_people:
                return True
            above = parents.get(above)
    return False
