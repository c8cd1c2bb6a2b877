"""The command contest: which contests there are, what the one worked on is, and setting it."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import Any

from models.contests.adding import add_contest, contest_by_code
from models.contests.blueprints import moved_by_years, moved_to, own_contest, short_of
from models.contests.choosing import ContestChoice, contest_choices, use_contest
from models.contests.editing import edit_contest
from models.errors import AppError
from models.figures.closing import close_contest, personal_data_held, reopen_contest
from models.records import Contest
from models.roster.by_score import by_score_words, marks_by_score
from models.store.data_file import DataFile
from ui.calls.contest import contest_head, stages_look
from ui.commandline.contest_keys import edit_for
from ui.commandline.contest_words import contest_data, contest_text
from ui.commandline.files import opened
from ui.commandline.outcome import Outcome

BY_SCORE = "Chưa đánh dấu ai; muốn ghi thì dùng mark completed --by-score, mark failed --by-score."


def contest(arguments: argparse.Namespace) -> Outcome:
    """List, show or choose, make a new one, or set a part of the one worked on."""
    with opened(arguments) as file:
        return _ACTS[arguments.act](file, arguments)


def _list(file: DataFile, _arguments: argparse.Namespace) -> Outcome:
    choices = contest_choices(file)
    data = [
        {
            "code": each.code,
            "name": each.name,
            "added": each.added,
            "current": each.current,
            "closed": each.closed,
        }
        for each in choices
    ]
    return Outcome({"contests": data}, "\n".join(map(_line, choices)) or "Chưa có cuộc thi nào.")


def _line(choice: ContestChoice) -> str:
    state = "đang dùng" if choice.current else "đã có" if choice.added else "chưa thêm"
    closed = ", đã đóng" if choice.closed else ""
    return f"{choice.code}  {choice.name} ({state}{closed})"


def _show(file: DataFile, _arguments: argparse.Namespace) -> Outcome:
    return _shown(file, {})


def _shown(file: DataFile, more: dict[str, Any]) -> Outcome:
    head, look = contest_head(file), stages_look(file)
    if look.contest is None:
        raise AppError("Tệp chưa có cuộc thi.", "Hãy dùng contest use hoặc contest new.")
    data = contest_data(look.contest, look.lines, head.ending)
    return Outcome(data | more, contest_text(look.contest, look.lines, head.ending))


def _use(file: DataFile, arguments: argparse.Namespace) -> Outcome:
    if arguments.code is None:
        known = ", ".join(each.code for each in contest_choices(file))
        raise AppError("Chưa ghi mã cuộc thi.", f"Hãy ghi một trong các mã: {known}.")
    changed = use_contest(file, arguments.code)
    chosen = next(each for each in contest_choices(file) if each.code == arguments.code)
    words = "Từ nay làm việc với" if changed else "Đang làm việc với"
    data = {"contest": chosen.code, "name": chosen.name, "changed": changed}
    return Outcome(data, f"{words} cuộc thi “{chosen.name}”.")


def _new(file: DataFile, arguments: argparse.Namespace) -> Outcome:
    made = _like(file, arguments) if arguments.base else _own(arguments)
    told = {
        "name": arguments.name,
        "short_name": arguments.short_name or (short_of(arguments.name) if arguments.name else ""),
        "platform": arguments.platform,
        "course_url": arguments.link,
        "registered_word": arguments.registered_word,
        "completed_word": arguments.completed_word,
    }
    made = replace(made, **{key: value for key, value in told.items() if value})
    made = replace(made, one_mark=made.one_mark or arguments.one_mark)
    kept = add_contest(file, made, arguments.base)
    return _shown(file, {"contest": kept.code})


def _own(arguments: argparse.Namespace) -> Contest:
    if arguments.starts is None or arguments.ends is None:
        raise AppError(
            "Chưa ghi ngày bắt đầu và ngày kết thúc của cuộc thi.",
            "Hãy ghi --starts và --ends, như 2026-06-11, hoặc --from với mã một cuộc thi.",
        )
    return own_contest(arguments.name, arguments.starts, arguments.ends)


def _like(file: DataFile, arguments: argparse.Namespace) -> Contest:
    """Like a preset on its own days, or another contest a year later; or from `--starts` on."""
    base = contest_by_code(file, arguments.base)
    if arguments.ends is not None:
        raise AppError(
            "Cuộc thi theo mẫu giữ độ dài các chặng nên không dùng --ends.",
            "Hãy chỉ ghi --starts, rồi sửa từng chặng bằng contest set.",
        )
    if arguments.starts is not None:
        return moved_to(base, arguments.starts)
    return moved_by_years(base) if base.id else base


def _set(file: DataFile, arguments: argparse.Namespace) -> Outcome:
    before = contest_head(file).contest
    after = edit_contest(file, edit_for(arguments.key, arguments.value))
    shown = _shown(file, {"changed": after != before})
    again = before is not None and before.pass_mark != after.pass_mark
    return replace(shown, warnings=_otherwise_by_score(file)) if again else shown


def _otherwise_by_score(file: DataFile) -> tuple[str, ...]:
    """Whom another pass mark would decide otherwise: nobody is marked by setting it."""
    found = marks_by_score(file)
    words = by_score_words(found) if found else ""
    return (f"{words} {BY_SCORE}",) if words else ()


def _close(file: DataFile, arguments: argparse.Namespace) -> Outcome:
    made = close_contest(file, arguments.on)
    frozen = [
        {"id": each.id, "stage": each.figures.stage, "figures_hash": each.short_hash}
        for each in made
    ]
    return _shown(file, {"frozen": frozen, "held": personal_data_held(file)._asdict()})


def _reopen(file: DataFile, _arguments: argparse.Namespace) -> Outcome:
    reopen_contest(file)
    return _shown(file, {})


_ACTS = {
    "list": _list,
    "show": _show,
    "use": _use,
    "new": _new,
    "set": _set,
    "close": _close,
    "reopen": _reopen,
}
