"""The figures that can go into the city's workbook, each by its code, from the one read path."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from models.contests.mark_names import MarkNames, capitalised
from models.errors import AppError
from models.figures.grouping import by_kind
from models.records import (
    UNIT_KIND_NAMES,
    Commune,
    Contest,
    Figures,
    Mark,
    Unit,
    UnitFigures,
    UnitKind,
)
from models.records.city import CityRate, CityValue

OF_KIND = "@"
"""Between the code of a figure and that of a khối: "total@school"."""
UNIT_NAMES, COMMUNE_NAMES, SAME_UNIT = "unit-names", "commune-names", "is-unit"
"""No figures: the column by which rows are found, and the unit that a row was said to be."""


class OfferedValue(NamedTuple):
    """A value by its code and what it is called. Those of a line differ from unit to unit."""

    code: str
    title: str
    of_line: bool


@dataclass(frozen=True, slots=True)
class CitySources:
    """What values are taken from: the figures of a day, the units, whose they are, the contest."""

    figures: Figures
    units: tuple[Unit, ...]
    commune: Commune
    contest: Contest
    names: MarkNames


_LINE: dict[str, Callable[[UnitFigures], CityValue]] = {
    "total": lambda line: line.total,
    "registered": lambda line: line.registered,
    "registered-rate": lambda line: CityRate(line.registered, line.total),
    "not-registered": lambda line: line.total - line.registered,
    "completed": lambda line: line.completed,
    "completed-rate": lambda line: CityRate(line.completed, line.total),
    "not-completed": lambda line: line.total - line.completed,
    "failed": lambda line: line.failed,
    "attempts": lambda line: line.attempts,
    "exempt": lambda line: line.exempt,
    "name": lambda line: line.name,
}
_WHOLE: dict[str, Callable[[CitySources], CityValue]] = {
    "units": lambda sources: len(sources.figures.units),
    "commune": lambda sources: sources.commune.name,
    "province": lambda sources: sources.commune.province,
    "contest": lambda sources: sources.contest.name,
    "contest-short": lambda sources: sources.contest.short_name,
    "day": lambda sources: sources.figures.as_of,
}
_OF_REGISTERING = frozenset({"registered", "registered-rate", "not-registered", "failed"})


def values_offered(names: MarkNames) -> tuple[OfferedValue, ...]:
    """The values in the order in which they are offered, in the words of the contest."""
    done = {mark: capitalised(names.done(mark)) for mark in Mark}
    undone = {mark: capitalised(names.undone(mark)) for mark in Mark}
    titles = {
        "total": "Tổng số người thuộc đối tượng",
        "registered": done[Mark.REGISTERED],
        "registered-rate": f"Tỷ lệ {names.done(Mark.REGISTERED)}",
        "not-registered": undone[Mark.REGISTERED],
        "completed": done[Mark.COMPLETED],
        "completed-rate": f"Tỷ lệ {names.done(Mark.COMPLETED)}",
        "not-completed": undone[Mark.COMPLETED],
        "failed": "Đã thi, chưa đạt",
        "attempts": "Số lượt thi",
        "exempt": "Không thuộc đối tượng",
        "name": "Tên đơn vị",
        "units": "Số đơn vị",
        "commune": "Tên xã, phường",
        "province": "Tên tỉnh, thành phố",
        "contest": "Tên cuộc thi",
        "contest-short": "Tên gọn của cuộc thi",
        "day": "Ngày của số liệu",
    }
    return tuple(
        OfferedValue(code, title, code in _LINE)
        for code, title in titles.items()
        if not (names.one and code in _OF_REGISTERING)
    )


def value_title(code: str, names: MarkNames, unit: str = "") -> str:
    """What a value is called: "Đã đăng ký", "Đã đăng ký – Trường học"."""
    figure, _, kind = code.partition(OF_KIND)
    special = {
        UNIT_NAMES: "Cột tên đơn vị để dò dòng",
        COMMUNE_NAMES: "Cột tên xã, phường để dò dòng",
        SAME_UNIT: f"Dòng của {unit}" if unit else "Dòng để trống",
    }
    if code in special:
        return special[code]
    titles = {each.code: each.title for each in values_offered(names)}
    of = unit or (UNIT_KIND_NAMES[UnitKind(kind)] if kind else "")
    return f"{titles.get(figure, figure)}{f' – {of}' if of else ''}"


def is_value(code: str) -> bool:
    """Whether a code names a figure, of all or of a khối."""
    figure, mark, kind = code.partition(OF_KIND)
    if mark:
        return figure in _LINE and kind in {str(each) for each in UnitKind}
    return figure in _LINE or figure in _WHOLE


def city_value(code: str, sources: CitySources, unit_id: int | None = None) -> CityValue:
    """The value of a code, of the whole commune, of a khối or of one unit.

    Raises `AppError` for a figure that this contest does not count, and for a unit that is gone.
    """
    figure, _, kind = code.partition(OF_KIND)
    if sources.names.one and figure in _OF_REGISTERING:
        raise AppError(
            f"Cuộc thi {sources.contest.short_name} không theo dõi số liệu này "
            f"({value_title(code, MarkNames())}).",
            "Hãy bỏ gán ô ấy trong mẫu, hoặc chọn số liệu khác.",
        )
    if figure in _WHOLE:
        return _WHOLE[figure](sources)
    return _LINE[figure](_line(sources, kind, unit_id))


def _line(sources: CitySources, kind: str, unit_id: int | None) -> UnitFigures:
    if kind:
        return _named(by_kind(sources.figures.units), UnitKind(kind))
    if unit_id is None:
        found = sources.figures
        return UnitFigures(
            None,
            sources.commune.name,
            None,
            found.total,
            found.registered,
            found.completed,
            found.exempt,
            failed=found.failed,
            attempts=found.attempts,
        )
    unit = next((each for each in sources.units if each.id == unit_id), None)
    if unit is None:
        raise AppError(
            "Mẫu gán số liệu của một đơn vị không còn trong danh sách.",
            "Hãy mở mẫu của thành phố và gán lại ô ấy.",
        )
    lines = (line for line in sources.figures.units if line.unit_id == unit_id)
    return next(lines, UnitFigures(unit_id, unit.name, unit.kind, 0, 0, 0))


def _named(lines: Sequence[UnitFigures], kind: UnitKind) -> UnitFigures:
    """The line of a khối; one without people has nothing but its name."""
    empty = UnitFigures(None, UNIT_KIND_NAMES[kind], kind, 0, 0, 0)
    return next((line for line in lines if line.kind is kind), empty)
