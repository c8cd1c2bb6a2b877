"""How the command figures tells its numbers: as the JSON contract has them, and in words."""

from __future__ import annotations

from typing import Any

from models.contests.mark_names import MarkNames, mark_names
from models.contests.wording import mark_word, marks_counted
from models.figures.board import Board, BoardLine, leading_mark
from models.figures.forecast import WINDOWS, Forecast, forecast_words
from models.figures.paces import Forecasts
from models.records import Contest, Figures, Level, Mark, UnitFigures
from models.records.comparing import Comparison, Difference
from models.text.formats import inside_words, iso_minute, number, percent, until_words


def figures_data(board: Board) -> dict[str, Any]:
    """The figures as the JSON contract has them; rates are the words that are printed."""
    found = board.figures
    units = {line.unit_id: line.name for line in found.units if line.unit_id is not None}
    marks = mark_names(board.contest)
    return {
        "as_of": found.as_of,
        "as_of_time": iso_minute(found.minute),
        "stage": found.stage,
        **_counts(found),
        **_level_data(board.level),
        "units": [_line_data(each, units, marks) for each in board.lines],
        "notes": found.notes,
        "footnotes": found.footnotes,
        "change": None if board.beside is None else _change_data(board.beside),
        "today": board.today._asdict(),
        "pace": _paces_data(board.forecasts, marks),
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


def _line_data(told: BoardLine, units: dict[int, str], marks: MarkNames) -> dict[str, Any]:
    line = told.line
    return {
        "name": line.name,
        "code": line.code,
        "kind": None if line.kind is None else str(line.kind),
        "parent": units.get(line.parent_id) if line.parent_id is not None else None,
        **_counts(line),
        "rank": told.rank,
        "rank_completed": told.rank_completed,
        **_level_data(told.level),
        "change": None if told.change is None else told.change._asdict(),
        "today": told.today._asdict(),
        "footnote": told.footnote,
        "pace": _paces_data(told.forecasts, marks),
    }


def _level_data(level: Level | None) -> dict[str, Any]:
    return {"level": level and level.word, "tone": None if level is None else str(level.tone)}


def _change_data(beside: Comparison) -> dict[str, Any]:
    moment, frozen = beside.basis
    return beside.whole._asdict() | {
        "since": moment.day,
        "since_time": iso_minute(moment.minute),
        "frozen": frozen,
        "words": beside.basis.words,
    }


def _paces_data(found: Forecasts, names: MarkNames) -> list[dict[str, Any]]:
    return [
        {
            "mark": str(each.mark),
            "deadline": each.deadline.day,
            "own": each.deadline.own,
            "needed": each.needed,
            **{f"per_day_{window}": _per_day(each, window) for window in WINDOWS},
            **{f"reached_{window}": each.reached(window) for window in WINDOWS},
            "words": forecast_words(each, names=names),
        }
        for each in found
    ]


def _per_day(found: Forecast, window: int) -> float | None:
    present = dict(found.paces)[window].present
    return None if present is None else round(float(present), 1)


def figures_text(board: Board) -> str:
    """The same in words: the whole, what changed, each line, and what has to be known."""
    found, contest = board.figures, board.contest
    marks = [_mark_words(mark, found, contest) for mark in marks_counted(contest)]
    if found.failed:
        marks.append(f"{mark_names(contest).done(Mark.FAILED)} {number(found.failed)}")
    lines = [
        f"Số liệu {until_words(found.as_of, found.minute)}: {number(found.total)} người, "
        f"{', '.join(marks)}.",
        f"Trong ngày: {_difference(board.today, contest)}." if any(board.today) else "",
    ]
    if board.beside is not None:
        words = board.beside.basis.words
        whole = _difference(board.beside.whole, contest)
        lines.append(f"{words[:1].upper()}{words[1:]}: {whole}.")
    lines += [_line_words(each, contest) for each in board.lines]
    lines += [*found.notes, *found.footnotes]
    lines += [_forecast_line(each, mark_names(contest)) for each in board.forecasts]
    return "\n".join(filter(None, lines))


def _forecast_line(found: Forecast, names: MarkNames) -> str:
    told = inside_words(forecast_words(found, names=names))
    return f"{names.title(found.mark)}: {told}"


def _mark_words(mark: Mark, found: Figures, contest: Contest | None) -> str:
    count = found.registered if mark is Mark.REGISTERED else found.completed
    told = f"{inside_words(mark_word(mark, contest))} {number(count)}"
    return f"{told} ({percent(count, found.total)})"


def _line_words(told: BoardLine, contest: Contest | None) -> str:
    line = told.line
    count = line.registered if leading_mark(contest) is Mark.REGISTERED else line.completed
    parts = [
        f"  {line.name}: {count}/{line.total} ({percent(count, line.total)})",
        f"hạng {told.rank}" if told.rank else "",
        told.level.word if told.level else "",
        _difference(told.change, contest) if told.change is not None else "",
    ]
    return ", ".join(filter(None, parts))


def _difference(found: Difference, contest: Contest | None) -> str:
    """ "tổng số −3, đã đăng ký +24, đã hoàn thành +2"; "không đổi" where nothing differs."""
    counts = {Mark.REGISTERED: found.registered, Mark.COMPLETED: found.completed}
    parts = [("tổng số", found.total)]
    for mark in marks_counted(contest):
        parts.append((inside_words(mark_word(mark, contest)), counts[mark]))
    parts.append((mark_names(contest).done(Mark.FAILED), found.failed))
    return ", ".join(f"{words} {_signed(by)}" for words, by in parts if by) or "không đổi"


def _signed(by: int) -> str:
    return f"+{number(by)}" if by > 0 else f"−{number(-by)}"
