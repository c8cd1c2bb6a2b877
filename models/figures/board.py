"""All numbers of a moment at one look: each line with its rank, level, change, pace and footnote.

Screens, tables and the JSON take it from here, so that they rank, call and compare alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from models.contests.current import current_contest
from models.contests.levels import level_of, levels_in_force
from models.contests.wording import marks_counted
from models.errors import AppError
from models.figures.comparing import compared, difference_of, last_compared, today_so_far
from models.figures.figures import figures
from models.figures.grouping import grouped
from models.figures.notes import later_attempts
from models.figures.paces import Forecasts, Paces, paces
from models.figures.ranking import rank_units
from models.figures.rollup import rolled_up
from models.records import Contest, Figures, Level, Mark, StageKind, UnitFigures
from models.records.comparing import Comparison, Difference, Since
from models.records.figures import Grouping
from models.records.moment import Moment
from models.store.snapshot import snapshot
from models.store.store import Store


@dataclass(frozen=True, slots=True)
class BoardLine:
    """One line with what belongs to it. `change` is None where nothing is compared with.

    `rank` goes by the mark that leads (`leading_mark`), `rank_completed` by completion; both are
    None where nobody has to take part. `today` is what the day of the figures has brought.
    """

    line: UnitFigures
    rank: int | None
    rank_completed: int | None
    level: Level | None
    change: Difference | None
    today: Difference
    footnote: str
    forecasts: Forecasts


@dataclass(frozen=True, slots=True)
class Board:
    """The figures with the lines that were asked for, and what the whole is compared with."""

    figures: Figures
    contest: Contest | None
    level: Level | None
    beside: Comparison | None
    today: Difference
    lines: tuple[BoardLine, ...]
    forecasts: Forecasts


def leading_mark(contest: Contest | None) -> Mark:
    """The mark that units are ranked and called by: registering, where that is counted at all."""
    return marks_counted(contest)[0]


def figures_board(
    data_file: Store,
    as_of: date | Moment | None = None,
    *,
    since: Since | None = None,
    stage: int | None = None,
    by: Grouping = Grouping.UNIT,
    below: bool = False,
) -> Board:
    """Everything as of `as_of` (the end of today when None), as one state of the data.

    Compared with `since`; None: with the last frozen report, if there is one. With `below` units
    count the people of those below them. Raises `AppError` for a stage or a report that does not
    exist.
    """
    with snapshot(data_file) as store:
        contest = current_contest(store)
        refuse_unknown_stage(contest, stage)
        found = figures(store, as_of, stage)
        beside = last_compared(store, found) if since is None else compared(store, found, since)
        yesterday = today_so_far(store, found)
        look = _Look(store, by, below)
        noted = _noted(found, beside, store)
        if note := of_entries_note(contest, stage):
            noted = replace(noted, notes=(*noted.notes, note))
        return _board(look, noted, contest, beside, yesterday)


@dataclass(frozen=True, slots=True)
class _Look:
    """How the lines are asked for."""

    store: Store
    by: Grouping
    below: bool

    def lines(self, found: Figures) -> Figures:
        return rolled_up(self.store, found) if self.below else grouped(found, self.by)

    def beside(self, shown: Figures, other: Comparison) -> Comparison:
        """The comparison line by line, with lines of the same kind on both sides."""
        lines = difference_of(shown, self.lines(other.before), other.basis).lines
        own = self.by is Grouping.UNIT and not self.below
        return replace(other, lines=lines, footnotes=other.footnotes if own else {})


def _noted(found: Figures, beside: Comparison | None, store: Store) -> Figures:
    """The figures with all footnotes: who is exempt, of when the attempts are, what changed."""
    late = later_attempts(found, store.clock().date())
    changed = [beside.footnote] if beside is not None and beside.footnote else []
    return replace(found, footnotes=(*found.footnotes, *late, *changed))


def _board(
    look: _Look,
    found: Figures,
    contest: Contest | None,
    beside: Comparison | None,
    yesterday: Comparison,
) -> Board:
    shown = look.lines(found)
    beside = None if beside is None else look.beside(shown, beside)
    pace = paces(look.store, found, contest)
    own = pace if look.by is Grouping.UNIT and not look.below else Paces(pace.whole, {})
    return Board(
        shown,
        contest,
        _level(shown, contest),
        beside,
        yesterday.whole,
        _lines(shown, contest, beside, look.beside(shown, yesterday).lines, own),
        pace.whole,
    )


def plain_board(found: Figures, contest: Contest | None) -> Board:
    """Figures by themselves, such as frozen ones: ranked and called, compared with nothing."""
    nothing = dict.fromkeys((line.code for line in found.units), Difference())
    lines = _lines(found, contest, None, nothing, Paces((), {}))
    return Board(found, contest, _level(found, contest), None, Difference(), lines, ())


def _lines(
    found: Figures,
    contest: Contest | None,
    beside: Comparison | None,
    today: Mapping[str, Difference],
    pace: Paces,
) -> tuple[BoardLine, ...]:
    registered, completed = (_ranks(found, mark) for mark in (Mark.REGISTERED, Mark.COMPLETED))
    leading = registered if leading_mark(contest) is Mark.REGISTERED else completed
    return tuple(
        BoardLine(
            line,
            leading[line.code],
            completed[line.code],
            _level(line, contest),
            None if beside is None else beside.lines[line.code],
            today[line.code],
            beside.footnotes.get(line.code, "") if beside else "",
            () if line.unit_id is None else pace.units.get(line.unit_id, ()),
        )
        for line in found.units
    )


def _ranks(found: Figures, mark: Mark) -> dict[str, int | None]:
    return {each.unit.code: each.rank for each in rank_units(found.units, mark)}


def _level(line: Figures | UnitFigures, contest: Contest | None) -> Level | None:
    part = line.registered if leading_mark(contest) is Mark.REGISTERED else line.completed
    return level_of(levels_in_force(contest), part, line.total)


def refuse_unknown_stage(contest: Contest | None, stage: int | None) -> None:
    """Raise `AppError` for a stage that the contest does not have; None is the one worked on."""
    numbers = [each.number for each in contest.stages] if contest else []
    if stage is not None and stage not in numbers:
        known = ", ".join(map(str, numbers)) or "chưa có chặng nào"
        raise AppError(
            f"Cuộc thi không có chặng {stage}.", f"Hãy chọn chặng của cuộc thi: {known}."
        )


def refuse_stage_of_entries(contest: Contest | None, stage: int | None) -> None:
    """Raise `AppError` where the stage is no matter of each person: nothing is there to report."""
    if note := of_entries_note(contest, stage):
        raise AppError(note, "Hãy chọn chặng của từng người; bài dự thi xem bằng lệnh entry list.")


def of_entries_note(contest: Contest | None, stage: int | None) -> str:
    """The sentence for a stage that is no matter of each person; "" for any other."""
    stages = contest.stages if contest else ()
    kinds = [each.kind for each in stages if each.number == stage]
    if not kinds or StageKind.EACH in kinds:
        return ""
    return f"Chặng {stage} không tính theo từng người nên không có số liệu đăng ký, hoàn thành."
