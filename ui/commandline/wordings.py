"""The command wording: the words of a kind of document as the commune wants them."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from models.errors import AppError
from models.papers.wordings import (
    LONGEST_WORDING,
    LineState,
    compared_lines,
    kinds_worded,
    reset_wording,
)
from models.store.store import Store
from models.text.formats import number
from reports.catalog import KINDS
from reports.wording.checking import check_wording
from reports.wording.grammar import WordingProblem
from reports.wording.originals import kinds_with_wording
from reports.wording.places import place_key
from ui.calls.wording import WordingLook, keep_wording, present_words, wording_look
from ui.commandline.files import opened
from ui.commandline.outcome import Outcome

SIGNS = {LineState.SAME: "  ", LineState.GONE: "- ", LineState.NEW: "+ "}


def wording(arguments: argparse.Namespace) -> Outcome:
    """Do what the act says."""
    with opened(arguments) as file:
        if arguments.act == "list":
            return _list(file)
        return _ACTS[arguments.act](file, wording_look(file, arguments.kind), arguments)


def _list(file: Store) -> Outcome:
    own = kinds_worded(file)
    kinds = [each for each in KINDS if each.code in kinds_with_wording()]
    data = [{"kind": k.code, "title": k.title, "own": k.code in own} for k in kinds]
    lines = [
        f"  {k.code:<22}{k.title}{' · lời văn của xã' if k.code in own else ''}" for k in kinds
    ]
    return Outcome({"wordings": data}, "\n".join(lines))


def _show(_file: Store, look: WordingLook, arguments: argparse.Namespace) -> Outcome:
    text = look.original if arguments.original else look.text
    problems = check_wording(look.code, text)
    return Outcome(
        {
            "kind": look.code,
            "title": look.title,
            "own": look.own is not None,
            "text": text,
            "problems": _problems_data(problems),
        },
        text.rstrip("\n"),
        warnings=tuple(map(_told, problems)),
    )


def _set(file: Store, look: WordingLook, arguments: argparse.Namespace) -> Outcome:
    text = _read(arguments.file)
    problems = check_wording(look.code, text)
    if problems and not arguments.with_faults:
        first = problems[0]
        raise AppError(
            f"Lời văn có {number(len(problems))} lỗi nên chưa lưu. {_told(first)}",
            "Hãy sửa tệp rồi làm lại; --with-faults vẫn lưu, nhưng văn bản chưa xuất được.",
        )
    changed = keep_wording(file, look, text)
    said = "Đã lưu" if changed else "Không có gì thay đổi ở"
    data = {"kind": look.code, "changed": changed, "problems": _problems_data(problems)}
    return Outcome(data, f"{said} lời văn “{look.title}”.", warnings=tuple(map(_told, problems)))


def _reset(file: Store, look: WordingLook, _arguments: argparse.Namespace) -> Outcome:
    changed = reset_wording(file, look.code, look.title)
    said = "Đã lấy lại" if changed else "Vẫn đang dùng"
    return Outcome({"kind": look.code, "changed": changed}, f"{said} lời văn gốc “{look.title}”.")


def _diff(_file: Store, look: WordingLook, _arguments: argparse.Namespace) -> Outcome:
    lines = compared_lines(look.original, look.text)
    counts = {state: sum(line.state is state for line in lines) for state in LineState}
    data = {
        "kind": look.code,
        "gone": counts[LineState.GONE],
        "new": counts[LineState.NEW],
        "lines": [{"state": str(line.state), "text": line.text} for line in lines],
    }
    differs = counts[LineState.GONE] or counts[LineState.NEW]
    text = "\n".join(f"{SIGNS[line.state]}{line.text}".rstrip() for line in lines)
    return Outcome(data, text if differs else "Giống hệt bản gốc.")


def _places(_file: Store, look: WordingLook, _arguments: argparse.Namespace) -> Outcome:
    values = {place_key(name): present_words(value) for name, value in look.values.items()}
    data = [
        {
            "name": place.code,
            "value": values.get(place_key(place.code)),
            "explanation": place.explanation,
            "block": place.is_block,
        }
        for place in look.places
    ]
    lines = [f"  {{{each['name']}}} = {each['value'] or ''}".rstrip() for each in data]
    return Outcome(
        {"kind": look.code, "places": data},
        "\n".join(lines),
        warnings=(look.unknown,) if look.unknown else (),
    )


_ACTS: dict[str, Callable[[Store, WordingLook, argparse.Namespace], Outcome]] = {
    "show": _show,
    "set": _set,
    "reset": _reset,
    "diff": _diff,
    "places": _places,
}


def _read(path: Path) -> str:
    """The text of a file. Raises `AppError` for what cannot be one."""
    try:
        content = path.read_bytes() if path.stat().st_size <= 4 * LONGEST_WORDING else None
    except OSError as error:
        raise AppError(f"Không đọc được tệp “{path}”.", "Hãy xem lại tên tệp.") from error
    if content is None:
        raise AppError(f"Tệp “{path.name}” lớn quá nên không phải lời văn.", "Hãy chọn tệp khác.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise AppError(
            f"Tệp “{path.name}” không phải văn bản Unicode (UTF-8).",
            "Hãy mở bằng Notepad và lưu lại với mã hóa UTF-8.",
        ) from error


def _told(problem: WordingProblem) -> str:
    return f"Dòng {problem.line}: {problem.sentence}"


def _problems_data(problems: tuple[WordingProblem, ...]) -> list[dict[str, Any]]:
    return [
        {
            "line": each.line,
            "column": each.column,
            "length": each.length,
            "sentence": each.sentence,
        }
        for each in problems
    ]
