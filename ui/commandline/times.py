"""The commands that write dated facts of people: exempt, transfer, leave, return."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any

from models.errors import AppError
from models.marking.from_list import read_people_list
from models.records import PeopleQuery
from models.records.periods import Grounds, Period, PeriodKind
from models.roster.exemptions import end_exempt, set_exempt
from models.roster.leaving import bring_back, set_left
from models.roster.people import ids_by_phone, list_people
from models.roster.periods import holds_on
from models.roster.person_rows import people_by_ids
from models.roster.posts import side_posts_of
from models.roster.timeline import periods_of
from models.roster.transfers import correct_unit, transfer
from models.roster.units import unit_named
from models.store.store import Store
from models.text.formats import days_words, number
from models.text.phones import display_phone, normalise_phone
from ui.commandline.files import opened
from ui.commandline.outcome import Outcome
from ui.commandline.phones import phones_in_argument, why_nobody

NOBODY = "Chưa thay đổi ai."
Deed = Callable[[Store, Sequence[int], date], int]


@dataclass(frozen=True, slots=True)
class PeopleMeant:
    """Whom the arguments name, and what of them is nobody."""

    ids: tuple[int, ...]
    not_found: tuple[str, ...]


def exempt(arguments: argparse.Namespace) -> Outcome:
    """Somebody does not have to take part from a day, has to again, or who does not."""
    if arguments.act == "list":
        return _list_exempt(arguments)
    if arguments.act == "end":
        words = "Đã tính lại {} người vào đối tượng"
        return done(arguments, end_exempt, words)
    words = "Đã ghi {} người không thuộc đối tượng"
    until = arguments.until
    grounds = Grounds(arguments.note, arguments.proof)

    def add(file: Store, ids: Sequence[int], day: date) -> int:
        since = arguments.since or day
        return set_exempt(file, ids, arguments.reason, since, until, grounds=grounds)

    return done(arguments, add, words)


def _list_exempt(arguments: argparse.Namespace) -> Outcome:
    """The exemptions of whom the arguments name, or of everybody; with a day those of it."""
    return periods_listed(arguments, "exemptions", "reason", "Không có ai ngoài đối tượng.")


def periods_listed(arguments: argparse.Namespace, kind: str, words: str, nobody: str) -> Outcome:
    """The periods of a kind of whom the arguments name, or of everybody; with a day those of it."""
    with opened(arguments) as file:
        if arguments.phone or arguments.uid or arguments.file:
            meant = people_meant(file, arguments, include_left=True)
        else:
            everybody = list_people(file, PeopleQuery(include_left=True))
            meant = PeopleMeant(tuple(person.id for person in everybody), ())
        found = [
            {**each, kind: kept}
            for each in _people_data(file, meant.ids)
            if (kept := [period for period in each[kind] if _holds(period, arguments.on)])
        ]
    lines = [
        f"{each['name']} · {each['unit']} · {period[words]} "
        f"{days_words(period['since'], period['until'])}".rstrip()
        for each in found
        for period in each[kind]
    ]
    text = "\n".join([*lines, *_lines_of(meant.not_found)])
    data = {"changed": 0, "people": found, "not_found": meant.not_found}
    return Outcome(data, text or nobody)


def _holds(period: dict[str, Any], day: date | None) -> bool:
    since, until = period["since"] or date.min, period["until"]
    return day is None or holds_on([(since, until)], day)


def move(arguments: argparse.Namespace) -> Outcome:
    """People move into a unit from a day, or stood in the wrong one all along."""
    if arguments.mistake and arguments.on is not None:
        raise AppError(
            "Ghi nhầm đơn vị (--mistake) được sửa ở mọi ngày nên không dùng cùng --on.",
            "Hãy bỏ một trong hai.",
        )

    def work(file: Store, ids: Sequence[int], day: date) -> int:
        unit_id = unit_named(file, arguments.unit).id
        if arguments.mistake:
            return correct_unit(file, ids, unit_id)
        return transfer(file, ids, unit_id, day)

    words = "Đã sửa đơn vị ghi nhầm của {} người" if arguments.mistake else "Đã chuyển {} người"
    return done(arguments, work, words)


def leave(arguments: argparse.Namespace) -> Outcome:
    """People leave the roster from a day."""
    words = "Đã đưa {} người ra khỏi danh sách"
    return done(arguments, lambda f, ids, day: set_left(f, ids, day, arguments.reason), words)


def come_back(arguments: argparse.Namespace) -> Outcome:
    """People who left are back from a day."""
    return done(arguments, bring_back, "Đã đưa {} người trở lại danh sách", include_left=True)


def done(
    arguments: argparse.Namespace, deed: Deed, words: str, *, include_left: bool = False
) -> Outcome:
    """Do something to whom the arguments name, and tell of them as they stand now."""
    with opened(arguments) as file:
        meant = people_meant(file, arguments, include_left=include_left)
        changed = deed(file, meant.ids, arguments.on or file.clock().date()) if meant.ids else 0
        found = _people_data(file, meant.ids)
    rest = len(meant.ids) - changed
    text = f"{words.format(number(changed))}; {number(rest)} người không phải đổi."
    if not meant.ids:
        text = NOBODY
    data = {"changed": changed, "people": found, "not_found": meant.not_found}
    return Outcome(data, "\n".join([text, *_lines_of(meant.not_found)]))


def _lines_of(not_found: Sequence[str]) -> list[str]:
    return ["Không tìm thấy hoặc cần quyết định:", *(f"  {each}" for each in not_found)] * bool(
        not_found
    )


def people_meant(file: Store, arguments: argparse.Namespace, *, include_left: bool) -> PeopleMeant:
    """Whom the arguments of `named_people` name."""
    if arguments.file:
        found = read_people_list(file, arguments.file, include_left=include_left)
        return PeopleMeant(tuple(found.marks), found.not_found)
    if arguments.uid:
        return meant_by_uid(file, arguments.uid)
    return meant_by_phone(file, arguments.phone, include_left=include_left)


def meant_by_uid(file: Store, uids: Sequence[str]) -> PeopleMeant:
    """Whom these uids name, gone or not."""
    known = {person.uid: person.id for person in list_people(file, PeopleQuery(include_left=True))}
    missing = tuple(uid for uid in uids if uid not in known)
    return PeopleMeant(tuple({known[uid]: 0 for uid in uids if uid in known}), missing)


def meant_by_phone(file: Store, phones: Sequence[str], *, include_left: bool) -> PeopleMeant:
    """Whose these phones are. Raises `AppError` for one that several people have."""
    ids: dict[int, None] = {}
    missing: list[str] = []
    for phone in chain.from_iterable(map(phones_in_argument, phones)):
        owners = ids_by_phone(file, phone, include_left=include_left)
        if len(owners) > 1:
            names = " và ".join(f"{p.name} ({p.unit})" for p in people_by_ids(file, owners))
            raise AppError(
                f"Số {display_phone(normalise_phone(phone).number)} là của {names} "
                "nên chưa ghi gì.",
                "Hãy dùng --uid (xem bằng lệnh people) để nói rõ là ai.",
            )
        if owners:
            ids[owners[0]] = None
        else:
            missing.append(why_nobody(file, phone))
    return PeopleMeant(tuple(ids), tuple(missing))


def _people_data(file: Store, ids: Sequence[int]) -> list[dict[str, Any]]:
    """Each person with their units, times away, exemptions and second posts as they stand now."""
    return [
        {
            "uid": person.uid,
            "name": person.name,
            "unit": person.unit,
            "phone": person.phone,
            "left_on": person.left_on,
            "units": _periods(periods, PeriodKind.UNIT, "unit"),
            "absences": _periods(periods, PeriodKind.AWAY, "reason"),
            "exemptions": _periods(periods, PeriodKind.EXEMPT, "reason"),
            "posts": _posts(file, person.id),
        }
        for person in people_by_ids(file, ids)
        for periods in [periods_of(file, person.id)]
    ]


def _periods(periods: Sequence[Period], kind: PeriodKind, words: str) -> list[dict[str, Any]]:
    return [
        {words: each.words, "since": each.since, "until": each.until, **_told_grounds(each)}
        for each in periods
        if each.kind is kind
    ]


def _told_grounds(period: Period) -> dict[str, str]:
    """What was noted of a period, where something was."""
    return {name: words for name, words in period.grounds._asdict().items() if words}


def _posts(file: Store, person_id: int) -> list[dict[str, Any]]:
    return [
        {"unit": each.unit, "position": each.position, "since": each.since, "until": each.last_day}
        for each in side_posts_of(file, person_id)
    ]
