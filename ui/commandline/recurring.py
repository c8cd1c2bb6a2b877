"""What of the command report is about periods and stored definitions."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from models.errors import AppError
from models.figures.figures import figures
from models.papers.definitions import (
    definition_named,
    definition_words,
    definitions_of,
    forget_definitions,
    period_to_run,
    store_definition,
)
from models.papers.period_change import change_in_period, day_of_period
from models.papers.periods import PeriodCut, PeriodSpan, ReportPeriod, parse_period
from models.records.recurring import ReportDefinition
from models.store.store import Store
from models.text.formats import number
from reports.catalog import KINDS
from ui.calls.recurring import DefinitionLine, definition_lines, run_definition
from ui.commandline.outcome import Outcome


def asks_for_definition(arguments: argparse.Namespace) -> bool:
    """Whether the command is about stored definitions, and not about one document.

    A period without a kind of document means all that is stored for such periods.
    """
    named = (arguments.stored, arguments.store, arguments.forget)
    of_period = arguments.kind is None and arguments.period is not None
    return arguments.definitions or of_period or any(each is not None for each in named)


def period_asked(arguments: argparse.Namespace) -> ReportPeriod | None:
    """The period that the command names; None when it names none."""
    if arguments.period is None:
        return None
    return parse_period(arguments.period, PeriodCut(arguments.cut or PeriodCut.DECREE))


def period_data(file: Store, period: ReportPeriod) -> dict[str, Any]:
    """A period as JSON has it: the day of its figures, and what changed since the one before."""
    today = file.clock().date()
    as_of = day_of_period(period, today)
    change = change_in_period(file, period, figures(file, as_of))
    whole = change.comparison.whole
    return {
        "as_of": as_of,
        "period": _period(period),
        "change": {
            "against": change.comparison.basis.dated_words,
            "frozen": change.comparison.basis.frozen,
            "period": _period(change.before),
            "total": whole.total,
            "registered": whole.registered,
            "completed": whole.completed,
            "footnote": change.comparison.footnote,
        },
    }


def recurring(file: Store, arguments: argparse.Namespace) -> Outcome:
    """Run, store, forget or list stored definitions."""
    if arguments.store is not None:
        return _store(file, arguments)
    if arguments.forget is not None:
        found = definition_named(file, arguments.forget)
        forget_definitions(file, [found.id])
        return Outcome({"forgotten": found.name}, f"Đã xóa báo cáo định kỳ “{found.name}”.")
    if arguments.stored is not None:
        return _run(file, arguments)
    if not arguments.definitions:
        return _run_of_period(file, arguments)
    lines = definition_lines(file)
    text = "\n".join(map(_line, lines)) or "Chưa lưu báo cáo định kỳ nào."
    return Outcome({"definitions": [_data(each) for each in lines]}, text)


def _store(file: Store, arguments: argparse.Namespace) -> Outcome:
    """Keep a definition under its name, in the place of the one that had it."""
    kinds = tuple(arguments.kinds or filter(None, (arguments.kind,)))
    known = [each.code for each in KINDS]
    if unknown := [each for each in kinds if each not in known]:
        raise AppError(
            f"Không có loại văn bản {', '.join(unknown)}.",
            f"Các loại có sẵn: {', '.join(known)}.",
        )
    if arguments.every is None:
        raise AppError(
            "Chưa ghi báo cáo định kỳ bao lâu một lần.", "Hãy thêm --every, ví dụ --every month."
        )
    same = [e.definition for e in definition_lines(file) if e.definition.name == arguments.store]
    definition = ReportDefinition(
        same[0].id if same else 0,
        arguments.store,
        arguments.every,
        arguments.cut or str(PeriodCut.DECREE),
        arguments.since,
        arguments.until,
        kinds,
        tuple(arguments.formats or (arguments.format,)),
    )
    stored = store_definition(file, definition)
    line = next(each for each in definition_lines(file) if each.id == stored)
    return Outcome({"definition": _data(line)}, f"Đã lưu báo cáo định kỳ.\n{_line(line)}")


def _run(file: Store, arguments: argparse.Namespace) -> Outcome:
    definition = definition_named(file, arguments.stored)
    today = file.clock().date()
    cut = PeriodCut(arguments.cut or definition.cut)
    period = (
        parse_period(arguments.period, cut)
        if arguments.period
        else period_to_run(definition, today)
    )
    return _made(file, arguments, definition, period)


def _run_of_period(file: Store, arguments: argparse.Namespace) -> Outcome:
    """Run whatever is stored for periods as long as the one that is named, one after the other."""
    asked = arguments.period
    stored = definitions_of(file)
    periods = [parse_period(asked, PeriodCut(arguments.cut or each.cut)) for each in stored]
    wanted = [each for each in zip(stored, periods, strict=True) if _is_for(*each)]
    if not wanted:
        raise AppError(
            f"Chưa lưu báo cáo định kỳ nào cho kỳ như {asked}.",
            "Hãy lưu bằng report --store TÊN --every month --kinds unit-summary, hoặc ghi loại văn "
            "bản trước --period.",
        )
    runs: list[Outcome] = []
    for definition, period in wanted:
        try:
            runs.append(_made(file, arguments, definition, period))
        except AppError as error:
            done = [each.data["definition"] for each in runs]
            told = f"Đã lập xong {', '.join(f'“{name}”' for name in done)}. " if done else ""
            raise AppError(told + error.sentence, error.advice) from error
    return Outcome({"runs": [each.data for each in runs]}, "\n".join(each.text for each in runs))


def _is_for(definition: ReportDefinition, period: ReportPeriod) -> bool:
    if definition.span != period.span:
        return False
    days = (definition.since, definition.until)
    return period.span is not PeriodSpan.FREE or days == (period.since, period.until)


def _made(
    file: Store, arguments: argparse.Namespace, definition: ReportDefinition, period: ReportPeriod
) -> Outcome:
    done = run_definition(
        file, definition, period, arguments.out or Path.cwd(), overwrite=arguments.overwrite
    )
    files = [
        {"path": str(each.path), "kind": each.kind, "figures_hash": each.figures_hash}
        for each in done.files
    ]
    data = {
        "definition": definition.name,
        "files": files,
        "frozen": done.frozen,
        "skipped": list(done.skipped),
        **period_data(file, period),
    }
    paths = "\n".join(f"  {each.path}" for each in done.files)
    skipped = "".join(f"\n  {each}" for each in done.skipped)
    text = f"Đã lập {number(len(files))} văn bản kỳ {period.name}:\n{paths}{skipped}"
    return Outcome(data, text)


def _period(period: ReportPeriod) -> dict[str, Any]:
    return {
        "code": period.code,
        "name": period.short_name,
        "cut": str(period.cut),
        "since": period.since,
        "until": period.until,
    }


def _data(line: DefinitionLine) -> dict[str, Any]:
    told = line.definition
    return {
        "name": told.name,
        "every": told.span,
        "cut": told.cut,
        "kinds": told.kinds,
        "formats": told.formats,
        "next": _period(line.period),
        "due": line.is_due,
        "last_period": told.last_period or None,
        "last_run_on": told.last_run_on,
    }


def _line(line: DefinitionLine) -> str:
    told = line.definition
    due = f"cần lập cho kỳ {line.period.short_name}" if line.is_due else "đã lập"
    return f"{told.name}: {definition_words(told)}; {due}"
