"""The command restore: a kept copy in the place of the data file, or the list of the copies."""

from __future__ import annotations

import argparse
from contextlib import suppress
from pathlib import Path
from typing import Any

from models.errors import AppError
from models.records.kept_copies import reason_words
from models.safekeeping.bringing_back import (
    BroughtIn,
    CopyBeside,
    copies_beside_now,
    restore_copy,
)
from models.safekeeping.doubts import restoring_doubts
from models.store.data_file import open_file
from models.store.keyring import KeyLost, Locked
from models.text.formats import number, short_date
from ui.commandline.files import data_path
from ui.commandline.outcome import Outcome
from ui.commandline.unlocking import unlock_for


def restore(arguments: argparse.Namespace) -> Outcome:
    """Put a kept copy in the place of the data file, whose present state is kept first."""
    if arguments.list:
        return _listed(arguments)
    copy: Path | None = arguments.file
    if copy is None:
        raise AppError(
            "Chưa chọn bản sao lưu để khôi phục.",
            "Hãy ghi tệp sao lưu; xem các bản hiện có bằng lệnh: restore --list.",
        )
    target: Path = arguments.to or data_path(arguments)
    unlock_for(copy, arguments)
    with suppress(KeyLost):
        # A damaged file may have lost its key; its copy has it.
        unlock_for(target, arguments)
    _refuse_doubtful(copy, target, sure=arguments.yes)
    done = restore_copy(copy, target)
    return Outcome(_told(done, target), _said(done, target))


def _refuse_doubtful(copy: Path, target: Path, *, sure: bool) -> None:
    doubts = restoring_doubts(copy, target)
    if doubts and not sure:
        raise AppError(" ".join(doubts), "Nếu vẫn muốn khôi phục, hãy thêm --yes.")


def _told(done: BroughtIn, target: Path) -> dict[str, Any]:
    saved = done.salvaged
    return {
        "path": str(target),
        "people": done.people,
        "attachments": done.files,
        "kept": str(done.kept) if done.kept else None,
        "salvaged": None if saved is None else {"entries": saved.brought, "whole": saved.whole},
    }


def _said(done: BroughtIn, target: Path) -> str:
    files = f", {number(done.files)} tệp đính kèm" if done.files else ""
    lines = [f"Đã khôi phục {number(done.people)} người{files} vào {target}."]
    saved = done.salvaged
    if saved is not None:
        lines.append(
            f"Làm lại được {number(saved.brought)} việc sau bản sao lưu từ tệp bị hỏng"
            + (", không mất việc nào." if saved.whole else "; các việc sau đó không đọc lại được.")
        )
    if done.kept is not None:
        lines.append(f"Dữ liệu trước khi khôi phục nằm ở {done.kept}.")
    return "\n".join(lines)


def _listed(arguments: argparse.Namespace) -> Outcome:
    path = data_path(arguments)
    unlock_for(path, arguments)
    try:
        with open_file(path) as file:
            copies = copies_beside_now(path, file)
    except Locked:
        raise
    except AppError:
        # Of a file that cannot be opened only the copies themselves are told.
        copies = copies_beside_now(path, None)
    lines = list(map(_line, copies))
    text = "\n".join(lines) or f"Chưa có bản sao lưu nào của {path.name}."
    return Outcome({"copies": [_copy_told(each) for each in copies]}, text)


def _copy_told(each: CopyBeside) -> dict[str, Any]:
    copy = each.copy
    return {
        "path": str(copy.path),
        "made_at": copy.made_at.isoformat(timespec="seconds"),
        "reason": copy.reason,
        "people": copy.people if copy.people >= 0 else None,
        "size": copy.size,
        "proven_at": copy.proven_at.isoformat(timespec="seconds") if copy.proven_at else None,
        "encrypted": copy.encrypted,
        "later": each.later,
    }


def _line(each: CopyBeside) -> str:
    copy = each.copy
    people = f", {number(copy.people)} người" if copy.people >= 0 else ""
    proof = ", đã thử khôi phục" if copy.proven_at else ""
    later = f", {number(each.later)} việc sau bản này" if each.later is not None else ""
    when = f"{copy.made_at:%H:%M} ngày {short_date(copy.made_at.date())}"
    return f"{when}: {copy.path.name} ({reason_words(copy.reason)}{people}{proof}{later})"
