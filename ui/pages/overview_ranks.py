"""The lines of the ranking: rank, rate with its level, what has changed, the last reminder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction
from typing import Any

from models.campaign.words import short_day
from models.contests.levels import level_of, levels_in_force
from models.contests.mark_names import MarkNames, capitalised, mark_names
from models.figures.forecast import forecast_words
from models.figures.ranking import RankedUnit, rank_units
from models.records import Level, LevelTone, Mark
from models.records.comparing import Difference
from models.records.reminders import WAY_NAMES, Reminder
from models.text.collation import sort_key
from models.text.formats import number, percent
from ui.calls.figures import Look
from ui.pages.overview_beside import signed
from ui.table.column import Column, Kind


@dataclass(frozen=True, slots=True)
class RankingRow:
    """One line of the table; the id is the unit's."""

    id: int
    ranked: RankedUnit
    level: Level | None = None
    last: Reminder | None = None
    change: Difference | None = None
    why: str = ""
    pace: str = ""


def ranked_rows(look: Look) -> tuple[RankingRow, ...]:
    """The units of `look` from the best rate down."""
    levels = levels_in_force(look.contest)
    names = mark_names(look.contest)
    one = names.one
    units = look.figures.units
    if one:
        # Only completing is counted: it stands where else registering does.
        units = tuple(replace(each, registered=each.completed) for each in units)
    return tuple(
        RankingRow(
            each.unit.unit_id,
            each,
            level_of(levels, each.unit.registered, each.unit.total),
            look.reminded.get(each.unit.unit_id),
            _change(look, each.unit.code, one=one),
            look.beside.footnotes.get(each.unit.code, "") if look.beside else "",
            _pace_words(look, each.unit.unit_id, names),
        )
        for each in rank_units(units)
        if each.unit.unit_id is not None
    )


def _change(look: Look, code: str, *, one: bool) -> Difference | None:
    found = look.beside.lines.get(code) if look.beside else None
    return found._replace(registered=found.completed) if found is not None and one else found


def ranking_titles(names: MarkNames) -> dict[str, str]:
    """What the columns are called that speak of marks."""
    first, last = names.counted[0], Mark.COMPLETED
    return {
        "registered": names.title(Mark.REGISTERED),
        "completed": names.title(last),
        "missing": capitalised(names.undone(first)),
        "rate": f"Tỷ lệ {names.deed(first)}",
    }


def columns_empty(rows: Sequence[RankingRow]) -> tuple[str, ...]:
    """The columns that give their room to the names as long as nothing stands in them."""
    held = {
        "head": any(row.ranked.unit.head for row in rows),
        "change": any(row.change is not None for row in rows),
        "reminded": any(row.last is not None for row in rows),
    }
    return tuple(key for key, is_held in held.items() if not is_held)


def _pace_words(look: Look, unit_id: int, names: MarkNames) -> str:
    """Where the present pace leads by each deadline, a line for each."""
    told = look.paces.units.get(unit_id, ()) if look.paces else ()
    return "\n".join(forecast_words(each, names=names) for each in told)


def _count(get: Callable[[RankedUnit], int]) -> Callable[[RankingRow], str]:
    return lambda row: number(get(row.ranked))


def _rank(row: RankingRow) -> str:
    return "–" if row.ranked.rank is None else str(row.ranked.rank)


def _rate(row: RankingRow) -> str:
    return percent(row.ranked.unit.registered, row.ranked.unit.total)


def _level(row: RankingRow) -> str:
    return row.level.word if row.level else "–"


def _level_kind(row: RankingRow) -> Kind:
    low = row.level is not None and row.level.tone in (LevelTone.LOW, LevelTone.NONE)
    return Kind.WARNING if low else Kind.TEXT


def _last(row: RankingRow) -> str:
    """ "07/6, qua Zalo"; "–" where nobody was reminded."""
    return f"{short_day(row.last.day)}, {WAY_NAMES[row.last.way]}" if row.last else "–"


COLUMNS: tuple[Column[RankingRow], ...] = (
    Column("rank", "Hạng", 4, _rank, Kind.QUIET, sort="rank"),
    Column(
        "unit", "Đơn vị", 19, lambda row: row.ranked.unit.name, Kind.STRONG, sort="unit",
        tooltip=lambda row: row.ranked.unit.name, fills=True,
    ),
    Column("head", "Người đứng đầu", 13, lambda row: row.ranked.unit.head, sort="head"),
    Column("total", "Tổng", 6, _count(lambda r: r.unit.total), Kind.NUMBER, sort="total"),
    Column(
        "registered", "Đăng ký", 8, _count(lambda r: r.unit.registered), Kind.NUMBER,
        sort="registered",
    ),
    Column(
        "completed", "Hoàn thành", 11, _count(lambda r: r.unit.completed), Kind.NUMBER,
        sort="completed",
    ),
    Column(
        "missing", "Chưa đăng ký", 12, _count(lambda r: r.unit.total - r.unit.registered),
        Kind.NUMBER, sort="missing",
    ),
    Column("rate", "Tỷ lệ đăng ký", 17, _rate, sort="rate", tooltip=lambda row: row.pace),
    Column("level", "Mức", 8, _level, sort="rate", kind_of=_level_kind),
    Column(
        "change", "So lần trước", 11,
        lambda row: "–" if row.change is None else signed(row.change.registered), Kind.NUMBER,
        sort="change", tooltip=lambda row: row.why,
    ),
    Column("reminded", "Nhắc gần nhất", 14, _last, Kind.QUIET, sort="reminded"),
)  # fmt: skip
BAR = next(place for place, column in enumerate(COLUMNS) if column.key == "rate")

_ORDERS: dict[str, Callable[[RankingRow], Any]] = {
    "unit": lambda row: sort_key(row.ranked.unit.name),
    "head": lambda row: (not row.ranked.unit.head, sort_key(row.ranked.unit.head)),
    "total": lambda row: row.ranked.unit.total,
    "registered": lambda row: row.ranked.unit.registered,
    "completed": lambda row: row.ranked.unit.completed,
    "missing": lambda row: row.ranked.unit.total - row.ranked.unit.registered,
    "rate": lambda row: Fraction(row.ranked.unit.registered, row.ranked.unit.total or 1),
    "change": lambda row: row.change.registered if row.change else 0,
    "reminded": lambda row: row.last.at if row.last else datetime.min,
}


def rows_sorted(rows: Sequence[RankingRow], key: str, descending: bool) -> tuple[RankingRow, ...]:
    """The rows by a column; without one, or by the rank, as they were ranked. Equals stay so."""
    order = _ORDERS.get(key)
    if order is None:
        return tuple(reversed(rows)) if key and descending else tuple(rows)
    return tuple(sorted(rows, key=order, reverse=descending))
