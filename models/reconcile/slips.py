"""The slips of wrong units: how they stand, what to choose, and what a file does to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, select

from models.contests.contests import find_contest_id
from models.journal.change import Change
from models.reconcile.kept import kept_spellings
from models.reconcile.records import Account, Entry, Slip, UnitSlips
from models.reconcile.unit_texts import UnitFit, UnitTexts
from models.records import Contact, Unit
from models.roster.counted import counts_on, people_of_day
from models.roster.unit_tree import load_units
from models.store.schema import communes, participations, people, units, wrong_unit_slips
from models.store.store import Store
from models.text.formats import number
from models.text.phones import display_phone, mask_phone

LONGEST_MESSAGE = 2_000
"""What Zalo takes as one message."""

_NOBODY = Contact("contact", "")


def list_slips(
    data_file: Store, *, unit_id: int | None = None, closed: bool = False
) -> tuple[UnitSlips, ...]:
    """The open slips (with `closed` all of them) by unit, in the order of the tree.

    The right unit is the one that the person works in now; who does not count any more has no slip.
    """
    return _slips(data_file, data_file.clock().date(), unit_id, closed=closed)


def _slips(
    data_file: Store, day: date, unit_id: int | None, *, closed: bool
) -> tuple[UnitSlips, ...]:
    """The slips of those who count on `day`, each under the unit of that day."""
    with data_file.reading() as connection:
        contest_id = find_contest_id(connection)
        statement = (
            select(wrong_unit_slips, people.c.name, people.c.phone, people.c.position)
            .add_columns(units.c.id.label("right_id"))
            .select_from(people_of_day(day))
            .join(wrong_unit_slips, wrong_unit_slips.c.person_id == people.c.id)
            .where(wrong_unit_slips.c.contest_id == contest_id)
            .where(counts_on(day))
            .order_by(people.c.name_sort, people.c.id)
        )
        if not closed:
            statement = statement.where(wrong_unit_slips.c.closed_on.is_(None))
        by_unit: dict[int, list[Mapping[Any, Any]]] = {}
        for row in connection.execute(statement).mappings():
            by_unit.setdefault(row["right_id"], []).append(row)
        tree = load_units(connection, day)
        names = _platform_names(connection, day, contest_id, tree, set(by_unit))
    return tuple(
        _of_unit(unit, by_unit[unit.id], names.get(unit.id, unit.name))
        for unit in tree
        if unit.id in by_unit and unit_id in (None, unit.id)
    )


def count_open_slips(data_file: Store) -> int:
    """How many slips are open now: as many as `list_slips` has, in one statement."""
    day = data_file.clock().date()
    with data_file.reading() as connection:
        statement = (
            select(func.count())
            .select_from(people_of_day(day))
            .join(wrong_unit_slips, wrong_unit_slips.c.person_id == people.c.id)
            .where(wrong_unit_slips.c.contest_id == find_contest_id(connection))
            .where(wrong_unit_slips.c.closed_on.is_(None))
            .where(counts_on(day))
        )
        return connection.execute(statement).scalar() or 0


def slips_of_day(data_file: Store, day: date, unit_id: int | None = None) -> tuple[UnitSlips, ...]:
    """The slips that stood open at the end of `day`, as far as they were not reopened since."""
    found = (
        replace(each, slips=tuple(slip for slip in each.slips if _is_open_on(slip, day)))
        for each in _slips(data_file, day, unit_id, closed=True)
    )
    return tuple(each for each in found if each.slips)


def _is_open_on(slip: Slip, day: date) -> bool:
    return slip.opened_on <= day and (slip.closed_on is None or slip.closed_on > day)


def slip_messages(unit: UnitSlips, *, masked: bool = True) -> tuple[str, ...]:
    """What to send to the unit by Zalo, each text at most 2.000 characters long."""
    slips = [slip for slip in unit.slips if slip.is_open]
    lines = [_line(at, slip, masked) for at, slip in enumerate(slips, start=1)]
    if not lines:
        return ()
    head, foot = _head(unit, len(slips)), "Nhờ đơn vị nhắc mọi người sửa rồi báo lại."
    room = LONGEST_MESSAGE - len(head) - len(foot) - 20
    parts = _parts(lines, room)
    if len(parts) == 1:
        return ("\n".join((head, *parts[0], foot)),)
    return tuple(
        "\n".join((f"({at}/{len(parts)}) {head}", *part, foot))
        for at, part in enumerate(parts, start=1)
    )


def _of_unit(unit: Unit, rows: Sequence[Mapping[Any, Any]], choose: str) -> UnitSlips:
    head = unit.head or _NOBODY
    contact = next((each for each in unit.contacts if each.role != "head"), _NOBODY)
    return UnitSlips(
        unit_id=unit.id,
        unit=unit.name,
        choose=choose,
        head=head.name,
        head_phone=head.phone,
        contact=contact.name,
        contact_phone=contact.phone,
        slips=tuple(_slip(row, unit) for row in rows),
    )


def _slip(row: Mapping[Any, Any], unit: Unit) -> Slip:
    return Slip(
        id=row["id"],
        person_id=row["person_id"],
        person=row["name"],
        phone=row["phone"],
        position=row["position"],
        unit_id=unit.id,
        unit=unit.name,
        platform_unit=row["platform_unit"],
        opened_on=row["opened_on"],
        opened_by=row["opened_by"],
        closed_on=row["closed_on"],
        closed_by=row["closed_by"] or "",
        times=row["times"],
    )


def names_on_platform(data_file: Store, day: date) -> dict[int, str]:
    """By the id of a unit the name under which the platform has it, where a file has told it."""
    with data_file.reading() as connection:
        tree = load_units(connection, day)
        contest_id = find_contest_id(connection)
        wanted = {unit.id for unit in tree}
        return _platform_names(connection, day, contest_id, tree, wanted)


def _platform_names(
    connection: Connection,
    day: date,
    contest_id: int | None,
    tree: Sequence[Unit],
    wanted: set[int],
) -> dict[int, str]:
    """By unit: the text of the newest file, else that under which its people stand rightly there.

    Where people write several texts, the platform lets them type, and ours is the better name.
    """
    if not wanted:
        return {}
    commune = connection.execute(select(communes.c.name)).scalar() or ""
    texts = UnitTexts(tree, commune)
    statement = (
        select(units.c.id, participations.c.platform_unit)
        .select_from(people_of_day(day))
        .where(participations.c.platform_unit != "")
        .where(units.c.id.in_(sorted(wanted)))
        .order_by(people.c.id)
    )
    written: dict[int, set[str]] = {}
    for unit_id, text in connection.execute(statement):
        if texts.find(text).unit_id == unit_id:
            written.setdefault(unit_id, set()).add(text)
    seen = {unit_id: min(names) for unit_id, names in written.items() if len(names) == 1}
    learnt = kept_spellings(connection, contest_id)
    return {**seen, **{unit_id: text for unit_id, text in learnt.items() if text}}


def _head(unit: UnitSlips, count: int) -> str:
    to = f"Kính gửi đồng chí {unit.head}, {unit.unit}." if unit.head else f"Kính gửi {unit.unit}."
    return (
        f"{to}\nTrên nền tảng có {number(count)} người của đơn vị đang ghi sai đơn vị. "
        f"Đề nghị sửa lại, chọn đúng tên: “{unit.choose}”."
    )


def _line(at: int, slip: Slip, masked: bool) -> str:
    phone = mask_phone(slip.phone) if masked else display_phone(slip.phone)
    shown = f" ({phone})" if phone else ""
    again = f", nhắc lần {slip.times}" if slip.times > 1 else ""
    return f"{at}. {slip.person}{shown}: đang ghi “{slip.platform_unit[:200]}”{again}"


def _parts(lines: Sequence[str], room: int) -> list[list[str]]:
    parts: list[list[str]] = [[]]
    used = 0
    for line in lines:
        if parts[-1] and used + len(line) + 1 > room:
            parts.append([])
            used = 0
        parts[-1].append(line)
        used += len(line) + 1
    return parts


@dataclass(slots=True)
class SlipMoves:
    """How many slips a file moved; `new` and `updates` are the rows to write."""

    opened: int = 0
    closed: int = 0
    reopened: int = 0
    new: list[dict[str, Any]] = field(default_factory=list)
    updates: dict[int, dict[str, Any]] = field(default_factory=dict)


def move_slips(
    change: Change,
    contest_id: int,
    day: date,
    entries: Sequence[tuple[int, Entry]],
    texts: UnitTexts,
) -> SlipMoves:
    """Within `change`, move the slips of people given as (person id, entry).

    A file that says nothing of a person, or nothing of their unit, moves nothing.
    """
    statement = select(wrong_unit_slips).where(wrong_unit_slips.c.contest_id == contest_id)
    standing = {row["person_id"]: row for row in change.connection.execute(statement).mappings()}
    moves = SlipMoves()
    for person_id, entry in entries:
        account, person = entry.account, entry.person
        if account is None or person is None:
            continue
        slip = standing.get(person_id)
        if entry.unit_wrong:
            wrong = _wrong(person.unit_id, account)
            _open(moves, slip, wrong, day, {"person_id": person_id, "contest_id": contest_id})
        elif slip is not None and slip["closed_on"] is None:
            _close(moves, slip, account, texts.judge(account.unit, person.unit_id).standing, day)
    change.insert(wrong_unit_slips, moves.new)
    change.update(wrong_unit_slips, moves.updates)
    return moves


def _wrong(unit_id: int, account: Account) -> dict[str, Any]:
    return {"unit_id": unit_id, "platform_unit": account.unit, "evidence": evidence(account)}


def _open(
    moves: SlipMoves,
    slip: Mapping[Any, Any] | None,
    wrong: Mapping[str, Any],
    day: date,
    ids: Mapping[str, int],
) -> None:
    place = {"unit_id": wrong["unit_id"], "platform_unit": wrong["platform_unit"]}
    opening = {"opened_on": day, "opened_by": wrong["evidence"], "closed_on": None, "closed_by": ""}
    if slip is None:
        moves.opened += 1
        moves.new.append({**ids, **place, **opening, "times": 1})
    elif slip["closed_on"] is not None:
        moves.reopened += 1
        moves.updates[slip["id"]] = {**place, **opening, "times": slip["times"] + 1}
    else:
        moves.updates[slip["id"]] = {**_as_it_stands(slip), **place}


def _close(
    moves: SlipMoves, slip: Mapping[Any, Any], account: Account, standing: UnitFit, day: date
) -> None:
    """Close a slip only where the platform names the right unit beyond doubt."""
    if standing is not UnitFit.RIGHT or not account.registered:
        return
    moves.closed += 1
    closing = {"closed_on": day, "closed_by": evidence(account)}
    moves.updates[slip["id"]] = {**_as_it_stands(slip), **closing}


def _as_it_stands(slip: Mapping[Any, Any]) -> dict[str, Any]:
    """All columns that a slip's update may touch, so that all updates have the same keys."""
    names = ("unit_id", "platform_unit", "opened_on", "opened_by", "closed_on", "closed_by")
    return {**{name: slip[name] for name in names}, "times": slip["times"]}


def evidence(account: Account) -> str:
    """Where the file says so: "tep.xlsx, trang Sheet1, dòng 12"."""
    place = account.unit_row or account.rows[0]
    return f"{place.file}, trang {place.sheet}, dòng {place.row}"
