"""The commands that show the numbers and freeze them: figures, freeze."""

from __future__ import annotations

import argparse
from dataclasses import replace

from models.contests.current import current_contest
from models.errors import AppError
from models.figures.comparing import compared, difference_of, last_compared
from models.figures.figures import figures
from models.figures.frozen import freeze
from models.figures.frozen_reports import frozen_names, list_frozen
from models.figures.grouping import grouped
from models.figures.notes import days_to_come, later_attempts
from models.figures.paces import paces
from models.figures.rechecking import recheck, recheck_words
from models.figures.rollup import rolled_up
from models.records import Contest, Figures
from models.records.comparing import Comparison
from models.records.figures import Grouping
from models.roster.doubtful import doubtful_marks
from models.store.data_file import DataFile
from models.store.snapshot import snapshot
from models.store.store import Store
from models.text.formats import number
from ui.commandline.files import opened
from ui.commandline.frozen_words import frozen_data, frozen_line, names_data
from ui.commandline.numbers_words import FiguresTold, figures_data, figures_text
from ui.commandline.outcome import Outcome

LOST = "{count} người đã đánh dấu mà nền tảng không còn ghi nhận; cần quyết định giữ hay bỏ."


def show_figures(arguments: argparse.Namespace) -> Outcome:
    """The numbers as of a day or a minute of it, by what is asked, beside what is asked."""
    by = Grouping(arguments.by)
    if arguments.rollup and by is not Grouping.UNIT:
        raise AppError(
            "--rollup chỉ dùng khi xem theo đơn vị.", "Hãy bỏ --rollup, hoặc dùng --by unit."
        )
    with opened(arguments) as file, snapshot(file) as store:
        contest = current_contest(store)
        _refuse_stage(contest, arguments.stage)
        found = figures(store, arguments.as_of, arguments.stage)
        told = _told(store, found, contest, arguments, by)
        lost = len(doubtful_marks(store, found.as_of))
        today = file.clock().date()
    text = figures_text(told) + (f"\n{LOST.format(count=number(lost))}" if lost else "")
    more = {"rollup": arguments.rollup, "by": str(by), "lost": lost}
    warnings = days_to_come(found.as_of, today)
    return Outcome(figures_data(told) | more, text, warnings=warnings)


def _told(
    store: Store,
    found: Figures,
    contest: Contest | None,
    arguments: argparse.Namespace,
    by: Grouping,
) -> FiguresTold:
    beside = (
        last_compared(store, found)
        if arguments.since is None
        else compared(store, found, arguments.since)
    )
    notes = (*found.footnotes, *later_attempts(found, store.clock().date()))
    said = replace(found, footnotes=(*notes, *([beside.footnote] if beside else [])))
    shown = _lines(store, said, arguments, by)
    if beside is not None:
        beside = _beside(store, shown, beside, arguments, by)
    return FiguresTold(shown, contest, beside, paces(store, found, contest))


def _lines(store: Store, found: Figures, arguments: argparse.Namespace, by: Grouping) -> Figures:
    return rolled_up(store, found) if arguments.rollup else grouped(found, by)


def _beside(
    store: Store, shown: Figures, beside: Comparison, arguments: argparse.Namespace, by: Grouping
) -> Comparison:
    """The comparison line by line, with lines of the same kind on both sides."""
    before = _lines(store, beside.before, arguments, by)
    lines = difference_of(shown, before, beside.basis).lines
    own = by is Grouping.UNIT and not arguments.rollup
    return replace(beside, lines=lines, footnotes=beside.footnotes if own else {})


def _refuse_stage(contest: Contest | None, stage: int | None) -> None:
    numbers = [each.number for each in contest.stages] if contest else []
    if stage is not None and stage not in numbers:
        known = ", ".join(map(str, numbers)) or "chưa có chặng nào"
        raise AppError(
            f"Cuộc thi không có chặng {stage}.", f"Hãy chọn chặng của cuộc thi: {known}."
        )


def freeze_figures(arguments: argparse.Namespace) -> Outcome:
    """Freeze the numbers with the names behind them, or show what was frozen."""
    with opened(arguments) as file:
        if arguments.list:
            reports = list_frozen(file)
            text = "\n".join(map(frozen_line, reports)) or "Chưa chốt số liệu lần nào."
            return Outcome({"reports": [frozen_data(each) for each in reports]}, text)
        if arguments.show is not None:
            return _shown(file, arguments.show)
        _refuse_stage(current_contest(file), arguments.stage)
        report = freeze(file, arguments.as_of, title=arguments.title, stage=arguments.stage)
    return Outcome(frozen_data(report), f"Đã chốt: {frozen_line(report)}")


def _shown(file: DataFile, report_id: int) -> Outcome:
    """A frozen report with its numbers and names, and who is told otherwise now."""
    contest = current_contest(file)
    found = recheck(file, report_id, contest)
    told = FiguresTold(found.report.figures, contest, None, None)
    changed = [{"uid": e.uid, "name": e.name, "change": e.words} for e in found.people]
    data = frozen_data(found.report) | {
        "whole": found.report.whole,
        "figures": figures_data(told),
        "people": names_data(frozen_names(file, report_id)),
        "changed_since": found.difference._asdict() | {"people": changed},
    }
    lines = [frozen_line(found.report), figures_text(told), recheck_words(found)]
    lines += [f"  {each.name}: {each.words}" for each in found.people]
    return Outcome(data, "\n".join(filter(None, lines)))
