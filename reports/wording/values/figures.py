"""Places about the figures: how many, which rate, which units."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from models.contests.levels import level_of, levels_in_force
from models.contests.mark_names import mark_names
from models.figures.ranking import rank_units
from models.records import Contest, Figures, LevelTone, Mark, StaffType, UnitFigures
from models.records.kinds import STAFF_TYPE_NAMES
from models.text.formats import NO_RATE, number, percent
from reports.kinds.parts import STAFF
from reports.occasion import Occasion
from reports.wording.places import WordingPlace, WordingValue
from reports.wording.values.records import WordingRecords

_RATE = "4,5%"
FIGURE_PLACES = (
    WordingPlace("tổng số", "Số người thuộc đối tượng tham gia.", "532"),
    WordingPlace(
        "đối tượng",
        "Những ai tham gia, theo loại cán bộ trong danh sách.",
        "cán bộ, công chức, viên chức",
    ),
    WordingPlace("số đã tham gia", "Số người đã có kết quả đầu tiên được theo dõi.", "24"),
    WordingPlace("số chưa tham gia", "Số người chưa có kết quả ấy.", "508"),
    WordingPlace("tỷ lệ tham gia", "Tỷ lệ của số người ấy.", _RATE),
    WordingPlace(
        "tỷ lệ tham gia làm tròn", "Tỷ lệ ấy, có chữ “khoảng” khi đã làm tròn.", f"khoảng {_RATE}"
    ),
    WordingPlace("số đã đăng ký", "Số người đã đăng ký; không theo dõi thì bỏ trống.", "24"),
    WordingPlace("số chưa đăng ký", "Số người chưa đăng ký.", "508"),
    WordingPlace("tỷ lệ đăng ký", "Tỷ lệ đã đăng ký.", _RATE),
    WordingPlace("số đã hoàn thành", "Số người đã hoàn thành.", "10"),
    WordingPlace("số chưa hoàn thành", "Số người chưa hoàn thành.", "522"),
    WordingPlace("tỷ lệ hoàn thành", "Tỷ lệ đã hoàn thành.", "1,9%"),
    WordingPlace(
        "mới có",
        "“mới có” khi dưới một nửa chỉ tiêu, “đã có” khi hơn; chưa có ai thì bỏ trống.",
        "mới có",
    ),
    WordingPlace(
        "kết quả hoàn thành",
        "Bao nhiêu người đã hoàn thành; chưa có ai thì bỏ trống.",
        "trong đó 10 người đã hoàn thành, đạt tỷ lệ khoảng 1,9%",
    ),
    WordingPlace(
        "nhận xét",
        "So với yêu cầu; đã đạt chỉ tiêu thì bỏ trống.",
        "thấp hơn nhiều so với yêu cầu",
    ),
    WordingPlace("số đơn vị", "Số đơn vị có người tham gia.", "25"),
    WordingPlace(
        "số đơn vị tỷ lệ thấp", "Số đơn vị có tỷ lệ tham gia thấp; không có thì bỏ trống.", "20"
    ),
    WordingPlace(
        "các đơn vị tỷ lệ thấp",
        "Tên và tỷ lệ của các đơn vị ấy, thấp nhất trước.",
        "Công an xã (0%); Phòng Kinh tế (6,7%)",
    ),
    WordingPlace(
        "đơn vị dẫn đầu", "Đơn vị có tỷ lệ tham gia cao nhất.", "Văn phòng Đảng ủy (100%)"
    ),
)
_LOW = frozenset({LevelTone.LOW, LevelTone.NONE})


def values_of_figures(occasion: Occasion, records: WordingRecords) -> dict[str, WordingValue]:
    """The values of `FIGURE_PLACES`: of the unit that is written to, or of all."""
    contest, whole = occasion.contest, occasion.figures
    line = _line(whole, records)
    names = mark_names(contest)
    low = low_units(whole, contest)
    return {
        "đối tượng": _whom(whole),
        **_counts(line, contest),
        **_words(line, contest),
        "số đơn vị": number(sum(1 for unit in whole.units if unit.total)),
        "số đơn vị tỷ lệ thấp": number(len(low)) if low else "",
        "các đơn vị tỷ lệ thấp": "; ".join(
            f"{unit.name} ({percent(names.first_of(unit), unit.total)})" for unit in low
        ),
        "đơn vị dẫn đầu": _leading(whole, contest),
    }


def low_units(figures: Figures, contest: Contest) -> tuple[UnitFigures, ...]:
    """The units whose rate is low by the levels of the contest, the lowest first.

    Among equals the larger one, then the one that comes first in the tree.
    """
    names, levels = mark_names(contest), levels_in_force(contest)
    found = []
    for unit in figures.units:
        level = level_of(levels, names.first_of(unit), unit.total)
        if level is not None and level.tone in _LOW:
            found.append(unit)
    return tuple(sorted(found, key=lambda u: (Fraction(names.first_of(u), u.total), -u.total)))


def about(part: int, whole: int) -> str:
    """A rate in a sentence: "khoảng 4,5%", "50,0%" when it is exact, "dưới 0,1%"."""
    rate = percent(part, whole)
    if rate.startswith("<"):
        return f"dưới {rate[1:]}"
    exact = whole and 1000 * part % whole == 0
    return rate if exact or rate == NO_RATE else f"khoảng {rate}"


def _line(whole: Figures, records: WordingRecords) -> Figures | UnitFigures:
    if records.unit is None:
        return whole
    wanted = records.unit.id
    found = (line for line in whole.units if line.unit_id == wanted)
    return next(found, UnitFigures(wanted, records.unit.name, records.unit.kind, 0, 0, 0))


def _counts(line: Figures | UnitFigures, contest: Contest) -> dict[str, WordingValue]:
    names = mark_names(contest)
    first, total = names.first_of(line), line.total
    registers = Mark.REGISTERED in names.counted
    return {
        "tổng số": number(total),
        "số đã tham gia": number(first),
        "số chưa tham gia": number(total - first),
        "tỷ lệ tham gia": percent(first, total),
        "tỷ lệ tham gia làm tròn": about(first, total),
        "số đã đăng ký": number(line.registered) if registers else "",
        "số chưa đăng ký": number(total - line.registered) if registers else "",
        "tỷ lệ đăng ký": percent(line.registered, total) if registers else "",
        "số đã hoàn thành": number(line.completed),
        "số chưa hoàn thành": number(total - line.completed),
        "tỷ lệ hoàn thành": percent(line.completed, total),
    }


def _words(line: Figures | UnitFigures, contest: Contest) -> dict[str, WordingValue]:
    names, target = mark_names(contest), contest.target
    first, total = names.first_of(line), line.total
    half = 200 * first >= target * total
    told = "" if not first else "đã có" if half else "mới có"
    done = ""
    if not names.one and line.completed:
        done = (
            f"trong đó {number(line.completed)} người {names.done(Mark.COMPLETED)}, "
            f"đạt tỷ lệ {about(line.completed, total)}"
        )
    short = "" if 100 * first >= target * total else "chưa đạt yêu cầu"
    return {
        "mới có": told,
        "kết quả hoàn thành": done,
        "nhận xét": "thấp hơn nhiều so với yêu cầu" if short and not half else short,
    }


def _whom(figures: Figures) -> str:
    """Only who is there; where of somebody nothing is written, all whom a contest is for."""
    usual = (StaffType.CADRE, StaffType.CIVIL_SERVANT, StaffType.PUBLIC_EMPLOYEE)
    there = {line.code for line in figures.staff if line.total}
    if not there or there - set(map(str, usual)):
        return STAFF
    return ", ".join(STAFF_TYPE_NAMES[each].lower() for each in usual if str(each) in there)


def _leading(figures: Figures, contest: Contest) -> str:
    names = mark_names(contest)
    ranked: Sequence[UnitFigures] = [
        each.unit
        for each in rank_units(figures.units, names.counted[0])
        if each.rank == 1 and names.first_of(each.unit)
    ]
    return "; ".join(f"{u.name} ({percent(names.first_of(u), u.total)})" for u in ranked)
