"""What a plan has to say in sentences: the same on the page and by command."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from models.contests.mark_names import USUAL_NAMES, MarkNames, capitalised
from models.reconcile.records import BOX_NAMES, Box, Entry, PlatformSource, ReconcilePlan, UnitDrop
from models.reconcile.scope import scope_names
from models.records import Mark
from models.text.formats import inside_words, number, short_date

NOT_RECORDED = "tệp không ghi nhận"
DROPS_NAMED = 2
UNITS_NAMED = 3
PEOPLE_NAMED = 20

NOT_IN_FILE = "Không có trong tệp"


def box_name(box: Box, names: MarkNames, known: Mapping[Box, str] = BOX_NAMES) -> str:
    """What a box is called; where registering is not counted, whom the file lacks."""
    if box is not Box.NOT_REGISTERED:
        return known[box]
    return NOT_IN_FILE if names.one else capitalised(names.undone(Mark.REGISTERED))


def not_registered_words(plan: ReconcilePlan) -> str:
    """What goes with the number of those not registered of the units in the file."""
    others, asked = plan.in_other_units, len(plan.maybe_registered)
    said = [f"trong đó {number(asked)} người có thể là tài khoản cần quyết định"] if asked else []
    said += [f"chưa kể {number(others)} người thuộc đơn vị không có trong tệp"] if others else []
    return "; ".join(said) or NOT_RECORDED


def not_registered_sentence(plan: ReconcilePlan, names: MarkNames = USUAL_NAMES) -> str:
    """The same as a sentence with names; "" where the number needs none."""
    count = plan.counts[Box.NOT_REGISTERED] - plan.in_other_units
    words = not_registered_words(plan)
    if words == NOT_RECORDED:
        return ""
    asked = plan.maybe_registered
    lacking = inside_words(box_name(Box.NOT_REGISTERED, names))
    named = ", ".join(entry.person.name for entry in asked[:PEOPLE_NAMED] if entry.person)
    who = f" ({named}{', …' if len(asked) > PEOPLE_NAMED else ''})" if asked else ""
    return f"{number(count)} người {lacking}, {words}{who}."


def lost_sentence(plan: ReconcilePlan) -> str:
    """Who was there last time and is not now, by name; "" when nobody is lost."""
    lost = [entry for entry in plan.in_box(Box.REGRESSED) if entry.person]
    if not lost:
        return ""
    named = "; ".join(map(_lost_words, lost[:PEOPLE_NAMED]))
    more = "; …" if len(lost) > PEOPLE_NAMED else ""
    return f"{number(len(lost))} người mất so với lần trước: {named}{more}."


def _lost_words(entry: Entry) -> str:
    person = entry.person
    return f"{person.name} ({person.unit}): {', '.join(entry.reasons)}" if person else ""


def scope_words(plan: ReconcilePlan) -> str:
    """Why nobody of some units is counted as lost; "" when everybody is."""
    if not plan.scope or not plan.previous:
        return ""
    names = scope_names(plan.scope, plan.texts)
    more = len(names) - UNITS_NAMED
    rest = f" và {number(more)} đơn vị khác" if more > 0 else ""
    told = f"{', '.join(names[:UNITS_NAMED])}{rest}"
    if plan.options.units is not None:
        return f"Chỉ xét người bị mất so với lần trước ở {told}."
    return f"Tệp chỉ nói đến {told} nên người của các đơn vị khác không bị tính là mất."


def drops_words(drops: Sequence[UnitDrop], names: MarkNames = USUAL_NAMES) -> str:
    """ "Đơn vị tụt: Trạm Y tế xã đăng ký 24 → 21; …"; "" when none dropped."""
    if not drops:
        return ""
    named = "; ".join(drop_words(drop, names) for drop in drops[:DROPS_NAMED])
    more = len(drops) - DROPS_NAMED
    rest = f"; và {number(more)} đơn vị khác" if more > 0 else ""
    return f"{number(len(drops))} đơn vị có số giảm so với lần trước: {named}{rest}."


def drop_words(drop: UnitDrop, names: MarkNames = USUAL_NAMES) -> str:
    """ "Trạm Y tế xã: đăng ký 24 → 21, hoàn thành 9 → 8"."""
    counts = {
        Mark.REGISTERED: (drop.registered_before, drop.registered_now),
        Mark.COMPLETED: (drop.completed_before, drop.completed_now),
    }
    parts = [
        f"{names.deed(mark)} {number(counts[mark][0])} → {number(counts[mark][1])}"
        for mark in names.counted
        if counts[mark][1] < counts[mark][0]
    ]
    return f"{drop.unit}: {', '.join(parts)}" if parts else drop.unit


def unknown_units(plan: ReconcilePlan) -> Iterator[str]:
    """A sentence for each text that names no unit for sure and stands with people of the roster."""
    for name in plan.unit_names:
        if name.unit_id is None and name.people:
            maybe = ", ".join(dict.fromkeys(suggested for _, suggested, _ in name.suggestions))
            hint = f"; có thể là {maybe}" if maybe else ""
            people = f"{number(name.people)} người"
            yield f"Nền tảng ghi đơn vị “{name.text}” ({people}): chưa rõ là đơn vị nào{hint}."


def sentences(plan: ReconcilePlan, names: MarkNames = USUAL_NAMES) -> list[str]:
    """Everything that the plan says of itself, each thing once."""
    said = [file.imported_before for file in plan.files]
    said += [not_registered_sentence(plan, names), lost_sentence(plan), scope_words(plan)]
    said += [drops_words(plan.unit_drops, names)]
    said += [*plan.remarks, *unknown_units(plan)]
    return list(dict.fromkeys(f"{each.rstrip('.')}." for each in said if each))


def told_of_later(sources: Sequence[PlatformSource], day: date) -> tuple[str, ...]:
    """The sentence for rows whose newest day lies after `day`; () when there are none.

    Such a file was made later than it is said to be, and its marks are not in the figures of
    `day`.
    """
    newest = [
        max(days)
        for source in sources
        for row in source.rows
        if (days := _days(row.source.registered_on, row.source.completed_on))
    ]
    late = [each for each in newest if each > day]
    if not late:
        return ()
    return (
        f"Số liệu được ghi là đến {short_date(day)} nhưng tệp có {number(len(late))} dòng ghi ngày "
        f"sau đó (muộn nhất {short_date(max(late))}); những dòng này không nằm trong số liệu ngày "
        f"{short_date(day)}. Hãy kiểm tra lại ngày của tệp.",
    )


def _days(*days: date | None) -> list[date]:
    return [day for day in days if day is not None]
