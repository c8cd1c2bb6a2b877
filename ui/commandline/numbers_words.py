"""How the command figures tells its numbers: as the JSON contract has them, and in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from models.contests.levels import level_of, levels_in_force
from models.contests.wording import mark_word, marks_counted
from models.figures.forecast import WINDOWS, Forecast, forecast_words
from models.figures.paces import Forecasts, Paces
from models.figures.ranking import rank_units
from models.records import Contest, Figures, Level, Mark, UnitFigures
from models.records.comparing import Comparison, Difference
from models.text.formats import inside_words, number, percent, until_words


@dataclass(frozen=True, slots=True)
class FiguresTold:
    """Figures with what belongs to them: what they are compared with, and the pace."""

    figures: Figures
    contest: Contest | None
    beside: Comparison | None
    paces: Paces | None


def figures_data(told: FiguresTold) -> dict[str, Any]:
    """The figures as the JSON contract has them; rates are the words that are printed."""
    found, beside = told.figures, told.beside
    return {
        "as_of": found.as_of,
        "as_of_time": _time(found.minute),
        "stage": found.stage,
        **_counts(found),
        "level": _level_data(_level(told, found))["level"],
        "units": _lines_data(told),
        "notes": found.notes,
        "footnotes": [each for each in found.footnotes if each],
        "change": None if beside is None else _change_data(beside),
        "pace": [] if told.paces is None else _paces_data(told.paces.whole),
    }


def _counts(line: Figures | UnitFigures) -> dict[str, Any]:
    return {
        "total": line.total,
        "registered": line.registered,
        "failed": line.failed,
        "completed": line.completed,
        "exempt": line.exempt,
        "attempts": line.attempts,
        "rate_registered": percent(line.registered, line.total),
        "rate_completed": percent(line.completed, line.total),
    }


def _lines_data(told: FiguresTold) -> list[dict[str, Any]]:
    found = told.figures
    names = {line.unit_id: line.name for line in found.units if line.unit_id is not None}
    ranks, completed = (_ranks(found, mark) for mark in (Mark.REGISTERED, Mark.COMPLETED))
    counted = ranks if _main(told.contest) is Mark.REGISTERED else completed
    return [
        {
            "name": line.name,
            "code": line.code,
            "kind": None if line.kind is None else str(line.kind),
            "parent": names.get(line.parent_id) if line.parent_id is not None else None,
            **_counts(line),
            "rank": counted[line.code],
            "rank_completed": completed[line.code],
            **_level_data(_level(told, line)),
            "change": _line_change(told.beside, line),
            "footnote": told.beside.footnotes.get(line.code, "") if told.beside else "",
            "pace": _line_pace(told.paces, line),
        }
        for line in found.units
    ]


def _main(contest: Contest | None) -> Mark:
    """The mark that units are ranked and called by."""
    return marks_counted(contest)[0]


def _ranks(found: Figures, mark: Mark) -> dict[str, int | None]:
    return {each.unit.code: each.rank for each in rank_units(found.units, mark)}


def _level(told: FiguresTold, line: Figures | UnitFigures) -> Level | None:
    part = line.registered if _main(told.contest) is Mark.REGISTERED else line.completed
    return level_of(levels_in_force(told.contest), part, line.total)


def _level_data(level: Level | None) -> dict[str, Any]:
    return {"level": level and level.word, "tone": None if level is None else str(level.tone)}


def _line_change(beside: Comparison | None, line: UnitFigures) -> dict[str, int] | None:
    return None if beside is None else beside.lines[line.code]._asdict()


def _change_data(beside: Comparison) -> dict[str, Any]:
    moment, frozen = beside.basis
    return beside.whole._asdict() | {
        "since": moment.day,
        "since_time": _time(moment.minute),
        "frozen": frozen,
        "words": beside.basis.words,
    }


def _time(minute: int | None) -> str | None:
    return None if minute is None else f"{minute // 60:02d}:{minute % 60:02d}"


def _line_pace(found: Paces | None, line: UnitFigures) -> list[dict[str, Any]]:
    if found is None or line.unit_id is None:
        return []
    return _paces_data(found.units.get(line.unit_id, ()))


def _paces_data(found: Forecasts) -> list[dict[str, Any]]:
    return [
        {
            "mark": str(each.mark),
            "deadline": each.deadline.day,
            "own": each.deadline.own,
            "needed": each.needed,
            **{f"per_day_{window}": _per_day(each, window) for window in WINDOWS},
            **{f"reached_{window}": each.reached(window) for window in WINDOWS},
            "words": forecast_words(each),
        }
        for each in found
    ]


def _per_day(found: Forecast, window: int) -> float | None:
    present = dict(found.paces)[window].present
    return None if present is None else round(float(present), 1)


def figures_text(told: FiguresTold) -> str:
    """The same in words: the whole, what changed, each line, and what has to be known."""
    found, beside = told.figures, told.beside
    marks = [_mark_words(mark, found, told.contest) for mark in marks_counted(told.contest)]
    lines = [
        f"Số liệu {until_words(found.as_of, found.minute)}: {number(found.total)} người, "
        f"{', '.join(marks)}."
    ]
    if beside is not None:
        words = beside.basis.words
        lines.append(f"{words[:1].upper()}{words[1:]}: {_difference(beside.whole, told.contest)}.")
    ranks = _ranks(found, _main(told.contest))
    lines += [_line_words(told, line, ranks[line.code]) for line in found.units]
    forecasts = told.paces.whole if told.paces else ()
    return "\n".join(
        filter(None, [*lines, *found.notes, *found.footnotes, *map(forecast_words, forecasts)])
    )


def _mark_words(mark: Mark, found: Figures, contest: Contest | None) -> str:
    count = found.registered if mark is Mark.REGISTERED else found.completed
    told = f"{inside_words(mark_word(mark, contest))} {number(count)}"
    return f"{told} ({percent(count, found.total)})"


def _line_words(told: FiguresTold, line: UnitFigures, rank: int | None) -> str:
    count = line.registered if _main(told.contest) is Mark.REGISTERED else line.completed
    level = _level(told, line)
    parts = [
        f"  {line.name}: {count}/{line.total} ({percent(count, line.total)})",
        f"hạng {rank}" if rank else "",
        level.word if level else "",
        _difference(told.beside.lines[line.code], told.contest) if told.beside else "",
    ]
    return ", ".join(filter(None, parts))


def _difference(found: Difference, contest: Contest | None) -> str:
    """ "tổng số −3, đã đăng ký +24, đã hoàn thành +2"; "không đổi" where nothing differs."""
    counts = {Mark.REGISTERED: found.registered, Mark.COMPLETED: found.completed}
    parts = [("tổng số", found.total)]
    for mark in marks_counted(contest):
        parts.append((inside_words(mark_word(mark, contest)), counts[mark]))
    return ", ".join(f"{words} {_signed(by)}" for words, by in parts if by) or "không đổi"


def _signed(by: int) -> str:
    return f"+{number(by)}" if by > 0 else f"−{number(-by)}"
