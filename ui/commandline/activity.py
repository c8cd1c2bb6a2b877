"""The command log: what was done with the data, by whom, when; and the same as a workbook."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from models.errors import AppError
from models.journal.unbroken import chain_told
from models.papers.action_log import actions
from models.records.actions import GROUP_KINDS, ActionGroup, LoggedAction
from models.text.formats import number, short_date
from ui.commandline.files import opened
from ui.commandline.outcome import Outcome


def log(arguments: argparse.Namespace) -> Outcome:
    """The log, newest first, of the days and with the words that are asked for."""
    since, until = arguments.since, arguments.until
    _refuse_backward(since, until)
    kinds = GROUP_KINDS[ActionGroup(arguments.group)] if arguments.group else ()
    with opened(arguments) as file:
        found = actions(file, since, until, arguments.search, kinds, limit=None)
        chain = chain_told(file)
        data: dict[str, Any] = {
            "entries": [_line(each) for each in found],
            "unbroken": not chain.broken,
            "broken": list(chain.broken),
        }
        warnings = (chain.words,) if chain.broken else ()
        if arguments.out is None:
            lines = [*map(_words, found)] or ["Không có việc nào."]
            whole = () if chain.broken else (chain.words,)
            return Outcome(data, "\n".join([*lines, *whole]), warnings=warnings)
        from reports.log_export import export_log_lines

        path = export_log_lines(file, found, arguments.out, overwrite=arguments.overwrite)
    told = f"Đã xuất {number(len(found))} dòng nhật ký ra {path}."
    return Outcome({**data, "path": str(path)}, told, warnings=warnings)


def _refuse_backward(since: date | None, until: date | None) -> None:
    if since is not None and until is not None and until < since:
        raise AppError(
            f"Ngày cuối {short_date(until)} trước ngày đầu {short_date(since)}.",
            "Hãy ghi --since là ngày trước, --until là ngày sau.",
        )


def _line(line: LoggedAction) -> dict[str, Any]:
    return {
        "at": line.at.isoformat(sep=" "),
        "who": line.who,
        "kind": line.kind,
        "what": line.what,
        "count": line.count if line.count >= 0 else None,
        "counted": line.counted if line.count >= 0 else "",
        "place": line.place,
        "why": line.why,
        "entry": line.entry,
    }


def _words(line: LoggedAction) -> str:
    many = f" · {number(line.count)} {line.counted}" if line.count >= 0 and line.counted else ""
    where = f" · {line.place}" if line.place else ""
    why = f" · {line.why}" if line.why else ""
    at = f"{line.at:%H:%M:%S} {short_date(line.at.date())}"
    return f"{at}  {line.who}  {line.what}{many}{where}{why}"
