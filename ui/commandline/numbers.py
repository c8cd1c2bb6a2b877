"""The commands that show the numbers and freeze them: figures, freeze."""

from __future__ import annotations

import argparse

from models.contests.current import current_contest
from models.errors import AppError
from models.figures.board import (
    figures_board,
    plain_board,
    refuse_stage_of_entries,
    refuse_unknown_stage,
)
from models.figures.frozen import freeze
from models.figures.frozen_reports import frozen_names, list_frozen
from models.figures.notes import days_to_come
from models.figures.rechecking import recheck, recheck_words
from models.papers.period_change import freeze_period
from models.papers.periods import PeriodCut, parse_period
from models.records.figures import Grouping
from models.records.frozen import FrozenReport
from models.roster.doubtful import doubtful_marks
from models.store.data_file import DataFile
from models.text.formats import number
from ui.commandline.files import opened
from ui.commandline.frozen_words import frozen_data, frozen_line, names_data
from ui.commandline.numbers_words import figures_data, figures_text
from ui.commandline.outcome import Outcome

LOST = "{count} người đã đánh dấu mà nền tảng không còn ghi nhận; cần quyết định giữ hay bỏ."


def show_figures(arguments: argparse.Namespace) -> Outcome:
    """The numbers as of a day or a minute of it, by what is asked, beside what is asked."""
    by = Grouping(arguments.by)
    if arguments.rollup and by is not Grouping.UNIT:
        raise AppError(
            "--rollup chỉ dùng khi xem theo đơn vị.", "Hãy bỏ --rollup, hoặc dùng --by unit."
        )
    with opened(arguments) as file:
        board = figures_board(
            file,
            arguments.as_of,
            since=arguments.since,
            stage=arguments.stage,
            by=by,
            below=arguments.rollup,
        )
        lost = len(doubtful_marks(file, board.figures.as_of))
        today = file.clock().date()
    text = figures_text(board) + (f"\n{LOST.format(count=number(lost))}" if lost else "")
    more = {"rollup": arguments.rollup, "by": str(by), "lost": lost}
    warnings = days_to_come(board.figures.as_of, today)
    return Outcome(figures_data(board) | more, text, warnings=warnings)


def freeze_figures(arguments: argparse.Namespace) -> Outcome:
    """Freeze the numbers with the names behind them, or show what was frozen."""
    with opened(arguments) as file:
        if arguments.list:
            reports = list_frozen(file)
            lines = [frozen_line(each, current_contest(file)) for each in reports]
            text = "\n".join(lines) or "Chưa chốt số liệu lần nào."
            return Outcome({"reports": [frozen_data(each) for each in reports]}, text)
        if arguments.show is not None:
            return _shown(file, arguments.show)
        contest = current_contest(file)
        refuse_unknown_stage(contest, arguments.stage)
        refuse_stage_of_entries(contest, arguments.stage)
        report = _frozen(file, arguments)
    return Outcome(frozen_data(report), f"Đã chốt: {frozen_line(report, contest)}")


def _frozen(file: DataFile, arguments: argparse.Namespace) -> FrozenReport:
    """The figures of a day or a minute, or those of a period, frozen."""
    title, stage = arguments.title, arguments.stage
    if arguments.period is None:
        return freeze(file, arguments.as_of, title=title, stage=stage)
    period = parse_period(arguments.period, PeriodCut(arguments.cut or PeriodCut.DECREE))
    return freeze_period(file, period, title, stage)


def _shown(file: DataFile, report_id: int) -> Outcome:
    """A frozen report with its numbers and names, and who is told otherwise now."""
    contest = current_contest(file)
    found = recheck(file, report_id, contest)
    board = plain_board(found.report.figures, contest)
    changed = [{"uid": e.uid, "name": e.name, "change": e.words} for e in found.people]
    data = frozen_data(found.report) | {
        "whole": found.report.whole,
        "figures": figures_data(board),
        "people": names_data(frozen_names(file, report_id)),
        "changed_since": found.difference._asdict() | {"people": changed},
    }
    lines = [frozen_line(found.report, contest), figures_text(board), recheck_words(found)]
    lines += [f"  {each.name}: {each.words}" for each in found.people]
    return Outcome(data, "\n".join(filter(None, lines)))
